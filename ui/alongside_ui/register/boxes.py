"""The register as boxes to tick, for voice control, switches and pointers: one press is one mark.

A cell of a list cannot be pressed by such aids; these are real boxes and buttons with names.
"""

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QScrollArea, QWidget

from alongside.domain.meetings import State
from alongside.i18n import _
from alongside.services.attendance import AttendanceRow
from alongside_ui.register.marks import MarkWords
from alongside_ui.theme import MEDIUM, SMALL
from alongside_ui.widgets.button import Button

_PIECES = re.compile(r"[^\s-]+[\s-]*|[\s-]+")
"""Words, each with the space or the hyphen that ends it."""


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
        self._lines: list[tuple[AttendanceRow, QCheckBox, Button]] = []

    def set_rows(self, rows: Sequence[AttendanceRow]) -> None:
        """Show `rows`; for the same people the same boxes stay, and the keyboard on them."""
        if [line[0].id for line in self._lines] != [row.id for row in rows]:
            self._make(rows)
        self._lines = [(row, *line[1:]) for row, line in zip(rows, self._lines, strict=True)]
        for row, box, _more in self._lines:
            box.blockSignals(True)
            box.setChecked(row.state in (State.ATTENDED, State.ONLINE, State.ATTENDED_PART))
            box.setAccessibleName(", ".join(self._parts(row)))
            box.setIcon(self._marks.picture(row.state) or QIcon())
            box.setAccessibleDescription(row.requires)
            box.blockSignals(False)
        self._arrange()

    def first(self) -> QWidget:
        """Return the first box, or this where nobody is on the register."""
        return self._lines[0][1] if self._lines else self

    def current(self) -> AttendanceRow | None:
        """Return the person whose box or button has the keyboard, or the first."""
        held = (row for row, box, more in self._lines if box.hasFocus() or more.hasFocus())
        return next(held, self._lines[0][0] if self._lines else None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Use the room there is for letters of another size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._arrange()

    def _make(self, rows: Sequence[AttendanceRow]) -> None:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        grid.setSpacing(SMALL)
        grid.setColumnStretch(0, 1)
        self._lines = []
        for number, row in enumerate(rows):
            box = QCheckBox()
            box.toggled.connect(lambda is_on, at=number: self._toggled(at, is_on=is_on))
            more = Button("")
            more.setAccessibleName(_("More about {name}…").format(name=row.name))
            more.clicked.connect(lambda _checked=False, at=number: self._open(at))
            grid.addWidget(box, 2 * number, 0)
            grid.addWidget(more, 2 * number, 1)
            self._lines.append((row, box, more))
        grid.setRowStretch(2 * len(rows), 1)
        self.setWidget(inside)

    def _arrange(self) -> None:
        """Put “More” beside the boxes; where there is no room, below, and the words one by one."""
        if not self._lines:
            return
        for row, box, more in self._lines:
            box.setText(", ".join(self._parts(row)).replace("&", "&&"))
            more.setText(more.accessibleName().replace("&", "&&"))
        wide = max(box.sizeHint().width() for _row, box, _more in self._lines)
        beside = max(more.sizeHint().width() for _row, _box, more in self._lines)
        is_narrow = wide + beside + 2 * MEDIUM + SMALL > self.viewport().width()
        grid = self.widget().layout()
        for number, (row, box, more) in enumerate(self._lines):
            if is_narrow:
                box.setText("")
                room = self.viewport().width() - 2 * MEDIUM - SMALL - box.sizeHint().width()
                lines = [line for part in self._parts(row)
                         for line in _lines_of(part, box.fontMetrics(), room)]  # fmt: skip
                box.setText("\n".join(lines).replace("&", "&&"))
                more.setText(_("More…"))
            grid.addWidget(more, 2 * number + is_narrow, 0 if is_narrow else 1)

    def _toggled(self, place: int, *, is_on: bool) -> None:
        self.marked.emit(self._lines[place][0], State.ATTENDED if is_on else State.NOT_MARKED)

    def _open(self, place: int) -> None:
        self.opened.emit(self._lines[place][0])

    def _parts(self, row: AttendanceRow) -> list[str]:
        return [part for part in (row.name, self._marks.of(row.state), row.here) if part]


def _lines_of(words: str, letters: QFontMetrics, room: int) -> list[str]:
    """Return `words` in lines no wider than `room`: a long name is parted, never out of sight."""
    lines = [""]
    for piece in _PIECES.findall(words):
        if letters.horizontalAdvance(f"{lines[-1]}{piece}".strip()) <= room:
            lines[-1] += piece
            continue
        lines += [""] if lines[-1] else []
        for letter in piece:
            if lines[-1] and letters.horizontalAdvance(lines[-1] + letter) > room:
                lines.append("")
            lines[-1] += letter
    return [line.strip() for line in lines if line.strip()]
