"""A list with its own buttons as one field of a form: rows are added, corrected and removed."""

from collections.abc import Callable, Sequence
from typing import Generic

from PySide6.QtWidgets import QVBoxLayout, QWidget

from alongside_ui.theme import HAIR, SMALL
from alongside_ui.widgets.button import Button
from alongside_ui.widgets.flow import FlowLayout
from alongside_ui.widgets.mnemonics import Mnemonics
from alongside_ui.widgets.rows import Column, Row
from alongside_ui.widgets.table import Table

Work = tuple[str, Callable[[], object]]
"""The words of a button under the list, and what it does."""


class ListField(QWidget, Generic[Row]):
    """The keyboard comes to the list; the buttons come after it. Enter opens a row."""

    def __init__(
        self, columns: Sequence[Column[Row]], buttons: Sequence[Work], letters: Mnemonics,
        *, empty: str,
    ) -> None:  # fmt: skip
        super().__init__()
        self._about, self._empty = "", empty
        self.table: Table[Row] = Table("", columns, empty=empty)
        row = FlowLayout(spacing=SMALL)
        self.buttons = []
        for words, pressed in buttons:
            button = Button(letters.give(words))
            button.clicked.connect(lambda _checked=False, each=pressed: each())
            row.addWidget(button)
            self.buttons.append(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HAIR)
        column.addWidget(self.table)
        column.addLayout(row)
        self.setFocusProxy(self.table)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show `rows`; the first button has nothing to do with any of them, the others have."""
        self.table.set_rows(rows)
        for button in self.buttons[1:]:
            button.setEnabled(bool(rows))
        self._describe()

    def setAccessibleName(self, name: str) -> None:
        """Name the list: that is where the keyboard goes."""
        super().setAccessibleName(name)
        self.table.setAccessibleName(name)

    def setAccessibleDescription(self, words: str) -> None:
        """Describe the list: what is wrong with it is heard where the keyboard goes."""
        super().setAccessibleDescription(words)
        self._about = words
        self._describe()

    def _describe(self) -> None:
        """Say what is wrong, or the hint, or that nothing is in it, in this order."""
        is_empty = not self.table.rows.rows
        self.table.setAccessibleDescription(self._about or (self._empty if is_empty else ""))
