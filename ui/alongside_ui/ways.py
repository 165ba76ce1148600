"""The ways through, on the left: words with icons; arrows choose, Enter goes into the page."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QListWidgetItem

from alongside.i18n import _
from alongside_ui.icons import icon
from alongside_ui.theme import LARGE
from alongside_ui.widgets.word_list import WordList
from alongside_ui.window_actions import Actions

WAYS = ("today", "meetings", "people", "groups", "claims", "payments", "history", "settings")
"""The pages on the left, each with a command and an icon of the same name."""

_WITHIN = {"register": "meetings", "claim": "claims", "run": "payments", "welcome": "today"}
"""Pages that are reached from one on the left, and stand under it."""


class Ways(WordList):
    """The list of pages. `chosen` tells which one is wanted, `entered` that Enter came on it."""

    chosen = Signal(str)
    entered = Signal()

    def __init__(self, actions: Actions) -> None:
        super().__init__(_("Ways through"))
        self._actions = actions
        self.setObjectName("ways")
        self.hide()
        self.currentRowChanged.connect(lambda row: row >= 0 and self.chosen.emit(WAYS[row]))
        self.itemActivated.connect(lambda _item: self.entered.emit())

    def fill(self) -> None:
        """Show the ways in the present colours and size of text."""
        row = self.currentRow()
        self.blockSignals(True)
        self.clear()
        height = round(self.fontMetrics().height() * 1.2)
        self.setIconSize(QSize(height, height))
        palette = self.palette()
        colours = palette.windowText().color().name(), palette.highlightedText().color().name()
        for name in WAYS:
            self.addItem(QListWidgetItem(icon(name, *colours), self._actions.words_of(name)))
        self.setCurrentRow(row)
        self.blockSignals(False)
        self.setFixedWidth(self.sizeHintForColumn(0) + LARGE)
        self.show()

    def step(self, by: int) -> None:
        """Go to the next way (1) or the one before (-1), round the end."""
        self.setCurrentRow((self.currentRow() + by) % len(WAYS))

    def show_page(self, name: str) -> None:
        """Stand on the way that leads to this page."""
        self.blockSignals(True)
        self.setCurrentRow(WAYS.index(_WITHIN.get(name, name)))
        self.blockSignals(False)
