"""Lays widgets side by side and wraps them, so that large text never pushes one off the window."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QStyle, QWidget


class FlowLayout(QLayout):
    """Like words on a line: when the line is full, the next one starts.

    With `is_right` lines end where others start, as the buttons of a dialog do.
    """

    def __init__(
        self, parent: QWidget | None = None, *, spacing: int = 8, is_right: bool = False
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._is_right = is_right
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return one, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take one out and return it, or None."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Never ask for more room than is needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that is needed at `width`; Qt asks many times before it is content."""
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), is_for_real=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Forget what was worked out: something in here has changed."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Lay everything out in `rect`."""
        super().setGeometry(rect)
        self._place(rect, is_for_real=True)

    def sizeHint(self) -> QSize:
        """Return the size that is liked best: everything on one line."""
        hints = [item.sizeHint() for item in self._shown()]
        gaps = self.spacing() * max(0, len(hints) - 1)
        return QSize(
            sum(h.width() for h in hints) + gaps, max((h.height() for h in hints), default=0)
        )

    def minimumSize(self) -> QSize:
        """Return the least size: that of the largest one."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, is_for_real: bool) -> int:
        """Lay the items out in lines, each centred on its line; return the height in all."""
        y = rect.y()
        for line in self._lines(rect.width()):
            height = max(size.height() for _item, size in line)
            x = rect.x() + (max(0, rect.width() - self._width(line)) if self._is_right else 0)
            for item, size in line:
                if is_for_real:
                    place = QRect(QPoint(x, y + (height - size.height()) // 2), size)
                    item.setGeometry(QStyle.visualRect(self._direction(), rect, place))
                x += size.width() + self.spacing()
            y += height + self.spacing()
        return max(0, y - self.spacing() - rect.y())

    def _direction(self) -> Qt.LayoutDirection:
        around = self.parentWidget()
        return around.layoutDirection() if around else Qt.LayoutDirection.LayoutDirectionAuto

    def _width(self, line: list[tuple[QLayoutItem, QSize]]) -> int:
        return sum(size.width() for _item, size in line) + self.spacing() * (len(line) - 1)

    def _lines(self, room: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for item in self._shown():
            size = _size(item, room)
            if not lines or used + size.width() > room:
                lines.append([])
                used = 0
            lines[-1].append((item, size))
            used += size.width() + self.spacing()
        return lines


def _size(item: QLayoutItem, room: int) -> QSize:
    """Return the size an item gets: words on one line if there is room, wrapped if not."""
    hint = item.sizeHint().expandedTo(item.minimumSize())
    widget = item.widget()
    if isinstance(widget, QLabel) and widget.wordWrap():
        words = widget.fontMetrics().horizontalAdvance(widget.text()) + 4
        width = min(words, room)
        return QSize(width, widget.heightForWidth(width))
    return QSize(min(hint.width(), room), hint.height())
