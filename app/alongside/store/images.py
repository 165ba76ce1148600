"""Rows as the file has them, before and after: what the history keeps and writes back.

They are read and written past the tables, value for value: an image needs no conversion, cannot
differ from the file by one, and costs a mark on a register next to nothing.
"""

import base64
import json
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from alongside.store.tables import Table

_SQLITE = dialect()
_LOT = 2000

Image = dict[str, Any] | None
"""A row's values by column name; None where there is no row."""

Touched = tuple[str, str, Image, Image]
"""Table, id as the file has it, and the row before and after."""


def read(connection: Connection, table: str, row_id: str) -> Image:
    """Return the row with this id, or None."""
    found = _driver(connection).execute(f'SELECT * FROM "{table}" WHERE id = ?', (row_id,))
    row = found.fetchone()
    if row is None:
        return None
    return {column[0]: value for column, value in zip(found.description, row, strict=True)}


def rows(connection: Connection, table: str) -> Iterator[dict[str, Any]]:
    """Yield every row of a table, in lots, so that each may be written meanwhile."""
    last = -1
    while True:
        found = _driver(connection).execute(
            f'SELECT rowid, * FROM "{table}" WHERE rowid > ? ORDER BY rowid LIMIT ?', (last, _LOT)
        )
        names = [column[0] for column in found.description][1:]
        lot = found.fetchall()
        if not lot:
            return
        last = lot[-1][0]
        for _rowid, *kept in lot:
            yield dict(zip(names, kept, strict=True))


def blank(table: str) -> dict[str, Any]:
    """Return a row about which nothing was said: defaults, and "" or 0 where there is none."""
    row: dict[str, Any] = {}
    for column in Table.metadata.tables[table].c:
        default = column.default
        usual = default.arg if isinstance(default, ScalarElementColumnDefault) else None
        if usual is None and not column.nullable:
            row[column.name] = "" if column.type.python_type is str else 0
        else:
            row[column.name] = _writers(table)[column.name](usual)
    return row


def next_number(connection: Connection, table: str) -> int:
    """Return one more than the largest `number` in a table, 1 for the first."""
    found = _driver(connection).execute(f'SELECT coalesce(max(number), 0) + 1 FROM "{table}"')
    return int(found.fetchone()[0])


def write(connection: Connection, table: str, row_id: str, was: Image, wanted: Image) -> None:
    """Turn the row `was` into the row `wanted`, either of which may be no row."""
    if was == wanted:
        return
    if wanted is None:
        _driver(connection).execute(f'DELETE FROM "{table}" WHERE id = ?', (row_id,))
    elif was is None:
        _driver(connection).execute(_insert(table, *wanted), tuple(wanted.values()))
    else:
        _driver(connection).execute(_update(table, *wanted), (*wanted.values(), row_id))


@cache
def _insert(table: str, *columns: str) -> str:
    names = ", ".join(f'"{name}"' for name in columns)
    places = ", ".join("?" * len(columns))
    return f'INSERT INTO "{table}" ({names}) VALUES ({places})'


@cache
def _update(table: str, *columns: str) -> str:
    pairs = ", ".join(f'"{name}" = ?' for name in columns)
    return f'UPDATE "{table}" SET {pairs} WHERE id = ?'


def dump(image: Image) -> str | None:
    """Return `image` as JSON."""
    if image is None:
        return None
    values = {
        name: {"base64": base64.b64encode(value).decode()} if isinstance(value, bytes) else value
        for name, value in image.items()
    }
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def load(kept: str | None) -> Image:
    """Return the image that `dump` wrote."""
    if kept is None:
        return None
    values: dict[str, Any] = json.loads(kept)
    return {
        name: base64.b64decode(value["base64"]) if isinstance(value, dict) else value
        for name, value in values.items()
    }


def kept(table: str, values: dict[str, Any]) -> dict[str, Any]:
    """Return the house's own values (days, money, words of a list) as the file has them."""
    return {name: _writers(table)[name](value) for name, value in values.items()}


def values(table: str, image: Image) -> dict[str, Any]:
    """Return an image as the house's own values: days, money, words of a list; {} for no row."""
    columns = Table.metadata.tables[table].c
    found = {}
    for name, kept in (image or {}).items():
        read_value = columns[name].type.dialect_impl(_SQLITE).result_processor(_SQLITE, None)
        found[name] = read_value(kept) if read_value else kept
    return found


@cache
def _writers(table: str) -> dict[str, Callable[[Any], Any]]:
    """Return how each column of a table turns a value into what the file has."""
    found = {}
    for column in Table.metadata.tables[table].c:
        write_value = column.type.dialect_impl(_SQLITE).bind_processor(_SQLITE)
        found[column.name] = write_value or (lambda value: value)
    return found


def _driver(connection: Connection) -> Any:
    return connection.connection.driver_connection
