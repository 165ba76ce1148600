"""What a journey or a support cost comes to, with the reason in words beside every amount."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction

from alongside.domain.activity import Activity
from alongside.domain.agreements import Agreement, agreement_fault
from alongside.domain.claims import Category
from alongside.domain.dates import say_date, say_minutes
from alongside.domain.errors import UserError
from alongside.domain.expense_lines import ExpenseLine, Journey, UsualCost
from alongside.domain.miles import say_miles
from alongside.domain.money import Money
from alongside.domain.policy import Policy, mileage_on
from alongside.i18n import _, ngettext

JOURNEYS = frozenset({Category.CAR, Category.MOTORCYCLE, Category.BICYCLE, Category.PASSENGER,
                      Category.BUS_TRAIN_TRAM, Category.TAXI, Category.PARKING, Category.TOLLS,
                      Category.OVERNIGHT})  # fmt: skip
"""Costs of getting there: nobody who joined from home has them."""


def work_out_expenses(
    policy: Policy,
    activity: Activity,
    usual_costs: Iterable[UsualCost],
    tenths_before: Mapping[Category, int],
) -> tuple[ExpenseLine, ...]:
    """Return an expense line for each usual cost of someone who took part.

    A car that carries people by name has a second line for them, where the policy pays that.
    `tenths_before`: tenths of a mile claimed earlier in the tax year, by category. Online there
    is no journey, but support is still needed. Raise UserError without a mileage rate. Caps are
    not looked at here: see `capped_expenses`.
    """
    if not activity.state.is_present:
        return ()
    before = dict(tenths_before)
    lines = []
    for cost in usual_costs:
        if activity.is_online and cost.category in JOURNEYS:
            continue
        for each in _with_passengers(policy, activity, cost):
            line = _work_out(policy, activity, each, before.get(each.category, 0))
            before[each.category] = before.get(each.category, 0) + line.tenths_of_mile
            is_beside = each.category is not cost.category
            lines.append(replace(line, key=f"passengers:{cost.id}") if is_beside else line)
    return tuple(lines)


def _with_passengers(policy: Policy, activity: Activity, cost: UsualCost) -> Iterator[UsualCost]:
    """Yield a cost, and for a car the supplement for those whom it carries."""
    yield cost
    rates = mileage_on(policy.mileage, activity.day)
    pays = rates is not None and Category.PASSENGER in rates.rates
    if cost.category is Category.CAR and cost.passengers and pays:
        words = _("passengers: {journey}").format(journey=cost.words)
        yield replace(cost, category=Category.PASSENGER, words=words)


def mileage(
    policy: Policy,
    category: Category,
    day: date,
    tenths: int,
    tenths_before: int,
    *,
    could_go_by_bus: bool = False,
) -> tuple[Money, str]:
    """Return the amount for `tenths` of a mile on `day`, and why.

    `tenths_before` were claimed earlier in the same tax year: a car's rate falls over 10,000
    miles (or as many as the policy says), and a journey that crosses is paid part at each rate.
    Who drove and `could_go_by_bus` has the rate for that, if the policy has one and it is lower;
    where public transport did not suit, nobody is paid less. Raise UserError without a rate.
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
    rate, low_rate = rates.rates[category], rates.car_over_10000
    since = _("(rate from {day})").format(day=say_date(rates.first))
    by_bus = rates.public_transport
    is_by_choice = category is Category.CAR and could_go_by_bus and by_bus is not None
    if is_by_choice and by_bus is not None:
        is_by_choice = by_bus < rate
        rate, low_rate = min(rate, by_bus), min(low_rate, by_bus)
    at_full = tenths
    if category is Category.CAR:
        at_full = max(0, min(tenths, rates.full_rate_miles * 10 - tenths_before))
    over = tenths - at_full
    # The sum is exact and rounded once, in Money.times: two rounded parts could differ by a penny.
    exact = rate.pence * Fraction(at_full, 10) + low_rate.pence * Fraction(over, 10)
    amount = Money(1).times(exact)
    if is_by_choice:
        since = _("(rate from {day}, where public transport would do)").format(
            day=say_date(rates.first)
        )
    if not over:
        # translators: {since} is in brackets: (rate from 6 April 2026)
        return amount, _("{miles} at {rate} a mile {since}").format(
            miles=say_miles(tenths), rate=rate, since=since
        )
    low = _("{miles} at {rate} a mile, over {most} this tax year").format(
        miles=say_miles(over), rate=low_rate, most=say_miles(rates.full_rate_miles * 10)
    )
    if not at_full:
        return amount, f"{low} {since}"
    high = _("{miles} at {rate} a mile").format(miles=say_miles(at_full), rate=rate)
    # translators: two rates for one journey: 9 miles at 55p a mile and 3 miles at 25p a mile
    return amount, _("{first} and {second} {since}").format(first=high, second=low, since=since)


def key_of(cost: UsualCost) -> str:
    """Return what a line is known by that comes from a usual cost, whenever it is worked out."""
    return f"usual:{cost.id}"


def _work_out(policy: Policy, activity: Activity, cost: UsualCost, before: int) -> ExpenseLine:
    tenths = minutes = 0
    if cost.category.is_by_mile:
        tenths = cost.tenths_of_mile * (2 if cost.is_return else 1)
        made = Journey(cost.category, activity.day, tenths, cost.passengers, cost.could_go_by_bus)
        amount, why = journey(policy, made, before)
    elif cost.rate is not None:
        minutes = cost.minutes if cost.minutes is not None else max(
            activity.minutes, activity.planned_minutes)  # fmt: skip
        amount = cost.rate.times(Fraction(minutes, 60))
        why = _("{length} at {rate} an hour").format(length=say_minutes(minutes), rate=cost.rate)
    else:
        amount, why, minutes = cost.amount, _("usual cost"), cost.minutes or 0
    agreed = Agreement(cost.agreed_by, cost.agreed_on, cost.agreed_until)
    note = agreed.standing(activity.day) or agreement_fault(
        policy, cost.category, amount, activity.day, agreed
    )
    if note:
        why = f"{why}; {note}"
    return ExpenseLine(
        key_of(cost), cost.category, cost.words, amount, why, cost.handling, tenths, minutes,
        cost.passengers if cost.category is Category.PASSENGER else (), cost.could_go_by_bus,
        cost.agreed_by, cost.agreed_on, cost.agreed_until, cost.payee_id,
    )  # fmt: skip


def journey(policy: Policy, made: Journey, tenths_before: int) -> tuple[Money, str]:
    """Return the amount of a journey, once for each passenger who was carried, and why.

    `tenths_before` as for `mileage`. Raise UserError without a rate.
    """
    carried = len(made.passengers) if made.category is Category.PASSENGER else 0
    amount, why = mileage(
        policy, made.category, made.day, made.tenths * max(1, carried), tenths_before,
        could_go_by_bus=made.could_go_by_bus,
    )  # fmt: skip
    if not carried:
        return amount, why
    if carried > 1:
        _amount, why = mileage(policy, made.category, made.day, made.tenths, tenths_before)
    words = ngettext("{why}, for {n} passenger: {names}", "{why}, for {n} passengers: {names}",
                     carried)  # fmt: skip
    return amount, words.format(why=why, n=carried, names=", ".join(made.passengers))
