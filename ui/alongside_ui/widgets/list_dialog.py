"""A dialog with one list that is read again when it moves, and with what can be done with a row."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from alongside.domain.change import Change
from alongside.i18n import _
from alongside_ui.operations import Operations
from alongside_ui.widgets.button import Button
from alongside_ui.widgets.dialog import Dialog
from alongside_ui.widgets.table import Table


class ListDialog(Dialog):
    """A list and buttons. The one who inherits says what is in it, and adds the buttons."""

    def __init__(
        self, operations: Operations, parent: QWidget, title: str, sentence: str, table: Table[Any]
    ) -> None:
        super().__init__(parent, title, sentence)
        self._operations, self.table = operations, table
        self._for_one: list[tuple[Button, Callable[[Any], bool]]] = []
        self.take_room(90, 18)
        self.body.addWidget(table, 1)
        table.moved.connect(self._enable)
        operations.changed.connect(self.read)

    def add_for_one(
        self, words: str, do: Callable[[Any], object], *,
        can: Callable[[Any], bool] = lambda _row: True, is_main: bool = False,
    ) -> None:  # fmt: skip
        """Add a button that does something with the row that the list is on, if that `can` be."""

        def pressed() -> None:
            if self.table.current is not None:
                do(self.table.current)

        self._for_one.append((self.add_button(words, pressed, is_main=is_main), can))

    @abstractmethod
    def rows(self) -> Sequence[Any]:
        """Return what is in the list now."""

    def start(self) -> None:
        """Open, with the keyboard in the list."""
        self.read()
        self.table.setFocus()
        self.open()

    def read(self, _change: Change | None = None) -> None:
        """Read the list again, and see what can be done with the row that it is on."""
        self.table.set_rows(self.rows())
        self._enable()

    def _enable(self) -> None:
        row = self.table.current
        for button, can in self._for_one:
            button.setEnabled(row is not None and can(row))


class EditedListDialog(ListDialog):
    """A list that is added to, corrected and removed from. The one who inherits opens one row."""

    def __init__(
        self, operations: Operations, parent: QWidget, title: str, sentence: str,
        table: Table[Any], *, remove_words: str = "",
        can_correct: Callable[[Any], bool] = lambda _row: True,
    ) -> None:  # fmt: skip
        super().__init__(operations, parent, title, sentence, table)
        self.take_room(100, 20)
        table.opened.connect(self.open_row)
        self._add = self.add_button(_("Add…"), lambda: self.open_row(None), is_main=True)
        self.add_for_one(_("Correct…"), self.open_row, can=can_correct)
        self.add_for_one(remove_words or _("Remove"), self._remove, can=can_correct)
        self.add_button(_("Close"), self.accept)

    @abstractmethod
    def open_row(self, row: Any) -> None:
        """Open a row to be corrected, or with None a new one to be added."""

    @abstractmethod
    def remove_row(self, row: Any) -> None:
        """Ask for a row to be removed."""

    def start(self) -> None:
        """Open, with the keyboard in the list, or on Add while it is empty."""
        super().start()
        if not self.table.rows.rows:
            self._add.setFocus()

    def _remove(self, row: Any) -> None:
        self.remove_row(row)
        self.table.setFocus()
