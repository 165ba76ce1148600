"""Claims for the approver by keyboard: tick them, see the paper, save it or change one’s mind."""

from PySide6.QtWidgets import QMessageBox

from alongside.office import Office
from alongside.services.approvals import AgreeClaims
from alongside_ui.main_window import MainWindow
from builders import issue
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
)


def text() -> str:
    choose("Show", "as text")
    return go_to("The paper as text").toPlainText()


def test_the_claim_that_the_list_is_on_is_ticked_where_none_is_signed(claims: MainWindow):
    press("Ctrl+F3")
    assert dialog().windowTitle() == "Claims for the approver"
    assert name_of(focus()) == "Claims"
    said = text()
    assert "Ann Lee" in said
    assert "Bo Larsen" not in said


def test_claims_that_are_signed_are_ticked_at_first(claims: MainWindow, office: Office, ann):
    bo = next(row for row in office.claims.list_() if row.person == "Bo Larsen")
    office.approvals.agree(AgreeClaims((issue(office, bo.person_id),)))
    press("F5", "Ctrl+F3")
    said = text()
    assert "Bo Larsen" in said
    assert "Ann Lee" not in said


def test_what_is_ticked_with_space_is_on_the_paper_and_in_the_file(claims: MainWindow, documents):
    press("Ctrl+F3", "Home", "Space", "Down", "Space")
    both = text()
    press("Shift+Tab")
    choose("Format", "plain text")
    press("Return")
    settle()
    (file,) = documents.glob("*.txt")
    assert file.name == "Claims for the approver 2026-05-12.txt"
    written = file.read_text(encoding="utf-8-sig")
    ticked = [name for name in ("Ann Lee", "Bo Larsen") if name in written]
    assert ticked == [name for name in ("Ann Lee", "Bo Larsen") if name in both]
    assert ticked == ["Bo Larsen"]
    assert claims.announcer.text() == f"1 claim for the approver saved as {file}"


def test_with_none_ticked_a_sentence_says_so(claims: MainWindow):
    press("Ctrl+F3")
    for _row in range(2):
        press("Down")
    press("Home")
    box = focus()
    for row in range(box.count()):
        if box.item(row).checkState().value:
            press(*["Down"] * row, "Space")
            break
    press("Return")
    assert "Tick at least one claim" in error_under("Claims")


def test_a_file_that_is_there_is_kept_unless_the_answer_is_yes(claims: MainWindow, documents):
    kept = documents / "mine.pdf"
    kept.write_text("mine", encoding="utf-8")
    press("Ctrl+F3")
    fill("File", str(kept))
    press("Return")
    assert isinstance(dialog(), QMessageBox)
    answer("Write over it")
    settle()
    assert kept.read_bytes().startswith(b"%PDF")


def test_a_list_without_claims_says_so(window: MainWindow):
    press("Ctrl+5", "Ctrl+F3")
    assert dialog() is None
    assert window.announcer.text() == "There are no claims to look at here."
