"""The limits that people set for themselves on what they are paid, and where a run goes over them.

A payment can harm the person paid (domain list (d) 3, 4.4). These are facts beside what somebody
asked for: no verdict, no advice, and never which benefit anybody gets.
"""

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, StrEnum, auto
from itertools import accumulate

from alongside.domain.dates import Period, say_date, say_day, tax_year
from alongside.domain.errors import UserError
from alongside.domain.money import NOTHING, Money
from alongside.i18n import _

_WEEK, _FOUR_WEEKS = timedelta(days=7), timedelta(days=28)
_DAY, _LONGEST_MONTH = timedelta(days=1), timedelta(days=31)
LATEST_START = 31
"""In a month without that day, the period starts on its last."""


class By(StrEnum):
    """What a fee is counted by: both matter, and may differ by months (domain 4.2)."""

    ACTIVITY = "activity"
    PAYMENT = "payment"

    @property
    def words(self) -> str:
        """Say it, after an amount."""
        return {
            By.ACTIVITY: _("by the day of the activity"),
            By.PAYMENT: _("by the day of payment"),
        }[self]


class Span(Enum):
    """The kinds of limit."""

    WEEK = auto()
    FOUR_WEEKS = auto()
    MONTH = auto()
    YEAR = auto()


@dataclass(frozen=True, slots=True)
class Limits:
    """What one person asked to be paid at most in fees; None where they set no limit.

    Their month begins on day `month_starts`. Before `pay_from` they want nothing at all.
    """

    week: Money | None = None
    four_weeks: Money | None = None
    month: Money | None = None
    year: Money | None = None
    month_starts: int = 1
    pay_from: date | None = None

    @property
    def is_set(self) -> bool:
        """Whether there is anything to look out for."""
        amounts = (self.week, self.four_weeks, self.month, self.year)
        return self.pay_from is not None or any(amount is not None for amount in amounts)


@dataclass(frozen=True, slots=True)
class DatedFee:
    """A fee on the day that counts; `is_new` if this run would pay it."""

    day: date
    amount: Money
    is_new: bool = False


class _Fees:
    """Fees in the order of their days, so that any span of days is added up in no time."""

    def __init__(self, fees: Iterable[DatedFee]) -> None:
        ordered = sorted((fee.day, fee.amount.pence) for fee in fees)
        self.days = [day for day, _pence in ordered]
        self._so_far = list(accumulate((pence for _day, pence in ordered), initial=0))

    def within(self, first: date, last: date) -> Money:
        """Return what was earned from `first` to `last`, both included."""
        end, start = bisect_right(self.days, last), bisect_left(self.days, first)
        return Money(self._so_far[end] - self._so_far[start])

    def fullest_weeks(self, day: date) -> date:
        """Return where those four weeks begin that have `day` in them and the most fees."""
        near = slice(bisect_right(self.days, day - _FOUR_WEEKS), bisect_right(self.days, day))
        return max(self.days[near], key=lambda first: self.within(*_four_weeks(first)), default=day)


@dataclass(frozen=True, slots=True)
class Over:
    """A span of days in which fees come to more than somebody asked for."""

    period: Period
    kind: Span
    total: Money
    most: Money
    by: By

    @property
    def span(self) -> str:
        """The days in words, after an amount."""
        first = self.period.first
        match self.kind:
            case Span.WEEK:
                return _("in the week from {day}").format(day=say_day(first))
            case Span.FOUR_WEEKS:
                return _("in the four weeks from {day}").format(day=say_date(first))
            case Span.MONTH:
                return _("in the month from {day}").format(day=say_date(first))
            case Span.YEAR:
                return _("in the tax year from {day}").format(day=say_date(first))

    @property
    def words(self) -> str:
        """Say it without a verdict."""
        return _("Fees of {total} {span}, counted {by}. They asked for {most} at most.").format(
            total=self.total, span=self.span, by=self.by.words, most=self.most
        )


