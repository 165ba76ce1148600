"""A policy while it is written: its tables as they are in the file, with the notes above them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from alongside.domain.policy_file import KINDS, open_policy

_PIECE = re.compile(
    r'"""(?:\\.|[^\\])*?"""(?!")|\'\'\'.*?\'\'\'(?!\')|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\''
    r"|\#(?P<note>[^\n]*)|^[ \t]*\[\[?[ \t]*(?P<table>[\w-]+)[ \t]*\]\]?|.",
    re.DOTALL | re.MULTILINE,
)
"""What a note can stand between: texts in quotes, in which # is no note, headers, all else."""

Notes = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DraftTable:
    """One table: its kind, its keys as the file has them, and the notes that stand above it."""

    kind: str
    values: Mapping[str, Any]
    notes: Notes = ()


@dataclass(frozen=True, slots=True)
class PolicyDraft:
    """A policy as its form has it: what stands at the top, the notes above that, its tables."""

    top: Mapping[str, Any] = field(default_factory=dict)
    tables: tuple[DraftTable, ...] = ()
    notes: Notes = ()

    def of(self, kind: str) -> list[DraftTable]:
        """Return the tables of one kind, in their order."""
        return [table for table in self.tables if table.kind == kind]

    def with_table(self, table: DraftTable, number: int = 0) -> "PolicyDraft":
        """Return it with `table` as this one of its kind, with its notes; 0 adds it as the last."""
        if not number:
            return replace(self, tables=(*self.tables, table))
        was = self.of(table.kind)[number - 1]
        changed = replace(table, notes=was.notes)
        return replace(self, tables=tuple(changed if each is was else each for each in self.tables))

    def without(self, kind: str, number: int) -> "PolicyDraft":
        """Return it without this table of its kind. The notes above it go with it."""
        gone = self.of(kind)[number - 1]
        return replace(self, tables=tuple(each for each in self.tables if each is not gone))


def open_draft(text: str) -> PolicyDraft:
    """Take the text of a policy apart, to be changed; kinds of table come in the house's order.

    Raise UserError on `file` for what is no policy file; whether its rules are right is not looked
    at. Notes inside of a table are kept above it.
    """
    file = open_policy(text)
    notes = _notes(text.removeprefix("\ufeff"))
    top = {key: value for key, value in file.top.values.items() if key not in file.tables}
    tables = [
        DraftTable(kind, table.values, notes.pop((kind, number), ()))
        for kind in KINDS
        for number, table in enumerate(file.of(kind), 1)
    ]
    above = [line for left in notes.values() for line in left]  # those of the top, or of no table
    return PolicyDraft(top, tuple(tables), tuple(above))


def _notes(text: str) -> dict[tuple[str, int], Notes]:
    """Return the notes of each table, by its kind and number; those of the top are ("", 1)."""
    found: list[tuple[str, list[str]]] = [("", [])]
    waiting: list[str] = []  # since what stands above them: they may be about what comes next
    is_beside = False
    for piece in _PIECE.finditer(text):
        if piece["note"] is not None:
            note = piece["note"].removeprefix(" ").rstrip()
            (found[-1][1] if is_beside else waiting).append(note)
        elif piece["table"] is not None:
            found.append((piece["table"], waiting))
            waiting, is_beside = [], True
        elif "\n" in piece[0] and not piece[0].strip():
            is_beside = False
        elif piece[0].strip():
            found[-1][1].extend(waiting)
            waiting, is_beside = [], True
    found[-1][1].extend(waiting)
    return _numbered(found)


def _numbered(found: Sequence[tuple[str, list[str]]]) -> dict[tuple[str, int], Notes]:
    numbers: dict[str, int] = {}
    result = {}
    for name, lines in found:
        numbers[name] = numbers.get(name, 0) + 1
        result[name, numbers[name]] = tuple(lines)
    return result
