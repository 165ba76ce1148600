"""Notices that nobody is there: no key, no pointer, no voice or switch at work for some time."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QTabletEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication

from alongside_ui.watch import Watch

SIGNS = (
    QKeyEvent, QInputMethodEvent, QMouseEvent, QWheelEvent, QTouchEvent, QTabletEvent,
)  # fmt: skip
"""Classes of the events that show that somebody is there."""

_ACTIVE = frozenset({
    QEvent.Type.KeyPress, QEvent.Type.InputMethod, QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel, QEvent.Type.TouchBegin, QEvent.Type.TabletPress,
})  # fmt: skip
_EVERY = 1000
"""Milliseconds between two looks at the clock."""

_SAID_AGAIN = 20
"""Seconds before the end at which the warning is said once more: the least that WCAG 2.2.1 asks."""


class Idle(QObject):
    """Tells of a warning, then of the end; whatever somebody does before puts both off.

    `times` gives the seconds without anybody after which it ends, and how long before the warning
    comes; an end of 0 never comes. `clock` counts seconds.
    """

    warned = Signal(int)
    """So many seconds are left."""
    put_off = Signal()
    """Somebody is there, after a warning."""
    ended = Signal()

    def __init__(
        self, parent: QObject, times: Callable[[], tuple[int, int]],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._times = times
        self.clock = clock
        self._since = clock()
        self._said: list[int] = []
        self._pointer = QPointF()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.look)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_moved)

    def start(self) -> None:
        """Begin to notice."""
        Watch.here().listen(self.heard, *SIGNS)
        self.somebody_is_there()
        self._timer.start()

    def stop(self) -> None:
        """Stop noticing."""
        self._timer.stop()
        if QApplication.instance():
            Watch.here().forget(self.heard)
        self.somebody_is_there()

    def somebody_is_there(self) -> None:
        """Count from now; take a warning back."""
        self._since = self.clock()
        if self._said:
            self._said.clear()
            self.put_off.emit()

    def look(self) -> None:
        """Look at the clock: warn, or end, if it is time."""
        after, warning = self._times()
        if not after:
            self.somebody_is_there()
            return
        left = round(after - (self.clock() - self._since))
        if left <= 0:
            self._said.clear()
            self.ended.emit()
            return
        for at in (warning, _SAID_AGAIN):
            if left <= at and at not in self._said:
                self._said.append(at)
                self.warned.emit(left)
                break

    def heard(self, _watched: QObject, event: QEvent) -> bool:
        """See whatever somebody does. Nothing is kept from anybody."""
        kind = event.type()
        if kind in _ACTIVE:
            self.somebody_is_there()
        elif kind == QEvent.Type.MouseMove:
            assert isinstance(event, QMouseEvent)
            if event.globalPosition() != self._pointer:  # a window that comes up moves nothing
                self._pointer = event.globalPosition()
                self.somebody_is_there()
        return False

    def _focus_moved(self) -> None:
        """Voice control and switches press no keys, but the keyboard's place moves for them."""
        if not self._said:  # a warning that comes up must not take itself back
            self.somebody_is_there()
