"""Finds a person as a name is typed: a line to type in, and a list that arrows reach."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidgetItem, QVBoxLayout, QWidget

from alongside.i18n import _, ngettext
from alongside.services.people import PersonRow
from alongside_ui.announce import speak
from alongside_ui.theme import HAIR
from alongside_ui.widgets.word_list import WordList

_SHOWN = 50


class PersonField(QWidget):
    """A name to type, and who matches. Down goes to the list; typing goes on in the line."""

    chosen = Signal(object)
    """The PersonRow on which Enter came, in the list."""

    def __init__(self, find: Callable[[str], Sequence[PersonRow]], name: str) -> None:
        super().__init__()
        self._find = find
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.list = WordList(_("People who match"))
        self.count = QLabel()
        self.count.setProperty("is_quiet", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HAIR)
        column.addWidget(self.line)
        column.addWidget(self.count)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.line)
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self.read_again)
        self.list.itemActivated.connect(lambda item: self.chosen.emit(_row(item)))
        self.read_again()

    @property
    def current(self) -> PersonRow | None:
        """The person that the list is on, or None."""
        return _row(self.list.currentItem()) if self.list.currentItem() else None

    @property
    def text(self) -> str:
        """What is typed."""
        return " ".join(self.line.text().split())

    def read_again(self) -> None:
        """Find who matches what is typed now."""
        found = self._find(self.line.text())
        self.list.clear()
        for person in found[:_SHOWN]:
            words = f"{person.name} ({person.nickname})" if person.nickname else person.name
            if person.groups:
                words = f"{words}, {person.groups}"
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, person)
            self.list.addItem(item)
        if found:
            self.list.setCurrentRow(0)
        words = ngettext("{n} person", "{n} people", len(found)).format(n=len(found))
        self.count.setText(words)
        self.line.setAccessibleDescription(words)
        if self.line.hasFocus():
            speak(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down and Up in the line move in the list, without leaving the line."""
        if watched is self.line and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step and self.list.count():
                row = self.list.currentRow() + step
                self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
                item = self.list.currentItem()
                if item:
                    speak(item.text())
                return True
        return False

    def setAccessibleName(self, name: str) -> None:
        """Name the line: that is where the keyboard goes."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def setAccessibleDescription(self, words: str) -> None:
        """Describe the line: what is wrong with it is heard where the keyboard goes."""
        super().setAccessibleDescription(words)
        self.line.setAccessibleDescription(words or self.count.text())

    def id_or_none(self) -> UUID | None:
        """Return the id of the person the list is on, or None."""
        return self.current.id if self.current else None


def _row(item: QListWidgetItem) -> PersonRow:
    row: PersonRow = item.data(Qt.ItemDataRole.UserRole)
    return row
