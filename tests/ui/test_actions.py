"""Commands: each in a menu with a letter, enabled while somebody answers, reached by its key."""

import pytest
from PySide6.QtWidgets import QLineEdit, QMenu

from alongside_ui.actions import Section, commands
from alongside_ui.main_window import MainWindow
from ui.hands import focus, press, type_in


def menus(window: MainWindow) -> list[QMenu]:
    return [action.menu() for action in window.menuBar().actions()]


def test_every_command_stands_in_its_menu(bare_window: MainWindow):
    found = {
        menu.accessibleName(): [action.objectName() for action in menu.actions()]
        for menu in menus(bare_window)
    }
    wanted = {
        section.words: [command.id for command in commands() if command.section is section]
        for section in Section
    }
    assert found == wanted


def test_each_command_of_a_menu_has_a_letter_of_its_own(bare_window: MainWindow):
    for menu in menus(bare_window):
        letters = [action.text().partition("&")[2][:1].casefold() for action in menu.actions()]
        assert "" not in letters, menu.accessibleName()
        assert len(set(letters)) == len(letters), menu.accessibleName()


def test_only_what_somebody_answers_can_be_chosen(bare_window: MainWindow):
    actions = bare_window.actions
    assert actions["quit"].isEnabled()
    assert not actions["undo"].isEnabled()
    actions.answer({"add": lambda: None})
    assert actions["add"].isEnabled()
    actions.answer({})
    assert not actions["add"].isEnabled()


def test_a_page_answers_before_the_window_does(bare_window: MainWindow):
    done: list[str] = []
    bare_window.actions.answer_always({"add": lambda: done.append("window")})
    bare_window.actions.answer({"add": lambda: done.append("page")})
    press("Ctrl+N")
    bare_window.actions.answer({})
    press("Ctrl+N")
    assert done == ["page", "window"]


def test_what_nobody_answers_does_nothing(bare_window: MainWindow):
    bare_window.actions.perform("add")
    press("Ctrl+N")


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Undo: Ann Lee, attended", "Undo: Ann Lee, attended"),
        ("Undo: Bread & butter added", "Undo: Bread & butter added"),
    ],
)
def test_a_command_can_have_other_words_and_keeps_its_letter(
    bare_window: MainWindow, words: str, shown: str
):
    letter = bare_window.actions["undo"].text().partition("&")[2][:1]
    bare_window.actions.reword("undo", words)
    assert bare_window.actions.words_of("undo") == shown
    assert bare_window.actions["undo"].text().startswith(f"&{letter}")


@pytest.mark.parametrize("words", ["Done & dusted, once more", "A & B again"])
def test_a_letter_after_an_ampersand_of_the_words_stays_in_its_place(
    bare_window: MainWindow, words: str
):
    bare_window.actions.reword("refresh", words)
    assert bare_window.actions.words_of("refresh") == words


def test_a_letter_of_the_register_is_typed_as_a_letter_elsewhere(window: MainWindow):
    press("Ctrl+3")
    assert isinstance(focus(), QLineEdit)
    type_in("anpoly")
    assert focus().text() == "anpoly"


def test_a_menu_is_opened_by_its_letter_and_a_command_by_the_command_s(window: MainWindow):
    press("Ctrl+3", "Alt+G")
    menu = next(menu for menu in menus(window) if menu.accessibleName() == "Go")
    assert menu.isVisible()
    letter = window.actions["groups"].text().partition("&")[2][:1]
    press(letter.upper())
    assert window.page().title.text() == "Groups"
    assert not menu.isVisible()
