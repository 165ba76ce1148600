"""The drawer of partners' own forms: which PDF each is, and the map of what goes where."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from alongside.store.tables.base import Table
from alongside.store.tables.groups import Partner


class PartnerForm(Table):
    """A form of a partner, as of a day. Once used it never changes: a new row takes its place.

    What its file holds is kept beside the receipts. `paper` has its pages and fields, `mapped`
    the map, both as JSON.
    """

    __tablename__ = "partner_form"

    name: Mapped[str]
    partner_id: Mapped[UUID | None] = mapped_column(ForeignKey("partner.id"), index=True)
    dated: Mapped[date]
    file_name: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str] = mapped_column(ForeignKey("receipt_file.sha256"), index=True)
    paper: Mapped[str] = mapped_column(Text)
    mapped: Mapped[str] = mapped_column(Text)
    added_on: Mapped[date]
    used_on: Mapped[date | None]
    withdrawn_on: Mapped[date | None]

    partner: Mapped[Partner | None] = relationship()
