"""Who changed what, before and after: audit, undo and redo from one mechanism.

The session's flush is listened to; every row it touches is read just before it is first changed
and again when the work is done. Undo writes the before-images back as a new piece of work, redo
the after-images. Bulk statements, ON DELETE CASCADE and triggers that write would pass unseen:
a test of the house forbids them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, event, func, insert, select, text, update
from sqlalchemy import Table as SqlTable
from sqlalchemy.orm import Session, object_session

from alongside.domain.change import Change, Kind
from alongside.store import images
from alongside.store.column_types import new_id
from alongside.store.images import Image, Touched
from alongside.store.tables import HISTORY_TABLES, Piece, PieceRow, Table


@dataclass(frozen=True, slots=True)
class PieceOfWork:
    """A line of the history: what was done, by whom, when. `number` counts up from 1."""

    number: int
    at: datetime
    who: str
    words: str
    kinds: frozenset[Kind]


class Witness:
    """Sees every row that a session touches, from its first flush until the work is done."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._before: dict[tuple[str, UUID], Image] = {}
        session.info["witness"] = self
        event.listen(session, "before_flush", self._see)
        event.listen(session, "after_flush", self._see_new)

    def _see(self, session: Session, *_: Any) -> None:
        """Read the rows about to change, as the file has them, whatever the objects hold."""
        touched = [row for row in session.dirty if session.is_modified(row)]
        self.remember(row for row in (*touched, *session.deleted) if _is_witnessed(row))

    def _see_new(self, session: Session, *_: Any) -> None:
        """Note rows that were not there before."""
        for row in session.new:
            if _is_witnessed(row):
                self._before.setdefault((row.__tablename__, row.id), None)

    def remember(self, rows: Iterable[Table]) -> None:
        """Read `rows` as the file has them, unless that was done earlier in this work."""
        fresh: dict[SqlTable, list[UUID]] = {}
        for row in rows:
            if (row.__tablename__, row.id) not in self._before:
                table = Table.metadata.tables[row.__tablename__]
                fresh.setdefault(table, []).append(row.id)
        for table, ids in fresh.items():
            there = images.read(self._session.connection(), table, ids)
            for row_id in ids:
                self._before[table.name, row_id] = there.get(row_id)

    def seen(self) -> list[Touched]:
        """Return (table, id, before, after) for each row that ended different, in table order."""
        connection = self._session.connection()
        rows = []
        for table in Table.metadata.sorted_tables:
            ids = [row_id for name, row_id in self._before if name == table.name]
            after = images.read(connection, table, ids) if ids else {}
            for row_id in ids:
                was, is_now = self._before[table.name, row_id], after.get(row_id)
                if was != is_now:
                    rows.append((table.name, row_id, was, is_now))
        return rows


@event.listens_for(Table, "before_update", propagate=True)
@event.listens_for(Table, "before_delete", propagate=True)
def _see_cascade(_mapper: Any, _connection: Connection, row: Table) -> None:
    """Catch what only the flush itself decides to change: orphans, and links that it clears."""
    session = object_session(row)
    witness = session.info.get("witness") if session else None
    if witness is not None and _is_witnessed(row):
        witness.remember([row])


def _is_witnessed(row: Table) -> bool:
    return row.__tablename__ not in HISTORY_TABLES and object_session(row) is not None


def keep(
    session: Session,
    change: Change,
    rows: list[Touched],
    *,
    at: datetime,
    who: str,
    sitting: str,
    act: str = "done",
    of: int | None = None,
) -> None:
    """Write one piece of work into the history. `act` is done, barrier, undo or redo.

    Something newly done closes the way to redo: what was undone before it is dropped.
    """
    connection = session.connection()
    if act in {"done", "barrier"}:
        connection.execute(
            update(Piece)
            .where(Piece.sitting == sitting, Piece.state == "undone")
            .values(state="dropped")
        )
    number = (connection.scalar(select(func.max(Piece.number))) or 0) + 1
    piece_id = new_id()
    kinds = " ".join(sorted(change.kinds))
    connection.execute(
        insert(Piece).values(
            id=piece_id, number=number, at=at, who=who, words=change.words, kinds=kinds,
            act=act, of=of, state="done", sitting=sitting,
        )
    )  # fmt: skip
    if rows:
        connection.execute(
            insert(PieceRow),
            [
                {
                    "id": new_id(), "piece_id": piece_id, "position": position, "table": table,
                    "row_id": str(row_id), "before": images.dump(before),
                    "after": images.dump(after),
                }
                for position, (table, row_id, before, after) in enumerate(rows)
            ],
        )  # fmt: skip


def next_undo(session: Session, sitting: str) -> PieceOfWork | None:
    """Return what Undo would take back in this sitting, or None.

    Nothing before a barrier can be undone, nor what was done before the file was opened: a person
    undoes what they remember doing.
    """
    last = session.scalars(
        select(Piece)
        .where(Piece.sitting == sitting, Piece.act.in_(["done", "barrier"]), Piece.state == "done")
        .order_by(Piece.number.desc())
        .limit(1)
    ).first()
    return _line(last) if last and last.act == "done" else None


def next_redo(session: Session, sitting: str) -> PieceOfWork | None:
    """Return what Redo would do again in this sitting, or None."""
    first = session.scalars(
        select(Piece)
        .where(Piece.sitting == sitting, Piece.state == "undone")
        .order_by(Piece.number)
        .limit(1)
    ).first()
    return _line(first) if first else None


def write_back(session: Session, piece: PieceOfWork, *, is_redo: bool) -> list[Touched]:
    """Put every row of `piece` back as it was before (or after, for redo).

    Return the images of this write, for the history. Foreign keys are checked at the end of the
    transaction; rows go before others come, so that a number given anew is free by then.
    """
    connection = session.connection()
    connection.execute(text("PRAGMA defer_foreign_keys = ON"))
    rows = _rows_of(session, piece, is_redo=is_redo)
    for name, row_id, was, wanted in sorted(rows, key=_deletes_first):
        images.write(connection, Table.metadata.tables[name], row_id, was, wanted)
    state = "done" if is_redo else "undone"
    connection.execute(update(Piece).where(Piece.number == piece.number).values(state=state))
    session.expire_all()
    return rows


def _rows_of(session: Session, piece: PieceOfWork, *, is_redo: bool) -> list[Touched]:
    kept: Sequence[PieceRow] = session.scalars(
        select(PieceRow)
        .join(Piece, Piece.id == PieceRow.piece_id)
        .where(Piece.number == piece.number)
        .order_by(PieceRow.position)
    ).all()
    rows: list[Touched] = []
    for row in kept:
        old, new = images.load(row.before), images.load(row.after)
        was, wanted = (old, new) if is_redo else (new, old)
        rows.append((row.table, UUID(row.row_id), was, wanted))
    return rows


def _deletes_first(row: Touched) -> int:
    _table, _id, was, wanted = row
    return 0 if wanted is None else 2 if was is None else 1


def lines(session: Session, most: int) -> list[PieceOfWork]:
    """Return the last `most` pieces of work, newest first."""
    found = session.scalars(select(Piece).order_by(Piece.number.desc()).limit(most))
    return [_line(piece) for piece in found]


def _line(piece: Piece) -> PieceOfWork:
    kinds = frozenset(Kind(kind) for kind in piece.kinds.split())
    return PieceOfWork(piece.number, piece.at, piece.who, piece.words, kinds)
