"""The recovery words, large and in order; a screen reader reads them one by one."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QApplication, QListWidgetItem

from alongside.i18n import _
from alongside_ui.look import Look
from alongside_ui.theme import HAIR
from alongside_ui.widgets.word_list import WordList

_TIMES = 1.6


class SevenWords(WordList):
    """Numbered words, as high as they need; on request each with its letters apart."""

    def __init__(self, words: str) -> None:
        super().__init__(_("Recovery words"))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._words = words.split()
        for number, word in enumerate(self._words, 1):
            self.addItem(QListWidgetItem(_("{number}, {word}").format(number=number, word=word)))
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        Look.of(application).changed.connect(self._grow)
        self._grow()

    def spell(self) -> None:
        """Show each word with its letters apart from now on."""
        for row, word in enumerate(self._words):
            words = _("{number}, {word}: {letters}")
            item = self.item(row)
            item.setText(words.format(number=row + 1, word=word, letters=", ".join(word)))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the words need at this width."""
        super().resizeEvent(event)
        self._fit()

    def _grow(self) -> None:
        font = QFont(QApplication.font())
        font.setPointSizeF(font.pointSizeF() * _TIMES)
        self.setFont(font)
        self._fit()

    def _fit(self) -> None:
        rows = sum(self.sizeHintForRow(row) for row in range(self.count()))
        self.setFixedHeight(rows + 2 * (self.frameWidth() + HAIR))
