"""A pay policy: dated rules that say what is offered for time, and what a mile is worth.

A rate is never edited. A new rule with a later `from` day takes its place, so that any day in the
past still pays what it paid.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import combinations, product
from typing import Protocol, TypeVar

from alongside.domain.claims import Category
from alongside.domain.meetings import ActivityKind, Role
from alongside.domain.money import Money
from alongside.domain.policy_limits import (
    ApprovalBefore,
    ApprovalRules,
    Cap,
    Deadline,
    Receipt,
)
from alongside.domain.policy_rules import (
    Cancellation,
    Debrief,
    Fee,
    HomeMeeting,
    Matter,
    OnlineSetUp,
    Part,
    Preparation,
    Region,
    Retainer,
    TravelTime,
)

FULL_RATE_MILES = 10_000
"""Miles a tax year at the full car rate (HMRC approved mileage allowance payments)."""


@dataclass(frozen=True, slots=True)
class Mileage:
    """What a mile is worth from a day on, by vehicle.

    A car earns `car_over_10000` beyond `full_rate_miles` in a tax year, and `public_transport`, if
    that is less, where a bus or train would have suited the person as well.
    """

    first: date
    rates: dict[Category, Money] = field(hash=False)
    car_over_10000: Money
    public_transport: Money | None = None
    full_rate_miles: int = FULL_RATE_MILES


@dataclass(frozen=True, slots=True)
class Policy:
    """A pay policy, read and checked."""

    name: str
    summary: str
    note: str = ""
    fees: tuple[Fee, ...] = ()
    preparation: tuple[Preparation, ...] = ()
    travel_times: tuple[TravelTime, ...] = ()
    online_set_ups: tuple[OnlineSetUp, ...] = ()
    debriefs: tuple[Debrief, ...] = ()
    home_meetings: tuple[HomeMeeting, ...] = ()
    retainers: tuple[Retainer, ...] = ()
    cancellations: tuple[Cancellation, ...] = ()
    parts: tuple[Part, ...] = ()
    mileage: tuple[Mileage, ...] = ()
    caps: tuple[Cap, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    approvals_before: tuple[ApprovalBefore, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    approvals: tuple[ApprovalRules, ...] = ()

    @property
    def holidays(self) -> Region | None:
        """The nation whose bank holidays are no working days; a file names one, or none."""
        return next((band.holidays for band in self.cancellations if band.holidays), None)


class _Ruled(Protocol):
    @property
    def matter(self) -> Matter: ...


R = TypeVar("R", bound=_Ruled)
Rule = (
    Fee | Preparation | TravelTime | OnlineSetUp | Debrief | HomeMeeting | Retainer
    | Cancellation | Part
)  # fmt: skip


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
        alike = (one.notice, one.holidays) == (other.notice, other.holidays)
        is_one_set = one.matter == other.matter and alike
        return one.days == other.days or not is_one_set
    return True
