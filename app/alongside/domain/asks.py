"""Which facts of a day the rules of a policy look at: nobody is asked for any other."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from alongside.domain.caps import CARE, JOURNEY, caps_on
from alongside.domain.claims import Category, Section
from alongside.domain.policy import Policy, mileage_on
from alongside.domain.policy_limits import CapOn

EXPENSES = frozenset(c for c in Category if c.section is Section.EXPENSE)


@dataclass(frozen=True, slots=True)
class Asks:
    """What a policy wants to know of a day; nothing where it has no rule about it.

    `travel`: the time on the way; `time_away`: when somebody left home and came back; `nights`:
    how many, and of which of the `regions`; `passengers`: who was carried; `by_bus`: whether
    public transport would have suited; `capped` and `agreed_first`: which expenses have a limit,
    and which are agreed before they are spent.
    """

    travel: bool = False
    time_away: bool = False
    nights: bool = False
    regions: tuple[str, ...] = ()
    passengers: bool = False
    by_bus: bool = False
    capped: frozenset[Category] = frozenset()
    agreed_first: frozenset[Category] = frozenset()


def asks_for(policy: Policy, day: date) -> Asks:
    """Return which facts the rules of `policy` use on `day`."""
    meals, nights = caps_on(policy, CapOn.MEAL, day), caps_on(policy, CapOn.NIGHT, day)
    mileage = mileage_on(policy.mileage, day)
    return Asks(
        travel=any(rule.hourly and rule.matter.first <= day for rule in policy.travel_times),
        time_away=any(cap.minutes_away or cap.left_before or cap.back_after for cap in meals),
        nights=bool(nights),
        regions=tuple(dict.fromkeys(cap.region for cap in nights if cap.region)),
        passengers=mileage is not None and Category.PASSENGER in mileage.rates,
        by_bus=mileage is not None and mileage.public_transport is not None,
        capped=_capped(policy, day),
        agreed_first=frozenset().union(
            *(rule.categories for rule in policy.approvals_before if rule.first <= day)
        ),
    )


def together(asked: Iterable[Asks]) -> Asks:
    """Return what any of several policies wants to know."""
    every = tuple(asked)
    return Asks(
        travel=any(each.travel for each in every),
        time_away=any(each.time_away for each in every),
        nights=any(each.nights for each in every),
        regions=tuple(dict.fromkeys(region for each in every for region in each.regions)),
        passengers=any(each.passengers for each in every),
        by_bus=any(each.by_bus for each in every),
        capped=frozenset().union(*(each.capped for each in every)),
        agreed_first=frozenset().union(*(each.agreed_first for each in every)),
    )


def _capped(policy: Policy, day: date) -> frozenset[Category]:
    """Return the expenses that some cap limits."""
    usual = {
        CapOn.MEAL: frozenset({Category.MEALS}), CapOn.NIGHT: frozenset({Category.OVERNIGHT}),
        CapOn.CARE_HOUR: CARE, CapOn.JOURNEY: JOURNEY, CapOn.CLAIM: EXPENSES,
    }  # fmt: skip
    return frozenset().union(
        *(cap.categories or all_ for on, all_ in usual.items() for cap in caps_on(policy, on, day))
    )
