"""How the history is looked through: by words, kind, name and day, or for one record."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, String, func, literal, or_, select, text
from sqlalchemy.orm import InstrumentedAttribute, Session
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from alongside.domain.change import Kind
from alongside.domain.search import plain
from alongside.store import images
from alongside.store.history import PieceOfWork, line_of
from alongside.store.tables import (
    Attendance,
    BankDetails,
    Budget,
    Claim,
    ClaimLine,
    ClaimStep,
    Group,
    LineShare,
    Meeting,
    Membership,
    Organisation,
    Payment,
    PaymentRun,
    Person,
    Piece,
    PieceRow,
    Policy,
    Receipt,
    Table,
    UsualCost,
)

RECORDS: dict[Kind, type[Table]] = {
    Kind.ORGANISATION: Organisation, Kind.PERSON: Person, Kind.GROUP: Group,
    Kind.MEETING: Meeting, Kind.CLAIM: Claim, Kind.PAYMENT: PaymentRun,
    Kind.POLICY: Policy,
}  # fmt: skip
"""What has a history of its own, and its drawer."""

_PARTS: dict[Kind, Sequence[InstrumentedAttribute[UUID]]] = {
    Kind.PERSON: (Membership.person_id, BankDetails.person_id, UsualCost.person_id),
    Kind.GROUP: (Membership.group_id, Budget.group_id),
    Kind.MEETING: (Attendance.meeting_id,),
    Kind.CLAIM: (ClaimLine.claim_id, ClaimStep.claim_id, Payment.claim_id, Receipt.claim_id),
    Kind.PAYMENT: (Payment.run_id,),
}
"""What belongs to a record, by the column that says so."""

_SENTENCES = 1 << 16

_LATELY = 2000
"""Pieces of work among which names that were used lately are looked for."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Which pieces of work are wanted; an empty field wants all. Days are included at both ends.

    `words` and `who` are plain words, each of which must be found. `rows` are ids of rows, one of
    which must have been touched.
    """

    words: Sequence[str] = ()
    who: Sequence[str] = ()
    kind: Kind | None = None
    first: date | None = None
    last: date | None = None
    rows: Collection[str] | None = None


def lines(session: Session, sought: Sought, most: int | None) -> list[PieceOfWork]:
    """Return the last `most` pieces of work that are sought, or all, newest first.

    They are read as they lie in the file, where they stand in order of writing: through the index
    on their numbers it would take half as long again.
    """
    driver: Any = session.connection().connection.driver_connection
    driver.create_function("is_said", 1, _finder(sought.words), deterministic=True)
    driver.create_function("is_signed", 1, _finder(sought.who), deterministic=True)
    query = select(Piece).where(*_conditions(sought)).order_by(text("history.rowid DESC"))
    return [line_of(piece) for piece in session.scalars(query.limit(most))]


def _finder(words: Sequence[str]) -> Callable[[str], bool]:
    """Return what tells whether a text holds all `words`.

    The same few thousand sentences come again and again: each is looked at once.
    """

    @lru_cache(maxsize=_SENTENCES)
    def holds(text: str) -> bool:
        known = _plain(text)
        return all(word in known for word in words)

    return holds


_plain = lru_cache(maxsize=_SENTENCES)(plain)


def find(session: Session, number: int) -> PieceOfWork | None:
    """Return the piece of work with this number, or None."""
    piece = session.scalars(select(Piece).where(Piece.number == number)).first()
    return line_of(piece) if piece else None


def _conditions(sought: Sought) -> list[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = []
    if sought.rows is not None:
        touched = select(PieceRow.piece_id).where(PieceRow.row_id.in_(sought.rows))
        wanted.append(Piece.id.in_(touched))
    if sought.first:
        wanted.append(Piece.at >= datetime.combine(sought.first, time()))
    if sought.last:
        wanted.append(Piece.at < datetime.combine(sought.last + timedelta(days=1), time()))
    if sought.kind:
        spaced = literal(" ", String) + Piece.kinds + " "
        is_kind = spaced.contains(f" {sought.kind} ", autoescape=True)
        # Notes of the first files were of no kind; all of them concerned the file.
        wanted.append(or_(is_kind, Piece.kinds == "") if sought.kind is Kind.FILE else is_kind)
    if sought.who:
        wanted.append(func.is_signed(Piece.who) == 1)
    if sought.words:
        wanted.append(func.is_said(Piece.words) == 1)
    return wanted


def newest(session: Session) -> int:
    """Return the number of the last piece of work, 0 if nothing was done yet."""
    return session.scalar(select(func.max(Piece.number))) or 0


def kind_of(session: Session, record_id: UUID) -> Kind | None:
    """Return what kind of record has or once had this id, or None."""
    query = select(PieceRow.table).where(PieceRow.row_id == record_id.hex).limit(1)
    table = session.scalar(query)
    for kind, drawer in RECORDS.items():
        if table == drawer.__tablename__ or session.get(drawer, record_id):
            return kind
    return None


def rows_of(session: Session, kind: Kind, record_id: UUID) -> set[str]:
    """Return the ids of a record's row and of all that belongs to it or once did."""
    found = {record_id} | _belonging(session, _PARTS.get(kind, ()), {record_id})
    if kind is Kind.CLAIM:
        found |= _belonging(session, (LineShare.line_id,), found)
    return {row.hex for row in found}


