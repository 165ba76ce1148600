"""The drawers of the filing cabinet: one class for each kind of thing that is kept.

Mapped classes never leave `services/`: pages and paper get rows and sheets.
"""

from datetime import date, datetime, time
from typing import ClassVar
from uuid import UUID

from sqlalchemy import (
    DDL,
    Date,
    DateTime,
    ForeignKey,
    Index,
    LargeBinary,
    MetaData,
    String,
    Text,
    Time,
    UniqueConstraint,
    Uuid,
    event,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from alongside.domain.claims import Category, ClaimState, Decision, Handling, Section
from alongside.domain.meetings import ActivityKind, Role, State
from alongside.domain.money import NOTHING, Money
from alongside.domain.people import ContactWay, Format, PayChoice, PersonStatus
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
        ActivityKind: WordColumn(ActivityKind),
        Category: WordColumn(Category),
        ClaimState: WordColumn(ClaimState),
        ContactWay: WordColumn(ContactWay),
        Decision: WordColumn(Decision),
        Format: WordColumn(Format),
        Handling: WordColumn(Handling),
        PayChoice: WordColumn(PayChoice),
        PersonStatus: WordColumn(PersonStatus),
        Role: WordColumn(Role),
        State: WordColumn(State),
    }

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id, sort_order=-1)


class Organisation(Table):
    """The disabled people's organisation whose data file this is: one row."""

    __tablename__ = "organisation"

    name: Mapped[str]
    address: Mapped[str] = mapped_column(Text, default="")
    help_name: Mapped[str] = mapped_column(default="")
    help_phone: Mapped[str] = mapped_column(default="")
    help_email: Mapped[str] = mapped_column(default="")
    logo: Mapped[bytes | None] = mapped_column(LargeBinary)
    year_start_day: Mapped[int] = mapped_column(default=1)
    year_start_month: Mapped[int] = mapped_column(default=4)
    claim_notes: Mapped[str] = mapped_column(Text, default="")


class Person(Table):
    """Anyone known: member, supporter, staff."""

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

    usual_costs: Mapped[list["UsualCost"]] = relationship(
        order_by="UsualCost.position", cascade="all, delete-orphan"
    )
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


class Partner(Table):
    """The public body that asks."""

    __tablename__ = "partner"

    name: Mapped[str] = mapped_column(unique=True)


class Policy(Table):
    """A pay policy as its file says it; the text is never edited, a new policy takes its place."""

    __tablename__ = "policy"

    name: Mapped[str]
    text: Mapped[str] = mapped_column(Text)
    added_on: Mapped[date]


class Group(Table):
    """A reference group: a paid forum of disabled people who advise a partner."""

    __tablename__ = "reference_group"

    name: Mapped[str] = mapped_column(unique=True)
    purpose: Mapped[str] = mapped_column(Text, default="")
    budget_code: Mapped[str] = mapped_column(default="")
    partner_id: Mapped[UUID | None] = mapped_column(ForeignKey("partner.id"))
    policy_id: Mapped[UUID | None] = mapped_column(ForeignKey("policy.id"))

    partner: Mapped[Partner | None] = relationship()
    policy: Mapped[Policy | None] = relationship()
    memberships: Mapped[list["Membership"]] = relationship(back_populates="group")


