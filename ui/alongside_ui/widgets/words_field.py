"""A line for the recovery words: pasted or typed, with the words that fit what is at the caret."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidgetItem, QVBoxLayout, QWidget

from alongside import keys
from alongside.i18n import _, ngettext
from alongside_ui.announce import speak
from alongside_ui.theme import HAIR
from alongside_ui.widgets.word_list import WordList

_MOST = 8
_FEWEST_LETTERS = 2
_LINES = 3
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_TAKES = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class WordsField(QWidget):
    """Down and Up choose among the words that fit, without leaving the line; Enter takes one.

    While none is chosen, Enter is the dialog's.
    """

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.list = WordList(_("Words that fit"))
        self.count = QLabel()
        self.count.setProperty("is_quiet", True)
        self.count.setWordWrap(True)
        self._about = self._described = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HAIR)
        for widget in (self.line, self.count, self.list):
            column.addWidget(widget)
        lines = self.fontMetrics().lineSpacing() * _LINES
        self.list.setFixedHeight(lines + 2 * self.list.frameWidth() + HAIR)
        self.setFocusProxy(self.line)
        for widget in (self.line, self.list):
            widget.installEventFilter(self)
        self.line.textEdited.connect(self._find)
        self.line.cursorPositionChanged.connect(self._find)
        self.list.itemClicked.connect(lambda _item: self._take())
        self._find()

    @property
    def text(self) -> str:
        """What is typed, with single spaces."""
        return " ".join(self.line.text().split())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows choose while typing goes on in the line; Enter takes what is chosen."""
        if event.type() != QEvent.Type.KeyPress:
            return False
        assert isinstance(event, QKeyEvent)
        step = _STEPS.get(Qt.Key(event.key()))
        if watched is self.line and step and self.list.count():
            row = self.list.currentRow() + step
            self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
            speak(self.list.currentItem().text())
            return True
        takes = _TAKES | ({Qt.Key.Key_Space} if watched is self.list else set())
        if event.key() in takes and not event.modifiers() and self.list.currentRow() >= 0:
            self._take()
            return True
        return False

    def setAccessibleName(self, name: str) -> None:
        """Name the line: that is where the keyboard goes."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def setAccessibleDescription(self, words: str) -> None:
        """Describe the line: what is wrong with it is heard where the keyboard goes."""
        super().setAccessibleDescription(words)
        self._about = words
        self._describe(words or self.count.text())

    def _at_caret(self) -> tuple[int, int]:
        """Return where the word at the caret begins and ends."""
        text, caret = self.line.text(), self.line.cursorPosition()
        start = text.rfind(" ", 0, caret) + 1
        end = text.find(" ", caret)
        return start, len(text) if end < 0 else end

    def _find(self) -> None:
        """Find which words fit what is typed at the caret now."""
        start, end = self._at_caret()
        typed = self.line.text()[start:end]
        found = keys.completions(typed, _MOST) if len(typed) >= _FEWEST_LETTERS else []
        self.list.clear()
        for word in found if found != [typed.casefold()] else []:
            self.list.addItem(QListWidgetItem(word))
        words = self._said_of(typed, found)
        is_new = words != self.count.text()
        self.count.setText(words)
        self._describe(self._about or words)
        if is_new and words and self.line.hasFocus():
            speak(words)

    def _describe(self, words: str) -> None:
        """Describe the line if that is new: a screen reader speaks it while one types."""
        if words != self._described:
            self._described = words
            self.line.setAccessibleDescription(words)

    def _said_of(self, typed: str, found: list[str]) -> str:
        if len(typed) < _FEWEST_LETTERS or found == [typed.casefold()] or len(found) == _MOST:
            return ""
        if not found:
            return _("No word of the list begins with “{letters}”.").format(letters=typed)
        words = ngettext("{n} word fits: {words}", "{n} words fit: {words}", len(found))
        return words.format(n=len(found), words=", ".join(found))

    def _take(self) -> None:
        """Put the word that is chosen in the place of what is typed at the caret."""
        item = self.list.currentItem()
        if item is None:
            return
        word, (start, end) = item.text(), self._at_caret()
        text = self.line.text()
        self.line.setText(f"{text[:start]}{word} {text[end:].lstrip()}")
        self.line.setCursorPosition(start + len(word) + 1)
        self.line.setFocus()
        speak(word)
