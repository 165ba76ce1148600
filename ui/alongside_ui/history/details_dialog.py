"""What one line of the history changed: a sentence a row, before and after."""

from PySide6.QtWidgets import QWidget

from alongside.i18n import _
from alongside.services.history_details import DetailRow
from alongside.services.history_wanted import HistoryRow
from alongside_ui.operations import Operations
from alongside_ui.widgets.dialog import Dialog
from alongside_ui.widgets.rows import Column
from alongside_ui.widgets.table import Table


class DetailsDialog(Dialog):
    """A list to read; nothing can be changed in it."""

    help = "history#what-changed"

    def __init__(self, operations: Operations, parent: QWidget, row: HistoryRow) -> None:
        super().__init__(parent, _("What changed"), f"{row.when}, {row.who}: {row.words}")
        self.table: Table[DetailRow] = Table(
            _("What changed"),
            [
                Column(_("Change"), lambda row: row.words, lambda row: f"{row.about}. {row.words}",
                       is_whole=True),
                Column(_("About"), lambda row: row.about),
            ],
            empty=_("This changed nothing in the records. It is noted here so that it is known."),
        )  # fmt: skip
        self.body.addWidget(self.table, 1)
        self.add_button(_("Close"), self.accept, is_main=True)
        self.take_room(100, 18)
        self.table.set_rows(operations.office.history.details(row.id))

    def start(self) -> None:
        """Open, with the keyboard in the list."""
        self.table.setFocus()
        self.open()
