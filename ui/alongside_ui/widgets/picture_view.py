"""A picture to look at closely: larger and smaller, turned, moved about, all by keys and in words.

Plus and minus make it larger and smaller, 0 as wide as its place, R and Shift+R turn it, arrows
move about. Ctrl may be held or not.
"""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QKeyEvent, QPainter, QPaintEvent, QTransform
from PySide6.QtWidgets import QScrollArea, QWidget

from alongside.i18n import _
from alongside_ui.announce import speak

_SIZES = (25, 50, 75, 100, 150, 200, 300, 400, 600, 800)
"""Per cent of the width of the place that the picture is shown in."""

_USUAL, _MOST_DOTS = 100, 4000
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def read_picture(data: bytes) -> QImage:
    """Return a picture the way up that it was taken; one of very many dots a little smaller."""
    bytes_ = QByteArray(data)
    buffer = QBuffer(bytes_)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    longest = max(size.width(), size.height())
    if longest > _MOST_DOTS:
        reader.setScaledSize(size * (_MOST_DOTS / longest))
    return reader.read()


def write_png(picture: QImage) -> bytes:
    """Return a picture as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt a str
    return bytes(buffer.data().data())


class _Sheet(QWidget):
    """The picture itself, as large as it is to be."""

    def __init__(self) -> None:
        super().__init__()
        self.picture = QImage()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what can be seen of it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect(), self.picture)


class PictureView(QScrollArea):
    """A picture that scrolls. `name` is what a screen reader calls it."""

    turned = Signal(int)
    """The picture was turned by somebody, to so many degrees."""
    shown = Signal(str)
    """It is shown otherwise now, in these words."""

    def __init__(self, name: str, picture: QImage, turned: int = 0) -> None:
        super().__init__()
        self._upright = picture
        self._turned = turned % 360
        self._size = _USUAL
        self._sheet = _Sheet()
        self.setWidget(self._sheet)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setMinimumHeight(8 * self.fontMetrics().lineSpacing())
        self._show()

    @property
    def words(self) -> str:
        """How the picture is shown, in words: “150 %, turned right”."""
        way = {
            0: _("as it is"), 90: _("turned right"), 180: _("upside down"), 270: _("turned left"),
        }  # fmt: skip
        # translators: how large a picture is shown, and which way up
        return _("{size} %, {way}").format(size=self._size, way=way[self._turned])

    def show_picture(self, picture: QImage) -> None:
        """Show another picture in the place of this one, as large and turned the same way."""
        self._upright = picture
        self._show()

    def step(self, by: int) -> None:
        """Show it larger (1), smaller (-1) or as wide as its place (0), and say so."""
        place = _SIZES.index(self._size) + by
        self._size = _SIZES[min(max(place, 0), len(_SIZES) - 1)] if by else _USUAL
        self._show()
        self._say()

    def turn(self, by: int) -> None:
        """Turn it by so many degrees to the right, and say so."""
        self._turned = (self._turned + by) % 360
        self._show()
        self._say()
        self.turned.emit(self._turned)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Larger, smaller, turned; arrows and pages move about as Qt has it."""
        key = event.key()
        if key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.step(1)
        elif key == Qt.Key.Key_Minus:
            self.step(-1)
        elif key == Qt.Key.Key_0:
            self.step(0)
        elif key == Qt.Key.Key_R and not event.modifiers() & _HELD:
            is_left = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.turn(-90 if is_left else 90)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            bar = self.verticalScrollBar()
            bar.setValue(bar.minimum() if key == Qt.Key.Key_Home else bar.maximum())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: object) -> None:
        """Keep it as wide as its place, in the share that was chosen."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._show()

    def _show(self) -> None:
        picture = self._upright.transformed(QTransform().rotate(self._turned))
        self._sheet.picture = picture
        room = self.width() - self.verticalScrollBar().sizeHint().width() - 2 * self.frameWidth()
        width = max(1, room * self._size // 100)
        height = max(1, width * picture.height() // max(1, picture.width()))
        self._sheet.setFixedSize(width, height)
        self._sheet.update()
        self.setAccessibleDescription(self.words)

    def _say(self) -> None:
        self.shown.emit(self.words)
        speak(self.words)
