"""The commands as actions of one window: in its menus, under their keys, enabled when answered."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenuBar, QPlainTextEdit, QWidget

from alongside_ui.actions import Command, Easy, Section, commands
from alongside_ui.watch import Watch
from alongside_ui.widgets.mnemonics import Mnemonics, without_mnemonic

Handler = Callable[[], None]

_TYPED_IN = (QLineEdit, QPlainTextEdit)
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_OF_FIELDS = (
    QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo, QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.SelectAll, QKeySequence.StandardKey.DeleteEndOfWord,
    QKeySequence.StandardKey.DeleteStartOfWord,
)  # fmt: skip


class Actions(QObject):
    """The commands as QActions of one window. Each is enabled while somebody answers it.

    `chosen` are the keys that this person gave to commands, by id, instead of ours.
    """

    rebound = Signal()
    """Commands have other keys than before."""

    def __init__(
        self, window: QWidget, chosen: Mapping[str, str], *, is_easy: bool = False
    ) -> None:
        super().__init__(window)
        self.is_easy = is_easy
        self._answers: dict[str, Handler] = {}
        self._always: dict[str, Handler] = {}
        self.commands = {command.id: command for command in commands()}
        self.actions: dict[str, QAction] = {}
        for command in self.commands.values():
            action = QAction(self.wording(command.id).words, self)
            action.setObjectName(command.id)
            if command.is_local:
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _checked=False, name=command.id: self.perform(name))
            action.setEnabled(False)
            self.actions[command.id] = action
        self.bind(chosen)
        Watch.here().listen(self.heard, QKeyEvent)

    def heard(self, watched: QObject, event: QEvent) -> bool:
        """Keep our keys where a field would take them: X11 has Ctrl+K and Ctrl+U delete a line.

        What every system's fields do (copy, undo, the next word) stays theirs.
        """
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(watched, _TYPED_IN):
            assert isinstance(event, QKeyEvent)
            if not any(event.matches(key) for key in _OF_FIELDS):
                pressed = QKeySequence(event.keyCombination())
                is_ours = event.modifiers() & _HELD and any(
                    pressed in each.shortcuts() for each in self.actions.values()
                )
                if is_ours:
                    event.ignore()
                    return True
        return False

    def bind(self, chosen: Mapping[str, str]) -> None:
        """Give commands the keys that were chosen for them, and all others our own."""
        for command in self.commands.values():
            own = [command.shortcut, *command.also]
            keys = [chosen[command.id]] if command.id in chosen else own
            self.actions[command.id].setShortcuts([QKeySequence(each) for each in keys if each])
        self.rebound.emit()

    def wording(self, name: str, words: str = "", easy: Easy | None = None) -> Easy:
        """Return what a command is called here: `words`, or `easy` where easy words are wanted.

        Without those it has its own. The usual words have no picture.
        """
        command = self.commands[name]
        if self.is_easy:
            return easy or command.easy or Easy(words or command.words)
        return Easy(words or command.words)

    def reword_all(self, *, is_easy: bool) -> None:
        """Call every command by its easy words, or by its usual ones."""
        self.is_easy = is_easy
        for section in Section:
            letters = Mnemonics()
            for command in self.commands.values():
                if command.section is section:
                    words = self.wording(command.id).words
                    self.actions[command.id].setText(letters.give(words))

    def keys_of(self, name: str) -> str:
        """Return a command's main key, as people of this system write it."""
        return self.actions[name].shortcut().toString(QKeySequence.SequenceFormat.NativeText)

    def can(self, name: str) -> bool:
        """Return whether anybody answers a command now."""
        return name in self._answers or name in self._always

    def here(self) -> list[Command]:
        """Return the commands that the page which is shown answers, in menu order."""
        return [command for command in self.commands.values() if command.id in self._answers]

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
            for command in self.commands.values():
                if command.section is section:
                    menu.addAction(self.actions[command.id])
        self.reword_all(is_easy=self.is_easy)

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
            action.setEnabled(self.can(name))
