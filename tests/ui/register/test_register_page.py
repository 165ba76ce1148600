"""The register by keyboard: letters mark, each mark is saved when made, and is spoken."""

from datetime import date, time
from uuid import UUID

import pytest
from PySide6.QtWidgets import QCheckBox

from alongside.domain.meetings import Role, State
from alongside.office import Office
from alongside.services.attendance import AttendanceRow
from alongside_ui.main_window import MainWindow
from builders import add_group, add_meeting, add_person, line_of, mark
from ui.hands import (
    answer,
    choose,
    description_of,
    dialog,
    error_under,
    fill,
    focus,
    go_to,
    name_of,
    press,
    said_in,
    spoken_cell,
    type_in,
    words_of,
)

Names = dict[str, AttendanceRow]


@pytest.fixture
def group(window: MainWindow, office: Office) -> UUID:
    people = [add_person(office, name) for name in ("Ann Lee", "Bo Larsen", "Carys Ŵyn")]
    return add_group(office, *people)


@pytest.fixture
def meeting(group: UUID, office: Office) -> UUID:
    """Open the register of a meeting with three people on it."""
    meeting = add_meeting(office, group)
    press("Ctrl+2", "Return")
    return meeting


def rows(office: Office, meeting: UUID) -> Names:
    return {row.name: row for row in office.attendance.list_for(meeting).rows}


@pytest.mark.parametrize(
    ("key", "state"),
    [
        ("A", State.ATTENDED),
        ("O", State.ONLINE),
        ("Y", State.APOLOGIES),
        ("N", State.DID_NOT_COME),
        ("C", State.CANCELLED_LATE),
    ],
)
def test_a_letter_sets_a_mark_that_is_saved_and_spoken_and_never_toggled(
    meeting: UUID, window: MainWindow, office: Office, key: str, state: State
) -> None:
    press(key)
    assert rows(office, meeting)["Ann Lee"].state is state
    assert said_in(window.page().table) == f"Ann Lee, {state.words}, saved"
    assert spoken_cell(window.page().table) == f"{state.words}, Ann Lee"
    assert window.announcer.text() == f"Ann Lee, {state.words}, saved"
    press(key)
    assert rows(office, meeting)["Ann Lee"].state is state
    assert rows(office, meeting)["Bo Larsen"].state is State.NOT_MARKED


def test_delete_takes_a_mark_away_again(meeting: UUID, window: MainWindow, office: Office) -> None:
    press("A", "Del")
    assert rows(office, meeting)["Ann Lee"].state is State.NOT_MARKED
    assert said_in(window.page().table) == "Ann Lee, not yet marked, saved"


def test_the_keyboard_stays_on_the_person_who_was_marked(meeting: UUID, window: MainWindow) -> None:
    press("Down", "A")
    assert focus() is window.page().table
    assert window.page().table.current.name == "Bo Larsen"


def test_up_and_down_move_from_person_to_person(
    meeting: UUID, window: MainWindow, office: Office
) -> None:
    press("A", "Down", "N", "Down", "O", "Up", "Y")
    assert {name: row.state for name, row in rows(office, meeting).items()} == {
        "Ann Lee": State.ATTENDED,
        "Bo Larsen": State.APOLOGIES,
        "Carys Ŵyn": State.ONLINE,
    }


def test_a_mark_can_be_made_from_any_column(meeting: UUID, window: MainWindow) -> None:
    press("Right", "A")
    assert said_in(window.page().table) == "Ann Lee, attended, saved"
    assert spoken_cell(window.page().table) == "Ann Lee, attended"
    assert focus() is window.page().table


def test_the_count_is_always_there(meeting: UUID, window: MainWindow) -> None:
    assert window.page().count.text() == "0 marked, 3 to go, 0 attended"
    press("A", "Down", "N")
    assert window.page().count.text() == "2 marked, 1 to go, 1 attended"


