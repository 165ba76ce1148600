"""The rows of a list: what is shown, what is spoken and what is sorted come from one place."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
WHAT_CHANGES = [
    Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.DecorationRole,
    Qt.ItemDataRole.AccessibleTextRole,
]  # fmt: skip
"""What of a cell may be otherwise when its row is."""


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: its title, and what it shows of a row.

    `spoken` is what a screen reader gets instead, where the cell alone would not be enough. What
    is read first in a row `is_whole`: its column is never narrower than its words. A `picture` is
    decoration beside the words.
    """

    title: str
    shown: Callable[[Row], str]
    spoken: Callable[[Row], str] | None = None
    is_amount: bool = False
    is_whole: bool = False
    picture: Callable[[Row], QIcon | None] | None = None


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Frozen rows in columns. Every row has an `id`.

    `dataChanged` always names its roles: without, Qt would keep it from screen readers. Of a whole
    row it tells them nothing by itself: the list does, and what happened is said once, in words.
    """

    def __init__(self, columns: Sequence[Column[Row]]) -> None:
        super().__init__()
        self.columns = columns
        self.rows: Sequence[Row] = ()
        self.said: tuple[Hashable, int, str] | None = None
        """A row's id, a column, and words that a screen reader gets as that cell's description."""

    def set_rows(self, rows: Sequence[Row]) -> list[int]:
        """Show `rows`; return which places changed, if they are the same things in the same order.

        Otherwise everything is shown anew, and nothing is returned.
        """
        old, self.rows = self.rows, rows
        if [_id(row) for row in old] != [_id(row) for row in rows]:
            self.rows = old
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return []
        last = len(self.columns) - 1
        changed = [n for n, pair in enumerate(zip(old, rows, strict=True)) if pair[0] != pair[1]]
        for number in changed:
            self.dataChanged.emit(self.index(number, 0), self.index(number, last), WHAT_CHANGES)
        return changed

    def place_of(self, row_id: Hashable) -> int:
        """Return which row has this id, or -1."""
        return next((n for n, row in enumerate(self.rows) if _id(row) == row_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  as Qt has it
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows, or speaks."""
        if not index.isValid():
            return None
        column, row = self.columns[index.column()], self.rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return column.shown(row)
        if role == Qt.ItemDataRole.DecorationRole and column.picture:
            return column.picture(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return (column.spoken or column.shown)(row)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and self.said:
            is_here = self.said[:2] == (_id(row), index.column())
            return self.said[2] if is_here else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.is_amount else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's title."""
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self.columns[section].title
            if role == Qt.ItemDataRole.TextAlignmentRole:
                is_amount = self.columns[section].is_amount
                return Qt.AlignmentFlag.AlignRight if is_amount else Qt.AlignmentFlag.AlignLeft
        return None


def _id(row: Any) -> Hashable:
    return row.id
