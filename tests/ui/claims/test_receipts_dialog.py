"""Receipts by keyboard: added, pasted, dropped, from a folder of scans; shown, turned, removed."""

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPlainTextEdit

import pictures
from alongside.office import Office
from alongside.services.receipt_files import ReceiptFile
from alongside.services.receipts import AddReceipts
from alongside_ui.claims.receipts_dialog import ReceiptsDialog
from alongside_ui.main_window import MainWindow
from alongside_ui.widgets.picture_view import PictureView
from builders import claim_of, issue
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
def receipts(one_claim: MainWindow) -> MainWindow:
    """Show the receipts of Ann’s draft claim."""
    press("Ctrl+Shift+8")
    return one_claim


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    place = tmp_path / "taxi 9 May.jpg"
    place.write_bytes(pictures.by_telephone())
    return place


def give(office: Office, claim: UUID, *contents: bytes, name: str = "taxi.jpg") -> None:
    files = tuple(ReceiptFile(content=each, name=name) for each in contents)
    office.receipts.add(AddReceipts(claim, files))


def of_ann(office: Office, ann: UUID) -> list[tuple[int, str, str]]:
    rows = office.receipts.list_for(claim_of(office, ann).row.id)
    return [(row.number, row.line, row.name) for row in rows]


def labels() -> str:
    return " ".join(label.text() for label in dialog().findChildren(QLabel))


def test_a_file_is_added_for_the_one_line_that_has_no_receipt(
    ann: UUID, receipts: MainWindow, office: Office, photo: Path
) -> None:
    assert name_of(focus()) == "Add…"
    assert "No receipt yet: taxi, 9 May 2026, £9.20" in labels()
    press("Return")
    assert name_of(focus()) == "File"
    type_in(str(photo))
    line = go_to("For the line")
    assert isinstance(line, QComboBox)
    assert line.currentText().startswith("taxi")
    press("Return")
    assert of_ann(office, ann) == [(1, "taxi", "taxi 9 May.jpg")]
    assert claim_of(office, ann).expenses[0].details.receipt == "1"
    assert name_of(focus()) == "Receipts"
    assert spoken_cell(focus()) == "receipt 1, taxi, taxi 9 May.jpg"
    assert receipts.announcer.text() == "Receipt 1 added to claim 2026-0001"
    assert "No receipt yet" not in labels()


def test_what_is_no_receipt_is_said_under_its_field(receipts: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "a.heic").write_bytes(b"\0\0\0\x18ftypheic")
    press("Return")
    type_in(str(tmp_path / "a.heic"))
    press("Return")
    assert "is a HEIC picture" in error_under("File")
    press("Escape")
    answer("Throw away")
    press("Return", "Return")
    assert error_under("File").startswith("Choose a file.")


def test_a_picture_is_pasted(ann: UUID, receipts: MainWindow, office: Office) -> None:
    QGuiApplication.clipboard().clear()
    press("Ctrl+V")
    assert receipts.announcer.text() == "There is no picture and no file to paste."
    QGuiApplication.clipboard().setImage(QImage.fromData(pictures.png()))
    press("Ctrl+V", "Return")
    assert of_ann(office, ann) == [(1, "taxi", "pasted picture.png")]
    press("Ctrl+V", "Return")
    assert len(of_ann(office, ann)) == 2
    QGuiApplication.clipboard().clear()


