"""Makes the meetings of the demo organisation, and marks the registers of those that were."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from alongside.demo.groups import DemoGroup, Invited
from alongside.demo.plan import GROUPS, OTHER_KINDS, TITLES, day_of, is_cancelled
from alongside.domain.claims import Category
from alongside.domain.meetings import ActivityKind, State
from alongside.store.tables import Attendance, Meeting

QUIET_PLACE = 13
"""Whoever holds this place in the first group sent apologies for the last two meetings."""

_STATES = (State.ATTENDED, State.ONLINE, State.ATTENDED_PART, State.APOLOGIES,
           State.DID_NOT_COME, State.CANCELLED_LATE)  # fmt: skip
_WEIGHTS = (63, 13, 6, 9, 4, 5)


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting with its register, in order of name."""

    group: DemoGroup
    step: int
    meeting: Meeting
    attendances: list[Attendance]


class Registers:
    """Makes meetings and registers; `who` marks them, none of them later than `now`."""

    def __init__(self, now: datetime, who: str, rng: Random) -> None:
        self._now = now
        self._who = who
        self._rng = rng

    def make(self, group: DemoGroup, step: int) -> Held:
        """Return the meeting of `group` that is `step` months from its next one."""
        meeting = _meeting(group, step, day_of(self._now.date(), group.number, step))
        register = sorted(group.register(step), key=lambda each: each.person.search)
        rows = [self._attendance(group, step, meeting, each) for each in register]
        return Held(group, step, meeting, rows)

    def _attendance(
        self, group: DemoGroup, step: int, meeting: Meeting, invited: Invited
    ) -> Attendance:
        person = invited.person
        row = Attendance(
            meeting=meeting, meeting_id=meeting.id, person=person,
            person_id=person.id, role=invited.role, is_walk_in=invited.is_walk_in,
            state=State.NOT_MARKED, preparation_minutes=0, supporter="", arrived=None, left=None,
            cancelled_on=None, marked_by="", marked_at=None,
        )  # fmt: skip
        state = self._rng.choices(_STATES, _WEIGHTS)[0]
        if group.number == 0 and invited.place == QUIET_PLACE and step in {-1, -2}:
            state = State.APOLOGIES
        if invited.is_walk_in:
            state = State.ATTENDED
        if meeting.is_cancelled:
            row.state, row.marked_by = State.MEETING_CANCELLED, self._who
            row.marked_at = datetime.combine(meeting.cancelled_on or meeting.day, time(12))
        elif step < 0:
            self._mark(row, meeting, state)
        elif step > 0 and state is State.APOLOGIES:
            row.state = state
            row.marked_by, row.marked_at = self._who, self._now
        return row

    def _mark(self, row: Attendance, meeting: Meeting, state: State) -> None:
        if state is State.ONLINE and not meeting.is_online:
            state = State.ATTENDED
        row.state, row.marked_by = state, self._who
        row.marked_at = datetime.combine(meeting.day, meeting.start) + timedelta(
            minutes=self._rng.randint(5, 55)
        )
        if state is State.CANCELLED_LATE:
            row.cancelled_on = meeting.day - timedelta(days=self._rng.randint(0, 3))
        if state is State.ATTENDED_PART:
            start, end = meeting.start, meeting.end
            if self._rng.random() < 0.5:
                row.arrived, row.left = time(start.hour, 40), end
            else:
                row.arrived, row.left = start, time(end.hour - 1, 15)
        if state.is_present:
            row.preparation_minutes = self._rng.choice((0, 0, 0, 0, 60, 90))
            costs = [c for c in row.person.usual_costs if c.category is Category.SUPPORT_WORKER]
            row.supporter = f"{costs[0].words}: {costs[0].payee}" if costs else ""


def _meeting(group: DemoGroup, step: int, day: date) -> Meeting:
    kind, title, start, end = ActivityKind.MEETING, "", time(13), time(15, 30)
    if group.number % 2:
        start, end = time(10), time(12, 30)
    if step % 3 == 1:
        title = TITLES[step // 3 % len(TITLES)]
    if step < 0 and -step % 12 in OTHER_KINDS:
        kind, title, start, end = OTHER_KINDS[-step % 12]
    is_reading = kind is ActivityKind.READING
    meeting = Meeting(
        group=group.group, group_id=group.group.id, kind=kind, title=title, day=day,
        start=start, end=end, place="" if is_reading else GROUPS[group.number].place,
        is_online=is_reading or kind is ActivityKind.MEETING, is_cancelled=False,
        cancelled_on=None, cancelled_reason="",
    )  # fmt: skip
    if is_cancelled(group.number, step):
        meeting.is_cancelled = True
        meeting.cancelled_on = day - timedelta(days=3)
        meeting.cancelled_reason = "The lift at the library was out of order."
    return meeting
