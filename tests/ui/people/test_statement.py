"""A yearly statement by keyboard: the year, a name that fits it, nothing written over by a slip."""

import pytest
from PySide6.QtWidgets import QMessageBox

from alongside.domain.people import Format
from alongside.office import Office
from alongside_ui.main_window import MainWindow
from builders import add_person
from ui.hands import answer, choose, dialog, error_under, fill, go_to, press, settle


@pytest.fixture
def people(office: Office, window: MainWindow) -> MainWindow:
    """Show the page of people, with Ann in its list."""
    add_person(office, "Ann Lee")
    press("Ctrl+3", "Down")
    return window


def test_a_statement_is_saved_under_a_name_that_is_there_already(people: MainWindow, documents):
    press("Ctrl+Shift+3")
    assert dialog().windowTitle() == "Yearly statement of Ann Lee"
    press("Return")
    file = documents / "Statement 2026-27 tax year Ann Lee.pdf"
    assert file.read_bytes().startswith(b"%PDF")
    assert people.announcer.text() == (
        f"Yearly statement of Ann Lee, tax year, 6 April 2026 to 5 April 2027, saved as {file}"
    )


def test_another_year_has_another_name(people: MainWindow, documents):
    press("Ctrl+Shift+3", "Down", "Down", "Return")
    assert [file.name for file in documents.glob("*.pdf")] == [
        "Statement 2025-26 tax year Ann Lee.pdf"
    ]


def test_a_statement_begins_in_the_person_s_own_format(
    office: Office, people: MainWindow, documents
):
    add_person(office, "Bo Larsen", format=Format.WORD_FILE)
    press("F5", "Down", "Ctrl+Shift+3")
    assert go_to("Format").currentText() == "Bo Larsen’s own"
    press("Return")
    file = documents / "Statement 2026-27 tax year Bo Larsen.docx"
    assert file.read_bytes().startswith(b"PK")


def test_another_format_and_colours_can_be_chosen_and_the_file_is_named_so(
    people: MainWindow, documents, tmp_path
):
    press("Ctrl+Shift+3")
    choose("Format", "plain text")
    choose("Colours", "black on cream")
    assert go_to("File").text().endswith("Statement 2026-27 tax year Ann Lee.txt")
    fill("File", str(tmp_path / "mine.txt"))
    choose("Format", "large print, 18")
    assert go_to("File").text() == str(tmp_path / "mine.pdf")
    press("Return")
    assert (tmp_path / "mine.pdf").read_bytes().startswith(b"%PDF")
    assert people.preferences.settings.tint == "cream"


def test_a_name_that_was_typed_stays_with_another_year(people: MainWindow, tmp_path):
    press("Ctrl+Shift+3")
    fill("File", str(tmp_path / "for Ann"))
    dialog().form["year"].setCurrentIndex(3)
    press("Return")
    assert (tmp_path / "for Ann.pdf").is_file()


def test_a_statement_that_is_there_is_kept_unless_the_answer_is_yes(people: MainWindow, tmp_path):
    kept = tmp_path / "mine.pdf"
    kept.write_text("mine", encoding="utf-8")
    press("Ctrl+Shift+3")
    fill("File", str(kept))
    press("Return")
    assert isinstance(dialog(), QMessageBox)
    press("Return")
    assert kept.read_text(encoding="utf-8") == "mine"
    press("Return")
    answer("Write over it")
    settle()
    assert kept.read_bytes().startswith(b"%PDF")


def test_without_a_name_a_sentence_says_so(people: MainWindow):
    press("Ctrl+Shift+3")
    fill("File", "")
    press("Return")
    assert "Type the name of the file" in error_under("File")
