"""What can be done at any time, whether records are open or not: text size, help, finding keys."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from alongside.i18n import _
from alongside_ui.desk import Desk
from alongside_ui.help.place import help_for

if TYPE_CHECKING:
    from alongside_ui.main_window import MainWindow


def answers(window: "MainWindow") -> dict[str, Callable[[], object]]:
    """Return the commands that `window` answers everywhere, by their ids."""

    def help_here() -> None:
        window.show_help(help_for(QApplication.focusWidget() or window.page()))

    def step_text(by: int) -> None:
        size = window.preferences.step_text(by)
        window.announcer.say(_("Text at {size} per cent").format(size=size))

    def turn_words() -> None:
        window.preferences.change(easy_words=not window.preferences.settings.easy_words)

    return {
        "quit": window.close,
        "menu": lambda: _to_menus(window),
        "larger": lambda: step_text(1),
        "smaller": lambda: step_text(-1),
        "usual_size": lambda: step_text(0),
        "easy_words": turn_words,
        "palette": lambda: _ask_what(window),
        "shortcuts": lambda: _show_shortcuts(window),
        "help": help_here,
        "help_index": lambda: window.show_help("index"),
        "keyboard": lambda: window.show_help("keyboard"),
        "save_help_page": lambda: _save_help(window, ".html"),
        "save_help_pdf": lambda: _save_help(window, ".pdf"),
    }


def answers_of_records(window: "MainWindow") -> dict[str, Callable[[], object]]:
    """Return the commands that `window` answers on every page while records are open."""
    return {
        "keys": lambda: _show_keys(window),
        "who": lambda: _ask_who(window),
        "partner_forms": lambda: _show_partner_forms(window),
    }


def _ask_who(window: "MainWindow") -> None:
    from alongside_ui.settings.who_dialog import WhoDialog

    WhoDialog(Desk(window.operations, window.actions, window.preferences), window).start()


def _show_partner_forms(window: "MainWindow") -> None:
    from alongside_ui.settings.partner_forms_dialog import PartnerFormsDialog

    PartnerFormsDialog(window.operations, window).start()


def _show_keys(window: "MainWindow") -> None:
    from alongside_ui.keys.dialog import KeysDialog

    KeysDialog(window.operations, window).open()


def _to_menus(window: "MainWindow") -> None:
    window.menuBar().setActiveAction(window.menuBar().actions()[0])


def _ask_what(window: "MainWindow") -> None:
    from alongside_ui.palette.dialog import PaletteDialog

    PaletteDialog(window, window.actions, window.actions.perform).open()


def _show_shortcuts(window: "MainWindow") -> None:
    from alongside_ui.shortcuts.dialog import ShortcutsDialog

    ShortcutsDialog(window, window.actions, window.preferences).open()


def _save_help(window: "MainWindow", ending: str) -> None:
    from alongside_ui.help.keyboard import keyboard_page
    from alongside_ui.help.save_dialog import SaveHelpDialog

    keyboard = keyboard_page(window.actions.commands.values(), window.actions.keys_of)
    SaveHelpDialog(window.operations, window, ending, keyboard, window.announcer.say).start()
