"""A form before it is printed: the picture of a page, and the words of that page beside it."""

from collections.abc import Sequence

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

from alongside.i18n import _
from alongside.services.claim_rows import ClaimRow
from alongside.services.forms import Form
from alongside_ui.announce import speak
from alongside_ui.theme import LARGE, SMALL
from alongside_ui.widgets.flow import FlowLayout
from alongside_ui.widgets.mnemonics import Mnemonics
from alongside_ui.widgets.paper import PaperView

_ADJUST = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
_BOTH, _PICTURE, _TEXT = "both", "picture", "text"
_TURNS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class PrintPreview(QWidget):
    """One page of one form at a time. Page Up and Page Down turn it, and say which it is.

    `wanted` asks for the form of the claim that is chosen. Picture and words stand beside one
    another if `has_room`.
    """

    wanted = Signal()

    def __init__(
        self, letters: Mnemonics, claims: Sequence[ClaimRow], current: ClaimRow, *, has_room: bool
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._form: Form | None = None
        self._whose, self._page, self._how = QComboBox(), QComboBox(), QComboBox()
        for row in claims:
            self._whose.addItem(f"{row.person}, {row.number}", row.id)
        self._whose.setCurrentIndex([row.id for row in claims].index(current.id))
        both = [(_BOTH, _("as picture and text"))] if has_room else []
        for kind, words in [*both, (_PICTURE, _("as a picture")), (_TEXT, _("as text"))]:
            self._how.addItem(words, kind)
        top = FlowLayout(spacing=SMALL)
        for label_words, box in (
            (_("Form of"), self._whose), (_("Page"), self._page), (_("Show"), self._how)
        ):  # fmt: skip
            box.setSizeAdjustPolicy(_ADJUST)
            box.setMinimumContentsLength(12)
            label = QLabel()
            label.setBuddy(box)
            label.setText(letters.give(label_words))
            box.setAccessibleName(label_words)
            top.addWidget(label)
            top.addWidget(box)
        column.addLayout(top)
        self.paper = PaperView(_("The form as a picture"))
        self._scroll = QScrollArea()
        self._scroll.setWidget(self.paper)
        self._scroll.setAccessibleName(_("The form as a picture"))
        self._scroll.setMinimumHeight(12 * self.fontMetrics().lineSpacing())
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(_("The form as text"))
        pages = QHBoxLayout()
        pages.addWidget(self._scroll, 1)
        pages.addWidget(self._text, 1)
        column.addLayout(pages, 1)
        for turned in (self._scroll, self._text):
            turned.installEventFilter(self)
        self._whose.currentIndexChanged.connect(lambda: self.wanted.emit())
        self._page.currentIndexChanged.connect(self._show_page)
        self._how.currentIndexChanged.connect(self._swap)
        self._swap()

    @property
    def claim_id(self) -> object:
        """The id of the claim whose form is wanted."""
        return self._whose.currentData()

    def show_form(self, form: Form) -> None:
        """Show the first page of `form`."""
        self._form = form
        self._page.blockSignals(True)
        self._page.clear()
        for page in form.pages:
            words = _("Page {number} of {of}").format(number=page.number, of=page.of)
            self._page.addItem(words)
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
        number = self._page.currentIndex()
        if self._form is None or number < 0:
            return
        self.paper.set_pages([self._form.pages[number]])
        self._scroll.verticalScrollBar().setValue(0)
        self._text.setPlainText(self._form.page_words[number])

    def _swap(self) -> None:
        kind = self._how.currentData()
        self._scroll.setVisible(kind != _TEXT)
        self._text.setVisible(kind != _PICTURE)
        self._fit()

    def _fit(self) -> None:
        """Make a page as wide as there is room for it."""
        if self._form is None:
            return
        self.layout().activate()
        width = max(page.width for page in self._form.pages)
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        room = self._scroll.width() - bar - LARGE - SMALL
        self.paper.set_scale(max(0.5, room / width))
