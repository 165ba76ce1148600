"""Asks who is at the keyboard of a computer that several people share: the history names them."""

from typing import Any

from PySide6.QtWidgets import QWidget

from alongside.domain.errors import UserError
from alongside.i18n import _
from alongside_ui.desk import Desk
from alongside_ui.widgets.dialog import FormDialog, Verb
from alongside_ui.widgets.fields import needed

_NEW = ""
_MOST = 12
"""Names to choose from; more would be slower than typing one."""


class WhoDialog(FormDialog):
    """The names that worked on the records lately, or a new one."""

    help = "history#who-is-at-the-keyboard"

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(
            desk.operations, parent, _("Who is at the keyboard?"),
            _("The history says who did what. From now on it gives this name."), _("That is me"),
        )  # fmt: skip
        self._desk = desk
        names = desk.operations.office.history.names()[:_MOST]
        self._has_names = bool(names)
        if names:
            choices = [*((name, name) for name in names), (_NEW, _("somebody else"))]
            kept = desk.preferences.settings.who
            box = self.form.choice("name", _("Name"), choices, kept if kept in names else names[0])
            box.currentIndexChanged.connect(self._show_what_matters)
        self.form.text("new", _("Your name"), "", needed())
        self._show_what_matters()

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the history to give this name."""
        self._who = values.get("name") or " ".join(values["new"].split())
        if not self._who:
            raise UserError("new", _("Type your name."))
        return self.operations.office.sign_as, self._who

    def saved(self, result: Any) -> None:
        """Close, and remember the name for the next time."""
        super().saved(result)
        self._desk.preferences.change(who=self._who)

    def _show_what_matters(self) -> None:
        is_new = not self._has_names or self.form["name"].currentData() == _NEW
        self.form.show_only(*(("new",) if is_new else ()), among=("new",))
