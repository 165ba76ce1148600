"""The settings of the person at the keyboard: shown at once, kept for the next time."""

from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from alongside import settings
from alongside_ui.look import Look
from alongside_ui.theme import TEXT_SIZES, Choice

_LOOKS = {field.name for field in fields(Choice)}


class Preferences(QObject):
    """The settings in `file`, and the look that follows them."""

    reworded = Signal()
    """Easy words are wanted from now on, or the usual ones."""

    def __init__(self, file: Path, look: Look) -> None:
        super().__init__()
        self._file = file
        self.look = look
        self.settings = settings.load(file)
        self.show()

    @property
    def signature(self) -> str:
        """The name to open records with; on a shared login nobody's, until somebody says theirs."""
        return "" if self.settings.is_shared else self.settings.who

    def show(self) -> None:
        """Make the screen look as the settings say."""
        self.look.choose(Choice(**{name: getattr(self.settings, name) for name in _LOOKS}))

    def change(self, **values: Any) -> None:
        """Use other settings and keep them. Raise WorldError if they cannot be written."""
        were_easy = self.settings.easy_words
        self.settings = replace(self.settings, **values)
        if _LOOKS & values.keys():
            self.show()
        if self.settings.easy_words != were_easy:
            self.reworded.emit()
        settings.save(self._file, self.settings)

    def step_text(self, by: int) -> int:
        """Take the next larger (1), smaller (-1) or the usual (0) size of text; return it."""
        if not by:
            self.change(text_size=TEXT_SIZES[0])
            return TEXT_SIZES[0]
        nearest = min(TEXT_SIZES, key=lambda size: abs(size - self.settings.text_size))
        place = min(max(TEXT_SIZES.index(nearest) + by, 0), len(TEXT_SIZES) - 1)
        self.change(text_size=TEXT_SIZES[place])
        return TEXT_SIZES[place]
