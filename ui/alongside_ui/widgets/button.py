"""A button that Enter presses too, everywhere, and that a command can stand behind."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from alongside_ui.widgets.mnemonics import without_mnemonic


class Button(QPushButton):
    """A button with words. `is_main` marks the one that most people want next."""

    def __init__(self, words: str, parent: QWidget | None = None, *, is_main: bool = False) -> None:
        super().__init__(words, parent)
        self.setAccessibleName(without_mnemonic(words))
        self.setAutoDefault(False)
        self.setProperty("is_main", is_main)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter as on Space: Qt does so in dialogs only."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)


class ActionButton(Button):
    """A button for a command: enabled when it is, and it says the command's shortcut."""

    def __init__(
        self,
        action: QAction,
        words: str,
        parent: QWidget | None = None,
        *,
        is_main: bool = False,
    ) -> None:
        super().__init__(words, parent, is_main=is_main)
        self._action = action
        self._say_keys()
        action.changed.connect(self._say_keys)
        self.clicked.connect(lambda: action.trigger())
        action.enabledChanged.connect(self.setEnabled)
        self.setEnabled(action.isEnabled())

    def _say_keys(self) -> None:
        shortcut = self._action.shortcut()
        keys = shortcut.toString(shortcut.SequenceFormat.NativeText)
        self.setToolTip(f"{without_mnemonic(self.text())} ({keys})" if keys else "")
        self.setAccessibleDescription(keys)
