"""Keys of commands: looked up, changed by typing or pressing, refused in a sentence, put back."""

import re

import pytest
from PySide6.QtPrintSupport import QPrinter

from alongside import settings
from alongside.domain.errors import UserError
from alongside_ui.actions import commands
from alongside_ui.help.keyboard import keyboard_page
from alongside_ui.main_window import MainWindow
from alongside_ui.shortcuts.dialog import ShortcutsDialog
from alongside_ui.shortcuts.keys import read
from alongside_ui.shortcuts.paper import page_of_keys
from ui.hands import answer, dialog, error_under, fill, focus, go_to, press, strike, type_in

BY_ID = {command.id: command for command in commands()}


def opened() -> ShortcutsDialog:
    box = dialog()
    assert isinstance(box, ShortcutsDialog)
    return box


def change(command: str, keys: str) -> None:
    """Open the list, go to a command and give it other keys."""
    press("Ctrl+Shift+K")
    type_in(command)
    press("Down", "Return")
    fill("New keys", keys)
    press("Return")


@pytest.mark.parametrize("typed", ["Ctrl+Shift+J", "ctrl shift j", " control + shift + j "])
def test_keys_are_understood_however_they_are_typed(typed):
    assert read(typed, BY_ID["make_claims"], {}) == "Ctrl+Shift+J"


@pytest.mark.parametrize(
    ("typed", "command", "words"),
    [
        ("rubbish", "make_claims", "“rubbish” is not a key"),
        ("", "make_claims", "is not a key"),
        ("Ctrl", "make_claims", "is not a key"),
        ("Insert", "make_claims", "is not a key"),
        ("Ctrl+A, Ctrl+B", "make_claims", "is not a key"),
        ("J", "make_claims", "would be typed into fields"),
        ("Del", "make_claims", "would be typed into fields"),
        ("Ctrl+J", "mark_attended", "has one letter"),
        ("Ctrl+Alt+J", "make_claims", "needed by this computer"),
        ("Alt+J", "make_claims", "needed by this computer"),
        ("Meta+J", "make_claims", "needed by this computer"),
        ("Ctrl+C", "make_claims", "needed by this computer"),
        ("Tab", "make_claims", "needed by this computer"),
        ("Alt+F4", "make_claims", "needed by this computer"),
        ("Ctrl+J", "make_claims", "Ctrl+J is the key of “Undo” already"),
    ],
)
def test_keys_that_cannot_be_are_refused_in_a_sentence(typed, command, words):
    with pytest.raises(UserError, match=re.escape(words)) as refused:
        read(typed, BY_ID[command], {"Ctrl+J": "Undo"})
    assert refused.value.field == "keys"


def test_a_command_is_given_other_keys_that_are_kept(window: MainWindow, settings_file):
    change("open the register", "ctrl shift 0")
    assert opened().table.current.keys == "Ctrl+Shift+0"
    assert settings.load(settings_file).shortcuts == {"register": "Ctrl+Shift+0"}
    assert focus() is opened().table
    assert "**Ctrl+Shift+0**: Open the register" in keyboard_page(
        window.actions.commands.values(), window.actions.keys_of
    )
    press("Escape")
    press("Ctrl+Shift+K")
    type_in("open the register")
    answer("As it was")
    assert opened().table.current.keys == "Ctrl+R"
    assert settings.load(settings_file).shortcuts == {}
    press("Escape")


def test_keys_can_be_pressed_instead_of_typed(window: MainWindow):
    press("Ctrl+Shift+K")
    type_in("open the register")
    press("Down", "Return")
    answer("Press keys")
    strike("Ctrl+Shift+0")
    assert focus().text() == "Ctrl+Shift+0"
    press("Return")
    assert window.actions.keys_of("register") == "Ctrl+Shift+0"
    press("Escape")


def test_another_command_s_keys_are_refused_and_nothing_is_lost(window: MainWindow):
    change("open the register", "Ctrl+Z")
    assert error_under("New keys").startswith("Ctrl+Z is the key of “Undo” already.")
    assert focus().text() == "Ctrl+Z"
    press("Escape", "Escape")


def test_all_keys_can_be_put_back(window: MainWindow, settings_file):
    change("open the register", "Ctrl+Shift+0")
    answer("All as they were")
    go_to("Put back")
    press("Return")
    assert settings.load(settings_file).shortcuts == {}
    assert window.actions.keys_of("register") == "Ctrl+R"
    press("Escape")


def test_the_register_s_page_names_the_letters_that_count_now(window: MainWindow, office):
    window.go("register", None)
    assert "A attended, O online" in window.page().purpose.text()
    window.actions.bind({"mark_attended": "X"})
    assert "X attended, O online" in window.page().purpose.text()


def test_the_list_of_keys_prints_in_large_print(window: MainWindow, tmp_path):
    page = page_of_keys(window.actions)
    assert page.defaultFont().pointSizeF() >= 16
    assert "Ctrl+K" in page.toPlainText()
    assert "Type what you want to do" in page.toPlainText()
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "keys.pdf"))
    page.print_(printer)
    assert (tmp_path / "keys.pdf").read_bytes().startswith(b"%PDF")
