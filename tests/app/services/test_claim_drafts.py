"""Drafting works out what the register and the policy say, again and again, and nothing twice."""

from dataclasses import replace
from datetime import date, time

import pytest

import builders as b
from alongside.domain.claims import Category, ClaimState, Decision
from alongside.domain.errors import UserError
from alongside.domain.meetings import Role, State
from alongside.domain.money import Money
from alongside.domain.people import PayChoice
from alongside.services.attendance import CorrectAttendance
from alongside.services.claim_lines import CorrectLine
from alongside.services.groups import CorrectGroup, GroupDetails
from alongside.services.line_rows import LineDetails
from alongside.services.meetings import CancelMeeting, CorrectMeeting, MeetingDetails


@pytest.fixture
def ann(office):
    return b.add_person(office, "Ann Lee")


@pytest.fixture
def group(office, ann):
    return b.add_group(office, ann)


@pytest.fixture
def meeting(office, group, ann):
    return b.add_marked_meeting(office, group, ann)


def lines(office, person):
    claim = b.claim_of(office, person)
    return [(line.details.category, line.amount.pence) for line in (*claim.fees, *claim.expenses)]


def test_a_draft_has_the_fee_and_the_usual_costs_with_why(office, ann, meeting):
    b.add_usual_cost(office, ann)
    b.add_usual_cost(office, ann, Category.CAR, tenths_of_mile=62)
    change = office.claims.make(meeting)
    assert change.words == "Claims for Transport Design Group, 9 May 2026: 1 person drafted"
    assert lines(office, ann) == [
        (Category.ATTENDANCE, 7500), (Category.TAXI, 920), (Category.CAR, 558),
    ]  # fmt: skip
    claim = b.claim_of(office, ann)
    assert claim.row.number == "2026-0001"
    assert (claim.row.fees, claim.row.expenses) == (Money(7500), Money(1478))
    assert claim.fees[0].why == "half day: under 4 hours (policy from 1 January 2020)"
    assert "12.4 miles at £0.45 a mile" in claim.expenses[1].why


def test_drafting_twice_adds_nothing_twice(office, ann, meeting):
    b.add_usual_cost(office, ann)
    office.claims.make(meeting)
    before, history = b.claim_of(office, ann), len(office.history.list_())
    assert office.claims.make(meeting).words.endswith("nothing new")
    assert b.claim_of(office, ann) == before
    assert len(office.claims.list_()) == 1
    assert len(office.history.list_()) == history


def test_a_usual_cost_added_since_comes_in_when_drafted_again(office, ann, meeting):
    office.claims.make(meeting)
    cost = b.add_usual_cost(office, ann)
    assert office.claims.make(meeting).words.endswith("1 claim brought up to date")
    assert lines(office, ann) == [(Category.ATTENDANCE, 7500), (Category.TAXI, 920)]
    office.usual_costs.remove(cost)
    office.claims.make(meeting)
    assert lines(office, ann) == [(Category.ATTENDANCE, 7500)]


def test_a_mark_changed_after_drafting_brings_the_draft_up_to_date(office, ann, group):
    meeting = b.add_meeting(office, group, end=time(17, 0))
    b.mark(office, meeting, ann)
    office.claims.make(meeting)
    assert lines(office, ann) == [(Category.ATTENDANCE, 15000)]
    words = b.mark(office, meeting, ann, State.CANCELLED_LATE)
    assert words == "Ann Lee, cancelled late; brought up to date: claim 2026-0001"
    assert lines(office, ann) == [(Category.CANCELLATION, 7500)]


def test_a_draft_that_nothing_is_left_of_goes_away(office, ann, meeting):
    office.claims.make(meeting)
    b.mark(office, meeting, ann, State.DID_NOT_COME)
    assert office.claims.list_() == []
    assert office.meetings.find(meeting).claims == 0


def test_preparation_added_later_is_drafted_at_once(office, ann, meeting):
    office.claims.make(meeting)
    line = b.line_of(office, meeting, ann)
    office.attendance.correct(
        CorrectAttendance(line, State.ATTENDED, Role.MEMBER, preparation_minutes=180)
    )
    assert lines(office, ann) == [(Category.ATTENDANCE, 7500), (Category.PREPARATION, 2000)]


def test_hours_corrected_later_are_drafted_at_once(office, ann, group, meeting):
    office.claims.make(meeting)
    longer = MeetingDetails(group, b.MAY_9, time(10), time(15, 30))
    change = office.meetings.correct(CorrectMeeting(meeting, longer))
    assert change.words.endswith("corrected; brought up to date: claim 2026-0001")
    assert lines(office, ann) == [(Category.ATTENDANCE, 15000)]


