"""The file itself keeps the law that an issued claim never changes, whatever code forgets it."""

import pytest
from sqlalchemy.exc import IntegrityError

import builders as b
from alongside.domain.money import Money
from alongside.services.budgets import AddBudget, BudgetDetails
from alongside.services.claims import WithdrawClaim
from alongside.services.line_shares import ShareDetails, SplitLine


@pytest.fixture
def change(office):
    """Return a function that changes the file behind the services' backs."""

    def act(statement):
        engine = office.store.engine.execution_options(is_writing=True)
        with engine.begin() as connection:
            connection.exec_driver_sql(statement)

    return act


@pytest.fixture
def issued(office):
    ann = b.add_person(office)
    group = b.add_group(office, ann)
    office.claims.make(b.add_marked_meeting(office, group, ann))
    claim = b.issue(office, ann)
    office.claims.make(b.add_marked_meeting(office, group, ann, day=b.MAY_9.replace(day=11)))
    return claim


LAW = "an issued claim never changes"
FORBIDDEN = {
    "a total": "UPDATE claim_line SET amount = 1 WHERE claim_id = '{id}'",
    "a line less": "DELETE FROM claim_line WHERE claim_id = '{id}'",
    "a line more": (
        "INSERT INTO claim_line (id, claim_id, key, position, day, category, words, offered, "
        "decision, amount, why, handling, tenths_of_mile, receipt, is_by_hand, is_removed) "
        "SELECT 'f' || substr(id, 2), claim_id, key, position, day, category, words, offered, "
        "decision, amount, why, handling, tenths_of_mile, receipt, is_by_hand, is_removed "
        "FROM claim_line WHERE claim_id = '{id}'"
    ),
    "a line from a draft": "UPDATE claim_line SET claim_id = '{id}' WHERE claim_id != '{id}'",
    "a line to a draft": (
        "UPDATE claim_line SET claim_id = (SELECT id FROM claim WHERE state = 'draft') "
        "WHERE claim_id = '{id}'"
    ),
    "its number": "UPDATE claim SET number = '2026-9999' WHERE id = '{id}'",
    "its form": "UPDATE claim SET issued_sheet = '' WHERE id = '{id}'",
    "back to a draft": "UPDATE claim SET state = 'draft' WHERE id = '{id}'",
    "its day while withdrawing": (
        "UPDATE claim SET state = 'withdrawn', issued_on = '2020-01-01' WHERE id = '{id}'"
    ),
    "gone": "DELETE FROM claim WHERE id = '{id}'",
}


@pytest.mark.parametrize("statement", FORBIDDEN.values(), ids=FORBIDDEN)
def test_the_file_refuses_to_change_an_issued_claim(office, issued, change, statement):
    before = office.claims.find(issued)
    with pytest.raises(IntegrityError, match=LAW):
        change(statement.format(id=issued.hex))
    assert office.claims.find(issued) == before


@pytest.mark.parametrize("statement", FORBIDDEN.values(), ids=FORBIDDEN)
def test_the_file_refuses_to_change_a_withdrawn_claim(office, issued, change, statement):
    office.claims.withdraw(WithdrawClaim(issued, "wrong fare"))
    with pytest.raises(IntegrityError, match=LAW):
        change(statement.format(id=issued.hex))


SHARED = {
    "a share": "UPDATE line_share SET hundredths = 1 WHERE {theirs}",
    "a share from a draft": (
        "UPDATE line_share SET line_id = (SELECT id FROM claim_line WHERE claim_id = '{id}') "
        "WHERE NOT {theirs}"
    ),
    "a share less": "DELETE FROM line_share WHERE {theirs}",
    "a share more": (
        "INSERT INTO line_share (id, line_id, position, group_id, code, hundredths) "
        "SELECT 'f' || substr(id, 2), line_id, 2, group_id, code, 1 FROM line_share "
        "WHERE {theirs} LIMIT 1"
    ),
}


@pytest.mark.parametrize("statement", SHARED.values(), ids=SHARED)
def test_the_file_refuses_to_change_who_bears_an_issued_line(office, change, statement):
    ann = b.add_person(office)
    group = b.add_group(office, ann)
    codes = [
        office.budgets.add(AddBudget(group, b.MAY_9, BudgetDetails(code, Money(1)))).id
        for code in ("T-1", "T-2")
    ]
    shares = tuple(ShareDetails(budget, 5000) for budget in codes)
    for day in (b.MAY_9, b.MAY_9.replace(day=11)):
        office.claims.make(b.add_marked_meeting(office, group, ann, day=day))
        draft = b.claim_of(office, ann)
        office.line_shares.split(SplitLine(draft.fees[0].id, shares))
        if day == b.MAY_9:
            issued = b.issue(office, ann)
    theirs = f"line_id IN (SELECT id FROM claim_line WHERE claim_id = '{issued.hex}')"
    with pytest.raises(IntegrityError, match=LAW):
        change(statement.format(id=issued.hex, theirs=theirs))


def test_links_to_what_is_not_there_are_refused(issued, change):
    with pytest.raises(IntegrityError, match="FOREIGN KEY"):
        change("UPDATE meeting SET group_id = 'nothing'")
