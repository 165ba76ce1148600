"""Opens and closes the data file: lock, version, sessions; encrypted from the first byte."""

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from filelock import FileLock, Timeout
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from alongside.domain.errors import WorldError
from alongside.i18n import _
from alongside.store import troubles, where
from alongside.store.cipher import engine_for
from alongside.store.saves import SaveCounter
from alongside.store.tables import Table

APPLICATION_ID = 0x414C4F4E
"""“ALON” in the file's header (readable only with the key): this file is ours."""

SCHEMA = "0006"
"""The newest migration. It stands here so that opening a file need not import Alembic; a test
holds it against the migrations themselves."""

_VERSION_TABLE = (  # as Alembic makes it
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
    "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
)
_LOOK_ROUND = "PRAGMA optimize = 0x10002"
"""SQLite sees how much is where, to choose the right index next time (sqlite.org/lang_analyze)."""


class DataFile:
    """An open data file. One process at a time holds it; any of its threads may ask for a session.

    `now` is the office's clock, `who` the person at the keyboard: both go into the history.
    `lost` is how many saves the file lacked when it was opened, known to whoever opened it.
    """

    def __init__(
        self, path: Path, key: bytes, lock: FileLock, engine: Engine, now: Callable[[], datetime],
        who: str,
    ) -> None:  # fmt: skip
        self.path = path
        self.key = key
        self.now = now
        self.who = who
        self.sitting = secrets.token_hex(8)
        self.saves = SaveCounter(path)
        self.lost = 0
        self._lock = lock
        self._engine: Engine | None = engine

    @classmethod
    def create(cls, path: Path, key: bytes, now: Callable[[], datetime], who: str) -> "DataFile":
        """Make a new data file at `path`, locked with `key` (32 bytes), and open it.

        Raise WorldError if something is there already, the folder cannot be written, or another
        computer could write there too; then nothing is left behind.
        """
        where.judge(path)
        if path.exists():
            raise WorldError(
                _("There is a file called {name} here already.").format(name=path.name)
            )
        lock = take_lock(path)
        engine = engine_for(path, key, may_make=True)
        try:
            with (
                troubles.translated(path),
                engine.execution_options(is_writing=True).begin() as connection,
            ):
                Table.metadata.create_all(connection)
                connection.execute(text(_VERSION_TABLE))
                connection.execute(
                    text("INSERT INTO alembic_version VALUES (:schema)"), {"schema": SCHEMA}
                )
                connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))
        except BaseException:
            engine.dispose()
            for left in (path, *beside(path)):
                left.unlink(missing_ok=True)
            lock.release()
            raise
        return cls(path, key, lock, engine, now, who)

    @classmethod
    def open(
        cls, path: Path, key: bytes, now: Callable[[], datetime], who: str, *,
        before_upgrade: Callable[["DataFile"], object] = lambda _file: None,
        is_loss_known: bool = False,
    ) -> "DataFile":  # fmt: skip
        """Open the data file at `path` with `key` (32 bytes), bringing an older one up to date.

        `before_upgrade` is told before an older file is changed: time for a backup. Raise
        WorldError, in a sentence, for a file that is missing, in an unsafe place, read-only, in
        use, newer than this Alongside, damaged, or not ours; SavesLostError for one that lacks
        saves that this computer saw kept, unless `is_loss_known`.
        """
        if not path.is_file():
            raise WorldError(_("There is no file {path}.").format(path=path))
        where.judge(path)
        if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
            raise troubles.is_read_only(path)
        if not path.stat().st_size:  # SQLite would take an empty file for a new one, and write it
            raise troubles.is_not_ours(path)
        lock = take_lock(path)
        engine = engine_for(path, key, may_make=False)
        file = cls(path, key, lock, engine, now, who)
        try:
            with troubles.translated(path):
                _check_version(file, before_upgrade)
                kept = _saves_in(engine)
            file.count_saves(kept, is_loss_known=is_loss_known)
        except BaseException:
            engine.dispose()
            lock.release()
            raise
        return file

    def count_saves(self, kept: int, *, is_loss_known: bool = False) -> None:
        """Begin to count at the number of saves `kept` in the file.

        Raise SavesLostError if this computer saw more of them, unless that `is_loss_known`.
        """
        seen = self.saves.read()
        if seen > kept and not is_loss_known:
            raise troubles.saves_are_lost(self.path, seen - kept)
        self.lost = max(seen - kept, 0)
        self.saves.write(kept)

    @property
    def engine(self) -> Engine:
        """The way to the file. Raise WorldError while it is shut."""
        if self._engine is None:
            raise troubles.is_locked(self.path)
        return self._engine

    @contextmanager
    def session(self, *, is_writing: bool) -> Iterator[Session]:
        """Give one transaction; what was not committed is rolled back at the end."""
        engine = self.engine.execution_options(is_writing=True) if is_writing else self.engine
        with (
            troubles.translated(self.path),
            Session(engine, expire_on_commit=False) as session,
        ):
            yield session

    def fold_in(self, *before: str) -> None:
        """Fold the write-ahead log into the file, so that as little as can be depends on it.

        Where that cannot be done, the log stays beside the file and is folded in another time.
        """
        with suppress(DBAPIError, sqlcipher.Error, WorldError):
            for question in (*before, "PRAGMA wal_checkpoint(TRUNCATE)"):
                self.ask(question)

    @property
    def is_shut(self) -> bool:
        """Whether nothing can be read or saved until `open_again`."""
        return self._engine is None

    def shut(self) -> None:
        """Fold the log in, let every handle go and forget the key; the lock on the file stays.

        Services keep their data file: after `open_again` they go on, in the same sitting. Whatever
        asks meanwhile gets a WorldError.
        """
        if self._engine is None:
            return
        try:
            self.fold_in(_LOOK_ROUND)
        finally:
            self._engine.dispose()
            self._engine, self.key = None, b""

    def open_again(self, key: bytes) -> None:
        """Open what was shut, with `key` (32 bytes). Raise NotOursError if it does not fit."""
        self._engine = engine = engine_for(self.path, key, may_make=False)
        try:
            with troubles.translated(self.path):
                _check_version(self, lambda _file: None)
        except BaseException:
            engine.dispose()
            self._engine = None
            raise
        self.key = key

    def close(self) -> None:
        """Fold the write-ahead log into the file and let it go."""
        try:
            self.shut()
        finally:
            self._lock.release()

    def ask(self, question: str) -> list[str]:
        """Return the answers to a pragma or question that must stand outside any transaction."""
        connection = self.engine.raw_connection()
        try:
            answers = connection.cursor().execute(question).fetchall()
        finally:
            connection.close()
        return [", ".join(str(part) for part in answer) for answer in answers]


