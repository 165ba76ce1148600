"""The way to the encrypted file: key, pragmas, transactions, and a guard against a moved file."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

from alongside.store.troubles import was_moved

OLDEST_SQLITE = (3, 53, 4)
"""Older ones can damage a write-ahead log that two connections tidy at once."""

_PRAGMAS = (
    "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON",
    "trusted_schema=OFF",
)  # fmt: skip


def engine_for(path: Path, key: bytes, *, may_make: bool) -> Engine:
    """Return an engine on the file at `path`, locked with `key` (32 bytes).

    Only with `may_make` is a missing file made. A connection begins to write at once where its
    execution option `is_writing` is set. Nothing is saved into a file that was moved or replaced:
    SQLite itself would go on writing into a file without a name.
    """
    place: list[tuple[int, int]] = []

    def connect() -> Any:
        if place and _place_of(path) != place[0]:
            raise was_moved(path)
        opened = connect_to(path, key, "rwc" if may_make and not place else "rw")
        if not place and (here := _place_of(path)):
            place.append(here)
        return opened

    engine = create_engine(
        "sqlite://", module=sqlcipher, creator=connect, poolclass=QueuePool, hide_parameters=True
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        is_writing = connection.get_execution_options().get("is_writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")

    @event.listens_for(engine, "commit")
    def _still_there(connection: Connection) -> None:
        if not place or _place_of(path) != place[0]:
            # Refused this late, SQLAlchemy would return the connection with its work still open.
            connection.connection.rollback()
            raise was_moved(path)

    return engine


def connect_to(path: Path, key: bytes, mode: str, pragmas: Sequence[str] = _PRAGMAS) -> Any:
    """Return one connection to the file at `path`, locked with `key`. The key has been tried.

    `mode` is SQLite's: "rwc" makes a file, "rw" does not, "ro" only reads.
    """
    opened = sqlcipher.connect(
        f"file:{quote(str(path))}?mode={mode}", uri=True, timeout=10,
        check_same_thread=False, isolation_level=None,
    )  # fmt: skip
    try:
        opened.execute("PRAGMA cipher_log_level=NONE")
        opened.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
        # A library without the cipher would make the file in plain sight, and not say so.
        if not opened.execute("PRAGMA cipher_version").fetchone():
            raise RuntimeError("this SQLite cannot encrypt")
        if sqlcipher.sqlite_version_info < OLDEST_SQLITE:
            raise RuntimeError("this SQLite is too old to be safe")
        opened.execute("SELECT count(*) FROM sqlite_master").fetchone()
        for pragma in pragmas:
            opened.execute(f"PRAGMA {pragma}")
    except BaseException:
        opened.close()
        raise
    return opened


def _place_of(path: Path) -> tuple[int, int] | None:
    """Return the device and number of the file at `path`, or None if there is none."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino
