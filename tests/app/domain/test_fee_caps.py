"""Caps on a person warn before anything is paid, and limit a fee only where a policy says so."""

from datetime import date

import pytest

from alongside.domain.activity import FeeLine
from alongside.domain.claims import Category
from alongside.domain.fee_caps import DatedFee, cap_warnings, capped_fees, week_of
from alongside.domain.money import Money
from alongside.domain.policy import Policy
from alongside.domain.policy_limits import Cap, CapOn

START = date(2026, 4, 1)
MONDAY = date(2026, 5, 11)


def rules(*caps: Cap) -> Policy:
    return Policy("Ours", "What we pay", caps=caps)


def most(on=CapOn.FEES_WEEK, pounds=100, **more) -> Cap:
    return Cap(START, on, Money(pounds * 100), **more)


def fee(day, pounds=75, activity="one") -> DatedFee:
    return DatedFee(day, Money(pounds * 100), activity)


def line(pounds=75, key="attendance") -> FeeLine:
    return FeeLine(key, Category.ATTENDANCE, "meeting", Money(pounds * 100), "half day")


@pytest.mark.parametrize(("on", "other", "is_over"), [
    (CapOn.FEES_WEEK, date(2026, 5, 17), True), (CapOn.FEES_WEEK, date(2026, 5, 10), False),
    (CapOn.FEES_MONTH, date(2026, 5, 31), True), (CapOn.FEES_MONTH, date(2026, 4, 30), False),
    (CapOn.FEES_YEAR, date(2027, 4, 5), True), (CapOn.FEES_YEAR, date(2026, 4, 5), False),
])  # fmt: skip
def test_fees_of_one_period_are_counted_together(on, other, is_over):
    found = cap_warnings(rules(most(on)), [fee(MONDAY), fee(other, activity="two")])

    assert bool(found) is is_over


def test_a_warning_says_how_much_in_which_days_and_which_rule():
    (found,) = cap_warnings(rules(most()), [fee(MONDAY), fee(date(2026, 5, 13), activity="two")])

    assert found.words == (
        "£150.00 in fees from 11 May 2026 to 17 May 2026, but at most £100.00 in fees a week "
        "(policy from 1 April 2026)"
    )
    assert (found.total, found.activities) == (Money(15000), 2)


def test_exactly_the_cap_is_no_warning():
    assert cap_warnings(rules(most()), [fee(MONDAY, 100)]) == ()


def test_two_lines_of_one_activity_are_one_activity():
    once = Cap(START, CapOn.ACTIVITIES_WEEK, count=1)

    assert cap_warnings(rules(once), [fee(MONDAY), fee(MONDAY, 5)]) == ()
    (found,) = cap_warnings(rules(once), [fee(MONDAY), fee(MONDAY, activity="two")])
    assert found.words.startswith("2 paid activities from 11 May 2026")


def test_a_cap_that_only_warns_limits_nothing():
    assert capped_fees(rules(most()), [line()], MONDAY, [fee(MONDAY)]) == (line(),)


def test_a_cap_that_stops_leaves_what_is_left_and_says_so():
    found = capped_fees(
        rules(most(stops=True)), [line(), line(10, "preparation")], MONDAY, [fee(MONDAY, 90)]
    )

    assert [each.amount.pence for each in found] == [1000, 0]
    assert found[0].why == (
        "half day; £75.00 would be offered, but at most £100.00 in fees a week "
        "(policy from 1 April 2026): £10.00 is left"
    )


def test_fees_of_another_week_leave_a_cap_alone():
    rule = rules(most(stops=True))

    assert capped_fees(rule, [line()], MONDAY, [fee(date(2026, 5, 10), 500)]) == (line(),)


def test_one_more_activity_than_a_week_may_have_is_offered_nothing():
    once = rules(Cap(START, CapOn.ACTIVITIES_WEEK, count=1, stops=True))

    (found,) = capped_fees(once, [line()], MONDAY, [fee(date(2026, 5, 12), activity="two")])

    assert found.amount == Money(0)
    assert "at most 1 paid activity a week" in found.why


def test_a_week_is_monday_to_sunday():
    assert week_of(date(2026, 5, 17)).first == MONDAY
    assert week_of(MONDAY).last == date(2026, 5, 17)