def test_a_mark_is_kept_even_if_the_policy_cannot_follow(office, ann):
    policy = b.POLICY.replace(
        "[[fee]]\nfrom = 2020-01-01", '[[fee]]\nfrom = 2020-01-01\nroles = ["member"]'
    )
    group = b.add_group(office, ann, policy=policy)
    meeting = b.add_marked_meeting(office, group, ann)
    office.claims.make(meeting)
    line = b.line_of(office, meeting, ann)
    change = office.attendance.correct(CorrectAttendance(line, State.ATTENDED, Role.CHAIR))
    assert "Ann Lee, attended, chair; the draft claim stays as it was" in change.words
    assert office.attendance.list_for(meeting).rows[0].role is Role.CHAIR
    assert lines(office, ann) == [(Category.ATTENDANCE, 7500)]


def test_a_second_meeting_goes_on_the_same_open_draft(office, ann, group, meeting):
    second = b.add_marked_meeting(office, group, ann, day=date(2026, 5, 11))
    office.claims.make(meeting)
    office.claims.make(second)
    assert len(b.claim_rows_of(office, ann)) == 1
    assert b.claim_of(office, ann).row.fees == Money(15000)


def test_there_is_one_claim_for_each_person_and_budget(office, ann, meeting):
    bo = b.add_person(office, "Bo Larsen")
    other = b.add_group(office, ann, bo, name="Health Group", budget_code="H-9")
    health = b.add_marked_meeting(office, other, ann, bo)
    office.claims.make(meeting)
    office.claims.make(health)
    found = sorted((row.person, row.budget_code) for row in office.claims.list_())
    assert found == [("Ann Lee", "H-9"), ("Ann Lee", "T-1"), ("Bo Larsen", "H-9")]


def test_a_new_budget_code_begins_a_new_claim_and_leaves_drafted_lines(office, ann, group, meeting):
    office.claims.make(meeting)
    details = office.groups.find(group)
    changed = GroupDetails(details.name, details.purpose, details.partner, "T-2", details.policy_id)
    office.groups.correct(CorrectGroup(group, changed))
    assert office.claims.make(meeting).words.endswith("nothing new")
    office.claims.make(b.add_marked_meeting(office, group, ann, day=date(2026, 5, 11)))
    assert [row.budget_code for row in b.claim_rows_of(office, ann)] == ["T-2", "T-1"]


@pytest.mark.parametrize(("told", "pence"), [(date(2026, 5, 18), 3750), (date(2026, 5, 17), None)])
def test_a_late_cancellation_is_paid_by_the_policy(office, ann, group, told, pence):
    meeting = b.add_meeting(office, group, date(2026, 5, 20))
    b.mark(office, meeting, ann, State.CANCELLED_LATE, cancelled_on=told)
    office.claims.make(meeting)
    expected = [(Category.CANCELLATION, pence)] if pence else []
    assert [
        line for row in office.claims.list_() for line in lines(office, row.person_id)
    ] == expected


WORKING_DAYS = """
[[cancellation]]
from = 2026-05-01
by = "person"
days = 4
percent = 100
notice = "working"
"""


@pytest.mark.parametrize(("holidays", "pence"), [
    ("", None), ('holidays = "england"', 7500), ('holidays = "northern_ireland"', 7500),
])  # fmt: skip
def test_a_bank_holiday_is_no_working_day_where_the_policy_says_so(office, ann, holidays, pence):
    """Monday 4 May is one: from then to Monday 11 May are 5 days of work, or 4."""
    group = b.add_group(office, ann, policy=b.POLICY + WORKING_DAYS + holidays)
    meeting = b.add_meeting(office, group, date(2026, 5, 11))
    b.mark(office, meeting, ann, State.CANCELLED_LATE, cancelled_on=date(2026, 5, 4))

    office.claims.make(meeting)

    found = [line for row in office.claims.list_() for line in lines(office, row.person_id)]
    assert found == ([(Category.CANCELLATION, pence)] if pence else [])


def test_a_meeting_that_we_cancelled_is_paid_by_the_policy(office, ann, group, clock):
    meeting = b.add_meeting(office, group, date(2026, 5, 20))
    clock.set(date(2026, 5, 15))
    office.meetings.cancel(CancelMeeting(meeting, "No interpreter"))
    b.add_usual_cost(office, ann)
    office.claims.make(meeting)
    assert lines(office, ann) == [(Category.CANCELLATION, 7500)]


def test_nobody_has_a_journey_to_a_meeting_that_is_only_online(office, ann, group):
    b.add_usual_cost(office, ann)
    b.add_usual_cost(office, ann, Category.SUPPORT_WORKER, rate=Money(1000))
    meeting = b.add_meeting(office, group, is_online=True)
    b.mark(office, meeting, ann)
    office.claims.make(meeting)
    assert lines(office, ann) == [(Category.ATTENDANCE, 7500), (Category.SUPPORT_WORKER, 2500)]


