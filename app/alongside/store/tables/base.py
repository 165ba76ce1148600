"""What every table shares, and how the house's own values become columns."""

from datetime import date, datetime, time
from typing import ClassVar
from uuid import UUID

from sqlalchemy import Date, DateTime, MetaData, Time, Uuid, event
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from alongside.domain.accounts import Program
from alongside.domain.approval import Act
from alongside.domain.claims import Category, ClaimState, Decision, Handling
from alongside.domain.meetings import ActivityKind, Role, State
from alongside.domain.money import Money
from alongside.domain.paper_style import PaperFont
from alongside.domain.payments import PaymentState, PayMethod, RunState
from alongside.domain.people import (
    AccountHolder,
    ContactWay,
    Format,
    NameCheck,
    PayChoice,
    PersonStatus,
)
from alongside.domain.policy_limits import Instead
from alongside.domain.receipt_files import ReceiptKind
from alongside.store.column_types import MoneyColumn, WordColumn, new_id


class Table(DeclarativeBase):
    """What every table shares: an id made here, so that two laptops never make the same one."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar = {
        UUID: Uuid,
        Money: MoneyColumn,
        date: Date,
        time: Time,
        datetime: DateTime,
        AccountHolder: WordColumn(AccountHolder),
        Act: WordColumn(Act),
        ActivityKind: WordColumn(ActivityKind),
        Category: WordColumn(Category),
        ClaimState: WordColumn(ClaimState),
        ContactWay: WordColumn(ContactWay),
        Decision: WordColumn(Decision),
        Format: WordColumn(Format),
        Handling: WordColumn(Handling),
        Instead: WordColumn(Instead),
        NameCheck: WordColumn(NameCheck),
        PaperFont: WordColumn(PaperFont),
        PaymentState: WordColumn(PaymentState),
        PayMethod: WordColumn(PayMethod),
        PayChoice: WordColumn(PayChoice),
        PersonStatus: WordColumn(PersonStatus),
        Program: WordColumn(Program),
        ReceiptKind: WordColumn(ReceiptKind),
        RunState: WordColumn(RunState),
        Role: WordColumn(Role),
        State: WordColumn(State),
    }

    id: Mapped[UUID] = mapped_column(primary_key=True, sort_order=-1)


@event.listens_for(Table, "init", propagate=True)
def _give_id(_row: Table, _args: object, values: dict[str, object]) -> None:
    """Give a new row its id when it is made, so that a receipt can name it at once."""
    values.setdefault("id", new_id())
