"""What a journey or a support cost comes to, with the reason in words beside every amount."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from uuid import UUID

from alongside.domain.claims import Category, Handling
from alongside.domain.dates import say_date, say_minutes
from alongside.domain.errors import UserError
from alongside.domain.miles import say_miles
from alongside.domain.money import NOTHING, Money
from alongside.domain.pay import Activity
from alongside.domain.policy import Policy, mileage_on
from alongside.i18n import _

FULL_RATE_TENTHS = 100_000
"""10,000 miles a tax year at the full car rate (HMRC approved mileage allowance payments)."""

JOURNEYS = frozenset({Category.CAR, Category.MOTORCYCLE, Category.BICYCLE, Category.PASSENGER,
                      Category.BUS_TRAIN_TRAM, Category.TAXI, Category.PARKING, Category.TOLLS,
                      Category.OVERNIGHT})  # fmt: skip
"""Costs of getting there: nobody who joined from home has them."""


@dataclass(frozen=True, slots=True)
class UsualCost:
    """A cost that a person usually has. `tenths_of_mile` is one way; `rate` is for an hour.

    `minutes` None means as long as the meeting, also for someone who was there for part of it:
    support is booked for all of it. `agreed_until` is the last day of an agreement.
    """

    id: UUID
    category: Category
    words: str
    tenths_of_mile: int = 0
    is_return: bool = True
    amount: Money = NOTHING
    rate: Money | None = None
    minutes: int | None = None
    handling: Handling = Handling.REIMBURSE
    agreed_until: date | None = None


@dataclass(frozen=True, slots=True)
class ExpenseLine:
    """An expense worked out. `key` stays the same when the line is worked out again."""

    key: str
    category: Category
    words: str
    amount: Money
    why: str
    handling: Handling
    tenths_of_mile: int = 0


def work_out_expenses(
    policy: Policy,
    activity: Activity,
    usual_costs: Iterable[UsualCost],
    tenths_before: Mapping[Category, int],
) -> tuple[ExpenseLine, ...]:
    """Return an expense line for each usual cost of someone who took part.

    `tenths_before`: tenths of a mile claimed earlier in the tax year, by category. Online there
    is no journey, but support is still needed. Raise UserError without a mileage rate.
    """
    if not activity.state.is_present:
        return ()
    before = dict(tenths_before)
    lines = []
    for cost in usual_costs:
        if activity.is_online and cost.category in JOURNEYS:
            continue
        line = _work_out(policy, activity, cost, before.get(cost.category, 0))
        before[cost.category] = before.get(cost.category, 0) + line.tenths_of_mile
        lines.append(line)
    return tuple(lines)


def mileage(
    policy: Policy, category: Category, day: date, tenths: int, tenths_before: int
) -> tuple[Money, str]:
    """Return the amount for `tenths` of a mile on `day`, and why.

    `tenths_before` were claimed earlier in the same tax year: a car's rate falls over 10,000
    miles, and a journey that crosses is paid part at each rate. Raise UserError without a rate.
    """
    rates = mileage_on(policy.mileage, day)
    if rates is None or category not in rates.rates:
        raise UserError(
            "category",
            _("The policy “{policy}” has no rate for {category} on {day}.").format(
                policy=policy.name, category=category.words, day=say_date(day)
            ),
            "policies",
        )
    rate, since = rates.rates[category], _("(rate from {day})").format(day=say_date(rates.first))
    at_full = tenths
    if category is Category.CAR:
        at_full = max(0, min(tenths, FULL_RATE_TENTHS - tenths_before))
    over = tenths - at_full
    # The sum is exact and rounded once, in Money.times: two rounded parts could differ by a penny.
    exact = rate.pence * Fraction(at_full, 10) + rates.car_over_10000.pence * Fraction(over, 10)
    amount = Money(1).times(exact)
    if not over:
        # translators: {since} is in brackets: (rate from 6 April 2026)
        return amount, _("{miles} at {rate} a mile {since}").format(
            miles=say_miles(tenths), rate=rate, since=since
        )
    low = _("{miles} at {rate} a mile, over 10,000 miles this tax year").format(
        miles=say_miles(over), rate=rates.car_over_10000
    )
    if not at_full:
        return amount, f"{low} {since}"
    high = _("{miles} at {rate} a mile").format(miles=say_miles(at_full), rate=rate)
    # translators: two rates for one journey: 9 miles at 55p a mile and 3 miles at 25p a mile
    return amount, _("{first} and {second} {since}").format(first=high, second=low, since=since)


def _work_out(policy: Policy, activity: Activity, cost: UsualCost, before: int) -> ExpenseLine:
    tenths = 0
    if cost.category.is_by_mile:
        tenths = cost.tenths_of_mile * (2 if cost.is_return else 1)
        amount, why = mileage(policy, cost.category, activity.day, tenths, before)
    elif cost.rate is not None:
        minutes = cost.minutes
        if minutes is None:
            minutes = max(activity.minutes, activity.planned_minutes)
        amount = cost.rate.times(Fraction(minutes, 60))
        why = _("{length} at {rate} an hour").format(length=say_minutes(minutes), rate=cost.rate)
    else:
        amount, why = cost.amount, _("usual cost")
    if cost.agreed_until and cost.agreed_until < activity.day:
        why = _("{why}; the agreement ended on {day}: check").format(
            why=why, day=say_date(cost.agreed_until)
        )
    elif cost.agreed_until:
        # translators: {why} is a reason, as it stands on the form
        why = _("{why}; agreed until {day}").format(why=why, day=say_date(cost.agreed_until))
    return ExpenseLine(
        f"usual:{cost.id}", cost.category, cost.words, amount, why, cost.handling, tenths
    )
