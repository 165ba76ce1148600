"""Times and everything else about one person that day, typed by keyboard."""

from datetime import date, time
from uuid import UUID

import pytest

from alongside.domain.meetings import Role, State
from alongside.office import Office
from alongside.services.attendance import AttendanceRow
from alongside_ui.main_window import MainWindow
from builders import add_person
from ui.hands import (
    answer,
    choose,
    dialog,
    error_under,
    fill,
    focus,
    name_of,
    press,
    said_in,
    spoken_cell,
    type_in,
)

Names = dict[str, AttendanceRow]


def rows(office: Office, meeting: UUID) -> Names:
    return {row.name: row for row in office.attendance.list_for(meeting).rows}


def test_p_asks_when_they_came_and_marks_attended_part(
    meeting: UUID, window: MainWindow, office: Office
) -> None:
    press("P")
    assert name_of(focus()) == "Came at"
    type_in("13:40")
    press("Return")
    row = rows(office, meeting)["Ann Lee"]
    assert (row.state, row.arrived, row.left) == (State.ATTENDED_PART, time(13, 40), None)
    assert focus() is window.page().table
    assert window.announcer.text().startswith("Ann Lee, attended part, 13:40 to 15:30")
    assert spoken_cell(window.page().table) == "attended part, Ann Lee, 13:40 to 15:30"


def test_l_asks_when_they_left(meeting: UUID, office: Office) -> None:
    press("L")
    assert name_of(focus()) == "Left at"
    type_in("2.30 pm")
    press("Return")
    assert rows(office, meeting)["Ann Lee"].left == time(14, 30)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("25:00", "“25:00” is not a time. Type it like 13:40."),
        ("noon", "“noon” is not a time. Type it like 13:40."),
        ("12:00", "That is outside the meeting, 13:00 to 15:30."),
    ],
)
def test_a_time_that_cannot_be_is_said_under_its_field_and_nothing_typed_is_lost(
    meeting: UUID, office: Office, typed: str, words: str
) -> None:
    press("P")
    type_in(typed)
    press("Return")
    assert error_under("Came at").startswith(words)
    assert focus().text() == typed
    assert rows(office, meeting)["Ann Lee"].state is State.NOT_MARKED
    fill("Came at", "13:45")
    press("Return")
    assert dialog() is None
    assert rows(office, meeting)["Ann Lee"].arrived == time(13, 45)


def test_leaving_before_coming_is_said_where_the_leaving_was_typed(
    meeting: UUID, office: Office
) -> None:
    press("P")
    type_in("15:00")
    fill("Left at", "14:00")
    press("Return")
    assert error_under("Left at").startswith("They cannot have left before they arrived.")
    press("Escape")
    answer("Throw away")
    assert rows(office, meeting)["Ann Lee"].state is State.NOT_MARKED


def test_no_time_at_all_is_not_part_of_a_meeting(meeting: UUID) -> None:
    press("P", "Return")
    assert error_under("Came at").startswith("Type when they came or left.")
    press("Escape")


def test_leaving_the_time_out_leaves_no_trace_of_being_saved(
    meeting: UUID, window: MainWindow
) -> None:
    press("P", "Escape")
    assert spoken_cell(window.page().table) == "not yet marked, Ann Lee"
    assert said_in(window.page().table) == ""


def test_enter_opens_everything_about_a_person(meeting: UUID, office: Office) -> None:
    press("Return")
    assert dialog().windowTitle() == "Ann Lee"
    choose("Mark", "attended")
    choose("Role today", "chair")
    fill("Preparation", "1.5")
    fill("Who is with them", "Jo")
    press("Return")
    row = rows(office, meeting)["Ann Lee"]
    assert (row.state, row.role) == (State.ATTENDED, Role.CHAIR)
    assert (row.preparation_minutes, row.supporter) == (90, "Jo")


def test_the_day_somebody_cancelled_can_be_given(meeting: UUID, office: Office) -> None:
    press("Return")
    choose("Mark", "cancelled late")
    fill("Told us on", "31 April 2026")
    press("Return")
    assert error_under("Told us on").startswith("There is no such day as 31 April 2026.")
    fill("Told us on", "8 May 2026")
    press("Return")
    assert rows(office, meeting)["Ann Lee"].cancelled_on == date(2026, 5, 8)


def test_someone_known_walks_in_without_leaving_the_register(
    meeting: UUID, window: MainWindow, office: Office
) -> None:
    known = add_person(office, "Dee Dunn")
    press("W")
    assert name_of(focus()) == "Name"
    type_in("dee")
    press("Return")
    row = rows(office, meeting)["Dee Dunn"]
    assert (row.person_id, row.state, row.is_walk_in) == (known, State.ATTENDED, True)
    assert focus() is window.page().table
    assert window.page().table.current.name == "Dee Dunn"
    assert window.announcer.text() == "Dee Dunn added to the register, attended"
