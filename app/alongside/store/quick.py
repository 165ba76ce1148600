"""A query that is asked at every key: made into SQL once, and answered past SQLAlchemy."""

from typing import Any

from sqlalchemy import Connection, Select
from sqlalchemy.dialects.sqlite import dialect

_SQLITE = dialect(paramstyle="qmark")


class QuickQuery:
    """A select with values left open by `bindparam`; each row comes as the house's own values."""

    def __init__(self, query: Select[*tuple[Any, ...]]) -> None:
        made = query.compile(dialect=_SQLITE)
        self._words = str(made)
        self._names = made.positiontup or []
        self._write = [_writer(made.binds[name].type) for name in self._names]
        self._read = [_reader(column.type) for column in query.selected_columns]

    def first(self, connection: Connection, **values: Any) -> tuple[Any, ...] | None:
        """Return the first row for these values by name, or None."""
        driver: Any = connection.connection.driver_connection
        given = [write(values[name]) for name, write in zip(self._names, self._write, strict=True)]
        row = driver.execute(self._words, given).fetchone()
        if row is None:
            return None
        return tuple(
            read(value) if read else value for read, value in zip(self._read, row, strict=True)
        )


def _writer(kind: Any) -> Any:
    return kind.dialect_impl(_SQLITE).bind_processor(_SQLITE) or (lambda value: value)


def _reader(kind: Any) -> Any:
    return kind.dialect_impl(_SQLITE).result_processor(_SQLITE, None)
