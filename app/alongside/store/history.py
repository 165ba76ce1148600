"""Who changed what, before and after: audit, undo and redo from one mechanism.

The flush of a session is listened to; every row it touches is read just before it is first changed
and again when the work is done. Undo writes the before-images back as a new piece of work, redo
the after-images. Bulk statements, ON DELETE CASCADE and triggers that write would pass unseen:
a test of the house forbids them. What a receipt holds is left alone: it is only ever added, and
dropped when the file is opened or shut and no receipt has it.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, event, func, select, text, update
from sqlalchemy.orm import Session, object_session

from alongside.domain.change import Change, Kind
from alongside.store import images
from alongside.store.column_types import new_id
from alongside.store.images import Image, Touched
from alongside.store.tables import CONTENT_TABLES, HISTORY_TABLES, Piece, PieceRow, Table

_ORDER = {table.name: place for place, table in enumerate(Table.metadata.sorted_tables)}
"""Tables in the order of their links: what is pointed at comes first."""

_UNSEEN = HISTORY_TABLES | CONTENT_TABLES


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
        self._before: dict[tuple[str, str], Image] = {}
        session.info["witness"] = self

    def see(self, connection: Connection, row: Table, *, is_new: bool) -> None:
        """Read `row` as the file has it, unless that was done earlier in this work."""
        place = (row.__tablename__, row.id.hex)
        if place not in self._before:
            self._before[place] = None if is_new else images.read(connection, *place)

    def change(self, table: type[Table], row_id: UUID, values: dict[str, Any]) -> None:
        """Write `values` into a row past the session, and see it all the same.

        Raise LookupError if there is no such row.
        """
        connection, place = self._session.connection(), (table.__tablename__, row_id.hex)
        was = images.read(connection, *place)
        if was is None:
            raise LookupError(f"no row of {table.__tablename__} to change")
        self._before.setdefault(place, was)
        images.write(connection, *place, was, was | images.kept(place[0], values))

    def seen(self) -> list[Touched]:
        """Return the rows that ended different, in the order of their links."""
        connection = self._session.connection()
        rows = []
        for (table, row_id), was in self._before.items():
            is_now = images.read(connection, table, row_id)
            if was != is_now:
                rows.append((table, row_id, was, is_now))
        return sorted(rows, key=lambda row: _ORDER[row[0]])


@event.listens_for(Table, "before_insert", propagate=True)
def _see_new(_mapper: Any, connection: Connection, row: Table) -> None:
    _tell(connection, row, is_new=True)


@event.listens_for(Table, "before_update", propagate=True)
@event.listens_for(Table, "before_delete", propagate=True)
def _see(_mapper: Any, connection: Connection, row: Table) -> None:
    """See what the work changes, and what only the flush decides to: orphans, links cleared."""
    _tell(connection, row, is_new=False)


def _tell(connection: Connection, row: Table, *, is_new: bool) -> None:
    session = object_session(row)
    witness = session.info.get("witness") if session else None
    if witness is not None and row.__tablename__ not in _UNSEEN:
        witness.see(connection, row, is_new=is_new)


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
) -> int:
    """Write one piece of work into the history and return its number.

    `act` is done, barrier, undo, redo or note.

    Something newly done closes the way to redo what was undone before it.
    """
    connection, piece_id = session.connection(), new_id().hex
    number = images.next_number(connection, Piece.__tablename__)
    piece = {
        "id": piece_id, "number": number,
        "at": at.isoformat(" ", "microseconds"), "who": who, "words": change.words,
        "kinds": " ".join(sorted(change.kinds)), "act": act, "of": of, "state": "done",
        "sitting": sitting,
    }  # fmt: skip
    images.write(connection, Piece.__tablename__, piece_id, None, piece)
    for position, (table, row_id, before, after) in enumerate(rows):
        image_id = new_id().hex
        image = {
            "id": image_id, "piece_id": piece_id, "position": position, "table": table,
            "row_id": row_id, "before": images.dump(before), "after": images.dump(after),
        }  # fmt: skip
        images.write(connection, PieceRow.__tablename__, image_id, None, image)
    return number


def last_change(session: Session, table: str, row_id: UUID) -> datetime | None:
    """Return when a row was changed last, or None if the history does not know it."""
    query = (
        select(func.max(Piece.at))
        .join(PieceRow, PieceRow.piece_id == Piece.id)
        .where(PieceRow.table == table, PieceRow.row_id == row_id.hex)
    )
    return session.scalar(query)


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
    return line_of(last) if last and last.act == "done" else None


def next_redo(session: Session, sitting: str) -> PieceOfWork | None:
    """Return what Redo would do again in this sitting, or None.

    Only what was undone since something new was last done: that closed the way to all before.
    """
    newest = (
        select(func.coalesce(func.max(Piece.number), 0))
        .where(Piece.sitting == sitting, Piece.act.in_(["done", "barrier"]))
        .scalar_subquery()
    )
    undone = select(Piece.of).where(
        Piece.sitting == sitting, Piece.act == "undo", Piece.number > newest
    )
    first = session.scalars(
        select(Piece)
        .where(Piece.number.in_(undone), Piece.state == "undone")
        .order_by(Piece.number)
        .limit(1)
    ).first()
    return line_of(first) if first else None


def write_back(session: Session, piece: PieceOfWork, *, is_redo: bool) -> list[Touched]:
    """Put every row of `piece` back as it was before (or after, for redo).

    Return the images of this write, for the history. Foreign keys are checked at the end of the
    transaction; rows go before others come, so that a number given anew is free by then.
    """
    connection = session.connection()
    connection.execute(text("PRAGMA defer_foreign_keys = ON"))
    rows = _rows_of(session, piece, is_redo=is_redo)
    for table, row_id, was, wanted in sorted(rows, key=_deletes_first):
        images.write(connection, table, row_id, was, wanted)
    state = "done" if is_redo else "undone"
    connection.execute(update(Piece).where(Piece.number == piece.number).values(state=state))
    session.expire_all()
    return rows


def _rows_of(session: Session, piece: PieceOfWork, *, is_redo: bool) -> list[Touched]:
    kept = session.scalars(
        select(PieceRow)
        .join(Piece, Piece.id == PieceRow.piece_id)
        .where(Piece.number == piece.number)
        .order_by(PieceRow.position)
    ).all()
    rows: list[Touched] = []
    for row in kept:
        old, new = images.load(row.before), images.load(row.after)
        was, wanted = (old, new) if is_redo else (new, old)
        rows.append((row.table, row.row_id, was, wanted))
    return rows


def _deletes_first(row: Touched) -> int:
    _table, _id, was, wanted = row
    return 0 if wanted is None else 2 if was is None else 1


def line_of(piece: Piece) -> PieceOfWork:
    """Return a kept piece of work as a line of the history."""
    kinds = frozenset(Kind(kind) for kind in piece.kinds.split())
    return PieceOfWork(piece.number, piece.at, piece.who, piece.words, kinds)
