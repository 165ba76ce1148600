"""The history: every change, with who made it and when; Undo and Do again beside it."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from alongside.domain.change import Kind
from alongside.i18n import _
from alongside.services.history import HistoryRow
from alongside_ui.desk import Desk
from alongside_ui.widgets.page import Page
from alongside_ui.widgets.rows import Column
from alongside_ui.widgets.table import Table


class HistoryPage(Page):
    """The newest first. What was done since the records were opened can be undone, step by step."""

    kinds: ClassVar = frozenset(Kind)
    help = "undo"

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, _("History"),
            _("What was done, by whom and when. Undo takes back the last thing you did; what was "
              "issued can only be withdrawn."),
        )  # fmt: skip
        self.table: Table[HistoryRow] = Table(
            _("History"),
            [
                Column(_("When"), lambda row: row.when,
                       lambda row: f"{row.when}, {row.who}: {row.words}", is_whole=True),
                Column(_("Who"), lambda row: row.who),
                Column(_("What"), lambda row: row.words),
            ],
            empty=_("Nothing has been done yet."),
        )  # fmt: skip
        self.body.addWidget(self.table, 1)
        self.add_buttons([("undo", _("Undo")), ("redo", _("Do again"))])

    def refresh(self) -> None:
        """Read the last lines."""
        self.table.set_rows(self.office.history.list_())

    def first_focus(self) -> QWidget:
        """Start in the list."""
        return self.table
