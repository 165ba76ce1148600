"""Meetings invite the members of their day, repeat, are cancelled with a reason, and stay true."""

from datetime import date, time

import pytest

import builders as b
from alongside.domain.errors import UserError
from alongside.domain.meetings import Role, State
from alongside.domain.people import PersonStatus
from alongside.services.meetings import (
    AddMeeting,
    CancelMeeting,
    CorrectMeeting,
    Every,
    Invite,
    MeetingDetails,
    RepeatMeeting,
)
from alongside.services.members import MemberDetails

JUNE_9 = date(2026, 6, 9)


def register(office, meeting):
    return {row.name: row for row in office.attendance.list_for(meeting).rows}


def days(office):
    return [row.day for row in reversed(office.meetings.list_())]


def test_a_meeting_invites_the_active_members_of_its_day_with_their_roles(office):
    ann, bo = b.add_person(office, "Ann Lee"), b.add_person(office, "Bo Larsen")
    carys = b.add_person(office, "Carys Ŵyn", status=PersonStatus.ON_A_BREAK)
    group = b.add_group(office, carys)
    office.members.add(MemberDetails(group, ann, Role.CHAIR, date(2020, 1, 1)))
    office.members.add(MemberDetails(group, bo, Role.MEMBER, date(2020, 1, 1), date(2026, 5, 8)))
    rows = register(office, b.add_meeting(office, group, b.MAY_9))
    assert [(name, row.role) for name, row in rows.items()] == [("Ann Lee", Role.CHAIR)]


def test_a_row_says_how_its_register_and_claims_stand(office):
    ann, bo = b.add_person(office, "Ann Lee"), b.add_person(office, "Bo Larsen")
    group = b.add_group(office, ann, bo)
    meeting = b.add_meeting(office, group)
    b.mark(office, meeting, ann)
    row = office.meetings.find(meeting)
    assert (row.invited, row.marked, row.attended, row.claims) == (2, 1, 1, 0)
    b.mark(office, meeting, bo, State.APOLOGIES)
    b.add_usual_cost(office, ann)
    office.claims.make(meeting)
    row = office.meetings.list_()[0]
    assert (row.invited, row.marked, row.attended, row.claims) == (2, 2, 1, 1)
    assert (row.title, row.when) == ("meeting", "13:00 to 15:30")


def test_meetings_are_listed_latest_first_and_by_group_and_day(office):
    group = b.add_group(office)
    other = b.add_group(office, name="Health Group")
    first, second = b.add_meeting(office, group), b.add_meeting(office, group, JUNE_9)
    third = b.add_meeting(office, other, JUNE_9, start=time(9))
    assert [row.id for row in office.meetings.list_()] == [second, third, first]
    assert [row.id for row in office.meetings.list_(group_id=group)] == [second, first]
    assert [row.id for row in office.meetings.list_(last=b.MAY_9)] == [first]
    assert [row.id for row in office.meetings.list_(first=JUNE_9)] == [second, third]


def test_what_comes_next_starts_today_and_leaves_out_cancelled_ones(office, clock):
    group = b.add_group(office)
    b.add_meeting(office, group, b.MAY_9)
    today = b.add_meeting(office, group, clock().date())
    cancelled = b.add_meeting(office, group, date(2026, 5, 20))
    office.meetings.cancel(CancelMeeting(cancelled, "No interpreter"))
    later = b.add_meeting(office, group, JUNE_9)
    assert [row.id for row in office.meetings.next()] == [today, later]
    assert [row.id for row in office.meetings.next(1)] == [today]


@pytest.mark.parametrize("end", [time(12, 59), time(13, 0)])
def test_an_end_before_the_start_is_refused(office, end):
    group = b.add_group(office)
    with pytest.raises(UserError) as raised:
        office.meetings.add(AddMeeting(MeetingDetails(group, b.MAY_9, time(13), end)))
    assert raised.value.field == "end"
    assert office.meetings.list_() == []


def test_a_meeting_stays_with_its_group(office):
    group, other = b.add_group(office), b.add_group(office, name="Health Group")
    meeting = b.add_meeting(office, group)
    details = MeetingDetails(other, b.MAY_9, time(13), time(15))
    with pytest.raises(UserError) as raised:
        office.meetings.correct(CorrectMeeting(meeting, details))
    assert raised.value.field == "group_id"


def test_times_that_the_register_contradicts_are_refused_by_name(office):
    ann = b.add_person(office)
    group = b.add_group(office, ann)
    meeting = b.add_meeting(office, group)
    b.mark(office, meeting, ann, State.ATTENDED_PART, arrived=time(13, 40), left=time(15, 10))
    later = MeetingDetails(group, b.MAY_9, time(14), time(15, 30))
    with pytest.raises(UserError, match="Ann Lee was there 13:40 to 15:10") as raised:
        office.meetings.correct(CorrectMeeting(meeting, later))
    assert raised.value.field == "start"
    shorter = MeetingDetails(group, b.MAY_9, time(13), time(15))
    with pytest.raises(UserError, match="Correct the register first") as raised:
        office.meetings.correct(CorrectMeeting(meeting, shorter))
    assert raised.value.field == "end"
    assert office.meetings.find(meeting).when == "13:00 to 15:30"


