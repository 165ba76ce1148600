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
        self.safety, self._whose, self._who = QLabel(), QLabel(), QLabel()
        self.safety.setContentsMargins(SMALL, 0, SMALL, 0)
        self.setSizeGripEnabled(False)
        self.addWidget(self.announcer, 1)
        self.addPermanentWidget(self.safety)
        self.addPermanentWidget(self._whose)
        self.addPermanentWidget(self._who)

    def say_whose(self, office: "Office") -> None:
        """Say whose records are open, and who is at the keyboard."""
        details = office.organisation.find()
        name = details.name if details else office.path.name
        whose = _("{name} (demo: nothing is kept)") if office.is_demo else "{name}"
        self._whose.setText(whose.format(name=name))
        self._who.setText(office.who)
        self._who.setAccessibleName(_("At the keyboard: {who}").format(who=office.who))

    def fold(self, *, is_narrow: bool) -> None:
        """Leave the room to what was done last where there is little of it."""
        self.safety.setVisible(not is_narrow)
        self._whose.setVisible(not is_narrow)
        self._who.setVisible(not is_narrow)
