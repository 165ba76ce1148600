"""Meetings: when and where, who is invited; repeated, cancelled with a reason."""

import calendar
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, joinedload

from alongside.domain.change import Change, Kind
from alongside.domain.dates import minutes_between, say_date, say_time
from alongside.domain.errors import UserError
from alongside.domain.meetings import ActivityKind, Role, State
from alongside.domain.people import PersonStatus
from alongside.i18n import _, ngettext
from alongside.services.groups import fetch as fetch_group
from alongside.services.groups import is_member_on
from alongside.store.file import DataFile
from alongside.store.tables import Attendance, ClaimLine, Meeting, Membership, Person
from alongside.store.work import reading, work

_MEETING = frozenset({Kind.MEETING, Kind.ATTENDANCE})
MOST_REPEATS = 60
"""A slip of the finger should not make a thousand meetings: five years of months is enough."""


@dataclass(frozen=True, slots=True)
class MeetingDetails:
    """What is known of a meeting. An empty title is shown as the kind of activity."""

    group_id: UUID
    day: date
    start: time
    end: time
    kind: ActivityKind = ActivityKind.MEETING
    title: str = ""
    place: str = ""
    is_online: bool = False


@dataclass(frozen=True, slots=True)
class AddMeeting:
    """Ask for a meeting; `person_ids` are invited, or the group's members of that day if None."""

    details: MeetingDetails
    person_ids: tuple[UUID, ...] | None = None


@dataclass(frozen=True, slots=True)
class CorrectMeeting:
    """Ask for the meeting `id` to be as `details` says."""

    id: UUID
    details: MeetingDetails


class Every(StrEnum):
    """How often a meeting is repeated."""

    WEEK = "week"
    TWO_WEEKS = "two_weeks"
    MONTH_SAME_WEEKDAY = "month_same_weekday"

    @property
    def words(self) -> str:
        """The interval as people say it."""
        return {
            Every.WEEK: _("every week"),
            Every.TWO_WEEKS: _("every two weeks"),
            Every.MONTH_SAME_WEEKDAY: _("every month, on the same weekday"),
        }[self]


@dataclass(frozen=True, slots=True)
class RepeatMeeting:
    """Ask for the meeting `id` to be repeated up to and including `until`."""

    id: UUID
    every: Every
    until: date


@dataclass(frozen=True, slots=True)
class CancelMeeting:
    """Ask for the meeting `id` to be cancelled because of `reason`."""

    id: UUID
    reason: str


