"""A button that Enter presses too, everywhere, and that a command can stand behind."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QPalette
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from alongside_ui.icons import icon
from alongside_ui.look import Look
from alongside_ui.widgets.mnemonics import without_mnemonic


class Button(QPushButton):
    """A button with words. `is_main` marks the one that most people want next.

    `picture` is an icon to stand beside the words, "" for none: only decoration.
    """

    def __init__(
        self, words: str, parent: QWidget | None = None, *, is_main: bool = False, picture: str = ""
    ) -> None:
        super().__init__(words, parent)
        self._picture = picture
        self.setAccessibleName(without_mnemonic(words))
        self.setAutoDefault(False)
        self.setProperty("is_main", is_main)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the picture in the colours and the size that now are."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._draw()

    def show_picture(self, picture: str) -> None:
        """Put another picture beside the words; "" for none."""
        self._picture = picture
        self._draw()

    def _draw(self) -> None:
        application = QApplication.instance()
        if not self._picture or not isinstance(application, QApplication):
            return
        look, role = Look.of(application), QPalette.ColorRole.ButtonText
        palette = QApplication.palette()
        ink, faint = palette.color(role), palette.color(QPalette.ColorGroup.Disabled, role)
        is_main = self.property("is_main") and not look.asks_for_contrast
        colour = look.theme.on_accent if is_main else ink.name()
        height = round(self.fontMetrics().height() * 1.2)
        self.setIcon(icon(self._picture, colour, colour, faint.name()))
        self.setIconSize(QSize(height, height))

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
        picture: str = "",
    ) -> None:
        super().__init__(words, parent, is_main=is_main, picture=picture)
        self._action = action
        self._keys = ""
        self._say_keys()
        action.changed.connect(self._say_keys)
        self.clicked.connect(lambda: action.trigger())
        action.enabledChanged.connect(self.setEnabled)
        self.setEnabled(action.isEnabled())

    def _say_keys(self) -> None:
        shortcut = self._action.shortcut()
        keys = shortcut.toString(shortcut.SequenceFormat.NativeText)
        if keys != self._keys:  # a screen reader speaks it where the keyboard is
            self._keys = keys
            self.setToolTip(f"{without_mnemonic(self.text())} ({keys})" if keys else "")
            self.setAccessibleDescription(keys)
