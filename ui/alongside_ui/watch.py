"""One watch over the events of the whole application, for all who need some of them.

Qt asks every filter about every event, thousands for a page that is laid out anew, and each asking
of Python costs more than what Qt itself then does. So there is one filter, and the class of an
event, which costs nothing to read, says whether anybody wants to know of it.
"""

from collections.abc import Callable
from weakref import WeakMethod

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

Heard = Callable[[QObject, QEvent], bool]
"""Told of an event and whom it is for; returns whether that is the end of it."""


class Watch(QObject):
    """Tells listeners of the events of their kinds, the newest listener first.

    It keeps nobody alive: a listener that is gone is forgotten.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._listeners: dict[type[QEvent], tuple[WeakMethod[Heard], ...]] = {}
        application.installEventFilter(self)

    @classmethod
    def here(cls) -> "Watch":
        """Return the watch over the application, made the first time."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        return application.findChild(cls) or cls(application)

    def listen(self, heard: Heard, *kinds: type[QEvent]) -> None:
        """Tell `heard`, a method of a Qt object, of all events of `kinds` from now on."""
        self.forget(heard)
        for kind in kinds:
            self._listeners[kind] = (WeakMethod(heard), *self._listeners.get(kind, ()))

    def forget(self, heard: Heard) -> None:
        """Tell `heard` no more."""
        for kind, known in self._listeners.items():
            alive = (each for each in known if (it := each()) is not None and it != heard)
            self._listeners[kind] = tuple(alive)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass an event on to those who listen, until one of them says that it ends there."""
        for listener in self._listeners.get(type(event), ()):
            heard = listener()
            if heard is not None and isValid(heard.__self__) and heard(watched, event):
                return True
        return False
