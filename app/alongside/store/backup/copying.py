"""A copy of an open data file in one file of its own, opened and looked through before it counts.

Only SQLite may read the live file: another reader in this process would drop its locks. So the copy
is made by its own backup, which goes on while others read and save.
"""

import hashlib
import os
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine

from alongside.disk import keep_file
from alongside.store.cipher import connect_to

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that was found good. `counts` are rows by table, `saves` how many saves it holds."""

    place: Path
    schema: str
    saves: int
    counts: Mapping[str, int]
    sha256: str


def copy(engine: Engine, place: Path, key: bytes) -> Copy:
    """Copy the file behind `engine` to a new one at `place`, locked with `key`; look it through.

    It holds all that was saved when the copying began. Raise WorldError, and leave nothing behind,
    if the disk says no or the copy is not whole.
    """
    descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    os.close(descriptor)
    try:
        source = engine.raw_connection()
        try:
            with closing(connect_to(place, key, pragmas=("secure_delete=ON",))) as target:
                source.driver_connection.backup(target)  # type: ignore[union-attr]
                target.execute("PRAGMA journal_mode=DELETE")  # one file, also on a stick
        finally:
            source.close()
        keep_file(place)
        return look_through(place, key)
    except BaseException:
        place.unlink(missing_ok=True)
        raise


def look_through(place: Path, key: bytes) -> Copy:
    """Open the copy at `place` and return what is in it.

    Raise sqlcipher.DatabaseError for a page that was changed, a broken link, or another key.
    """
    with closing(connect_to(place, key, pragmas=("query_only=ON",))) as opened:
        if not is_whole(opened):
            raise sqlcipher.DatabaseError("the copy is not whole")
        return Copy(place, _one(opened, "SELECT version_num FROM alembic_version"),
                    _one(opened, "SELECT coalesce(max(number), 0) FROM history"),
                    counts(opened), sha256(place))  # fmt: skip


def is_whole(opened: Any) -> bool:
    """Return whether every page of an open file is as it was written, and every link leads on."""
    faults = [
        *opened.execute("PRAGMA cipher_integrity_check"),
        *(row for row in opened.execute("PRAGMA integrity_check") if row != ("ok",)),
        *opened.execute("PRAGMA foreign_key_check"),
    ]
    return not faults


def counts(opened: Any) -> dict[str, int]:
    """Return how many rows each table of an open file has."""
    tables = opened.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    return {name: _one(opened, f'SELECT count(*) FROM "{name}"') for (name,) in sorted(tables)}


def sha256(place: Path) -> str:
    """Return the SHA-256 of a file that is not the live one."""
    with place.open("rb") as file:
        return digest(iter(lambda: file.read(_CHUNK), b""))


def digest(chunks: Any, also: Callable[[bytes], object] = lambda _chunk: None) -> str:
    """Return the SHA-256 of `chunks`, each handed on to `also`."""
    found = hashlib.sha256()
    for chunk in chunks:
        found.update(chunk)
        also(chunk)
    return found.hexdigest()


def _one(opened: Any, question: str) -> Any:
    return opened.execute(question).fetchone()[0]
