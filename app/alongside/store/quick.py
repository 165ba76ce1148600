"""A query that is asked at every key: made into SQL once, and answered past SQLAlchemy."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, Select
from sqlalchemy.dialects.sqlite import dialect

_SQLITE = dialect(paramstyle="qmark")


class QuickQuery:
    """A select with values left open by `bindparam`; each row comes as the house's own values.

    It becomes SQL when it is first asked: starting does not wait for it.
    """

    def __init__(self, query: Select[*tuple[Any, ...]]) -> None:
        self._query = query

    def first(self, connection: Connection, **values: Any) -> tuple[Any, ...] | None:
        """Return the first row for these values by name, or None."""
        words, writers, readers = self._made
        driver: Any = connection.connection.driver_connection
        given = [write(values[name]) for name, write in writers]
        row = driver.execute(words, given).fetchone()
        if row is None:
            return None
        return tuple(
            read(value) if read else value for read, value in zip(readers, row, strict=True)
        )

    @cached_property
    def _made(self) -> tuple[str, list[tuple[str, Callable[[Any], Any]]], list[Any]]:
        """The SQL, how each open value is written, in order, and how each column is read."""
        made = self._query.compile(dialect=_SQLITE)
        writers = [(name, _writer(made.binds[name].type)) for name in made.positiontup or ()]
        return str(made), writers, [_reader(each.type) for each in self._query.selected_columns]


def _writer(kind: Any) -> Any:
    return kind.dialect_impl(_SQLITE).bind_processor(_SQLITE) or (lambda value: value)


def _reader(kind: Any) -> Any:
    return kind.dialect_impl(_SQLITE).result_processor(_SQLITE, None)
