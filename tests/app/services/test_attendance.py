"""A register is marked one person at a time; each mark is kept, said, and can be corrected."""

from datetime import date, time

import pytest

import builders as b
from alongside.domain.errors import UserError
from alongside.domain.meetings import Role, State
from alongside.services.attendance import AddWalkIn, CorrectAttendance
from alongside.services.meetings import CancelMeeting


@pytest.fixture
def ann(office):
    return b.add_person(office, "Ann Lee", access_requirements="large print")


@pytest.fixture
def meeting(office, ann):
    return b.add_meeting(office, b.add_group(office, ann))


def only_row(office, meeting):
    (row,) = office.attendance.list_for(meeting).rows
    return row


@pytest.mark.parametrize(
    ("state", "words", "here"),
    [
        (State.ATTENDED, "Ann Lee, attended", "13:00 to 15:30"),
        (State.ONLINE, "Ann Lee, online", "13:00 to 15:30"),
        (State.APOLOGIES, "Ann Lee, apologies", ""),
        (State.DID_NOT_COME, "Ann Lee, did not come", ""),
        (State.CANCELLED_LATE, "Ann Lee, cancelled late", ""),
    ],
)
def test_a_mark_is_kept_and_said(office, ann, meeting, state, words, here):
    assert b.mark(office, meeting, ann, state) == words
    row = only_row(office, meeting)
    assert (row.state, row.here, row.requires) == (state, here, "large print")


def test_part_of_a_meeting_is_said_with_its_times(office, ann, meeting):
    words = b.mark(office, meeting, ann, State.ATTENDED_PART, arrived=time(13, 40))
    assert words == "Ann Lee, attended part, 13:40 to 15:30"
    assert only_row(office, meeting).here == "13:40 to 15:30"


def test_times_go_when_somebody_turns_out_to_have_been_there_throughout(office, ann, meeting):
    b.mark(office, meeting, ann, State.ATTENDED_PART, arrived=time(13, 40))
    b.mark(office, meeting, ann, State.ATTENDED, arrived=time(13, 40))
    assert only_row(office, meeting).arrived is None


@pytest.mark.parametrize(
    ("field", "times"),
    [
        ("arrived", {"arrived": time(12, 59)}),
        ("arrived", {"arrived": time(15, 30)}),
        ("left", {"left": time(13, 0)}),
        ("left", {"left": time(15, 31)}),
        ("left", {"arrived": time(14), "left": time(14)}),
    ],
)
def test_times_outside_the_meeting_are_refused_on_their_field(office, ann, meeting, field, times):
    with pytest.raises(UserError) as raised:
        b.mark(office, meeting, ann, State.ATTENDED_PART, **times)
    assert raised.value.field == field
    assert only_row(office, meeting).state is State.NOT_MARKED


def test_a_mark_made_again_answers_but_leaves_no_line_and_no_new_signature(
    office, ann, meeting, clock
):
    b.mark(office, meeting, ann)
    lines = len(office.history.list_())
    clock.set(date(2026, 6, 1))
    assert b.mark(office, meeting, ann) == "Ann Lee, attended"
    assert len(office.history.list_()) == lines
    office.claims.make(meeting)
    (activity,) = office.forms.sheet(b.claim_of(office, ann).row.id).activities
    assert activity.confirmed == "attended; confirmed by Sam on 12 May 2026 at 16:00"


def test_the_count_is_of_marked_left_and_attended(office, ann):
    bo, carys = b.add_person(office, "Bo Larsen"), b.add_person(office, "Carys Ŵyn")
    meeting = b.add_meeting(office, b.add_group(office, ann, bo, carys))
    b.mark(office, meeting, ann, State.ONLINE)
    b.mark(office, meeting, bo, State.APOLOGIES)
    register = office.attendance.list_for(meeting)
    assert (register.marked, register.left, register.attended) == (2, 1, 1)
    assert [row.name for row in register.rows] == ["Ann Lee", "Bo Larsen", "Carys Ŵyn"]


def test_whoever_cancels_late_told_us_today_unless_another_day_is_given(office, ann, clock):
    meeting = b.add_meeting(office, b.add_group(office, ann), date(2026, 5, 20))
    b.mark(office, meeting, ann, State.CANCELLED_LATE)
    assert only_row(office, meeting).cancelled_on == date(2026, 5, 12)
    clock.set(date(2026, 5, 19))
    b.mark(office, meeting, ann, State.CANCELLED_LATE)
    assert only_row(office, meeting).cancelled_on == date(2026, 5, 12)
    b.mark(office, meeting, ann, State.CANCELLED_LATE, cancelled_on=date(2026, 5, 18))
    assert only_row(office, meeting).cancelled_on == date(2026, 5, 18)


