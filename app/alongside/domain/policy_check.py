"""Works out a policy file's own examples, so that whoever wrote it can trust what it will pay."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from alongside.domain.claims import Category
from alongside.domain.dates import minutes_between
from alongside.domain.errors import UserError
from alongside.domain.expenses import (
    ExpenseLine,
    UsualCost,
    work_out_expenses,
)
from alongside.domain.meetings import ActivityKind, Role, State
from alongside.domain.miles import parse_miles
from alongside.domain.money import Money
from alongside.domain.pay import Activity, FeeLine, work_out_fees
from alongside.domain.policy import Policy
from alongside.domain.policy_file import open_policy
from alongside.domain.policy_table import Table
from alongside.domain.policy_text import VEHICLES, read_policy
from alongside.i18n import _, ngettext

_KEYS = ("name", "day", "activity", "role", "start", "end", "state", "arrived", "left",
         "preparation", "notice_days", *VEHICLES, "miles_before", "expect")  # fmt: skip


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """One example worked out: whether it came to what it expects, and in words."""

    words: str
    is_right: bool


@dataclass(frozen=True, slots=True)
class PolicyReport:
    """What came of a file's examples. A file without any is usable, and the words say so."""

    results: tuple[ExampleResult, ...]

    @property
    def is_right(self) -> bool:
        """Whether no example came out differently."""
        return all(result.is_right for result in self.results)

    @property
    def first_difference(self) -> str:
        """The first example that came out differently, in words; "" if none did."""
        return next((result.words for result in self.results if not result.is_right), "")

    @property
    def words(self) -> str:
        """The whole report in one sentence."""
        number = len(self.results)
        wrong = sum(not result.is_right for result in self.results)
        if not number:
            return _("The policy can be used, but it has no examples: nothing was worked out.")
        if wrong:
            return _("{wrong} of {number} came out differently.").format(
                wrong=wrong,
                number=ngettext("{n} example", "{n} examples", number).format(n=number),
            )
        return ngettext("{n} example, and it is right.", "{n} examples, and all are right.", number
                        ).format(n=number)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Example:
    """What happened, and every line that should come of it."""

    name: str
    activity: Activity
    journeys: tuple[UsualCost, ...]
    tenths_before: int
    expected: Mapping[Category, Money]


def check_policy(text: str, mileage_text: str) -> PolicyReport:
    """Work out the examples in a policy file's `text` by the same rules that pay people.

    `mileage_text` holds the mileage rates that the file may share. Raise UserError on `file` if
    the file itself is wrong, an example included.
    """
    policy = read_policy(text, mileage_text)
    examples = [_example(table) for table in open_policy(text).of("example")]
    return PolicyReport(
        tuple(_work_out(policy, number, example) for number, example in enumerate(examples, 1))
    )


def _work_out(policy: Policy, number: int, example: _Example) -> ExampleResult:
    label = _("Example {number}, “{name}”").format(number=number, name=example.name)
    lines: list[FeeLine | ExpenseLine] = []
    before = {Category.CAR: example.tenths_before}
    try:
        lines += work_out_fees(policy, example.activity)
        lines += work_out_expenses(policy, example.activity, example.journeys, before)
    except UserError as error:
        return ExampleResult(f"{label}: {error.words}", is_right=False)
    differences = _differences({line.category: line for line in lines}, example.expected)
    if not differences:
        return ExampleResult(_("{example}: right").format(example=label), is_right=True)
    return ExampleResult(f"{label}: {'; '.join(differences)}", is_right=False)


def _differences(
    lines: Mapping[Category, FeeLine | ExpenseLine], expected: Mapping[Category, Money]
) -> list[str]:
    """Return in words what was expected and came out otherwise, and what nobody expected."""
    said = []
    for category, amount in expected.items():
        line = lines.get(category)
        if line is None:
            words = _("expected {line} {amount}, worked out no such line")
            said.append(words.format(line=category.words, amount=amount))
        elif line.amount != amount:
            words = _("expected {line} {amount}, worked out {found}: {why}")
            said.append(
                words.format(line=category.words, amount=amount, found=line.amount, why=line.why)
            )
    for category, line in lines.items():
        if category not in expected:
            words = _("expected no {line}, worked out {found}: {why}")
            said.append(words.format(line=category.words, found=line.amount, why=line.why))
    return said


def _example(table: Table) -> _Example:
    table.only(_KEYS)
    state = table.choice("state", State, State.ATTENDED)
    start, end = table.clock("start"), table.clock("end")
    if start is None or end is None:
        key = "start" if start is None else "end"
        raise table.fault(_("“{key}” is missing.").format(key=key))
    arrived, left = table.clock("arrived") or start, table.clock("left") or end
    for first, last, key in ((start, end, "end"), (arrived, left, "left")):
        if last <= first:
            raise table.fault(_("“{key}” is not after the start.").format(key=key), key)
    preparation = table.minutes("preparation") if "preparation" in table.values else 0
    notice = table.whole("notice_days", 366) if "notice_days" in table.values else None
    if state in {State.CANCELLED_LATE, State.MEETING_CANCELLED} and notice is None:
        raise table.fault(_("“notice_days” is missing: a cancellation is paid by its notice."))
    activity = Activity(
        day=table.day("day"),
        kind=table.choice("activity", ActivityKind, ActivityKind.MEETING),
        title="",
        role=table.choice("role", Role, Role.MEMBER),
        state=state,
        start=start,
        end=end,
        minutes=minutes_between(arrived, left),
        preparation_minutes=preparation,
        is_online=state is State.ONLINE,
        notice_days=notice,
    )
    return _Example(
        table.text("name"), activity, _journeys(table), _before(table), _expected(table)
    )


def _journeys(table: Table) -> tuple[UsualCost, ...]:
    """Return the miles of the day as costs: an example gives the way there and back together."""
    return tuple(
        UsualCost(
            UUID(int=number),
            vehicle,
            vehicle.words,
            tenths_of_mile=table.read(vehicle, lambda text: parse_miles(text, "file")),
            is_return=False,
        )
        for number, vehicle in enumerate(VEHICLES)
        if vehicle in table.values
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
        row.only(("line", "amount"))
        line = row.choice("line", Category)
        if line in expected:
            raise row.fault(_("“{line}” is there a second time.").format(line=line), "line")
        expected[line] = row.money("amount")
    return expected
