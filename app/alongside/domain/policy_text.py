"""Reads a policy file into the rules that work out pay, and refuses whatever could pay wrongly."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

from alongside.domain.claims import Category
from alongside.domain.errors import UserError
from alongside.domain.meetings import ActivityKind, Role
from alongside.domain.money import Money
from alongside.domain.policy import (
    Cancellation,
    CancelledBy,
    Fee,
    HomeMeeting,
    Matter,
    Mileage,
    Notice,
    Part,
    PartPays,
    Policy,
    Preparation,
    Rule,
    Shape,
    Where,
    contradiction,
)
from alongside.domain.policy_file import PolicyFile, open_policy
from alongside.domain.policy_table import Table
from alongside.i18n import _

R = TypeVar("R", bound=Rule)


class _Shared(StrEnum):
    """Mileage rates that come with Alongside, for any policy to use."""

    HMRC = "hmrc"


_MATTER = ("from", "activities", "roles")
_RULE = (*_MATTER, "where")
DEAREST_MILE = Money(500)
"""More for one mile is a slip of the finger: 45 for 0.45."""
_SHAPE_KEYS = {
    Shape.HALF_AND_FULL_DAY: ("half", "full", "hours"),
    Shape.BLOCK: ("amount", "hours"),
    Shape.HOURLY: ("rate", "round_to"),
    Shape.PER_TASK: ("amount",),
    Shape.STANDARD_TIME: ("rate", "hours"),
    Shape.NIL: (),
}
VEHICLES = (Category.CAR, Category.MOTORCYCLE, Category.BICYCLE, Category.PASSENGER)
"""What a mileage table has a rate for, in the order of the help page."""


def read_policy(text: str, mileage_text: str) -> Policy:
    """Return the rules in a policy file's `text`; `mileage_text` holds the rates it may share.

    Raise UserError on `file`, in a sentence that says where, for anything that is not exactly as
    the help page describes. The file's own examples are not worked out here.
    """
    file = open_policy(text)
    name, summary = file.top.text("name"), file.top.text("summary")
    note = file.top.text("note", "")
    if not file.of("fee"):
        words = _('The file has no [[fee]]. If no fee is offered, say so with shape = "nil".')
        raise UserError("file", words, "policies")
    cancellations = tuple(_cancellation(table) for table in file.of("cancellation"))
    for by in CancelledBy:
        _agree("cancellation", cancellations, [c for c in cancellations if c.by is by])
    return Policy(
        name=name,
        summary=summary,
        note=note,
        fees=_agreed(file, "fee", _fee),
        preparation=_agreed(file, "preparation", _preparation),
        home_meetings=_agreed(file, "home_meeting", _home_meeting),
        cancellations=cancellations,
        parts=_agreed(file, "part", _part),
        mileage=_mileage(file, mileage_text),
    )


def _agreed(file: PolicyFile, kind: str, read: Callable[[Table], R]) -> tuple[R, ...]:
    """Return the rules of one kind, none of which contradicts another."""
    rules = tuple(read(table) for table in file.of(kind))
    _agree(kind, rules, rules)
    return rules


def _agree(kind: str, rules: Sequence[Rule], among: Sequence[Rule]) -> None:
    """Raise UserError if two of `among`, which stand in `rules`, contradict each other."""
    found = contradiction(among)
    if found is None:
        return
    one, other, activity, role = found
    first, second = (
        next(number for number, rule in enumerate(rules, 1) if rule is each)
        for each in (one, other)
    )
    raise UserError(
        "file",
        _("[[{kind}]] number {first} and number {second} say different things about the same "
          "matter: {activity}, {role}. Change one, or write one for just that.").format(
            kind=kind, first=first, second=second, activity=activity.words, role=role.words
        ),
        "policies",
    )  # fmt: skip


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


def _fee(table: Table) -> Fee:
    every_key = {key for keys in _SHAPE_KEYS.values() for key in keys}
    table.only((*_RULE, "shape", *sorted(every_key)))
    shape = table.choice("shape", Shape)
    for key in table.values:
        if key in every_key and key not in _SHAPE_KEYS[shape]:
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
        rate, round_to = _fee_amount(table, "rate"), table.whole("round_to", 60, 0)
        return Fee(matter, shape, rate, round_to=round_to)
    if shape is Shape.STANDARD_TIME:
        return Fee(matter, shape, _fee_amount(table, "rate"), hours=_hours(table, "hours"))
    half, full = _fee_amount(table, "half"), _fee_amount(table, "full")
    if full < half:
        raise table.fault(_("“full” is less than “half”."), "full")
    return Fee(matter, shape, half, full, _hours(table, "hours"))


def _preparation(table: Table) -> Preparation:
    table.only((*_RULE, "amount", "rate", "most_hours"))
    if ("amount" in table.values) == ("rate" in table.values):
        raise table.fault(
            _("say either “amount”, the same each time, or “rate”, for an hour of preparation.")
        )
    if "amount" in table.values:
        if "most_hours" in table.values:
            words = _("“most_hours” goes with “rate”, not with “amount”.")
            raise table.fault(words, "most_hours")
        return Preparation(_matter(table), fixed=table.money("amount"))
    if "most_hours" not in table.values:
        return Preparation(_matter(table), hourly=table.money("rate"))
    return Preparation(
        _matter(table), hourly=table.money("rate"), most_hours=_hours(table, "most_hours")
    )


def _home_meeting(table: Table) -> HomeMeeting:
    table.only((*_MATTER, "amount"))
    return HomeMeeting(_matter(table), table.money("amount"))


def _cancellation(table: Table) -> Cancellation:
    table.only((*_MATTER, "by", "days", "percent", "notice"))
    return Cancellation(
        _matter(table),
        by=table.choice("by", CancelledBy),
        days=table.whole("days", 366),
        percent=table.whole("percent", 100),
        notice=table.choice("notice", Notice, Notice.CALENDAR),
    )


def _part(table: Table) -> Part:
    table.only((*_RULE, "pays"))
    return Part(_matter(table), table.choice("pays", PartPays))


def _mileage(file: PolicyFile, shared: str) -> tuple[Mileage, ...]:
    """Return the file's own mileage rates, or those it shares, or none."""
    tables = file.of("mileage")
    if not tables and "mileage" in file.top.values:
        file.top.choice("mileage", _Shared)
        tables = open_policy(shared).of("mileage")
    found: list[Mileage] = []
    for table in tables:
        table.only(("from", *VEHICLES, "car_over_10000"))
        rates = {each: _mile(table, each) for each in VEHICLES if each in table.values}
        if Category.CAR not in rates:
            raise table.fault(_("“car” is missing: other vehicles stand beside it."))
        mileage = Mileage(table.day("from"), rates, _mile(table, "car_over_10000"))
        for number, before in enumerate(found, 1):
            if before.first == mileage.first:
                words = _("“from” is the same day as in [[mileage]] number {number}.")
                raise table.fault(words.format(number=number), "from")
            for vehicle in before.rates.keys() ^ rates.keys():
                words = _("“{vehicle}” must be in every [[mileage]] or in none: a new table takes "
                          "the place of the whole one before it.")  # fmt: skip
                raise table.fault(words.format(vehicle=vehicle), vehicle)
        found.append(mileage)
    return tuple(found)


def _mile(table: Table, key: str) -> Money:
    rate = table.money(key)
    if rate > DEAREST_MILE:
        words = _('“{key}” is {rate} for one mile. Write pounds and pence, like "0.45".')
        raise table.fault(words.format(key=key, rate=rate), key)
    return rate