def test_only_those_not_yet_marked_can_be_shown(meeting: UUID, window: MainWindow) -> None:
    press("A")
    box = go_to("Show only who is not yet marked")
    assert isinstance(box, QCheckBox)
    press("Space")
    page = window.page()
    assert [row.name for row in page.table.rows.rows] == ["Bo Larsen", "Carys Ŵyn"]
    assert page.count.text() == "1 marked, 2 to go, 1 attended"
    go_to("Register")
    press("A")
    assert window.announcer.text() == "Bo Larsen, attended, saved"
    assert focus() is page.table
    assert page.table.current.name == "Carys Ŵyn"


def test_letters_mark_nobody_while_the_keyboard_is_elsewhere(meeting: UUID, office: Office) -> None:
    go_to("Show only who is not yet marked")
    press("A", "N")
    assert {row.state for row in rows(office, meeting).values()} == {State.NOT_MARKED}


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
    assert spoken_cell(window.page().table) == "attended part, Ann Lee"


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


def test_what_was_said_of_one_cell_is_gone_from_it_after_moving_on(
    meeting: UUID, window: MainWindow
) -> None:
    press("A", "Down")
    assert said_in(window.page().table) == ""
    press("Up")
    assert (said_in(window.page().table), spoken_cell(window.page().table)) == (
        "",
        "attended, Ann Lee",
    )


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
    press("Ctrl+K")
    assert name_of(focus()) == "Name"
    type_in("dee")
    press("Return")
    row = rows(office, meeting)["Dee Dunn"]
    assert (row.person_id, row.state, row.is_walk_in) == (known, State.ATTENDED, True)
    assert focus() is window.page().table
    assert window.page().table.current.name == "Dee Dunn"
    assert window.announcer.text() == "Dee Dunn added to the register, attended"


def test_someone_new_walks_in_and_is_known_from_then_on(
    meeting: UUID, window: MainWindow, office: Office
) -> None:
    press("Ctrl+K")
    type_in("Zed Ó Briain")
    press("Return")
    assert rows(office, meeting)["Zed Ó Briain"].state is State.ATTENDED
    assert [person.name for person in office.people.list_("o briain")] == ["Zed Ó Briain"]
    assert window.page().table.current.name == "Zed Ó Briain"


def test_down_chooses_among_those_who_match(meeting: UUID, office: Office) -> None:
    add_person(office, "Dee Adams")
    add_person(office, "Dee Dunn")
    press("Ctrl+K")
    type_in("dee")
    press("Down", "Return")
    assert "Dee Dunn" in rows(office, meeting)
    assert "Dee Adams" not in rows(office, meeting)


def test_a_person_twice_on_a_register_is_refused_in_a_sentence(
    meeting: UUID, office: Office
) -> None:
    press("Ctrl+K")
    type_in("ann")
    press("Return")
    assert error_under("Name").startswith("Ann Lee is on this register already.")
    assert focus().text() == "ann"
    assert len(rows(office, meeting)) == 3
    fill("Name", "Dee Dunn")
    assert not description_of(focus()).startswith("Error")
    press("Return")
    assert "Dee Dunn" in rows(office, meeting)


def test_a_walk_in_has_a_name(meeting: UUID) -> None:
    press("Ctrl+K", "Return")
    assert error_under("Name").startswith("Type the person’s name.")
    press("Escape")
    assert dialog() is None


def test_a_walk_in_is_seen_even_while_only_the_unmarked_are_shown(
    meeting: UUID, window: MainWindow
) -> None:
    go_to("Show only who is not yet marked")
    press("Space", "Ctrl+K")
    type_in("Dee Dunn")
    press("Return")
    assert window.page().table.current.name == "Dee Dunn"


def test_undo_and_redo_say_what_they_do(meeting: UUID, window: MainWindow, office: Office) -> None:
    press("A")
    assert window.actions.words_of("undo") == "Undo: Ann Lee, attended"
    press("Ctrl+Z")
    assert rows(office, meeting)["Ann Lee"].state is State.NOT_MARKED
    assert window.page().table.current.name == "Ann Lee"
    assert window.announcer.text() == "Undone: Ann Lee, attended"
    assert window.actions.words_of("redo") == "Do again: Ann Lee, attended"
    press("Ctrl+Y")
    assert rows(office, meeting)["Ann Lee"].state is State.ATTENDED
    assert window.actions.words_of("redo") == "Do again"


