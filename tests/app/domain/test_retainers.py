"""A retainer is due when its period is over, once, and in part for who held the role in part."""

from datetime import date

import pytest

from alongside.domain.meetings import Role
from alongside.domain.money import Money
from alongside.domain.policy import Policy
from alongside.domain.policy_rules import Each, Matter, Retainer
from alongside.domain.retainers import period_of, retainers_due

CHAIR = frozenset({Role.CHAIR})


def retainer(pounds=300, each=Each.MONTH, first=date(2026, 4, 1), roles=CHAIR) -> Retainer:
    return Retainer(Matter(first, roles=roles), Money(pounds * 100), each)


def due(*rules, first=date(2026, 4, 1), last=date(2026, 6, 30), role=Role.CHAIR, **more):
    policy = Policy("Ours", "What we pay", retainers=rules)
    return retainers_due(policy, role, first, last, **more)


def pence(*rules, **more):
    return [each.line.amount.pence for each in due(*rules, **more)]


@pytest.mark.parametrize(("last", "number"), [
    (date(2026, 4, 29), 0), (date(2026, 4, 30), 1), (date(2026, 5, 30), 1), (date(2026, 6, 30), 3),
])  # fmt: skip
def test_a_month_is_due_on_its_last_day(last, number):
    assert pence(retainer(), last=last) == [30000] * number


def test_what_was_paid_already_is_not_due_again():
    keys = [each.line.key for each in due(retainer())]

    assert keys == ["retainer:month:2026-04-01", "retainer:month:2026-05-01",
                    "retainer:month:2026-06-01"]  # fmt: skip
    assert due(retainer(), already=keys) == ()
    assert len(due(retainer(), already=keys[:1])) == 2


@pytest.mark.parametrize(("first", "why", "amount"), [
    (date(2026, 4, 1), "a set amount for April 2026 (policy from 1 April 2026)", 30000),
    (date(2026, 4, 21), ("10 of the 30 days of April 2026, at £300.00 for all of it "
                         "(policy from 1 April 2026)"), 10000),
])  # fmt: skip
def test_a_month_that_was_held_in_part_is_paid_by_days(first, why, amount):
    (found,) = due(retainer(), first=first, last=date(2026, 4, 30))

    assert (found.line.why, found.line.amount.pence) == (why, amount)


def test_who_leaves_is_due_the_days_until_then():
    assert pence(retainer(), last=date(2026, 5, 20), left=date(2026, 5, 10)) == [30000, 9677]
    assert pence(retainer(), last=date(2026, 5, 9), left=date(2026, 5, 10)) == [30000]


def test_a_later_amount_counts_from_the_next_period():
    later = retainer(400, first=date(2026, 5, 15))

    assert pence(retainer(), later) == [30000, 30000, 40000]


def test_a_rule_that_starts_within_a_period_is_paid_from_its_day():
    assert pence(retainer(first=date(2026, 4, 16)), last=date(2026, 4, 30)) == [15000]


def test_a_retainer_of_nothing_ends_it():
    assert pence(retainer(), retainer(0, first=date(2026, 5, 1))) == [30000]


def test_another_role_and_a_policy_without_a_retainer_are_due_nothing():
    assert due(retainer(), role=Role.MEMBER) == ()
    assert due() == ()


@pytest.mark.parametrize(("each", "day", "first", "last"), [
    (Each.MONTH, date(2024, 2, 10), date(2024, 2, 1), date(2024, 2, 29)),
    (Each.MONTH, date(2026, 12, 31), date(2026, 12, 1), date(2026, 12, 31)),
    (Each.QUARTER, date(2026, 11, 1), date(2026, 10, 1), date(2026, 12, 31)),
    (Each.QUARTER, date(2026, 3, 31), date(2026, 1, 1), date(2026, 3, 31)),
    (Each.YEAR, date(2026, 3, 31), date(2025, 4, 1), date(2026, 3, 31)),
    (Each.YEAR, date(2026, 4, 1), date(2026, 4, 1), date(2027, 3, 31)),
])  # fmt: skip
def test_periods_are_those_of_the_calendar_and_a_year_starts_in_april(each, day, first, last):
    assert (period_of(each, day).first, period_of(each, day).last) == (first, last)


def test_a_quarter_and_a_year_are_said_by_their_ends():
    (quarter,) = due(retainer(each=Each.QUARTER))
    (year,) = due(retainer(each=Each.YEAR), last=date(2027, 3, 31))

    assert quarter.line.words == "retainer for April to June 2026"
    assert year.line.words == "retainer for 1 April 2026 to 31 March 2027"
