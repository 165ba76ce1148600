"""Cash that a person was given before they had costs: recorded, and what came back of it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from alongside.domain.money import NOTHING
from alongside.i18n import _
from alongside.services.advances import AdvanceDetails, AdvanceRow, CorrectAdvance
from alongside.services.people import PersonRow
from alongside_ui.operations import Operations
from alongside_ui.widgets.dialog import FormDialog, Verb
from alongside_ui.widgets.fields import needed
from alongside_ui.widgets.list_dialog import EditedListDialog
from alongside_ui.widgets.rows import Column
from alongside_ui.widgets.table import Table

_HELP = "people#cash-advances"


class AdvancesDialog(EditedListDialog):
    """The list of one person’s cash advances, each with its balance. Enter opens one."""

    help = _HELP

    def __init__(self, operations: Operations, parent: QWidget, person: PersonRow) -> None:
        table: Table[AdvanceRow] = Table(
            _("Cash advances"),
            [
                Column(_("Day"), lambda row: row.day, _spoken, is_whole=True),
                Column(_("Amount"), lambda row: str(row.amount), is_amount=True, is_whole=True),
                Column(_("For"), lambda row: row.meeting),
                Column(_("Balance"), lambda row: row.balance),
            ],
            empty=_("No cash advances yet. Add one with the button below."),
        )
        super().__init__(
            operations, parent, _("Cash advances of {name}").format(name=person.name),
            _("Costs of the same claim that are advanced in cash are set against them. What is "
              "left over is to be given back; what was spent above is paid."), table,
        )  # fmt: skip
        self._person = person

    def rows(self) -> Sequence[AdvanceRow]:
        """Return what this person has."""
        return self._operations.office.advances.list_for(self._person.id)

    def open_row(self, row: AdvanceRow | None) -> None:
        """Open one of them, or a new one."""
        AdvanceDialog(self._operations, self, self._person, row).start()

    def remove_row(self, row: AdvanceRow) -> None:
        """Ask for one to be removed."""
        self._operations.run(self._operations.office.advances.remove, row.id)


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
