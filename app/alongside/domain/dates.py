"""Days, times and lengths as people write and say them: 9 May 2026, 13:40, 2 hours 30 minutes."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from fractions import Fraction
from functools import lru_cache

from alongside.domain.errors import UserError
from alongside.i18n import _, language, ngettext


def months() -> list[str]:
    """Return the names of the months, January first."""
    return list(_months(language()))


@lru_cache(maxsize=8)
def _months(_language: str) -> tuple[str, ...]:
    """Look the names up once for each language: long lists say hundreds of days."""
    return (
        _("January"),
        _("February"),
        _("March"),
        _("April"),
        _("May"),
        _("June"),
        _("July"),
        _("August"),
        _("September"),
        _("October"),
        _("November"),
        _("December"),
    )


def _weekdays() -> list[str]:
    return [
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    ]


def say_date(day: date) -> str:
    """Return "9 May 2026"."""
    return f"{day.day} {months()[day.month - 1]} {day.year}"


def say_day(day: date) -> str:
    """Return "Saturday 9 May 2026"."""
    return f"{_weekdays()[day.weekday()]} {say_date(day)}"


def say_time(moment: time) -> str:
    """Return "13:40"."""
    return f"{moment.hour:02}:{moment.minute:02}"


def say_moment(moment: datetime) -> str:
    """Return "9 May 2026, 13:40"."""
    return f"{say_date(moment.date())}, {say_time(moment.time())}"


def say_minutes(minutes: int) -> str:
    """Return "2 hours 30 minutes", "1 hour", "45 minutes"."""
    hours, rest = divmod(minutes, 60)
    parts = []
    if hours:
        parts.append(ngettext("{n} hour", "{n} hours", hours).format(n=hours))
    if rest or not hours:
        parts.append(ngettext("{n} minute", "{n} minutes", rest).format(n=rest))
    return " ".join(parts)


def parse_date(text: str, field: str) -> date:
    """Read "9 May 2026", "9/5/2026", "9.5.26" or "2026-05-09". Raise UserError on `field`.

    Day before month, as in Britain; a two-figure year is in this century. Months are those of the
    chosen language, and a weekday before them may have two words ("Dydd Llun 9 Mai 2026").
    """
    typed = text.strip()
    words = re.fullmatch(
        r"(?:[^\W\d]+,?\s+){0,2}(\d{1,2})(?:st|nd|rd|th)?\s+([^\W\d]{3,})\.?\s+(\d{4}|\d{2})",
        typed,
    )
    figures = re.fullmatch(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})", typed)
    iso = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", typed)
    if words:
        starts = [
            n
            for n, name in enumerate(months(), 1)
            if name.casefold().startswith(words[2].casefold())
        ]
        if len(starts) != 1:
            raise UserError(field, _("“{text}” is not a month.").format(text=words[2]))
        year, month, day = int(words[3]), starts[0], int(words[1])
    elif figures:
        year, month, day = int(figures[3]), int(figures[2]), int(figures[1])
    elif iso:
        year, month, day = int(iso[1]), int(iso[2]), int(iso[3])
    else:
        raise UserError(
            field,
            _("“{text}” is not a date. Type it like 9 May 2026 or 9/5/2026.").format(text=typed),
        )
    if year < 100:
        year += 2000
    try:
        found = date(year, month, day)
    except ValueError:
        raise UserError(field, _("There is no such day as {text}.").format(text=typed)) from None
    if not 1900 <= found.year <= 2199:
        raise UserError(field, _("The year {year} cannot be right.").format(year=found.year))
    return found


def parse_time(text: str, field: str) -> time:
    """Read "13:40", "13.40", "1340", "9" or "1:40 pm". Raise UserError on `field`."""
    typed = text.strip().casefold()
    match = re.fullmatch(r"(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm)?", typed)
    if match:
        hour, minute = int(match[1]), int(match[2] or 0)
        if match[3]:
            if not 1 <= hour <= 12:
                hour = 99
            hour = hour % 12 + (12 if match[3] == "pm" else 0)
        if hour < 24 and minute < 60:
            return time(hour, minute)
    raise UserError(
        field, _("“{text}” is not a time. Type it like 13:40.").format(text=text.strip())
    )


def parse_minutes(text: str, field: str) -> int:
    """Read a length in hours, "1.5", "1:30", "1 h 30", "45 min", as minutes.

    Raise UserError on `field`. More than a day cannot be right.
    """
    typed = text.strip().casefold()
    hours = re.fullmatch(r"(\d{1,2})(?:\.(\d{1,2}))?\s*(?:h|hours?|hrs?)?", typed)
    clock = re.fullmatch(
        r"(\d{1,2})(?::|\s*(?:h|hours?|hrs?)\s*)(\d{1,2})\s*(?:m|min|minutes?)?", typed
    )
    only = re.fullmatch(r"(\d{1,4})\s*(?:m|min|minutes?)", typed)
    if only:
        minutes = int(only[1])
    elif clock and int(clock[2]) < 60:
        minutes = int(clock[1]) * 60 + int(clock[2])
    elif hours:
        exact = Fraction(f"{hours[1]}.{hours[2] or 0}") * 60
        if exact.denominator != 1:
            raise UserError(
                field,
                _("“{text}” hours is not a whole number of minutes.").format(text=text.strip()),
            )
        minutes = int(exact)
    else:
        raise UserError(
            field,
            _("“{text}” is not a length of time. Type hours, like 1.5 or 1:30.").format(
                text=text.strip()
            ),
        )
    if minutes > 24 * 60:
        raise UserError(field, _("A length of time cannot be more than a day."))
    return minutes


def minutes_between(start: time, end: time) -> int:
    """Return the minutes from `start` to `end` on the same day; negative if `end` is earlier."""
    return (end.hour - start.hour) * 60 + end.minute - start.minute


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both included; no `last` means it has not ended."""

    first: date
    last: date | None = None

    def __contains__(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


def tax_year(day: date) -> Period:
    """Return the tax year that holds `day`: 6 April to 5 April (Income Tax Act 2007, s. 4)."""
    starts = day.year if (day.month, day.day) >= (4, 6) else day.year - 1
    return Period(date(starts, 4, 6), date(starts + 1, 4, 5))
