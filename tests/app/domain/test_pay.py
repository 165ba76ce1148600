"""What is offered for time, case by case, and the reason beside every amount."""

from datetime import date, time
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.domain.activity import Activity
from alongside.domain.claims import Category
from alongside.domain.errors import UserError
from alongside.domain.meetings import ActivityKind, Role, State
from alongside.domain.money import Money
from alongside.domain.pay import work_out_fees
from alongside.domain.policy import Policy
from alongside.domain.policy_rules import (
    Fee,
    HomeMeeting,
    Matter,
    Part,
    PartPays,
    Preparation,
    Shape,
)

START = date(2026, 4, 1)
ANYONE = Matter(START)
FOUR = Fraction(4)
HALF_AND_FULL = Fee(ANYONE, Shape.HALF_AND_FULL_DAY, Money(7500), Money(15000), FOUR)
BLOCK = Fee(ANYONE, Shape.BLOCK, Money(2000), hours=Fraction(3))
HOURLY = Fee(ANYONE, Shape.HOURLY, Money(1500), round_to=15)
BY_MINUTE = Fee(ANYONE, Shape.HOURLY, Money(1000))
TASK = Fee(ANYONE, Shape.PER_TASK, Money(1380))
STANDARD = Fee(ANYONE, Shape.STANDARD_TIME, Money(2500), hours=Fraction(1, 2))
NIL = Fee(ANYONE, Shape.NIL)
EVERY_SHAPE = [HALF_AND_FULL, BLOCK, HOURLY, BY_MINUTE, TASK, STANDARD, NIL]
BY_TIME = Part(ANYONE, PartPays.BY_TIME)
IN_FULL = Part(ANYONE, PartPays.FULL)


def policy(*fees: Fee, **rules) -> Policy:
    return Policy("Ours", "What we pay", fees=fees, **rules)


def activity(planned: int = 120, **changes) -> Activity:
    start = 8 * 60
    values = {
        "day": date(2026, 5, 11),  # a Monday
        "kind": ActivityKind.MEETING,
        "title": "",
        "role": Role.MEMBER,
        "state": State.ATTENDED,
        "start": time(8),
        "end": time(*divmod(start + planned, 60)),
    }
    return Activity(**values | changes)


def pence(rules: Policy, what: Activity) -> dict[str, int]:
    return {line.key: line.amount.pence for line in work_out_fees(rules, what)}


@pytest.mark.parametrize(("fee", "minutes", "expected"), [
    (HALF_AND_FULL, 1, 7500), (HALF_AND_FULL, 239, 7500), (HALF_AND_FULL, 240, 15000),
    (HALF_AND_FULL, 600, 15000),
    (BLOCK, 1, 2000), (BLOCK, 180, 2000), (BLOCK, 181, 4000), (BLOCK, 360, 4000),
    (BLOCK, 361, 6000),
    (HOURLY, 1, 375), (HOURLY, 15, 375), (HOURLY, 16, 750), (HOURLY, 60, 1500),
    (HOURLY, 61, 1875),
    (BY_MINUTE, 1, 17), (BY_MINUTE, 50, 833), (BY_MINUTE, 61, 1017),
    (TASK, 1, 1380), (TASK, 600, 1380), (STANDARD, 5, 1250), (STANDARD, 300, 1250),
    (NIL, 300, 0),
])  # fmt: skip
def test_each_shape_of_fee_comes_to_the_penny(fee, minutes, expected):
    (line,) = work_out_fees(policy(fee), activity(minutes))

    assert line.amount == Money(expected)


@pytest.mark.parametrize(("fee", "minutes", "why"), [
    (HALF_AND_FULL, 239, "half day: under 4 hours (policy from 1 April 2026)"),
    (HALF_AND_FULL, 240, "full day: 4 hours or more (policy from 1 April 2026)"),
    (BLOCK, 180, "1 block of 3 hours, a part counts as whole (policy from 1 April 2026)"),
    (BLOCK, 181, "2 blocks of 3 hours, a part counts as whole (policy from 1 April 2026)"),
    (HOURLY, 60, "1 hour at £15.00 an hour (policy from 1 April 2026)"),
    (HOURLY, 61, ("1 hour 15 minutes at £15.00 an hour, rounded up from 1 hour 1 minute "
                 "(policy from 1 April 2026)")),
    (TASK, 60, "a set amount for the task (policy from 1 April 2026)"),
    (STANDARD, 60, "standard time 30 minutes at £25.00 an hour (policy from 1 April 2026)"),
    (NIL, 60, "no fee is offered for this (policy from 1 April 2026)"),
])  # fmt: skip
def test_each_amount_has_its_reason_beside_it(fee, minutes, why):
    assert work_out_fees(policy(fee), activity(minutes))[0].why == why


@given(
    st.sampled_from(EVERY_SHAPE),
    st.integers(1, 900),
    st.integers(1, 900),
    st.sampled_from([(), (BY_TIME,), (IN_FULL,)]),
    st.booleans(),
)
def test_a_fee_never_falls_as_minutes_grow(fee, one, other, parts, is_part):
    rules = policy(fee, parts=parts)
    fewer, more = (
        work_out_fees(rules, activity(900, minutes=length) if is_part else activity(length))
        for length in sorted((one, other))
    )

    assert fewer[0].amount <= more[0].amount


