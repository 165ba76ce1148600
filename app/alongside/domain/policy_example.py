"""Reads the examples in a policy file: what happened, and everything that should come of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from alongside.domain.activity import Activity
from alongside.domain.caps import ExpenseFacts
from alongside.domain.claims import Category, Handling, Section
from alongside.domain.dates import minutes_between
from alongside.domain.errors import UserError
from alongside.domain.expense_lines import UsualCost
from alongside.domain.fee_caps import DatedFee
from alongside.domain.meetings import ActivityKind, Role, State
from alongside.domain.miles import parse_miles
from alongside.domain.money import NOTHING, Money
from alongside.domain.policy_keys import inner_names, key_names
from alongside.domain.policy_limits import CapOn
from alongside.domain.policy_read_money import VEHICLES
from alongside.domain.policy_table import Table
from alongside.i18n import _

NO_DAY = (time(0), time(0, 1))
"""The times of an example that has no meeting: it is about a retainer only."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What an example expects beside its lines; None where it does not say."""

    receipts: frozenset[Category] | None = None
    agree_first: frozenset[Category] | None = None
    warns: frozenset[CapOn] | None = None
    days_late: int | None = None
    second_approval: bool | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """What happened, and every line that should come of it."""

    name: str
    activity: Activity
    costs: tuple[UsualCost, ...]
    tenths_before: int
    facts: ExpenseFacts
    fees_before: tuple[DatedFee, ...]
    retainer_to: date | None
    claimed_on: date
    bank_changed_on: date | None
    expected: Mapping[Category, Money]
    asked: Asked


def read_example(table: Table) -> Example:
    """Return an [[example]]. Raise UserError on `file` if it is wrongly written."""
    table.only(key_names("example"))
    day = table.day("day")
    return Example(
        name=table.text("name"),
        activity=_activity(table),
        costs=(*_journeys(table), *_spent(table)),
        tenths_before=_before(table),
        facts=_facts(table),
        fees_before=_fees_before(table),
        retainer_to=_day(table, "retainer_to"),
        claimed_on=_day(table, "claimed_on") or day,
        bank_changed_on=_day(table, "bank_changed_on"),
        expected=_expected(table),
        asked=_asked(table),
    )


def _activity(table: Table) -> Activity:
    state = table.choice("state", State, State.ATTENDED)
    start, end = table.clock("start"), table.clock("end")
    if "retainer_to" in table.values:
        state, (start, end) = State.NOT_MARKED, NO_DAY
    if start is None or end is None:
        key = "start" if start is None else "end"
        raise table.fault(_("“{key}” is missing.").format(key=key), key)
    arrived, left = table.clock("arrived") or start, table.clock("left") or end
    for first, last, key in ((start, end, "end"), (arrived, left, "left")):
        if last <= first:
            raise table.fault(_("“{key}” is not after the start.").format(key=key), key)
    notice = table.whole("notice_days", 366) if "notice_days" in table.values else None
    if state in {State.CANCELLED_LATE, State.MEETING_CANCELLED} and notice is None:
        words = _("“notice_days” is missing: a cancellation is paid by its notice.")
        raise table.fault(words, "notice_days")
    return Activity(
        day=table.day("day"),
        kind=table.choice("activity", ActivityKind, ActivityKind.MEETING),
        title="",
        role=table.choice("role", Role, Role.MEMBER),
        state=state,
        start=start,
        end=end,
        minutes=minutes_between(arrived, left),
        preparation_minutes=_length(table, "preparation") or 0,
        is_online=state is State.ONLINE,
        notice_days=notice,
        travel_minutes=_length(table, "travel") or 0,
        holidays=table.days("holidays"),
    )


def _length(table: Table, key: str) -> int | None:
    return table.minutes(key) if key in table.values else None


def _day(table: Table, key: str) -> date | None:
    return table.day(key) if key in table.values else None


