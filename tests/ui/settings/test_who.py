"""Several people, one login: Alongside asks who is at the keyboard, and the history names them."""

import pytest

import builders as b
from alongside import settings
from alongside.office import Office
from alongside_ui.main_window import MainWindow
from ui.hands import (
    answer,
    choose,
    dialog,
    error_under,
    fill,
    focus,
    go_to,
    name_of,
    press,
    settle,
    type_in,
)


@pytest.fixture
def shared(office: Office, bare_window: MainWindow) -> MainWindow:
    """Give the window just opened on a shared login, where Jo and Sam worked before."""
    office.sign_as("Jo")
    b.add_person(office)
    office.sign_as("Sam")
    b.add_person(office, "Bo Larsen")
    bare_window.preferences.change(is_shared=True)
    bare_window.show_office(office)
    settle()
    return bare_window


def at_the_foot(window: MainWindow) -> str:
    return window.foot.who.text()


def test_one_person_s_login_asks_nothing(window: MainWindow):
    assert dialog() is None
    assert at_the_foot(window) == "Sam"


def test_a_shared_login_asks_and_offers_who_was_there_last(shared: MainWindow, office: Office):
    assert dialog().windowTitle() == "Who is at the keyboard?"
    assert (name_of(focus()), focus().currentText()) == ("Name", "Sam")
    choose("Name", "Jo")
    press("Return")
    assert dialog() is None
    assert at_the_foot(shared) == "Jo"
    assert shared.announcer.text() == "The history names you Jo from now on"
    b.add_person(office, "Devi Rao")
    assert office.history.list_()[0].who == "Jo"


def test_somebody_new_types_their_name(shared: MainWindow, office: Office, settings_file):
    choose("Name", "somebody else")
    go_to("Your name")
    press("Return")
    assert error_under("Your name").startswith("Type your name.")
    type_in(" Devi  Rao ")
    press("Return")
    assert office.who == at_the_foot(shared) == "Devi Rao"
    assert settings.load(settings_file).who == "Devi Rao"


def test_nobody_s_name_is_taken_from_the_last_time(shared: MainWindow):
    press("Escape")
    assert shared.preferences.settings.who == "Sam"
    assert shared.preferences.signature == ""


def test_a_change_of_hands_is_a_command_and_undo_still_works(window: MainWindow, office: Office):
    b.add_person(office)
    press("Ctrl+Shift+U")
    choose("Name", "somebody else")
    fill("Your name", "Jo")
    press("Return", "Ctrl+Z")
    assert office.people.list_() == []
    line = office.history.list_()[0]
    assert (line.who, line.words) == ("Jo", "Undone: Ann Lee added")


def test_without_any_names_one_is_typed(window: MainWindow):
    press("Ctrl+Shift+U")
    assert name_of(focus()) == "Your name"
    type_in("Jo")
    press("Escape")
    answer("Throw away")
    assert at_the_foot(window) == "Sam"


def test_sharing_is_ticked_in_the_settings(window: MainWindow, settings_file):
    press("Ctrl+8")
    go_to("Several people use this login")
    press("Space")
    assert settings.load(settings_file).is_shared
    fill("Your name in the history", "Jo")
    press("Tab")
    assert at_the_foot(window) == "Jo"
