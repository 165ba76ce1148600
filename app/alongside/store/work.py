"""One transaction: everything in it is kept with its line in the history, or nothing is."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlcipher3.dbapi2 import IntegrityError as DriverIntegrityError

from alongside.domain.change import Change, Kind
from alongside.domain.errors import UserError
from alongside.i18n import _
from alongside.store import conflicts, history
from alongside.store.file import DataFile
from alongside.store.images import Touched
from alongside.store.tables import Table

__all__ = ["Session", "Work", "note", "reading", "work"]
"""`Session` stands here so that services can name it in their hints without SQLAlchemy."""


class Work:
    """A piece of work under way. It is thrown away unless `done` is said."""

    def __init__(self, store: DataFile, session: Session) -> None:
        self.session = session
        self._store = store
        self._witness = history.Witness(session)

    def change(self, table: type[Table], row_id: UUID, values: dict[str, Any]) -> None:
        """Write `values` by column name into a row that is there, past the session.

        For what has to be quick and is not in the session: it would not learn of it.
        """
        self._witness.change(table, row_id, values)

    def done(self, change: Change, *, is_barrier: bool = False) -> Change:
        """Keep everything, with `change` as its line in the history, and return it.

        After a barrier nothing earlier can be undone; it can only be withdrawn or corrected.
        Work that changed nothing leaves no line. Raise Conflict if a row was changed since whoever
        asks has looked at it.
        """
        self.session.flush()
        rows = self._witness.seen()
        conflicts.check(self.session, rows)
        if rows:
            return self._keep(change, rows, "barrier" if is_barrier else "done")
        self.session.commit()
        return change

    def note(self, change: Change) -> Change:
        """Keep a line in the history for something that changed no row, and return `change`.

        It is there to be read; Undo passes it by.
        """
        return self._keep(change, [], "note")

    def forgotten(self, change: Change, rows: list[Touched]) -> Change:
        """Keep everything, with a line that tells of `rows` only: all else is to be forgotten.

        It is a barrier: nothing before it can be undone.
        """
        return self._keep(change, rows, "barrier")

    def undo(self, words: str) -> Change | None:
        """Take back the last thing done; `words` has a place {words} for what it was."""
        return self._again(history.next_undo(self.session, self._store.sitting), words, "undo")

    def redo(self, words: str) -> Change | None:
        """Do again the last thing undone; `words` has a place {words} for what it was."""
        return self._again(history.next_redo(self.session, self._store.sitting), words, "redo")

    def _again(self, piece: history.PieceOfWork | None, words: str, act: str) -> Change | None:
        if piece is None:
            return None
        change = Change(words.format(words=piece.words), piece.kinds)
        try:
            rows = history.write_back(self.session, piece, is_redo=act == "redo")
            return self._keep(change, rows, act, piece.number)
        except (
            IntegrityError,
            DriverIntegrityError,
        ):
            # what was done in another sitting since has its place
            said = _("“{words}” cannot be taken back or done again now: something that was done "
                     "since stands in its way.")  # fmt: skip
            raise UserError("", said.format(words=piece.words)) from None

    def _keep(self, change: Change, rows: list[Touched], act: str, of: int | None = None) -> Change:
        """Save everything with its line in the history, and count the save."""
        number = history.keep(
            self.session, change, rows, at=self._store.now(), who=self._store.who,
            sitting=self._store.sitting, act=act, of=of,
        )  # fmt: skip
        self.session.commit()
        self._store.saves.write(number)
        return change


@contextmanager
def work(store: DataFile) -> Iterator[Work]:
    """Open one piece of work on `store`; roll back unless `done` was said."""
    with store.session(is_writing=True) as session:
        yield Work(store, session)


@contextmanager
def reading(store: DataFile) -> Iterator[Session]:
    """Open a session that only reads, all of it from one moment."""
    with store.session(is_writing=False) as session:
        yield session


def note(store: DataFile, words: str) -> Change:
    """Leave a line in the history for what happened to the file as a whole, and return it.

    For exports, restores, copies and locks: they change no row, and are there to be read.
    """
    with work(store) as w:
        return w.note(Change(words, frozenset({Kind.FILE})))
