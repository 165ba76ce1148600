"""A meeting in words, for sentences, lists and paper; and the one way to fetch one."""

from uuid import UUID

from alongside.domain.dates import say_date, say_time
from alongside.domain.errors import UserError
from alongside.i18n import _
from alongside.store import meetings
from alongside.store.attendance import Hours
from alongside.store.tables import Meeting
from alongside.store.work import Session


def fetch(session: Session, meeting_id: UUID) -> Meeting:
    """Return the meeting, or raise UserError if it is no longer there."""
    meeting = meetings.find(session, meeting_id)
    if meeting is None:
        raise UserError("", _("That meeting is no longer here."))
    return meeting


def words(meeting: Meeting) -> str:
    """Return a meeting's name in a sentence ("Transport Design Group, 12 May 2026")."""
    return f"{meeting.title or meeting.group.name}, {say_date(meeting.day)}"


def where(meeting: Meeting) -> str:
    """Return the place in words; "online" too where people may join from home."""
    if meeting.is_online:
        return _("{place} and online").format(place=meeting.place) if meeting.place else _("online")
    return meeting.place


def times(meeting: Meeting | Hours) -> str:
    """Return "13:00 to 15:30"."""
    # translators: two times of day: 13:00 to 15:30
    return _("{start} to {end}").format(start=say_time(meeting.start), end=say_time(meeting.end))
