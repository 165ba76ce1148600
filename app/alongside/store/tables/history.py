"""The drawers of the history: pieces of work, and the rows that each touched."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from alongside.store.tables.base import Table


class Piece(Table):
    """One piece of work: who did what and when. Audit, undo and redo all read it."""

    __tablename__ = "history"

    number: Mapped[int] = mapped_column(unique=True)
    at: Mapped[datetime]
    who: Mapped[str]
    words: Mapped[str]
    kinds: Mapped[str]
    act: Mapped[str]
    of: Mapped[int | None]
    state: Mapped[str]
    sitting: Mapped[str] = mapped_column(index=True)


class PieceRow(Table):
    """One row that a piece of work touched, before and after, as JSON; null means not there."""

    __tablename__ = "history_row"

    piece_id: Mapped[UUID] = mapped_column(ForeignKey("history.id"), index=True)
    position: Mapped[int]
    table: Mapped[str]
    row_id: Mapped[str] = mapped_column(index=True)
    before: Mapped[str | None] = mapped_column(Text)
    after: Mapped[str | None] = mapped_column(Text)


HISTORY_TABLES = frozenset({Piece.__tablename__, PieceRow.__tablename__})
