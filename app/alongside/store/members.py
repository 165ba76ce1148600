"""Where it is kept who is in which group, in which role, from when to when."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, joinedload

from alongside.domain.meetings import Role
from alongside.domain.people import PersonStatus
from alongside.store.tables import Group, Membership, Person


def find(session: Session, membership_id: UUID) -> Membership | None:
    """Return the membership with this id, or None."""
    return session.get(Membership, membership_id)


def list_for(session: Session, group_id: UUID, day: date | None = None) -> Sequence[Membership]:
    """Return a group's memberships by name of person: all, or those that hold on `day`."""
    query = (
        select(Membership)
        .join(Person)
        .options(joinedload(Membership.person))
        .where(Membership.group_id == group_id)
        .order_by(Person.search, Membership.first)
    )
    return session.scalars(query if day is None else query.where(_holds_on(day))).all()


def of_person(session: Session, group_id: UUID, person_id: UUID) -> Sequence[Membership]:
    """Return every membership that one person ever had in one group."""
    query = select(Membership).where(
        Membership.group_id == group_id, Membership.person_id == person_id
    )
    return session.scalars(query).all()


def groups_of(session: Session, person_id: UUID) -> Sequence[Group]:
    """Return the groups in which a person has or had a place, each once."""
    mine = select(Membership.group_id).where(Membership.person_id == person_id)
    return session.scalars(select(Group).where(Group.id.in_(mine))).all()


def count_on(session: Session, day: date) -> dict[UUID, int]:
    """Return how many members each group has on `day`; groups without any are not there."""
    query = select(Membership.group_id, func.count()).where(_holds_on(day))
    query = query.group_by(Membership.group_id)
    return dict(session.execute(query).all())


def roles_on(session: Session, group_id: UUID, day: date) -> dict[UUID, Role]:
    """Return the role of each active person who is a member of the group on `day`, by name."""
    query = (
        select(Membership.person_id, Membership.role)
        .join(Person)
        .where(
            Membership.group_id == group_id,
            _holds_on(day),
            Person.status == PersonStatus.ACTIVE,
        )
        .order_by(Person.search)
    )
    return dict(session.execute(query).all())


def role_on(session: Session, group_id: UUID, person_id: UUID, day: date) -> Role | None:
    """Return one person's role in the group on `day`, or None if they are no member then."""
    query = select(Membership.role).where(
        Membership.group_id == group_id, Membership.person_id == person_id, _holds_on(day)
    )
    return session.scalars(query).first()


def _holds_on(day: date) -> ColumnElement[bool]:
    """The first and the last day are both included."""
    return (Membership.first <= day) & (Membership.last.is_(None) | (Membership.last >= day))
