"""The drawers of people: who they are, what they usually spend, where they are paid."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from alongside.domain.claims import Category, Handling
from alongside.domain.money import NOTHING, Money
from alongside.domain.paper_style import PaperFont
from alongside.domain.people import (
    AccountHolder,
    ContactWay,
    Format,
    NameCheck,
    PayChoice,
    PersonStatus,
)
from alongside.store.tables.base import Table


class Person(Table):
    """Anyone known: member, supporter, staff; and an organisation that is paid or given to."""

    __tablename__ = "person"

    name: Mapped[str]
    nickname: Mapped[str] = mapped_column(default="")
    pronouns: Mapped[str] = mapped_column(default="")
    status: Mapped[PersonStatus] = mapped_column(default=PersonStatus.ACTIVE)
    phone: Mapped[str] = mapped_column(default="")
    text_phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(Text, default="")
    contact_way: Mapped[ContactWay] = mapped_column(default=ContactWay.PHONE)
    contact_note: Mapped[str] = mapped_column(default="")
    format: Mapped[Format] = mapped_column(default=Format.STANDARD)
    access_requirements: Mapped[str] = mapped_column(Text, default="")
    access_review: Mapped[date | None]
    pay_choice: Mapped[PayChoice] = mapped_column(default=PayChoice.ASK)
    pay_at_most: Mapped[Money | None]
    pay_note: Mapped[str] = mapped_column(default="")
    search: Mapped[str] = mapped_column(index=True)
    most_week: Mapped[Money | None]
    most_four_weeks: Mapped[Money | None]
    most_month: Mapped[Money | None]
    most_year: Mapped[Money | None]
    month_starts: Mapped[int] = mapped_column(default=1, server_default="1")
    pay_from: Mapped[date | None]
    reference: Mapped[str] = mapped_column(default="", server_default="")
    travel_minutes: Mapped[int] = mapped_column(default=0, server_default="0")
    is_organisation: Mapped[bool] = mapped_column(default=False, server_default="0")
    paper_font: Mapped[PaperFont | None]
    pay_instead: Mapped[str] = mapped_column(default="", server_default="")

    usual_costs: Mapped[list["UsualCost"]] = relationship(
        order_by="UsualCost.position", cascade="all, delete-orphan",
        foreign_keys="UsualCost.person_id",
    )  # fmt: skip
    bank_details: Mapped["BankDetails | None"] = relationship(cascade="all, delete-orphan")


class BankDetails(Table):
    """Where a person is paid, apart from everything else; numbers are text and keep their zeros."""

    __tablename__ = "bank_details"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), unique=True)
    account_name: Mapped[str]
    sort_code: Mapped[str] = mapped_column(String(6))
    account_number: Mapped[str] = mapped_column(String(8))
    roll_number: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    holder: Mapped[AccountHolder] = mapped_column(
        default=AccountHolder.OWN, server_default=AccountHolder.OWN.value
    )
    holder_note: Mapped[str] = mapped_column(default="", server_default="")
    checked_on: Mapped[date | None]
    check_result: Mapped[NameCheck] = mapped_column(default=NameCheck.NONE, server_default="")
    changed_on: Mapped[date | None]


class UsualCost(Table):
    """A journey or support cost that a person usually has, ready to become an expense line."""

    __tablename__ = "usual_cost"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    category: Mapped[Category]
    words: Mapped[str] = mapped_column(default="")
    from_place: Mapped[str] = mapped_column(default="")
    to_place: Mapped[str] = mapped_column(default="")
    tenths_of_mile: Mapped[int] = mapped_column(default=0)
    is_return: Mapped[bool] = mapped_column(default=True)
    amount: Mapped[Money] = mapped_column(default=NOTHING)
    rate: Mapped[Money | None]
    minutes: Mapped[int | None]
    payee: Mapped[str] = mapped_column(default="")
    handling: Mapped[Handling] = mapped_column(default=Handling.REIMBURSE)
    agreed_until: Mapped[date | None]
    passengers: Mapped[str] = mapped_column(default="", server_default="")
    could_go_by_bus: Mapped[bool] = mapped_column(default=False, server_default="0")
    payee_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    agreed_by: Mapped[str] = mapped_column(default="", server_default="")
    agreed_on: Mapped[date | None]

    paid_to: Mapped[Person | None] = relationship(foreign_keys=payee_id)
