"""Every command once: menus, buttons, the keyboard page of help and the tests read this list."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget

from alongside.i18n import _
from alongside_ui.widgets.mnemonics import Mnemonics, without_mnemonic

Handler = Callable[[], None]


class Section(StrEnum):
    """A menu, in the order of the menu bar."""

    FILE = "file"
    EDIT = "edit"
    GO = "go"
    MEETING = "meeting"
    REGISTER = "register"
    CLAIM = "claim"
    VIEW = "view"
    HELP = "help"

    @property
    def words(self) -> str:
        """The menu's title."""
        return {
            Section.FILE: _("File"),
            Section.EDIT: _("Edit"),
            Section.GO: _("Go"),
            Section.MEETING: _("Meeting"),
            Section.REGISTER: _("Register"),
            Section.CLAIM: _("Claim"),
            Section.VIEW: _("View"),
            Section.HELP: _("Help"),
        }[self]


@dataclass(frozen=True, slots=True)
class Command:
    """One command. `help` is a page of help, with an anchor after # where one fits.

    `is_local` commands have a single key, which counts only while their list has the focus.
    """

    id: str
    words: str
    section: Section
    shortcut: str = ""
    help: str = "index"
    is_local: bool = False


def commands() -> list[Command]:
    """Return every command of Alongside, in menu order."""
    file, edit, go = Section.FILE, Section.EDIT, Section.GO
    meeting, register, claim = Section.MEETING, Section.REGISTER, Section.CLAIM
    view, help_ = Section.VIEW, Section.HELP
    return [
        Command("print", _("Print claim forms…"), file, "Ctrl+P", "printing"),
        Command("open_file", _("Open other records…"), file, "Ctrl+Shift+O", "data-file"),
        Command("quit", _("Close Alongside"), file, "Ctrl+Q", "data-file"),
        Command("undo", _("Undo"), edit, "Ctrl+Z", "undo"),
        Command("redo", _("Do again"), edit, "Ctrl+Y", "undo"),
        Command("find", _("Find"), edit, "Ctrl+F", "people"),
        Command("add", _("Add…"), edit, "Ctrl+N", "getting-started"),
        Command("correct", _("Open or correct…"), edit, "Ctrl+O", "getting-started"),
        Command("remove", _("Remove…"), edit, "Ctrl+Del", "undo"),
        Command("usual_costs", _("Usual costs…"), edit, "Ctrl+U", "people#usual-costs"),
        Command("bank_details", _("Bank details…"), edit, "Ctrl+B", "people#bank-details"),
        Command("add_member", _("Add a member…"), edit, "Ctrl+Shift+N", "groups#members"),
        Command("correct_member", _("Correct a member’s place…"), edit, "Ctrl+Shift+E",
                "groups#members"),
        Command("remove_member", _("Remove a member…"), edit, "Ctrl+Shift+Del", "groups#members"),
        Command("today", _("Today"), go, "Ctrl+1", "today"),
        Command("meetings", _("Meetings"), go, "Ctrl+2", "meetings"),
        Command("people", _("People"), go, "Ctrl+3", "people"),
        Command("groups", _("Groups"), go, "Ctrl+4", "groups"),
        Command("claims", _("Claims"), go, "Ctrl+5", "claims"),
        Command("history", _("History"), go, "Ctrl+6", "undo"),
        Command("settings", _("Settings"), go, "Ctrl+7", "settings"),
        Command("back", _("Back"), go, "Alt+Left", "getting-started"),
        Command("next_pane", _("Next part of the window"), go, "F6", "accessibility"),
        Command("previous_pane", _("Previous part of the window"), go, "Shift+F6",
                "accessibility"),
        Command("register", _("Open the register"), meeting, "Ctrl+R", "register"),
        Command("repeat", _("Repeat the meeting…"), meeting, "Ctrl+Shift+R", "meetings#repeat"),
        Command("invite", _("Invite more people…"), meeting, "Ctrl+I", "meetings#invite"),
        Command("cancel_meeting", _("Cancel the meeting…"), meeting, "Ctrl+Shift+C",
                "meetings#cancel"),
        Command("mark_attended", _("Attended"), register, "A", "register", is_local=True),
        Command("mark_online", _("Online"), register, "O", "register", is_local=True),
        Command("mark_part", _("Attended part…"), register, "P", "register", is_local=True),
        Command("mark_left", _("Left early…"), register, "L", "register", is_local=True),
        Command("mark_apologies", _("Apologies"), register, "Y", "register", is_local=True),
        Command("mark_did_not_come", _("Did not come"), register, "N", "register", is_local=True),
        Command("mark_cancelled", _("Cancelled late"), register, "C", "register", is_local=True),
        Command("mark_none", _("Not yet marked"), register, "Del", "register", is_local=True),
        Command("walk_in", _("Add a walk-in…"), register, "Ctrl+K", "register#walk-ins"),
        Command("make_claims", _("Make claims…"), register, "Ctrl+M", "claims"),
        Command("issue", _("Issue…"), claim, "Ctrl+Shift+I", "claims#issue"),
        Command("withdraw", _("Withdraw…"), claim, "Ctrl+Shift+W", "claims#withdraw"),
        Command("larger", _("Larger text"), view, "Ctrl++", "accessibility"),
        Command("smaller", _("Smaller text"), view, "Ctrl+-", "accessibility"),
        Command("usual_size", _("Usual text size"), view, "Ctrl+0", "accessibility"),
        Command("refresh", _("Read again"), view, "F5", "data-file"),
        Command("help", _("Help on this page"), help_, "F1", "index"),
        Command("keyboard", _("Keyboard"), help_, "Ctrl+F1", "keyboard"),
        Command("help_index", _("All of help"), help_, "Shift+F1", "index"),
        Command("menu", _("Go to the menus"), help_, "F10", "keyboard"),
    ]  # fmt: skip