@given(st.integers(1, 99_999), st.integers(1, 900))
def test_a_rate_is_rounded_once_and_by_less_than_a_penny(rate, minutes):
    fee = Fee(ANYONE, Shape.HOURLY, Money(rate))

    found = work_out_fees(policy(fee), activity(minutes))[0].amount.pence

    assert abs(found - Fraction(rate * minutes, 60)) <= Fraction(1, 2)


def test_a_task_is_a_line_of_its_own_kind():
    (line,) = work_out_fees(policy(TASK), activity(kind=ActivityKind.READING))

    assert (line.key, line.category) == ("task", Category.TASK)


@pytest.mark.parametrize("parts", [(), (IN_FULL,)])
@pytest.mark.parametrize("state", [State.ATTENDED, State.ATTENDED_PART, State.ONLINE])
def test_a_late_arrival_still_earns_the_full_fee(parts, state):
    late = activity(300, state=state, minutes=60)

    (line,) = work_out_fees(policy(HALF_AND_FULL, parts=parts), late)

    assert line.amount == Money(15000)
    assert "part attendance is paid in full" in line.why


@pytest.mark.parametrize("state", [State.ATTENDED, State.ATTENDED_PART, State.ONLINE])
def test_where_part_attendance_is_paid_by_time_the_minutes_present_decide(state):
    part = activity(300, state=state, minutes=239, is_online=state is State.ONLINE)

    (line,) = work_out_fees(policy(HALF_AND_FULL, parts=(BY_TIME,)), part)

    assert line.amount == Money(7500)
    assert "part attendance is paid by time, 3 hours 59 minutes" in line.why


def test_part_attendance_by_time_without_times_asks_to_be_checked():
    (line,) = work_out_fees(
        policy(HOURLY, parts=(BY_TIME,)), activity(120, state=State.ATTENDED_PART)
    )

    assert line.amount == Money(3000)
    assert "check" in line.why


@pytest.mark.parametrize("fee", [TASK, STANDARD, NIL])
def test_a_set_amount_says_nothing_about_part_attendance(fee):
    part = activity(300, state=State.ATTENDED_PART, minutes=60)

    (line,) = work_out_fees(policy(fee, parts=(BY_TIME,)), part)

    assert "part attendance" not in line.why


def test_a_meeting_that_ran_over_is_paid_for_the_longer_time():
    assert pence(policy(HOURLY), activity(120, minutes=150)) == {"attendance": 3750}


def test_a_rule_for_a_role_goes_before_the_rule_for_everybody():
    chair = Fee(Matter(START, roles=frozenset({Role.CHAIR})), Shape.PER_TASK, Money(33000))
    rules = policy(HOURLY, chair)

    assert pence(rules, activity(role=Role.CHAIR)) == {"task": 33000}
    assert pence(rules, activity(role=Role.MEMBER)) == {"attendance": 3000}


def test_a_later_rule_pays_only_from_its_day():
    rules = policy(HOURLY, Fee(Matter(date(2026, 6, 1)), Shape.HOURLY, Money(2000)))

    assert pence(rules, activity(day=date(2026, 5, 31))) == {"attendance": 3000}
    assert pence(rules, activity(day=date(2026, 6, 1))) == {"attendance": 4000}


def test_without_a_rule_nobody_guesses_what_to_pay():
    with pytest.raises(UserError, match="no fee for: meeting, member, 31 March 2026") as caught:
        work_out_fees(policy(HOURLY), activity(day=date(2026, 3, 31)))

    assert (caught.value.field, caught.value.help) == ("policy", "policies")


@pytest.mark.parametrize("state", [State.NOT_MARKED, State.APOLOGIES, State.DID_NOT_COME])
def test_someone_who_was_not_there_has_no_line(state):
    assert work_out_fees(policy(HOURLY), activity(state=state)) == ()


@pytest.mark.parametrize(("rule", "minutes", "expected"), [
    (Preparation(ANYONE, fixed=Money(1500)), 0, 1500),
    (Preparation(ANYONE, fixed=Money(1500)), 300, 1500),
    (Preparation(ANYONE, hourly=Money(1000)), 0, None),
    (Preparation(ANYONE, hourly=Money(1000)), 90, 1500),
    (Preparation(ANYONE, hourly=Money(1000), most_hours=Fraction(2)), 120, 2000),
    (Preparation(ANYONE, hourly=Money(1000), most_hours=Fraction(2)), 121, 2000),
    (Preparation(ANYONE), 120, None),
])  # fmt: skip
def test_preparation_is_a_set_amount_or_by_the_hour(rule, minutes, expected):
    lines = pence(policy(NIL, preparation=(rule,)), activity(preparation_minutes=minutes))

    assert lines.get("preparation") == expected


def test_only_someone_online_has_the_allowance_for_home():
    rules = policy(NIL, home_meetings=(HomeMeeting(ANYONE, Money(500)),))

    assert pence(rules, activity(state=State.ONLINE, is_online=True)) == {
        "attendance": 0,
        "home_meeting": 500,
    }
    assert pence(rules, activity()) == {"attendance": 0}


@pytest.mark.parametrize(("title", "words"), [
    ("", "meeting, member"), ("Transport Design Group", "Transport Design Group, meeting, member"),
    ("July Meeting", "July Meeting, member"),
])  # fmt: skip
def test_a_line_says_what_it_was_and_in_which_role(title, words):
    assert work_out_fees(policy(HOURLY), activity(title=title))[0].words == words
