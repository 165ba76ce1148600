"""People by keyboard: found as a name is typed, added with only a name, corrected, rewarded."""

import pytest

from alongside.office import Office
from alongside_ui.main_window import MainWindow
from ui.hands import (
    answer,
    choose,
    description_of,
    dialog,
    focus,
    go_to,
    name_of,
    press,
    spoken_cell,
    type_in,
    words_of,
)


def names(window: MainWindow) -> list[str]:
    return [row.name for row in window.page().table.rows.rows]


def test_the_keyboard_starts_where_a_name_is_typed(people: MainWindow) -> None:
    assert name_of(focus()) == "Name to find"
    assert people.page().count.text() == "4 people"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("wyn", ["Carys Ŵyn"]),
        ("ŴYN", ["Carys Ŵyn"]),
        ("nunez", ["José Núñez"]),
        ("annie", ["Ann Lee"]),
        ("la bo", ["Bo Larsen"]),
        ("nobody", []),
    ],
)
def test_people_are_found_as_a_name_is_typed(
    people: MainWindow, typed: str, found: list[str]
) -> None:
    type_in(typed)
    assert names(people) == found


def test_how_many_were_found_is_shown(people: MainWindow) -> None:
    type_in("wyn")
    assert people.page().count.text() == "1 person"


def test_escape_clears_what_was_typed(people: MainWindow) -> None:
    type_in("wyn")
    press("Escape")
    assert len(names(people)) == 4
    assert name_of(focus()) == "Name to find"


@pytest.mark.parametrize("key", ["Down", "Return"])
def test_down_and_enter_go_to_the_list(people: MainWindow, key: str) -> None:
    type_in("wyn")
    press(key)
    assert focus() is people.page().table
    assert spoken_cell(people.page().table).startswith("Carys Ŵyn")


def test_ctrl_f_goes_back_to_finding(people: MainWindow) -> None:
    press("Down", "Ctrl+F")
    assert name_of(focus()) == "Name to find"


def test_a_row_says_the_name_first_and_then_what_is_in_the_list(people: MainWindow) -> None:
    press("Down")
    spoken = spoken_cell(people.page().table)
    assert spoken == "Ann Lee (Annie), active, Transport Design Group"


def test_only_active_people_can_be_shown(people: MainWindow, office: Office) -> None:
    press("Down", "Return")
    choose("Status", "left")
    press("Return")
    go_to("Only who is active")
    press("Space")
    assert "Ann Lee" not in names(people)


def test_removing_is_asked_and_can_be_undone(people: MainWindow) -> None:
    press("Down", "Down", "Ctrl+Del")
    assert words_of(dialog()).startswith("Remove Bo Larsen?")
    answer("Remove")
    assert "Bo Larsen" not in names(people)
    assert focus() is people.page().table
    press("Ctrl+Z")
    assert "Bo Larsen" in names(people)


def test_somebody_in_a_group_is_not_removed_and_a_sentence_says_why(people: MainWindow) -> None:
    press("Down", "Ctrl+Del")
    answer("Remove")
    assert "is in a group" in words_of(dialog())
    press("Escape")
    assert "Ann Lee" in names(people)


def test_a_command_with_nobody_in_the_list_says_what_to_do_first(people: MainWindow) -> None:
    type_in("nobody")
    press("Ctrl+U")
    assert dialog() is None
    assert people.announcer.text() == "Choose a person in the list first."


def test_an_empty_list_says_what_to_do_next(people: MainWindow) -> None:
    type_in("nobody")
    assert "Ctrl+N adds a person" in description_of(people.page().table)
