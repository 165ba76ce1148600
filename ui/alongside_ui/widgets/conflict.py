"""Two versions of one thing, side by side: what somebody else changed, and what was typed here."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from alongside.domain.errors import ChangedMeanwhileError
from alongside.i18n import _
from alongside_ui.announce import speak
from alongside_ui.widgets.dialog import Dialog
from alongside_ui.widgets.rows import Column
from alongside_ui.widgets.table import Table


@dataclass(frozen=True, slots=True)
class _Version:
    id: int
    whose: str
    words: str


class ConflictDialog(Dialog):
    """Nothing is saved until one of the two is chosen; Esc goes back to what was typed."""

    help = "history#if-somebody-else-changed-it"

    def __init__(
        self, parent: QWidget, error: ChangedMeanwhileError, save_mine: Callable[[], object],
        keep_theirs: Callable[[], object],
    ) -> None:  # fmt: skip
        sentence = _(
            "Nothing is saved yet, and what you typed is still there. If you save yours, what "
            "{who} changed goes back to how it was."
        ).format(who=error.who)
        super().__init__(parent, _("Changed meanwhile"), f"{error.words} {sentence}")
        both = [
            *((error.who, words) for words in error.theirs),
            *((_("You"), words) for words in error.yours),
        ]
        self.table: Table[_Version] = Table(
            _("Both versions"),
            [
                Column(_("Who"), lambda row: row.whose, lambda row: f"{row.whose}. {row.words}",
                       is_whole=True),
                Column(_("Change"), lambda row: row.words, is_whole=True),
            ],
            empty="",
        )  # fmt: skip
        self.table.set_rows([_Version(n, *version) for n, version in enumerate(both)])
        self.body.addWidget(self.table, 1)
        self.add_button(_("Go back to what I typed"), self.reject, is_main=True)
        self.add_button(
            _("Keep what {who} saved").format(who=error.who), lambda: self._end(keep_theirs)
        )
        self.add_button(_("Save mine over it"), lambda: self._end(save_mine))
        self.take_room(90, 14)
        self._words = error.words

    def start(self) -> None:
        """Open, with the keyboard in the list of both versions."""
        self.table.setFocus()
        self.open()
        speak(self._words, is_urgent=True)

    def _end(self, act: Callable[[], object]) -> None:
        self.accept()
        act()
