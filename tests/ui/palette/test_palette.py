"""Ctrl+K: what one wants to do is typed, found, said, and done from where one was."""

from PySide6.QtWidgets import QLineEdit

import builders as b
from alongside.domain.meetings import State
from alongside.office import Office
from alongside_ui.main_window import MainWindow
from alongside_ui.palette.dialog import PaletteDialog, entries_of
from alongside_ui.palette.find import find
from ui.hands import description_of, dialog, focus, name_of, press, type_in


def opened() -> PaletteDialog:
    box = dialog()
    assert isinstance(box, PaletteDialog)
    return box


def shown() -> list[str]:
    found = opened().list
    return [found.item(row).text() for row in range(found.count())]


def test_the_keyboard_is_in_the_line_and_every_command_is_listed(window: MainWindow):
    press("Ctrl+K")
    assert isinstance(focus(), QLineEdit)
    assert name_of(focus()) == "What to do"
    assert len(shown()) == len(window.actions.commands) - 1
    press("Escape")


def test_typing_finds_and_enter_does_it(window: MainWindow):
    press("Ctrl+K")
    type_in("peo")
    assert shown()[0] == "People, Ctrl+3"
    assert description_of(focus()).startswith("4 things to do, first People, Ctrl+3")
    press("Return")
    assert dialog() is None
    assert window.page().title.text() == "People"


def test_other_words_and_any_order_find_too(window: MainWindow):
    entries = entries_of(window.actions)

    def first(typed: str) -> str:
        return find(typed, entries)[0].id

    assert first("zoom in") == "larger"
    assert first("SÉARCH") == "find"
    assert first("who came") == "register"
    assert first("claims make") == "make_claims"
    assert find("xylophone", entries) == []


def test_arrows_choose_without_leaving_the_line(window: MainWindow):
    press("Ctrl+K")
    type_in("text")
    press("Down")
    assert isinstance(focus(), QLineEdit)
    size = window.preferences.settings.text_size
    words = opened().list.currentItem().text()
    assert words.startswith("Smaller text")
    press("Up", "Return")
    assert window.preferences.settings.text_size > size
    window.preferences.change(text_size=100)


def test_what_cannot_be_done_here_says_where_it_can(window: MainWindow):
    press("Ctrl+K")
    type_in("apologies")
    assert shown() == ["Apologies (not on this page)"]
    press("Return")
    assert description_of(focus()).startswith("“Apologies” cannot be done here. Open a register")
    press("Escape")


def test_nothing_found_is_said(window: MainWindow):
    press("Ctrl+K")
    type_in("xylophone")
    assert description_of(focus()) == "Nothing is called that. Try other words, or F1 for help."
    press("Return", "Escape")


def test_a_mark_is_made_on_the_person_one_was_on(office: Office, window: MainWindow):
    ann, bo = b.add_person(office, "Ann Lee"), b.add_person(office, "Bo Larsen")
    meeting = b.add_meeting(office, b.add_group(office, ann, bo))
    window.go("register", meeting)
    press("Down", "Ctrl+K")
    type_in("attended")
    press("Return")
    states = {row.name: row.state for row in office.attendance.list_for(meeting).rows}
    assert states == {"Ann Lee": State.NOT_MARKED, "Bo Larsen": State.ATTENDED}
    assert focus() is window.page().table
