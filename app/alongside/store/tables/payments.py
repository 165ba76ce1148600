"""The drawers of the way from a signed claim to money: steps, refusals, runs and payments."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Text, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from alongside.domain.accounts import Program
from alongside.domain.approval import Act
from alongside.domain.money import NOTHING, Money
from alongside.domain.payments import PaymentState, PayMethod, RunState
from alongside.store.tables.base import Table
from alongside.store.tables.claims import Claim, ClaimLine
from alongside.store.tables.meetings import Meeting
from alongside.store.tables.people import Person


class ClaimStep(Table):
    """Something that was done to an issued claim, and by whom; `how` is a way of agreeing."""

    __tablename__ = "claim_step"
    __table_args__ = (Index(None, "claim_id", "at"),)

    claim_id: Mapped[UUID] = mapped_column(ForeignKey("claim.id"))
    act: Mapped[Act]
    at: Mapped[datetime]
    who: Mapped[str]
    how: Mapped[str] = mapped_column(default="")
    words: Mapped[str] = mapped_column(Text, default="")
    is_exception: Mapped[bool] = mapped_column(default=False)

    claim: Mapped[Claim] = relationship()


class LineRefusal(Table):
    """A line of an approved claim that is not paid, and why."""

    __tablename__ = "line_refusal"

    line_id: Mapped[UUID] = mapped_column(ForeignKey("claim_line.id"), unique=True)
    reason: Mapped[str] = mapped_column(Text)

    line: Mapped[ClaimLine] = relationship()


class PaymentRun(Table):
    """Claims that are paid together: how, on which day, and whether it went to the bank."""

    __tablename__ = "payment_run"

    number: Mapped[str] = mapped_column(unique=True)
    method: Mapped[PayMethod]
    made_on: Mapped[date]
    pay_on: Mapped[date]
    state: Mapped[RunState] = mapped_column(default=RunState.OPEN, index=True)
    sent_on: Mapped[date | None]
    times_sent: Mapped[int] = mapped_column(default=0)
    void_reason: Mapped[str] = mapped_column(default="")

    payments: Mapped[list["Payment"]] = relationship(
        order_by="Payment.id", back_populates="run", cascade="all, delete-orphan"
    )


class Payment(Table):
    """What one person gets of one claim in one run: who claims, or who else is to be paid.

    Fees and expenses stay apart, also in what was paid; a voucher for the fees and money for the
    expenses are two payments.
    """

    __tablename__ = "payment"
    __table_args__ = (
        Index("ix_payment_fees_waiting", "claim_id", "person_id", unique=True,
              sqlite_where=text("state = 'waiting' AND fees > 0")),
        Index("ix_payment_expenses_waiting", "claim_id", "person_id", unique=True,
              sqlite_where=text("state = 'waiting' AND expenses > 0")),
        Index(None, "person_id", "day"),
    )  # fmt: skip
    """Fees of a claim wait in one run at most, and so do expenses, whatever code forgets it."""

    run_id: Mapped[UUID] = mapped_column(ForeignKey("payment_run.id"), index=True)
    claim_id: Mapped[UUID] = mapped_column(ForeignKey("claim.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    fees: Mapped[Money]
    expenses: Mapped[Money]
    state: Mapped[PaymentState] = mapped_column(default=PaymentState.WAITING)
    day: Mapped[date]
    fees_paid: Mapped[Money] = mapped_column(default=NOTHING)
    expenses_paid: Mapped[Money] = mapped_column(default=NOTHING)
    reason: Mapped[str] = mapped_column(default="")

    run: Mapped[PaymentRun] = relationship(back_populates="payments")
    claim: Mapped[Claim] = relationship()
    person: Mapped[Person] = relationship()


class GiftMade(Table):
    """What somebody gave away of a fee was given by hand, outside of payment runs."""

    __tablename__ = "gift_made"

    line_id: Mapped[UUID] = mapped_column(ForeignKey("claim_line.id"), unique=True)
    day: Mapped[date]
    words: Mapped[str] = mapped_column(default="")

    line: Mapped[ClaimLine] = relationship()


class CashAdvance(Table):
    """Cash that somebody was given before they had costs; `returned` of it came back."""

    __tablename__ = "cash_advance"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id"), index=True)
    day: Mapped[date]
    amount: Mapped[Money]
    given_by: Mapped[str]
    words: Mapped[str] = mapped_column(default="")
    returned: Mapped[Money] = mapped_column(default=NOTHING)
    returned_on: Mapped[date | None]

    person: Mapped[Person] = relationship()
    meeting: Mapped[Meeting] = relationship()


class BankLayout(Table):
    """How a bank wants its file: a layout that the organisation made or changed, as JSON."""

    __tablename__ = "bank_layout"

    name: Mapped[str] = mapped_column(unique=True)
    text: Mapped[str] = mapped_column(Text)


class AccountsChoices(Table):
    """How the organisation keeps its claims in an accounts program: one row at most."""

    __tablename__ = "accounts_choices"

    program: Mapped[Program]
    fee_account: Mapped[str]
    expense_account: Mapped[str]
    tax: Mapped[str]
    group_tracking: Mapped[str]
    budget_tracking: Mapped[str]
    bank_account: Mapped[str]
    tells_names: Mapped[bool]


class ModulusTables(Table):
    """The tables by which account numbers are checked, as they are published: one row at most."""

    __tablename__ = "modulus_tables"

    weights: Mapped[str] = mapped_column(Text)
    substitutions: Mapped[str] = mapped_column(Text, default="")
    added_on: Mapped[date]
