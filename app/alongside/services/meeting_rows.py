"""What is known of a meeting, as dialogs give it and lists show it."""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from alongside.domain.errors import UserError
from alongside.domain.meetings import ActivityKind
from alongside.i18n import _
from alongside.services.meeting_words import times, where
from alongside.store import meetings
from alongside.store.tables import Meeting
from alongside.store.work import Session


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
class MeetingRow:
    """A meeting in a list, with how its register stands.

    `claims` is how many people have claim lines for it, in claims that are not withdrawn.
    """

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
    claims: int
    is_cancelled: bool
    cancelled_reason: str


def row_of(session: Session, meeting_id: UUID) -> MeetingRow:
    """Return one meeting as a list shows it. Raise UserError if it is gone."""
    found = meetings.find_counted(session, meeting_id)
    if found is None:
        raise UserError("", _("That meeting is no longer here."))
    return row(*found)


def details_of(meeting: Meeting) -> MeetingDetails:
    """Return what is known of a meeting."""
    return MeetingDetails(
        meeting.group_id, meeting.day, meeting.start, meeting.end, meeting.kind, meeting.title,
        meeting.place, meeting.is_online,
    )  # fmt: skip


def row(meeting: Meeting, invited: int, marked: int, attended: int, claims: int) -> MeetingRow:
    """Return a meeting as a list shows it, with its counts."""
    return MeetingRow(
        meeting.id, details_of(meeting), meeting.group.name, meeting.title or meeting.kind.words,
        meeting.day, times(meeting), where(meeting), invited, marked, attended, claims,
        meeting.is_cancelled, meeting.cancelled_reason,
    )  # fmt: skip