def check(limits: Limits) -> None:
    """Raise UserError for a limit less than nothing, or a month that starts on no day."""
    for field, limit in (
        ("most_week", limits.week), ("most_four_weeks", limits.four_weeks),
        ("most_month", limits.month), ("most_year", limits.year),
    ):  # fmt: skip
        if limit is not None and limit < NOTHING:
            raise UserError(field, _("An amount cannot be less than nothing."))
    if not 1 <= limits.month_starts <= LATEST_START:
        words = _("A month can start on a day from 1 to {last}.").format(last=LATEST_START)
        raise UserError("month_starts", words)


def over(limits: Limits, fees: Sequence[DatedFee], by: By) -> list[Over]:
    """Return the spans with a new fee in which `fees` go over the limits, each of them once."""
    found: dict[tuple[date, date], Over] = {}
    ordered = _Fees(fees)
    for day in sorted({fee.day for fee in fees if fee.is_new and fee.amount}):
        for first, last, kind, most in _spans(limits, day, ordered):
            total = ordered.within(first, last)
            if total > most:
                where = Period(first, last)
                found.setdefault((first, last), Over(where, kind, total, most, by))
    return _without_twins(found.values())


def looked_at(first: date, last: date) -> Period:
    """Return the days on which a fee may matter to a limit, for new fees from `first` to `last`.

    No span of any kind that holds one of these days goes beyond them.
    """
    ends = tax_year(last).last
    assert ends
    return Period(
        min(tax_year(first).first, first - _LONGEST_MONTH), max(ends, last + _LONGEST_MONTH)
    )


def room(limits: Limits, fees: Sequence[DatedFee], day: date) -> Money | None:
    """Return how much more somebody can be paid on `day` and keep to their limits.

    None if they set none; nothing if they are over one already.
    """
    ordered = _Fees(fees)
    spans = [
        (first, last, most)
        for first, last, kind, most in _spans(limits, day, ordered)
        if kind is not Span.FOUR_WEEKS
    ]
    if limits.four_weeks is not None:
        starts = (day - timedelta(days=back) for back in range(_FOUR_WEEKS.days))
        spans += [(*_four_weeks(each), limits.four_weeks) for each in starts]
    left = [most - ordered.within(first, last) for first, last, most in spans]
    return max(min(left), NOTHING) if left else None


def _spans(limits: Limits, day: date, fees: _Fees) -> Iterator[tuple[date, date, Span, Money]]:
    """Yield each span that `day` lies in, with what is asked for at most in it."""
    if limits.week is not None:
        for back in (day.weekday(), (day.weekday() + 1) % 7):  # from Monday, from Sunday
            first = day - timedelta(days=back)
            yield first, first + _WEEK - _DAY, Span.WEEK, limits.week
    if limits.four_weeks is not None:
        yield *_four_weeks(fees.fullest_weeks(day)), Span.FOUR_WEEKS, limits.four_weeks
    if limits.month is not None:
        for starts in dict.fromkeys((1, limits.month_starts)):
            yield *_ends(month_of(day, starts)), Span.MONTH, limits.month
    if limits.year is not None:
        yield *_ends(tax_year(day)), Span.YEAR, limits.year


def _four_weeks(first: date) -> tuple[date, date]:
    return first, first + _FOUR_WEEKS - _DAY


def _ends(period: Period) -> tuple[date, date]:
    assert period.last, "a month and a tax year end"
    return period.first, period.last


def month_of(day: date, starts: int) -> Period:
    """Return the month that `day` lies in, if months begin on day `starts` (1 to 31).

    Where a month has no such day, it begins on its last: so each day lies in one month.
    """
    first = _start(day, starts)
    if first > day:
        first = _start(day.replace(day=1) - _DAY, starts)
    following = _start(first.replace(day=1) + timedelta(days=32), starts)
    return Period(first, following - _DAY)


def _start(day: date, starts: int) -> date:
    """Return where a month begins in the calendar month of `day`."""
    return day.replace(day=min(starts, monthrange(day.year, day.month)[1]))


def _without_twins(found: Iterable[Over]) -> list[Over]:
    """Leave out a week that says the same as the one a day beside it."""
    kept: list[Over] = []
    for each in found:
        is_twin = any(
            abs((each.period.first - other.period.first).days) <= 1
            and each.total == other.total and each.most == other.most
            for other in kept
        )  # fmt: skip
        if not is_twin:
            kept.append(each)
    return kept