def _journeys(table: Table) -> tuple[UsualCost, ...]:
    """Return the miles of the day as costs: an example gives the way there and back together."""
    by_bus, names = table.yes("public_transport", default=False), table.words_list("passengers")
    return tuple(
        UsualCost(
            UUID(int=number),
            vehicle,
            vehicle.words,
            tenths_of_mile=table.read(vehicle, lambda text: parse_miles(text, "file")),
            is_return=False,
            passengers=names if vehicle is Category.PASSENGER else (),
            could_go_by_bus=by_bus,
        )
        for number, vehicle in enumerate(VEHICLES)
        if vehicle in table.values
    )


def _spent(table: Table) -> tuple[UsualCost, ...]:
    """Return what else was spent that day, one line of each kind at most."""
    found: dict[Category, UsualCost] = {}
    for number, row in enumerate(table.rows("spent") if "spent" in table.values else (), 100):
        row.only(inner_names("example", "spent"))
        line = row.choice("line", Category)
        if line.section is Section.FEE or line.is_by_mile:
            words = _("“{line}” is not something that is spent in money.")
            raise row.fault(words.format(line=line), "line")
        if line in found:
            raise row.fault(_("“{line}” is there a second time.").format(line=line), "line")
        is_hourly = "rate" in row.values
        found[line] = UsualCost(
            UUID(int=number),
            line,
            row.text("words", line.words),
            amount=NOTHING if is_hourly else row.money("amount"),
            rate=row.money("rate") if is_hourly else None,
            minutes=_length(row, "hours"),
            handling=row.choice("paid", Handling, Handling.REIMBURSE),
            agreed_until=_day(row, "agreed_until"),
        )
    return tuple(found.values())


def _facts(table: Table) -> ExpenseFacts:
    return ExpenseFacts(
        table.day("day"),
        _length(table, "hours_away"),
        table.clock("left_home"),
        table.clock("back_home"),
        table.text("region", ""),
        table.whole("nights", 100, 1),
    )


def _fees_before(table: Table) -> tuple[DatedFee, ...]:
    found = []
    for number, row in enumerate(
        table.rows("fees_before") if "fees_before" in table.values else ()
    ):
        row.only(inner_names("example", "fees_before"))
        found.append(DatedFee(row.day("day"), row.money("amount"), f"before {number}"))
    return tuple(found)


def _asked(table: Table) -> Asked:
    def lines(key: str) -> frozenset[Category] | None:
        if key in table.values and table.values[key] != []:
            return table.choices(key, Category)
        return frozenset() if key in table.values else None

    has_warnings = "warns" in table.values
    nothing: frozenset[CapOn] = frozenset()
    warns = nothing if table.values.get("warns") == [] else table.choices("warns", CapOn)
    second = table.yes("second_approval", default=False)
    return Asked(
        lines("receipts"),
        lines("agree_first"),
        warns if has_warnings else None,
        table.whole("days_late", 10_000) if "days_late" in table.values else None,
        second if "second_approval" in table.values else None,
    )


def _before(table: Table) -> int:
    """Return the tenths of a mile by car earlier in the tax year."""
    if "miles_before" not in table.values:
        return 0
    return table.read("miles_before", _year_of_miles)


def _year_of_miles(text: str) -> int:
    """Read the miles of a year as tenths: more than a journey can have, else written alike."""
    match = re.fullmatch(r"([0-9]{1,6})(?:\.([0-9]))?", text.replace(",", ""))
    if not match:
        words = _("“{text}” is not a number of miles. Type it like 9990.")
        raise UserError("file", words.format(text=text))
    return int(match[1]) * 10 + int(match[2] or 0)


def _expected(table: Table) -> dict[Category, Money]:
    expected: dict[Category, Money] = {}
    for row in table.rows("expect"):
        row.only(inner_names("example", "expect"))
        line = row.choice("line", Category)
        if line in expected:
            raise row.fault(_("“{line}” is there a second time.").format(line=line), "line")
        expected[line] = row.money("amount")
    return expected
