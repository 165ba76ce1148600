"""Reads the tables of a policy file about what is spent: miles, caps, proof and who approves."""

from collections.abc import Iterable

from alongside.domain.claims import Category, Section
from alongside.domain.money import NOTHING, Money
from alongside.domain.policy import FULL_RATE_MILES, Mileage
from alongside.domain.policy_keys import key_names, kind_of
from alongside.domain.policy_limits import (
    ApprovalBefore,
    ApprovalRules,
    Cap,
    CapOn,
    Deadline,
    Instead,
    Receipt,
)
from alongside.domain.policy_table import Table
from alongside.i18n import _

DEAREST_MILE = Money(500)
"""More for one mile is a slip of the finger: 45 for 0.45."""
VEHICLES = (Category.CAR, Category.MOTORCYCLE, Category.BICYCLE, Category.PASSENGER)
"""What a mileage table has a rate for, in the order of the help page."""


def mileage(tables: Iterable[Table]) -> tuple[Mileage, ...]:
    """Return the rates of [[mileage]] tables. Raise UserError on `file`, as all these readers do.

    A new table takes the place of the whole one before it, so each has the same vehicles.
    """
    found: list[Mileage] = []
    for table in tables:
        table.only(key_names("mileage"))
        rates = {each: _mile(table, each) for each in VEHICLES if each in table.values}
        if Category.CAR not in rates:
            raise table.fault(_("“car” is missing: other vehicles stand beside it."), "car")
        rule = Mileage(
            table.day("from"),
            rates,
            _mile(table, "car_over_10000"),
            _mile(table, "public_transport") if "public_transport" in table.values else None,
            table.whole("full_rate_miles", 100_000, FULL_RATE_MILES),
        )
        for number, before in enumerate(found, 1):
            if before.first == rule.first:
                words = _("“from” is the same day as in [[mileage]] number {number}.")
                raise table.fault(words.format(number=number), "from")
            for vehicle in before.rates.keys() ^ rates.keys():
                words = _("“{vehicle}” must be in every [[mileage]] or in none: a new table takes "
                          "the place of the whole one before it.")  # fmt: skip
                raise table.fault(words.format(vehicle=vehicle), vehicle)
        found.append(rule)
    return tuple(found)


def _mile(table: Table, key: str) -> Money:
    rate = table.money(key)
    if rate > DEAREST_MILE:
        words = _('“{key}” is {rate} for one mile. Write pounds and pence, like "0.45".')
        raise table.fault(words.format(key=key, rate=rate), key)
    return rate


def cap(table: Table) -> Cap:
    """Return a [[cap]]; each kind has its own keys."""
    table.only(key_names("cap"))
    on = table.choice("on", CapOn)
    for key in table.values:
        if not kind_of("cap").has_meaning(key, on):
            words = _("“{key}” has no meaning for a cap on “{on}”.")
            raise table.fault(words.format(key=key, on=on), key)
    is_count = on is CapOn.ACTIVITIES_WEEK
    return Cap(
        table.day("from"),
        on,
        amount=NOTHING if is_count else table.money("amount"),
        count=table.whole("count", 100) if is_count else 0,
        categories=_expenses(table, "lines"),
        name=table.text("name", ""),
        minutes_away=table.minutes("hours_away") if "hours_away" in table.values else 0,
        left_before=table.clock("left_before"),
        back_after=table.clock("back_after"),
        region=table.text("region", ""),
        stops=table.yes("stops", default=False),
    )


def receipt(table: Table) -> Receipt:
    """Return a [[receipt]]; where none is needed, it has no more to say."""
    table.only(key_names("receipt"))
    day, lines = table.day("from"), _expenses(table, "lines")
    if not table.yes("needed", default=True):
        for key in table.values:
            if not kind_of("receipt").has_meaning(key, decided=False):
                words = _("“{key}” has no meaning where no receipt is needed.")
                raise table.fault(words.format(key=key), key)
        return Receipt(day, lines, is_needed=False)
    instead = table.choices("instead", Instead)
    own = table.money("own_statement_to") if "own_statement_to" in table.values else None
    if own is not None and Instead.SELF_STATEMENT not in instead:
        words = _("“own_statement_to” needs “self_statement” in “instead”.")
        raise table.fault(words, "own_statement_to")
    above = table.money("above") if "above" in table.values else NOTHING
    return Receipt(day, lines, above, instead, own)


def approval_before(table: Table) -> ApprovalBefore:
    """Return an [[approval_before]]: it says for which lines."""
    table.only(key_names("approval_before"))
    if "lines" not in table.values:
        raise table.fault(_("“lines” is missing: which costs are agreed beforehand?"), "lines")
    above = table.money("above") if "above" in table.values else NOTHING
    return ApprovalBefore(table.day("from"), _expenses(table, "lines"), above)


def deadline(table: Table) -> Deadline:
    """Return a [[deadline]], in days or in months."""
    table.only(key_names("deadline"))
    if ("days" in table.values) == ("months" in table.values):
        raise table.fault(_("say either “days” or “months” after the activity."), "days")
    days, months = table.whole("days", 1000, 0), table.whole("months", 36, 0)
    if not days and not months:
        raise table.fault(_("a deadline of nothing would make every claim late."), "days")
    second = table.yes("second_approval", default=False)
    return Deadline(table.day("from"), days, months, second)


def approval(table: Table) -> ApprovalRules:
    """Return an [[approval]]: when a second person approves a claim."""
    table.only(key_names("approval"))
    if not {"second_above", "bank_change_days"} & table.values.keys():
        raise table.fault(_("say “second_above”, “bank_change_days” or both."), "second_above")
    return ApprovalRules(
        table.day("from"),
        table.money("second_above") if "second_above" in table.values else None,
        table.whole("bank_change_days", 366, 0),
    )


def _expenses(table: Table, key: str) -> frozenset[Category]:
    """Return the kinds of expense in a list; a fee is no expense."""
    found = table.choices(key, Category)
    for each in sorted(found):
        if each.section is Section.FEE:
            words = _("“{line}” is a fee, and this is about expenses.")
            raise table.fault(words.format(line=each), key)
    return found
