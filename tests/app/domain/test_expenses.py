"""What journeys and support come to: exact to the penny, across years and across 10,000 miles."""

from dataclasses import replace
from datetime import date, time
from fractions import Fraction
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.domain.activity import Activity
from alongside.domain.claims import Category, Handling
from alongside.domain.errors import UserError
from alongside.domain.expense_lines import UsualCost
from alongside.domain.expenses import (
    mileage,
    work_out_expenses,
)
from alongside.domain.meetings import ActivityKind, Role, State
from alongside.domain.miles import parse_miles, say_miles
from alongside.domain.money import Money
from alongside.domain.policy import Mileage, Policy
from alongside.domain.policy_limits import ApprovalBefore

OTHERS = {Category.MOTORCYCLE: Money(24), Category.BICYCLE: Money(20), Category.PASSENGER: Money(5)}
POLICY = Policy("Ours", "What we pay", mileage=(
    Mileage(date(2011, 4, 6), {Category.CAR: Money(45), **OTHERS}, Money(25)),
    Mileage(date(2026, 4, 6), {Category.CAR: Money(55), **OTHERS}, Money(25)),
))  # fmt: skip
MAY = date(2026, 5, 9)


def activity(state=State.ATTENDED, day=MAY, **changes) -> Activity:
    return Activity(
        day, ActivityKind.MEETING, "", Role.MEMBER, state, time(10), time(12),
        is_online=state is State.ONLINE, **changes
    )  # fmt: skip


def cost(category=Category.CAR, number=1, **changes) -> UsualCost:
    return UsualCost(UUID(int=number), category, category.words, **changes)


def worked_out(*costs, what=None, before=None):
    return work_out_expenses(POLICY, what or activity(), costs, before or {})


@pytest.mark.parametrize(("category", "day", "tenths", "before", "pence"), [
    (Category.CAR, date(2026, 4, 5), 100, 0, 450),
    (Category.CAR, date(2026, 4, 6), 100, 0, 550),
    (Category.CAR, MAY, 100, 99_900, 550),
    (Category.CAR, MAY, 100, 99_950, 400),
    (Category.CAR, MAY, 100, 100_000, 250),
    (Category.CAR, MAY, 100, 250_000, 250),
    (Category.CAR, MAY, 2, 99_999, 8),
    (Category.CAR, MAY, 0, 0, 0),
    (Category.MOTORCYCLE, MAY, 100, 150_000, 240),
    (Category.BICYCLE, MAY, 25, 0, 50),
    (Category.PASSENGER, MAY, 101, 0, 51),
])  # fmt: skip
def test_miles_come_to_the_penny(category, day, tenths, before, pence):
    assert mileage(POLICY, category, day, tenths, before)[0] == Money(pence)


@given(st.integers(0, 10_000), st.integers(0, 10_000), st.integers(95_000, 101_000))
def test_a_split_journey_comes_to_the_same_within_the_rounding_of_each_part(one, other, before):
    """Each part is rounded once, by half a penny at most, so two parts and the whole: 1½."""
    whole = mileage(POLICY, Category.CAR, MAY, one + other, before)[0].pence
    parts = (
        mileage(POLICY, Category.CAR, MAY, one, before)[0].pence
        + mileage(POLICY, Category.CAR, MAY, other, before + one)[0].pence
    )

    assert abs(whole - parts) <= Fraction(3, 2)


