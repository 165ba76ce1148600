"""Papers of a run by keyboard: which, where, and nothing written over by a slip."""

import pytest
from PySide6.QtWidgets import QMessageBox

from alongside.domain.payments import PayMethod
from alongside.domain.people import PayChoice
from alongside.office import Office
from alongside.services.approvals import AgreeClaims, ApproveClaims
from alongside_ui.main_window import MainWindow
from builders import add_group, add_marked_meeting, add_person, issue
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

NAMES = ["Payment P2026-001 Ann Lee.pdf", "Payment P2026-001 Bo Larsen.pdf"]


@pytest.fixture
def cash_run(office: Office, window: MainWindow) -> MainWindow:
    """Show a run that is paid in cash."""
    ann = add_person(office, pay_choice=PayChoice.CASH)
    office.claims.make(add_marked_meeting(office, add_group(office, ann), ann))
    claim = issue(office, ann)
    office.approvals.agree(AgreeClaims((claim,)))
    office.approvals.approve(ApproveClaims((claim,), exception="alone today"))
    press("Ctrl+6", "Ctrl+N", "Return")
    assert office.payments.list_()[0].method is PayMethod.CASH
    return window


def test_advices_go_into_a_folder_and_that_is_said(run: MainWindow, tmp_path):
    press("Ctrl+P")
    assert dialog().windowTitle() == "Print payment run P2026-001"
    fill("Folder", str(tmp_path / "run"))
    press("Return")
    settle()
    assert sorted(file.name for file in (tmp_path / "run").iterdir()) == NAMES
    assert run.announcer.text() == f"2 remittance advices printed to {tmp_path / 'run'}"


def test_an_advice_that_is_there_is_kept_unless_the_answer_is_yes(run: MainWindow, tmp_path):
    kept = tmp_path / NAMES[0]
    kept.write_text("mine", encoding="utf-8")
    press("Ctrl+P", "Return")
    assert isinstance(dialog(), QMessageBox)
    assert f"Write over {NAMES[0]}?" in words_of(dialog())
    press("Return")
    assert kept.read_text(encoding="utf-8") == "mine"
    press("Return")
    answer("Write over it")
    settle()
    assert kept.read_bytes().startswith(b"%PDF")


def test_without_a_folder_a_sentence_says_so(run: MainWindow):
    press("Ctrl+P")
    fill("Folder", "")
    press("Return")
    assert "Choose the folder for the papers." in error_under("Folder")


def test_a_cash_sheet_is_saved_as_a_file(cash_run: MainWindow, documents):
    press("Ctrl+P")
    assert name_of(focus()) == "Which"
    press("Down", "Return")
    file = documents / "Cash sheet P2026-001.pdf"
    assert file.read_bytes().startswith(b"%PDF")
    assert cash_run.announcer.text() == f"Cash sheet of payment run P2026-001 saved as {file}"


def test_advices_can_all_be_in_one_format(run: MainWindow, tmp_path):
    press("Ctrl+P")
    choose("Format", "a web page")
    fill("Folder", str(tmp_path / "run"))
    press("Return")
    settle()
    assert {file.suffix for file in (tmp_path / "run").iterdir()} == {".html"}


def test_the_colours_of_advices_are_there_again_the_next_time(run: MainWindow, tmp_path):
    press("Ctrl+P")
    choose("Colours", "black on cream")
    fill("Folder", str(tmp_path / "run"))
    press("Return")
    settle()
    press("Ctrl+P")
    assert go_to("Colours").currentText() == "black on cream"


def test_the_file_of_a_list_has_the_ending_of_its_format(cash_run: MainWindow, documents):
    press("Ctrl+P", "Down")
    choose("Format", "plain text")
    assert go_to("File").text() == str(documents / "Cash sheet P2026-001.txt")
    press("Return")
    assert (documents / "Cash sheet P2026-001.txt").is_file()


def test_nothing_is_offered_of_a_run_of_which_nothing_goes_out(run: MainWindow):
    press("Ctrl+Shift+V")
    fill("Why it is void", "the wrong day")
    press("Return")
    press("Ctrl+P")
    assert dialog() is None
    assert "nothing to print" in run.announcer.text()
