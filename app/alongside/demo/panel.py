"""A small panel set up by hand: a retainer, a cap on lunch, and somebody’s third group."""

from datetime import date, time, timedelta
from uuid import UUID

from alongside.demo import cast, policies
from alongside.domain.claims import Category
from alongside.domain.meetings import Role, State
from alongside.domain.money import Money
from alongside.services.attendance import AttendanceService, RecordAttendance
from alongside.services.claim_lines import AddLine, ClaimLineService
from alongside.services.claims import ClaimService, IssueClaims
from alongside.services.groups import GroupDetails, GroupService
from alongside.services.line_rows import LineDetails
from alongside.services.meetings import AddMeeting, MeetingDetails, MeetingService
from alongside.services.members import MemberDetails, MemberService
from alongside.services.people import PeopleService
from alongside.services.policies import AddText, PolicyService
from alongside.services.retainers import DueRetainers, RetainerService
from alongside.store.file import DataFile

NAME = "Plain Words Panel"
_MEMBERS = {
    cast.IN_THREE_GROUPS: Role.MEMBER, cast.PENCE_ONLY: Role.OBSERVER, cast.PANEL_CHAIR: Role.CHAIR,
}  # fmt: skip
_SINCE = timedelta(days=100)
_HELD = timedelta(days=40)


def set_up_panel(store: DataFile) -> None:
    """Add the panel, its members and one meeting; draft what they are due, and issue it."""
    today, claims = store.now().date(), ClaimService(store)
    group = _add_group(store, today - _SINCE)
    day = today - _HELD
    day -= timedelta(days=max(0, day.weekday() - 4))  # never at a weekend
    meeting = _hold_meeting(store, group, day)
    claims.make(meeting)
    last_month = today.replace(day=1) - timedelta(days=1)
    RetainerService(store).draft(DueRetainers(group, today - _SINCE, last_month))
    found = {row.person: row.id for row in claims.list_(meeting_id=meeting)}
    stamp = LineDetails(Category.PRINTING_AND_POST, day, "a stamp", Money(87), receipt="1")
    lunch = LineDetails(Category.MEALS, day, "lunch", Money(940), receipt="1")
    for number, bought in ((cast.PENCE_ONLY, stamp), (cast.IN_THREE_GROUPS, lunch)):
        ClaimLineService(store).add(AddLine(found[cast.name(number)], bought))
    claims.issue(IssueClaims(tuple(found.values())))


def _add_group(store: DataFile, since: date) -> UUID:
    """Add the panel and its policy, and its members `since` a day; return its id."""
    groups, people = GroupService(store), PeopleService(store)
    policy = PolicyService(store).add_text(AddText(policies.PANEL)).id
    details = GroupDetails(
        NAME, "Disabled people who read what public bodies send out, and say whether it is plain.",
        "Riverside Transport", "RT-231", policy,
    )  # fmt: skip
    groups.add(details)
    group = next(row.id for row in groups.list_() if row.name == NAME)
    for number, role in _MEMBERS.items():
        person = next(row.id for row in people.list_() if row.name == cast.name(number))
        MemberService(store).add(MemberDetails(group, person, role, since))
    return group


def _hold_meeting(store: DataFile, group: UUID, day: date) -> UUID:
    """Add a meeting that every member came to; return its id."""
    meetings, attendance = MeetingService(store), AttendanceService(store)
    details = MeetingDetails(
        group, day, time(10), time(15), title="The new letter about bus passes",
        place="The Old Mill",
    )  # fmt: skip
    meetings.add(AddMeeting(details))
    (meeting,) = (row.id for row in meetings.list_(group_id=group))
    for row in attendance.list_for(meeting).rows:
        attendance.record(RecordAttendance(row.id, State.ATTENDED))
    return meeting
