"""A bank's layout as JSON text, so that it can be kept, and given to another organisation."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, Field, fields
from enum import StrEnum
from typing import Any

from alongside.domain.bank_layout import Column, Layout, PayFact
from alongside.domain.errors import UserError
from alongside.domain.policy_table import nearest
from alongside.i18n import _

LONGEST = 200_000
"""Letters: more is another file, and slow to read."""

_ROWS = ("before", "after")
_LARGEST = 999_999


def to_json(layout: Layout) -> str:
    """Return `layout` as text that `from_json` reads; what a column has as usual is left out."""
    kept: dict[str, Any] = {part.name: getattr(layout, part.name) for part in fields(layout)}
    kept["columns"] = _row(layout.columns)
    for name in _ROWS:
        kept[name] = [_row(row) for row in kept[name]]
    return json.dumps(kept, ensure_ascii=False, indent=2)


def from_json(text: str) -> Layout:
    """Return the layout that `text` keeps; what it does not say is as usual.

    Raise UserError on `layout` for what is no such text, with the place and the nearest that would
    be right, and as Layout does for what no layout may be.
    """
    if len(text) > LONGEST:
        raise _fault(_("This is too long for a layout."))
    try:
        kept = json.loads(text.removeprefix("\ufeff"), object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        words = _("This is no layout: it is not written as one is on line {line}.")
        raise _fault(words.format(line=error.lineno)) from None
    except (ValueError, RecursionError):
        raise _fault(_("This is no layout.")) from None
    place = _("the layout")
    known = {part.name: part for part in fields(Layout)}
    given = _table(place, kept, known, ("name", "columns"))
    values = {
        name: _plain(place, name, value, known[name])
        for name, value in given.items()
        if name not in ("columns", *_ROWS)
    }
    for name in _ROWS:
        rows = _list(name, given.get(name, []))
        values[name] = tuple(_columns(name, row) for row in rows)
    return Layout(columns=_columns("columns", given["columns"]), **values)


def _row(columns: Sequence[Column]) -> list[dict[str, Any]]:
    return [
        {
            part.name: getattr(column, part.name)
            for part in fields(column)
            if getattr(column, part.name) != part.default
        }
        for column in columns
    ]


def _columns(name: str, given: object) -> tuple[Column, ...]:
    known = {part.name: part for part in fields(Column)}
    columns = []
    for number, each in enumerate(_list(name, given), 1):
        place = _("{place}, column {number}").format(place=f"“{name}”", number=number)
        table = _table(place, each, known, ("fact",))
        values = {key: _plain(place, key, value, known[key]) for key, value in table.items()}
        columns.append(Column(**values))
    return tuple(columns)


def _plain(place: str, key: str, value: object, part: "Field[Any]") -> Any:
    """Return a value that is no list, of the kind that this part of a layout has."""
    usual = PayFact.EMPTY if key == "fact" else "" if part.default is MISSING else part.default
    if isinstance(usual, StrEnum):
        words = [str(each) for each in type(usual)]
        if not isinstance(value, str) or value not in words:
            said = _("In {place}, “{value}” cannot be “{key}”: {nearest}")
            near = nearest(str(value)[:50], words)
            raise _fault(said.format(place=place, value=str(value)[:50], key=key, nearest=near))
        return type(usual)(value)
    if type(value) is type(usual) and not (isinstance(value, int) and abs(value) > _LARGEST):
        return value
    said = {
        bool: _("In {place}, “{key}” must be true or false."),
        int: _("In {place}, “{key}” must be a whole number."),
        str: _("In {place}, “{key}” must be words in quotes."),
    }[type(usual)]
    raise _fault(said.format(place=place, key=key))


def _table(
    place: str, given: object, known: Mapping[str, object], needed: Sequence[str]
) -> dict[str, object]:
    if not isinstance(given, dict):
        raise _fault(_("{place} must be in curly brackets.").format(place=place))
    for key in given:
        if key not in known:
            said = _("In {place}, “{key}” is not known: {nearest}")
            near = nearest(key[:50], list(known))
            raise _fault(said.format(place=place, key=key[:50], nearest=near))
    for key in needed:
        if key not in given:
            raise _fault(_("In {place}, “{key}” is missing.").format(place=place, key=key))
    return given


def _list(name: str, given: object) -> list[object]:
    if not isinstance(given, list):
        raise _fault(_("“{key}” must be a list in square brackets.").format(key=name))
    return given


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) != len(pairs):
        raise _fault(_("The layout says something a second time: keep one of the two."))
    return table


def _fault(words: str) -> UserError:
    return UserError("layout", words)
