"""What is offered beside the usual: floors, rounding, the way there, getting ready, a debrief."""

from datetime import date, time
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.domain.activity import Activity
from alongside.domain.meetings import ActivityKind, Role, State
from alongside.domain.money import Money
from alongside.domain.pay import work_out_fees
from alongside.domain.policy import Policy
from alongside.domain.policy_rules import (
    Debrief,
    Fee,
    Matter,
    OnlineSetUp,
    Part,
    PartPays,
    Rounding,
    Shape,
    TravelTime,
)

ANYONE = Matter(date(2026, 4, 1))
NIL = Fee(ANYONE, Shape.NIL)
HALF = Part(ANYONE, PartPays.FLOOR, 50)


def policy(fee: Fee = NIL, **rules) -> Policy:
    return Policy("Ours", "What we pay", fees=(fee,), **rules)


def activity(planned: int = 120, **changes) -> Activity:
    values = {
        "day": date(2026, 5, 11), "kind": ActivityKind.MEETING, "title": "", "role": Role.MEMBER,
        "state": State.ATTENDED, "start": time(8), "end": time(*divmod(480 + planned, 60)),
    }  # fmt: skip
    return Activity(**values | changes)


def hourly(**changes) -> Fee:
    return Fee(ANYONE, Shape.HOURLY, Money(1200), **changes)


def line(rules: Policy, what: Activity, key: str = "attendance"):
    return next((each for each in work_out_fees(rules, what) if each.key == key), None)


@pytest.mark.parametrize(("minutes", "up", "nearest", "down"), [
    (1, 15, 0, 0), (7, 15, 0, 0), (8, 15, 15, 0), (15, 15, 15, 15), (22, 30, 15, 15),
    (23, 30, 30, 15), (60, 60, 60, 60),
])  # fmt: skip
def test_time_is_rounded_the_way_the_policy_says(minutes, up, nearest, down):
    for way, counted in ((Rounding.UP, up), (Rounding.NEAREST, nearest), (Rounding.DOWN, down)):
        fee = hourly(round_to=15, rounding=way)

        assert line(policy(fee), activity(minutes)).amount == Money(counted * 20)


def test_half_a_part_counts_as_nearest_up():
    fee = hourly(round_to=30, rounding=Rounding.NEAREST)

    assert line(policy(fee), activity(15)).amount == Money(600)
    assert line(policy(fee), activity(14)).amount == Money(0)


@pytest.mark.parametrize(("minutes", "why"), [
    (50, "1 hour at £12.00 an hour, the least that is paid, for 50 minutes"),
    (70, "1 hour at £12.00 an hour, rounded down from 1 hour 10 minutes"),
    (90, "1 hour 30 minutes at £12.00 an hour"),
])  # fmt: skip
def test_a_least_time_and_rounding_say_what_they_did(minutes, why):
    fee = hourly(round_to=30, rounding=Rounding.DOWN, least_hours=Fraction(1))

    assert line(policy(fee), activity(minutes)).why == f"{why} (policy from 1 April 2026)"


@pytest.mark.parametrize(("present", "pence"), [(1, 1200), (60, 1200), (61, 1220), (119, 2380)])
def test_a_floor_pays_by_time_and_at_least_its_share(present, pence):
    part = activity(120, state=State.ATTENDED_PART, minutes=present)

    assert line(policy(hourly(), parts=(HALF,)), part).amount == Money(pence)


def test_a_floor_says_whether_it_was_reached():
    rules = policy(hourly(), parts=(HALF,))

    low = line(rules, activity(120, state=State.ATTENDED_PART, minutes=10))
    high = line(rules, activity(120, state=State.ATTENDED_PART, minutes=90))

    assert low.why == ("50% of £24.00, the least for part attendance (policy from 1 April 2026)")
    assert high.why == (
        "1 hour 30 minutes at £12.00 an hour; part attendance is paid by time, 1 hour 30 minutes, "
        "more than the least, 50% of £24.00 (policy from 1 April 2026)"
    )


@given(
    st.sampled_from([
        hourly(), hourly(round_to=20, rounding=Rounding.NEAREST),
        Fee(ANYONE, Shape.BLOCK, Money(2000), hours=Fraction(3)),
        Fee(ANYONE, Shape.HALF_AND_FULL_DAY, Money(7500), Money(15000), Fraction(4)),
    ]),
    st.integers(1, 600), st.integers(0, 100),
)  # fmt: skip
def test_a_floor_never_pays_more_than_the_whole_nor_less_than_its_share(fee, present, percent):
    rules = policy(fee, parts=(Part(ANYONE, PartPays.FLOOR, percent),))
    whole = line(rules, activity(600)).amount

    found = line(rules, activity(600, state=State.ATTENDED_PART, minutes=present)).amount

    assert whole.times(Fraction(percent, 100)) <= found <= whole


@pytest.mark.parametrize(("rule", "minutes", "expected"), [
    (TravelTime(ANYONE, fixed=Money(1000)), 0, 1000),
    (TravelTime(ANYONE, hourly=Money(800)), 90, 1200),
    (TravelTime(ANYONE, hourly=Money(800), most_hours=Fraction(1)), 90, 800),
    (TravelTime(ANYONE, hourly=Money(800)), 0, None),
    (TravelTime(ANYONE), 90, None),
])  # fmt: skip
def test_the_time_of_a_journey_is_a_line_of_its_own(rule, minutes, expected):
    found = line(policy(travel_times=(rule,)), activity(travel_minutes=minutes), "travel_time")

    assert (found and found.amount.pence) == expected


def test_online_has_no_time_of_a_journey_and_an_amount_for_getting_ready():
    rules = policy(
        travel_times=(TravelTime(ANYONE, fixed=Money(1000)),),
        online_set_ups=(OnlineSetUp(ANYONE, Money(500)),),
    )

    online = work_out_fees(rules, activity(state=State.ONLINE, is_online=True))
    room = work_out_fees(rules, activity())

    assert [each.key for each in online] == ["attendance", "online_set_up"]
    assert [each.key for each in room] == ["attendance", "travel_time"]
    assert online[1].why == "each time that someone takes part online (policy from 1 April 2026)"


def test_a_debrief_is_for_who_took_part():
    rules = policy(debriefs=(Debrief(ANYONE, Money(700)),))

    assert line(rules, activity(), "debrief").amount == Money(700)
    assert line(rules, activity(state=State.APOLOGIES), "debrief") is None
    assert line(policy(debriefs=(Debrief(ANYONE, Money(0)),)), activity(), "debrief") is None
