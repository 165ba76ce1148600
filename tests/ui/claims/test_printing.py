"""Printing by keyboard: seen first, as a picture or as text; to a folder or a printer; stopped."""

import os
import re
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QCheckBox, QComboBox, QPlainTextEdit

import pictures
from alongside.documents.claim_form import claim_form
from alongside.documents.editions import write
from alongside.domain.claims import ClaimState
from alongside.domain.people import Format
from alongside.domain.tints import Tint
from alongside.office import Office
from alongside.services.looks import FormLook
from alongside.services.people import CorrectPerson
from alongside.services.receipt_files import ReceiptFile
from alongside.services.receipts import AddReceipts
from alongside_ui.claims import papers
from alongside_ui.claims.folder_run import print_to_folder
from alongside_ui.claims.paper_run import PaperRun
from alongside_ui.main_window import MainWindow
from alongside_ui.widgets.paper import PaperView
from alongside_ui.widgets.progress import ProgressDialog
from builders import add_group, add_marked_meeting, add_person, claim_of, issue
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
    strike,
    type_in,
    words_of,
)


def states(office: Office) -> set[ClaimState]:
    return {row.state for row in office.claims.list_()}


@pytest.fixture
def forms(tmp_path: Path) -> Path:
    return tmp_path / "claim forms"


def test_drafts_are_issued_and_every_form_is_printed_to_a_folder(
    claims: MainWindow, office: Office, forms: Path
) -> None:
    press("Ctrl+P")
    assert name_of(focus()) == "Which"
    fill("Folder", str(forms))
    press("Return")
    assert dialog() is None
    assert states(office) == {ClaimState.READY}
    files = sorted(forms.iterdir())
    assert [file.name for file in files][2:] == ["Cover list.pdf"]
    assert all(file.read_bytes().startswith(b"%PDF") for file in files)
    assert claims.announcer.text() == f"2 claim forms printed to {forms}"
    assert claims.preferences.settings.last_folder == str(forms)


def test_without_the_tick_drafts_stay_drafts_and_say_so_on_the_form(
    claims: MainWindow, office: Office, forms: Path
) -> None:
    press("Ctrl+P")
    box = go_to("Issue the 2 drafts first")
    assert isinstance(box, QCheckBox)
    assert box.isChecked()
    press("Space")
    fill("Folder", str(forms))
    press("Return")
    assert states(office) == {ClaimState.DRAFT}
    assert len(list(forms.glob("Claim*"))) == 2
    ann = claims.page().table.current.person_id
    assert "Draft: not for signing" in office.forms.form(claim_of(office, ann).row.id).words


def test_receipts_are_looked_at_and_printed_after_the_form(
    claims: MainWindow, office: Office, forms: Path
) -> None:
    ann = claims.page().table.current
    file = ReceiptFile(content=pictures.jpeg(), name="taxi.jpg")
    office.receipts.add(AddReceipts(ann.id, (file,)))
    press("Ctrl+P")
    choose("Which", "only that of Ann Lee")
    choose("Receipts", "one to a page")
    choose("Show", "as text")
    text = go_to("The form as text")
    assert isinstance(text, QPlainTextEdit)
    for _page in range(9):
        press("PgDown")
    assert "Receipt 1, for no line yet" in text.toPlainText()
    fill("Folder", str(forms))
    press("Return")
    (made,) = forms.iterdir()
    alone = office.forms.form(ann.id)
    assert len(re.findall(rb"/Type /Page\b", made.read_bytes())) == len(alone.pages) + 1


def test_only_the_form_the_list_is_on_can_be_printed(
    claims: MainWindow, office: Office, forms: Path
) -> None:
    press("Ctrl+P")
    choose("Which", "only that of Ann Lee")
    fill("Folder", str(forms))
    press("Return")
    assert len(list(forms.iterdir())) == 1
    assert {r.person for r in office.claims.list_(state=ClaimState.READY)} == {"Ann Lee"}


def test_the_form_is_seen_as_a_picture_or_read_as_text(claims: MainWindow, office: Office) -> None:
    press("Ctrl+P")
    choose("Show", "as text")
    text = go_to("The form as text")
    assert isinstance(text, QPlainTextEdit)
    assert "Ann Lee" in text.toPlainText()
    assert "£75.00" in text.toPlainText()
    press("Tab")
    assert focus() is not text
    choose("Form of", "Bo Larsen")
    assert "Bo Larsen" in text.toPlainText()
    choose("Show", "as a picture")
    assert not text.isVisible()
    go_to("The form as a picture")
    press("Escape")
    if dialog() is not None:
        press("Escape")


