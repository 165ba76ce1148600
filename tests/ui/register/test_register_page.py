"""The register by keyboard: letters mark, each mark is saved when made, and is spoken."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtWidgets import QCheckBox

from alongside.domain.meetings import State
from alongside.office import Office
from alongside.services.attendance import AttendanceRow
from alongside_ui.main_window import MainWindow
from builders import add_meeting, line_of, mark
from ui.hands import (
    focus,
    go_to,
    press,
    said_in,
    spoken_cell,
)

Names = dict[str, AttendanceRow]


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
    here = ", 13:00 to 15:30" if state.is_present else ""
    assert spoken_cell(window.page().table) == f"{state.words}, Ann Lee{here}"
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
    box = go_to("Only who is not yet marked")
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
    go_to("Only who is not yet marked")
    press("A", "N")
    assert {row.state for row in rows(office, meeting).values()} == {State.NOT_MARKED}


def test_what_was_said_of_one_cell_is_gone_from_it_after_moving_on(
    meeting: UUID, window: MainWindow
) -> None:
    press("A", "Down")
    assert said_in(window.page().table) == ""
    press("Up")
    assert (said_in(window.page().table), spoken_cell(window.page().table)) == (
        "",
        "attended, Ann Lee, 13:00 to 15:30",
    )


def test_another_register_starts_with_everybody_shown(
    meeting: UUID, group: UUID, window: MainWindow, office: Office
) -> None:
    add_meeting(office, group, date(2026, 5, 10))
    go_to("Only who is not yet marked")
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
