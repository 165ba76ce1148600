"""What is given by hand: fees given away that no payment run pays, and what people get in kind."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from alongside.i18n import _
from alongside.services.gifts import GiftRow, RecordGiven
from alongside_ui.operations import Operations
from alongside_ui.widgets.dialog import FormDialog, Verb
from alongside_ui.widgets.list_dialog import ListDialog
from alongside_ui.widgets.rows import Column
from alongside_ui.widgets.table import Table

_HELP = "payments#given-away"


class GiftsDialog(ListDialog):
    """The list of gifts that are made by hand; those that are still to be made come first."""

    help = _HELP

    def __init__(self, operations: Operations, parent: QWidget) -> None:
        table: Table[GiftRow] = Table(
            _("Fees given away"),
            [
                Column(_("Gift"), lambda row: row.words, _spoken, is_whole=True),
                Column(_("Made"), lambda row: row.made),
                Column(_("By"), lambda row: row.person),
                Column(_("Claim"), lambda row: row.claim),
                Column(_("Day"), lambda row: row.day),
            ],
            empty=_("Nothing is to be given by hand."),
        )
        super().__init__(
            operations, parent, _("Fees given away"),
            _("Give these by hand, then say so: fees given away, and what people get in kind. What "
              "goes to an organisation under People is in a payment run, and not here."), table,
        )  # fmt: skip
        table.opened.connect(self._record)
        self.add_for_one(_("Given…"), self._record, can=lambda row: not row.is_made, is_main=True)
        self.add_button(_("Close"), self.accept)

    def rows(self) -> Sequence[GiftRow]:
        """Return the gifts, those that are still to be made first."""
        return self._operations.office.gifts.list_()

    def _record(self, row: GiftRow) -> None:
        if not row.is_made:
            others = [each for each in self.table.rows.rows if not each.is_made]
            GivenDialog(self._operations, self, row, others).start()


class GivenDialog(FormDialog):
    """A gift was made, or all of them were: on which day, and how."""

    help = _HELP

    def __init__(
        self, operations: Operations, parent: QWidget, row: GiftRow, others: Sequence[GiftRow]
    ) -> None:
        super().__init__(
            operations, parent, _("The gift was made"),
            _("{amount} to {whom}, from claim {claim} of {person}.").format(
                amount=row.amount, whom=row.whom, claim=row.claim, person=row.person),
        )  # fmt: skip
        self._row, self._others = row, others
        self.form.date("day", _("Day"), operations.office.now().date(), is_wanted=True)
        self.form.text("words", _("How"), "", _("The number of a cheque, for example"))
        if len(others) > 1:
            self.form.tick("all", _("All {n} to be made").format(n=len(others)))

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for it to be recorded."""
        chosen = self._others if values.pop("all", False) else [self._row]
        request = RecordGiven(tuple(row.id for row in chosen), **values)
        return self.operations.office.gifts.record, request


def _spoken(row: GiftRow) -> str:
    words = _("{gift}, from {person}, {day}").format(gift=row.words, person=row.person, day=row.day)
    return f"{words}, {row.made}" if row.made else words
