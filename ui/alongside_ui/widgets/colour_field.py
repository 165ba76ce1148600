"""A colour to type, with a sample of it on paper and its contrast in words."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from alongside.domain.paper_style import read_colour, say_contrast
from alongside.domain.tints import BLACK, Tint
from alongside.i18n import _
from alongside_ui.announce import speak
from alongside_ui.theme import HAIR, SMALL


class ColourField(QWidget):
    """A line for a colour; what is typed is judged at once, seen and spoken."""

    def __init__(self, colour: str) -> None:
        super().__init__()
        self.line = QLineEdit("" if colour == BLACK else colour)
        self.sample = _Sample()
        self.words = QLabel()
        self.words.setProperty("is_quiet", True)
        self.words.setWordWrap(True)
        self._about = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HAIR)
        column.addWidget(self.line)
        column.addWidget(self.sample, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.words)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._judge)
        self._judge()

    @property
    def text(self) -> str:
        """What is typed."""
        return self.line.text()

    def setAccessibleName(self, name: str) -> None:
        """Name the line: that is where the keyboard goes."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def setAccessibleDescription(self, words: str) -> None:
        """Describe the line by `words`, and by what its colour is like."""
        super().setAccessibleDescription(words)
        self._about = words
        self._describe()

    def _judge(self) -> None:
        """Show the colour that is typed now, and say how well it is read."""
        colour = read_colour(self.text.strip() or BLACK)
        words = say_contrast(colour) if colour else _("This is not a colour yet.")
        is_new = words != self.words.text()
        self.sample.show_colour(colour)
        self.words.setText(words)
        self._describe()
        if colour and is_new and self.line.hasFocus():
            speak(words)

    def _describe(self) -> None:
        """Describe the line if that is new: a screen reader speaks it while one types."""
        words = f"{self._about} {self.words.text()}".strip()
        if words != self.line.accessibleDescription():
            self.line.setAccessibleDescription(words)


class _Sample(QWidget):
    """A heading on white paper, whatever the theme: a picture of what is printed."""

    def __init__(self) -> None:
        super().__init__()
        self._colour = ""
        self._said = _("A heading")
        self.setAccessibleName(_("Sample of the colour"))

    def show_colour(self, colour: str) -> None:
        """Show this colour (#rrggbb), or paper alone for ""."""
        self._colour = colour
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the words with paper around them."""
        metrics = QFontMetrics(self._letters())
        wide = metrics.horizontalAdvance(self._said)
        return QSize(wide + 4 * SMALL, metrics.height() + 2 * SMALL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the paper with its edge, and the words on it."""
        painter = QPainter(self)
        painter.setPen(QColor(BLACK))
        painter.setBrush(QColor(Tint.WHITE.paper))
        painter.drawRect(QRectF(self.rect()).adjusted(0, 0, -1, -1))
        if self._colour:
            painter.setFont(self._letters())
            painter.setPen(QColor(self._colour))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._said)

    def _letters(self) -> QFont:
        font = self.font()
        font.setBold(True)
        return font
