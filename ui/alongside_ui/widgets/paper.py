"""Pages of paper on the screen and the printer: the same marks that the file has."""

from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from alongside.domain.marks import (
    Box,
    Drawing,
    Font,
    Mark,
    PageMarks,
    Picture,
    Rule,
    Shaped,
    Text,
)
from alongside_resources import path

_GAP = 12
_BIG = 1000.0
"""Pixels of the font that glyphs are taken at, then scaled: hinting must not move them."""


def paint(painter: QPainter, page: PageMarks, scale: float) -> None:
    """Paint `page` from the painter's origin, `scale` device pixels to a point.

    The colour of the paper is left to the paper.
    """
    painter.save()
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as the file is, whoever reads it
    painter.scale(scale, scale)
    for mark in page.marks:
        ink = _ink_of(mark, page)
        if isinstance(mark, Text):
            painter.setPen(ink)
            painter.save()
            painter.translate(QPointF(mark.x, mark.baseline))
            painter.scale(mark.size / _BIG, mark.size / _BIG)
            painter.setFont(_font(mark.font))
            painter.drawText(QPointF(0, 0), mark.words)
            painter.restore()
        elif isinstance(mark, Shaped | Drawing):
            painter.save()
            top = mark.baseline if isinstance(mark, Shaped) else mark.y
            painter.translate(QPointF(mark.x, top))
            painter.scale(mark.size, mark.size)
            painter.fillPath(_outline(mark), ink)
            painter.restore()
        elif isinstance(mark, Rule):
            painter.setPen(QPen(ink, mark.width))
            painter.drawLine(QPointF(mark.x1, mark.y1), QPointF(mark.x2, mark.y2))
        elif isinstance(mark, Box):
            painter.setPen(QPen(ink, mark.width))
            painter.drawRect(QRectF(mark.x, mark.y, mark.w, mark.h))
        elif isinstance(mark, Picture):
            picture = QPixmap()
            picture.loadFromData(QByteArray(mark.data))
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            place = QRectF(mark.x, mark.y, mark.w, mark.h)
            painter.drawPixmap(place, picture, QRectF(picture.rect()))
    painter.restore()


def _ink_of(mark: Mark, page: PageMarks) -> QColor:
    """Return the colour that a mark is drawn in on its page."""
    is_coloured = isinstance(mark, Text | Shaped | Rule) and mark.is_coloured
    return QColor(page.colour if is_coloured else page.ink)


def _outline(mark: Shaped | Drawing) -> QPainterPath:
    """Return the outline of a drawing, or of words that are not set in a font, a point large."""
    drawn = QPainterPath()
    drawn.setFillRule(Qt.FillRule.WindingFill)
    steps = {"M": drawn.moveTo, "L": drawn.lineTo, "C": drawn.cubicTo, "Z": drawn.closeSubpath}
    for kind, numbers in mark.outline:
        steps[kind](*numbers)
    return drawn


class PaperView(QWidget):
    """Pages one under another in their own colours, whatever the theme: a picture of paper."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._pages: Sequence[PageMarks] = ()
        self._scale = 1.0
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_pages(self, pages: Sequence[PageMarks]) -> None:
        """Show these pages."""
        self._pages = pages
        self._resize()

    def set_scale(self, scale: float) -> None:
        """Show a point of paper as `scale` pixels."""
        self._scale = scale
        self._resize()

    def sizeHint(self) -> QSize:
        """Return the size of all pages."""
        width = max((page.width for page in self._pages), default=0) * self._scale + 2 * _GAP
        height = sum(page.height * self._scale + _GAP for page in self._pages) + _GAP
        return QSize(round(width), round(height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages that can be seen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = float(_GAP)
        for page in self._pages:
            size = QRectF(_GAP, top, page.width * self._scale, page.height * self._scale)
            if size.intersects(QRectF(event.rect())):
                painter.fillRect(size, QColor(page.paper))
                painter.setPen(QPen(QColor(Qt.GlobalColor.black), 1))
                painter.drawRect(size)
                painter.save()
                painter.translate(size.topLeft())
                paint(painter, page, self._scale)
                painter.restore()
            top += size.height() + _GAP

    def _resize(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()


@cache
def _font(font: Font) -> QFont:
    """Return the font at a large size; the paper measured it without kerning or ligatures."""
    number = QFontDatabase.addApplicationFont(str(path(f"fonts/{font.file}")))
    families = QFontDatabase.applicationFontFamilies(number)
    made = QFont(families[0])
    made.setBold(font.value.endswith("Bold"))
    made.setPixelSize(int(_BIG))
    made.setKerning(False)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    for feature in ("liga", "clig", "calt"):
        made.setFeature(QFont.Tag(feature), 0)
    return made
