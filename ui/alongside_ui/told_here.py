"""Has older screen readers speak words: as a description of whatever has the keyboard.

Orca before 45 knows no announcements, but speaks a description that changes where the keyboard is.
"""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

_AWAY = 1000
"""Milliseconds until a screen reader has noticed that the keyboard is in another program."""
_ROLE = Qt.ItemDataRole.AccessibleDescriptionRole


def tell_here(widget: QWidget, words: str) -> None:
    """Have a screen reader speak `words`; `widget` has the keyboard.

    Its own description comes back when the keyboard has left it: before, it would be spoken too.
    """
    told = widget.findChild(_Told, options=Qt.FindChildOption.FindDirectChildrenOnly)
    (told or _Told(widget)).tell(words)


class _Told(QObject):
    """What was told in one widget, and what described it, or its entry, before."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._words = self._before = ""
        self._entry = QPersistentModelIndex()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._keyboard_moved)
        if isinstance(widget, QAbstractItemView):
            widget.selectionModel().currentChanged.connect(self._entry_left)

    def tell(self, words: str) -> None:
        """Describe the widget, or the entry that it is on, by `words`."""
        if isinstance(self._widget, QAbstractItemView):
            self._put_back_unless(QModelIndex(self._entry) == self._widget.currentIndex())
            self._entry = QPersistentModelIndex(self._widget.currentIndex())
        now = self._description
        if not self._words or now != self._words:  # it had, or has got, a description of its own
            if words in now:
                return  # it was spoken when it became the description
            self._before = now
        elif now == words:
            words = f"{words} "  # or nothing would change
        self._words = words
        self._describe(words)

    @property
    def _description(self) -> str:
        if self._entry.isValid():
            return self._entry.data(_ROLE) or ""
        return self._widget.accessibleDescription()

    def _describe(self, words: str) -> None:
        if self._entry.isValid():
            index = QModelIndex(self._entry)
            self._widget.model().setData(index, words, _ROLE)  # type: ignore[attr-defined]
        else:
            QWidget.setAccessibleDescription(self._widget, words)

    def _put_back_unless(self, is_there: bool) -> None:
        if not is_there and self._words and self._description == self._words:
            self._describe(self._before)
            self._words = ""

    def _entry_left(self) -> None:
        """Wait until a screen reader is told of the new place: here it would speak once more."""
        QTimer.singleShot(0, self, self._leave)

    def _keyboard_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not self._widget:
            QTimer.singleShot(0 if now else _AWAY, self, self._leave)

    def _leave(self) -> None:
        """Put back what was before, unless the keyboard is here again."""
        is_here = QApplication.focusWidget() is self._widget
        if is_here and isinstance(self._widget, QAbstractItemView):
            is_here = QModelIndex(self._entry) == self._widget.currentIndex()
        self._put_back_unless(is_here)
        if not is_here:
            self.setParent(None)
            self.deleteLater()
