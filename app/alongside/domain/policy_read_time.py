"""Reads the tables of a policy file that say what people are offered for their time."""

from fractions import Fraction

from alongside.domain.meetings import ActivityKind, Role
from alongside.domain.money import NOTHING, Money
from alongside.domain.policy_keys import key_names, kind_of
from alongside.domain.policy_rules import (
    NO_HOURS,
    Cancellation,
    CancelledBy,
    Debrief,
    Each,
    Fee,
    HomeMeeting,
    Matter,
    Notice,
    OnlineSetUp,
    Part,
    PartPays,
    Preparation,
    Region,
    Retainer,
    Rounding,
    Shape,
    TravelTime,
    Where,
)
from alongside.domain.policy_table import Table
from alongside.i18n import _


def _matter(table: Table) -> Matter:
    return Matter(
        first=table.day("from"),
        activities=table.choices("activities", ActivityKind),
        roles=table.choices("roles", Role),
        where=table.choice("where", Where, Where.ANY),
    )


def _hours(table: Table, key: str) -> Fraction:
    minutes = table.minutes(key)
    if not minutes:
        raise table.fault(_("“{key}” cannot be nothing.").format(key=key), key)
    return Fraction(minutes, 60)


def _fee_amount(table: Table, key: str) -> Money:
    amount = table.money(key)
    if not amount:
        words = _('“{key}” is nothing: if no fee is offered, say so with shape = "nil".')
        raise table.fault(words.format(key=key), key)
    return amount


def fee(table: Table) -> Fee:
    """Return a [[fee]]: each shape has its own keys."""
    table.only(key_names("fee"))
    shape = table.choice("shape", Shape)
    for key in table.values:
        if not kind_of("fee").has_meaning(key, shape):
            words = _("“{key}” has no meaning for the shape “{shape}”.")
            raise table.fault(words.format(key=key, shape=shape), key)
    matter = _matter(table)
    if shape is Shape.NIL:
        return Fee(matter, shape)
    if shape is Shape.PER_TASK:
        return Fee(matter, shape, _fee_amount(table, "amount"))
    if shape is Shape.BLOCK:
        return Fee(matter, shape, _fee_amount(table, "amount"), hours=_hours(table, "hours"))
    if shape is Shape.HOURLY:
        return _hourly(table, matter)
    if shape is Shape.STANDARD_TIME:
        return Fee(matter, shape, _fee_amount(table, "rate"), hours=_hours(table, "hours"))
    half, full = _fee_amount(table, "half"), _fee_amount(table, "full")
    if full < half:
        raise table.fault(_("“full” is less than “half”."), "full")
    return Fee(matter, shape, half, full, _hours(table, "hours"))


def _hourly(table: Table, matter: Matter) -> Fee:
    round_to = table.whole("round_to", 60, 0)
    if "rounding" in table.values and not round_to:
        words = _("“rounding” needs “round_to”: which part of an hour time is rounded to.")
        raise table.fault(words, "rounding")
    return Fee(
        matter,
        Shape.HOURLY,
        _fee_amount(table, "rate"),
        round_to=round_to,
        rounding=table.choice("rounding", Rounding, Rounding.UP),
        least_hours=_hours(table, "least_hours") if "least_hours" in table.values else NO_HOURS,
    )


def _timed(table: Table, words: str) -> tuple[Money, Money, Fraction]:
    """Return a set amount, or an hourly rate with its most hours. `words` ask for one of them."""
    if ("amount" in table.values) == ("rate" in table.values):
        raise table.fault(words, "amount")
    if "amount" in table.values:
        if "most_hours" in table.values:
            words = _("“most_hours” goes with “rate”, not with “amount”.")
            raise table.fault(words, "most_hours")
        return table.money("amount"), NOTHING, NO_HOURS
    most = _hours(table, "most_hours") if "most_hours" in table.values else NO_HOURS
    return NOTHING, table.money("rate"), most


def preparation(table: Table) -> Preparation:
    """Return a [[preparation]]. Raise UserError on `file`, as all these readers do."""
    table.only(key_names("preparation"))
    words = _("say either “amount”, the same each time, or “rate”, for an hour of preparation.")
    return Preparation(_matter(table), *_timed(table, words))


def travel_time(table: Table) -> TravelTime:
    """Return a [[travel_time]]: online there is no journey, so it has no `where`."""
    table.only(key_names("travel_time"))
    words = _("say either “amount”, the same each time, or “rate”, for an hour on the way.")
    return TravelTime(_matter(table), *_timed(table, words))


def online(table: Table) -> OnlineSetUp:
    """Return an [[online]]: an allowance for getting ready to take part online."""
    table.only(key_names("online"))
    return OnlineSetUp(_matter(table), table.money("amount"))


def debrief(table: Table) -> Debrief:
    """Return a [[debrief]]."""
    table.only(key_names("debrief"))
    return Debrief(_matter(table), table.money("amount"))


def retainer(table: Table) -> Retainer:
    """Return a [[retainer]]: it is for a role, not for what is done in it."""
    table.only(key_names("retainer"))
    return Retainer(_matter(table), table.money("amount"), table.choice("each", Each))


def home_meeting(table: Table) -> HomeMeeting:
    """Return a [[home_meeting]]."""
    table.only(key_names("home_meeting"))
    return HomeMeeting(_matter(table), table.money("amount"))


def cancellation(table: Table) -> Cancellation:
    """Return a [[cancellation]]; bank holidays matter only where working days are counted."""
    table.only(key_names("cancellation"))
    band = Cancellation(
        _matter(table),
        by=table.choice("by", CancelledBy),
        days=table.whole("days", 366),
        percent=table.whole("percent", 100),
        notice=table.choice("notice", Notice, Notice.CALENDAR),
        holidays=table.choice("holidays", Region) if "holidays" in table.values else None,
    )
    if band.holidays and band.notice is not Notice.WORKING:
        words = _('“holidays” needs notice = "working": calendar days have no bank holidays.')
        raise table.fault(words, "holidays")
    return band


def part(table: Table) -> Part:
    """Return a [[part]]; only a floor has a percentage."""
    table.only(key_names("part"))
    pays = table.choice("pays", PartPays)
    if pays is not PartPays.FLOOR and "percent" in table.values:
        words = _('“percent” goes with pays = "floor" only.')
        raise table.fault(words, "percent")
    percent = table.whole("percent", 100) if pays is PartPays.FLOOR else 0
    return Part(_matter(table), pays, percent)
