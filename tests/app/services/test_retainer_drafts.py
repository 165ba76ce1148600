"""Retainers are drafted for the days that a role was held, each day once, whatever happens."""

from datetime import date

import pytest

import builders as b
from alongside.domain.claims import Category
from alongside.domain.errors import UserError
from alongside.domain.meetings import Role
from alongside.domain.people import PayChoice, PersonStatus
from alongside.office import Office
from alongside.services.approvals import AgreeClaims, TakeBack
from alongside.services.claims import WithdrawClaim
from alongside.services.groups import CorrectGroup
from alongside.services.members import CorrectMember, MemberDetails
from alongside.services.people import CorrectPerson, PersonDetails
from alongside.services.retainers import DueRetainers

MONTHLY = f"""{b.POLICY}
[[retainer]]
from = 2026-01-01
each = "month"
amount = "40.00"

[[retainer]]
from = 2026-01-01
roles = ["chair"]
each = "month"
amount = "100.00"
"""
FIRST, LAST = date(2026, 1, 1), date(2026, 3, 31)


@pytest.fixture
def ann(office: Office):
    return b.add_person(office)


@pytest.fixture
def group(office: Office, ann):
    return b.add_group(office, ann, policy=MONTHLY)


def due(office: Office, group, last: date = LAST, first: date = FIRST) -> list[tuple[str, int]]:
    plan = office.retainers.plan(DueRetainers(group, first, last))
    return [(row.period, row.amount.pence) for row in plan.rows]


def draft(office: Office, group, last: date = LAST, first: date = FIRST) -> str:
    return office.retainers.draft(DueRetainers(group, first, last)).words


def retainers(office: Office, person) -> list[tuple[str, int]]:
    found = [office.claims.find(row.id) for row in b.claim_rows_of(office, person)]
    return sorted(
        (line.words, line.amount.pence)
        for claim in found
        if not claim.withdrawn_reason
        for line in claim.fees
        if line.details.category is Category.RETAINER
    )


def place(office: Office, group, **details: object) -> None:
    row = office.members.list_for(group)[0]
    was = {name: getattr(row.details, name) for name in row.details.__slots__}
    office.members.correct(CorrectMember(row.id, MemberDetails(**was | details)))


def test_what_is_due_is_seen_before_anything_is_done(office, ann, group):
    plan = office.retainers.plan(DueRetainers(group, FIRST, LAST))
    assert plan.words == "3 retainers are due, for 1 person: £120.00."
    assert plan.rows[0].why == "a set amount for January 2026 (policy from 1 January 2026)"
    assert office.claims.list_() == []


def test_each_month_becomes_a_line_of_its_own(office, ann, group):
    assert draft(office, group) == "3 retainers drafted for Transport Design Group"
    assert retainers(office, ann) == [
        ("retainer for February 2026", 4000), ("retainer for January 2026", 4000),
        ("retainer for March 2026", 4000),
    ]  # fmt: skip
    line = b.claim_of(office, ann).fees[0]
    assert (line.when, line.offered.pence) == ("31 January 2026", 4000)


def test_drafting_twice_adds_nothing(office, ann, group):
    draft(office, group)
    assert due(office, group) == []
    with pytest.raises(UserError, match="No retainer is due"):
        draft(office, group)
    draft(office, group, last=date(2026, 4, 30))
    assert len(retainers(office, ann)) == 4


def test_an_issued_claim_has_its_retainers_for_good(office, ann, group):
    draft(office, group)
    b.issue(office, ann)
    assert due(office, group) == []


def test_a_retainer_taken_off_by_hand_does_not_come_again(office, ann, group):
    draft(office, group)
    office.claim_lines.remove(b.claim_of(office, ann).fees[0].id)
    assert due(office, group) == []


