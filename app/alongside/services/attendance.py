"""The register of a meeting: each mark is kept when it is made, and said in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from alongside.domain.change import Change, Kind
from alongside.domain.dates import say_minutes
from alongside.domain.errors import UserError
from alongside.domain.meetings import Role, State
from alongside.i18n import _
from alongside.services.claim_drafts import keep_up
from alongside.services.day_facts import CorrectAttendance, DayFacts, day_facts, put_day
from alongside.services.invitations import who_came
from alongside.services.meeting_rows import MeetingRow, row_of
from alongside.services.meeting_words import fetch as fetch_meeting
from alongside.services.meeting_words import times
from alongside.services.register_marks import Mark, here, marked, set_mark
from alongside.store import attendance as registers
from alongside.store import members
from alongside.store.file import DataFile
from alongside.store.tables import Attendance
from alongside.store.work import Session, reading, work

_ATTENDANCE = frozenset({Kind.ATTENDANCE})
_WHAT_A_MARK_SAYS = ("state", "arrived", "left", "cancelled_on")


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
        """Return a meeting's register by name. Raise UserError if the meeting is gone."""
        with reading(self._store) as session:
            meeting = row_of(session, meeting_id)
            rows = [_row(attendance) for attendance in registers.list_for(session, meeting_id)]
            return Register(meeting, rows)

    def day(self, attendance_id: UUID) -> DayFacts:
        """Return what the policy asks of one person's day, and what is known of it."""
        with reading(self._store) as session:
            return day_facts(_fetch(session, attendance_id)[0])

    def record(self, request: RecordAttendance) -> Change:
        """Set a mark; a draft claim made from it is brought up to date.

        Raise UserError for times outside the meeting or in the wrong order.
        """
        with work(self._store) as w:
            line = registers.line(w.session, request.id)
            if line is None:
                raise _gone()
            changes = marked(line, _mark_of(request), self._store.now(), self._store.who)
            if changes:
                w.change(Attendance, line.id, changes)
                line = line._replace(**{name: changes[name] for name in _WHAT_A_MARK_SAYS})
            said, followed = _mark_words(line, line.name), ""
            if changes and line.has_lines:
                followed = self._keep_up(w.session, line.meeting.id, line.person_id)
            return w.done(_receipt(line.id, said, followed))

    def correct(self, request: CorrectAttendance) -> Change:
        """Set the mark, role and all that is known of one person's day.

        Raise UserError as `record` does, and for lengths and times that cannot be.
        """
        with work(self._store) as w:
            attendance, has_lines = _fetch(w.session, request.id)
            is_new = set_mark(attendance, _mark_of(request), self._store.now(), self._store.who)
            said, followed = _mark_words(attendance, attendance.person.name), ""
            more, is_for_pay = put_day(attendance, request)
            said = ", ".join([said, *more])
            if (is_new or is_for_pay) and has_lines:
                followed = self._keep_up(w.session, attendance.meeting_id, attendance.person_id)
            return w.done(_receipt(attendance.id, said, followed))

    def add_walk_in(self, request: AddWalkIn) -> Change:
        """Put someone on the register as attended. Raise UserError if they are on it already."""
        with work(self._store) as w:
            meeting = fetch_meeting(w.session, request.meeting_id)
            person = who_came(w.session, meeting, request.person_id, request.name)
            role = members.role_on(w.session, meeting.group_id, person.id, meeting.day)
            attendance = Attendance(
                meeting=meeting, person=person, state=State.NOT_MARKED, is_walk_in=True,
                role=role or Role.OBSERVER,
            )  # fmt: skip
            set_mark(attendance, Mark(State.ATTENDED), self._store.now(), self._store.who)
            w.session.add(attendance)
            words = _("{name} added to the register, attended").format(name=person.name)
            kinds = _ATTENDANCE | {Kind.PERSON} if request.person_id is None else _ATTENDANCE
            return w.done(Change(words, kinds, attendance.id))

    def remove(self, attendance_id: UUID) -> Change:
        """Take someone off a register. Raise UserError if a claim has lines for it."""
        with work(self._store) as w:
            attendance, has_lines = _fetch(w.session, attendance_id)
            name = attendance.person.name
            if has_lines:
                raise UserError(
                    "", _("{name} has claim lines for this meeting, so they stay on its register.")
                    .format(name=name)
                )  # fmt: skip
            w.session.delete(attendance)
            return w.done(Change(_("{name} taken off the register").format(name=name), _ATTENDANCE))

    def _keep_up(self, session: Session, meeting_id: UUID, person_id: UUID) -> str:
        """Bring the draft claim made from a mark up to date; return what became of it, or ""."""
        meeting = fetch_meeting(session, meeting_id)
        return keep_up(session, meeting, self._store.now().date(), person_id)


def _receipt(attendance_id: UUID, said: str, followed: str) -> Change:
    if followed:
        return Change(f"{said}; {followed}", _ATTENDANCE | {Kind.CLAIM}, attendance_id)
    return Change(said, _ATTENDANCE, attendance_id)


def _mark_of(request: RecordAttendance | CorrectAttendance) -> Mark:
    return Mark(request.state, request.arrived, request.left, request.cancelled_on)


def _fetch(session: Session, attendance_id: UUID) -> tuple[Attendance, bool]:
    """Return a line of a register, and whether any claim has lines for it."""
    found = registers.find(session, attendance_id)
    if found is None:
        raise _gone()
    return found


def _gone() -> UserError:
    return UserError("", _("That person is no longer on this register."))


def _mark_words(line: Attendance | registers.Line, name: str) -> str:
    words = _("{name}, {state}").format(name=name, state=line.state.words)
    return f"{words}, {here(line)}" if line.state is State.ATTENDED_PART else words


def _row(attendance: Attendance) -> AttendanceRow:
    person = attendance.person
    hours = here(attendance) if attendance.state is State.ATTENDED_PART else ""
    if attendance.state in {State.ATTENDED, State.ONLINE}:
        hours = times(attendance.meeting)
    minutes = attendance.preparation_minutes
    return AttendanceRow(
        attendance.id, person.id, person.name, attendance.state, attendance.arrived,
        attendance.left, attendance.cancelled_on, hours, attendance.role, minutes,
        say_minutes(minutes) if minutes else "", attendance.supporter,
        person.access_requirements, attendance.is_walk_in,
    )  # fmt: skip
