"""What every page is given: the office's operations, the commands, this person's preferences."""

from dataclasses import dataclass

from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import QApplication

from alongside_ui.icons import icon
from alongside_ui.operations import Operations
from alongside_ui.preferences import Preferences
from alongside_ui.window_actions import Actions


@dataclass(frozen=True, slots=True)
class Desk:
    """The three things a page works with."""

    operations: Operations
    actions: Actions
    preferences: Preferences

    def words(self, usual: str, *, easy: str) -> str:
        """Return the words that this person chose to have: the usual ones, or easy ones."""
        return easy if self.actions.is_easy else usual

    def picture(self, name: str) -> QIcon | None:
        """Return a picture to stand beside easy words in a list; None beside the usual ones."""
        if not self.actions.is_easy:
            return None
        palette = QApplication.palette()
        of_row = palette.color(QPalette.ColorRole.Text).name()
        of_chosen = palette.color(QPalette.ColorRole.HighlightedText).name()
        return icon(name, of_row, of_chosen)
