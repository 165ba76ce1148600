"""Where receipts are kept, each picture or PDF once, and found again by what it holds or looks."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, joinedload

from alongside.domain.claims import GONE
from alongside.domain.errors import WorldError
from alongside.store.file import DataFile
from alongside.store.tables import Claim, PartnerForm, Receipt, ReceiptFile


def find(session: Session, receipt_id: UUID) -> Receipt | None:
    """Return the receipt with this id, or None."""
    return session.get(Receipt, receipt_id)


def of_claim(session: Session, claim_id: UUID) -> Sequence[Receipt]:
    """Return a claim's receipts with their lines, in the order of their numbers."""
    query = select(Receipt).where(Receipt.claim_id == claim_id).order_by(Receipt.number)
    return session.scalars(query.options(joinedload(Receipt.line))).all()


def has_any(session: Session, claim_id: UUID) -> bool:
    """Return whether a claim has a receipt."""
    query = select(Receipt.id).where(Receipt.claim_id == claim_id).limit(1)
    return session.scalar(query) is not None


def next_number(session: Session, claim_id: UUID) -> int:
    """Return one more than the largest number of a claim's receipts."""
    query = select(func.max(Receipt.number)).where(Receipt.claim_id == claim_id)
    return (session.scalar(query) or 0) + 1


def copy_of(receipt: Receipt, claim_id: UUID, number: int) -> Receipt:
    """Return a new receipt that holds the same, for another claim; it is for no line yet."""
    values: dict[str, Any] = {
        column.key: getattr(receipt, column.key)
        for column in Receipt.__table__.columns
        if column.key not in {"id", "claim_id", "line_id", "number"}
    }
    return Receipt(**values, claim_id=claim_id, number=number)


def keep(session: Session, sha256: str, content: bytes) -> None:
    """Keep what a receipt holds, unless it is there already."""
    if not is_kept(session, sha256):
        session.add(ReceiptFile(sha256=sha256, content=content))
        session.flush()


def is_kept(session: Session, sha256: str) -> bool:
    """Return whether the file holds this content."""
    return session.scalar(select(ReceiptFile.id).where(ReceiptFile.sha256 == sha256)) is not None


def content(session: Session, sha256: str) -> bytes:
    """Return what a receipt holds, byte for byte."""
    return session.scalars(select(ReceiptFile.content).where(ReceiptFile.sha256 == sha256)).one()


def attached(session: Session, hashes: Iterable[str]) -> set[str]:
    """Return which of these contents a claim that still counts has as a receipt."""
    query = _that_count().with_only_columns(Receipt.sha256)
    return set(session.scalars(query.where(Receipt.sha256.in_(list(hashes)))))


def same(session: Session, hashes: Iterable[str]) -> Sequence[Receipt]:
    """Return all receipts of claims that still count with one of these contents."""
    query = _that_count().where(Receipt.sha256.in_(list(hashes)))
    return session.scalars(query.options(*_WHOSE)).all()


def looks(session: Session) -> Sequence[tuple[UUID, str]]:
    """Return what each picture of a claim that still counts looks like, by id."""
    query = _that_count().with_only_columns(Receipt.id, Receipt.looks).where(Receipt.looks != "")
    return [(row_id, found) for row_id, found in session.execute(query)]


def with_ids(session: Session, ids: Iterable[UUID]) -> Sequence[Receipt]:
    """Return receipts with their claims, people and lines."""
    query = select(Receipt).where(Receipt.id.in_(list(ids))).options(*_WHOSE)
    return session.scalars(query).all()


def drop_unused(session: Session) -> bool:
    """Drop what no receipt and no partner's form holds any more; return whether there was any.

    Only where nothing can be undone that would want it back: the history does not see this.
    """
    used = select(Receipt.id).where(Receipt.sha256 == ReceiptFile.sha256).exists()
    is_form = select(PartnerForm.id).where(PartnerForm.sha256 == ReceiptFile.sha256).exists()
    unused = session.scalars(select(ReceiptFile).where(~used, ~is_form)).all()
    for file in unused:
        session.delete(file)
    session.flush()
    return bool(unused)


def tidy(store: DataFile) -> None:
    """Drop what no receipt holds any more, when the file is opened or about to be closed.

    What cannot be dropped now, on a full disk for instance, goes another time.
    """
    with suppress(WorldError), store.session(is_writing=True) as session:
        if drop_unused(session):
            session.commit()


def _that_count() -> Select[Any]:
    """Receipts, but for those of claims that were taken back: other claims have them now."""
    return select(Receipt).join(Receipt.claim).where(Claim.state.not_in(GONE))


_WHOSE = (
    joinedload(Receipt.line),
    joinedload(Receipt.claim).defer(Claim.issued_sheet),
    joinedload(Receipt.claim).joinedload(Claim.person),
)
