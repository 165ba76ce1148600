"""Cash that a person was given before they had costs: recorded, and what came back of it."""

from typing import Any

from PySide6.QtWidgets import QWidget

from alongside.domain.change import Change
from alongside.domain.money import NOTHING
from alongside.i18n import _
from alongside.services.advances import AdvanceDetails, AdvanceRow, CorrectAdvance
from alongside.services.people import PersonRow
from alongside_ui.operations import Operations
from alongside_ui.widgets.dialog import Dialog, FormDialog, Verb
from alongside_ui.widgets.fields import needed
from alongside_ui.widgets.rows import Column
from alongside_ui.widgets.table import Table

_HELP = "people#cash-advances"


class AdvancesDialog(Dialog):
    """The list of one person’s cash advances, each with its balance. Enter opens one."""

    help = _HELP

    def __init__(self, operations: Operations, parent: QWidget, person: PersonRow) -> None:
        super().__init__(
            parent, _("Cash advances of {name}").format(name=person.name),
            _("Costs of the same claim that are advanced in cash are set against them. What is "
              "left over is to be given back; what was spent above is paid."),
        )  # fmt: skip
        self._operations, self._person = operations, person
        self.table: Table[AdvanceRow] = Table(
            _("Cash advances"),
            [
                Column(_("Day"), lambda row: row.day, _spoken, is_whole=True),
                Column(_("Amount"), lambda row: str(row.amount), is_amount=True, is_whole=True),
                Column(_("For"), lambda row: row.meeting),
                Column(_("Balance"), lambda row: row.balance),
            ],
            empty=_("No cash advances yet. Add one with the button below."),
        )
        self.take_room(100, 18)
        self.table.opened.connect(self._open)
        self.body.addWidget(self.table, 1)
        self._add_button = self.add_button(_("Add…"), self._add, is_main=True)
        self._one = [
            self.add_button(_("Correct…"), lambda: self._open(self.table.current)),
            self.add_button(_("Remove"), self._remove),
        ]
        self.add_button(_("Close"), self.accept)
        self.table.moved.connect(self._enable)
        operations.changed.connect(self._read)

    def start(self) -> None:
        """Open, with the keyboard in the list, or on Add while it is empty."""
        self._read()
        (self.table if self.table.rows.rows else self._add_button).setFocus()
        self.open()

    def _read(self, _change: Change | None = None) -> None:
        self.table.set_rows(self._operations.office.advances.list_for(self._person.id))
        self._enable()

    def _enable(self) -> None:
        for button in self._one:
            button.setEnabled(self.table.current is not None)

    def _add(self) -> None:
        AdvanceDialog(self._operations, self, self._person, None).start()

    def _open(self, row: AdvanceRow | None) -> None:
        if row:
            AdvanceDialog(self._operations, self, self._person, row).start()

    def _remove(self) -> None:
        if self.table.current:
            self._operations.run(self._operations.office.advances.remove, self.table.current.id)
            self.table.setFocus()


class AdvanceDialog(FormDialog):
    """One cash advance: for which meeting, how much, who gave it, and what came back."""

    help = _HELP

    def __init__(
        self, operations: Operations, parent: QWidget, person: PersonRow, row: AdvanceRow | None
    ) -> None:
        super().__init__(operations, parent, _("Cash advance"), row.balance if row else "")
        self._person, self._row = person, row
        office, form = operations.office, self.form
        today = office.now().date()
        known = row.details if row else AdvanceDetails(person.id, None, today, None, office.who)
        meetings = office.advances.meetings_of(person.id)
        form.choice("meeting_id", _("For the meeting"), meetings, known.meeting_id,
                    needed(_("On whose register they are")))  # fmt: skip
        form.money("amount", _("Amount"), known.amount, needed(_("Pounds and pence, like 12.50")))
        form.date("day", _("Given on"), known.day, is_wanted=True)
        form.text("given_by", _("Who gave it"), known.given_by)
        form.text("words", _("Note"), known.words)
        form.heading(_("What came back"))
        form.money("returned", _("Came back"), known.returned or None)
        form.date("returned_on", _("Came back on"), known.returned_on,
                  hint=_("Like 9 May 2026. Empty means today."))  # fmt: skip

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the advance to be recorded or corrected."""
        values["returned"] = values["returned"] or NOTHING
        details = AdvanceDetails(self._person.id, **values)
        advances = self.operations.office.advances
        if self._row:
            return advances.correct, CorrectAdvance(self._row.id, details)
        return advances.add, details


def _spoken(row: AdvanceRow) -> str:
    return f"{row.day}, {row.amount}, {row.meeting}. {row.balance}"
