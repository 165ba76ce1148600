"""The register of a meeting: each mark is kept when it is made, and said in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from alongside.domain.change import Change, Kind
from alongside.domain.dates import minutes_between, say_minutes, say_time
from alongside.domain.errors import UserError
from alongside.domain.meetings import Role, State
from alongside.i18n import _
from alongside.services import meetings
from alongside.services.meetings import MeetingRow
from alongside.services.people import fetch as fetch_person
from alongside.services.people import new_person
from alongside.store.file import DataFile
from alongside.store.tables import Attendance, ClaimLine, Meeting, Membership, Person
from alongside.store.work import reading, work

_ATTENDANCE = frozenset({Kind.ATTENDANCE})


@dataclass(frozen=True, slots=True)
class RecordAttendance:
    """Ask for a mark. `arrived` and `left` go with “attended part”; None means the whole meeting.

    `cancelled_on` is the day someone who cancelled told us; None means today.
    """

    id: UUID
    state: State
    arrived: time | None = None
    left: time | None = None
    cancelled_on: date | None = None


@dataclass(frozen=True, slots=True)
class CorrectAttendance:
    """Ask for everything about one person on a register to be as given here."""

    id: UUID
    state: State
    role: Role
    arrived: time | None = None
    left: time | None = None
    cancelled_on: date | None = None
    preparation_minutes: int = 0
    supporter: str = ""


@dataclass(frozen=True, slots=True)
class AddWalkIn:
    """Ask for someone who came without being invited: a known person, or a new name."""

    meeting_id: UUID
    person_id: UUID | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """A person on a register. `here`, `preparation` and `requires` are words for the list."""

    id: UUID
    person_id: UUID
    name: str
    state: State
    arrived: time | None
    left: time | None
    cancelled_on: date | None
    here: str
    role: Role
    preparation_minutes: int
    preparation: str
    supporter: str
    requires: str
    is_walk_in: bool


@dataclass(frozen=True, slots=True)
class Register:
    """A meeting and everyone on its register, by name."""

    meeting: MeetingRow
    rows: Sequence[AttendanceRow]

    @property
    def marked(self) -> int:
        """How many have a mark."""
        return sum(row.state is not State.NOT_MARKED for row in self.rows)

    @property
    def left(self) -> int:
        """How many have none yet."""
        return len(self.rows) - self.marked

    @property
    def attended(self) -> int:
        """How many took part, all or some of it, in the room or online."""
        return sum(row.state.is_present for row in self.rows)


class AttendanceService:
    """Read a register, mark it, correct it, add walk-ins."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def list_for(self, meeting_id: UUID) -> Register:
        """Return a meeting's register. Raise UserError if the meeting is gone."""
        with reading(self._store) as session:
            meeting = meetings.row_of(session, meeting_id)
            found = session.scalars(
                select(Attendance)
                .join(Person)
                .options(joinedload(Attendance.person), joinedload(Attendance.meeting))
                .where(Attendance.meeting_id == meeting_id)
                .order_by(Person.search)
            )
            return Register(meeting, [_row(attendance) for attendance in found])

    def record(self, request: RecordAttendance) -> Change:
        """Set a mark. Raise UserError for times outside the meeting or in the wrong order."""
        with work(self._store) as w:
            attendance = _fetch(w.session, request.id)
            self._mark(attendance, request)
            return w.done(_said(attendance))

    def correct(self, request: CorrectAttendance) -> Change:
        """Set the mark, role, preparation and supporter of one person on a register."""
        if request.preparation_minutes < 0:
            raise UserError("preparation_minutes", _("Preparation cannot be less than nothing."))
        with work(self._store) as w:
            attendance = _fetch(w.session, request.id)
            self._mark(attendance, request)
            attendance.role = request.role
            attendance.preparation_minutes = request.preparation_minutes
            attendance.supporter = request.supporter.strip()
            return w.done(_said(attendance))

    def add_walk_in(self, request: AddWalkIn) -> Change:
        """Put someone on the register as attended. Raise UserError if they are on it already."""
        with work(self._store) as w:
            meeting = meetings.fetch(w.session, request.meeting_id)
            if request.person_id is None:
                person = new_person(request.name, "name")
                w.session.add(person)
                w.session.flush()
            else:
                person = fetch_person(w.session, request.person_id)
            there = select(func.count()).where(
                Attendance.meeting_id == meeting.id, Attendance.person_id == person.id
            )
            if w.session.scalar(there):
                raise UserError(
                    "name", _("{name} is on this register already.").format(name=person.name)
                )
            attendance = Attendance(
                meeting=meeting, person=person, state=State.ATTENDED, is_walk_in=True,
                role=_role_of(w.session, meeting, person),
                marked_by=self._store.who, marked_at=self._store.now(),
            )  # fmt: skip
            w.session.add(attendance)
            w.session.flush()
            words = _("{name} added to the register, attended").format(name=person.name)
            kinds = _ATTENDANCE | {Kind.PERSON} if request.person_id is None else _ATTENDANCE
            return w.done(Change(words, kinds, attendance.id))

    def remove(self, attendance_id: UUID) -> Change:
        """Take someone off a register. Raise UserError if a claim has lines for it."""
        with work(self._store) as w:
            attendance = _fetch(w.session, attendance_id)
            name = attendance.person.name
            if has_claim_lines(w.session, attendance):
                raise UserError(
                    "", _("{name} has claim lines for this meeting, so they stay on its register.")
                    .format(name=name)
                )  # fmt: skip
            w.session.delete(attendance)
            return w.done(Change(_("{name} taken off the register").format(name=name), _ATTENDANCE))

    def _mark(self, attendance: Attendance, request: RecordAttendance | CorrectAttendance) -> None:
        arrived, left = request.arrived, request.left
        if request.state is not State.ATTENDED_PART:
            arrived = left = None
        _check_times(attendance.meeting, arrived, left)
        attendance.state = request.state
        attendance.arrived, attendance.left = arrived, left
        is_cancelled = request.state is State.CANCELLED_LATE
        today = self._store.now().date()
        attendance.cancelled_on = (request.cancelled_on or today) if is_cancelled else None
        if attendance.cancelled_on and attendance.cancelled_on > attendance.meeting.day:
            if request.cancelled_on:
                raise UserError("cancelled_on", _("They cannot have cancelled after the meeting."))
            attendance.cancelled_on = attendance.meeting.day
        is_marked = request.state is not State.NOT_MARKED
        attendance.marked_by = self._store.who if is_marked else ""
        attendance.marked_at = self._store.now() if is_marked else None


