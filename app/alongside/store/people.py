"""Where people are kept, with their usual costs."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Select, exists, select
from sqlalchemy.orm import Session

from alongside.domain.people import ContactWay, Format, PersonStatus
from alongside.domain.search import plain
from alongside.store.tables import (
    Attendance,
    CashAdvance,
    Claim,
    ClaimLine,
    Group,
    Membership,
    PayAnswer,
    Person,
    UsualCost,
)


class Listed(NamedTuple):
    """What a list says of a person, by the names of the columns."""

    id: UUID
    name: str
    nickname: str
    status: PersonStatus
    contact_way: ContactWay
    phone: str
    text_phone: str
    email: str
    address: str
    format: Format
    access_requirements: str
    is_organisation: bool


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


def organisation_named(session: Session, name: str) -> UUID | None:
    """Return the organisation among those known that goes by `name`, or None."""
    wanted = plain(name).strip()
    query = select(Person.id, Person.name).where(Person.is_organisation).order_by(Person.id)
    return next((found for found, known in session.execute(query) if plain(known) == wanted), None)


def search(session: Session, words: Iterable[str], *, is_active_only: bool) -> Sequence[Person]:
    """Return people whose searched name holds every one of `words`, by name."""
    return session.scalars(_found(select(Person), words, is_active_only=is_active_only)).all()


def listed(session: Session, words: Iterable[str], *, is_active_only: bool) -> list[Listed]:
    """Return the same people as `search`, only with what a list says of them.

    It is asked at every key of a name: whole people take twice as long.
    """
    columns = select(*(getattr(Person, name) for name in Listed._fields))
    query = _found(columns, words, is_active_only=is_active_only)
    return [Listed._make(row) for row in session.execute(query)]


def _found(query: Select[Any], words: Iterable[str], *, is_active_only: bool) -> Select[Any]:
    for word in words:
        query = query.where(Person.search.contains(word, autoescape=True))
    if is_active_only:
        query = query.where(Person.status == PersonStatus.ACTIVE)
    return query.order_by(Person.search, Person.id)


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
    """Whether the person is in a group, on a register, on a claim or paid for somebody’s costs."""
    return any(
        session.scalar(select(exists().where(column == person_id)))
        for column in (
            Attendance.person_id, Membership.person_id, Claim.person_id, ClaimLine.payee_id,
            ClaimLine.given_payee_id, UsualCost.payee_id, CashAdvance.person_id,
            PayAnswer.person_id,
        )
    )  # fmt: skip