def _belonging(
    session: Session, columns: Sequence[InstrumentedAttribute[UUID]], owners: set[UUID]
) -> set[UUID]:
    """Return the ids of rows that one of `columns` says, or once said, belong to `owners`."""
    found: set[UUID] = set()
    for column in columns:
        found |= set(session.scalars(select(column.class_.id).where(column.in_(owners))))
    removed = select(PieceRow.row_id).where(
        PieceRow.after.is_(None),
        PieceRow.table.in_([column.class_.__tablename__ for column in columns]),
        or_(*(PieceRow.before.contains(f'"{c.key}":"{o.hex}"') for c in columns for o in owners)),
    )
    return found | {UUID(row) for row in session.scalars(removed)} if columns else found


def names(session: Session) -> list[str]:
    """Return who worked on the file lately, the latest first."""
    lately = select(Piece.who, Piece.number).order_by(Piece.number.desc()).limit(_LATELY).subquery()
    query = select(lately.c.who).group_by(lately.c.who).order_by(func.max(lately.c.number).desc())
    return [who for who in session.scalars(query) if who]


@dataclass(frozen=True, slots=True)
class TouchedRow:
    """A row that a piece of work touched: its values before and after, {} where it was not."""

    table: str
    row_id: str
    before: dict[str, Any]
    after: dict[str, Any]


def touched(session: Session, number: int) -> list[TouchedRow]:
    """Return the rows that a piece of work touched, in the order of their links."""
    query = (
        select(PieceRow)
        .join(Piece, Piece.id == PieceRow.piece_id)
        .where(Piece.number == number)
        .order_by(PieceRow.position)
    )
    return [
        TouchedRow(row.table, row.row_id, images.values(row.table, images.load(row.before)),
                   images.values(row.table, images.load(row.after)))
        for row in session.scalars(query)
    ]  # fmt: skip


def last_known(session: Session, table: str, row_id: str) -> dict[str, Any]:
    """Return a row's values as they are, or were when it was last there; {} if it never was."""
    image = images.read(session.connection(), table, row_id)
    if image is None:
        query = (
            select(PieceRow.before)
            .join(Piece, Piece.id == PieceRow.piece_id)
            .where(PieceRow.row_id == row_id, PieceRow.after.is_(None))
            .order_by(Piece.number.desc())
            .limit(1)
        )
        image = images.load(session.scalar(query))
    return images.values(table, image)


def points_at(table: str) -> dict[str, str]:
    """Return for each link of a table, by column, the table that it leads to."""
    return {
        key.parent.name: key.column.table.name for key in Table.metadata.tables[table].foreign_keys
    }


def defaults(table: str) -> dict[str, Any]:
    """Return what the columns of a table hold unless something else is said."""
    columns = Table.metadata.tables[table].c
    return {
        column.name: column.default.arg
        for column in columns
        if isinstance(column.default, ScalarElementColumnDefault)
    }
