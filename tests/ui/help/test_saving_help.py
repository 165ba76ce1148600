"""Saving help by keyboard: found by its words or its key, a name typed, said when it is done."""

import pytest
from PySide6.QtWidgets import QMessageBox

from alongside_ui.main_window import MainWindow
from ui.hands import answer, dialog, error_under, fill, focus, name_of, press, type_in, words_of

KINDS = [("Ctrl+Shift+H", "help.html", b"<!DOCTYPE html>"), ("Ctrl+Shift+D", "help.pdf", b"%PDF-")]


def last_words(window: MainWindow) -> str:
    return window.announcer.text()


@pytest.mark.parametrize(("keys", "name", "start"), KINDS)
def test_help_is_saved_and_said(window: MainWindow, tmp_path, keys, name, start):
    press("Ctrl+3", keys)
    assert name_of(focus()) == "File"
    fill("File", str(tmp_path / name))
    press("Return")
    assert dialog() is None
    assert (tmp_path / name).read_bytes().startswith(start)
    assert last_words(window) == f"Help saved as {tmp_path / name}"
    assert name_of(focus()) == "Name to find"


def test_a_name_stands_there_already_so_that_enter_is_enough(window: MainWindow, documents):
    press("Ctrl+Shift+D", "Return")
    assert (documents / "Help with Alongside.pdf").is_file()


def test_it_works_before_any_records_are_open(bare_window: MainWindow, documents):
    press("Ctrl+Shift+H", "Return")
    assert (documents / "Help with Alongside.html").is_file()
    assert "Help with Alongside.html" in last_words(bare_window)


def test_it_is_found_by_typing_what_one_wants(window: MainWindow):
    press("Ctrl+K")
    type_in("send help")
    press("Return")
    assert dialog().windowTitle() == "Save help as a web page"
    press("Escape")


def test_a_name_without_folder_or_ending_goes_to_documents(window: MainWindow, documents):
    press("Ctrl+Shift+D")
    fill("File", "for Ann v1.2")
    press("Return")
    assert (documents / "for Ann v1.2.pdf").is_file()


def test_no_name_is_said_at_the_field(window: MainWindow):
    press("Ctrl+Shift+H")
    fill("File", "")
    press("Return")
    assert error_under("File") == "Type the name of the file, or choose a place. Needed."
    press("Escape")
    answer("Throw away")


def test_nothing_is_written_over_unasked(window: MainWindow, tmp_path):
    place = tmp_path / "help.html"
    place.write_text("minutes", encoding="utf-8")
    press("Ctrl+Shift+H")
    fill("File", str(place))
    press("Return")
    assert words_of(dialog()).startswith("Write over help.html?")
    press("Return")  # the safe answer
    assert place.read_text(encoding="utf-8") == "minutes"
    press("Return")
    answer("Write over it")
    assert dialog() is None
    assert place.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_a_disk_that_does_not_take_it_is_a_sentence_and_the_name_stays(window, tmp_path):
    press("Ctrl+Shift+D")
    fill("File", str(tmp_path / "gone" / "help.pdf"))
    press("Return")
    box = dialog()
    assert isinstance(box, QMessageBox)
    assert "the folder" in words_of(box)
    assert "is not there" in words_of(box)
    press("Return")
    assert focus().text().endswith("help.pdf")
    press("Escape")
    answer("Throw away")


def test_keys_that_were_chosen_are_in_the_help_that_is_saved(window: MainWindow, documents):
    window.actions.bind({"register": "Ctrl+Alt+F9"})
    press("Ctrl+Shift+H", "Return")
    text = (documents / "Help with Alongside.html").read_text(encoding="utf-8")
    assert "<strong>Ctrl+Alt+F9</strong>: Open the register" in text
    window.actions.bind({})
