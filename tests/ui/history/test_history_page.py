"""The history by keyboard: looked through, opened, printed, for one record; undo from there."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter

import builders as b
from alongside.domain.change import Kind
from alongside.office import Office
from alongside.services.history_wanted import HistoryFilter
from alongside_ui.main_window import MainWindow
from alongside_ui.widgets.paper_to_printer import to_printer
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
    settle,
    spoken_cell,
    type_in,
    words_of,
)


@pytest.fixture
def ann(office: Office) -> object:
    return b.add_person(office, phone="0161 496 0000")


@pytest.fixture
def page(ann: object, office: Office, clock, window: MainWindow) -> MainWindow:
    """Give the window on the history of two people, added on two days."""
    clock.set(date(2026, 5, 13))
    b.add_person(office, "Carys Ŵyn")
    press("Ctrl+7")
    return window


def listed(window: MainWindow) -> list[str]:
    return [row.words for row in window.page().table.rows.rows]


def test_every_change_is_listed_with_who_and_when(page: MainWindow):
    row = page.page().table.rows.rows[1]
    assert (row.who, row.when) == ("Sam", "12 May 2026, 16:00")
    press("Down")
    assert spoken_cell(focus()) == "12 May 2026, 16:00, Sam: Ann Lee added"


def test_undo_from_the_history_adds_its_own_line(page: MainWindow, office: Office):
    press("Ctrl+Z")
    assert listed(page)[0] == "Undone: Carys Ŵyn added"
    assert [row.name for row in office.people.list_()] == ["Ann Lee"]


def test_words_are_found_as_they_are_typed(page: MainWindow):
    press("Ctrl+F")
    assert name_of(focus()) == "Words to find"
    type_in("wyn")
    assert listed(page) == ["Carys Ŵyn added"]
    assert page.page().count.text() == "1 line"
    press("Down")
    assert spoken_cell(focus()).endswith("Carys Ŵyn added")
    press("Ctrl+F", "Escape")
    assert len(listed(page)) == 2


def test_a_kind_a_name_and_days_narrow_the_list(page: MainWindow):
    press("Shift+Tab", "Ctrl+F")
    choose("Kind of thing", "claims")
    assert listed(page) == []
    choose("Kind of thing", "people")
    fill("Who", "jo")
    assert listed(page) == []
    fill("Who", "sam")
    fill("From day", "13/5/2026")
    press("Tab")
    assert listed(page) == ["Carys Ŵyn added"]


def test_what_is_no_day_is_said_and_stays_to_be_put_right(page: MainWindow):
    press("Ctrl+F")
    fill("From day", "soon")
    press("Return")
    assert "“soon” is not a date" in error_under("From day")
    assert page.page().fields.error.isVisible()
    fill("From day", "13/5/2026")
    fill("To day", "12/5/2026")
    press("Return")
    assert error_under("To day") == "The last day cannot be before the first."
    press("Ctrl+A", "Del", "Return")
    assert not page.page().fields.error.isVisible()
    press("Tab", "Shift+Tab")  # while the keyboard is there, it may say what was found
    assert description_of(focus()).startswith("For example")
    assert listed(page) == ["Carys Ŵyn added"]


def test_enter_says_what_changed(page: MainWindow):
    press("Down", "Return")
    assert dialog().windowTitle() == "What changed"
    assert dialog().accessibleDescription() == "12 May 2026, 16:00, Sam: Ann Lee added"
    assert spoken_cell(focus()) == "Ann Lee. Added: person"
    press("Down", "Down")
    assert spoken_cell(focus()) == "Ann Lee. Telephone: 0161 496 0000"
    press("Escape")
    assert dialog() is None
    assert spoken_cell(focus()).endswith("Ann Lee added")


def test_a_line_that_changed_nothing_says_so(page: MainWindow, office: Office, tmp_path: Path):
    office.forms.to_folder([], tmp_path / "forms")
    meeting = b.add_marked_meeting(office, b.add_group(office, *_people(office)), *_people(office))
    office.claims.make(meeting)
    office.forms.to_folder([row.id for row in office.claims.list_()], tmp_path / "forms")
    press("F5", "Home", "Ctrl+Home", "Return")
    assert "printed to the folder" in dialog().accessibleDescription()
    assert description_of(focus()).startswith("This changed nothing in the records.")
    press("Escape")


def _people(office: Office) -> list:
    return [row.id for row in office.people.list_()]


def test_one_person_s_history_is_shown_from_their_page_and_left_again(page: MainWindow):
    press("Ctrl+3")
    type_in("ann")
    press("Down", "Ctrl+H")
    assert page.page().title.text() == "History of Ann Lee"
    assert listed(page) == ["Ann Lee added"]
    answer("Show the whole history")
    assert page.page().title.text() == "History"
    assert len(listed(page)) == 2
    press("Alt+Left")
    assert page.page().title.text() == "People"


def test_what_was_looked_for_before_does_not_hide_a_record_s_history(page: MainWindow):
    press("Ctrl+F")
    type_in("wyn")
    press("Ctrl+3")
    type_in("ann")
    press("Down", "Ctrl+H")
    assert listed(page) == ["Ann Lee added"]


@pytest.mark.parametrize(
    ("keys", "title"),
    [
        (("Ctrl+4",), "History of Transport Design Group"),
        (("Ctrl+2",), "History of Transport Design Group, 9 May 2026"),
        (("Ctrl+5",), "History of claim 2026-0001"),
        (("Ctrl+5", "Return"), "History of claim 2026-0001"),
    ],
)
def test_groups_meetings_and_claims_lead_to_theirs(
    ann: object, office: Office, window: MainWindow, keys: tuple[str, ...], title: str
):
    office.claims.make(b.add_marked_meeting(office, b.add_group(office, ann), ann))
    press("F5", *keys, "Ctrl+H")
    assert window.page().title.text() == title
    assert 0 < len(listed(window)) < len(office.history.list_())


def test_the_list_is_printed_to_a_file_with_what_was_looked_for(page: MainWindow, tmp_path: Path):
    press("Ctrl+F")
    type_in("wyn")
    press("Ctrl+Shift+P")
    assert dialog().windowTitle() == "Print the list"
    text = go_to("The list as text")
    assert "Words: wyn" in text.toPlainText()
    assert "Ann Lee" not in text.toPlainText()
    fill("Folder", str(tmp_path / "lists"))
    press("Return")
    assert dialog() is None
    file = tmp_path / "lists" / "History 2026-05-13 09.00.pdf"
    assert file.read_bytes().startswith(b"%PDF")
    assert page.announcer.text() == f"1 line of the history printed to {file}"
    press("Ctrl+F", "Escape")
    assert listed(page)[0] == page.announcer.text()


def test_the_list_can_be_in_another_format(page: MainWindow, tmp_path: Path):
    press("Ctrl+Shift+P")
    choose("Format", "plain text")
    fill("Folder", str(tmp_path / "lists"))
    press("Return")
    (file,) = (tmp_path / "lists").iterdir()
    assert file.name == "History 2026-05-13 09.00.txt"
    assert "Ann Lee added" in file.read_text(encoding="utf-8-sig")


def test_a_folder_for_the_list_has_to_be_chosen(page: MainWindow):
    press("Ctrl+Shift+P")
    fill("Folder", "")
    press("Return")
    assert error_under("Folder").startswith("Choose the folder for the list.")
    press("Escape")
    answer("Throw away")


def test_with_nothing_in_the_list_there_is_nothing_to_print(page: MainWindow):
    press("Ctrl+F")
    type_in("nobody")
    press("Ctrl+Shift+P")
    assert dialog() is None
    assert page.announcer.text() == "There are no lines to print here."


def test_the_list_goes_to_a_printer(page: MainWindow, office: Office, tmp_path: Path):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printer.pdf"))
    paper = office.history.paper(HistoryFilter(kind=Kind.PERSON))
    to_printer(page.operations, page, [paper.pages], printer)
    assert (tmp_path / "printer.pdf").read_bytes().startswith(b"%PDF")
    assert page.announcer.text() == "1 page printed"


@pytest.mark.qt_log_ignore("QPainter::begin")
@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_said(page: MainWindow, office: Office, tmp_path: Path):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "no such folder" / "printer.pdf"))
    to_printer(page.operations, page, [office.history.paper(HistoryFilter()).pages], printer)
    settle()
    assert "print to a folder instead" in words_of(dialog())
    press("Escape")


def test_a_form_printed_to_a_folder_is_in_the_history_at_once(
    ann: object, office: Office, window: MainWindow, tmp_path: Path
):
    office.claims.make(b.add_marked_meeting(office, b.add_group(office, ann), ann))
    press("F5", "Ctrl+7", "Ctrl+5", "Ctrl+P")
    fill("Folder", str(tmp_path / "forms"))
    press("Return", "Ctrl+7")
    assert listed(window)[0] == (f"Claim form 2026-0001 printed to the folder {tmp_path / 'forms'}")
