"""What is looked for in the history: words, a kind of thing, a name, days."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from alongside.domain.change import Kind
from alongside.domain.dates import parse_date
from alongside.domain.errors import UserError
from alongside.i18n import _
from alongside.services.history_wanted import HistoryFilter, Record
from alongside_ui.widgets.find_line import FindLine

_NOT_CHOSEN = frozenset({Kind.SETTINGS})
"""Settings are each person's own and leave no line."""


class FilterFields(QObject):
    """Five fields with their labels, and a line for what is wrong with a day."""

    changed = Signal()
    """Something else is looked for."""

    def __init__(self, labelled: Callable[[str, QWidget], QWidget]) -> None:
        super().__init__()
        self.words = FindLine()
        self._kind = QComboBox()
        self._kind.addItem(_("everything"), None)
        for kind in Kind:
            if kind not in _NOT_CHOSEN:
                self._kind.addItem(kind.words, kind)
        self._who, self._first, self._last = FindLine(), QLineEdit(), QLineEdit()
        self._days = {"first": self._first, "last": self._last}
        self.boxes = [
            labelled(_("Words to find"), self.words),
            labelled(_("Kind of thing"), self._kind),
            labelled(_("Who"), self._who),
            labelled(_("From day"), self._first),
            labelled(_("To day"), self._last),
        ]
        self.error = QLabel()
        self.error.setProperty("is_error", True)
        self.error.setWordWrap(True)
        self.error.hide()
        for line in (self.words, self._who):
            line.textChanged.connect(self.changed)
        self._kind.currentIndexChanged.connect(self.changed)
        for line in self._days.values():
            line.editingFinished.connect(self.changed)
        self._say_what_days_look_like()

    def wanted(self, record: Record | None) -> HistoryFilter | None:
        """Return what is looked for; None, and say why, for what is no day."""
        self.error.hide()
        self.error.clear()
        self._say_what_days_look_like()
        try:
            first, last = self._day("first"), self._day("last")
            if first and last and last < first:
                raise UserError("last", _("The last day cannot be before the first."))
        except UserError as error:
            words = _("Error: {words}").format(words=error.words)
            self.error.setText(words)
            self.error.show()
            self._days[error.field].setAccessibleDescription(words)
            return None
        kind = self._kind.currentData()
        return HistoryFilter(self.words.text(), kind, self._who.text(), first, last, record)

    def clear(self) -> None:
        """Look for nothing more."""
        self.blockSignals(True)
        for line in (self.words, self._who, *self._days.values()):
            line.clear()
        self._kind.setCurrentIndex(0)
        self.blockSignals(False)

    def _day(self, name: str) -> date | None:
        typed = self._days[name].text()
        return parse_date(typed, name) if typed.strip() else None

    def _say_what_days_look_like(self) -> None:
        for line in self._days.values():
            line.setAccessibleDescription(_("For example 9 May 2026 or 9/5/2026"))
