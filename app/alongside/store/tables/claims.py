"""The drawers of claims, and the law that an issued one never changes."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import Connection, ForeignKey, Index, MetaData, Text, event
from sqlalchemy.orm import Mapped, mapped_column, relationship

from alongside.domain.claims import Category, ClaimState, Decision, Handling, Section
from alongside.domain.money import NOTHING, Money
from alongside.domain.payments import PayMethod
from alongside.domain.policy_limits import Instead
from alongside.store.tables.base import Table
from alongside.store.tables.groups import Group
from alongside.store.tables.meetings import Meeting
from alongside.store.tables.people import Person

if TYPE_CHECKING:
    from alongside.store.tables.budgets import LineShare
    from alongside.store.tables.receipts import Receipt


class Claim(Table):
    """What one person claims from one budget."""

    __tablename__ = "claim"
    __table_args__ = (
        Index(None, "id", "person_id", "state"), Index(None, "state", "issued_on", "made_on"),
    )  # fmt: skip
    """Whose it is and where it stands, without its kept form, which is larger than a page."""

    number: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    group_id: Mapped[UUID] = mapped_column(ForeignKey("reference_group.id"), index=True)
    budget_code: Mapped[str] = mapped_column(default="")
    state: Mapped[ClaimState] = mapped_column(default=ClaimState.DRAFT)
    made_on: Mapped[date]
    issued_on: Mapped[date | None]
    issued_sheet: Mapped[str | None] = mapped_column(Text)
    withdrawn_on: Mapped[date | None]
    withdrawn_reason: Mapped[str] = mapped_column(default="")
    pay_from: Mapped[date | None]

    person: Mapped[Person] = relationship()
    group: Mapped[Group] = relationship()
    lines: Mapped[list["ClaimLine"]] = relationship(
        order_by="ClaimLine.position", back_populates="claim", cascade="all, delete-orphan"
    )
    answers: Mapped[list["PayAnswer"]] = relationship(cascade="all, delete-orphan")


class PayAnswer(Table):
    """How somebody said that they are paid for one claim this time: who claims, or a payee."""

    __tablename__ = "pay_answer"
    __table_args__ = (Index(None, "claim_id", "person_id", unique=True),)

    claim_id: Mapped[UUID] = mapped_column(ForeignKey("claim.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    method: Mapped[PayMethod]


class ClaimLine(Table):
    """One fee or one expense. `key` matches a drafted line to what it was drafted from.

    `offered` is what the policy works out, `amount` what was agreed; they differ where the person
    decided so: `given` of it goes to somebody else, `in_kind` is what they get instead of money.
    For an expense they differ where a cap, or what was paid before, leaves less than was spent.
    A removed line stays, so that drafting again does not bring it back. A line that `tops_up_id`
    leads on from pays the rest of one that was issued by an older rate. `instead` is what stands
    in for a receipt, and `receipt` then says why; `agreed_…` is what was agreed beforehand, and
    `above_cap` why more is paid than the policy's most. `payee` is paid instead of the claimant,
    `given_payee` gets what was given away; without one that is done by hand. The journey of a line
    that `is_shared` stands on the claim for another meeting of the same day.
    """

    __tablename__ = "claim_line"
    __table_args__ = (Index(None, "day", "is_removed", "category", "amount", "claim_id"),)
    """All that a sum over a span of days asks for."""

    claim_id: Mapped[UUID] = mapped_column(ForeignKey("claim.id"), index=True)
    meeting_id: Mapped[UUID | None] = mapped_column(ForeignKey("meeting.id"), index=True)
    key: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
    day: Mapped[date]
    category: Mapped[Category]
    words: Mapped[str]
    offered: Mapped[Money] = mapped_column(default=NOTHING)
    decision: Mapped[Decision] = mapped_column(default=Decision.ACCEPT)
    amount: Mapped[Money]
    why: Mapped[str] = mapped_column(Text, default="")
    handling: Mapped[Handling] = mapped_column(default=Handling.REIMBURSE)
    tenths_of_mile: Mapped[int] = mapped_column(default=0)
    receipt: Mapped[str] = mapped_column(default="")
    is_by_hand: Mapped[bool] = mapped_column(default=False)
    is_removed: Mapped[bool] = mapped_column(default=False)
    given: Mapped[Money] = mapped_column(default=NOTHING, server_default="0")
    given_to: Mapped[str] = mapped_column(default="", server_default="")
    in_kind: Mapped[Money] = mapped_column(default=NOTHING, server_default="0")
    in_kind_words: Mapped[str] = mapped_column(default="", server_default="")
    tops_up_id: Mapped[UUID | None] = mapped_column(ForeignKey("claim_line.id"), index=True)
    passengers: Mapped[str] = mapped_column(default="", server_default="")
    could_go_by_bus: Mapped[bool] = mapped_column(default=False, server_default="0")
    minutes: Mapped[int] = mapped_column(default=0, server_default="0")
    instead: Mapped[Instead | None]
    agreed_by: Mapped[str] = mapped_column(default="", server_default="")
    agreed_on: Mapped[date | None]
    agreed_until: Mapped[date | None]
    above_cap: Mapped[str] = mapped_column(default="", server_default="")
    payee_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    given_payee_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    is_shared: Mapped[bool] = mapped_column(default=False, server_default="0")

    claim: Mapped[Claim] = relationship(back_populates="lines")
    meeting: Mapped[Meeting | None] = relationship()
    payee: Mapped[Person | None] = relationship(foreign_keys=payee_id)
    given_payee: Mapped[Person | None] = relationship(foreign_keys=given_payee_id)
    receipts: Mapped[list["Receipt"]] = relationship(
        order_by="Receipt.number", back_populates="line"
    )
    shares: Mapped[list["LineShare"]] = relationship(
        order_by="LineShare.position", back_populates="line", cascade="all, delete-orphan"
    )

    @property
    def section(self) -> Section:
        """Fee or expense: the category decides."""
        return self.category.section

    @property
    def goes_to_claimant(self) -> bool:
        """Whether its amount is paid to the person who claims."""
        return self.handling is Handling.REIMBURSE and self.payee_id is None


GUARDS = {
    "claim_is_fixed": """
        CREATE TRIGGER claim_is_fixed BEFORE UPDATE ON claim
        WHEN OLD.state != 'draft' AND NOT (
            NEW.state != 'draft' AND OLD.state NOT IN ('withdrawn', 'returned')
            AND NEW.id = OLD.id AND NEW.number = OLD.number AND NEW.person_id = OLD.person_id
            AND NEW.group_id = OLD.group_id AND NEW.budget_code = OLD.budget_code
            AND NEW.made_on = OLD.made_on AND NEW.issued_on IS OLD.issued_on
            AND NEW.issued_sheet IS OLD.issued_sheet)
        BEGIN SELECT RAISE(ABORT, 'an issued claim never changes'); END""",
    "claim_is_kept": """
        CREATE TRIGGER claim_is_kept BEFORE DELETE ON claim WHEN OLD.state != 'draft'
        BEGIN SELECT RAISE(ABORT, 'an issued claim never changes'); END""",
    "claim_line_is_fixed": """
        CREATE TRIGGER claim_line_is_fixed BEFORE UPDATE ON claim_line
        WHEN (SELECT state FROM claim WHERE id = OLD.claim_id) != 'draft'
            OR (SELECT state FROM claim WHERE id = NEW.claim_id) != 'draft'
        BEGIN SELECT RAISE(ABORT, 'an issued claim never changes'); END""",
    "claim_line_is_kept": """
        CREATE TRIGGER claim_line_is_kept BEFORE DELETE ON claim_line
        WHEN (SELECT state FROM claim WHERE id = OLD.claim_id) != 'draft'
        BEGIN SELECT RAISE(ABORT, 'an issued claim never changes'); END""",
    "claim_line_is_late": """
        CREATE TRIGGER claim_line_is_late BEFORE INSERT ON claim_line
        WHEN (SELECT state FROM claim WHERE id = NEW.claim_id) != 'draft'
        BEGIN SELECT RAISE(ABORT, 'an issued claim never changes'); END""",
    "line_share_is_fixed": """
        CREATE TRIGGER line_share_is_fixed BEFORE UPDATE ON line_share
        WHEN EXISTS (SELECT 1 FROM claim_line JOIN claim ON claim.id = claim_line.claim_id
            WHERE claim_line.id IN (OLD.line_id, NEW.line_id) AND claim.state != 'draft')
        BEGIN SELECT RAISE(ABORT, 'an issued claim never changes'); END""",
    "line_share_is_kept": """
        CREATE TRIGGER line_share_is_kept BEFORE DELETE ON line_share
        WHEN EXISTS (SELECT 1 FROM claim_line JOIN claim ON claim.id = claim_line.claim_id
            WHERE claim_line.id = OLD.line_id AND claim.state != 'draft')
        BEGIN SELECT RAISE(ABORT, 'an issued claim never changes'); END""",
    "line_share_is_late": """
        CREATE TRIGGER line_share_is_late BEFORE INSERT ON line_share
        WHEN EXISTS (SELECT 1 FROM claim_line JOIN claim ON claim.id = claim_line.claim_id
            WHERE claim_line.id = NEW.line_id AND claim.state != 'draft')
        BEGIN SELECT RAISE(ABORT, 'an issued claim never changes'); END""",
    "receipt_is_late": """
        CREATE TRIGGER receipt_is_late BEFORE INSERT ON receipt
        WHEN (SELECT state FROM claim WHERE id = NEW.claim_id) NOT IN ('draft', 'issued', 'signed')
        BEGIN SELECT RAISE(ABORT, 'an approved claim keeps its receipts'); END""",
    "receipt_is_kept": """
        CREATE TRIGGER receipt_is_kept BEFORE DELETE ON receipt
        WHEN (SELECT state FROM claim WHERE id = OLD.claim_id) NOT IN ('draft', 'issued', 'signed')
        BEGIN SELECT RAISE(ABORT, 'an approved claim keeps its receipts'); END""",
    "receipt_file_is_fixed": """
        CREATE TRIGGER receipt_file_is_fixed BEFORE UPDATE ON receipt_file
        BEGIN SELECT RAISE(ABORT, 'what a receipt holds never changes'); END""",
}
"""The law "an issued claim never changes", kept a second time where no code can forget it."""


@event.listens_for(Table.metadata, "after_create")
def _post_guards(_tables: MetaData, connection: Connection, **_: object) -> None:
    """Put the guards into a new data file; an older one gets them from its migrations."""
    for guard in GUARDS.values():
        connection.exec_driver_sql(guard)
