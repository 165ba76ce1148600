"""A paper before it is printed: as a picture, or as text that a screen reader can read."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
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
from alongside_ui.theme import LARGE, NARROW, SMALL
from alongside_ui.widgets.dialog import FormDialog
from alongside_ui.widgets.flow import FlowLayout
from alongside_ui.widgets.mnemonics import Mnemonics
from alongside_ui.widgets.paper import PaperView

_ADJUST = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
_WIDE, _HIGH = 1040, 680
"""Pixels that a dialog with a picture of paper wants, where the screen has them."""


@dataclass(frozen=True, slots=True)
class PreviewWords:
    """What the parts of a preview are called: whose paper is shown, its picture, its text."""

    whose: str
    picture: str
    text: str


class PaperPreview(QWidget):
    """One of several papers, as a picture or as text. `chosen` says that another is wanted."""

    chosen = Signal()

    def __init__(self, words: PreviewWords, letters: Mnemonics) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._whose, self._how = _short_box(words.whose), _short_box(_("Show"))
        for how in (_("as a picture"), _("as text")):
            self._how.addItem(how)
        top = FlowLayout(spacing=SMALL)
        self._labels = []
        for box in (self._whose, self._how):
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
        self._text.hide()
        column.addWidget(self._scroll, 1)
        column.addWidget(self._text, 1)
        self._whose.currentIndexChanged.connect(lambda _row: self.chosen.emit())
        self._how.currentIndexChanged.connect(self._swap)

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

    def show_pages(self, pages: Sequence[PageMarks], words: str) -> None:
        """Show a paper as wide as there is room."""
        if pages:
            bar = self._scroll.verticalScrollBar().sizeHint().width()
            room = self._scroll.width() - bar - LARGE - SMALL
            self.paper.set_scale(max(0.5, room / max(page.width for page in pages)))
        self.paper.set_pages(pages)
        self._text.setPlainText(words)

    def _swap(self, row: int) -> None:
        self._scroll.setVisible(row == 0)
        self._text.setVisible(row == 1)


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
