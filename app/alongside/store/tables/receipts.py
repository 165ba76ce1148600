"""The drawers of receipts: which claim and line each belongs to, and its picture or PDF, once."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from alongside.domain.receipt_files import ReceiptKind
from alongside.store.tables.base import Table
from alongside.store.tables.claims import Claim, ClaimLine


class ReceiptFile(Table):
    """What a picture or PDF holds, kept once however many receipts or forms are that very file.

    It is only ever added, and dropped when nothing has it any more: the history leaves it alone.
    """

    __tablename__ = "receipt_file"

    sha256: Mapped[str] = mapped_column(unique=True)
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)


class Receipt(Table):
    """One receipt of a claim. `number` counts within the claim, and stands on its paper.

    `looks` is a hash of what a picture looks like, "" where there is nothing to look at; `turned`
    is how far it is turned to be read, in degrees.
    """

    __tablename__ = "receipt"
    __table_args__ = (UniqueConstraint("claim_id", "number"),)

    claim_id: Mapped[UUID] = mapped_column(ForeignKey("claim.id"))
    line_id: Mapped[UUID | None] = mapped_column(ForeignKey("claim_line.id"), index=True)
    number: Mapped[int]
    name: Mapped[str]
    kind: Mapped[ReceiptKind]
    size: Mapped[int]
    sha256: Mapped[str] = mapped_column(ForeignKey("receipt_file.sha256"), index=True)
    looks: Mapped[str] = mapped_column(default="")
    turned: Mapped[int] = mapped_column(default=0)
    added_on: Mapped[date]

    claim: Mapped[Claim] = relationship()
    line: Mapped[ClaimLine | None] = relationship(back_populates="receipts")


CONTENT_TABLES = frozenset({ReceiptFile.__tablename__})
"""What the history does not keep: it would copy whole pictures. Nothing in them ever changes."""
