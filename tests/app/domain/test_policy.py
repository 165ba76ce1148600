"""Which rule holds: narrower before wider, later before earlier, and never by chance."""

from datetime import date

import pytest

from alongside.domain.claims import Category
from alongside.domain.meetings import ActivityKind, Role
from alongside.domain.money import Money
from alongside.domain.policy import Mileage, contradiction, in_force, mileage_on
from alongside.domain.policy_rules import (
    Cancellation,
    CancelledBy,
    Fee,
    HomeMeeting,
    Matter,
    Notice,
    Shape,
    Where,
)

OLD, NEW = date(2020, 4, 1), date(2026, 4, 1)
MEETING, CHAIR = frozenset({ActivityKind.MEETING}), frozenset({Role.CHAIR})


def allowance(pounds: int, first: date = OLD, **matter) -> HomeMeeting:
    return HomeMeeting(Matter(first, **matter), Money(pounds * 100))


def found(rules, day=NEW, role=Role.MEMBER, *, is_online=False):
    rule = in_force(rules, day, ActivityKind.MEETING, role, is_online=is_online)
    return rule and rule.amount.pence // 100


def test_a_rule_for_chairs_goes_before_a_later_rule_for_anybody():
    rules = [allowance(9, roles=CHAIR), allowance(5, NEW)]

    assert found(rules, role=Role.CHAIR) == 9
    assert found(rules, role=Role.MEMBER) == 5


@pytest.mark.parametrize(("day", "pounds"), [
    (date(2020, 3, 31), None), (OLD, 4), (date(2026, 3, 31), 4), (NEW, 5),
])  # fmt: skip
def test_a_later_rule_holds_only_from_its_day(day, pounds):
    assert found([allowance(5, NEW), allowance(4, OLD)], day) == pounds


def test_a_rule_for_online_says_nothing_about_the_room():
    rules = [allowance(5, where=Where.ONLINE), allowance(7, where=Where.IN_PERSON)]

    assert found(rules, is_online=True) == 5
    assert found(rules, is_online=False) == 7
    assert found(rules[:1], is_online=False) is None


def test_two_rules_for_the_same_matter_and_day_contradict_each_other():
    one, other = allowance(5), allowance(6)

    assert contradiction([one, allowance(9, NEW), other])[:2] == (one, other)


def test_saying_the_same_thing_twice_is_no_contradiction():
    assert contradiction([allowance(5), allowance(5)]) is None


def test_rules_that_share_one_activity_contradict_each_other_there():
    both = frozenset({ActivityKind.TRAINING, ActivityKind.READING})
    one, other = allowance(5, activities=both), allowance(6, activities=both - MEETING - {
        ActivityKind.READING})  # fmt: skip

    assert contradiction([one, other])[2] is ActivityKind.TRAINING


def test_a_rule_for_chairs_and_a_rule_for_meetings_leave_a_chair_at_a_meeting_to_chance():
    rules = [allowance(9, roles=CHAIR), allowance(5, NEW, activities=MEETING)]

    assert contradiction(rules)[2:] == (ActivityKind.MEETING, Role.CHAIR)


def test_a_rule_for_chairs_at_meetings_decides_between_the_two():
    rules = [
        allowance(9, roles=CHAIR),
        allowance(5, activities=MEETING),
        allowance(7, activities=MEETING, roles=CHAIR),
    ]

    assert contradiction(rules) is None
    assert found(rules, role=Role.CHAIR) == 7


def test_a_wider_and_a_narrower_rule_are_no_contradiction():
    assert contradiction([allowance(5), allowance(9, roles=CHAIR), allowance(6, NEW)]) is None


def test_fees_of_different_shapes_contradict_each_other():
    fees = [Fee(Matter(OLD), Shape.NIL), Fee(Matter(OLD), Shape.PER_TASK, Money(500))]

    assert contradiction(fees) is not None


def band(days: int, percent: int, notice: Notice = Notice.CALENDAR, **matter) -> Cancellation:
    return Cancellation(Matter(OLD, **matter), CancelledBy.PERSON, days, percent, notice)


def test_bands_of_notice_stand_side_by_side():
    assert contradiction([band(2, 100), band(7, 50)]) is None


@pytest.mark.parametrize("other", [
    band(7, 50), band(3, 50, Notice.WORKING), band(3, 50, roles=CHAIR | {Role.CO_CHAIR}),
])  # fmt: skip
def test_bands_that_overlap_in_another_way_contradict_each_other(other):
    assert contradiction([band(7, 100, roles=other.matter.roles and CHAIR), other]) is not None


@pytest.mark.parametrize(("day", "pence"), [
    (date(2026, 4, 5), 45), (date(2026, 4, 6), 55), (date(2011, 4, 5), None),
])  # fmt: skip
def test_the_day_of_the_journey_decides_the_mileage(day, pence):
    rates = [
        Mileage(date(2026, 4, 6), {Category.CAR: Money(55)}, Money(25)),
        Mileage(date(2011, 4, 6), {Category.CAR: Money(45)}, Money(25)),
    ]

    rule = mileage_on(rates, day)

    assert (rule and rule.rates[Category.CAR].pence) == pence