def test_a_form_in_easy_read_on_cream_is_seen_and_kept_so(
    claims: MainWindow, office: Office, forms: Path
) -> None:
    press("Ctrl+P")
    choose("Format", "Easy Read")
    choose("Colours", "black on cream")
    go_to("Put a list of them all on top")
    press("Space")
    settle()
    shown = dialog().findChild(PaperView).grab().toImage()
    assert shown.pixelColor(100, 20).name() == Tint.CREAM.paper
    fill("Folder", str(forms))
    press("Return")
    assert claims.preferences.settings.tint == Tint.CREAM
    rows = sorted(office.claims.list_(), key=lambda row: row.number)
    for file, row in zip(sorted(forms.iterdir()), rows, strict=True):
        sheet = office.forms.sheet(row.id)
        wanted = write(claim_form(sheet), Format.EASY_READ, Tint.CREAM)
        assert file.read_bytes() == wanted
    press("Ctrl+P")
    assert go_to("Colours").currentText() == "black on cream"
    choose("Colours", "black on white")
    press("Return")
    assert claims.preferences.settings.tint == ""


def test_the_printer_has_the_colours_of_its_own_paper(claims: MainWindow) -> None:
    claims.preferences.change(tint=Tint.YELLOW_ON_BLACK.value)
    press("Ctrl+P")
    settle()
    view = dialog().findChild(PaperView)
    assert view.grab().toImage().pixelColor(100, 20).name() == "#000000"
    choose("To", "the printer")
    settle()
    assert not dialog().form["tint"].isVisible()
    assert view.grab().toImage().pixelColor(100, 20).name() == "#ffffff"
    press("Escape")
    if dialog() is not None:
        answer("Throw away")


