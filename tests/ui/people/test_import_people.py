"""People come in from a spreadsheet by keyboard; nothing happens before it is agreed to."""

import pytest

from alongside.office import Office
from alongside_ui.main_window import MainWindow
from ui.hands import (
    answer,
    choose,
    description_of,
    dialog,
    error_under,
    fill,
    focus,
    go_to,
    press,
    spoken_cell,
    words_of,
)

LIST = "Full name,Tel,What\nAnn Lee,0115 496 0001,x\nNew Person,0115 496 0002,y\nBo Larsen,1,z\n"


@pytest.fixture
def listed(people: MainWindow, tmp_path) -> MainWindow:
    """Open the dialog, with the path of a list typed in."""
    (tmp_path / "members.csv").write_text(LIST, encoding="utf-8")
    press("Ctrl+Shift+M")
    assert dialog().windowTitle() == "Import people"
    fill("File with the list", str(tmp_path / "members.csv"))
    return people


def test_a_list_comes_in_by_keyboard(listed: MainWindow, office: Office) -> None:
    press("Return")
    assert dialog().windowTitle() == "What stands in each column?"
    assert dialog().form["column 0"].currentText() == "name in full"
    assert dialog().form["column 2"].currentText() == "left out"
    choose("They join", "Transport")
    press("Return")
    assert dialog().windowTitle() == "What comes in"
    assert spoken_cell(focus()) == "Ann Lee, left out: is here already"
    press("Down")
    assert spoken_cell(focus()) == "New Person, comes in"
    assert "New Person" not in [row.name for row in office.people.list_()]
    answer("Import 1 person")
    assert dialog() is None
    assert focus() is listed.page().table
    assert listed.announcer.text() == "1 person came in from a list"
    assert [row.groups for row in office.people.list_("new")] == ["Transport Design Group"]
    press("Ctrl+Z")
    assert office.people.list_("new") == []


def test_going_back_keeps_what_was_chosen_and_can_take_namesakes_in(
    listed: MainWindow, office: Office
) -> None:
    press("Return", "Return")
    answer("Back to the columns")
    go_to("People of the same name too")
    press("Space", "Return")
    answer("Import 2 people")
    assert len(office.people.list_("bo larsen")) == 2


def test_escape_leads_back_step_by_step_and_nothing_typed_is_lost(listed: MainWindow) -> None:
    press("Return", "Return", "Escape")
    assert dialog().windowTitle() == "What stands in each column?"
    press("Escape")
    assert dialog().windowTitle() == "Import people"
    press("Return")
    assert dialog().windowTitle() == "What stands in each column?"


def test_a_column_of_names_is_asked_for_where_it_is_chosen(listed: MainWindow) -> None:
    press("Return")
    choose("Full name", "left out")
    press("Return")
    assert "which column has the names" in error_under("Full name")


def test_a_file_that_cannot_be_read_is_said_under_its_field(people: MainWindow, tmp_path) -> None:
    press("Ctrl+Shift+M", "Return")
    assert "Choose the file" in error_under("File with the list")
    fill("File with the list", str(tmp_path / "list.ods"))
    press("Return")
    assert "Save it as .xlsx or .csv first" in error_under("File with the list")


def test_some_of_what_is_in_a_column_is_read_with_it(listed: MainWindow) -> None:
    press("Return")
    assert "For example: Ann Lee; New Person" in description_of(go_to("Full name"))


def test_nobody_new_leaves_the_button_off(people: MainWindow, tmp_path, office: Office) -> None:
    (tmp_path / "one.csv").write_text("Name,Tel\nAnn Lee,0115 496 0001\n", encoding="utf-8")
    press("Ctrl+Shift+M")
    fill("File with the list", str(tmp_path / "one.csv"))
    press("Return", "Return")
    assert not dialog()._import.isEnabled()


def test_somebody_who_left_is_redacted_once_that_is_agreed_to(
    people: MainWindow, office: Office
) -> None:
    press("Down", "Ctrl+Shift+X")
    assert "Only somebody who left or died" in words_of(dialog())
    press("Escape", "Return")
    choose("Status", "left")
    press("Return", "Ctrl+Shift+X")
    asked = words_of(dialog())
    assert "Take Ann Lee out of the records?" in asked
    assert "cannot be undone" in asked
    assert "Backups made before" in asked
    press("Return")
    assert office.people.list_("ann")
    press("Ctrl+Shift+X")
    answer("Redact")
    assert not office.people.list_("ann")
    assert "taken out of the records" in people.announcer.text()
