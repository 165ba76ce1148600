"""The drawers of budgets: what a group may spend in a financial year, and who bears a line."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from alongside.domain.money import Money
from alongside.store.tables.base import Table
from alongside.store.tables.claims import ClaimLine
from alongside.store.tables.groups import Group


class Budget(Table):
    """What a group may spend under a code in one financial year, and who pays for it.

    Claims find it by their group, their code and the days of their lines, so that lines which were
    there before the budget count too.
    """

    __tablename__ = "budget"
    __table_args__ = (UniqueConstraint("group_id", "code", "first"),)

    group_id: Mapped[UUID] = mapped_column(ForeignKey("reference_group.id"))
    code: Mapped[str] = mapped_column(default="")
    first: Mapped[date]
    last: Mapped[date]
    amount: Mapped[Money]
    warn_at: Mapped[int] = mapped_column(default=80)
    paid_by: Mapped[str] = mapped_column(default="")

    group: Mapped[Group] = relationship(back_populates="budgets")


class LineShare(Table):
    """A part of a line that the budget of a group with this code bears instead of its claim's own.

    It is said as an amount or in hundredths of a per cent. What it comes to is worked out from the
    line, so that all shares are the line to the penny, also after the line was corrected.
    """

    __tablename__ = "line_share"
    __table_args__ = (Index(None, "group_id", "line_id"),)

    line_id: Mapped[UUID] = mapped_column(ForeignKey("claim_line.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    group_id: Mapped[UUID] = mapped_column(ForeignKey("reference_group.id"))
    code: Mapped[str] = mapped_column(default="")
    hundredths: Mapped[int | None]
    amount: Mapped[Money | None]

    line: Mapped[ClaimLine] = relationship(back_populates="shares")
    group: Mapped[Group] = relationship()

    @property
    def weight(self) -> int:
        """How much of the line it is, beside the weights of the line's other shares."""
        return self.amount.pence if self.amount is not None else self.hundredths or 0
