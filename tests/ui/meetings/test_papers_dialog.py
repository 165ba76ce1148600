"""Papers of a meeting by keyboard: chosen, seen or read, filled in, to a folder or a printer."""

import re
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QMessageBox, QPlainTextEdit

from alongside.domain.meeting_sheets import MeetingPaper
from alongside.office import Office
from alongside.services.meeting_paper_requests import PrintPaper
from alongside_ui.main_window import MainWindow
from alongside_ui.widgets.paper_to_printer import to_printer
from builders import add_group, add_meeting, add_person
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
    words_of,
)

JUNE_9 = date(2026, 6, 9)


@pytest.fixture
def meeting(window: MainWindow, office: Office) -> UUID:
    """Return a meeting that two people are invited to, and show the page of meetings."""
    ann = add_person(office, access_requirements="a hearing loop")
    found = add_meeting(
        office, add_group(office, ann, add_person(office, "Bo Larsen")), JUNE_9, place="Town Hall"
    )
    press("Ctrl+2")
    return found


def text() -> str:
    """Return the paper that the dialog shows, as text."""
    (shown,) = [box for box in dialog().findChildren(QPlainTextEdit) if box.isReadOnly()]
    return shown.toPlainText()


def leave() -> None:
    press("Escape")
    if dialog() is not None:
        answer("Throw away")


@pytest.mark.usefixtures("meeting")
def test_a_register_to_sign_is_seen_read_and_written_to_a_folder(
    window: MainWindow, tmp_path: Path
) -> None:
    press("Ctrl+Shift+J")
    assert dialog().windowTitle() == "Print papers for the meeting"
    assert name_of(focus()) == "Paper"
    choose("Show", "as text")
    assert "Ann Lee" in go_to("The paper as text").toPlainText()
    assert "Time in" not in text()
    go_to("Ask for times")
    press("Space")
    assert "Time in" in text()
    fill("Folder", str(tmp_path / "june"))
    press("Return")
    settle()
    assert [file.name for file in (tmp_path / "june").iterdir()] == [
        "Sign-in register Transport Design Group, 9 June 2026.pdf"
    ]
    assert window.announcer.text() == f"1 paper printed to {tmp_path / 'june'}"
    assert window.preferences.settings.last_folder == str(tmp_path / "june")


@pytest.mark.usefixtures("meeting")
def test_colours_are_for_files_and_are_there_again_the_next_time(
    window: MainWindow, tmp_path: Path
) -> None:
    press("Ctrl+Shift+J")
    choose("To", "the printer")
    assert not dialog().form["tint"].isVisible()
    choose("To", "a folder")
    choose("Colours", "black on cream")
    fill("Folder", str(tmp_path / "june"))
    press("Return")
    settle()
    assert window.preferences.settings.tint == "cream"
    press("Ctrl+Shift+J")
    assert go_to("Colours").currentText() == "black on cream"


@pytest.mark.usefixtures("meeting")
def test_an_access_sheet_needs_somebody_in_charge_and_that_is_said_under_the_field(
    tmp_path: Path,
) -> None:
    press("Ctrl+P")
    choose("Paper", "Access sheet")
    assert "a hearing loop" in text()
    fill("Folder", str(tmp_path / "june"))
    press("Return")
    assert error_under("Who is in charge of access").startswith("Say who is in charge")
    fill("Who is in charge of access", "Sam Okafor")
    press("Return")
    settle()
    assert dialog() is None
    assert len(list((tmp_path / "june").iterdir())) == 1


@pytest.mark.usefixtures("meeting")
def test_each_invitation_can_be_looked_at_and_each_is_a_file(
    window: MainWindow, tmp_path: Path
) -> None:
    press("Ctrl+Shift+J")
    choose("Paper", "Invitations")
    assert "To: Ann Lee" in text()
    choose("For", "Bo Larsen")
    assert "To: Bo Larsen" in text()
    choose("Page", "Page 2 of 2")
    assert "Please answer by Tuesday 26 May 2026." in text()
    fill("Folder", str(tmp_path / "june"))
    press("Return")
    settle()
    assert len(list((tmp_path / "june").iterdir())) == 2
    assert window.announcer.text() == f"2 papers printed to {tmp_path / 'june'}"


@pytest.mark.usefixtures("meeting")
def test_a_day_that_cannot_be_is_said_under_its_field_and_nothing_is_written(
    tmp_path: Path,
) -> None:
    press("Ctrl+Shift+J")
    choose("Paper", "Invitations")
    fill("Answer by", "31 June 2026")
    fill("Folder", str(tmp_path / "june"))
    press("Return")
    assert "There is no such day" in error_under("Answer by")
    assert not (tmp_path / "june").exists()
    leave()


@pytest.mark.usefixtures("meeting")
def test_why_there_is_no_summary_yet_stands_in_place_of_the_paper() -> None:
    press("Ctrl+Shift+J")
    choose("Paper", "Claims for the approver")
    assert text() == "There are no claims to look at yet. Make claims first."
    press("Return")
    assert "There are no claims to look at yet." in words_of(dialog())
    press("Escape")
    leave()


@pytest.mark.usefixtures("meeting")
def test_a_file_that_is_there_is_kept_unless_the_answer_is_yes(tmp_path: Path) -> None:
    kept = tmp_path / "Blank claim form Transport Design Group, 9 June 2026.pdf"
    kept.write_text("mine", encoding="utf-8")
    press("Ctrl+Shift+J")
    choose("Paper", "Blank claim form")
    fill("Folder", str(tmp_path))
    press("Return")
    assert isinstance(dialog(), QMessageBox)
    press("Return")
    assert kept.read_text(encoding="utf-8") == "mine"
    press("Return")
    answer("Write over it")
    settle()
    assert kept.read_bytes().startswith(b"%PDF")


def test_from_the_register_the_papers_are_those_of_its_meeting(
    meeting: UUID, window: MainWindow, office: Office
) -> None:
    other = add_meeting(
        office, add_group(office, add_person(office, "Cy Rao"), name="Old"), date(2024, 6, 9)
    )
    window.go("register", other)
    press("Ctrl+Shift+J")
    assert "Cy Rao" in text()
    press("Escape")
    assert window.page().table.current.id == other
    assert other != meeting


def test_wide_papers_go_to_the_printer_the_long_side_across(
    meeting: UUID, window: MainWindow, office: Office, tmp_path: Path
) -> None:
    papers = office.meeting_papers.for_printer(PrintPaper(meeting, MeetingPaper.SIGN_IN))
    file, printer = tmp_path / "printer.pdf", QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    to_printer(window.operations, window, [paper.pages for paper in papers], printer)
    boxes = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)", file.read_bytes())
    assert {float(wide) > float(high) for wide, high in boxes} == {True}
    pages = len(papers[0].pages)
    assert window.announcer.text() == f"{pages} page{'s' * (pages > 1)} printed"


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_said_in_a_sentence(
    meeting: UUID, window: MainWindow, office: Office, tmp_path: Path
) -> None:
    papers = office.meeting_papers.for_printer(PrintPaper(meeting, MeetingPaper.SIGN_IN))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "no such folder" / "printer.pdf"))
    to_printer(window.operations, window, [paper.pages for paper in papers], printer)
    assert "does not take the forms" in words_of(dialog())
    press("Escape")
