"""A dialog that shows row by row what would be done, and does all of it at one press."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from alongside.domain.errors import AlongsideError
from alongside.i18n import _
from alongside_ui import errors
from alongside_ui.operations import Operations
from alongside_ui.widgets.dialog import Dialog
from alongside_ui.widgets.table import Table


class AgreeDialog(Dialog):
    """What would be done. Nothing is, until somebody agrees to it."""

    def __init__(self, operations: Operations, parent: QWidget, title: str, sentence: str) -> None:
        super().__init__(parent, title, sentence)
        self._operations = operations

    def offer(
        self, table: Table[Any], rows: Sequence[Any], words: str,
        verb: Callable[[Any], object], request: Any, *, is_any: bool,
    ) -> None:  # fmt: skip
        """Show `rows` in `table`; a button with these `words` asks `verb` for the `request`.

        It can be pressed if there `is_any` thing to be done.
        """
        self.table = table
        self.take_room(110, 20)
        self.body.addWidget(table, 1)
        self._agree = self.add_button(words, lambda: self._agreed(verb, request), is_main=True)
        self._agree.setEnabled(is_any)
        self.add_button(_("Back"), self.reject)
        table.set_rows(rows)

    def start(self) -> None:
        """Open, with the keyboard in the list."""
        self.table.setFocus()
        self.open()

    def _agreed(self, verb: Callable[[Any], object], request: Any) -> None:
        self._agree.setEnabled(False)
        self._operations.run(verb, request, then=lambda _change: self.accept(),
                             failed=self._failed)  # fmt: skip

    def _failed(self, error: AlongsideError) -> None:
        self._agree.setEnabled(True)
        errors.show(error, self)
