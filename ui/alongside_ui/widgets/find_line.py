"""A line to find by typing: Down goes to the list, Esc clears."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class FindLine(QLineEdit):
    """Typing filters a list; the keyboard never has to leave by Tab."""

    def __init__(self) -> None:
        super().__init__()
        self._list: QWidget | None = None
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 16)

    def down_to(self, widget: QWidget) -> None:
        """Let Down and Enter go to `widget`."""
        self._list = widget

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the list on Down or Enter; clear on Esc."""
        keys = {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.key() in keys and self._list:
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
