"""Every command with its keys: to look up, to change, to put back and to print."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QWidget

from alongside.domain.errors import UserError, WorldError
from alongside.i18n import _
from alongside_ui import errors
from alongside_ui.announce import speak
from alongside_ui.preferences import Preferences
from alongside_ui.shortcuts.keys import read
from alongside_ui.shortcuts.paper import print_keys
from alongside_ui.widgets.dialog import Dialog, ask
from alongside_ui.widgets.fields import Fields
from alongside_ui.widgets.find_line import FindLine
from alongside_ui.widgets.mnemonics import Mnemonics
from alongside_ui.widgets.rows import Column
from alongside_ui.widgets.table import Table
from alongside_ui.window_actions import Actions

_HELD = frozenset({
    Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A command and its keys. `is_own` says that this person chose them."""

    id: str
    words: str
    menu: str
    keys: str
    is_own: bool


class ShortcutsDialog(Dialog):
    """The list of commands with their keys."""

    help = "keyboard#change-keys"

    def __init__(self, parent: QWidget, actions: Actions, preferences: Preferences) -> None:
        super().__init__(
            parent, _("Keys for commands"),
            _("Type to find a command. Enter on it gives it other keys."),
        )  # fmt: skip
        self._actions, self._preferences = actions, preferences
        label = QLabel()
        self.line = FindLine()
        label.setBuddy(self.line)
        label.setText(self.letters.give(_("Find a command")))
        self.line.setAccessibleName(_("Find a command"))
        self.table: Table[KeyRow] = Table(
            _("Commands"),
            [
                Column(_("Command"), lambda row: row.words, _spoken, is_whole=True),
                Column(_("Keys"), lambda row: row.keys, is_whole=True),
                Column(_("Menu"), lambda row: row.menu),
                Column(_("Changed"), lambda row: _("yours") if row.is_own else ""),
            ],
            empty=_("No command is called that."),
        )
        self.line.down_to(self.table)
        self.line.textChanged.connect(self._fill)
        self.table.opened.connect(lambda _row: self._change())
        for widget in (label, self.line, self.table):
            self.body.addWidget(widget)
        self.add_button(_("Change…"), self._change, is_main=True)
        self.add_button(_("As it was"), self._put_back)
        self.add_button(_("All as they were"), self._put_all_back)
        self.add_button(_("Print…"), lambda: print_keys(self, self._actions))
        self.add_button(_("Close"), self.accept)
        self.take_room(96, 28)
        self._fill()
        self.line.setFocus()

    def _fill(self) -> None:
        typed = self.line.text().casefold().split()
        rows = self._rows()
        for word in typed:
            rows = [r for r in rows if word in f"{r.words} {r.keys} {r.menu}".casefold()]
        self.table.set_rows(rows)

    def _rows(self) -> list[KeyRow]:
        chosen = self._preferences.settings.shortcuts
        return [
            KeyRow(command.id, command.words.removesuffix("…"), command.section.words,
                   self._actions.keys_of(command.id), command.id in chosen)
            for command in self._actions.commands.values()
        ]  # fmt: skip

    def _change(self) -> None:
        row = self.table.current
        if row is not None:
            ChangeKeysDialog(self, self._actions, row, self._choose).open()

    def _choose(self, name: str, keys: str) -> None:
        self._keep(self._preferences.settings.shortcuts | {name: keys})
        words = _("{command} now has {keys}")
        row = next(row for row in self._rows() if row.id == name)
        speak(words.format(command=row.words, keys=row.keys))

    def _put_back(self) -> None:
        row = self.table.current
        if row is not None:
            chosen = dict(self._preferences.settings.shortcuts)
            chosen.pop(row.id, None)
            self._keep(chosen)
            speak(_("{command} has {keys} again").format(
                command=row.words, keys=self._actions.keys_of(row.id)))  # fmt: skip

    def _put_all_back(self) -> None:
        def put_back() -> None:
            self._keep({})
            speak(_("All keys are as they were"))

        ask(self, _("Put all keys back as they were?"), _("Keys that you chose are forgotten."),
            yes=_("Put back"), no=_("Keep mine"), then=put_back)  # fmt: skip

    def _keep(self, chosen: dict[str, str]) -> None:
        try:
            self._preferences.change(shortcuts=chosen)
        except WorldError as error:
            errors.show(error, self)
        self._actions.bind(self._preferences.settings.shortcuts)
        self._fill()


class ChangeKeysDialog(Dialog):
    """Other keys for one command: typed in words, or pressed once after “Press keys”."""

    help = "keyboard#change-keys"

    def __init__(
        self, parent: QWidget, actions: Actions, row: KeyRow, choose: Callable[[str, str], None]
    ) -> None:
        super().__init__(
            parent, _("Keys for “{command}”").format(command=row.words),
            _("Now: {keys}.").format(keys=row.keys or _("no keys")),
        )  # fmt: skip
        self._actions, self._row, self._choose = actions, row, choose
        self._is_listening = False
        self.form = Fields(letters="spc")
        self.keys = self.form.text("keys", _("New keys"), "", _("In words, like Ctrl+Shift+M"))
        self.body.addWidget(self.form)
        self.letters = Mnemonics("n")
        self.add_button(_("Save"), self._save, is_main=True)
        self._listen = self.add_button(_("Press keys"), self._start_listening)
        self.add_button(_("Cancel"), self.reject)
        self._listen.installEventFilter(self)
        self.keys.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While listening, take the next keys as what they are; Esc alone stops listening."""
        if watched is not self._listen or not self._is_listening:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress:
            return False
        assert isinstance(event, QKeyEvent)
        if event.key() in _HELD:
            return True
        self._is_listening = False
        if event.key() == Qt.Key.Key_Escape:
            speak(_("Stopped listening"))
            return True
        pressed = QKeySequence(QKeyCombination(event.modifiers(), Qt.Key(event.key())))
        self.keys.setText(pressed.toString(QKeySequence.SequenceFormat.PortableText))
        self.keys.setFocus()
        return True

    def _start_listening(self) -> None:
        self._is_listening = True
        speak(_("Press the keys now. Esc stops."))

    def _save(self) -> None:
        self.form.clear_problems()
        taken = {
            each.toString(QKeySequence.SequenceFormat.PortableText): self._actions.words_of(name)
            for name, action in self._actions.actions.items()
            if name != self._row.id
            for each in action.shortcuts()
        }
        try:
            keys = read(self.keys.text(), self._actions.commands[self._row.id], taken)
        except UserError as error:
            self.form.show_problems([error])
            return
        self.accept()
        self._choose(self._row.id, keys)


def _spoken(row: KeyRow) -> str:
    own = _(", changed by you") if row.is_own else ""
    keys = row.keys or _("no keys")
    return _("{command}, {keys}{own}").format(command=row.words, keys=keys, own=own)