def minutes_present(attendance: Attendance) -> int:
    """Return the minutes a person was there: the whole meeting unless times say otherwise."""
    start = attendance.arrived or attendance.meeting.start
    return minutes_between(start, attendance.left or attendance.meeting.end)


def has_claim_lines(session: Session, attendance: Attendance) -> bool:
    """Whether any claim has a line for this person at this meeting."""
    query = select(func.count()).where(
        ClaimLine.meeting_id == attendance.meeting_id,
        ClaimLine.claim.has(person_id=attendance.person_id),
    )
    return bool(session.scalar(query))


def _fetch(session: Session, attendance_id: UUID) -> Attendance:
    attendance = session.get(
        Attendance,
        attendance_id,
        options=[joinedload(Attendance.person), joinedload(Attendance.meeting)],
    )
    if attendance is None:
        raise UserError("", _("That person is no longer on this register."))
    return attendance


def _role_of(session: Session, meeting: Meeting, person: Person) -> Role:
    query = select(Membership.role).where(
        Membership.group_id == meeting.group_id,
        Membership.person_id == person.id,
        meetings.is_member_on(meeting.day),
    )
    return session.scalar(query) or Role.OBSERVER


def _check_times(meeting: Meeting, arrived: time | None, left: time | None) -> None:
    """Times within the meeting, in order; early arrival is allowed to be typed as the start."""
    hours = meetings.times(meeting)
    if arrived and not meeting.start <= arrived < meeting.end:
        raise UserError("arrived", _("That is outside the meeting, {hours}.").format(hours=hours))
    if left and not meeting.start < left <= meeting.end:
        raise UserError("left", _("That is outside the meeting, {hours}.").format(hours=hours))
    if arrived and left and left <= arrived:
        raise UserError("left", _("They cannot have left before they arrived."))


def _said(attendance: Attendance) -> Change:
    words = _("{name}, {state}").format(name=attendance.person.name, state=attendance.state.words)
    here = _here(attendance)
    return Change(f"{words}, {here}" if here else words, _ATTENDANCE, attendance.id)


def _here(attendance: Attendance) -> str:
    if attendance.state is not State.ATTENDED_PART:
        return ""
    start = attendance.arrived or attendance.meeting.start
    end = attendance.left or attendance.meeting.end
    return _("{start} to {end}").format(start=say_time(start), end=say_time(end))


def _row(attendance: Attendance) -> AttendanceRow:
    person = attendance.person
    here = _here(attendance)
    if attendance.state in {State.ATTENDED, State.ONLINE}:
        here = meetings.times(attendance.meeting)
    minutes = attendance.preparation_minutes
    return AttendanceRow(
        attendance.id, person.id, person.name, attendance.state, attendance.arrived,
        attendance.left, attendance.cancelled_on, here, attendance.role, minutes,
        say_minutes(minutes) if minutes else "", attendance.supporter,
        person.access_requirements, attendance.is_walk_in,
    )  # fmt: skip
