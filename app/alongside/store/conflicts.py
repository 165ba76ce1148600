"""Whether a row was changed since somebody looked at it: then their work is not saved over it.

The history's own numbers are the versions: a row's version is the last piece of work that touched
it. So no column has to be kept in step, and what undo and redo write counts like anything else.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from alongside.store import images
from alongside.store.history_search import TouchedRow
from alongside.store.images import Image, Touched
from alongside.store.tables import Piece, PieceRow

_looked_at: ContextVar[int | None] = ContextVar("_looked_at", default=None)


class Conflict(Exception):  # noqa: N818  it is met, not made
    """Rows of a piece of work were changed by `who` since they were looked at.

    `theirs` are those rows as they were then and as they are now, `yours` as they were then and as
    the work that was refused would have them.
    """

    def __init__(self, who: str, theirs: list[TouchedRow], yours: list[TouchedRow]) -> None:
        super().__init__(who)
        self.who = who
        self.theirs = theirs
        self.yours = yours


@contextmanager
def looked_at(number: int) -> Iterator[None]:
    """Refuse work, inside of a `with`, on rows that changed after piece of work `number`."""
    before = _looked_at.set(number)
    try:
        yield
    finally:
        _looked_at.reset(before)


def check(session: Session, rows: Sequence[Touched]) -> None:
    """Raise Conflict if one of `rows` was changed since it was looked at, if that is known."""
    since = _looked_at.get()
    if since is None:
        return
    theirs, yours, names = [], [], []
    for table, row_id, was, wanted in rows:
        query = (
            select(Piece.who, PieceRow.before)
            .join(Piece, Piece.id == PieceRow.piece_id)
            .where(PieceRow.row_id == row_id, PieceRow.table == table, Piece.number > since)
            .order_by(Piece.number)
        )
        later = session.execute(query).all()
        as_seen = images.load(later[0].before) if later else was
        if as_seen != was:
            theirs.append(_touched(table, row_id, as_seen, was))
            yours.append(_touched(table, row_id, as_seen, wanted))
            names += [piece.who for piece in later]
    if theirs:
        raise Conflict(", ".join(dict.fromkeys(names)), theirs, yours)


def _touched(table: str, row_id: str, before: Image, after: Image) -> TouchedRow:
    return TouchedRow(table, row_id, images.values(table, before), images.values(table, after))