@given(st.integers(0, 10_000), st.integers(0, 10_000), st.integers(95_000, 101_000))
def test_journeys_in_steps_without_halfpennies_add_up_exactly(one, other, before):
    """In steps of 2 miles every amount is whole pennies, so that nothing is left to round."""
    one, other, before = (number // 20 * 20 for number in (one, other, before))
    whole = mileage(POLICY, Category.CAR, MAY, one + other, before)[0]
    first = mileage(POLICY, Category.CAR, MAY, one, before)[0]

    assert first + mileage(POLICY, Category.CAR, MAY, other, before + one)[0] == whole


@given(st.integers(0, 10_000), st.integers(0, 200_000))
def test_a_journey_across_10_000_miles_is_the_exact_sum_rounded_once(tenths, before):
    full = max(0, min(tenths, 100_000 - before))
    exact = Fraction(full * 55 + (tenths - full) * 25, 10)

    found = mileage(POLICY, Category.CAR, MAY, tenths, before)[0].pence

    assert exact - Fraction(1, 2) < found <= exact + Fraction(1, 2)


@pytest.mark.parametrize(("before", "why"), [
    (0, "10 miles at £0.55 a mile (rate from 6 April 2026)"),
    (99_950, ("5 miles at £0.55 a mile and 5 miles at £0.25 a mile, over 10,000 miles "
              "this tax year (rate from 6 April 2026)")),
    (100_000, ("10 miles at £0.25 a mile, over 10,000 miles this tax year "
              "(rate from 6 April 2026)")),
])  # fmt: skip
def test_mileage_says_which_rate_it_used(before, why):
    assert mileage(POLICY, Category.CAR, MAY, 100, before)[1] == why


def test_a_vehicle_without_a_rate_on_that_day_is_refused():
    with pytest.raises(UserError, match="no rate for car mileage on 5 April 2011"):
        mileage(POLICY, Category.CAR, date(2011, 4, 5), 100, 0)


def test_a_usual_journey_is_there_and_back():
    there = cost(tenths_of_mile=75)
    one_way = cost(number=2, tenths_of_mile=75, is_return=False)

    lines = worked_out(there, one_way)

    assert [(line.tenths_of_mile, line.amount.pence) for line in lines] == [(150, 825), (75, 413)]


def test_two_journeys_of_one_meeting_share_the_10_000_miles():
    lines = worked_out(
        cost(tenths_of_mile=50), cost(number=2, tenths_of_mile=50), before={Category.CAR: 99_900}
    )

    assert [line.amount.pence for line in lines] == [550, 250]


def test_online_has_no_journey_but_support_stays():
    lines = worked_out(
        cost(tenths_of_mile=50),
        cost(Category.TAXI, 2, amount=Money(1200)),
        cost(Category.SUPPORT_WORKER, 3, rate=Money(1400)),
        cost(Category.PHONE_AND_DATA, 4, amount=Money(200)),
        what=activity(State.ONLINE),
    )

    assert [line.category for line in lines] == [Category.SUPPORT_WORKER, Category.PHONE_AND_DATA]


@pytest.mark.parametrize("state", [
    State.NOT_MARKED, State.APOLOGIES, State.DID_NOT_COME, State.CANCELLED_LATE,
    State.MEETING_CANCELLED,
])  # fmt: skip
def test_someone_who_was_not_there_has_no_usual_costs(state):
    assert worked_out(cost(tenths_of_mile=50), what=activity(state)) == ()


@pytest.mark.parametrize(("minutes", "present", "pence"), [
    (None, 120, 2800), (None, 60, 2800), (None, 180, 4200), (None, 0, 2800), (90, 120, 2100),
    (0, 120, 0),
])  # fmt: skip
def test_support_is_paid_for_the_whole_meeting_or_the_time_agreed(minutes, present, pence):
    support = cost(Category.SUPPORT_WORKER, rate=Money(1400), minutes=minutes)

    (line,) = worked_out(support, what=activity(minutes=present))

    assert line.amount == Money(pence)


def test_how_a_cost_is_met_stays_with_it():
    (line,) = worked_out(cost(Category.TAXI, amount=Money(1200), handling=Handling.ON_ACCOUNT))

    assert (line.handling, line.why) == (Handling.ON_ACCOUNT, "usual cost")


@pytest.mark.parametrize(("until", "why"), [
    (date(2026, 5, 8), "usual cost; the agreement ended on 8 May 2026: check"),
    (MAY, "usual cost; agreed until 9 May 2026"),
    (None, "usual cost"),
])  # fmt: skip
def test_an_agreement_that_has_ended_says_check(until, why):
    (line,) = worked_out(cost(Category.TAXI, amount=Money(1200), agreed_until=until))

    assert (line.amount, line.why) == (Money(1200), why)


@pytest.mark.parametrize(("agreed", "why"), [
    ({"agreed_until": MAY}, "standing approval by Sam Okafor, to 9 May 2026"),
    ({"agreed_on": date(2026, 2, 3), "agreed_until": MAY},
     "standing approval by Sam Okafor on 3 February 2026, to 9 May 2026"),
    ({}, "standing approval by Sam Okafor"),
    ({"agreed_until": date(2026, 5, 8)},
     "the standing approval by Sam Okafor ended on 8 May 2026: check"),
])  # fmt: skip
def test_a_standing_approval_says_who_gave_it_and_when(agreed, why):
    spent = cost(Category.TAXI, amount=Money(1200), agreed_by="Sam Okafor", **agreed)
    (line,) = worked_out(spent)

    assert line.why == f"usual cost; {why}"
    assert (line.agreed_by, line.agreed_on) == ("Sam Okafor", agreed.get("agreed_on"))


def test_a_standing_approval_without_an_end_is_one_where_the_policy_asks_for_it():
    policy = replace(POLICY, approvals_before=(
        ApprovalBefore(date(2026, 4, 1), frozenset({Category.TAXI})),))  # fmt: skip
    spent = cost(Category.TAXI, amount=Money(1200), agreed_by="Sam Okafor")
    (line,) = work_out_expenses(policy, activity(), [spent], {})

    assert line.why == "usual cost; standing approval by Sam Okafor"


def test_a_standing_approval_that_was_given_afterwards_is_none_for_that_day():
    policy = replace(POLICY, approvals_before=(
        ApprovalBefore(date(2026, 4, 1), frozenset({Category.TAXI})),))  # fmt: skip
    spent = cost(Category.TAXI, amount=Money(1200), agreed_by="Sam", agreed_on=date(2026, 5, 10))
    (line,) = work_out_expenses(policy, activity(), [spent], {})

    assert line.why == (
        "usual cost; must be agreed beforehand, and was agreed on 10 May 2026, afterwards: check"
    )


@pytest.mark.parametrize(("typed", "tenths"), [
    ("12.5", 125), ("12", 120), (" 1 mile ", 10), ("7.5 miles", 75), ("1000", 10_000),
])  # fmt: skip
def test_miles_are_read_in_tenths(typed, tenths):
    assert parse_miles(typed, "miles") == tenths


@pytest.mark.parametrize(("typed", "words"), [
    ("-1", "less than nothing"), ("ten", "not a number of miles"), ("1.25", "not a number"),
    ("", "not a number"), ("1000.1", "more than 1,000"), ("9999", "more than 1,000"),
])  # fmt: skip
def test_miles_that_cannot_be_right_are_refused_at_their_field(typed, words):
    with pytest.raises(UserError, match=words) as caught:
        parse_miles(typed, "miles")

    assert caught.value.field == "miles"


@pytest.mark.parametrize(("tenths", "words"), [
    (10, "1 mile"), (5, "0.5 miles"), (0, "0 miles"), (125, "12.5 miles"),
    (100_000, "10,000 miles"),
])  # fmt: skip
def test_miles_are_said_as_people_say_them(tenths, words):
    assert say_miles(tenths) == words


BY_BUS = Policy("Ours", "What we pay", mileage=(
    Mileage(date(2011, 4, 6), {Category.CAR: Money(45), Category.BICYCLE: Money(20)}, Money(25),
            public_transport=Money(30), full_rate_miles=100),
))  # fmt: skip


@pytest.mark.parametrize(("category", "by_bus", "before", "pence"), [
    (Category.CAR, False, 0, 450), (Category.CAR, True, 0, 300), (Category.CAR, True, 1_000, 250),
    (Category.CAR, True, 950, 275), (Category.CAR, False, 950, 350),
    (Category.BICYCLE, True, 0, 200),
])  # fmt: skip
def test_who_could_go_by_bus_has_the_lower_rate(category, by_bus, before, pence):
    found = mileage(BY_BUS, category, MAY, 100, before, could_go_by_bus=by_bus)

    assert found[0] == Money(pence)
    assert ("where public transport would do" in found[1]) is (by_bus and category is Category.CAR)


def test_a_policy_can_count_fewer_miles_at_the_full_rate():
    words = mileage(BY_BUS, Category.CAR, MAY, 100, 1_000)[1]

    assert (
        words == "10 miles at £0.25 a mile, over 100 miles this tax year (rate from 6 April 2011)"
    )


@pytest.mark.parametrize(("names", "pence", "words"), [
    ((), 50, "10 miles at £0.05 a mile"), (("Bo",), 50, "for 1 passenger: Bo"),
    (("Bo", "Cy"), 100, "for 2 passengers: Bo, Cy"),
])  # fmt: skip
def test_a_supplement_is_paid_for_each_passenger_by_name(names, pence, words):
    carried = cost(Category.PASSENGER, tenths_of_mile=100, is_return=False, passengers=names)

    (line,) = worked_out(carried)

    assert (line.amount.pence, line.passengers, line.tenths_of_mile) == (pence, names, 100)
    assert words in line.why


def test_a_cost_that_must_be_agreed_beforehand_says_so_unless_there_is_an_agreement():
    rules = replace(POLICY, approvals_before=(
        ApprovalBefore(date(2026, 4, 1), frozenset({Category.TAXI})),))  # fmt: skip
    taxis = [cost(Category.TAXI, 1, amount=Money(900)),
             cost(Category.TAXI, 2, amount=Money(900), agreed_until=MAY)]  # fmt: skip

    found = work_out_expenses(rules, activity(), taxis, {})

    assert [line.why for line in found] == [
        "usual cost; must be agreed beforehand: check that it was",
        "usual cost; agreed until 9 May 2026",
    ]
