"""A pay policy: dated rules that say what is offered for time, and what a mile is worth.

A rate is never edited. A new rule with a later `from` day takes its place, so that any day in the
past still pays what it paid.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from itertools import combinations, product
from typing import Protocol, TypeVar

from alongside.domain.claims import Category
from alongside.domain.meetings import ActivityKind, Role
from alongside.domain.money import NOTHING, Money

NO_HOURS = Fraction(0)


class Shape(StrEnum):
    """The shapes of fee seen in the field (domain list 2.1)."""

    HALF_AND_FULL_DAY = "half_and_full_day"
    BLOCK = "block"
    HOURLY = "hourly"
    PER_TASK = "per_task"
    STANDARD_TIME = "standard_time"
    NIL = "nil"


class PartPays(StrEnum):
    """What someone who was there for part of a meeting is offered."""

    FULL = "full"
    BY_TIME = "by_time"


class Where(StrEnum):
    """Which way of taking part a rule is for."""

    ANY = "any"
    IN_PERSON = "in person"
    ONLINE = "online"

    def holds(self, *, is_online: bool) -> bool:
        """Return whether a rule for this way holds for someone online, or in the room."""
        return self is Where.ANY or (self is Where.ONLINE) == is_online


@dataclass(frozen=True, slots=True)
class Matter:
    """What a rule is about: from which day, for which activities, roles and way of taking part.

    Empty sets mean every activity, every role.
    """

    first: date
    activities: frozenset[ActivityKind] = frozenset()
    roles: frozenset[Role] = frozenset()
    where: Where = Where.ANY

    def holds(self, day: date, kind: ActivityKind, role: Role, *, is_online: bool) -> bool:
        """Return whether the rule is for this day, activity, role and way of taking part."""
        return (
            self.first <= day
            and (not self.activities or kind in self.activities)
            and (not self.roles or role in self.roles)
            and self.where.holds(is_online=is_online)
        )

    @property
    def named(self) -> tuple[bool, bool, bool]:
        """Which things the rule names: activities, roles, way of taking part."""
        return bool(self.activities), bool(self.roles), self.where is not Where.ANY

    @property
    def narrowness(self) -> int:
        """How many things the rule names: a rule for chairs goes before a rule for anybody."""
        return sum(self.named)


@dataclass(frozen=True, slots=True)
class Fee:
    """What is offered for taking part. Which amounts are used depends on the shape.

    `amount` is for half a day, a block, an hour or a task; `full` for a full day; `hours` is the
    threshold of a full day, the length of a block, or the standard time. `round_to` is the part of
    an hour, in minutes, that counts as whole; 0 pays by the minute.
    """

    matter: Matter
    shape: Shape
    amount: Money = NOTHING
    full: Money = NOTHING
    hours: Fraction = NO_HOURS
    round_to: int = 0


@dataclass(frozen=True, slots=True)
class Preparation:
    """What is offered for preparation: a fixed amount, or an amount an hour up to `most_hours`."""

    matter: Matter
    fixed: Money = NOTHING
    hourly: Money = NOTHING
    most_hours: Fraction = NO_HOURS


@dataclass(frozen=True, slots=True)
class HomeMeeting:
    """An allowance for phone, internet, paper and ink when meeting from home."""

    matter: Matter
    amount: Money


class Notice(StrEnum):
    """How days of notice are counted."""

    CALENDAR = "calendar"
    WORKING = "working"


class CancelledBy(StrEnum):
    """Who cancelled."""

    PERSON = "person"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class Cancellation:
    """What part of the fee is offered for a cancellation with `days` of notice or fewer."""

    matter: Matter
    by: CancelledBy
    days: int
    percent: int
    notice: Notice = Notice.CALENDAR


@dataclass(frozen=True, slots=True)
class Part:
    """How part attendance is paid."""

    matter: Matter
    pays: PartPays


@dataclass(frozen=True, slots=True)
class Mileage:
    """What a mile is worth from a day on, by vehicle; a car earns less over 10,000 miles a year."""

    first: date
    rates: dict[Category, Money] = field(hash=False)
    car_over_10000: Money


@dataclass(frozen=True, slots=True)
class Policy:
    """A pay policy, read and checked."""

    name: str
    summary: str
    note: str = ""
    fees: tuple[Fee, ...] = ()
    preparation: tuple[Preparation, ...] = ()
    home_meetings: tuple[HomeMeeting, ...] = ()
    cancellations: tuple[Cancellation, ...] = ()
    parts: tuple[Part, ...] = ()
    mileage: tuple[Mileage, ...] = ()


class _Ruled(Protocol):
    @property
    def matter(self) -> Matter: ...


R = TypeVar("R", bound=_Ruled)
Rule = Fee | Preparation | HomeMeeting | Cancellation | Part


def in_force(
    rules: Iterable[R], day: date, kind: ActivityKind, role: Role, *, is_online: bool
) -> R | None:
    """Return the rule that holds: of the narrowest, the one that started last; or None."""
    holding = [rule for rule in rules if rule.matter.holds(day, kind, role, is_online=is_online)]
    return max(holding, key=lambda rule: (rule.matter.narrowness, rule.matter.first), default=None)


def mileage_on(rules: Sequence[Mileage], day: date) -> Mileage | None:
    """Return the mileage rates of `day`: the journey's day decides, not the claim's."""
    return max((rule for rule in rules if rule.first <= day), key=lambda r: r.first, default=None)


def contradiction(
    rules: Sequence[Rule],
) -> tuple[Rule, Rule, ActivityKind, Role] | None:
    """Return two rules that say different things for one activity and role, or None.

    A later rule may take the place of an earlier one, and a narrower one goes before a wider one;
    all else would leave it to chance what someone is paid. Cancellations: those by one side only.
    """
    for one, other in combinations(rules, 2):
        if not _differ(one, other):
            continue
        day = max(one.matter.first, other.matter.first)
        for kind, role, is_online in product(ActivityKind, Role, (False, True)):
            holding = [
                rule
                for rule in rules
                if rule.matter.holds(day, kind, role, is_online=is_online)
                and rule.matter.narrowness >= one.matter.narrowness
            ]
            is_decided = any(r.matter.narrowness > one.matter.narrowness for r in holding)
            if one in holding and other in holding and not is_decided:
                return one, other, kind, role
    return None


def _differ(one: Rule, other: Rule) -> bool:
    """Whether neither of two rules goes before the other, and they say different things."""
    if one.matter.narrowness != other.matter.narrowness:
        return False
    if replace(one, matter=other.matter) == other:
        return False
    if one.matter.named != other.matter.named:
        return True
    if one.matter.first != other.matter.first:
        return False
    if isinstance(one, Cancellation) and isinstance(other, Cancellation):
        # Bands about the same matter are one set, as long as they count days of notice alike.
        is_one_set = one.matter == other.matter and one.notice is other.notice
        return one.days == other.days or not is_one_set
    return True
