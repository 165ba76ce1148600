"""What somebody is due for holding a role over months, quarters or years."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from alongside.domain.activity import FeeLine
from alongside.domain.claims import Category
from alongside.domain.dates import Period, months, say_date
from alongside.domain.meetings import ActivityKind, Role
from alongside.domain.pay_amounts import since
from alongside.domain.policy import Policy, in_force
from alongside.domain.policy_rules import Each, Retainer
from alongside.i18n import _

YEAR_STARTS = 4
"""The month in which a year of retainers starts: April, as the budgets of public bodies do."""


@dataclass(frozen=True, slots=True)
class RetainerDue:
    """A retainer that is due: the days it is for, and the line that says so."""

    period: Period
    line: FeeLine


def retainers_due(
    policy: Policy,
    role: Role,
    first: date,
    last: date,
    already: Collection[str] = (),
    left: date | None = None,
) -> tuple[RetainerDue, ...]:
    """Return what someone in `role` since `first` is due by `last`, but for the keys in `already`.

    A retainer is due when its month, quarter or year (from April) has ended, or on the day that
    the role was `left`. Somebody who held the role for part of it is offered that part, by days.
    The rule of the first day counts for all of a period. Keys stay the same.
    """
    due, day = [], first
    until = min(last, left) if left else last
    while day <= until:
        rule = _rule(policy, role, day)
        if rule is None:
            later = [r.matter.first for r in policy.retainers if r.matter.first > day]
            if not later:
                break
            day = min(later)
            continue
        whole = period_of(rule.each, day)
        end = whole.last or day
        stayed = Period(day, min(end, left) if left else end)
        if stayed.last and stayed.last <= last and rule.amount:
            line = _line(rule, whole, stayed)
            if line.key not in already:
                due.append(RetainerDue(stayed, line))
        day = end + timedelta(days=1)
    return tuple(due)


def period_of(each: Each, day: date) -> Period:
    """Return the month, the quarter (from January) or the year (from April) that holds `day`."""
    if each is Each.YEAR:
        starts = day.year if day.month >= YEAR_STARTS else day.year - 1
        return Period(date(starts, YEAR_STARTS, 1), date(starts + 1, YEAR_STARTS - 1, 31))
    length = 3 if each is Each.QUARTER else 1
    month = (day.month - 1) // length * length + 1
    after = date(day.year + (month + length > 12), (month + length - 1) % 12 + 1, 1)
    return Period(date(day.year, month, 1), after - timedelta(days=1))


def _rule(policy: Policy, role: Role, day: date) -> Retainer | None:
    return in_force(policy.retainers, day, ActivityKind.MEETING, role, is_online=False)


def _line(rule: Retainer, whole: Period, stayed: Period) -> FeeLine:
    name = _name(rule.each, whole)
    amount, why = rule.amount, _("a set amount for {period}").format(period=name)
    if stayed != whole:
        held, days = _length(stayed), _length(whole)
        amount = rule.amount.times(Fraction(held, days))
        why = _("{held} of the {days} days of {period}, at {amount} for all of it").format(
            held=held, days=days, period=name, amount=rule.amount
        )
    key = f"retainer:{rule.each}:{whole.first.isoformat()}"
    words = _("retainer for {period}").format(period=name)
    return FeeLine(key, Category.RETAINER, words, amount, f"{why} {since(rule.matter)}")


def _length(period: Period) -> int:
    return ((period.last or period.first) - period.first).days + 1


def _name(each: Each, period: Period) -> str:
    first, last = period.first, period.last or period.first
    if each is Each.MONTH:
        return f"{months()[first.month - 1]} {first.year}"
    if each is Each.QUARTER:
        # translators: a quarter of a year: January to March 2026
        return _("{first} to {last} {year}").format(
            first=months()[first.month - 1], last=months()[last.month - 1], year=first.year
        )
    # translators: a year that starts in April: 1 April 2026 to 31 March 2027
    return _("{first} to {last}").format(first=say_date(first), last=say_date(last))
