"""Writes the text of a policy file: always in one way, so that two texts can be compared."""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date, time
from typing import Any

from alongside.domain.policy_draft import PolicyDraft
from alongside.domain.policy_error import PolicyError
from alongside.domain.policy_file import KINDS
from alongside.domain.policy_table import TOP_KEYS, Number
from alongside.i18n import _

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_WIDEST = 100
"""Letters on a line: a longer list of tables has a line for each."""


def write_policy(draft: PolicyDraft) -> str:
    """Return the text of the policy's file. Reading it gives the same tables.

    Kinds of table come in the order of the help, and tables of a kind in the order of the draft.
    Raise PolicyError if the policy shares mileage rates and has its own: a file cannot.
    """
    if "mileage" in draft.top and draft.of("mileage"):
        words = _("The policy has rates for miles of its own. Take them out, or choose its own.")
        raise PolicyError(words, [("", 1)], "mileage")
    parts = [_notes(draft.notes)] if draft.notes else []
    order = [key for key in TOP_KEYS if key in draft.top]
    parts.append(_keys({key: draft.top[key] for key in [*order, *draft.top]}))
    for kind in KINDS:
        parts += [
            f"{_notes(table.notes)}[[{kind}]]\n{_keys(table.values)}" for table in draft.of(kind)
        ]
    return "\n".join(part for part in parts if part)


def _notes(lines: Iterable[str]) -> str:
    return "".join(f"# {line}".rstrip() + "\n" for line in lines)


def _keys(values: Mapping[str, Any]) -> str:
    return "".join(f"{_key(key)} = {_value(value, key)}\n" for key, value in values.items())


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _text(name)


def _value(value: Any, key: str = "") -> str:
    """Return a value as TOML has it; the `key` before it takes room on its line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Number | int):
        return str(value)
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Mapping):
        inside = ", ".join(f"{_key(name)} = {_value(each)}" for name, each in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    items = [_value(each) for each in value]
    line = f"[{', '.join(items)}]"
    if key and len(items) > 1 and len(f"{key} = {line}") > _WIDEST:
        return "[\n" + "".join(f"    {item},\n" for item in items) + "]"
    return line


def _text(words: str) -> str:
    """Return words in straight quotes. JSON escapes as TOML does, but for one letter."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")
