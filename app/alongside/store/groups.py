"""Where reference groups and their partners are kept."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session, joinedload

from alongside.store.tables import Claim, Group, LineShare, Meeting, Partner


def find(session: Session, group_id: UUID) -> Group | None:
    """Return the group with this id, or None."""
    return session.get(Group, group_id)


def list_all(session: Session) -> Sequence[Group]:
    """Return every group with its partner and policy, by name."""
    query = (
        select(Group)
        .options(joinedload(Group.partner), joinedload(Group.policy))
        .order_by(func.lower(Group.name))
    )
    return session.scalars(query).all()


def partners(session: Session) -> Sequence[Partner]:
    """Return every partner, by name."""
    return session.scalars(select(Partner).order_by(func.lower(Partner.name))).all()


def has_ties(session: Session, group_id: UUID) -> bool:
    """Whether the group has a meeting or a claim, or bears a share of a line."""
    return any(
        session.scalar(select(exists().where(table.group_id == group_id)))
        for table in (Meeting, Claim, LineShare)
    )
