"""A ring around whatever has the focus: two tones, so that it shows on any ground."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QWidget
from shiboken6 import isValid

from alongside_ui.look import Look

_WIDE = 3
_MOVES = frozenset({QMoveEvent, QResizeEvent, QShowEvent, QHideEvent})


class _Ring(QWidget):
    """The ring itself: lies over its window, lets everything through."""

    def __init__(self, window: QWidget, look: Look) -> None:
        super().__init__(window)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring, and a halo in the other tone outside and inside it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._look.theme
        palette = self.palette()
        is_system = self._look.asks_for_contrast
        ring = palette.highlight().color() if is_system else QColor(theme.focus)
        halo = palette.window().color() if is_system else QColor(theme.focus_halo)
        inside = QRect(0, 0, self.width(), self.height()).adjusted(2, 2, -3, -3)
        painter.setPen(QPen(halo, _WIDE + 2))
        painter.drawRoundedRect(inside, 4, 4)
        painter.setPen(QPen(ring, _WIDE))
        painter.drawRoundedRect(inside, 4, 4)


class FocusRings(QObject):
    """Keeps one ring for each window, around the widget or the cell that has the focus."""

    def __init__(self, application: QApplication, look: Look) -> None:
        super().__init__(application)
        self._look = look
        self._ring: _Ring | None = None
        self._focus: QWidget | None = None
        self._watched: list[QObject] = []
        application.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        self._let_go()
        if now is None or now.window() is now:
            return
        self._focus = now
        self._ring = _Ring(now.window(), self._look)
        widget: QWidget | None = now
        while widget is not None:
            self._watch(widget)
            widget = None if widget.isWindow() else widget.parentWidget()
        if isinstance(now, QAbstractItemView):
            self._watch(now.viewport())
            now.selectionModel().currentChanged.connect(self._place)
            now.verticalScrollBar().valueChanged.connect(self._place)
            now.horizontalScrollBar().valueChanged.connect(self._place)
        self._place()

    def _watch(self, widget: QObject) -> None:
        widget.installEventFilter(self)
        self._watched.append(widget)

    def _let_go(self) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched.clear()
        focus = self._focus
        if isinstance(focus, QAbstractItemView) and isValid(focus):
            focus.verticalScrollBar().valueChanged.disconnect(self._place)
            focus.horizontalScrollBar().valueChanged.disconnect(self._place)
            focus.selectionModel().currentChanged.disconnect(self._place)
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = self._focus = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move the ring when what it is around moves."""
        if type(event) in _MOVES and watched is not self._ring:
            self._place()
        return False

    def _place(self, *_: object) -> None:
        focus, ring = self._focus, self._ring
        if focus is None or ring is None or not (isValid(focus) and isValid(ring)):
            return
        rect = _focused_rect(focus)
        around = QRect(focus.mapTo(focus.window(), rect.topLeft()), rect.size())
        around = around.adjusted(-_WIDE, -_WIDE, _WIDE, _WIDE) & focus.window().rect()
        ring.setVisible(focus.isVisible() and not around.isEmpty())
        if ring.geometry() != around:
            ring.setGeometry(around)
        ring.raise_()


def _focused_rect(widget: QWidget) -> QRect:
    """Return what has the focus, in `widget`'s own measure: a cell, or all of it."""
    if isinstance(widget, QAbstractItemView) and not isinstance(widget.parent(), QComboBox):
        cell = widget.visualRect(widget.currentIndex())
        port = widget.viewport()
        seen = cell & port.rect()
        if not seen.isEmpty():
            return QRect(port.mapTo(widget, seen.topLeft()), seen.size())
    return widget.rect()