@pytest.mark.parametrize(
    ("details", "decision", "pence"),
    [
        ({"pay_choice": PayChoice.NOTHING}, Decision.DECLINE, 0),
        ({"pay_choice": PayChoice.DONATION}, Decision.DONATE, 0),
        ({"pay_choice": PayChoice.LESS, "pay_at_most": Money(2000)}, Decision.LESS, 2000),
        ({"pay_choice": PayChoice.LESS, "pay_at_most": Money(9000)}, Decision.ACCEPT, 7500),
        ({"pay_choice": PayChoice.BANK}, Decision.ACCEPT, 7500),
    ],
)
def test_a_chosen_fee_stands_beside_what_was_offered(office, details, decision, pence):
    bo = b.add_person(office, "Bo Larsen", **details)
    b.add_usual_cost(office, bo)
    office.claims.make(b.add_marked_meeting(office, b.add_group(office, bo), bo))
    claim = b.claim_of(office, bo)
    (fee,) = claim.fees
    assert (fee.offered, fee.amount.pence, fee.details.decision) == (Money(7500), pence, decision)
    assert claim.row.expenses == Money(920)


def test_a_line_corrected_by_hand_stays_so(office, ann, meeting):
    office.claims.make(meeting)
    (fee,) = b.claim_of(office, ann).fees
    less = LineDetails(Category.ATTENDANCE, b.MAY_9, fee.words, Money(1000), 0, Decision.LESS)
    office.claim_lines.correct(CorrectLine(fee.id, less))
    office.claims.make(meeting)
    assert lines(office, ann) == [(Category.ATTENDANCE, 1000)]


def test_a_line_removed_by_hand_does_not_come_back(office, ann, meeting):
    b.add_usual_cost(office, ann)
    office.claims.make(meeting)
    office.claim_lines.remove(b.claim_of(office, ann).expenses[0].id)
    assert office.claims.make(meeting).words.endswith("nothing new")
    assert lines(office, ann) == [(Category.ATTENDANCE, 7500)]


def test_an_issued_claim_stays_when_its_mark_changes_and_the_words_say_so(office, ann, meeting):
    office.claims.make(meeting)
    claim = b.issue(office, ann)
    before = office.claims.find(claim)
    words = b.mark(office, meeting, ann, State.DID_NOT_COME)
    assert words == "Ann Lee, did not come; issued, so unchanged: claim 2026-0001"
    assert office.claims.find(claim) == before
    b.mark(office, meeting, ann)
    b.add_usual_cost(office, ann)
    assert office.claims.make(meeting).words.endswith("nothing new")
    assert len(office.claims.list_()) == 1


def test_a_meeting_after_issuing_begins_a_new_claim(office, ann, group, meeting):
    office.claims.make(meeting)
    b.issue(office, ann)
    office.claims.make(b.add_marked_meeting(office, group, ann, day=date(2026, 5, 11)))
    states = [(row.number, row.state) for row in b.claim_rows_of(office, ann)]
    assert states == [("2026-0002", ClaimState.DRAFT), ("2026-0001", ClaimState.READY)]


def test_a_group_without_a_policy_is_refused_in_a_sentence(office, ann):
    group = b.add_group(office, ann, policy=None)
    meeting = b.add_marked_meeting(office, group, ann)
    with pytest.raises(UserError, match="Transport Design Group has no pay policy"):
        office.claims.make(meeting)


def test_who_has_no_rate_in_the_policy_is_left_out_by_name_and_the_others_are_drafted(office, ann):
    bo = b.add_person(office, "Bo Larsen")
    policy = b.POLICY.replace("[[fee]]", '[[fee]]\nroles = ["member"]')
    group = b.add_group(office, ann, policy=policy)
    meeting = b.add_marked_meeting(office, group, ann, bo)  # Bo is there as an observer
    said = office.claims.make(meeting).words
    assert "1 person drafted. Not drafted: Bo Larsen: The policy" in said
    assert "has no fee for: meeting, observer" in said
    assert [row.person for row in office.claims.list_()] == ["Ann Lee"]
    assert office.claims.list_()[0].fees == Money(7500)


def test_where_nobody_can_be_drafted_it_is_refused_and_nothing_is_half_drafted(office, ann):
    policy = b.POLICY.replace("2020-01-01", "2026-06-01")
    bo = b.add_person(office, "Bo Larsen")
    meeting = b.add_marked_meeting(office, b.add_group(office, ann, policy=policy), ann, bo)
    with pytest.raises(UserError, match="The policy") as raised:
        office.claims.make(meeting)
    assert raised.value.field == ""
    assert office.claims.list_() == []