@dataclass(frozen=True, slots=True)
class Invite:
    """Ask for people to be put on a meeting's register."""

    meeting_id: UUID
    person_ids: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting in a list, with how its register stands."""

    id: UUID
    details: MeetingDetails
    group: str
    title: str
    day: date
    when: str
    where: str
    invited: int
    marked: int
    attended: int
    is_cancelled: bool
    cancelled_reason: str


class MeetingService:
    """Add, find, correct, repeat and cancel meetings."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def list_(
        self, *, group_id: UUID | None = None, first: date | None = None, last: date | None = None
    ) -> list[MeetingRow]:
        """Return meetings from `first` to `last`, both included, the latest first."""
        query = _rows_query().order_by(Meeting.day.desc(), Meeting.start.desc())
        if group_id:
            query = query.where(Meeting.group_id == group_id)
        if first:
            query = query.where(Meeting.day >= first)
        if last:
            query = query.where(Meeting.day <= last)
        with reading(self._store) as session:
            return [_row(*found) for found in session.execute(query)]

    def find(self, meeting_id: UUID) -> MeetingRow:
        """Return one meeting. Raise UserError if it is gone."""
        with reading(self._store) as session:
            return row_of(session, meeting_id)

    def next(self, most: int = 5) -> list[MeetingRow]:
        """Return the next meetings from today on that are not cancelled, soonest first."""
        query = (
            _rows_query()
            .where(Meeting.day >= self._store.now().date(), Meeting.is_cancelled.is_(False))
            .order_by(Meeting.day, Meeting.start)
            .limit(most)
        )
        with reading(self._store) as session:
            return [_row(*found) for found in session.execute(query)]

    def add(self, request: AddMeeting) -> Change:
        """Add a meeting with its register. Raise UserError for times that cannot be."""
        with work(self._store) as w:
            meeting = Meeting()
            _fill(w.session, meeting, request.details)
            w.session.add(meeting)
            w.session.flush()
            _invite(w.session, meeting, request.person_ids)
            return w.done(
                Change(_("{meeting} added").format(meeting=words(meeting)), _MEETING, meeting.id)
            )

    def correct(self, request: CorrectMeeting) -> Change:
        """Correct a meeting; its register stays as it is."""
        with work(self._store) as w:
            meeting = fetch(w.session, request.id)
            if meeting.group_id != request.details.group_id:
                raise UserError(
                    "group_id", _("A meeting stays with its group. Add a new one instead.")
                )
            _fill(w.session, meeting, request.details)
            said = _("{meeting} corrected").format(meeting=words(meeting))
            return w.done(Change(said, _MEETING, meeting.id))

    def repeat(self, request: RepeatMeeting) -> Change:
        """Add the same meeting again and again; each invites the members of its own day."""
        with work(self._store) as w:
            first = fetch(w.session, request.id)
            days = _days(first.day, request.every, request.until)
            if not days:
                raise UserError("until", _("No meeting falls between the first one and that day."))
            if len(days) > MOST_REPEATS:
                raise UserError(
                    "until",
                    _("That would make {number} meetings. Choose an earlier day.").format(
                        number=len(days)
                    ),
                )
            there = set(
                w.session.scalars(
                    select(Meeting.day).where(
                        Meeting.group_id == first.group_id, Meeting.start == first.start
                    )
                )
            )
            details, added = _details(first), 0
            for day in days:
                if day not in there:
                    meeting = Meeting()
                    _fill(w.session, meeting, replace(details, day=day))
                    w.session.add(meeting)
                    w.session.flush()
                    _invite(w.session, meeting, None)
                    added += 1
            said = ngettext(
                "{meeting} repeated: {number} more meeting",
                "{meeting} repeated: {number} more meetings",
                added,
            ).format(meeting=words(first), number=added)
            return w.done(Change(said, _MEETING, first.id))

    def cancel(self, request: CancelMeeting) -> Change:
        """Cancel a meeting. People not yet marked get the mark “meeting cancelled”."""
        if not request.reason.strip():
            raise UserError("reason", _("Say why the meeting is cancelled: people will ask."))
        with work(self._store) as w:
            meeting = fetch(w.session, request.id)
            meeting.is_cancelled = True
            meeting.cancelled_on = self._store.now().date()
            meeting.cancelled_reason = request.reason.strip()
            for attendance in meeting.attendances:
                if attendance.state is State.NOT_MARKED:
                    attendance.state = State.MEETING_CANCELLED
            said = _("{meeting} cancelled").format(meeting=words(meeting))
            return w.done(Change(said, _MEETING, meeting.id))

    def remove(self, meeting_id: UUID) -> Change:
        """Remove a meeting entered by mistake. Raise UserError once anyone is marked or claims."""
        with work(self._store) as w:
            meeting = fetch(w.session, meeting_id)
            is_marked = any(row.state.is_present for row in meeting.attendances)
            if is_marked or w.session.scalar(
                select(func.count()).where(ClaimLine.meeting_id == meeting_id)
            ):
                raise UserError(
                    "", _("People came to this meeting, so it stays. You can cancel it.")
                )
            said = _("{meeting} removed").format(meeting=words(meeting))
            for attendance in meeting.attendances:
                w.session.delete(attendance)
            w.session.flush()
            w.session.delete(meeting)
            return w.done(Change(said, _MEETING))

    def invite(self, request: Invite) -> Change:
        """Put more people on a meeting's register; those on it already stay as they are."""
        with work(self._store) as w:
            meeting = fetch(w.session, request.meeting_id)
            added = _invite(w.session, meeting, request.person_ids)
            said = ngettext(
                "{number} person invited to {meeting}",
                "{number} people invited to {meeting}",
                added,
            ).format(number=added, meeting=words(meeting))
            return w.done(Change(said, _MEETING, meeting.id))


def fetch(session: Session, meeting_id: UUID) -> Meeting:
    """Return the meeting, or raise UserError if it is no longer there."""
    meeting = session.get(Meeting, meeting_id)
    if meeting is None:
        raise UserError("", _("That meeting is no longer here."))
    return meeting


