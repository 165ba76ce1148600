"""Where people are kept, with their usual costs."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from alongside.domain.people import PersonStatus
from alongside.store.tables import Attendance, Claim, Group, Membership, Person, UsualCost


def find(session: Session, person_id: UUID) -> Person | None:
    """Return the person with this id, or None."""
    return session.get(Person, person_id)


def find_cost(session: Session, cost_id: UUID) -> UsualCost | None:
    """Return the usual cost with this id, or None."""
    return session.get(UsualCost, cost_id)


def costs_agreed(session: Session, first: date, last: date) -> Sequence[tuple[UsualCost, Person]]:
    """Return usual costs that are agreed until a day from `first` to `last`, the earliest first.

    People who left or died are not among them.
    """
    query = (
        select(UsualCost, Person)
        .join(Person, UsualCost.person_id == Person.id)
        .where(
            UsualCost.agreed_until.between(first, last),
            Person.status.in_([PersonStatus.ACTIVE, PersonStatus.ON_A_BREAK]),
        )
        .order_by(UsualCost.agreed_until, Person.search)
    )
    return [(cost, person) for cost, person in session.execute(query)]


def search(session: Session, words: Iterable[str], *, is_active_only: bool) -> Sequence[Person]:
    """Return people whose searched name holds every one of `words`, by name."""
    query = select(Person).order_by(Person.search, Person.id)
    for word in words:
        query = query.where(Person.search.contains(word, autoescape=True))
    if is_active_only:
        query = query.where(Person.status == PersonStatus.ACTIVE)
    return session.scalars(query).all()


def groups_of_all(session: Session) -> Sequence[tuple[UUID, str]]:
    """Return (person, name of group) for every place that has no last day, by group."""
    query = (
        select(Membership.person_id, Group.name)
        .join(Group)
        .where(Membership.last.is_(None))
        .order_by(Group.name)
    )
    return session.execute(query).all()


def has_ties(session: Session, person_id: UUID) -> bool:
    """Whether the person is in a group, on a register or on a claim."""
    return any(
        session.scalar(select(exists().where(table.person_id == person_id)))
        for table in (Attendance, Membership, Claim)
    )