def test_page_up_and_down_turn_the_picture_and_its_text_together_and_say_the_page(
    claims: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoken: list[str] = []
    monkeypatch.setattr("alongside_ui.widgets.paper_preview.speak", spoken.append)
    press("Ctrl+P")
    choose("Show", "as text")
    text = go_to("The form as text")
    assert isinstance(text, QPlainTextEdit)
    first = text.toPlainText()
    assert "Claim number:" in first
    press("PgDown")
    assert spoken[-1].startswith("Page 2 of ")
    assert text.toPlainText() != first
    assert "Page 2 of " in text.toPlainText()
    press("PgUp", "PgUp")
    assert spoken[-1].startswith("Page 1 of ")
    assert text.toPlainText() == first
    assert go_to("Page").currentText() == spoken[-1]
    press("Escape")


def test_where_there_is_room_the_words_of_a_page_stand_beside_its_picture(
    claims: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("alongside_ui.widgets.paper_preview._LETTERS", 0)
    press("Ctrl+P")
    show = go_to("Show")
    assert show.currentText() == "as picture and text"
    picture, text = go_to("The form as a picture"), go_to("The form as text")
    assert picture.isVisible()
    assert text.isVisible()
    left = picture.mapToGlobal(picture.rect().topLeft()).x()
    assert left + picture.width() <= text.mapToGlobal(text.rect().topLeft()).x()
    press("Escape")


def test_looking_at_a_form_throws_nothing_away(claims: MainWindow) -> None:
    press("Ctrl+P")
    choose("Show", "as text")
    press("Escape")
    assert dialog() is None


def test_a_folder_has_to_be_chosen(claims: MainWindow, office: Office) -> None:
    press("Ctrl+P")
    fill("Folder", "")
    press("Return")
    assert error_under("Folder").startswith("Choose the folder for the forms.")
    assert states(office) == {ClaimState.DRAFT}
    press("Escape")
    answer("Throw away")


def test_the_dialog_opens_where_no_folder_is_known(
    claims: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    claims.preferences.change(last_folder="")
    monkeypatch.setattr(
        "alongside_ui.claims.print_dialog.QStandardPaths.writableLocation", lambda _place: ""
    )
    press("Ctrl+P")
    assert name_of(focus()) == "Which"
    press("Escape")


def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(
    claims: MainWindow, tmp_path: Path
) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("not a folder")
    press("Ctrl+P")
    go_to("Issue the 2 drafts first")
    press("Space")
    fill("Folder", str(blocked))
    press("Return")
    assert "a file" in words_of(dialog())
    assert "Traceback" not in words_of(dialog())
    press("Escape")
    assert dialog() is None


def test_a_withdrawn_claim_under_the_keyboard_does_not_keep_the_others_from_printing(
    claims: MainWindow, office: Office, forms: Path
) -> None:
    ann = claims.page().table.current.person_id
    issue(office, ann)
    press("F5", "Ctrl+Shift+W")
    type_in("Mistake")
    press("Return")
    table = claims.page().table
    while table.current.state is not ClaimState.WITHDRAWN:
        strike("Down")
    press("Ctrl+P")
    go_to("Put a list of them all on top")
    press("Space")
    fill("Folder", str(forms))
    press("Return")
    assert len(list(forms.iterdir())) == 2


def test_the_form_of_one_claim_is_printed_from_its_page(one_claim: MainWindow, forms: Path) -> None:
    press("Ctrl+P")
    which = focus()
    assert isinstance(which, QComboBox)
    assert which.count() == 1
    go_to("Issue the draft first")
    fill("Folder", str(forms))
    press("Return")
    assert len(list(forms.iterdir())) == 1


def test_printing_from_the_register_offers_the_forms_of_that_meeting(
    meeting: UUID, window: MainWindow
) -> None:
    press("Ctrl+2", "Return", "Ctrl+P")
    assert dialog().windowTitle() == "Print claim forms"
    assert focus().currentText() == "all 2 forms"
    press("Escape")
    assert window.page().title.text().startswith("Claims: Transport Design Group")


def test_printing_can_be_stopped_and_what_is_written_stays(
    window: MainWindow, office: Office, forms: Path
) -> None:
    people = [add_person(office, f"Person {number}") for number in range(30)]
    office.claims.make(add_marked_meeting(office, add_group(office, *people), *people))
    press("Ctrl+5")
    page = window.page()
    print_to_folder(page.desk, window, page.table.rows.rows, forms, papers.Wanted())
    strike("Escape")
    settle()
    assert dialog() is None
    written = len(list(forms.iterdir())) if forms.exists() else 0
    assert written < 30
    assert window.announcer.text().endswith(f"stopped before the other {30 - written}")


def test_forms_go_to_a_printer_page_after_page(
    claims: MainWindow, office: Office, tmp_path: Path
) -> None:
    page = claims.page()
    run = PaperRun(page.desk, claims, page.table.rows.rows, papers.Wanted())
    file = tmp_path / "printer.pdf"
    run.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    run.printer.setOutputFileName(str(file))
    run.run()
    assert isinstance(dialog(), ProgressDialog)
    settle()
    assert dialog() is None
    pages = sum(len(office.forms.form(row.id).pages) for row in page.table.rows.rows)
    printed = file.read_bytes()
    assert printed.startswith(b"%PDF")
    assert len(re.findall(rb"/Type /Page\b", printed)) == pages
    boxes = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)", printed)
    assert {(round(float(width)), round(float(height))) for width, height in boxes} == {(595, 842)}
    if os.name == "posix":
        assert file.stat().st_mode & 0o777 == 0o600, "others may look into it"
    assert claims.announcer.text() == "2 claim forms printed"


def test_many_forms_come_out_of_the_printer_by_name_under_a_list_of_them_all(
    claims: MainWindow, office: Office, tmp_path: Path
) -> None:
    page = claims.page()
    odd = add_person(office, "Zoë ᚠ")
    office.claims.make(add_marked_meeting(office, add_group(office, odd, name="Other"), odd))
    rows = office.claims.list_()
    run = PaperRun(page.desk, claims, rows, papers.Wanted(FormLook(has_cover=True)))
    file = tmp_path / "printer.pdf"
    run.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    run.printer.setOutputFileName(str(file))
    run.run()
    settle()
    assert claims.announcer.text() == "2 claim forms printed"
    assert "Zoë ᚠ, claim " in words_of(dialog())
    press("Escape")
    pages = sum(len(office.forms.form(r.id).pages) for r in rows if "ᚠ" not in r.person)
    assert len(re.findall(rb"/Type /Page\b", file.read_bytes())) == pages + 1


@pytest.mark.qt_log_ignore("QPainter::begin")
@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_said_in_a_sentence(
    claims: MainWindow, tmp_path: Path
) -> None:
    page = claims.page()
    run = PaperRun(page.desk, claims, page.table.rows.rows, papers.Wanted())
    run.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    run.printer.setOutputFileName(str(tmp_path / "no such folder" / "printer.pdf"))
    run.run()
    settle()
    assert "does not take the forms" in words_of(dialog())
    press("Escape")
    assert dialog() is None


def test_each_form_is_in_the_format_that_its_person_prefers(
    claims: MainWindow, office: Office, forms: Path
) -> None:
    rows = claims.page().table.rows.rows
    details = office.people.find(rows[0].person_id)
    office.people.correct(
        CorrectPerson(rows[0].person_id, replace(details, format=Format.PLAIN_TEXT))
    )
    press("Ctrl+P")
    fill("Folder", str(forms))
    press("Return")
    assert {place.suffix for place in forms.iterdir()} == {".txt", ".pdf"}


def test_all_forms_can_be_in_one_format(claims: MainWindow, office: Office, forms: Path) -> None:
    for row in office.claims.list_():
        details = office.people.find(row.person_id)
        changed = CorrectPerson(row.person_id, replace(details, format=Format.LARGE_24))
        office.people.correct(changed)
    press("Ctrl+P")
    large = go_to("Page").count()
    press("Shift+Tab")
    choose("Format", "standard print")
    settle()
    assert go_to("Page").count() < large
