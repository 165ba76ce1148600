"""A list of which some can be ticked: arrows move, Space ticks."""

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidgetItem, QSizePolicy

from alongside.i18n import _
from alongside_ui.theme import HAIR
from alongside_ui.widgets.word_list import WordList

_MOST_LINES = 6


class TickList(WordList):
    """Choices of (value, words), each with its tick in words, for who does not see it."""

    def __init__(self, choices: Sequence[tuple[Any, str]], ticked: Collection[Any] = ()) -> None:
        super().__init__("")
        self._values = [value for value, _words in choices]
        for value, words in choices:
            item = QListWidgetItem(words)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            is_ticked = value in ticked
            item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
            self._say(item)
            self.addItem(item)
        self.setCurrentRow(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.itemChanged.connect(self._say)

    def sizeHint(self) -> QSize:
        """Be as high as the choices, up to some lines: the text may grow while this is shown."""
        lines = min(self.count(), _MOST_LINES)
        height = lines * self.sizeHintForRow(0) + 2 * self.frameWidth() + HAIR
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        """Never be lower than that."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def ticked(self) -> list[Any]:
        """Return the values that are ticked, in the order of the list."""
        return [
            value
            for row, value in enumerate(self._values)
            if self.item(row).checkState() == Qt.CheckState.Checked
        ]

    def _say(self, item: QListWidgetItem) -> None:
        """Put the tick into words: a screen reader is not told of it otherwise."""
        is_ticked = item.checkState() == Qt.CheckState.Checked
        spoken = _("{name}, ticked") if is_ticked else _("{name}, not ticked")
        words = spoken.format(name=item.text())
        if item.data(Qt.ItemDataRole.AccessibleTextRole) != words:
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
