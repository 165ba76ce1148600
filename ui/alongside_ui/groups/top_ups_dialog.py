"""Rates that came late: from which day, what they change, and lines that pay what is missing."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from alongside.i18n import _, ngettext
from alongside.services.groups import GroupRow
from alongside.services.top_ups import LateRates, TopUpPlan, TopUpRow
from alongside_ui.operations import Operations
from alongside_ui.widgets.agree_dialog import AgreeDialog
from alongside_ui.widgets.dialog import FormDialog, Verb
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
        self.form.tick("is_for_all", _("All groups"),
                       hint=_("A rate for miles often changes for all of them."))  # fmt: skip

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask what changes."""
        group = None if values["is_for_all"] else self._group.id
        self._request = LateRates(group, values["first"])
        return self.operations.office.top_ups.plan, self._request

    def saved(self, result: TopUpPlan) -> None:
        """Show what changes; this stays behind it, to come back to."""
        self._save.setEnabled(True)
        dialog = TopUpsDialog(self.operations, self, self._request, result)
        dialog.accepted.connect(self.accept)
        dialog.start()


class TopUpsDialog(AgreeDialog):
    """Every line that comes out differently, person by person, and the button that tops up."""

    help = _HELP

    def __init__(
        self, operations: Operations, parent: QWidget, request: LateRates, plan: TopUpPlan
    ) -> None:
        super().__init__(operations, parent, _("What the new rates change"),
                         f"{plan.words} " + _("Issued claims stay as they are."))  # fmt: skip
        table: Table[TopUpRow] = Table(
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
        words = ngettext("Make {n} top-up line", "Make {n} top-up lines", plan.lines)
        self.offer(table, plan.rows, words.format(n=plan.lines), operations.office.top_ups.make,
                   request, is_any=plan.lines > 0)  # fmt: skip


def _spoken(row: TopUpRow) -> str:
    words = _("{person}, {line}, {day}: was {was}, now {now}. {why}")
    return words.format(person=row.person, line=row.words, day=row.day, was=row.was, now=row.now,
                        why=row.why)  # fmt: skip
