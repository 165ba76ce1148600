"""Says the rules of a policy about people’s time, each in a sentence."""

from datetime import date
from fractions import Fraction
from functools import singledispatch
from typing import Any

from alongside.domain.dates import say_date, say_minutes
from alongside.domain.money import Money
from alongside.domain.policy_rules import (
    Cancellation,
    CancelledBy,
    Debrief,
    Fee,
    HomeMeeting,
    Matter,
    Notice,
    OnlineSetUp,
    Part,
    PartPays,
    Preparation,
    Retainer,
    Rounding,
    Shape,
    TravelTime,
    Where,
)
from alongside.i18n import _, ngettext


@singledispatch
def say_time_rule(rule: Any) -> str:
    """Return a rule in one sentence: for whom, what, and from which day."""
    raise AssertionError(f"no words for {rule}")


def from_when(what: str, first: date) -> str:
    """Return what holds, and from which day on it does."""
    return _("{what}, from {day}").format(what=what, day=say_date(first))


def _for(matter: Matter, what: str) -> str:
    """Return what holds, for whom, and from which day on."""
    names = [each.words for each in sorted(matter.activities)]
    names += [each.words for each in sorted(matter.roles)]
    if matter.where is not Where.ANY:
        is_online = matter.where is Where.ONLINE
        names.append(_("only online") if is_online else _("only in the room"))
    if names:
        what = _("{who}: {what}").format(who=", ".join(names), what=what)
    return from_when(what, matter.first)


def _hours(hours: Fraction) -> str:
    return say_minutes(int(hours * 60))


@say_time_rule.register
def _fee(rule: Fee) -> str:
    if rule.shape is Shape.HOURLY:
        return _for(rule.matter, _hourly(rule))
    what = {
        Shape.HALF_AND_FULL_DAY: _("{amount} for half a day, {full} from {hours} on"),
        Shape.BLOCK: _("{amount} for each {hours}; a part of it counts as whole"),
        Shape.PER_TASK: _("{amount}, however long it takes"),
        Shape.STANDARD_TIME: _("{hours} at {amount} an hour, however long it takes"),
        Shape.NIL: _("no fee is offered"),
    }[rule.shape]
    said = what.format(amount=rule.amount, full=rule.full, hours=_hours(rule.hours))
    return _for(rule.matter, said)


def _hourly(rule: Fee) -> str:
    said = [_("{rate} an hour").format(rate=rule.amount)]
    if rule.round_to:
        which = {
            Rounding.UP: _("rounded up to {part}"),
            Rounding.NEAREST: _("rounded to the nearest {part}"),
            Rounding.DOWN: _("rounded down to {part}"),
        }[rule.rounding]
        said.append(which.format(part=say_minutes(rule.round_to)))
    if rule.least_hours:
        said.append(_("for {hours} at least").format(hours=_hours(rule.least_hours)))
    return ", ".join(said)


@say_time_rule.register
def _part(rule: Part) -> str:
    what = {
        PartPays.FULL: _("part of a meeting is paid in full"),
        PartPays.BY_TIME: _("part of a meeting is paid by the time"),
        PartPays.FLOOR: _("part of a meeting is paid by the time, and {percent}% at least"),
    }[rule.pays]
    return _for(rule.matter, what.format(percent=rule.percent))


@say_time_rule.register
def _timed(rule: Preparation | TravelTime) -> str:
    if not rule.hourly:
        return _for(rule.matter, _each_time(rule.fixed))
    what = _("{rate} an hour").format(rate=rule.hourly)
    if rule.most_hours:
        most = _("for {hours} at most").format(hours=_hours(rule.most_hours))
        what = f"{what}, {most}"
    return _for(rule.matter, what)


@say_time_rule.register
def _set(rule: OnlineSetUp | Debrief | HomeMeeting) -> str:
    return _for(rule.matter, _each_time(rule.amount))


def _each_time(amount: Money) -> str:
    return _("{amount} each time").format(amount=amount)


@say_time_rule.register
def _retainer(rule: Retainer) -> str:
    what = {
        "month": _("{amount} each month"),
        "quarter": _("{amount} each quarter of a year"),
        "year": _("{amount} each year"),
    }[rule.each]
    return _for(rule.matter, what.format(amount=rule.amount))


@say_time_rule.register
def _cancellation(rule: Cancellation) -> str:
    is_working = rule.notice is Notice.WORKING
    days = (
        ngettext("{n} working day", "{n} working days", rule.days)
        if is_working
        else ngettext("{n} day", "{n} days", rule.days)
    ).format(n=rule.days)
    what = (
        _("we cancel with {days} of notice or fewer: {percent}% of the fee")
        if rule.by is CancelledBy.ORGANISATION
        else _("the person cancels with {days} of notice or fewer: {percent}% of the fee")
    ).format(days=days, percent=rule.percent)
    if rule.holidays:
        nation = _("without the bank holidays of {nation}").format(nation=rule.holidays.words)
        what = f"{what}, {nation}"
    return _for(rule.matter, what)