def beside(path: Path) -> tuple[Path, ...]:
    """Return what may lie beside the file at `path` and belongs to it, but for its keys."""
    endings = ("-wal", "-shm", "-journal", ".saves")
    return tuple(path.with_name(path.name + ending) for ending in endings)


def take_lock(path: Path) -> FileLock:
    """Take the file at `path` for this program alone, whether it is there or not.

    Raise WorldError if another Alongside has it, or its folder cannot be written.
    """
    lock = FileLock(f"{path}.lock", timeout=0, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        raise troubles.is_open_elsewhere(path) from None
    except OSError:
        raise troubles.is_read_only(path) from None
    return lock


def _saves_in(engine: Engine) -> int:
    """Return how many saves the file holds: each leaves its line in the history."""
    with engine.connect() as connection:
        return connection.scalar(text("SELECT coalesce(max(number), 0) FROM history")) or 0


def _check_version(file: DataFile, before_upgrade: Callable[[DataFile], object]) -> None:
    """Refuse what is not ours or newer; bring what is older up to date."""
    with file.engine.connect() as connection:
        if connection.scalar(text("PRAGMA application_id")) != APPLICATION_ID:
            raise troubles.is_not_ours(file.path)
        schema = connection.scalar(text("SELECT version_num FROM alembic_version")) or ""
    if schema > SCHEMA:
        raise troubles.is_newer(file.path)
    if schema < SCHEMA:
        from alongside.store.migrations import bring_up_to_date  # Alembic only when it is needed

        before_upgrade(file)
        bring_up_to_date(file.engine)
