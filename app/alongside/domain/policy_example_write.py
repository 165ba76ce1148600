"""Writes examples of a policy: from what happened at a meeting, and with what came out of them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import time, timedelta
from typing import Any

from alongside.domain.activity import Activity
from alongside.domain.claims import MILEAGE, Category, Handling
from alongside.domain.dates import say_date, say_time
from alongside.domain.expense_lines import UsualCost
from alongside.domain.meetings import ActivityKind, Role, State
from alongside.domain.policy import Policy
from alongside.domain.policy_check import work_out
from alongside.domain.policy_draft import DraftTable
from alongside.domain.policy_example import read_example
from alongside.domain.policy_table import Table
from alongside.domain.policy_values import as_length, as_money

_EXAMPLE = "example"
_ASKED = ("receipts", "agree_first", "warns", "days_late", "second_approval")


def agreed(policy: Policy, example: DraftTable) -> DraftTable:
    """Return an example that expects what `policy` makes of it, in all that it asks.

    Raise UserError if the policy falls short of it.
    """
    values = {"expect": [], **example.values}
    outcome = work_out(policy, read_example(Table("", values, at=(_EXAMPLE, 1))))
    lines = outcome.lines.values()
    expect = [{"line": line.category.value, "amount": as_money(line.amount)} for line in lines]
    answers = {
        key: sorted(found) if isinstance(found, frozenset) else found
        for key in _ASKED
        if key in values and (found := getattr(outcome.answers, key)) is not None
    }
    return replace(example, values={**values, "expect": expect, **answers})


def example_from(
    activity: Activity, arrived: time | None, left: time | None, costs: Iterable[UsualCost]
) -> DraftTable:
    """Return what happened as an example that does not say yet what should come of it.

    `arrived` is when somebody came late, `left` when they left early. It names nobody: a policy
    may be given to others. Of several costs of a kind it has the first, as an example can.
    """
    day, state = activity.day, activity.state
    name = f"{activity.kind.words}, {activity.role.words}, {say_date(day)}"
    values: dict[str, Any] = {"name": name, "day": day}
    if activity.kind is not ActivityKind.MEETING:
        values["activity"] = activity.kind.value
    if activity.role is not Role.MEMBER:
        values["role"] = activity.role.value
    values |= {"start": say_time(activity.start), "end": say_time(activity.end)}
    if activity.is_online and state.is_present:
        state = State.ONLINE
    if state is not State.ATTENDED:
        values["state"] = state.value
    for key, moment in (("arrived", arrived), ("left", left)):
        if moment:
            values[key] = say_time(moment)
    if activity.preparation_minutes:
        values["preparation"] = as_length(activity.preparation_minutes)
    if activity.notice_days is not None:
        values["notice_days"] = min(activity.notice_days, 366)
        first = day - timedelta(days=activity.notice_days)
        if holidays := sorted(each for each in activity.holidays if first <= each <= day):
            values["holidays"] = holidays
    return DraftTable(_EXAMPLE, values | _costs(costs))


def _costs(costs: Iterable[UsualCost]) -> dict[str, Any]:
    """Return the costs of a day: miles added up by vehicle, and the first of each other kind."""
    miles: dict[Category, int] = {}
    spent: dict[Category, dict[str, Any]] = {}
    for cost in costs:
        if cost.category in MILEAGE:
            there_and_back = cost.tenths_of_mile * (2 if cost.is_return else 1)
            miles[cost.category] = miles.get(cost.category, 0) + there_and_back
        else:
            spent.setdefault(cost.category, _spent(cost))
    values: dict[str, Any] = {kind.value: _miles(each) for kind, each in miles.items()}
    if spent:
        values["spent"] = list(spent.values())
    return values


def _spent(cost: UsualCost) -> dict[str, Any]:
    row: dict[str, Any] = {"line": cost.category.value}
    if cost.rate is None:
        row["amount"] = as_money(cost.amount)
    else:
        row["rate"] = as_money(cost.rate)
    if cost.rate is not None and cost.minutes:
        row["hours"] = as_length(cost.minutes)
    if cost.handling is not Handling.REIMBURSE:
        row["paid"] = cost.handling.value
    if cost.agreed_until:
        row["agreed_until"] = cost.agreed_until
    return row


def _miles(tenths: int) -> str:
    return f"{tenths // 10}.{tenths % 10}".removesuffix(".0")