def test_a_corrected_register_keeps_the_others_drafts_up_and_names_who_is_left_out(office, ann):
    bo = b.add_person(office, "Bo Larsen")
    group = b.add_group(office, ann, bo, policy=b.POLICY[: b.POLICY.index("[[mileage]]")])
    meeting = b.add_marked_meeting(office, group, ann, bo)
    office.claims.make(meeting)
    b.add_usual_cost(office, bo, Category.CAR, tenths_of_mile=62)
    details = office.meetings.find(meeting).details
    longer = replace(details, end=time(18, 0))
    said = office.meetings.correct(CorrectMeeting(meeting, longer)).words
    assert "the draft claim stays as it was: Bo Larsen: The policy" in said
    fees = {row.person: row.fees for row in office.claims.list_()}
    assert fees == {"Ann Lee": Money(15000), "Bo Larsen": Money(7500)}


def test_a_policy_without_a_rate_for_that_mile_is_refused_in_a_sentence(office, ann):
    b.add_usual_cost(office, ann, Category.CAR, tenths_of_mile=62)
    group = b.add_group(office, ann, policy=b.POLICY[: b.POLICY.index("[[mileage]]")])
    meeting = b.add_marked_meeting(office, group, ann)
    with pytest.raises(UserError, match=r"Ann Lee: .* has no rate for car mileage on 9 May"):
        office.claims.make(meeting)


def test_nobody_marked_as_there_is_nothing_to_claim(office, group):
    with pytest.raises(UserError, match="Nobody is marked as there yet"):
        office.claims.make(b.add_meeting(office, group))


def test_the_car_rate_falls_after_10000_miles_and_stays_put_when_drafted_again(office, ann, group):
    b.add_usual_cost(office, ann, Category.CAR, tenths_of_mile=45_000)
    june, may = date(2026, 6, 9), b.MAY_9
    later = b.add_marked_meeting(office, group, ann, day=june)
    earlier = b.add_marked_meeting(office, group, ann, day=may)
    office.claims.make(later)
    office.claims.make(earlier)
    miles = [line.amount for line in b.claim_of(office, ann).expenses]
    assert miles == [Money(1_000 * 45 + 8_000 * 25), Money(9_000 * 45)]
    office.claims.make(later)
    office.claims.make(earlier)
    assert [line.amount for line in b.claim_of(office, ann).expenses] == miles


def test_numbers_begin_again_each_year_and_go_past_9999(office, ann, group, clock):
    office.claims.make(b.add_marked_meeting(office, group, ann))
    b.issue(office, ann)
    clock.set(date(2027, 1, 4))
    office.claims.make(b.add_marked_meeting(office, group, ann, day=date(2027, 1, 4)))
    assert [row.number for row in office.claims.list_()] == ["2027-0001", "2026-0001"]


CAPS = """
[[cap]]
from = 2020-01-01
on = "meal"
name = "lunch"
amount = "9.00"

[[cap]]
from = 2020-01-01
on = "claim"
lines = ["taxi"]
amount = "15.00"

[[cap]]
from = 2020-01-01
on = "fees_week"
amount = "100.00"
stops = true
"""


def whys(office, person):
    claim = b.claim_of(office, person)
    return [line.why for line in (*claim.fees, *claim.expenses)]


def test_a_cap_limits_an_expense_of_a_draft_and_says_so(office, ann):
    group = b.add_group(office, ann, policy=b.POLICY + CAPS)
    b.add_usual_cost(office, ann, Category.MEALS, words="lunch", amount=Money(1200))

    office.claims.make(b.add_marked_meeting(office, group, ann))

    assert lines(office, ann) == [(Category.ATTENDANCE, 7500), (Category.MEALS, 900)]
    assert "£12.00 spent, at most £9.00 is paid for lunch" in whys(office, ann)[1]


def test_caps_on_a_claim_and_on_a_week_count_what_another_meeting_brought(office, ann):
    group = b.add_group(office, ann, policy=b.POLICY + CAPS)
    b.add_usual_cost(office, ann, Category.TAXI, amount=Money(920))
    first = b.add_marked_meeting(office, group, ann, day=date(2026, 5, 4))
    second = b.add_marked_meeting(office, group, ann, day=date(2026, 5, 9))
    office.claims.make(first)
    office.claims.make(second)

    expected = [
        (Category.ATTENDANCE, 7500), (Category.ATTENDANCE, 2500),
        (Category.TAXI, 920), (Category.TAXI, 580),
    ]  # fmt: skip
    assert lines(office, ann) == expected
    assert "at most £100.00 in fees a week" in whys(office, ann)[1]
    assert office.claims.make(second).words.endswith("nothing new")
    assert office.claims.make(first).words.endswith("nothing new")
    assert lines(office, ann) == expected
