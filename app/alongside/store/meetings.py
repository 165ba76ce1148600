"""Where meetings are kept, with how the register of each stands."""

from collections.abc import Sequence
from datetime import date, time
from uuid import UUID

from sqlalchemy import Select, distinct, exists, func, select
from sqlalchemy.orm import Session, joinedload

from alongside.domain.claims import GONE
from alongside.domain.meetings import State
from alongside.store.tables import Attendance, Claim, ClaimLine, Meeting

Counted = tuple[Meeting, int, int, int, int]
"""A meeting, and how many people are invited, marked, attended, and on claims for it."""


def find(session: Session, meeting_id: UUID) -> Meeting | None:
    """Return the meeting with this id, or None."""
    return session.get(Meeting, meeting_id, options=[joinedload(Meeting.group)])


def list_counted(
    session: Session, *, group_id: UUID | None, first: date | None, last: date | None
) -> Sequence[Counted]:
    """Return meetings from `first` to `last`, both included, the latest first."""
    query = _counted().order_by(Meeting.day.desc(), Meeting.start.desc(), Meeting.id)
    if group_id:
        query = query.where(Meeting.group_id == group_id)
    if first:
        query = query.where(Meeting.day >= first)
    if last:
        query = query.where(Meeting.day <= last)
    return session.execute(query).all()


def find_counted(session: Session, meeting_id: UUID) -> Counted | None:
    """Return one meeting with its counts, or None."""
    return session.execute(_counted().where(Meeting.id == meeting_id)).first()


def next_counted(session: Session, day: date, most: int) -> Sequence[Counted]:
    """Return at most `most` meetings from `day` on that are not cancelled, soonest first."""
    query = (
        _counted()
        .where(Meeting.day >= day, Meeting.is_cancelled.is_(False))
        .order_by(Meeting.day, Meeting.start, Meeting.id)
        .limit(most)
    )
    return session.execute(query).all()


def days_at(session: Session, group_id: UUID, start: time) -> set[date]:
    """Return the days on which a group has a meeting that starts at `start`."""
    query = select(Meeting.day).where(Meeting.group_id == group_id, Meeting.start == start)
    return set(session.scalars(query))


def has_lines(session: Session, meeting_id: UUID) -> bool:
    """Whether any claim, withdrawn ones too, has a line for this meeting."""
    return bool(session.scalar(select(exists().where(ClaimLine.meeting_id == meeting_id))))


def _counted() -> Select[Meeting, int, int, int, int]:
    """Count one meeting at a time through the index, so that old years cost nothing."""
    mine = select(func.count()).where(Attendance.meeting_id == Meeting.id)
    present = [state for state in State if state.is_present]
    claiming = (
        select(func.count(distinct(Claim.person_id)))
        .join(ClaimLine)
        .where(
            ClaimLine.meeting_id == Meeting.id,
            ClaimLine.is_removed.is_(False),
            Claim.state.not_in(GONE),
        )
    )
    return select(
        Meeting,
        mine.scalar_subquery(),
        mine.where(Attendance.state != State.NOT_MARKED).scalar_subquery(),
        mine.where(Attendance.state.in_(present)).scalar_subquery(),
        claiming.scalar_subquery(),
    ).options(joinedload(Meeting.group))