def test_a_withdrawn_claim_has_its_retainers_on_the_draft_that_takes_its_place(office, ann, group):
    draft(office, group)
    office.claims.withdraw(WithdrawClaim(b.issue(office, ann), "wrong budget"))
    assert due(office, group) == []
    assert len(retainers(office, ann)) == 3


def test_a_refused_claim_keeps_its_retainers(office, ann, group):
    draft(office, group)
    claim = b.issue(office, ann)
    office.approvals.agree(AgreeClaims((claim,)))
    office.approvals.refuse(TakeBack(claim, "not agreed"))
    assert due(office, group) == []


def test_who_joined_on_the_way_gets_their_part_by_days(office, ann, group):
    place(office, group, first=date(2026, 3, 22))
    assert due(office, group) == [("22 March 2026 to 31 March 2026", 1290)]


def test_who_left_is_paid_to_the_day_they_left(office, ann, group):
    place(office, group, last=date(2026, 2, 14))
    assert due(office, group) == [
        ("1 January 2026 to 31 January 2026", 4000), ("1 February 2026 to 14 February 2026", 2000),
    ]  # fmt: skip


def test_a_new_role_in_the_middle_of_a_month_has_its_own_line(office, ann, group):
    place(office, group, last=date(2026, 3, 15))
    office.members.add(MemberDetails(group, ann, Role.CHAIR, date(2026, 3, 16)))
    assert due(office, group, first=date(2026, 3, 1)) == [
        ("1 March 2026 to 15 March 2026", 1935), ("16 March 2026 to 31 March 2026", 5161),
    ]  # fmt: skip
    draft(office, group)
    assert due(office, group) == []


def test_no_day_is_paid_twice_when_dates_are_put_right_afterwards(office, ann, group):
    draft(office, group)
    place(office, group, first=date(2026, 1, 10))
    assert due(office, group) == []


def test_a_place_left_open_by_somebody_who_is_gone_is_named_and_left_out(office, ann, group):
    office.people.correct(CorrectPerson(ann, PersonDetails("Ann Lee", status=PersonStatus.LEFT)))
    plan = office.retainers.plan(DueRetainers(group, FIRST, LAST))
    assert plan.rows == ()
    assert plan.words.endswith("Not looked at, because their place has no last day: Ann Lee.")


def test_what_fell_due_before_the_first_day_is_left_alone(office, ann, group):
    assert len(due(office, group, first=date(2026, 3, 1))) == 1


def test_who_declines_fees_is_offered_the_retainer_all_the_same(office, ann, group):
    office.people.correct(CorrectPerson(
        ann, PersonDetails("Ann Lee", pay_choice=PayChoice.NOTHING)))  # fmt: skip
    draft(office, group)
    line = b.claim_of(office, ann).fees[0]
    assert (line.offered.pence, line.amount.pence) == (4000, 0)


def test_a_limit_that_stops_leaves_only_what_is_left_of_it(office, ann):
    group = b.add_group(
        office,
        ann,
        name="Health",
        policy=f"""{MONTHLY}
[[cap]]
from = 2026-01-01
on = "fees_year"
amount = "100.00"
stops = true
""",
    )
    assert [pence for _period, pence in due(office, group)] == [4000, 4000, 2000]


def test_without_a_policy_it_is_said(office, ann):
    group = b.add_group(office, ann, name="Health", policy=None)
    with pytest.raises(UserError, match="Health has no pay policy"):
        due(office, group)


def test_a_policy_that_pays_by_the_quarter_later_pays_no_month_again(office, ann, group):
    draft(office, group)
    details = office.groups.find(group)
    values = {name: getattr(details, name) for name in details.__slots__}
    quarterly = MONTHLY.replace('each = "month"', 'each = "quarter"')
    values["policy_id"] = b.add_policy(office, quarterly)
    office.groups.correct(CorrectGroup(group, type(details)(**values)))
    assert due(office, group, last=date(2026, 6, 30)) == [("1 April 2026 to 30 June 2026", 4000)]
