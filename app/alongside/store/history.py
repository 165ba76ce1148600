"""Who changed what, before and after: audit, undo and redo from one mechanism.

The session's flush is listened to; every row it touches is read just before it is first changed
and again when the work is done. Undo writes the before-images back as a new piece of work, redo
the after-images. Bulk statements, ON DELETE CASCADE and triggers that write would pass unseen:
a test of the house forbids them.
"""

import base64
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, TypeDecorator, event, func, insert, select, text, update
from sqlalchemy import Table as SqlTable
from sqlalchemy.orm import Session, object_session

from alongside.domain.change import Change, Kind
from alongside.domain.money import Money
from alongside.store.column_types import new_id
from alongside.store.tables import HISTORY_TABLES, Piece, PieceRow, Table

Image = dict[str, Any] | None
"""A row as plain JSON values by column name; None where there is no row."""

_AT_ONCE = 400


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
            images = _read(self._session.connection(), table, ids)
            for row_id in ids:
                self._before[table.name, row_id] = images.get(row_id)

    def seen(self) -> list[tuple[str, UUID, Image, Image]]:
        """Return (table, id, before, after) for each row that ended different, in table order."""
        connection = self._session.connection()
        rows = []
        for table in Table.metadata.sorted_tables:
            ids = [row_id for name, row_id in self._before if name == table.name]
            after = _read(connection, table, ids) if ids else {}
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
    rows: list[tuple[str, UUID, Image, Image]],
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
        connection.execute(update(Piece).where(Piece.state == "undone").values(state="dropped"))
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
                    "row_id": str(row_id), "before": _dump(before), "after": _dump(after),
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


def write_back(
    session: Session, piece: PieceOfWork, *, is_redo: bool
) -> list[tuple[str, UUID, Image, Image]]:
    """Put every row of `piece` back as it was before (or after, for redo).

    Return the images of this write, for the history. Foreign keys are checked at the end of the
    transaction, so the order of rows does not matter.
    """
    connection = session.connection()
    connection.execute(text("PRAGMA defer_foreign_keys = ON"))
    kept = session.scalars(
        select(PieceRow)
        .join(Piece, Piece.id == PieceRow.piece_id)
        .where(Piece.number == piece.number)
        .order_by(PieceRow.position)
    ).all()
    rows = []
    for row in kept:
        old, new = _load(row.before), _load(row.after)
        was, wanted = (old, new) if is_redo else (new, old)
        table = Table.metadata.tables[row.table]
        _write(connection, table, UUID(row.row_id), was, wanted)
        rows.append((row.table, UUID(row.row_id), was, wanted))
    state = "done" if is_redo else "undone"
    connection.execute(update(Piece).where(Piece.number == piece.number).values(state=state))
    session.expire_all()
    return rows


def lines(session: Session, most: int) -> list[PieceOfWork]:
    """Return the last `most` pieces of work, newest first."""
    found = session.scalars(select(Piece).order_by(Piece.number.desc()).limit(most))
    return [_line(piece) for piece in found]


def _line(piece: Piece) -> PieceOfWork:
    kinds = frozenset(Kind(kind) for kind in piece.kinds.split())
    return PieceOfWork(piece.number, piece.at, piece.who, piece.words, kinds)


def _read(connection: Connection, table: SqlTable, ids: list[UUID]) -> dict[UUID, Image]:
    found: dict[UUID, Image] = {}
    for start in range(0, len(ids), _AT_ONCE):
        part = ids[start : start + _AT_ONCE]
        for row in connection.execute(select(table).where(table.c.id.in_(part))).mappings():
            found[row["id"]] = {name: _plain(value) for name, value in row.items()}
    return found


def _write(
    connection: Connection, table: SqlTable, row_id: UUID, was: Image, wanted: Image
) -> None:
    if wanted is None:
        connection.execute(table.delete().where(table.c.id == row_id))
        return
    values = {name: _value(table.c[name].type, value) for name, value in wanted.items()}
    if was is None:
        connection.execute(table.insert().values(values))
    else:
        connection.execute(table.update().where(table.c.id == row_id).values(values))


def _plain(value: Any) -> Any:
    if isinstance(value, Money):
        return value.pence
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return str(value) if isinstance(value, UUID | str) else value


_FROM_PLAIN: dict[type, Callable[[Any], Any]] = {
    Money: Money,
    bytes: base64.b64decode,
    date: date.fromisoformat,
    datetime: datetime.fromisoformat,
    time: time.fromisoformat,
    UUID: UUID,
}


def _value(column: Any, plain: Any) -> Any:
    if plain is None:
        return None
    if isinstance(column, TypeDecorator) and column.__class__.__name__ == "MoneyColumn":
        return Money(plain)
    return _FROM_PLAIN.get(column.python_type, lambda value: value)(plain)


def _dump(image: Image) -> str | None:
    return None if image is None else json.dumps(image, ensure_ascii=False, separators=(",", ":"))


def _load(kept: str | None) -> Image:
    return None if kept is None else json.loads(kept)
