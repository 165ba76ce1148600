"""A list for keyboard and screen reader: arrows move, Enter opens, Tab leaves."""

from collections.abc import Hashable, Sequence
from typing import Any, Generic

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLabel,
    QTableView,
    QWidget,
)

from alongside_ui.look import Look
from alongside_ui.widgets.rows import WHAT_CHANGES, Column, Row, RowsModel

_NARROWEST = 14
"""Letters that a column keeps, however many columns there are."""

_FEWEST = 4
"""Rows that can always be seen, however large the text: the page scrolls sooner."""

_MEASURED = 60
"""Rows looked at for the width of columns: all of a screenful, without reading a long list."""


class Table(QTableView, Generic[Row]):
    """Rows in columns, one current row. `name` is what a screen reader calls it."""

    opened = Signal(object)
    """The row on which Enter, or a double click, came."""
    moved = Signal()
    """Another row became current, or none."""
    entered = Signal()
    """The keyboard came to the list."""

    def __init__(
        self, name: str, columns: Sequence[Column[Row]], parent: QWidget | None = None,
        *, empty: str = "",
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.rows: RowsModel[Row] = RowsModel(columns)
        self.setModel(self.rows)
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setResizeContentsPrecision(_MEASURED)
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        self._has_untold_name = False
        self._likes: list[tuple[int, int]] = []
        self._empty = QLabel(empty, self.viewport())
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._empty.setMargin(16)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.moved.emit())
        self.doubleClicked.connect(lambda _index: self._open())

    @property
    def current(self) -> Row | None:
        """The row that the person is on."""
        index = self.currentIndex()
        return self.rows.rows[index.row()] if index.isValid() else None

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show `rows`; stay on the same thing if it is still there, else near where it was."""
        was: Any = self.current
        place, column = self.currentIndex().row(), max(0, self.currentIndex().column())
        changed = self.rows.set_rows(rows)
        for number in changed:
            self._tell_names(number)
        self._empty.setVisible(not rows)
        self._empty.resize(self.viewport().size())
        self.setAccessibleDescription("" if rows else self._empty.text())
        if rows:
            self.fit()
        if not self.currentIndex().isValid() and rows:
            found = self.rows.place_of(was.id) if was is not None else -1
            near = found if found >= 0 else min(max(place, 0), len(rows) - 1)
            self.setCurrentIndex(self.rows.index(near, column))
        if not rows:
            self.moved.emit()

    def say_anew(self) -> None:
        """Show and speak the same rows anew: what is said of them beside them has changed."""
        last = self.rows.columnCount() - 1
        for row in range(self.rows.rowCount()):
            first, end = self.rows.index(row, 0), self.rows.index(row, last)
            self.rows.dataChanged.emit(first, end, list(WHAT_CHANGES))
            self._tell_names(row)
        if self.rows.rows:
            self.fit()

    def fit(self) -> None:
        """Make columns as wide as what they hold, as far as there is room; rows as high as text."""
        header, letter = self.horizontalHeader(), self.fontMetrics().averageCharWidth()
        picture = round(self.fontMetrics().height() * 1.2)
        self.setIconSize(QSize(picture, picture))
        columns = range(self.rows.columnCount())
        likes = [max(self.sizeHintForColumn(n), header.sectionSizeHint(n)) + 12 for n in columns]
        least = [
            likes[n] if column.is_whole or column.is_amount
            else max(header.sectionSizeHint(n) + 12, letter * _NARROWEST)
            for n, column in enumerate(self.rows.columns)
        ]  # fmt: skip
        self._likes = list(zip(likes, least, strict=True))
        self._share_width()
        height = max(Look.of(_application()).target, self.fontMetrics().height() + 16)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.setMinimumHeight(header.sizeHint().height() + _FEWEST * height)

    def _share_width(self) -> None:
        """Give every column the width it likes; where there is no room, the widest give way."""
        likes, least = ([sizes[n] for sizes in self._likes] for n in (0, 1))
        letter = self.fontMetrics().averageCharWidth()
        while sum(likes) > self.viewport().width():
            widest = max(range(len(likes)), key=lambda n: likes[n] - least[n])
            if likes[widest] <= least[widest]:
                break
            likes[widest] -= letter
        for number, width in enumerate(likes):
            self.setColumnWidth(number, width)

    def land_on(self, row_id: Hashable) -> bool:
        """Make the thing with this id current; return whether it is there."""
        place = self.rows.place_of(row_id)
        if place >= 0:
            self.setCurrentIndex(self.rows.index(place, max(0, self.currentIndex().column())))
            self.scrollTo(self.currentIndex())
        return place >= 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter; everything else as Qt has it."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            self._open()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Never be in a list and on nothing: a screen reader would say "table" and no more."""
        if not self.currentIndex().isValid() and self.rows.rows:
            self.setCurrentIndex(self.rows.index(0, 0))
        super().focusInEvent(event)
        self.entered.emit()
        index = self.currentIndex()
        if index.isValid():  # Qt tells a screen reader of the table only, not of the cell
            self._tell(QAccessible.Event.Focus, index.row(), index.column())

    def changeEvent(self, event: Any) -> None:
        """Fit again when the text grows."""
        super().changeEvent(event)
        if event.type() == event.Type.FontChange and self.rows.rows:
            self.fit()

    def resizeEvent(self, event: Any) -> None:
        """Keep the words of an empty list as wide as the list."""
        super().resizeEvent(event)
        if self.rows.rows:
            self._share_width()
        self._empty.resize(self.viewport().size())

    def say_here(self, words: str) -> None:
        """Have a screen reader speak `words`, as a new description of the cell with the focus.

        For older readers on Linux, which know no announcements.
        """
        if self.current is not None:
            index = self.currentIndex()
            self.rows.said = (self.current.id, index.column(), words)  # type: ignore[attr-defined]
            self.rows.dataChanged.emit(index, index, [Qt.ItemDataRole.AccessibleDescriptionRole])

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        """Let the cell that is left have its new name known: while it had the focus, words did."""
        super().currentChanged(current, previous)
        self._unsay(previous)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was said here is said: coming back, only the cell itself is read."""
        super().focusOutEvent(event)
        self._unsay(self.currentIndex())

    def _unsay(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        if self.rows.said:
            self.rows.said = None
            self._tell(QAccessible.Event.DescriptionChanged, index.row(), index.column())
            self._has_untold_name = True
        if self._has_untold_name:
            self._has_untold_name = False
            self._tell(QAccessible.Event.NameChanged, index.row(), index.column())

    def _tell_names(self, row: int) -> None:
        """Tell a screen reader that the cells of a row have new names; it would keep the old."""
        current = self.currentIndex()
        for column in range(self.rows.columnCount()):
            if (row, column) != (current.row(), current.column()):
                self._tell(QAccessible.Event.NameChanged, row, column)
            else:  # where the keyboard is it would be spoken, beside the words of what was done
                self._has_untold_name = True

    def _tell(self, what: QAccessible.Event, row: int, column: int) -> None:
        if QAccessible.isActive():
            told = QAccessibleEvent(self, what)
            # As Qt numbers them: one row of column titles, and a (hidden) title for each row.
            told.setChild((row + 1) * (self.rows.columnCount() + 1) + column + 1)
            QAccessible.updateAccessibility(told)

    def _open(self) -> None:
        if self.current is not None:
            self.opened.emit(self.current)


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application
