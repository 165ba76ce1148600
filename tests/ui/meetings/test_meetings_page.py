"""Meetings by keyboard: planned, corrected, repeated, cancelled with a reason, people invited."""

from datetime import date, time
from uuid import UUID

import pytest

from alongside.domain.meetings import State
from alongside.office import Office
from alongside_ui.main_window import MainWindow
from builders import add_group, add_marked_meeting, add_meeting, add_person
from ui.hands import (
    answer,
    choose,
    dialog,
    error_under,
    fill,
    focus,
    name_of,
    press,
    spoken_cell,
    type_in,
    words_of,
)

JUNE_9 = date(2026, 6, 9)


@pytest.fixture
def group(window: MainWindow, office: Office) -> UUID:
    """Return a group whose members are Ann Lee and Bo Larsen."""
    return add_group(office, add_person(office), add_person(office, "Bo Larsen"))


@pytest.fixture
def meetings(group: UUID, window: MainWindow, office: Office) -> MainWindow:
    """Show the page of meetings, with one on 9 June 2026."""
    add_meeting(office, group, JUNE_9, place="Town Hall")
    press("Ctrl+2")
    return window


def test_a_row_says_day_group_and_how_the_register_stands(meetings: MainWindow) -> None:
    assert spoken_cell(meetings.page().table) == (
        "9 June 2026, Transport Design Group, meeting, 2 invited"
    )


def test_a_meeting_is_added_and_the_group_is_invited(meetings: MainWindow, office: Office) -> None:
    press("Ctrl+N")
    assert name_of(focus()) == "Group"
    fill("Day", "14/7/26")
    fill("Starts at", "10")
    fill("Ends at", "12.30")
    fill("Place", "Library")
    press("Return")
    meeting = meetings.page().table.current
    assert (meeting.day, meeting.details.start, meeting.details.end) == (
        date(2026, 7, 14), time(10), time(12, 30),
    )  # fmt: skip
    assert meeting.invited == 2
    assert focus() is meetings.page().table


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("Day", "31 June 2026", "There is no such day as 31 June 2026."),
        ("Day", "29/2/2027", "There is no such day as 29/2/2027."),
        ("Day", "", "Type the day."),
        ("Starts at", "24:00", "“24:00” is not a time."),
        ("Ends at", "12:00", "The end cannot be before the start, or the same."),
        ("Ends at", "13:00", "The end cannot be before the start, or the same."),
    ],
)
def test_a_day_or_time_that_cannot_be_is_said_under_its_field(
    meetings: MainWindow, office: Office, field: str, typed: str, words: str
) -> None:
    press("Ctrl+N")
    fill("Day", "14 July 2026")
    fill("Place", "Library")
    fill(field, typed)
    press("Return")
    assert error_under(field).startswith(words)
    assert focus().text() == typed
    assert dialog().form["place"].text() == "Library"
    assert len(office.meetings.list_()) == 1
    press("Escape")
    answer("Throw away")


def test_a_meeting_is_corrected(meetings: MainWindow, office: Office) -> None:
    press("Ctrl+O")
    fill("Place", "Library")
    press("Return")
    assert meetings.page().table.current.where.startswith("Library")


def test_a_meeting_stays_with_its_group(meetings: MainWindow, office: Office) -> None:
    add_group(office, name="Zoo Access Group")
    press("Ctrl+O")
    choose("Group", "Zoo")
    press("Return")
    assert error_under("Group").startswith("A meeting stays with its group.")
    press("Escape")
    answer("Throw away")


def test_a_meeting_is_repeated_every_month_on_the_same_weekday(
    meetings: MainWindow, office: Office
) -> None:
    press("Ctrl+Shift+R")
    fill("Up to and including", "30 September 2026")
    press("Return")
    days = sorted(row.day for row in office.meetings.list_())
    assert days == [JUNE_9, date(2026, 7, 14), date(2026, 8, 11), date(2026, 9, 8)]
    press("Ctrl+Z")
    assert len(office.meetings.list_()) == 1


def test_a_meeting_is_repeated_every_week(meetings: MainWindow, office: Office) -> None:
    press("Ctrl+Shift+R")
    choose("How often", "every week")
    fill("Up to and including", "23/6/2026")
    press("Return")
    assert len(office.meetings.list_()) == 3


