"""From the register on: undo, taking somebody off, claims in one step."""

from uuid import UUID

from alongside.domain.meetings import State
from alongside.office import Office
from alongside.services.attendance import AttendanceRow
from alongside_ui.main_window import MainWindow
from builders import add_group, add_meeting, add_person, mark
from ui.hands import (
    answer,
    dialog,
    focus,
    press,
    said_in,
    spoken_cell,
    words_of,
)

Names = dict[str, AttendanceRow]


def rows(office: Office, meeting: UUID) -> Names:
    return {row.name: row for row in office.attendance.list_for(meeting).rows}


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
