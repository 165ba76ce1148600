"""Where the organisation's own details are kept: one row."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from alongside.store.tables import Organisation


def find(session: Session) -> Organisation | None:
    """Return the organisation, or None while nothing has been set up."""
    return session.scalars(select(Organisation)).first()