def test_files_are_dropped_and_asked_about_together(
    ann: UUID, receipts: MainWindow, office: Office, photo: Path, tmp_path: Path
) -> None:
    (tmp_path / "hotel.pdf").write_bytes(pictures.PDF)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in (photo, tmp_path / "hotel.pdf")])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    box, none = dialog(), Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPointF(9, 9), copy, data, left, none)
    QApplication.sendEvent(box, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(box, QDropEvent(QPointF(9, 9), copy, data, left, none))
    settle()
    assert dialog().windowTitle() == "Add 2 receipts"
    choose("For the line", "no line")
    press("Return")
    assert of_ann(office, ann) == [(1, "", "taxi 9 May.jpg"), (2, "", "hotel.pdf")]


def test_new_files_of_the_scan_folder_are_listed_and_the_folder_is_remembered(
    ann: UUID, receipts: MainWindow, office: Office, photo: Path
) -> None:
    answer("From the scan folder…")
    press("Return")
    assert error_under("Folder").startswith("Choose the folder.")
    type_in("/nowhere")
    press("Return")
    assert "is not there" in error_under("Folder")
    fill("Folder", str(photo.parent))
    press("Return")
    assert receipts.announcer.text() == "1 new file"
    assert name_of(focus()) == "Files"
    assert spoken_cell(focus()).startswith("taxi 9 May.jpg, ")
    press("Return", "Return")
    assert of_ann(office, ann) == [(1, "taxi", "taxi 9 May.jpg")]
    answer("From the scan folder…")
    assert receipts.preferences.settings.scan_folder == str(photo.parent)
    assert receipts.announcer.text() == "0 new files"


def test_the_same_receipt_on_another_claim_is_shown_and_said(
    ann: UUID, receipts: MainWindow, office: Office, photo: Path
) -> None:
    bo = next(row.id for row in office.claims.list_() if row.person == "Bo Larsen")
    give(office, bo, pictures.by_telephone())
    press("Return")
    type_in(str(photo))
    press("Return")
    words = "the same file as receipt 1 of claim 2026-0002, Bo Larsen"
    assert f"Receipt 1: {words}." in labels()
    assert spoken_cell(focus()) == f"receipt 1, taxi, taxi 9 May.jpg, {words}"
    assert words in receipts.announcer.text()


def test_a_receipt_goes_to_another_line_and_is_removed_after_a_question(
    ann: UUID, one_claim: MainWindow, office: Office
) -> None:
    give(office, claim_of(office, ann).row.id, pictures.jpeg())
    press("Ctrl+Shift+8")
    answer("To another line…")
    choose("For the line", "taxi")
    press("Return")
    assert of_ann(office, ann) == [(1, "taxi", "taxi.jpg")]
    go_to("Receipts")
    press("Del")
    assert words_of(dialog()).startswith("Remove receipt 1?")
    answer("Remove")
    assert of_ann(office, ann) == []
    press("Escape", "Ctrl+Z")
    assert of_ann(office, ann) == [(1, "taxi", "taxi.jpg")]


def test_why_there_is_no_receipt_stands_on_the_line(
    ann: UUID, receipts: MainWindow, office: Office
) -> None:
    answer("No receipt because…")
    press("Return")
    fill("Why there is none", "the machine gave none")
    press("Return")
    assert claim_of(office, ann).expenses[0].details.receipt == "the machine gave none"
    assert "No receipt yet" not in labels()


def test_an_issued_claim_takes_receipts_and_its_lines_stay(
    ann: UUID, one_claim: MainWindow, office: Office, photo: Path
) -> None:
    issue(office, ann)
    press("F5", "Ctrl+Shift+8", "Return")
    type_in(str(photo))
    press("Return")
    assert of_ann(office, ann) == [(1, "taxi", "taxi 9 May.jpg")]
    assert claim_of(office, ann).expenses[0].details.receipt == ""


def test_a_picture_grows_turns_and_scrolls_by_keys_and_says_so(
    ann: UUID, one_claim: MainWindow, office: Office
) -> None:
    give(office, claim_of(office, ann).row.id, pictures.jpeg())
    press("Ctrl+Shift+8", "Return")
    view = focus()
    assert isinstance(view, PictureView)
    assert name_of(view) == "Receipt 1 as a picture"
    assert description_of(view) == "100 %, as it is"
    press("+", "R")
    assert description_of(view) == "150 %, turned right"
    assert "150 %, turned right" in labels()
    press("Ctrl++", "Ctrl++", "Shift+R", "Shift+R")
    assert description_of(view) == "300 %, turned left"
    assert office.receipts.list_for(claim_of(office, ann).row.id)[0].turned == 270
    press("Down", "Right")
    assert view.verticalScrollBar().value() > 0
    assert view.horizontalScrollBar().value() > 0
    press("Home", "0", "-")
    assert view.verticalScrollBar().value() == 0
    assert description_of(view) == "75 %, turned left"
    press("Escape", "Return")
    assert description_of(focus()) == "100 %, turned left"


def test_the_pages_of_a_pdf_are_seen_and_read_turned_and_turned_over_by_keys(
    ann: UUID, one_claim: MainWindow, office: Office
) -> None:
    content = pictures.pdf("Hotel Example\nOne night", "Breakfast £9.50")
    give(office, claim_of(office, ann).row.id, content, name="hotel.pdf")
    press("Ctrl+Shift+8", "Return")
    view = focus()
    assert isinstance(view, PictureView)
    assert name_of(view) == "Receipt 1 as a picture, page 1 of 2"
    press("+", "R")
    assert "page 1 of 2, 150 %, turned right" in labels()
    press("Tab")
    words = focus()
    assert isinstance(words, QPlainTextEdit)
    assert name_of(words) == "Words of receipt 1"
    assert words.toPlainText() == "Hotel Example\nOne night"
    press("Ctrl+PgDown")
    assert focus() is words
    assert words.toPlainText() == "Breakfast £9.50"
    assert name_of(view) == "Receipt 1 as a picture, page 2 of 2"
    press("Ctrl+PgDown", "Ctrl+PgUp")
    assert name_of(view) == "Receipt 1 as a picture, page 1 of 2"
    assert office.receipts.list_for(claim_of(office, ann).row.id)[0].turned == 90


def test_a_scan_has_no_words_to_read(ann: UUID, one_claim: MainWindow, office: Office) -> None:
    give(office, claim_of(office, ann).row.id, pictures.scan(), name="scan.pdf")
    press("Ctrl+Shift+8", "Return")
    assert name_of(focus()) == "Receipt 1 as a picture"
    assert dialog().findChildren(QPlainTextEdit) == []


def test_a_pdf_that_cannot_be_shown_says_why_and_a_copy_of_it_warns(
    ann: UUID, one_claim: MainWindow, office: Office, tmp_path: Path
) -> None:
    content = pictures.pdf("Hotel Example", password="theirs")
    give(office, claim_of(office, ann).row.id, content, name="hotel.pdf")
    press("Ctrl+Shift+8", "Return")
    assert "locked with a password" in dialog().accessibleDescription()
    press("Return")
    assert "not encrypted" in dialog().accessibleDescription()
    fill("File", str(tmp_path / "copy.pdf"))
    press("Return")
    assert (tmp_path / "copy.pdf").read_bytes() == content


def test_closing_while_doubles_are_looked_for_is_no_trouble(
    ann: UUID, one_claim: MainWindow, office: Office
) -> None:
    give(office, claim_of(office, ann).row.id, pictures.jpeg())
    box = ReceiptsDialog(one_claim.page().desk, one_claim, claim_of(office, ann).row.id)
    box.start()
    box.accept()
    settle()
    assert dialog() is None
