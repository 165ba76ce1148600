"""Shift+F10 and the menu key open the menu of what has the keyboard, on its first entry.

Qt leaves Shift+F10 to the system, and X11 does nothing with it; and a menu that opens on no entry
says nothing to a screen reader.
"""

import sys

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QMenu, QWidget

from alongside_ui.watch import Watch


class ContextKeys(QObject):
    """Watches the keys of the whole application."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._is_by_key = False
        Watch.here().listen(self.heard, QKeyEvent, QContextMenuEvent, QShowEvent)

    def heard(self, watched: QObject, event: QEvent) -> bool:
        """Turn Shift+F10 into the menu of what has the keyboard; start menus on an entry."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_asked = (
                event.key() == Qt.Key.Key_F10
                and event.modifiers() == Qt.KeyboardModifier.ShiftModifier
            )
            if is_asked and sys.platform != "win32" and watched is QApplication.focusWidget():
                assert isinstance(watched, QWidget)
                open_menu(watched)
                return True
        elif kind == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            self._is_by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        elif kind == QEvent.Type.Show and isinstance(watched, QMenu) and self._is_by_key:
            self._is_by_key = False
            first = next((a for a in watched.actions() if a.isEnabled() and a.text()), None)
            if first is not None:
                watched.setActiveAction(first)
        return False


def open_menu(widget: QWidget) -> None:
    """Ask `widget` for its menu, at the place that the keyboard is on."""
    place = where(widget)
    asked = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, place, widget.mapToGlobal(place),
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(widget, asked)


def where(widget: QWidget) -> QPoint:
    """Return the place in `widget` that the keyboard is on."""
    if isinstance(widget, QAbstractItemView):
        here = widget.visualRect(widget.currentIndex())
        return widget.viewport().mapTo(widget, here.bottomLeft())
    if isinstance(widget, QLineEdit):
        return widget.cursorRect().bottomLeft()
    return widget.rect().center()
