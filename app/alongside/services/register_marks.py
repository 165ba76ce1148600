"""What a mark on a register may be: its times, its day of notice, who made it and when."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from alongside.domain.dates import minutes_between, say_time
from alongside.domain.errors import UserError
from alongside.domain.meetings import State
from alongside.i18n import _
from alongside.services.meeting_words import times
from alongside.store.attendance import Hours, Line
from alongside.store.tables import Attendance, Meeting


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark that is asked for. Times go with “attended part”; `cancelled_on` None means today."""

    state: State
    arrived: time | None = None
    left: time | None = None
    cancelled_on: date | None = None


def marked(line: Attendance | Line, mark: Mark, now: datetime, who: str) -> dict[str, Any]:
    """Return what a mark changes on a line, by column, signed with `who` and `now`; {} if nothing.

    Raise UserError for times outside the meeting or in the wrong order, and for a mark that does
    not go with a meeting that was, or was not, cancelled.
    """
    _check_state(line.meeting, mark.state)
    arrived, left = mark.arrived, mark.left
    if mark.state is not State.ATTENDED_PART:
        arrived = left = None
    _check_times(line.meeting, arrived, left)
    told = _told_on(line, mark, now.date())
    if (line.state, line.arrived, line.left, line.cancelled_on) == (
        mark.state, arrived, left, told
    ):  # fmt: skip
        return {}
    is_marked = mark.state is not State.NOT_MARKED
    return {
        "state": mark.state, "arrived": arrived, "left": left, "cancelled_on": told,
        "marked_by": who if is_marked else "", "marked_at": now if is_marked else None,
    }  # fmt: skip


def set_mark(attendance: Attendance, mark: Mark, now: datetime, who: str) -> bool:
    """Set a mark; return whether it says anything new. Raise UserError as `marked` does."""
    changes = marked(attendance, mark, now, who)
    for column, value in changes.items():
        setattr(attendance, column, value)
    return bool(changes)


def mark_cancelled(meeting: Meeting, now: datetime, who: str) -> None:
    """Mark everybody who has no mark yet: the meeting was cancelled."""
    for attendance in meeting.attendances:
        if attendance.state is State.NOT_MARKED:
            set_mark(attendance, Mark(State.MEETING_CANCELLED), now, who)


def anyone_came(meeting: Meeting) -> bool:
    """Whether anybody is marked as there, for all or some of it."""
    return any(attendance.state.is_present for attendance in meeting.attendances)


def check_hours(meeting: Meeting) -> None:
    """Raise UserError if a time on the register lies outside the meeting's hours."""
    for attendance in meeting.attendances:
        try:
            _check_times(meeting, attendance.arrived, attendance.left)
        except UserError as error:
            raise UserError(
                "start" if error.field == "arrived" else "end",
                _("The register says {name} was there {here}, outside the new times. Correct the "
                  "register first.").format(name=attendance.person.name, here=here(attendance)),
            ) from None  # fmt: skip


def minutes_present(attendance: Attendance) -> int:
    """Return the minutes a person was there: the whole meeting unless times say otherwise."""
    start = attendance.arrived or attendance.meeting.start
    return minutes_between(start, attendance.left or attendance.meeting.end)


def here(attendance: Attendance | Line) -> str:
    """Return from when to when somebody was there for part of a meeting."""
    start = attendance.arrived or attendance.meeting.start
    end = attendance.left or attendance.meeting.end
    return _("{start} to {end}").format(start=say_time(start), end=say_time(end))


def _check_state(meeting: Meeting | Hours, state: State) -> None:
    if meeting.is_cancelled and state.is_present:
        raise UserError("state", _("This meeting was cancelled, so nobody can have been there."))
    if state is State.MEETING_CANCELLED and not meeting.is_cancelled:
        raise UserError(
            "state", _("This meeting is not cancelled. Cancel the meeting: that marks everybody.")
        )


def _check_times(meeting: Meeting | Hours, arrived: time | None, left: time | None) -> None:
    """Times within the meeting, in order; whoever was early is there from the start."""
    hours = times(meeting)
    if arrived and not meeting.start <= arrived < meeting.end:
        raise UserError("arrived", _("That is outside the meeting, {hours}.").format(hours=hours))
    if left and not meeting.start < left <= meeting.end:
        raise UserError("left", _("That is outside the meeting, {hours}.").format(hours=hours))
    if arrived and left and left <= arrived:
        raise UserError("left", _("They cannot have left before they arrived."))


def _told_on(line: Attendance | Line, mark: Mark, today: date) -> date | None:
    """Return the day someone told us that they would not come: a mark made again keeps it."""
    if mark.state is not State.CANCELLED_LATE:
        return None
    day = line.meeting.day
    if mark.cancelled_on and mark.cancelled_on > day:
        raise UserError("cancelled_on", _("They cannot have cancelled after the meeting."))
    return mark.cancelled_on or line.cancelled_on or min(today, day)
