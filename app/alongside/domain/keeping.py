"""When backups are made and why, and which are kept: many of late, fewer of long ago."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from enum import StrEnum

from alongside.i18n import _

EVERY = timedelta(minutes=30)
"""As long as things change, there is a backup so often: no more than this is ever typed twice."""

ALL, DAILY, WEEKLY = timedelta(days=2), timedelta(days=14), timedelta(weeks=8)
LONGEST = timedelta(days=731)
"""Two years: a backup holds people who asked to be forgotten since, so none is kept for ever."""


class Why(StrEnum):
    """What a backup was made for."""

    ASKED = "asked"
    CHANGES = "changes"
    EXIT = "exit"
    UPGRADE = "upgrade"
    IMPORT = "import"
    RESTORE = "restore"
    RELOCK = "relock"
    RESCUE = "rescue"

    @property
    def words(self) -> str:
        """Say it, after the time of the backup."""
        return {
            Why.ASKED: _("asked for"),
            Why.CHANGES: _("by itself, after changes"),
            Why.EXIT: _("when Alongside was closed"),
            Why.UPGRADE: _("before a newer Alongside changed the file"),
            Why.IMPORT: _("before an import"),
            Why.RESTORE: _("before another backup was restored"),
            Why.RELOCK: _("before the records were locked anew"),
            Why.RESCUE: _("rescued when the data file was gone or damaged"),
        }[self]


def is_due(last: datetime | None, now: datetime) -> bool:
    """Return whether what changed since the `last` backup should have one of its own now."""
    return last is None or last.date() != now.date() or not timedelta(0) <= now - last < EVERY


def to_drop(made: Iterable[datetime], now: datetime) -> set[datetime]:
    """Return which of the backups made at these times are dropped at `now`.

    Kept are all of two days, then the last of each day for a fortnight, of each week for eight
    weeks, and of each month for two years; and always the newest there is, however old.
    """
    times = sorted(set(made), reverse=True)
    kept: set[object] = set()
    dropped = set()
    for time in times[1:]:
        span = _span(time, now - time)
        if span is None or span in kept:
            dropped.add(time)
        else:
            kept.add(span)
    return dropped


def _span(time: datetime, age: timedelta) -> object:
    """Return what one backup is kept of at this age: itself, its day, week or month; or None."""
    ages: tuple[tuple[timedelta, Callable[[datetime], object]], ...] = (
        (ALL, lambda time: time),
        (DAILY, lambda time: time.date()),
        (WEEKLY, lambda time: time.isocalendar()[:2]),
        (LONGEST, lambda time: (time.year, time.month)),
    )
    return next((span(time) for oldest, span in ages if age <= oldest), None)