def test_after_undo_the_cell_says_what_was_undone(meeting: UUID, window: MainWindow) -> None:
    press("A", "Ctrl+Z")
    assert said_in(window.page().table) == "Undone: Ann Lee, attended"
    assert spoken_cell(window.page().table) == "not yet marked, Ann Lee"


def test_somebody_put_there_by_mistake_is_taken_off_after_a_question(
    meeting: UUID, office: Office
) -> None:
    press("Ctrl+Del")
    assert words_of(dialog()).startswith("Take Ann Lee off this register?")
    press("Return")
    assert "Ann Lee" in rows(office, meeting), "Enter must be the safe answer"
    press("Ctrl+Del")
    answer("Take off")
    assert "Ann Lee" not in rows(office, meeting)


def test_making_claims_lands_on_them_and_a_second_run_adds_nothing(
    meeting: UUID, window: MainWindow, office: Office
) -> None:
    press("A", "Down", "A", "Down", "N", "Ctrl+M")
    assert window.page().title.text() == "Claims: Transport Design Group, 9 May 2026"
    claims = window.page().table.rows.rows
    assert sorted(row.person for row in claims) == ["Ann Lee", "Bo Larsen"]
    assert focus() is window.page().table
    assert "2 people drafted" in window.announcer.text()
    press("Ctrl+R")
    assert window.page().title.text().startswith("Register")
    press("Ctrl+M")
    assert "nothing new" in window.announcer.text()
    assert len(office.claims.list_()) == 2


def test_claims_can_be_made_for_some_after_a_question(meeting: UUID, office: Office) -> None:
    press("A", "Ctrl+M")
    assert words_of(dialog()).startswith("2 people are not yet marked.")
    press("Escape")
    assert office.claims.list_() == []
    press("Ctrl+M")
    answer("Make claims")
    assert [row.person for row in office.claims.list_()] == ["Ann Lee"]


def test_one_person_left_is_not_called_people(meeting: UUID) -> None:
    press("A", "Down", "A", "Ctrl+M")
    assert words_of(dialog()).startswith("1 person is not yet marked.")
    press("Escape")


def test_claims_from_a_register_nobody_is_on_are_refused_in_a_sentence(
    meeting: UUID, office: Office
) -> None:
    press("N", "Down", "N", "Down", "N", "Ctrl+M")
    assert words_of(dialog()) == "Nobody is marked as there yet, so there is nothing to claim."
    press("Escape")
    assert dialog() is None


def test_a_group_without_a_policy_is_told_so_when_claims_are_made(
    window: MainWindow, office: Office
) -> None:
    ann = add_person(office)
    group = add_group(office, ann, policy=None)
    meeting = add_meeting(office, group)
    mark(office, meeting, ann)
    press("Ctrl+2", "Return", "Ctrl+M")
    assert "has no pay policy" in words_of(dialog())
    press("Return")


def test_another_register_starts_with_everybody_shown(
    meeting: UUID, group: UUID, window: MainWindow, office: Office
) -> None:
    add_meeting(office, group, date(2026, 5, 10))
    go_to("Show only who is not yet marked")
    press("Space", "Ctrl+2", "F5", "Up", "Return")
    assert "10 May 2026" in window.page().title.text()
    assert not window.page().only_open.isChecked()


def test_what_is_marked_elsewhere_is_seen_after_reading_again(
    meeting: UUID, window: MainWindow, office: Office
) -> None:
    bo = rows(office, meeting)["Bo Larsen"].person_id
    assert line_of(office, meeting, bo)
    mark(office, meeting, bo)
    press("F5")
    assert window.page().count.text() == "1 marked, 2 to go, 1 attended"