def test_repeating_up_to_a_day_before_the_meeting_is_refused(meetings: MainWindow) -> None:
    press("Ctrl+Shift+R")
    fill("Up to and including", "1 June 2026")
    press("Return")
    assert error_under("Up to and including").startswith("No meeting falls between")
    press("Escape")
    answer("Throw away")


def test_cancelling_wants_a_reason(meetings: MainWindow, office: Office) -> None:
    press("Ctrl+Shift+C", "Return")
    assert error_under("Why it is cancelled").startswith("Say why the meeting is cancelled")
    type_in("The lift is broken")
    press("Return")
    row = meetings.page().table.current
    assert (row.is_cancelled, row.cancelled_reason) == (True, "The lift is broken")
    register = office.attendance.list_for(row.id).rows
    assert {line.state for line in register} == {State.MEETING_CANCELLED}
    assert "cancelled: The lift is broken" in spoken_cell(meetings.page().table)


def test_a_meeting_that_people_came_to_is_not_cancelled(
    group: UUID, window: MainWindow, office: Office
) -> None:
    person = office.people.list_()[0].id
    add_marked_meeting(office, group, person)
    press("Ctrl+2", "Ctrl+Shift+C")
    type_in("No reason")
    press("Return")
    assert words_of(dialog()).startswith("People are marked as there")
    press("Escape")
    assert name_of(focus()) == "Why it is cancelled"
    assert focus().text() == "No reason"
    press("Escape")
    answer("Throw away")


def test_more_people_are_invited_by_ticking_them_with_space(
    meetings: MainWindow, office: Office
) -> None:
    add_person(office, "Carys Ŵyn")
    add_person(office, "Dee Dunn")
    press("Ctrl+I")
    people = focus()
    assert name_of(people) == "People not on the register"
    assert spoken_cell(people) == "Carys Ŵyn, not ticked"
    press("Space")
    assert spoken_cell(people) == "Carys Ŵyn, ticked"
    press("Return")
    assert dialog() is None
    names = [row.name for row in office.attendance.list_for(meetings.page().table.current.id).rows]
    assert names == ["Ann Lee", "Bo Larsen", "Carys Ŵyn"]


def test_inviting_nobody_is_said_under_the_list(meetings: MainWindow, office: Office) -> None:
    add_person(office, "Carys Ŵyn")
    press("Ctrl+I", "Return")
    assert error_under("People not on the register").startswith("Tick at least one person")
    press("Escape")


def test_enter_opens_the_register(meetings: MainWindow) -> None:
    press("Return")
    assert meetings.page().title.text().startswith("Register: Transport Design Group, 9 June 2026")


def test_meetings_can_be_shown_of_one_group_and_of_one_time(
    meetings: MainWindow, office: Office
) -> None:
    other = add_group(office, name="Zoo Access Group")
    add_meeting(office, other, date(2026, 1, 5), person_ids=())
    press("F5")
    choose("Of", "Zoo")
    assert [row.group for row in meetings.page().table.rows.rows] == ["Zoo Access Group"]
    choose("Of", "every group")
    choose("When", "from today on")
    assert [row.day for row in meetings.page().table.rows.rows] == [JUNE_9]
    choose("When", "before today")
    assert [row.day for row in meetings.page().table.rows.rows] == [date(2026, 1, 5)]


def test_a_meeting_entered_by_mistake_is_removed_and_brought_back(
    meetings: MainWindow, office: Office
) -> None:
    press("Ctrl+Del")
    assert words_of(dialog()).startswith("Remove Transport Design Group, 9 June 2026?")
    answer("Remove")
    assert office.meetings.list_() == []
    press("Ctrl+Z")
    assert len(office.meetings.list_()) == 1


def test_without_a_group_the_dialog_that_adds_one_opens_first(
    window: MainWindow, office: Office
) -> None:
    press("Ctrl+2", "Ctrl+N")
    assert dialog().windowTitle() == "Add a group"
    assert window.announcer.text() == "Add a group first: a meeting belongs to one."
    press("Escape")


def test_the_list_starts_at_the_next_meeting(
    group: UUID, window: MainWindow, office: Office
) -> None:
    for day in (date(2026, 3, 9), JUNE_9, date(2026, 9, 9)):
        add_meeting(office, group, day)
    press("Ctrl+2")
    assert window.page().table.current.day == JUNE_9
