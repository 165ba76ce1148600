"""The history: who did what and when, looked through by words, kind, name and day; undo beside it.

One record's own history is the same page: it comes with the record as its subject.
"""

from typing import Any, ClassVar

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from alongside.domain.change import Kind
from alongside.i18n import _, ngettext
from alongside.services.history import MOST_SHOWN
from alongside.services.history_wanted import HistoryRow, Record
from alongside_ui.announce import speak
from alongside_ui.desk import Desk
from alongside_ui.history.details_dialog import DetailsDialog
from alongside_ui.history.filter_fields import FilterFields
from alongside_ui.history.print_dialog import PrintListDialog
from alongside_ui.widgets.button import Button
from alongside_ui.widgets.page import Page
from alongside_ui.widgets.rows import Column
from alongside_ui.widgets.table import Table
from alongside_ui.window_actions import Handler


class HistoryPage(Page):
    """The newest first. What was done since the records were opened can be undone, step by step."""

    kinds: ClassVar = frozenset(Kind)
    help = "history"

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, _("History"),
            _("Who did what, and when. Enter says what changed, before and after. Undo takes back "
              "the last thing you did."),
        )  # fmt: skip
        self._record: Record | None = None
        self.fields = FilterFields(self.labelled)
        self.add_row(*self.fields.boxes)
        self.body.addWidget(self.fields.error)
        self._whole_list: QPushButton = Button(self.letters.give(_("Show the whole history")))
        self._whole_list.hide()
        self.count = QLabel()
        self.add_row(self._whole_list, self.count)
        self.table: Table[HistoryRow] = Table(
            _("History"),
            [
                Column(_("When"), lambda row: row.when,
                       lambda row: f"{row.when}, {row.who}: {row.words}", is_whole=True),
                Column(_("Who"), lambda row: row.who),
                Column(_("What"), lambda row: row.words),
            ],
            empty=_("Nothing was done that fits what you look for."),
        )  # fmt: skip
        self.fields.words.down_to(self.table)
        self.table.opened.connect(self._open)
        self.body.addWidget(self.table, 1)
        self.add_buttons(
            [
                ("correct", _("What changed…")),
                ("print_list", _("Print the list…")),
                ("undo", _("Undo")),
                ("redo", _("Do again")),
            ]
        )
        self.fields.changed.connect(self._typed)
        self._whole_list.clicked.connect(self._show_all)

    def answers(self) -> dict[str, Handler]:
        """Return the commands of this page."""
        return {
            "find": self._to_find,
            "correct": self._open_current,
            "print_list": self._print,
        }

    def show_subject(self, subject: Any) -> None:
        """Show the history of one record, with nothing else looked for."""
        self._record = subject
        self.fields.clear()

    def refresh(self) -> None:
        """Read the lines again."""
        record = self._record
        title = _("History of {name}").format(name=record.words) if record else _("History")
        self.set_title(title)
        self.table.setAccessibleName(title)
        self._whole_list.setVisible(record is not None)
        wanted = self.fields.wanted(record)
        if wanted is None:
            return
        rows = self.office.history.list_(wanted)
        self.table.set_rows(rows)
        words = ngettext("{n} line", "{n} lines", len(rows))
        if len(rows) == MOST_SHOWN:
            words = _("The newest {n} lines")
        self.count.setText(words.format(n=len(rows)))

    def first_focus(self) -> QWidget:
        """Start in the list."""
        return self.table

    def _typed(self) -> None:
        self.refresh()
        speak(self.fields.error.text() or self.count.text())

    def _to_find(self) -> None:
        self.fields.words.setFocus()
        self.fields.words.selectAll()

    def _show_all(self) -> None:
        self._record = None
        self.refresh()
        self.table.setFocus()

    def _open_current(self) -> None:
        if self.table.current:
            self._open(self.table.current)
        else:
            self.operations.say(_("Choose a line in the list first."))

    def _open(self, row: HistoryRow) -> None:
        DetailsDialog(self.operations, self.window(), row).start()

    def _print(self) -> None:
        wanted = self.fields.wanted(self._record)
        if wanted is None or not self.table.rows.rows:
            self.operations.say(_("There are no lines to print here."))
        else:
            PrintListDialog(self.desk, self.window(), wanted).start()
