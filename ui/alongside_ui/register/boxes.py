"""The register as boxes to tick, for voice control, switches and pointers: one press is one mark.

A cell of a list cannot be pressed by such aids; these are real boxes and buttons with names.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QCheckBox, QGridLayout, QScrollArea, QWidget

from alongside.domain.meetings import State
from alongside.i18n import _
from alongside.services.attendance import AttendanceRow
from alongside_ui.register.marks import MarkWords
from alongside_ui.theme import MEDIUM, SMALL
from alongside_ui.widgets.button import Button


class Boxes(QScrollArea):
    """A box “NAME, mark” and a button “More about NAME…” for each person on the register."""

    marked = Signal(object, object)
    """An AttendanceRow, and the State that a tick (attended) or no tick (not yet marked) sets."""
    opened = Signal(object)
    """The AttendanceRow that “More” was pressed for."""

    def __init__(self, marks: MarkWords) -> None:
        super().__init__()
        self._marks = marks
        self.setObjectName("list")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("Register, boxes to tick"))
        self._boxes: list[tuple[AttendanceRow, QCheckBox]] = []

    def set_rows(self, rows: Sequence[AttendanceRow]) -> None:
        """Show `rows`; for the same people the same boxes stay, and the keyboard on them."""
        if [row.id for row, _box in self._boxes] != [row.id for row in rows]:
            self._make(rows)
        self._boxes = [(row, box) for row, (_old, box) in zip(rows, self._boxes, strict=True)]
        for row, box in self._boxes:
            box.blockSignals(True)
            box.setChecked(row.state in (State.ATTENDED, State.ONLINE, State.ATTENDED_PART))
            words = self._words(row)
            box.setText(words.replace("&", "&&"))
            box.setAccessibleName(words)
            box.setIcon(self._marks.picture(row.state) or QIcon())
            box.setAccessibleDescription(row.requires)
            box.blockSignals(False)

    def first(self) -> QWidget:
        """Return the first box, or this where nobody is on the register."""
        return self._boxes[0][1] if self._boxes else self

    def current(self) -> AttendanceRow | None:
        """Return the person whose box or button has the keyboard, or the first."""
        for row, box in self._boxes:
            beside = self.widget().layout().itemAtPosition(self._place(box), 1).widget()
            if box.hasFocus() or beside.hasFocus():
                return row
        return self._boxes[0][0] if self._boxes else None

    def _make(self, rows: Sequence[AttendanceRow]) -> None:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        grid.setSpacing(SMALL)
        grid.setColumnStretch(0, 1)
        self._boxes = []
        for number, row in enumerate(rows):
            box = QCheckBox()
            box.toggled.connect(lambda is_on, at=number: self._toggled(at, is_on=is_on))
            more = Button(_("More about {name}…").format(name=row.name).replace("&", "&&"))
            more.clicked.connect(lambda _checked=False, at=number: self._open(at))
            grid.addWidget(box, number, 0)
            grid.addWidget(more, number, 1)
            self._boxes.append((row, box))
        grid.setRowStretch(len(rows), 1)
        self.setWidget(inside)

    def _place(self, box: QCheckBox) -> int:
        return next(n for n, (_row, each) in enumerate(self._boxes) if each is box)

    def _toggled(self, place: int, *, is_on: bool) -> None:
        self.marked.emit(self._boxes[place][0], State.ATTENDED if is_on else State.NOT_MARKED)

    def _open(self, place: int) -> None:
        self.opened.emit(self._boxes[place][0])

    def _words(self, row: AttendanceRow) -> str:
        return ", ".join(part for part in (row.name, self._marks.of(row.state), row.here) if part)
