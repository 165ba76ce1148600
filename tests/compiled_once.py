"""Compiles each statement once for all offices of a run: every test opens a file with a new engine.

Compiling the same statements anew was two thirds of what a test of a service takes.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection, Engine, event
from sqlalchemy.dialects.sqlite.base import SQLiteDialect
from sqlalchemy.util import LRUCache


@contextmanager
def statements_shared() -> Iterator[None]:
    """Let all engines of one kind keep compiled statements together; they hold no values.

    SQLAlchemy finds a statement by the dialect, of which each engine has its own: here, two of one
    kind are the same.
    """
    shared = LRUCache(3000)

    def share(connection: Connection) -> None:
        connection.engine._compiled_cache = shared

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SQLiteDialect, "__eq__", lambda one, other: _kind(one) == _kind(other))
        patch.setattr(SQLiteDialect, "__hash__", lambda one: hash(_kind(one)))
        event.listen(Engine, "engine_connect", share)
        yield
        event.remove(Engine, "engine_connect", share)


def _kind(dialect: object) -> tuple[type, object]:
    return type(dialect), getattr(dialect, "paramstyle", None)
