"""Rates that came late: from which day, what they change, and lines that pay what is missing."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from alongside.domain.errors import AlongsideError
from alongside.i18n import _, ngettext
from alongside.services.groups import GroupRow
from alongside.services.top_ups import LateRates, TopUpPlan, TopUpRow
from alongside_ui import errors
from alongside_ui.operations import Operations
from alongside_ui.widgets.dialog import Dialog, FormDialog, Verb
from alongside_ui.widgets.rows import Column
from alongside_ui.widgets.table import Table

_HELP = "claims#rates-that-come-late"


class LateRatesDialog(FormDialog):
    """From which day on the rates of the group's policy count."""

    help = _HELP

    def __init__(self, operations: Operations, parent: QWidget, group: GroupRow) -> None:
        super().__init__(
            operations, parent, _("Rates that came late: {group}").format(group=group.name),
            _("Choose the policy with the new rates for the group first. You see what it changes "
              "before anything is done."),
            save_words=_("See what changes…"),
        )  # fmt: skip
        self._group = group
        today = operations.office.now().date()
        year = today.year if (today.month, today.day) >= (4, 6) else today.year - 1
        self.form.date("first", _("From the day"), date(year, 4, 6), is_wanted=True)

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask what changes."""
        self._request = LateRates(self._group.id, values["first"])
        return self.operations.office.top_ups.plan, self._request

    def saved(self, result: TopUpPlan) -> None:
        """Show what changes; this stays behind it, to come back to."""
        self._save.setEnabled(True)
        dialog = TopUpsDialog(self.operations, self, self._request, result)
        dialog.accepted.connect(self.accept)
        dialog.start()


class TopUpsDialog(Dialog):
    """Every line that comes out differently, person by person, and the button that tops up."""

    help = _HELP

    def __init__(
        self, operations: Operations, parent: QWidget, request: LateRates, plan: TopUpPlan
    ) -> None:
        super().__init__(parent, _("What the new rates change"),
                         f"{plan.words} " + _("Issued claims stay as they are."))  # fmt: skip
        self._operations, self._request = operations, request
        self.table: Table[TopUpRow] = Table(
            _("Lines that change"),
            [
                Column(_("Person"), lambda row: row.person, _spoken, is_whole=True),
                Column(_("Claim"), lambda row: row.claim),
                Column(_("State"), lambda row: row.state),
                Column(_("Day"), lambda row: row.day),
                Column(_("Line"), lambda row: row.words),
                Column(_("Was"), lambda row: str(row.was), is_amount=True),
                Column(_("Now"), lambda row: str(row.now), is_amount=True),
                Column(_("Why"), lambda row: row.why),
            ],
            empty=_("Nothing changes."),
        )
        self.take_room(110, 20)
        self.body.addWidget(self.table, 1)
        words = ngettext("Make {n} top-up line", "Make {n} top-up lines", plan.lines)
        self._make = self.add_button(words.format(n=plan.lines), self._agreed, is_main=True)
        self._make.setEnabled(plan.lines > 0)
        self.add_button(_("Back"), self.reject)
        self.table.set_rows(plan.rows)

    def start(self) -> None:
        """Open, with the keyboard in the list."""
        self.table.setFocus()
        self.open()

    def _agreed(self) -> None:
        self._make.setEnabled(False)
        self._operations.run(self._operations.office.top_ups.make, self._request,
                             then=lambda _change: self.accept(), failed=self._failed)  # fmt: skip

    def _failed(self, error: AlongsideError) -> None:
        self._make.setEnabled(True)
        errors.show(error, self)


def _spoken(row: TopUpRow) -> str:
    words = _("{person}, {line}, {day}: was {was}, now {now}. {why}")
    return words.format(person=row.person, line=row.words, day=row.day, was=row.was, now=row.now,
                        why=row.why)  # fmt: skip
