"""Where pay policies are kept, as their files say them."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from alongside.store.tables import Policy


def find(session: Session, policy_id: UUID) -> Policy | None:
    """Return the policy with this id, or None."""
    return session.get(Policy, policy_id)


def find_text(session: Session, text: str) -> Policy | None:
    """Return the policy whose file says exactly `text`, or None."""
    return session.scalars(select(Policy).where(Policy.text == text)).first()


def list_all(session: Session) -> Sequence[Policy]:
    """Return every policy, by name, the newest of a name first."""
    return session.scalars(select(Policy).order_by(Policy.name, Policy.added_on.desc())).all()
