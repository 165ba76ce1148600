"""Opens and closes the data file: key, pragmas, lock, version; encrypted from the first byte."""

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlcipher3.dbapi2 as sqlcipher
from filelock import FileLock, Timeout
from sqlalchemy import Connection, Engine, QueuePool, create_engine, event, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from alongside.domain.errors import WorldError
from alongside.i18n import _
from alongside.store.tables import Table

APPLICATION_ID = 0x414C4F4E
"""“ALON” in the file's header (readable only with the key): this file is ours."""

SCHEMA = "0001"
"""The newest migration. It stands here so that opening a file need not import Alembic; a test
holds it against the migrations themselves."""

OLDEST_SQLITE = (3, 53, 4)
"""Older ones can damage a write-ahead log that two connections tidy at once."""


class DataFile:
    """An open data file. One process at a time holds it; any of its threads may ask for a session.

    `now` is the office's clock, `who` the person at the keyboard: both go into the history.
    """

    def __init__(
        self, path: Path, lock: FileLock, engine: Engine, now: Callable[[], datetime], who: str
    ) -> None:
        self.path = path
        self.engine = engine
        self.now = now
        self.who = who
        self.sitting = secrets.token_hex(8)
        self._lock = lock
        self._writing = engine.execution_options(is_writing=True)

    @classmethod
    def create(cls, path: Path, key: bytes, now: Callable[[], datetime], who: str) -> "DataFile":
        """Make a new data file at `path`, locked with `key` (32 bytes), and open it.

        Raise WorldError if something is there already or the folder cannot be written.
        """
        if path.exists():
            raise WorldError(
                _("There is a file called {name} here already.").format(name=path.name)
            )
        lock = _take_lock(path)
        try:
            engine = _engine(path, key, "rwc")
            with engine.execution_options(is_writing=True).begin() as connection:
                Table.metadata.create_all(connection)
                connection.execute(text("CREATE TABLE alembic_version (version_num TEXT NOT NULL)"))
                connection.execute(
                    text("INSERT INTO alembic_version VALUES (:schema)"), {"schema": SCHEMA}
                )
                connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))
        except BaseException:
            lock.release()
            raise
        return cls(path, lock, engine, now, who)

    @classmethod
    def open(cls, path: Path, key: bytes, now: Callable[[], datetime], who: str) -> "DataFile":
        """Open the data file at `path` with `key` (32 bytes), bringing an older one up to date.

        Raise WorldError, in a sentence, for a file that is missing, read-only, in use, newer than
        this Alongside, damaged, or not ours.
        """
        if not path.is_file():
            raise WorldError(_("There is no file {path}.").format(path=path))
        if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
            raise _is_read_only(path)
        lock = _take_lock(path)
        engine = _engine(path, key, "rw")
        try:
            _check_version(engine, path)
        except BaseException:
            engine.dispose()
            lock.release()
            raise
        return cls(path, lock, engine, now, who)

    @contextmanager
    def session(self, *, is_writing: bool) -> Iterator[Session]:
        """Give one transaction; what was not committed is rolled back at the end."""
        with (
            _translated(self.path),
            Session(
                self._writing if is_writing else self.engine, expire_on_commit=False
            ) as session,
        ):
            yield session

    def check(self) -> list[str]:
        """Return what is wrong with the file, as SQLCipher and SQLite tell it; empty if nothing."""
        with _translated(self.path), self.engine.connect() as connection:
            connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
            faults = [
                str(row[0]) for row in connection.execute(text("PRAGMA cipher_integrity_check"))
            ]
            faults += [str(row[0]) for row in connection.execute(text("PRAGMA integrity_check"))]
            faults += [
                str(tuple(row)) for row in connection.execute(text("PRAGMA foreign_key_check"))
            ]
        return [fault for fault in faults if fault != "ok"]

    def close(self) -> None:
        """Fold the write-ahead log into the file and let it go."""
        try:
            with self.engine.connect() as connection:
                connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
        finally:
            self.engine.dispose()
            self._lock.release()