def test_a_cancelled_meeting_is_not_corrected_nor_is_anyone_invited(office):
    ann = b.add_person(office)
    group = b.add_group(office)
    meeting = b.add_meeting(office, group)
    office.meetings.cancel(CancelMeeting(meeting, "No interpreter"))
    details = MeetingDetails(group, JUNE_9, time(13), time(15))
    for act in (
        lambda: office.meetings.correct(CorrectMeeting(meeting, details)),
        lambda: office.meetings.invite(Invite(meeting, (ann,))),
    ):
        with pytest.raises(UserError, match="is cancelled, so it stays as it is"):
            act()


def test_cancelling_keeps_reason_and_day_and_marks_those_not_yet_marked(office, clock):
    ann, bo = b.add_person(office, "Ann Lee"), b.add_person(office, "Bo Larsen")
    meeting = b.add_meeting(office, b.add_group(office, ann, bo), JUNE_9)
    b.mark(office, meeting, bo, State.APOLOGIES)
    change = office.meetings.cancel(CancelMeeting(meeting, " No interpreter "))
    assert change.words == "Transport Design Group, 9 June 2026 cancelled"
    row = office.meetings.find(meeting)
    assert (row.is_cancelled, row.cancelled_reason) == (True, "No interpreter")
    states = {name: row.state for name, row in register(office, meeting).items()}
    assert states == {"Ann Lee": State.MEETING_CANCELLED, "Bo Larsen": State.APOLOGIES}


def test_cancelling_again_corrects_the_reason_but_not_the_day(office, clock):
    ann = b.add_person(office)
    meeting = b.add_meeting(office, b.add_group(office, ann), date(2026, 5, 20))
    office.meetings.cancel(CancelMeeting(meeting, "No interpreter"))
    clock.set(date(2026, 5, 19))
    office.meetings.cancel(CancelMeeting(meeting, "The lift was broken"))
    assert office.meetings.find(meeting).cancelled_reason == "The lift was broken"
    office.claims.make(meeting)
    assert office.claims.list_() == []  # eight days of notice, and the policy pays up to seven


def test_cancelling_wants_a_reason(office):
    meeting = b.add_meeting(office, b.add_group(office))
    with pytest.raises(UserError) as raised:
        office.meetings.cancel(CancelMeeting(meeting, "  "))
    assert raised.value.field == "reason"


def test_a_meeting_that_people_came_to_was_not_cancelled(office):
    ann = b.add_person(office)
    meeting = b.add_marked_meeting(office, b.add_group(office, ann), ann)
    with pytest.raises(UserError, match="Correct its register first"):
        office.meetings.cancel(CancelMeeting(meeting, "mistake"))


def test_a_meeting_that_people_came_to_is_not_removed(office):
    ann = b.add_person(office)
    meeting = b.add_marked_meeting(office, b.add_group(office, ann), ann)
    with pytest.raises(UserError, match="it stays"):
        office.meetings.remove(meeting)


@pytest.mark.parametrize(
    ("every", "until", "expected"),
    [
        (Every.WEEK, date(2026, 5, 26), [date(2026, 5, 19), date(2026, 5, 26)]),
        (Every.TWO_WEEKS, date(2026, 6, 9), [date(2026, 5, 26), date(2026, 6, 9)]),
        (Every.MONTH_SAME_WEEKDAY, date(2026, 7, 14), [date(2026, 6, 9), date(2026, 7, 14)]),
    ],
)
def test_a_meeting_repeats_up_to_and_including_the_last_day(office, every, until, expected):
    meeting = b.add_meeting(office, b.add_group(office), date(2026, 5, 12))
    office.meetings.repeat(RepeatMeeting(meeting, every, until))
    assert days(office) == [date(2026, 5, 12), *expected]


def test_a_fifth_friday_falls_back_to_the_last_one(office):
    meeting = b.add_meeting(office, b.add_group(office), date(2026, 5, 29))
    office.meetings.repeat(RepeatMeeting(meeting, Every.MONTH_SAME_WEEKDAY, date(2026, 7, 31)))
    assert days(office) == [date(2026, 5, 29), date(2026, 6, 26), date(2026, 7, 31)]


def test_repeating_again_adds_nothing_twice(office):
    meeting = b.add_meeting(office, b.add_group(office))
    request = RepeatMeeting(meeting, Every.WEEK, JUNE_9)
    office.meetings.repeat(request)
    assert office.meetings.repeat(request).words.endswith("0 more meetings")
    assert len(days(office)) == 5


@pytest.mark.parametrize("until", [b.MAY_9, date(2026, 5, 15), date(2036, 1, 1), date.max])
def test_repeating_never_or_without_end_is_refused(office, until):
    meeting = b.add_meeting(office, b.add_group(office))
    with pytest.raises(UserError) as raised:
        office.meetings.repeat(RepeatMeeting(meeting, Every.WEEK, until))
    assert raised.value.field == "until"
    assert len(days(office)) == 1


def test_inviting_somebody_twice_invites_them_once(office):
    ann, bo = b.add_person(office, "Ann Lee"), b.add_person(office, "Bo Larsen")
    meeting = b.add_meeting(office, b.add_group(office, ann))
    change = office.meetings.invite(Invite(meeting, (bo, ann, bo)))
    assert change.words.startswith("1 person invited")
    assert register(office, meeting)["Bo Larsen"].role is Role.OBSERVER
