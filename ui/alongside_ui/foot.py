"""The foot of the window: what was done last, how safe the records are, and whose they are."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QStatusBar

from alongside.i18n import _
from alongside_ui.announce import Announcer
from alongside_ui.theme import SMALL

if TYPE_CHECKING:
    from alongside.office import Office  # the database is loaded after the window is shown


class Foot(QStatusBar):
    """Three lines of words that stay until there is something newer to say."""

    def __init__(self) -> None:
        super().__init__()
        self.announcer = Announcer()
        self.safety, self.whose, self.who = QLabel(), QLabel(), QLabel()
        self.safety.setContentsMargins(SMALL, 0, SMALL, 0)
        self._is_narrow = False
        self.setSizeGripEnabled(False)
        self.addWidget(self.announcer, 1)
        self.addPermanentWidget(self.safety)
        self.addPermanentWidget(self.whose)
        self.addPermanentWidget(self.who)

    def say_whose(self, office: "Office") -> None:
        """Say whose records are open, and who is at the keyboard."""
        details = office.organisation.find()
        name = details.name if details else office.path.name
        whose = _("{name} (demo: nothing is kept)") if office.is_demo else "{name}"
        self.whose.setText(whose.format(name=name))
        self.who.setText(office.who)
        self.who.setAccessibleName(_("At the keyboard: {who}").format(who=office.who))
        self._make_room()

    def say_how_safe(self, words: str) -> None:
        """Say when the last good backup was made."""
        self.safety.setText(words)
        self._make_room()

    def fold(self, *, is_narrow: bool) -> None:
        """Leave all the room to what was done last where there is little of it."""
        self._is_narrow = is_narrow
        self._make_room()

    def _make_room(self) -> None:
        """Show what fits into half of the foot: the rest is what was done last."""
        room = (
            0 if self._is_narrow else min(self.width(), self.screen().availableSize().width()) // 2
        )
        for label in (self.safety, self.whose, self.who):
            needed = label.sizeHint().width() + 2 * SMALL
            label.setVisible(needed <= room)
            room -= needed
