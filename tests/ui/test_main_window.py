"""The frame by keyboard: every way through, back, the parts of the window, sizes of text, help."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

import builders as b
from alongside import settings
from alongside.office import Office
from alongside_ui.actions import commands
from alongside_ui.help.dialog import HelpDialog
from alongside_ui.main_window import MainWindow
from alongside_ui.ways import WAYS
from ui.hands import dialog, focus, name_of, press, settle


@pytest.fixture
def filled(office: Office, bare_window: MainWindow) -> MainWindow:
    """Give the window on records with a group and somebody in it, on today."""
    b.add_group(office, b.add_person(office))
    bare_window.show_office(office)
    settle()
    press("Ctrl+1")
    return bare_window


def help_window(window: MainWindow) -> HelpDialog:
    found = [child for child in window.findChildren(HelpDialog) if child.isVisible()]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(("number", "way"), list(enumerate(WAYS, 1)))
def test_each_way_through_has_its_number(filled: MainWindow, number: int, way: str):
    press(f"Ctrl+{number}")
    words = filled.actions.words_of(way)
    assert filled.page().title.text().startswith(words)
    assert filled.windowTitle().startswith(words)
    assert filled.ways.currentItem().text() == words


def test_back_leads_to_the_page_before(filled: MainWindow):
    press("Ctrl+3", "Ctrl+4", "Alt+Left")
    assert filled.page().title.text() == "People"
    press("Alt+Left")
    assert filled.page().title.text().startswith("Today")


def test_f6_goes_to_the_ways_and_back_into_the_page(filled: MainWindow):
    press("Ctrl+3", "F6")
    assert name_of(focus()) == "Ways through"
    press("Down")
    assert filled.page().title.text() == "Groups"
    assert name_of(focus()) == "Ways through"
    press("F6")
    assert focus() is filled.page().table


def test_a_page_gets_the_keyboard_without_the_ways_having_it_in_between(
    filled: MainWindow, qapp: QApplication
):
    had_it: list[QWidget] = []
    qapp.focusChanged.connect(lambda _old, new: had_it.append(new))
    press("Ctrl+3", "Ctrl+4", "Ctrl+3")
    assert had_it
    assert filled.ways not in had_it


def test_a_page_gets_the_keyboard_though_what_had_it_there_is_off_now(filled: MainWindow):
    press("Ctrl+3")
    page = filled.page()
    button = next(b for b in page.findChildren(QPushButton) if b.isEnabled())
    button.setFocus()
    press("Ctrl+4")
    button.setEnabled(False)
    press("Ctrl+3")
    assert focus() is page.first_focus()


def test_undo_and_redo_say_in_the_menu_what_they_would_do(filled: MainWindow):
    assert filled.actions.words_of("undo").startswith("Undo: ")
    undone = filled.actions.words_of("undo").removeprefix("Undo: ")
    press("Ctrl+Z")
    assert filled.announcer.text() == f"Undone: {undone}"
    assert filled.actions.words_of("redo") == f"Do again: {undone}"
    press("Ctrl+Y")
    assert filled.announcer.text() == f"Done again: {undone}"


def test_the_size_of_text_changes_at_once_and_is_kept(filled: MainWindow, settings_file: Path):
    before = filled.fontMetrics().height()
    press("Ctrl++", "Ctrl++")
    assert filled.fontMetrics().height() > before
    assert filled.announcer.text() == "Text at 130 per cent"
    assert settings.load(settings_file).text_size == 130
    press("Ctrl+-", "Ctrl+0")
    assert filled.fontMetrics().height() == before
    assert settings.load(settings_file).text_size == 100


def test_f1_opens_the_help_of_the_page_and_escape_closes_it(filled: MainWindow):
    press("Ctrl+3", "F1")
    assert help_window(filled).windowTitle() == "Help: People"
    press("Escape")
    settle()
    assert not [child for child in filled.findChildren(HelpDialog) if child.isVisible()]


def test_f1_in_a_dialog_opens_the_help_of_the_dialog(filled: MainWindow):
    press("Ctrl+3", "Ctrl+N", "F1")
    shown = [child for child in dialog().findChildren(HelpDialog) if child.isVisible()]
    assert [child.windowTitle() for child in shown] == ["Help: People"]
    shown[0].close()
    press("Escape")


def test_the_keyboard_page_lists_every_command_that_has_keys(filled: MainWindow):
    press("Ctrl+F1")
    page = help_window(filled)
    text = page.browser.toPlainText()
    for command in commands():
        if command.shortcut:
            assert command.words.removesuffix("…") in text
    page.close()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_f10_goes_to_the_menus(filled: MainWindow):
    press("F10")
    assert filled.menuBar().activeAction() is filled.menuBar().actions()[0]
    press("Escape")
