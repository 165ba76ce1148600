"""Retainers of a group: up to which day, what is due to whom and why, and the lines for it."""

from datetime import timedelta
from typing import Any

from PySide6.QtWidgets import QWidget

from alongside.i18n import _, ngettext
from alongside.services.groups import GroupRow
from alongside.services.retainers import DueRetainers, RetainerPlan, RetainerRow
from alongside_ui.operations import Operations
from alongside_ui.widgets.agree_dialog import AgreeDialog
from alongside_ui.widgets.dialog import FormDialog, Verb
from alongside_ui.widgets.rows import Column
from alongside_ui.widgets.table import Table

_HELP = "groups#retainers"


class RetainersDialog(FormDialog):
    """From when to when retainers may have fallen due."""

    help = _HELP

    def __init__(self, operations: Operations, parent: QWidget, group: GroupRow) -> None:
        super().__init__(
            operations, parent, _("Draft retainers: {group}").format(group=group.name),
            _("A set amount for holding a role, if the policy of the group has one. You see what "
              "is due before anything is done."),
            save_words=_("See what is due…"),
        )  # fmt: skip
        self._group = group
        today = operations.office.now().date()
        self.form.date("last", _("Due by the day"), today, is_wanted=True)
        year_ago = (today - timedelta(days=365)).replace(day=1)
        self.form.date("first", _("But not before"), year_ago, is_wanted=True,
                       hint=_("What fell due before that day is left alone"))  # fmt: skip

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask what is due."""
        self._request = DueRetainers(self._group.id, values["first"], values["last"])
        return self.operations.office.retainers.plan, self._request

    def saved(self, result: RetainerPlan) -> None:
        """Show what is due; this stays behind it, to come back to."""
        self._save.setEnabled(True)
        self._as_opened = self.form.raw()
        dialog = DueDialog(self.operations, self, self._request, result)
        dialog.accepted.connect(self.accept)
        dialog.start()


class DueDialog(AgreeDialog):
    """Every retainer that is due, person by person, and the button that drafts them."""

    help = _HELP

    def __init__(
        self, operations: Operations, parent: QWidget, request: DueRetainers, plan: RetainerPlan
    ) -> None:
        super().__init__(operations, parent, _("Retainers that are due"), plan.words)
        table: Table[RetainerRow] = Table(
            _("Retainers"),
            [
                Column(_("Person"), lambda row: row.person, _spoken, is_whole=True),
                Column(_("Role"), lambda row: row.role),
                Column(_("For"), lambda row: row.period),
                Column(_("Amount"), lambda row: str(row.amount), is_amount=True),
                Column(_("Why"), lambda row: row.why),
            ],
            empty=_("Nothing is due."),
        )
        number = len(plan.rows)
        words = ngettext("Draft {n} retainer", "Draft {n} retainers", number).format(n=number)
        self.offer(table, plan.rows, words, operations.office.retainers.draft, request,
                   is_any=number > 0)  # fmt: skip


def _spoken(row: RetainerRow) -> str:
    words = _("{person}, {role}, {period}: {amount}. {why}")
    return words.format(person=row.person, role=row.role, period=row.period, amount=row.amount,
                        why=row.why)  # fmt: skip
