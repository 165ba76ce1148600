"""What somebody did on one day, and a fee that is offered for it."""

from dataclasses import dataclass
from datetime import date, time

from alongside.domain.claims import Category
from alongside.domain.dates import minutes_between
from alongside.domain.meetings import ActivityKind, Role, State
from alongside.domain.money import Money


@dataclass(frozen=True, slots=True)
class Activity:
    """What one person did, or had planned to do, on one day.

    `minutes` present, or 0 for the planned length; `notice_days` are calendar days between being
    told of a cancellation and the day itself; `travel_minutes` there and back. `holidays` are the
    bank holidays around the day, where the policy says which nation's are no working days.
    """

    day: date
    kind: ActivityKind
    title: str
    role: Role
    state: State
    start: time
    end: time
    minutes: int = 0
    preparation_minutes: int = 0
    is_online: bool = False
    notice_days: int | None = None
    travel_minutes: int = 0
    holidays: frozenset[date] = frozenset()

    @property
    def planned_minutes(self) -> int:
        """How long it was to last."""
        return minutes_between(self.start, self.end)

    @property
    def words(self) -> str:
        """What it was and in which role ("Transport Design Group, meeting, chair")."""
        kind = self.kind.words
        parts = [self.title] if self.title else []
        if kind.casefold() not in self.title.casefold():
            parts.append(kind)
        return ", ".join([*parts, self.role.words])


@dataclass(frozen=True, slots=True)
class FeeLine:
    """A fee that is offered. `key` stays the same when the line is worked out again."""

    key: str
    category: Category
    words: str
    amount: Money
    why: str
