"""What a cap took away comes back when what used the cap up goes, on this claim or another."""

from dataclasses import replace
from datetime import date

import pytest
from late_rates import approve, cap

import builders as b
from alongside.domain.claims import Category, Handling
from alongside.domain.meetings import State
from alongside.domain.money import NOTHING, Money
from alongside.domain.people import PayChoice
from alongside.services.approvals import TakeBack
from alongside.services.claim_lines import AddLine, CorrectLine
from alongside.services.line_rows import LineDetails

MAY_4, MAY_6 = date(2026, 5, 4), date(2026, 5, 6)
ONE_A_WEEK = b.POLICY + cap("activities_week", more="count = 1\nstops = true")
CLAIM_OF_30 = b.POLICY + cap("claim", "30.00")


@pytest.fixture
def two_meetings(office):
    """Ann is in two groups that meet in one week, of which one meeting is paid."""
    ann = b.add_person(office, "Ann Lee", pay_choice=PayChoice.BANK)
    b.add_usual_cost(office, ann)
    meetings = []
    for name, day in (("Trams", MAY_4), ("Buses", MAY_6)):
        group = b.add_group(office, ann, name=name, budget_code=name, policy=ONE_A_WEEK)
        meetings.append(b.add_marked_meeting(office, group, ann, day=day))
        office.claims.make(meetings[-1])
    return ann, meetings


def fees(office, ann) -> list[int]:
    """Return Ann’s fees in pence, by claim, the first first."""
    rows = sorted(b.claim_rows_of(office, ann), key=lambda row: row.number)
    return [row.fees.pence for row in rows]


def test_a_fee_that_a_full_week_left_out_comes_back_when_the_other_was_not_earned(
    office, two_meetings
):
    ann, (first, _second) = two_meetings
    assert fees(office, ann) == [7500, 0]
    said = b.mark(office, first, ann, State.APOLOGIES)
    assert "brought up to date: claims 2026-0001, 2026-0002" in said
    assert fees(office, ann) == [7500]


@pytest.mark.parametrize("end", ["remove", "refuse", "refuse the line"])
def test_a_fee_comes_back_when_the_other_is_not_paid(office, two_meetings, end):
    ann, _meetings = two_meetings
    claim = next(row.id for row in b.claim_rows_of(office, ann) if row.number == "2026-0001")
    fee = office.claims.find(claim).fees[0].id
    if end == "remove":
        office.claim_lines.remove(fee)
    else:
        office.claims.issue(b.IssueClaims((claim,)))
        if end == "refuse":
            office.approvals.refuse(TakeBack(claim, "was not there"))
        else:
            approve(office, claim, {fee: "was not there"})
    assert fees(office, ann)[1] == 7500


def test_the_fee_that_was_there_first_stays(office, two_meetings):
    ann, (first, _second) = two_meetings
    b.mark(office, first, ann, State.APOLOGIES)
    b.mark(office, first, ann)
    office.claims.make(first)
    assert sorted(fees(office, ann)) == [0, 7500]


def draft_within_30(office):
    ann = b.add_person(office, "Ann Lee")
    group = b.add_group(office, ann, policy=CLAIM_OF_30)
    office.claims.make(b.add_marked_meeting(office, group, ann))
    claim = b.claim_of(office, ann).row.id
    for words in ("Bus there", "Bus back"):
        bus = LineDetails(Category.BUS_TRAIN_TRAM, b.MAY_9, words, Money(2000))
        office.claim_lines.add(AddLine(claim, bus))
    return claim


def spent(office, claim) -> dict[str, int]:
    return {line.words: line.amount.pence for line in office.claims.find(claim).expenses}


def line_named(office, claim, words: str):
    return next(line for line in office.claims.find(claim).expenses if line.words == words)


def test_what_a_full_claim_took_away_comes_back_when_another_line_goes(office, check_undo):
    claim = draft_within_30(office)
    assert spent(office, claim) == {"Bus there": 2000, "Bus back": 1000}
    change = check_undo(
        lambda: office.claim_lines.remove(line_named(office, claim, "Bus there").id)
    )
    assert spent(office, claim) == {"Bus back": 2000}
    assert change.words.endswith("; brought up to date: claim 2026-0001")
    assert line_named(office, claim, "Bus back").why == "added by Sam"


def test_what_was_spent_is_known_when_a_line_is_met_otherwise_and_back_again(office):
    claim = draft_within_30(office)
    for handling, paid in ((Handling.PAID_DIRECT, 2000), (Handling.REIMBURSE, 1000)):
        line = line_named(office, claim, "Bus back")
        details = replace(line.details, handling=handling)
        office.claim_lines.correct(CorrectLine(line.id, details))
        assert spent(office, claim) == {"Bus there": 2000, "Bus back": paid}


def test_a_usual_cost_that_a_full_claim_limited_comes_back_too(office):
    ann = b.add_person(office, "Ann Lee")
    b.add_usual_cost(office, ann, amount=Money(2000))
    group = b.add_group(office, ann, policy=CLAIM_OF_30)
    for day in (MAY_4, MAY_6):
        office.claims.make(b.add_marked_meeting(office, group, ann, day=day))
    first, second = sorted(b.claim_of(office, ann).expenses, key=lambda line: line.details.day)
    assert (first.amount, second.amount) == (Money(2000), Money(1000))
    office.claim_lines.remove(first.id)
    assert [line.amount for line in b.claim_of(office, ann).expenses] == [Money(2000)]


def test_a_line_with_a_smaller_amount_leaves_more_for_the_next(office):
    claim = draft_within_30(office)
    line = line_named(office, claim, "Bus there")
    details = replace(line.details, amount=Money(1500))
    office.claim_lines.correct(CorrectLine(line.id, details))
    assert spent(office, claim) == {"Bus there": 1500, "Bus back": 1500}
    assert line_named(office, claim, "Bus back").why.startswith(
        "added by Sam; £20.00 spent, £15.00 is left of the £30.00"
    )


def test_nothing_comes_back_where_nothing_was_taken_away(office):
    claim = draft_within_30(office)
    office.claim_lines.remove(line_named(office, claim, "Bus back").id)
    assert spent(office, claim) == {"Bus there": 2000}
    assert office.claims.find(claim).row.expenses != NOTHING
