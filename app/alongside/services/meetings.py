"""Meetings: when and where, who is invited; repeated, cancelled with a reason."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from alongside.domain.change import Change, Kind
from alongside.domain.errors import UserError
from alongside.i18n import _, ngettext
from alongside.services.drafts_kept_up import keep_up
from alongside.services.groups import fetch as fetch_group
from alongside.services.invitations import invite
from alongside.services.meeting_repeats import days_after
from alongside.services.meeting_rows import MeetingDetails, MeetingRow, details_of, row, row_of
from alongside.services.meeting_words import fetch, words
from alongside.services.register_marks import anyone_came, check_hours, mark_cancelled
from alongside.store import advances, meetings
from alongside.store.file import DataFile
from alongside.store.tables import Meeting
from alongside.store.work import Session, reading, work

__all__ = [
    "AddMeeting", "CancelMeeting", "CorrectMeeting", "Every", "Invite", "MeetingDetails",
    "MeetingRow", "MeetingService", "RepeatMeeting",
]  # fmt: skip

_MEETING = frozenset({Kind.MEETING, Kind.ATTENDANCE})


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

    @property
    def weeks(self) -> int | None:
        """How many weeks lie between, or None where months do not have so many days."""
        return {Every.WEEK: 1, Every.TWO_WEEKS: 2}.get(self)


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


class MeetingService:
    """Add, find, correct, repeat, cancel and remove meetings; invite people to them."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def list_(
        self, *, group_id: UUID | None = None, first: date | None = None, last: date | None = None
    ) -> list[MeetingRow]:
        """Return meetings from `first` to `last`, both included, the latest first."""
        with reading(self._store) as session:
            found = meetings.list_counted(session, group_id=group_id, first=first, last=last)
            return [row(*counted) for counted in found]

    def find(self, meeting_id: UUID) -> MeetingRow:
        """Return one meeting. Raise UserError if it is gone."""
        with reading(self._store) as session:
            return row_of(session, meeting_id)

    def next(self, most: int = 5) -> list[MeetingRow]:
        """Return the next meetings from today on that are not cancelled, soonest first."""
        with reading(self._store) as session:
            found = meetings.next_counted(session, self._store.now().date(), most)
            return [row(*counted) for counted in found]

    def add(self, request: AddMeeting) -> Change:
        """Add a meeting with its register. Raise UserError for times that cannot be."""
        with work(self._store) as w:
            meeting = _new(w.session, request.details, request.person_ids)
            said = _("{meeting} added").format(meeting=words(meeting))
            return w.done(Change(said, _MEETING, meeting.id))

    def correct(self, request: CorrectMeeting) -> Change:
        """Correct a meeting; its register stays, and drafts from it are brought up to date.

        Raise UserError for another group, a cancelled meeting, or times on the register that
        would lie outside.
        """
        with work(self._store) as w:
            meeting = fetch(w.session, request.id)
            if meeting.group_id != request.details.group_id:
                raise UserError(
                    "group_id", _("A meeting stays with its group. Add a new one instead.")
                )
            if meeting.is_cancelled:
                raise _is_cancelled(meeting)
            if details_of(meeting) != request.details:
                _fill(w.session, meeting, request.details)
                check_hours(meeting)
            said = _("{meeting} corrected").format(meeting=words(meeting))
            return w.done(self._followed(w.session, meeting, said))

    def repeat(self, request: RepeatMeeting) -> Change:
        """Add the same meeting again and again; each invites the members of its own day.

        Days that have one at that time already are left out. Raise UserError for no days at
        all, or more than anyone plans.
        """
        with work(self._store) as w:
            first = fetch(w.session, request.id)
            days = days_after(first.day, request.until, request.every.weeks)
            there = meetings.days_at(w.session, first.group_id, first.start)
            added = [day for day in days if day not in there]
            for day in added:
                _new(w.session, replace(details_of(first), day=day), None)
            said = ngettext(
                "{meeting} repeated: {number} more meeting",
                "{meeting} repeated: {number} more meetings",
                len(added),
            ).format(meeting=words(first), number=len(added))
            return w.done(Change(said, _MEETING, first.id))

    def cancel(self, request: CancelMeeting) -> Change:
        """Cancel a meeting. People not yet marked get the mark “meeting cancelled”.

        Cancelling again corrects the reason; the day it was cancelled on stays. Raise UserError
        if anyone is marked as there.
        """
        if not request.reason.strip():
            raise UserError("reason", _("Say why the meeting is cancelled: people will ask."))
        with work(self._store) as w:
            meeting = fetch(w.session, request.id)
            if anyone_came(meeting):
                raise UserError(
                    "", _("People are marked as there, so this meeting was not cancelled. "
                          "Correct its register first.")
                )  # fmt: skip
            now = self._store.now()
            if not meeting.is_cancelled:
                meeting.is_cancelled = True
                meeting.cancelled_on = min(now.date(), meeting.day)
            meeting.cancelled_reason = request.reason.strip()
            mark_cancelled(meeting, now, self._store.who)
            said = _("{meeting} cancelled").format(meeting=words(meeting))
            return w.done(self._followed(w.session, meeting, said))

    def remove(self, meeting_id: UUID) -> Change:
        """Remove a meeting entered by mistake. Raise UserError once anyone came or claims."""
        with work(self._store) as w:
            meeting = fetch(w.session, meeting_id)
            if anyone_came(meeting) or meetings.has_lines(w.session, meeting_id):
                raise UserError("", _("People came to this meeting, or claim for it, so it stays."))
            if advances.of_meeting(w.session, meeting_id):
                raise UserError("", _("Cash was advanced for this meeting, so it stays."))
            said = _("{meeting} removed").format(meeting=words(meeting))
            w.session.delete(meeting)
            return w.done(Change(said, _MEETING))

    def invite(self, request: Invite) -> Change:
        """Put more people on a meeting's register; those on it already stay as they are.

        Raise UserError for a cancelled meeting.
        """
        with work(self._store) as w:
            meeting = fetch(w.session, request.meeting_id)
            if meeting.is_cancelled:
                raise _is_cancelled(meeting)
            added = invite(w.session, meeting, request.person_ids)
            said = ngettext(
                "{number} person invited to {meeting}",
                "{number} people invited to {meeting}",
                added,
            ).format(number=added, meeting=words(meeting))
            return w.done(Change(said, _MEETING, meeting.id))

    def _followed(self, session: Session, meeting: Meeting, said: str) -> Change:
        """Return the receipt, with what became of drafts made from the meeting's register."""
        followed = keep_up(session, meeting, self._store.now().date())
        if followed:
            return Change(f"{said}; {followed}", _MEETING | {Kind.CLAIM}, meeting.id)
        return Change(said, _MEETING, meeting.id)


def _new(session: Session, details: MeetingDetails, person_ids: tuple[UUID, ...] | None) -> Meeting:
    meeting = Meeting()
    _fill(session, meeting, details)
    session.add(meeting)
    session.flush()
    invite(session, meeting, person_ids)
    return meeting


def _fill(session: Session, meeting: Meeting, details: MeetingDetails) -> None:
    group = fetch_group(session, details.group_id)
    if details.end <= details.start:
        raise UserError("end", _("The end cannot be before the start, or the same."))
    meeting.group = group
    meeting.kind, meeting.title = details.kind, details.title.strip()
    meeting.day, meeting.start, meeting.end = details.day, details.start, details.end
    meeting.place, meeting.is_online = details.place.strip(), details.is_online


def _is_cancelled(meeting: Meeting) -> UserError:
    return UserError(
        "", _("{meeting} is cancelled, so it stays as it is. Add a new meeting instead.")
        .format(meeting=words(meeting))
    )  # fmt: skip
