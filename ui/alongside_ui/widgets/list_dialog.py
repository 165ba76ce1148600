"""A dialog with one list that is added to, corrected and removed from, read again when it moves."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from alongside.domain.change import Change
from alongside.i18n import _
from alongside_ui.operations import Operations
from alongside_ui.widgets.dialog import Dialog
from alongside_ui.widgets.table import Table


class ListDialog(Dialog):
    """A list with its buttons. The one who inherits says what is in it and opens one row."""

    def __init__(
        self, operations: Operations, parent: QWidget, title: str, sentence: str,
        table: Table[Any], *, remove_words: str = "",
    ) -> None:  # fmt: skip
        super().__init__(parent, title, sentence)
        self._operations, self.table = operations, table
        self.take_room(100, 20)
        table.opened.connect(self.open_row)
        self.body.addWidget(table, 1)
        self._add_button = self.add_button(_("Add…"), lambda: self.open_row(None), is_main=True)
        self._one = [
            self.add_button(_("Correct…"), self._correct),
            self.add_button(remove_words or _("Remove"), self._remove),
        ]
        self.add_button(_("Close"), self.accept)
        table.moved.connect(self._enable)
        operations.changed.connect(self._read)

    def add_for_one(self, words: str, do: Callable[[Any], object]) -> None:
        """Add a button that does something with the row that the list is on."""
        self._one.append(self.add_button(words, lambda: do(self.table.current)))

    @abstractmethod
    def rows(self) -> Sequence[Any]:
        """Return what is in the list now."""

    @abstractmethod
    def open_row(self, row: Any) -> None:
        """Open a row to be corrected, or with None a new one to be added."""

    @abstractmethod
    def remove_row(self, row: Any) -> None:
        """Ask for a row to be removed."""

    def start(self) -> None:
        """Open, with the keyboard in the list, or on Add while it is empty."""
        self._read()
        (self.table if self.table.rows.rows else self._add_button).setFocus()
        self.open()

    def _read(self, _change: Change | None = None) -> None:
        self.table.set_rows(self.rows())
        self._enable()

    def _enable(self) -> None:
        for button in self._one:
            button.setEnabled(self.table.current is not None)

    def _correct(self) -> None:
        if self.table.current:
            self.open_row(self.table.current)

    def _remove(self) -> None:
        if self.table.current:
            self.remove_row(self.table.current)
            self.table.setFocus()