def test_nobody_cancels_after_the_meeting(office, ann, meeting):
    b.mark(office, meeting, ann, State.CANCELLED_LATE)
    assert only_row(office, meeting).cancelled_on == b.MAY_9
    with pytest.raises(UserError) as raised:
        b.mark(office, meeting, ann, State.CANCELLED_LATE, cancelled_on=date(2026, 5, 10))
    assert raised.value.field == "cancelled_on"


def test_a_correction_says_what_it_corrected(office, ann, meeting):
    b.mark(office, meeting, ann)
    line = b.line_of(office, meeting, ann)
    change = office.attendance.correct(
        CorrectAttendance(
            line, State.ATTENDED, Role.CHAIR, preparation_minutes=90, supporter=" PA: Jo "
        )
    )
    assert change.words == "Ann Lee, attended, chair, preparation 1 hour 30 minutes, with PA: Jo"
    row = only_row(office, meeting)
    assert (row.role, row.preparation, row.supporter) == (
        Role.CHAIR, "1 hour 30 minutes", "PA: Jo",
    )  # fmt: skip


@pytest.mark.parametrize("minutes", [-1, 24 * 60 + 1])
def test_preparation_that_cannot_be_is_refused(office, ann, meeting, minutes):
    line = b.line_of(office, meeting, ann)
    request = CorrectAttendance(line, State.ATTENDED, Role.MEMBER, preparation_minutes=minutes)
    with pytest.raises(UserError) as raised:
        office.attendance.correct(request)
    assert raised.value.field == "preparation_minutes"


def test_somebody_new_walks_in_and_is_known_from_then_on(office, meeting):
    change = office.attendance.add_walk_in(AddWalkIn(meeting, name=" Devi  Rao"))
    assert change.words == "Devi Rao added to the register, attended"
    row = office.attendance.list_for(meeting).rows[1]
    assert (row.id, row.is_walk_in, row.role) == (change.id, True, Role.OBSERVER)
    assert [found.name for found in office.people.list_("rao")] == ["Devi Rao"]


def test_a_member_who_walks_in_has_their_role(office, ann):
    group = b.add_group(office, ann)
    meeting = b.add_meeting(office, group, person_ids=())
    office.attendance.add_walk_in(AddWalkIn(meeting, ann))
    assert only_row(office, meeting).role is Role.MEMBER


def test_nobody_is_on_a_register_twice(office, ann, meeting):
    for request in (AddWalkIn(meeting, ann), AddWalkIn(meeting, name="ann lee")):
        with pytest.raises(UserError, match="on this register already") as raised:
            office.attendance.add_walk_in(request)
        assert raised.value.field == "name"
    assert len(office.people.list_()) == 1


def test_a_walk_in_without_a_name_is_refused(office, meeting):
    with pytest.raises(UserError) as raised:
        office.attendance.add_walk_in(AddWalkIn(meeting, name="  "))
    assert raised.value.field == "name"


def test_nobody_was_at_a_cancelled_meeting(office, ann, meeting):
    office.meetings.cancel(CancelMeeting(meeting, "No interpreter"))
    with pytest.raises(UserError, match="was cancelled") as raised:
        b.mark(office, meeting, ann)
    assert raised.value.field == "state"
    with pytest.raises(UserError, match="was cancelled"):
        office.attendance.add_walk_in(AddWalkIn(meeting, name="Devi Rao"))
    assert office.people.list_("devi") == []


def test_one_person_does_not_cancel_the_meeting(office, ann, meeting):
    with pytest.raises(UserError, match="Cancel the meeting"):
        b.mark(office, meeting, ann, State.MEETING_CANCELLED)


def test_whoever_has_claim_lines_stays_on_the_register(office, ann, meeting):
    b.mark(office, meeting, ann)
    office.claims.make(meeting)
    with pytest.raises(UserError, match="claim lines"):
        office.attendance.remove(b.line_of(office, meeting, ann))


def test_somebody_taken_off_a_register_is_gone_from_it(office, ann, meeting):
    line = b.line_of(office, meeting, ann)
    office.attendance.remove(line)
    assert office.attendance.list_for(meeting).rows == []
    with pytest.raises(UserError, match="no longer on this register"):
        office.attendance.remove(line)
