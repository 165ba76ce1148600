"""The history by keyboard: who did what and when, newest first; undo from there."""

import builders as b
from alongside.office import Office
from alongside_ui.main_window import MainWindow
from ui.hands import focus, press, settle, spoken_cell


def test_every_change_is_listed_with_who_and_when(office: Office, bare_window: MainWindow):
    b.add_person(office)
    bare_window.show_office(office)
    settle()
    press("Ctrl+6")
    row = bare_window.page().table.rows.rows[0]
    assert (row.who, row.when) == ("Sam", "12 May 2026, 16:00")
    assert row.words.endswith("added")
    assert spoken_cell(focus()) == f"{row.when}, Sam: {row.words}"


def test_undo_from_the_history_adds_its_own_line(office: Office, bare_window: MainWindow):
    b.add_person(office)
    bare_window.show_office(office)
    settle()
    press("Ctrl+6", "Ctrl+Z")
    assert bare_window.page().table.rows.rows[0].words.startswith("Undone: ")
    assert office.people.list_() == []
