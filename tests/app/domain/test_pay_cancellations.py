"""What is offered when a meeting or a person cancels, by who cancelled and how long before."""

from dataclasses import replace
from datetime import date, time
from fractions import Fraction

import pytest

from alongside.domain.activity import Activity
from alongside.domain.cancellations import working_days_before
from alongside.domain.meetings import ActivityKind, Role, State
from alongside.domain.money import Money
from alongside.domain.pay import work_out_fees
from alongside.domain.policy import Policy
from alongside.domain.policy_rules import (
    Cancellation,
    CancelledBy,
    Fee,
    Matter,
    Notice,
    Region,
    Shape,
)

START = date(2026, 4, 1)
ANYONE = Matter(START)
HALF_AND_FULL = Fee(ANYONE, Shape.HALF_AND_FULL_DAY, Money(7500), Money(15000), Fraction(4))
HOURLY = Fee(ANYONE, Shape.HOURLY, Money(1500))
NIL = Fee(ANYONE, Shape.NIL)


def policy(fee: Fee, *bands: Cancellation) -> Policy:
    return Policy("Ours", "What we pay", fees=(fee,), cancellations=bands)


def pence(rules: Policy, what: Activity) -> dict[str, int]:
    return {line.key: line.amount.pence for line in work_out_fees(rules, what)}


def band(days, percent, by=CancelledBy.PERSON, notice=Notice.CALENDAR, matter=ANYONE):
    return Cancellation(matter, by, days, percent, notice)


def cancelled(notice_days, state=State.CANCELLED_LATE, role=Role.MEMBER) -> Activity:
    """Return 5 hours planned on a Monday, cancelled so many days before."""
    return Activity(
        date(2026, 5, 11), ActivityKind.MEETING, "", role, state, time(10), time(15),
        notice_days=notice_days,
    )  # fmt: skip


@pytest.mark.parametrize(("notice", "expected"), [
    (0, 15000), (2, 15000), (3, 7500), (7, 7500), (8, None), (-1, 15000), (None, None),
])  # fmt: skip
def test_bands_of_calendar_days_decide_what_a_cancellation_pays(notice, expected):
    rules = policy(HALF_AND_FULL, band(7, 50), band(2, 100))

    assert pence(rules, cancelled(notice)).get("cancellation") == expected


@pytest.mark.parametrize(("notice", "expected"), [(3, 15000), (4, 7500), (7, 7500), (10, None)])
def test_bands_of_working_days_pass_over_the_weekend(notice, expected):
    # Monday 11 May: 3 days before is Friday, one working day; 10 days before is Friday 1 May.
    working = {"notice": Notice.WORKING}
    rules = policy(HALF_AND_FULL, band(1, 100, **working), band(5, 50, **working))

    assert pence(rules, cancelled(notice)).get("cancellation") == expected


@pytest.mark.parametrize(("days", "working"), [(0, 0), (1, 0), (2, 0), (3, 1), (7, 5), (8, 5)])
def test_working_days_are_monday_to_friday(days, working):
    assert working_days_before(date(2026, 5, 11), days) == working


def test_bank_holidays_are_no_working_days_where_they_are_given():
    early_may = frozenset({date(2026, 5, 4)})

    assert working_days_before(date(2026, 5, 11), 7, early_may) == 4
    assert working_days_before(date(2026, 5, 11), 6, early_may) == 4
    assert working_days_before(date(2026, 5, 11), 7, frozenset({date(2026, 5, 9)})) == 5


def test_a_band_leaves_out_bank_holidays_only_where_the_policy_names_a_nation():
    holidays = frozenset({date(2026, 5, 4)})
    told = replace(cancelled(7), holidays=holidays)
    plain = band(4, 50, notice=Notice.WORKING)
    welsh = replace(plain, holidays=Region.WALES)

    assert work_out_fees(policy(HALF_AND_FULL, plain), told) == ()
    (line,) = work_out_fees(policy(HALF_AND_FULL, welsh), told)
    assert line.why == (
        "50% of £150.00: 4 working days’ notice, without the bank holidays of Wales "
        "(policy from 1 April 2026)"
    )


def test_who_cancelled_decides_which_bands_count():
    rules = policy(HALF_AND_FULL, band(7, 50), band(14, 100, CancelledBy.ORGANISATION))

    (ours,) = work_out_fees(rules, cancelled(7, State.MEETING_CANCELLED))
    (theirs,) = work_out_fees(rules, cancelled(7))

    assert (ours.amount, theirs.amount) == (Money(15000), Money(7500))
    assert "we cancelled" in ours.words
    assert theirs.why == "50% of £150.00: 7 days’ notice (policy from 1 April 2026)"


def test_an_older_set_of_bands_adds_nothing_to_a_newer_one():
    newer = Matter(date(2026, 5, 1))
    rules = policy(HALF_AND_FULL, band(14, 100), band(2, 100, matter=newer))

    assert pence(rules, cancelled(7)) == {}


def test_bands_for_chairs_go_before_newer_bands_for_everybody():
    chairs = Matter(START, roles=frozenset({Role.CHAIR}))
    newer = Matter(date(2026, 5, 1))
    rules = policy(HALF_AND_FULL, band(14, 100, matter=chairs), band(2, 50, matter=newer))

    assert pence(rules, cancelled(7, role=Role.CHAIR)) == {"cancellation": 15000}
    assert pence(rules, cancelled(7)) == {}


def test_a_cancellation_of_nothing_has_no_line():
    assert pence(policy(NIL, band(7, 100)), cancelled(1)) == {}
    assert pence(policy(HOURLY, band(7, 0)), cancelled(1)) == {}
