"""Where registers are kept: who is on one, with which mark."""

from collections.abc import Iterable, Sequence
from datetime import date, time
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import bindparam, exists, select
from sqlalchemy.orm import Session, joinedload, selectinload

from alongside.domain.meetings import State
from alongside.store.quick import QuickQuery
from alongside.store.tables import Attendance, Claim, ClaimLine, Meeting, Person

_HAS_LINES = exists().where(
    ClaimLine.meeting_id == Attendance.meeting_id,
    ClaimLine.claim_id == Claim.id,
    Claim.person_id == Attendance.person_id,
)
"""Whether any claim, withdrawn ones too, has a line for this person at this meeting."""

_LINE = QuickQuery(
    select(
        Attendance.id, Attendance.person_id, Person.name, Attendance.state, Attendance.arrived,
        Attendance.left, Attendance.cancelled_on, _HAS_LINES.correlate(Attendance),
        Attendance.meeting_id, Meeting.day, Meeting.start, Meeting.end, Meeting.is_cancelled,
    )
    .join(Attendance.person)
    .join(Attendance.meeting)
    .where(Attendance.id == bindparam("attendance_id"))
)  # fmt: skip


class Hours(NamedTuple):
    """What a mark depends on of a meeting."""

    id: UUID
    day: date
    start: time
    end: time
    is_cancelled: bool


class Line(NamedTuple):
    """One person's line of a register, as far as a mark needs it."""

    id: UUID
    person_id: UUID
    name: str
    state: State
    arrived: time | None
    left: time | None
    cancelled_on: date | None
    has_lines: bool
    """Whether any claim, withdrawn ones too, has a line for this person at this meeting."""
    meeting: Hours


def line(session: Session, attendance_id: UUID) -> Line | None:
    """Return what a mark needs to know of one line of a register, or None.

    Values rather than objects: the mark that everybody makes most takes half as long.
    """
    found = _LINE.first(session.connection(), attendance_id=attendance_id)
    return Line._make((*found[:8], Hours._make(found[8:]))) if found else None


def find(session: Session, attendance_id: UUID) -> tuple[Attendance, bool] | None:
    """Return one person's line of a register, and whether any claim has lines for it; or None."""
    query = (
        select(Attendance, _HAS_LINES.correlate(Attendance))
        .options(joinedload(Attendance.person), joinedload(Attendance.meeting))
        .where(Attendance.id == attendance_id)
    )
    found = session.execute(query).first()
    return (found[0], found[1]) if found else None


def list_for(
    session: Session, meeting_id: UUID, *, has_usual_costs: bool = False
) -> Sequence[Attendance]:
    """Return a meeting's register by name, with each person's usual costs if asked."""
    person = joinedload(Attendance.person)
    if has_usual_costs:
        person = person.options(selectinload(Person.usual_costs))
    query = (
        select(Attendance)
        .join(Person)
        .options(person, joinedload(Attendance.meeting).joinedload(Meeting.group))
        .where(Attendance.meeting_id == meeting_id)
        .order_by(Person.search, Person.id)
    )
    return session.scalars(query).all()


def names_on(session: Session, meeting_id: UUID) -> dict[UUID, str]:
    """Return the people on a meeting's register with the names they are searched by."""
    query = select(Person.id, Person.name).join(Attendance).where(
        Attendance.meeting_id == meeting_id
    )  # fmt: skip
    return dict(session.execute(query).all())


def of_person(
    session: Session, person_id: UUID, meeting_ids: Iterable[UUID]
) -> Sequence[Attendance]:
    """Return one person's lines on the registers of these meetings, in order of day."""
    query = (
        select(Attendance)
        .join(Attendance.meeting)
        .options(joinedload(Attendance.meeting).joinedload(Meeting.group))
        .where(Attendance.person_id == person_id, Attendance.meeting_id.in_(set(meeting_ids)))
        .order_by(Meeting.day, Meeting.start)
    )
    return session.scalars(query).all()


def newest_of(session: Session, person_id: UUID, most: int) -> Sequence[Attendance]:
    """Return one person's lines on their newest registers, at most `most`, the newest first."""
    query = (
        select(Attendance)
        .join(Attendance.meeting)
        .options(joinedload(Attendance.meeting).joinedload(Meeting.group))
        .where(Attendance.person_id == person_id)
        .order_by(Meeting.day.desc(), Meeting.start.desc())
        .limit(most)
    )
    return session.scalars(query).all()


def on_day(
    session: Session, person_id: UUID, group_id: UUID, day: date, meeting_id: UUID | None
) -> Sequence[Attendance]:
    """Return one person's lines on the registers of a group that day, or of that one meeting."""
    query = (
        select(Attendance)
        .join(Attendance.meeting)
        .where(Attendance.person_id == person_id, Meeting.group_id == group_id)
        .order_by(Meeting.start)
    )
    where = Meeting.id == meeting_id if meeting_id else Meeting.day == day
    return session.scalars(query.where(where)).all()


def meetings_of(session: Session, person_id: UUID) -> Sequence[Meeting]:
    """Return the meetings on whose registers a person is, the newest first."""
    query = (
        select(Meeting)
        .join(Attendance, Attendance.meeting_id == Meeting.id)
        .options(joinedload(Meeting.group))
        .where(Attendance.person_id == person_id)
        .order_by(Meeting.day.desc(), Meeting.start.desc())
    )
    return session.scalars(query).all()
