"""Type what you want to do: a line, and a list of the commands that fit; Enter does one."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidgetItem, QWidget

from alongside.i18n import _, ngettext
from alongside_ui.actions import Section
from alongside_ui.announce import speak
from alongside_ui.palette.find import Entry, find
from alongside_ui.widgets.dialog import Dialog
from alongside_ui.widgets.mnemonics import without_mnemonic
from alongside_ui.widgets.word_list import WordList
from alongside_ui.window_actions import Actions

_NOT_LISTED = frozenset({"palette"})
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class PaletteDialog(Dialog):
    """Everything that can be done, found by typing. Down and Up move without leaving the line."""

    help = "keyboard#type-what-you-want-to-do"

    def __init__(self, parent: QWidget, actions: Actions, do: Callable[[str], None]) -> None:
        super().__init__(
            parent, _("What do you want to do?"),
            _("Type some words. Up and Down choose, Enter does it."),
        )  # fmt: skip
        self._entries = entries_of(actions)
        self._do = do
        label = QLabel()
        self.line = QLineEdit()
        label.setBuddy(self.line)
        label.setText(self.letters.give(_("What to do")))
        self.line.setAccessibleName(_("What to do"))
        self.list = WordList(_("What can be done"))
        self.count = QLabel()
        self.count.setWordWrap(True)
        self.count.setProperty("is_quiet", True)
        for widget in (label, self.line, self.count):
            self.body.addWidget(widget)
        self.body.addWidget(self.list, 1)
        self.add_button(_("Do it"), self._choose, is_main=True)
        self.add_button(_("Cancel"), self.reject)
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._show)
        self.list.itemActivated.connect(lambda _item: self._choose())
        self.take_room(64, 24)
        self._show()
        self.line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move in the list while typing goes on in the line."""
        if watched is self.line and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            step = _STEPS.get(Qt.Key(event.key()))
            if step and self.list.count():
                row = min(max(self.list.currentRow() + step, 0), self.list.count() - 1)
                self.list.setCurrentRow(row)
                speak(self.list.item(row).text())
                return True
        return False

    def _show(self) -> None:
        self._found = find(self.line.text(), self._entries)
        self.list.clear()
        for entry in self._found:
            self.list.addItem(QListWidgetItem(words_of(entry)))
        if self._found:
            self.list.setCurrentRow(0)
            words = ngettext("{n} thing to do: {first}", "{n} things to do, first {first}",
                             len(self._found)).format(
                n=len(self._found), first=words_of(self._found[0]))  # fmt: skip
        else:
            words = _("Nothing is called that. Try other words, or F1 for help.")
        self.count.setText(words)
        self.line.setAccessibleDescription(words)
        if self.line.hasFocus():
            speak(words)

    def _choose(self) -> None:
        row = self.list.currentRow()
        if row < 0:
            return
        entry = self._found[row]
        if not entry.can:
            # translators: {where} is a sentence that says where it can
            words = _("“{command}” cannot be done here. {where}").format(
                command=entry.words, where=_where(entry))  # fmt: skip
            self.count.setText(words)
            self.line.setAccessibleDescription(words)
            self.line.setFocus()
            speak(words, is_urgent=True)
            return
        self.accept()
        QTimer.singleShot(0, lambda: self._do(entry.id))  # once the keyboard is back where it was


def entries_of(actions: Actions) -> list[Entry]:
    """Return every command as something to do, in menu order."""
    return [
        Entry(command.id, _plain_words(actions, command.id), f"{command.words} {command.says}",
              command.section.words,
              actions.keys_of(command.id), actions.can(command.id))
        for command in actions.commands.values()
        if command.id not in _NOT_LISTED
    ]  # fmt: skip


def words_of(entry: Entry) -> str:
    """Return an entry as it is shown and spoken: what it does, its key, or that it cannot be."""
    if not entry.can:
        return _("{words} (not on this page)").format(words=entry.words)
    return f"{entry.words}, {entry.keys}" if entry.keys else entry.words


def _plain_words(actions: Actions, name: str) -> str:
    return without_mnemonic(actions.words_of(name)).removesuffix("…")


def _where(entry: Entry) -> str:
    if entry.place == Section.REGISTER.words:
        return _("Open a register first: go to Meetings, then press Enter on one.")
    if entry.place == Section.CLAIM.words:
        return _("Open a claim first: go to Claims, then press Enter on one.")
    return _("Go to the page it belongs to first.")