class Membership(Table):
    """A person in a group, with a role, from a day, until a day."""

    __tablename__ = "membership"

    group_id: Mapped[UUID] = mapped_column(ForeignKey("reference_group.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    role: Mapped[Role] = mapped_column(default=Role.MEMBER)
    first: Mapped[date]
    last: Mapped[date | None]

    group: Mapped[Group] = relationship(back_populates="memberships")
    person: Mapped[Person] = relationship()


class Meeting(Table):
    """One day that people are asked to give time to: a meeting, a visit, papers to read."""

    __tablename__ = "meeting"
    __table_args__ = (Index(None, "group_id", "day"),)

    group_id: Mapped[UUID] = mapped_column(ForeignKey("reference_group.id"))
    kind: Mapped[ActivityKind] = mapped_column(default=ActivityKind.MEETING)
    title: Mapped[str] = mapped_column(default="")
    day: Mapped[date] = mapped_column(index=True)
    start: Mapped[time]
    end: Mapped[time]
    place: Mapped[str] = mapped_column(default="")
    is_online: Mapped[bool] = mapped_column(default=False)
    is_cancelled: Mapped[bool] = mapped_column(default=False)
    cancelled_on: Mapped[date | None]
    cancelled_reason: Mapped[str] = mapped_column(default="")

    group: Mapped[Group] = relationship()
    attendances: Mapped[list["Attendance"]] = relationship(back_populates="meeting")


class Attendance(Table):
    """A person on the register of a meeting."""

    __tablename__ = "attendance"
    __table_args__ = (UniqueConstraint("meeting_id", "person_id"),)

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    state: Mapped[State] = mapped_column(default=State.NOT_MARKED)
    arrived: Mapped[time | None]
    left: Mapped[time | None]
    cancelled_on: Mapped[date | None]
    role: Mapped[Role] = mapped_column(default=Role.MEMBER)
    preparation_minutes: Mapped[int] = mapped_column(default=0)
    supporter: Mapped[str] = mapped_column(default="")
    is_walk_in: Mapped[bool] = mapped_column(default=False)
    marked_by: Mapped[str] = mapped_column(default="")
    marked_at: Mapped[datetime | None]

    meeting: Mapped[Meeting] = relationship(back_populates="attendances")
    person: Mapped[Person] = relationship()


class Claim(Table):
    """What one person claims from one budget."""

    __tablename__ = "claim"

    number: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    group_id: Mapped[UUID] = mapped_column(ForeignKey("reference_group.id"), index=True)
    budget_code: Mapped[str] = mapped_column(default="")
    state: Mapped[ClaimState] = mapped_column(default=ClaimState.DRAFT, index=True)
    made_on: Mapped[date]
    issued_on: Mapped[date | None]
    issued_sheet: Mapped[str | None] = mapped_column(Text)
    withdrawn_on: Mapped[date | None]
    withdrawn_reason: Mapped[str] = mapped_column(default="")

    person: Mapped[Person] = relationship()
    group: Mapped[Group] = relationship()
    lines: Mapped[list["ClaimLine"]] = relationship(
        order_by="ClaimLine.position", back_populates="claim", cascade="all, delete-orphan"
    )


class ClaimLine(Table):
    """One fee or one expense. `key` matches a drafted line to what it was drafted from.

    `offered` is what the policy works out, `amount` what was agreed; they differ where the person
    decided so. A removed line stays, so that drafting again does not bring it back.
    """

    __tablename__ = "claim_line"

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

    claim: Mapped[Claim] = relationship(back_populates="lines")
    meeting: Mapped[Meeting | None] = relationship()

    @property
    def section(self) -> Section:
        """Fee or expense: the category decides."""
        return self.category.section


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

GUARDS = {
    "claim_is_fixed": """
        CREATE TRIGGER claim_is_fixed BEFORE UPDATE ON claim
        WHEN OLD.state != 'draft' AND NOT (
            OLD.state = 'issued' AND NEW.state = 'withdrawn' AND NEW.number = OLD.number
            AND NEW.person_id = OLD.person_id AND NEW.group_id = OLD.group_id
            AND NEW.budget_code = OLD.budget_code AND NEW.issued_sheet = OLD.issued_sheet)
        BEGIN SELECT RAISE(ABORT, 'an issued claim never changes'); END""",
    "claim_is_kept": """
        CREATE TRIGGER claim_is_kept BEFORE DELETE ON claim WHEN OLD.state != 'draft'
        BEGIN SELECT RAISE(ABORT, 'an issued claim never changes'); END""",
    "claim_line_is_fixed": """
        CREATE TRIGGER claim_line_is_fixed BEFORE UPDATE ON claim_line
        WHEN (SELECT state FROM claim WHERE id = OLD.claim_id) != 'draft'
        BEGIN SELECT RAISE(ABORT, 'an issued claim never changes'); END""",
    "claim_line_is_kept": """
        CREATE TRIGGER claim_line_is_kept BEFORE DELETE ON claim_line
        WHEN (SELECT state FROM claim WHERE id = OLD.claim_id) != 'draft'
        BEGIN SELECT RAISE(ABORT, 'an issued claim never changes'); END""",
    "claim_line_is_late": """
        CREATE TRIGGER claim_line_is_late BEFORE INSERT ON claim_line
        WHEN (SELECT state FROM claim WHERE id = NEW.claim_id) != 'draft'
        BEGIN SELECT RAISE(ABORT, 'an issued claim never changes'); END""",
}
"""The law "an issued claim never changes", kept a second time where no code can forget it."""

for _guard in GUARDS.values():
    event.listen(Table.metadata, "after_create", DDL(_guard))