def row_of(session: Session, meeting_id: UUID) -> MeetingRow:
    """Return one meeting as a list shows it. Raise UserError if it is gone."""
    found = session.execute(_rows_query().where(Meeting.id == meeting_id)).first()
    if found is None:
        raise UserError("", _("That meeting is no longer here."))
    return _row(*found)


def words(meeting: Meeting) -> str:
    """Return a meeting's name in a sentence ("Transport Design Group, 12 May 2026")."""
    return f"{meeting.title or meeting.group.name}, {say_date(meeting.day)}"


def where(meeting: Meeting) -> str:
    """Return the place in words; "online" too where people may join from home."""
    if meeting.is_online:
        return _("{place} and online").format(place=meeting.place) if meeting.place else _("online")
    return meeting.place


def times(meeting: Meeting) -> str:
    """Return "13:00 to 15:30"."""
    return _("{start} to {end}").format(start=say_time(meeting.start), end=say_time(meeting.end))


def _rows_query() -> Select[tuple[Meeting, int, int, int]]:
    """Return the query for meetings with how many are invited, marked and attended.

    Counted one meeting at a time through the index, so that old years cost nothing.
    """
    mine = select(func.count()).where(Attendance.meeting_id == Meeting.id)
    present = [state for state in State if state.is_present]
    return select(
        Meeting,
        mine.scalar_subquery(),
        mine.where(Attendance.state != State.NOT_MARKED).scalar_subquery(),
        mine.where(Attendance.state.in_(present)).scalar_subquery(),
    ).options(joinedload(Meeting.group))


def _details(meeting: Meeting) -> MeetingDetails:
    return MeetingDetails(
        meeting.group_id, meeting.day, meeting.start, meeting.end, meeting.kind, meeting.title,
        meeting.place, meeting.is_online,
    )  # fmt: skip


def _row(meeting: Meeting, invited: int, marked: int, attended: int) -> MeetingRow:
    return MeetingRow(
        meeting.id, _details(meeting), meeting.group.name, meeting.title or meeting.kind.words,
        meeting.day, times(meeting), where(meeting), invited, marked, attended,
        meeting.is_cancelled, meeting.cancelled_reason,
    )  # fmt: skip


def _fill(session: Session, meeting: Meeting, details: MeetingDetails) -> None:
    group = fetch_group(session, details.group_id)
    if minutes_between(details.start, details.end) <= 0:
        raise UserError("end", _("The end cannot be before the start, or the same."))
    meeting.group = group
    meeting.kind, meeting.title = details.kind, details.title.strip()
    meeting.day, meeting.start, meeting.end = details.day, details.start, details.end
    meeting.place, meeting.is_online = details.place.strip(), details.is_online


def _invite(session: Session, meeting: Meeting, person_ids: tuple[UUID, ...] | None) -> int:
    """Put people on the register with the role each has that day; return how many are new."""
    members = dict(
        session.execute(
            select(Membership.person_id, Membership.role)
            .join(Person)
            .where(
                Membership.group_id == meeting.group_id,
                is_member_on(meeting.day),
                Person.status == PersonStatus.ACTIVE,
            )
        ).tuples()
    )
    there = set(
        session.scalars(select(Attendance.person_id).where(Attendance.meeting_id == meeting.id))
    )
    added = [
        person_id
        for person_id in (members if person_ids is None else person_ids)
        if person_id not in there
    ]
    for person_id in added:
        session.add(
            Attendance(
                meeting_id=meeting.id, person_id=person_id,
                role=members.get(person_id, Role.OBSERVER),
            )
        )  # fmt: skip
    session.flush()
    return len(added)


def _days(first: date, every: Every, until: date) -> list[date]:
    days: list[date] = []
    if every is Every.MONTH_SAME_WEEKDAY:
        place = (first.day - 1) // 7  # the second Tuesday, say; a fifth one falls back to the last
        year, month = first.year, first.month
        while True:
            year, month = (year + 1, 1) if month == 12 else (year, month + 1)
            start, length = calendar.monthrange(year, month)
            number = 1 + (first.weekday() - start) % 7 + 7 * place
            day = date(year, month, number if number <= length else number - 7)
            if day > until:
                return days
            days.append(day)
    step = timedelta(weeks=1 if every is Every.WEEK else 2)
    day = first + step
    while day <= until:
        days.append(day)
        day += step
    return days
