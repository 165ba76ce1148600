"""Titles and headings: with the plain text, the three sizes of type; they grow with it."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel

from alongside_ui.look import Look


class Heading(QLabel):
    """The middle size: a part of a page."""

    times: ClassVar[float] = 1.2

    def __init__(self, words: str = "") -> None:
        super().__init__(words)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        Look.of(application).changed.connect(self._grow)
        self._grow()

    def _grow(self) -> None:
        font = QFont(QApplication.font())
        font.setPointSizeF(font.pointSizeF() * self.times)
        font.setBold(True)
        self.setFont(font)


class Title(Heading):
    """The largest size: what a page is."""

    times = 1.6
