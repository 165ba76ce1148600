"""Rows as plain JSON values, before and after: what the history keeps and writes back."""

import base64
import json
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select
from sqlalchemy import Table as SqlTable

from alongside.domain.money import Money
from alongside.store.column_types import MoneyColumn

Image = dict[str, Any] | None
"""A row as plain JSON values by column name; None where there is no row."""

Touched = tuple[str, UUID, Image, Image]
"""Table, id, and the row before and after."""

_AT_ONCE = 400


def read(connection: Connection, table: SqlTable, ids: list[UUID]) -> dict[UUID, Image]:
    """Return the images of those of `ids` that are there."""
    found: dict[UUID, Image] = {}
    for start in range(0, len(ids), _AT_ONCE):
        part = ids[start : start + _AT_ONCE]
        for row in connection.execute(select(table).where(table.c.id.in_(part))).mappings():
            found[row["id"]] = {name: _plain(value) for name, value in row.items()}
    return found


def write(connection: Connection, table: SqlTable, row_id: UUID, was: Image, wanted: Image) -> None:
    """Turn the row `was` into the row `wanted`, either of which may be no row."""
    if wanted is None:
        connection.execute(table.delete().where(table.c.id == row_id))
        return
    values = {name: _value(table.c[name].type, value) for name, value in wanted.items()}
    if was is None:
        connection.execute(table.insert().values(values))
    else:
        connection.execute(table.update().where(table.c.id == row_id).values(values))


def dump(image: Image) -> str | None:
    """Return `image` as JSON."""
    return None if image is None else json.dumps(image, ensure_ascii=False, separators=(",", ":"))


def load(kept: str | None) -> Image:
    """Return the image that `dump` wrote."""
    return None if kept is None else json.loads(kept)


def _plain(value: Any) -> Any:
    if isinstance(value, Money):
        return value.pence
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return str(value) if isinstance(value, UUID | str) else value


_FROM_PLAIN: dict[type, Callable[[Any], Any]] = {
    bytes: base64.b64decode,
    date: date.fromisoformat,
    datetime: datetime.fromisoformat,
    time: time.fromisoformat,
    UUID: UUID,
}


def _value(column: Any, plain: Any) -> Any:
    if plain is None:
        return None
    if isinstance(column, MoneyColumn):
        return Money(plain)
    return _FROM_PLAIN.get(column.python_type, lambda value: value)(plain)
