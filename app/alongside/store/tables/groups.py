"""The drawers of reference groups: partner, pay policy, members."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from alongside.domain.meetings import Role
from alongside.store.tables.base import Table
from alongside.store.tables.people import Person

if TYPE_CHECKING:
    from alongside.store.tables.budgets import Budget


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
    signposting: Mapped[str] = mapped_column(Text, default="", server_default="")

    partner: Mapped[Partner | None] = relationship()
    policy: Mapped[Policy | None] = relationship()
    memberships: Mapped[list["Membership"]] = relationship(back_populates="group", cascade="all")
    budgets: Mapped[list["Budget"]] = relationship(back_populates="group", cascade="all")


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
