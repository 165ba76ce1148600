"""The page of a partner's form with a numbered mark for each field and place."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPen

from alongside.domain.partner_map import MapEntry, PaperSize, PdfField
from alongside_ui.widgets.picture_view import PictureView

_STEPS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip
_STEP, _FINE = 10, 1
"""Tenths of a millimetre that an arrow key moves a place, and with Shift."""

_LEAST = 25
"""Tenths of a millimetre that a mark is high at least, so that its number can be read."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something to be marked on a page. `words` say what goes there, "" if nothing."""

    number: int
    words: str
    place: PdfField | MapEntry
    is_current: bool

    def rect(self, dots: float) -> QRectF:
        """Return where it is in a picture with so many dots to a tenth of a millimetre."""
        high = self.place.height if isinstance(self.place, PdfField) else self._letters_high
        return QRectF(self.place.left * dots, self.place.top * dots,
                      max(self.place.width, _LEAST) * dots, max(high, _LEAST) * dots)  # fmt: skip

    @property
    def _letters_high(self) -> int:
        assert isinstance(self.place, MapEntry)
        return round(self.place.letters * 254 / 72)


class PartnerPageView(PictureView):
    """A page to look at: plus, minus and 0 make it larger or smaller; arrows move a place."""

    moved = Signal(int, int)
    """Somebody moved the place that the list is on by so much, to the right and downwards."""

    def __init__(self, name: str) -> None:
        blank = QImage(210, 297, QImage.Format.Format_RGB32)
        blank.fill(Qt.GlobalColor.white)
        super().__init__(name, blank)
        self.setMinimumHeight(16 * self.fontMetrics().lineSpacing())
        self._which = ""

    def show_page(self, picture: QImage, size: PaperSize, marks: Sequence[Mark]) -> None:
        """Show a page with these marks, what is current black on white turned round."""
        painted = picture.convertToFormat(QImage.Format.Format_RGB32)
        dots = painted.width() / size.width
        painter = QPainter(painted)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = painter.font()
        font.setPixelSize(max(10, round(28 * dots)))
        painter.setFont(font)
        current = None
        for mark in marks:
            _paint(painter, mark, dots)
            current = mark if mark.is_current else current
        painter.end()
        self.show_picture(painted)
        if current is not None:
            self._bring_into_sight(current, dots, painted)

    def say_which(self, words: str) -> None:
        """Describe what is shown, for who does not look at it."""
        self._which = words
        self.setAccessibleDescription(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the place by arrows; all else as pictures have it, but for turning."""
        step = _STEPS.get(Qt.Key(event.key()))
        held = event.modifiers()
        if step and not held & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            by = _FINE if held & Qt.KeyboardModifier.ShiftModifier else _STEP
            self.moved.emit(step[0] * by, step[1] * by)
        elif event.key() != Qt.Key.Key_R:
            super().keyPressEvent(event)

    def _bring_into_sight(self, mark: Mark, dots: float, painted: QImage) -> None:
        share = self.widget().width() / max(1, painted.width())
        centre = mark.rect(dots).center()
        self.ensureVisible(round(centre.x() * share), round(centre.y() * share), 80, 80)


def _paint(painter: QPainter, mark: Mark, dots: float) -> None:
    """Draw the edge of a mark, and its number, and what goes there, in black and white."""
    rect = mark.rect(dots)
    ink, ground = Qt.GlobalColor.black, Qt.GlobalColor.white
    if mark.is_current:
        painter.setPen(QPen(ground, max(4.0, 12 * dots)))
        painter.drawRect(rect)
    style = Qt.PenStyle.SolidLine if mark.words or mark.is_current else Qt.PenStyle.DashLine
    painter.setPen(QPen(ink, max(2.0, (8 if mark.is_current else 3) * dots), style))
    painter.drawRect(rect)
    label = f"{mark.number} {mark.words}".strip()
    metrics = painter.fontMetrics()
    width = min(metrics.horizontalAdvance(label) + 8.0, max(rect.width(), 60 * dots))
    tag = QRectF(rect.left(), rect.top(), width, metrics.height())
    painter.fillRect(tag, ink if mark.is_current else ground)
    painter.setPen(QPen(ground if mark.is_current else ink))
    painter.drawText(
        tag.adjusted(3, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft),
        label,
    )  # fmt: skip
