"""Where it is kept how an accounts program is told, and which numbers people have there."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from alongside.store.tables import AccountsChoices, Person


def choices(session: Session) -> AccountsChoices | None:
    """Return what the organisation chose the last time, or None."""
    return session.scalars(select(AccountsChoices)).first()


def last_reference(session: Session, start: str) -> str:
    """Return the largest number of a person in the accounts that begins with `start`, or ""."""
    query = select(Person.reference).where(Person.reference.startswith(start, autoescape=True))
    order = func.length(Person.reference).desc(), Person.reference.desc()
    return session.scalars(query.order_by(*order).limit(1)).first() or ""