class Actions(QObject):
    """The commands as QActions of one window. Each is enabled while somebody answers it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._answers: dict[str, Handler] = {}
        self._always: dict[str, Handler] = {}
        self.commands = {command.id: command for command in commands()}
        self.actions: dict[str, QAction] = {}
        for command in self.commands.values():
            action = QAction(command.words, self)
            action.setObjectName(command.id)
            if command.shortcut:
                action.setShortcut(QKeySequence(command.shortcut))
            if command.is_local:
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _checked=False, name=command.id: self.perform(name))
            action.setEnabled(False)
            self.actions[command.id] = action

    def __getitem__(self, name: str) -> QAction:
        return self.actions[name]

    def answer_always(self, handlers: dict[str, Handler]) -> None:
        """Let the window itself answer these, whatever page is shown."""
        self._always |= handlers
        self._enable()

    def answer(self, handlers: dict[str, Handler]) -> None:
        """Let the page that is shown answer these, instead of the page before."""
        self._answers = handlers
        self._enable()

    def perform(self, name: str) -> None:
        """Do what a command asks, if anybody answers it now."""
        handler = self._answers.get(name) or self._always.get(name)
        if handler:
            handler()

    def fill_menus(self, bar: QMenuBar) -> None:
        """Put every command into its menu of `bar`, each with a letter of its own."""
        for section, title in self._titles().items():
            menu = bar.addMenu(title)
            menu.setAccessibleName(section.words)
            letters = Mnemonics()
            for command in self.commands.values():
                if command.section is section:
                    action = self.actions[command.id]
                    action.setText(letters.give(command.words))
                    menu.addAction(action)

    @property
    def menu_letters(self) -> str:
        """The letters that open a menu with Alt: no page may use them for a field."""
        return "".join(title.partition("&")[2][:1] for title in self._titles().values())

    def _titles(self) -> dict[Section, str]:
        letters = Mnemonics()
        return {section: letters.give(section.words) for section in Section}

    def reword(self, name: str, words: str) -> None:
        """Give a command other words for now ("Undo: Ann Lee, attended"); its letter stays."""
        action = self.actions[name]
        letter = action.text().partition("&")[2][:1]
        plain = words.replace("&", "&&")
        place = plain.casefold().find(letter.casefold()) if letter else -1
        action.setText(plain if place < 0 else f"{plain[:place]}&{plain[place:]}")

    def words_of(self, name: str) -> str:
        """Return a command's words as they stand now, without the marked letter."""
        return without_mnemonic(self.actions[name].text())

    def _enable(self) -> None:
        for name, action in self.actions.items():
            action.setEnabled(name in self._answers or name in self._always)
