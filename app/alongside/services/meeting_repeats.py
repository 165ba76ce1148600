"""The days on which a repeated meeting falls."""

import calendar
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice, takewhile

from alongside.domain.errors import UserError
from alongside.i18n import _

MOST_REPEATS = 60
"""A slip of the finger should not make a thousand meetings: five years of months is enough."""


def days_after(first: date, until: date, weeks: int | None) -> list[date]:
    """Return the days after `first`, up to and including `until`, every so many `weeks`.

    None means every month on the same weekday: the second Tuesday, say; where a month has no
    fifth one, its last. Raise UserError on `until` for no day at all, or more than anyone plans.
    """
    coming = takewhile(
        lambda day: day <= until, _by_weeks(first, weeks) if weeks else _by_months(first)
    )
    days = list(islice(coming, MOST_REPEATS + 1))
    if not days:
        raise UserError("until", _("No meeting falls between the first one and that day."))
    if len(days) > MOST_REPEATS:
        raise UserError(
            "until",
            _("That would make more than {number} meetings. Choose an earlier day.").format(
                number=MOST_REPEATS
            ),
        )
    return days


def _by_weeks(first: date, weeks: int) -> Iterator[date]:
    day = first
    while (date.max - day).days > 7 * weeks:
        day += timedelta(weeks=weeks)
        yield day


def _by_months(first: date) -> Iterator[date]:
    place = (first.day - 1) // 7
    year, month = first.year, first.month
    while year < date.max.year:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        start, length = calendar.monthrange(year, month)
        number = 1 + (first.weekday() - start) % 7 + 7 * place
        yield date(year, month, number if number <= length else number - 7)
