"""A list of words that says which one it is on as soon as the keyboard comes to it."""

from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent
from PySide6.QtWidgets import QListWidget, QWidget


class WordList(QListWidget):
    """Qt tells a screen reader of the list alone when the keyboard comes; this, of the entry."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be on an entry, and tell which."""
        if self.currentRow() < 0 and self.count():
            self.setCurrentRow(0)
        super().focusInEvent(event)
        if self.currentRow() >= 0 and QAccessible.isActive():
            told = QAccessibleEvent(self, QAccessible.Event.Focus)
            told.setChild(self.currentRow())
            QAccessible.updateAccessibility(told)
