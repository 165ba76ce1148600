"""Scrolls to what gets the keyboard: Qt does so only when it comes from within what scrolls."""

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from alongside_ui.theme import SMALL


class InSight(QObject):
    """Watches over one application."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        application.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return  # nothing may move away under a finger that presses
        around = now.parentWidget() if now else None
        while now is not None and around is not None and not around.isWindow():
            if isinstance(around, QScrollArea) and around.widget().isAncestorOf(now):
                _scroll(around, now)
            around = around.parentWidget()


def _scroll(area: QScrollArea, widget: QWidget) -> None:
    """Scroll to all of `widget` with its ring; where it is too large, to the part it is on."""
    area.ensureWidgetVisible(widget, SMALL, SMALL)
    inside, port = area.widget(), area.viewport()
    half = widget.height() // 2 + SMALL
    if 2 * half <= port.height():
        middle = widget.mapTo(inside, widget.rect().center())
        across = widget.mapTo(inside, QPoint(0, 0)).x()
        area.ensureVisible(across, middle.y(), SMALL, half)
