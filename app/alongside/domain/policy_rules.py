"""What a policy says of people's time, one dated rule at a time: fees, and what is paid beside."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from alongside.domain.meetings import ActivityKind, Role
from alongside.domain.money import NOTHING, Money
from alongside.i18n import _

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
    FLOOR = "floor"


class Rounding(StrEnum):
    """Which way time goes to the part of an hour that a fee is counted in."""

    UP = "up"
    NEAREST = "nearest"
    DOWN = "down"


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
    an hour, in minutes, that time is rounded to, as `rounding` says; 0 pays by the minute. An
    hourly fee is paid for `least_hours` at least.
    """

    matter: Matter
    shape: Shape
    amount: Money = NOTHING
    full: Money = NOTHING
    hours: Fraction = NO_HOURS
    round_to: int = 0
    rounding: Rounding = Rounding.UP
    least_hours: Fraction = NO_HOURS


@dataclass(frozen=True, slots=True)
class Preparation:
    """What is offered for preparation: a fixed amount, or an amount an hour up to `most_hours`."""

    matter: Matter
    fixed: Money = NOTHING
    hourly: Money = NOTHING
    most_hours: Fraction = NO_HOURS


@dataclass(frozen=True, slots=True)
class TravelTime:
    """What is offered for the time of a journey: set, or an amount an hour up to `most_hours`."""

    matter: Matter
    fixed: Money = NOTHING
    hourly: Money = NOTHING
    most_hours: Fraction = NO_HOURS


@dataclass(frozen=True, slots=True)
class OnlineSetUp:
    """A set amount for getting the connection, the screen and the support ready at home."""

    matter: Matter
    amount: Money


@dataclass(frozen=True, slots=True)
class Debrief:
    """A set amount for talking it over afterwards."""

    matter: Matter
    amount: Money


@dataclass(frozen=True, slots=True)
class HomeMeeting:
    """An allowance for phone, internet, paper and ink when meeting from home."""

    matter: Matter
    amount: Money


class Each(StrEnum):
    """How often a retainer is paid."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Retainer:
    """A set amount for holding a role, whatever is done in it; its matter names roles only."""

    matter: Matter
    amount: Money
    each: Each


class Region(StrEnum):
    """Where bank holidays differ (Banking and Financial Dealings Act 1971, schedule 1)."""

    ENGLAND = "england"
    WALES = "wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern_ireland"

    @property
    def words(self) -> str:
        """The nation as people say it."""
        return {
            Region.ENGLAND: _("England"),
            Region.WALES: _("Wales"),
            Region.SCOTLAND: _("Scotland"),
            Region.NORTHERN_IRELAND: _("Northern Ireland"),
        }[self]


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
    """What part of the fee is offered for a cancellation with `days` of notice or fewer.

    With `holidays`, the bank holidays of that nation are no working days.
    """

    matter: Matter
    by: CancelledBy
    days: int
    percent: int
    notice: Notice = Notice.CALENDAR
    holidays: Region | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """How part attendance is paid: a floor pays by time, and `percent` of the fee at least."""

    matter: Matter
    pays: PartPays
    percent: int = 0
