"""Takes the text of a policy file apart into tables, and remembers the line of each key."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from alongside.domain.errors import UserError
from alongside.domain.policy_error import PolicyError
from alongside.domain.policy_table import TOP_KEYS, Number, Table, nearest
from alongside.i18n import _

KINDS = (
    "fee", "part", "preparation", "travel_time", "online", "home_meeting", "debrief", "retainer",
    "cancellation", "mileage", "cap", "receipt", "approval_before", "deadline", "approval",
    "example",
)  # fmt: skip
"""The [[tables]] that a policy file may have."""
MOST_TABLES = 100
"""Of one kind in one file: more is a mistake, and slow to compare with one another."""

_HEADER = re.compile(r"\s*\[\[?\s*([\w-]+)\s*\]\]?\s*(?:#.*)?")
_KEY = re.compile(r"\s*[\"']?([\w-]+)[\"']?\s*=")
Lines = dict[tuple[str, int], dict[str, int]]


@dataclass(frozen=True, slots=True)
class PolicyFile:
    """A policy file taken apart: the keys at its top, and the tables of each kind."""

    top: Table
    tables: Mapping[str, Sequence[Table]]

    def of(self, kind: str) -> Sequence[Table]:
        """Return the tables of one kind, in the order of the file."""
        return self.tables.get(kind, ())


def open_policy(text: str) -> PolicyFile:
    """Take a policy file apart. Raise UserError if it is not TOML, or has an unknown key or table.

    Windows Notepad may have put a byte order mark before the first word; it is passed over.
    """
    text = text.removeprefix("\ufeff")
    values = _parse(text)
    lines = _find_lines(text)
    top = Table(_("the top of the file"), values, None, lines[("", 1)])
    tables = {}
    for key, value in values.items():
        is_tables = isinstance(value, list) and value and all(isinstance(v, dict) for v in value)
        if key in KINDS and is_tables:
            tables[key] = _tables(key, value, lines)
        elif key in KINDS and (key not in TOP_KEYS or isinstance(value, dict)):
            words = _("“{key}” must have a table for each rule, that starts with [[{key}]].")
            raise _at(top, lines, key).fault(words.format(key=key), key)
        elif key not in TOP_KEYS:
            near = nearest(key, list(dict.fromkeys((*TOP_KEYS, *KINDS))))
            words = _("“{key}” is not a key or a table: {nearest}").format(key=key, nearest=near)
            raise _at(top, lines, key).fault(words, key)
    return PolicyFile(top, tables)


def _at(top: Table, lines: Lines, key: str) -> Table:
    """Return the top of the file with the line of the first table called `key`, if it has one."""
    return Table(top.place, {}, lines.get((key, 1), {}).get("["), top.lines)


def _tables(kind: str, values: Sequence[Mapping[str, Any]], lines: Lines) -> list[Table]:
    """Return the tables of one kind, each with its lines if they can be told."""
    if len(values) > MOST_TABLES:
        words = _("More than {most} of [[{kind}]] cannot be right.")
        raise PolicyError(words.format(most=MOST_TABLES, kind=kind), [(kind, len(values))])
    # Tables written inline have no header: then no line is said, rather than a wrong one.
    is_known = (kind, len(values)) in lines and (kind, len(values) + 1) not in lines
    tables = []
    for number, value in enumerate(values, 1):
        known = lines[(kind, number)] if is_known else {}
        place = _("[[{kind}]] number {number}").format(kind=kind, number=number)
        tables.append(Table(place, value, known.get("["), known, (kind, number)))
    return tables


def _find_lines(text: str) -> Lines:
    """Return the line of each key, by its table and the table's number; "[" is its header."""
    found: Lines = {("", 1): {}}
    here = ("", 1)
    is_inside_text = False
    for number, line in enumerate(text.split("\n"), 1):
        if not is_inside_text:
            if header := _HEADER.fullmatch(line.rstrip("\r")):
                count = sum(name == header[1] for name, _number in found)
                here = (header[1], count + 1)
                found[here] = {"[": number}
            elif key := _KEY.match(line):
                found[here].setdefault(key[1], number)
        if (line.count('"""') + line.count("'''")) % 2:
            is_inside_text = not is_inside_text
    return found


def _parse(text: str) -> dict[str, Any]:
    """Return the values of TOML `text`. Raise UserError with the line of a syntax error."""
    try:
        return tomllib.loads(text, parse_float=Number)
    except (ValueError, RecursionError) as error:
        fault = str(error)
    found = re.search(r"at line (\d+)", fault)
    lines = text.split("\n")
    number = int(found[1]) if found else len(lines)
    line = lines[number - 1] if number <= len(lines) else ""
    if re.search("[“”„‘’]", line):
        words = _('Line {line} has curly quotes: a policy file needs straight ones, like "75.00".')
    elif re.search("overwrite|twice|mutate|[Dd]uplicate", fault):
        words = _("Line {line} says something a second time: keep one of the two.")
    elif "date" in fault:
        words = _("Line {line} has a day that does not exist.")
    else:
        words = _("Line {line} is not written as a policy file is: look at its quotes, brackets "
                  "and equals sign, and those of the line above.")  # fmt: skip
    raise UserError("file", words.format(line=number), "policies")
