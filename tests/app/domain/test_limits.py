"""The limits that people set: every span that a new fee lies in is looked at, and none other."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.domain.errors import UserError
from alongside.domain.limits import By, DatedFee, Limits, check, looked_at, month_of, over, room
from alongside.domain.money import Money

MONDAY = date(2026, 5, 4)


def fee(day: int, pounds: int, *, is_new: bool = False, month: int = 5) -> DatedFee:
    return DatedFee(date(2026, month, day), Money(pounds * 100), is_new)


def spans(limits: Limits, *fees: DatedFee) -> list[str]:
    return [each.span for each in over(limits, fees, By.PAYMENT)]


def test_a_week_is_looked_at_from_monday_and_from_sunday():
    limits = Limits(week=Money(10000))
    assert spans(limits, fee(4, 75), fee(10, 75, is_new=True)) == [
        "in the week from Monday 4 May 2026"
    ]
    assert spans(limits, fee(3, 75), fee(9, 75, is_new=True)) == [
        "in the week from Sunday 3 May 2026"
    ]


def test_a_week_that_says_the_same_twice_is_said_once():
    assert len(spans(Limits(week=Money(10000)), fee(5, 75), fee(6, 75, is_new=True))) == 1


def test_just_as_much_as_was_asked_for_is_not_over():
    assert not spans(Limits(week=Money(15000)), fee(5, 75), fee(6, 75, is_new=True))


def test_what_was_paid_before_is_no_news():
    assert not spans(Limits(week=Money(10000)), fee(5, 75), fee(6, 75))


@pytest.mark.parametrize(("first", "is_over"), [(1, True), (31, False)])
def test_four_weeks_are_any_twenty_eight_days(first, is_over):
    old = fee(first, 75, month=5 if first == 1 else 3)
    assert bool(spans(Limits(four_weeks=Money(10000)), old, fee(28, 75, is_new=True))) is is_over


def test_a_month_is_looked_at_from_its_first_and_from_the_day_that_the_person_chose():
    limits = Limits(month=Money(10000), month_starts=20)
    assert spans(limits, fee(25, 75), fee(10, 75, is_new=True, month=6)) == [
        "in the month from 20 May 2026"
    ]
    assert spans(limits, fee(2, 75), fee(28, 75, is_new=True)) == ["in the month from 1 May 2026"]


DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))


@given(
    st.lists(st.builds(DatedFee, DAYS, st.builds(Money, st.integers(0, 9000))), max_size=12),
    DAYS, st.integers(1, 31),
)  # fmt: skip
def test_a_fee_on_a_day_that_is_not_looked_at_never_changes_what_is_said(fees, day, starts):
    limits = Limits(*[Money(5000)] * 4, month_starts=starts)
    new = DatedFee(day, Money(4000), is_new=True)
    near = [each for each in fees if each.day in looked_at(day, day)]
    assert over(limits, [*near, new], By.PAYMENT) == over(limits, [*fees, new], By.PAYMENT)
    assert room(limits, near, day) == room(limits, fees, day)


def test_a_year_is_a_tax_year():
    limits = Limits(year=Money(10000))
    assert not spans(limits, fee(5, 75, month=4), fee(6, 75, is_new=True, month=4))
    assert spans(limits, fee(6, 75, month=4), fee(1, 75, is_new=True, month=5))


def test_words_say_the_sum_the_span_and_what_was_asked_for_and_nothing_else():
    (found,) = over(Limits(week=Money(10000)), [fee(4, 75), fee(5, 50, is_new=True)], By.PAYMENT)
    assert found.words == (
        "Fees of £125.00 in the week from Monday 4 May 2026, counted by the day of payment. "
        "They asked for £100.00 at most."
    )


@pytest.mark.parametrize(
    ("day", "starts", "first", "last"),
    [
        (date(2026, 5, 9), 1, date(2026, 5, 1), date(2026, 5, 31)),
        (date(2026, 5, 9), 20, date(2026, 4, 20), date(2026, 5, 19)),
        (date(2026, 1, 9), 28, date(2025, 12, 28), date(2026, 1, 27)),
        (date(2028, 2, 29), 28, date(2028, 2, 28), date(2028, 3, 27)),
    ],
)
def test_a_month_may_start_on_any_day(day, starts, first, last):
    assert month_of(day, starts) == type(month_of(day, starts))(first, last)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 28))
def test_every_day_lies_in_one_month_and_the_next_begins_the_day_after(day, starts):
    period = month_of(day, starts)
    assert day in period
    assert month_of(period.last + timedelta(days=1), starts).first == period.last + timedelta(1)


@pytest.mark.parametrize(
    ("limits", "field"),
    [(Limits(week=Money(-1)), "most_week"), (Limits(month_starts=32), "month_starts"),
     (Limits(month_starts=0), "month_starts")],
)  # fmt: skip
def test_limits_that_cannot_be_are_refused(limits, field):
    with pytest.raises(UserError) as refused:
        check(limits)
    assert refused.value.field == field


days = st.integers(0, 60).map(lambda n: MONDAY + timedelta(days=n))
fees = st.lists(
    st.builds(DatedFee, days, st.integers(0, 9000).map(Money), st.booleans()), max_size=12
)


@given(fees, st.integers(0, 20000).map(Money))
def test_a_limit_is_said_to_be_gone_over_exactly_if_a_week_goes_over_it(fees, most):
    found = over(Limits(week=most), fees, By.ACTIVITY)
    really = False
    for start in range(-7, 70):
        first = MONDAY + timedelta(days=start)
        if first.weekday() not in (0, 6):
            continue
        inside = [f for f in fees if first <= f.day < first + timedelta(days=7)]
        is_new = any(f.is_new and f.amount for f in inside)
        really = really or (is_new and Money.total(f.amount for f in inside) > most)
    assert bool(found) is really


AMOUNTS = st.integers(0, 30_000).map(Money)
LIMITS = st.builds(
    Limits, week=st.none() | AMOUNTS, four_weeks=st.none() | AMOUNTS, month=st.none() | AMOUNTS,
    year=st.none() | AMOUNTS, month_starts=st.integers(1, 28),
)  # fmt: skip
PAID = st.lists(st.builds(DatedFee, st.dates(date(2026, 1, 1), date(2026, 12, 31)), AMOUNTS))


@given(LIMITS, PAID, st.dates(date(2026, 3, 1), date(2026, 10, 31)))
def test_what_there_is_room_for_goes_over_no_limit_and_a_penny_more_does(limits, paid, day):
    left = room(limits, paid, day)
    if left is None:
        assert not limits.is_set
        return
    if left:
        assert not over(limits, [*paid, DatedFee(day, left, is_new=True)], By.PAYMENT)
    assert over(limits, [*paid, DatedFee(day, left + Money(1), is_new=True)], By.PAYMENT)


@pytest.mark.parametrize(("day", "starts", "first", "last"), [
    (date(2026, 2, 27), 31, date(2026, 1, 31), date(2026, 2, 27)),
    (date(2026, 2, 28), 31, date(2026, 2, 28), date(2026, 3, 30)),
    (date(2028, 2, 29), 30, date(2028, 2, 29), date(2028, 3, 29)),
    (date(2026, 4, 30), 31, date(2026, 4, 30), date(2026, 5, 30)),
    (date(2026, 12, 31), 31, date(2026, 12, 31), date(2027, 1, 30)),
])  # fmt: skip
def test_a_month_that_starts_on_a_day_not_every_month_has_starts_on_the_last(
    day, starts, first, last
):
    month = month_of(day, starts)
    assert (month.first, month.last) == (first, last)
    assert month_of(last + timedelta(days=1), starts).first == last + timedelta(days=1)
    check(Limits(month_starts=starts))
