"""Who can open these records, by keyboard: computers, other words, and a new key after a theft."""

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QMessageBox

from alongside import keys
from alongside.domain.errors import WorldError
from alongside.office import Office
from alongside.services.organisation import OrganisationDetails
from alongside.store import relock
from alongside_ui.keys.new_words import SheetFacts
from alongside_ui.keys.sheet import SheetDialog, print_pages
from alongside_ui.main_window import MainWindow
from ui.hands import (
    answer,
    dialog,
    focus,
    go_to,
    name_of,
    press,
    settle,
    spoken_cell,
    type_in,
    words_of,
)
from ui.visitor import WORDS


@pytest.fixture
def laptop(office: Office, data_file: Path, clock, monkeypatch: pytest.MonkeyPatch):
    """Let a second computer open the records by itself; return its keyring."""

    class Kept:
        trouble = ""

        def __init__(self) -> None:
            self.secrets: dict[str, str] = {}

        def get(self, name: str) -> str | None:
            return self.secrets.get(name)

        def set(self, name: str, secret: str) -> bool:
            self.secrets[name] = secret
            return True

    kept = Kept()
    with monkeypatch.context() as other:
        other.setattr("socket.gethostname", lambda: "blue-laptop")
        keys.remember(data_file, office.store.key, kept, clock().date())
    return kept


def go_to_laptop() -> None:
    """Put the keyboard on the other computer's row."""
    go_to("Computers")
    press("Ctrl+Home")
    if "this computer" in spoken_cell(focus()):
        press("Down")
    assert spoken_cell(focus()).startswith("blue-laptop")


def type_new_words() -> str:
    """Read the new words in the dialog, go on, and type two of them back; return them all."""
    words = [dialog().list.item(row).text().partition(", ")[2] for row in range(keys.WORDS)]
    press("Return")
    for _field in range(2):
        type_in(words[int(name_of(focus()).removeprefix("Word ")) - 1])
        press("Tab")
    press("Return")
    return " ".join(words)


def opens(data_file: Path, words: str) -> bool:
    try:
        keys.by_words(keys.KeyFile.read(data_file), words)
    except keys.WrongKeyError:
        return False
    return True


def test_the_computers_are_read_as_sentences(window: MainWindow, laptop):
    press("Ctrl+Shift+L")
    assert dialog().windowTitle() == "Who can open these records"
    press("Ctrl+Home")
    both = [spoken_cell(focus())]
    press("Down")
    both.append(spoken_cell(focus()))
    assert sorted("(this computer), since " in words for words in both) == [False, True]
    assert all("since " in words and words.endswith("2026") for words in both)
    press("Escape")


def test_a_computer_is_removed_after_a_question_and_locking_anew_is_offered(
    window: MainWindow, office: Office, laptop
):
    press("Ctrl+Shift+L")
    go_to_laptop()
    answer("Remove from the list…")
    assert "Remove blue-laptop" in words_of(dialog())
    assert "asks for the recovery words the next time" in words_of(dialog())
    press("Return")  # the safe answer
    assert len(office.keys.computers()) == 2
    answer("Remove from the list…")
    answer("Remove")
    assert "lost or stolen?" in words_of(dialog())
    press("Return")
    assert [row.is_this for row in office.keys.computers()] == [True]
    assert "Removed computer blue-laptop" in window.announcer.text()
    assert name_of(focus()) == "Computers"
    press("Escape")


def test_a_stolen_computer_leads_to_locking_anew(
    window: MainWindow, office: Office, data_file: Path, laptop, fresh
):
    old = office.store.key
    press("Ctrl+Shift+L")
    go_to_laptop()
    answer("Remove from the list…")
    answer("Remove")
    answer("Lock anew…")
    assert "stolen" in dialog().accessibleDescription()
    words = type_new_words()
    settle()
    assert office.store.key != old
    assert opens(data_file, words)
    assert not opens(data_file, fresh.words)
    assert window.announcer.text() == "Locked anew with a new key"
    assert name_of(focus()) == "Computers"
    press("Escape", "Ctrl+7")
    assert "Locked anew with a new key" in spoken_cell(focus())


def test_changed_words_count_only_when_two_were_typed_back(
    window: MainWindow, office: Office, data_file: Path, fresh
):
    press("Ctrl+Shift+L")
    answer("Change the recovery words…")
    press("Return", "Escape")
    assert opens(data_file, fresh.words)
    answer("Change the recovery words…")
    words = type_new_words()
    settle()
    assert opens(data_file, words)
    assert not opens(data_file, fresh.words)
    assert window.announcer.text() == "Recovery words changed"
    press("Escape")


def test_a_disk_that_is_full_is_said_and_everything_goes_on(
    window: MainWindow, office: Office, data_file: Path, fresh, monkeypatch: pytest.MonkeyPatch
):
    def full(*_asked: object) -> None:
        raise WorldError("There is no room left on the disk.", "Make room.")

    monkeypatch.setattr(relock, "_copy", full)
    press("Ctrl+Shift+L")
    answer("Lock anew…")
    type_new_words()
    settle()
    assert isinstance(dialog(), QMessageBox)
    assert "no room left on the disk" in words_of(dialog())
    press("Escape")
    assert opens(data_file, fresh.words)
    assert office.people.list_() == []
    press("Escape")
    assert dialog() is None


def test_it_is_reached_from_settings_and_by_typing_what_you_want(window: MainWindow):
    press("Ctrl+8")
    answer("Who can open these records…")
    assert dialog().windowTitle() == "Who can open these records"
    press("Escape", "Ctrl+K")
    type_in("stolen")
    press("Return")
    settle()
    assert dialog().windowTitle() == "Who can open these records"
    press("Escape")


def test_the_sheet_is_saved_as_a_file_with_words_and_organisation(
    window: MainWindow, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    office.organisation.correct(OrganisationDetails("Riverside Network"))
    place = tmp_path / "sheet.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(place), ""))
    press("Ctrl+Shift+L")
    answer("Change the recovery words…")
    first = dialog().list.item(0).text().partition(", ")[2]
    answer("Print the recovery sheet…")
    text = go_to("The sheet as text").toPlainText()
    assert "Organisation: Riverside Network" in text
    assert f"1, {first}: {', '.join(first)}" in text
    assert "nobody can help you" in text
    answer("Save as a PDF file…")
    assert place.read_bytes().startswith(b"%PDF")
    press("Escape", "Escape", "Escape")
    assert dialog() is None


def test_a_folder_that_takes_no_file_is_said_to_be(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    place = tmp_path / "not there" / "sheet.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(place), ""))
    SheetDialog(window, WORDS, SheetFacts(Path("records.alongside"))).open()
    settle()
    answer("Save as a PDF file…")
    assert "could not be written" in words_of(dialog())
    press("Escape", "Escape")


def test_the_sheet_comes_out_of_a_printer(window: MainWindow, tmp_path: Path):
    shown = SheetDialog(window, WORDS, SheetFacts(Path("records.alongside")))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert print_pages(printer, shown._pages)
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")
    shown.done(0)
    settle()


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_told(window: MainWindow, tmp_path: Path):
    shown = SheetDialog(window, WORDS, SheetFacts(Path("records.alongside")))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "not there" / "printed.pdf"))
    shown.open()
    shown._print(printer)
    settle()
    assert "does not take the sheet" in words_of(dialog())
    press("Escape", "Escape")