def _engine(path: Path, key: bytes, mode: str) -> Engine:
    def connect() -> Any:
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
            for pragma in (
                "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON",
                "trusted_schema=OFF",
            ):  # fmt: skip
                opened.execute(f"PRAGMA {pragma}")
        except BaseException:
            opened.close()
            raise
        return opened

    engine = create_engine(
        "sqlite://", module=sqlcipher, creator=connect, poolclass=QueuePool, hide_parameters=True
    )
    place: list[tuple[int, int]] = []

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        is_writing = connection.get_execution_options().get("is_writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")

    @event.listens_for(engine, "commit")
    def _still_there(_connection: Connection) -> None:
        """Refuse to save into a file that was moved or replaced: SQLite itself would not notice."""
        try:
            found = os.stat(path)
        except OSError:
            found = None
        here = (found.st_dev, found.st_ino) if found else None
        if not place and here:
            place.append(here)
        if here is None or here != place[0]:
            raise WorldError(
                _("The data file {name} was moved, replaced or deleted while it was open.").format(
                    name=path.name
                ),
                _("Nothing more can be saved. Close Alongside, and put the file back."),
            )

    return engine


def _take_lock(path: Path) -> FileLock:
    lock = FileLock(f"{path}.lock", timeout=0, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        raise WorldError(
            _("The data file {name} is open in another Alongside.").format(name=path.name),
            _("Close the other window and try again."),
        ) from None
    except OSError:
        raise _is_read_only(path) from None
    return lock


def _is_read_only(path: Path) -> WorldError:
    return WorldError(
        _("The data file {name} cannot be changed: it or its folder is read-only.").format(
            name=path.name
        ),
        _("Move it to a folder of your own, or ask whoever looks after this computer."),
    )


def _check_version(engine: Engine, path: Path) -> None:
    """Refuse what is not ours or newer; bring what is older up to date."""
    with _translated(path), engine.connect() as connection:
        is_ours = connection.scalar(text("PRAGMA application_id")) == APPLICATION_ID
        if not is_ours:
            raise _is_not_ours(path)
        schema = str(connection.scalar(text("SELECT version_num FROM alembic_version")))
    if schema > SCHEMA:
        raise WorldError(
            _("{name} was made by a newer Alongside than this one.").format(name=path.name),
            _("Install the newer Alongside on this computer."),
        )
    if schema < SCHEMA:
        from alongside.store.migrations import bring_up_to_date  # Alembic only when it is needed

        bring_up_to_date(engine)


def _is_not_ours(path: Path) -> WorldError:
    return WorldError(
        _("{name} is not a data file of Alongside, or it is damaged.").format(name=path.name),
        _("Choose another file, or a copy of this one."),
    )


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    """Turn what the disk can do to us into a sentence; our own mistakes pass as they are."""
    try:
        yield
    except (DBAPIError, sqlcipher.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        name = getattr(cause, "sqlite_errorname", "")
        if name.startswith("SQLITE_FULL"):
            raise WorldError(
                _("There is no room left on the disk that holds {name}.").format(name=path.name),
                _("This was not saved. Make room by emptying the bin, then try again."),
            ) from error
        if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN")):
            raise _is_read_only(path) from error
        if name.startswith("SQLITE_BUSY"):
            raise WorldError(
                _("{name} is busy in another program.").format(name=path.name),
                _("This was not saved. Close the other program and try again."),
            ) from error
        if name.startswith("SQLITE_NOTADB"):
            raise _is_not_ours(path) from error
        if name.startswith(("SQLITE_IOERR", "SQLITE_CORRUPT")):
            raise WorldError(
                _("{name} cannot be read: the disk or the file is damaged.").format(name=path.name),
                _("Close Alongside and copy the file to another disk."),
            ) from error
        raise
