"""A paper before it is printed: the picture of a page, and the words of that page beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from alongside.domain.marks import PageMarks
from alongside.i18n import _
from alongside_ui.announce import speak
from alongside_ui.theme import LARGE, NARROW, SMALL
from alongside_ui.widgets.dialog import FormDialog
from alongside_ui.widgets.flow import FlowLayout
from alongside_ui.widgets.mnemonics import Mnemonics
from alongside_ui.widgets.paper import PaperView

_ADJUST = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
_BOTH, _PICTURE, _TEXT = "both", "picture", "text"
_TURNS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_LETTERS = 140
"""Letters that a screen has beside one another where picture and text go side by side."""
_WIDE, _HIGH = 1040, 680
"""Pixels that a dialog with a picture of paper wants, where the screen has them."""


@dataclass(frozen=True, slots=True)
class PreviewWords:
    """What the parts of a preview are called: whose paper is shown, its picture, its text."""

    whose: str
    picture: str
    text: str


class PaperPreview(QWidget):
    """A page of one of several papers, and its words. `chosen` says that another is wanted.

    Page Up and Page Down turn it, and say which it is. Picture and words stand beside one another
    where the screen has the room.
    """

    chosen = Signal()

    def __init__(self, words: PreviewWords, letters: Mnemonics) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._pages: Sequence[PageMarks] = ()
        self._words: Sequence[str] = ()
        self._whose, self._page = _short_box(words.whose), _short_box(_("Page"))
        self._how = _short_box(_("Show"))
        room = self.screen().availableSize().width() // self.fontMetrics().averageCharWidth()
        both = [(_BOTH, _("as picture and text"))] if room > _LETTERS else []
        for kind, how in [*both, (_PICTURE, _("as a picture")), (_TEXT, _("as text"))]:
            self._how.addItem(how, kind)
        top = FlowLayout(spacing=SMALL)
        self._labels = []
        for box in (self._whose, self._page, self._how):
            label = QLabel()
            label.setBuddy(box)
            label.setText(letters.give(box.accessibleName()))
            top.addWidget(label)
            top.addWidget(box)
            self._labels.append(label)
        column.addLayout(top)
        self.paper = PaperView(words.picture)
        self._scroll = QScrollArea()
        self._scroll.setWidget(self.paper)
        self._scroll.setAccessibleName(words.picture)
        self._scroll.setMinimumHeight(12 * self.fontMetrics().lineSpacing())
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(words.text)
        self._named = QLabel()
        self._named.setBuddy(self._text)
        self._named.setText(words.text)
        beside_picture = QVBoxLayout()
        beside_picture.addWidget(self._named)
        beside_picture.addWidget(self._text, 1)
        side_by_side = QHBoxLayout()
        side_by_side.addWidget(self._scroll, 1)
        side_by_side.addLayout(beside_picture, 1)
        column.addLayout(side_by_side, 1)
        for turned in (self._scroll, self._text):
            turned.installEventFilter(self)
        self._whose.currentIndexChanged.connect(lambda _row: self.chosen.emit())
        self._page.currentIndexChanged.connect(self._show_page)
        self._how.currentIndexChanged.connect(self._swap)
        self._swap()

    @property
    def number(self) -> int:
        """Which of the papers is wanted, from 0."""
        return max(0, self._whose.currentIndex())

    def set_whose(self, names: Sequence[str], current: int = 0) -> None:
        """Offer the papers of these; without names there is one, and nothing to choose."""
        self._whose.blockSignals(True)
        self._whose.clear()
        self._whose.addItems(list(names))
        self._whose.setCurrentIndex(current)
        self._whose.blockSignals(False)
        for widget in (self._labels[0], self._whose):
            widget.setVisible(bool(names))

    def show_pages(
        self, pages: Sequence[PageMarks], words: str, page_words: Sequence[str] = ()
    ) -> None:
        """Show the first of `pages`, with the words of each by itself, or all of them."""
        self._pages, self._words = pages, page_words or [words] * max(1, len(pages))
        said = _("Page {number} of {of}")
        self._page.blockSignals(True)
        self._page.clear()
        self._page.addItems([said.format(number=each.number, of=each.of) for each in pages])
        self._page.blockSignals(False)
        self._fit()
        self._show_page()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Turn the page on Page Up and Page Down."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            by = _TURNS.get(Qt.Key(event.key()))
            if by and not event.modifiers():
                self._turn(by)
                return True
        return super().eventFilter(watched, event)

    def _turn(self, by: int) -> None:
        """Go so many pages on; where there is none, say again which it is."""
        to = min(max(self._page.currentIndex() + by, 0), self._page.count() - 1)
        self._page.setCurrentIndex(to)
        speak(self._page.currentText())

    def _show_page(self) -> None:
        number = max(0, self._page.currentIndex())
        self.paper.set_pages(self._pages[number : number + 1])
        self._scroll.verticalScrollBar().setValue(0)
        self._text.setPlainText(self._words[number] if self._words else "")

    def _swap(self) -> None:
        kind = self._how.currentData()
        self._scroll.setVisible(kind != _TEXT)
        for widget in (self._named, self._text):
            widget.setVisible(kind != _PICTURE)
        self._fit()

    def _fit(self) -> None:
        """Make a page as wide as there is room for it."""
        if not self._pages:
            return
        self.layout().activate()
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        room = self._scroll.width() - bar - LARGE - SMALL
        self.paper.set_scale(max(0.5, room / max(page.width for page in self._pages)))


def beside(dialog: FormDialog, preview: QWidget) -> None:
    """Put `preview` beside the fields of `dialog`, or under them where the screen is narrow."""
    letters = dialog.fontMetrics().averageCharWidth()
    is_wide = dialog.screen().availableSize().width() > 2 * NARROW * letters
    row = QHBoxLayout() if is_wide else QVBoxLayout()
    dialog.body.removeWidget(dialog.form)
    row.addWidget(dialog.form, 2, Qt.AlignmentFlag.AlignTop)
    row.addWidget(preview, 3)
    dialog.body.takeAt(dialog.body.count() - 1)  # the preview takes what room is left
    dialog.body.addLayout(row, 1)
    dialog.take_room(140, 40)


def take_room_for_paper(dialog: FormDialog) -> None:
    """Make an open dialog large enough to see a page in it, where the screen has the room."""
    dialog.resize(max(dialog.width(), _WIDE), max(dialog.height(), _HIGH))
    dialog.resize(dialog.size().boundedTo(dialog.screen().availableSize()))


def _short_box(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(_ADJUST)
    box.setMinimumContentsLength(12)
    return box
