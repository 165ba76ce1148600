"""Checks what a form of a policy holds by the file's own readers, and says it in the form's words.

So there is one set of rules of what can be written, and the form knows none of its own.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from alongside.domain import policy_read_money as money_tables
from alongside.domain import policy_read_time as time_tables
from alongside.domain.policy_draft import DraftTable
from alongside.domain.policy_error import PolicyError
from alongside.domain.policy_example import read_example
from alongside.domain.policy_keys import Key, TableKind, kind_of, table_kinds
from alongside.domain.policy_sentences import say_rule
from alongside.domain.policy_table import Table
from alongside.domain.policy_values import chosen
from alongside.i18n import _

_READERS: Mapping[str, Callable[[Table], Any]] = {
    "fee": time_tables.fee,
    "part": time_tables.part,
    "preparation": time_tables.preparation,
    "travel_time": time_tables.travel_time,
    "online": time_tables.online,
    "debrief": time_tables.debrief,
    "home_meeting": time_tables.home_meeting,
    "retainer": time_tables.retainer,
    "cancellation": time_tables.cancellation,
    "mileage": lambda table: money_tables.mileage([table])[0],
    "cap": money_tables.cap,
    "receipt": money_tables.receipt,
    "approval_before": money_tables.approval_before,
    "deadline": money_tables.deadline,
    "approval": money_tables.approval,
    "example": read_example,
}

_SETTING = re.compile(r'(\w+) = "(\w+)"')


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong, in the form's words. `at` are the tables it is about, `key` is its key."""

    words: str
    at: tuple[tuple[str, int], ...] = ()
    key: str = ""


def read_table(table: DraftTable) -> Any:
    """Return the rule or example in a table. Raise PolicyError for what is wrong with it."""
    return _READERS[table.kind](Table("", table.values, at=(table.kind, 1)))


def say_table(table: DraftTable) -> str:
    """Return what a table says in one sentence. Raise PolicyError for what is wrong with it."""
    return say_rule(read_table(table))


def mistake_of(error: PolicyError) -> Mistake:
    """Return what a reader of the file refused, in the words of the form.

    A rule is called by its kind and number, as the list of the form has it; keys and what they are
    by the labels of their fields.
    """
    kinds = {kind.name: kind for kind in table_kinds()}
    words = error.bare
    about = next((kinds[kind] for kind, _number in error.at if kind in kinds), None)
    if about:
        words = _SETTING.sub(partial(_setting, about), words)
        inside = [each for key in about.keys for each in key.keys]
        for key in (*about.keys, *inside):
            words = words.replace(f"“{key.name}”", f"“{key.label}”")
    for name, kind in kinds.items():
        words = words.replace(f"[[{name}]]", f"“{kind.words}”")
    return Mistake(f"{words[:1].upper()}{words[1:]}", error.at, error.key)


def name_of_table(kind: str, number: int) -> str:
    """Return what the form calls a table ("Fee number 2")."""
    return _("{kind} number {number}").format(kind=kind_of(kind).words, number=number)


def _setting(kind: TableKind, found: re.Match[str]) -> str:
    """Return `shape = "nil"` as the form shows it ("How it is worked out: no fee is offered")."""
    key = kind.key(found[1])
    if key is None:
        return found[0]
    return f"“{key.label}: {_choice(key, found[2])}”"


def _choice(key: Key, value: str) -> str:
    return dict(key.choices).get(chosen(key, value), value)
