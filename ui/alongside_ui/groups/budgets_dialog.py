"""Budgets of a group by financial year: what is committed, claimed, paid and left, and of what."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from alongside.domain.budgets import Cost
from alongside.domain.change import Change
from alongside.domain.years import Year
from alongside.i18n import _
from alongside.services.budgets import (
    AddBudget,
    BudgetDetails,
    BudgetRow,
    CorrectBudget,
    CostRow,
)
from alongside.services.groups import GroupRow
from alongside_ui.operations import Operations
from alongside_ui.widgets.dialog import FormDialog, Verb, ask
from alongside_ui.widgets.fields import Fields, needed
from alongside_ui.widgets.headings import Heading
from alongside_ui.widgets.list_dialog import EditedListDialog
from alongside_ui.widgets.rows import Column
from alongside_ui.widgets.table import Table

_HELP = "groups#budgets"


class BudgetsDialog(EditedListDialog):
    """The budgets of a year above, what the one that the list is on is made of below."""

    help = _HELP

    def __init__(self, operations: Operations, parent: QWidget, group: GroupRow) -> None:
        table: Table[BudgetRow] = Table(
            _("Budgets"),
            [
                Column(_("Budget code"), lambda row: row.code, _spoken, is_whole=True),
                Column(_("Amount"), lambda row: _amount(row), is_amount=True),
                Column(_("Committed"), lambda row: str(row.committed), is_amount=True),
                Column(_("Claimed"), lambda row: str(row.claimed), is_amount=True),
                Column(_("Paid"), lambda row: str(row.paid), is_amount=True),
                Column(_("Left"), lambda row: "" if row.left is None else str(row.left),
                       is_amount=True),
                Column(_("Used"), lambda row: row.used, is_amount=True),
                Column(_("To look at"), lambda row: row.warning),
                Column(_("Who pays for it"), _paid_by),
            ],
            empty=_("No budget and no claims in this year. Add a budget with the button below."),
        )  # fmt: skip
        super().__init__(
            operations, parent, _("Budgets of {group}").format(group=group.name),
            _("Committed is on drafts, or on claims that are not approved yet. Claimed is "
              "approved, and not paid yet. Paid is paid. Left is what is left of the budget. The "
              "day of each line says which year it counts in."),
            table, remove_words=_("Remove…"), can_correct=lambda row: row.details is not None,
        )  # fmt: skip
        self._group = group
        self.form = Fields(letters=self.letters)
        self._years = operations.office.budgets.years(group.id)
        today = operations.office.now().date()
        this = next(year for year in self._years if today in year.period)
        choices = [(year, year.short) for year in self._years]
        self.years = self.form.choice("year", _("Financial year"), choices, this)
        self.heading = Heading(_("What it is made of"))
        self.costs: Table[CostRow] = Table(
            _("What it is made of"),
            [
                Column(_("Cost"), lambda row: row.words, _spoken_cost, is_whole=True),
                Column(_("Committed"), lambda row: str(row.committed), is_amount=True),
                Column(_("Claimed"), lambda row: str(row.claimed), is_amount=True),
                Column(_("Paid"), lambda row: str(row.paid), is_amount=True),
                Column(_("What is in it"), lambda row: row.meaning),
            ],
            empty=_("Choose a budget in the list above."),
        )
        self.body.insertWidget(self.body.indexOf(table), self.form)
        self.body.addWidget(self.heading)
        self.body.addWidget(self.costs, 1)
        self.setTabOrder(self.years, table)
        self.setTabOrder(table, self.costs)
        self.take_room(110, 30)
        table.moved.connect(self._show_costs)
        self.years.currentIndexChanged.connect(lambda: self.read())

    @property
    def _year(self) -> Year:
        return self._years[self.years.currentIndex()]

    def rows(self) -> Sequence[BudgetRow]:
        """Return the budgets of the year, and the codes that have claims and no budget."""
        return self._operations.office.budgets.list_for(self._group.id, self._year)

    def read(self, change: Change | None = None) -> None:
        """Read the budgets again, and what the one that the list is on is made of."""
        super().read(change)
        self._show_costs()

    def _show_costs(self) -> None:
        row = self.table.current
        words = _("What it is made of")
        if row:
            words = _("What {code} is made of").format(code=row.code)
        warning = row.warning if row else ""
        # in full here: its column may be narrow
        self.heading.setText(f"{words}: {warning}" if warning else words)
        self.costs.setAccessibleName(words)
        shown = [cost for cost in row.costs if cost.id is not Cost.WAIVED or _is_any(cost)] \
            if row else []  # fmt: skip
        self.costs.set_rows(shown)

    def open_row(self, row: BudgetRow | None) -> None:
        """Open a budget, or a new one: for the code that the list is on, if that has none."""
        known = row.details if row else None
        if known is None:
            row, here = None, self.table.current
            code = str(here.id) if here and not here.details else ""
            known = BudgetDetails(code if here else self._group.budget_code)
        BudgetDialog(self._operations, self, self._group, self._year, known, row).start()

    def remove_row(self, row: BudgetRow) -> None:
        """Ask whether a budget is to be removed."""
        if isinstance(budget_id := row.id, UUID):
            ask(
                self, _("Remove budget {code}?").format(code=row.code),
                _("Claims stay as they are. Their costs have no budget then."),
                yes=_("Remove"), no=_("Keep"),
                then=lambda: self._operations.run(
                    self._operations.office.budgets.remove, budget_id),
            )  # fmt: skip


class BudgetDialog(FormDialog):
    """One budget of a group for a financial year."""

    help = _HELP

    def __init__(
        self, operations: Operations, parent: QWidget, group: GroupRow, year: Year,
        known: BudgetDetails, row: BudgetRow | None = None,
    ) -> None:  # fmt: skip
        title = _("Budget {code}, {year}") if row else _("Add a budget for {year}")
        super().__init__(
            operations, parent, title.format(code=row.code if row else "", year=year.short)
        )
        self._group, self._year, self._row = group, year, row
        self.form.text("code", _("Budget code"), known.code,
                       _("As claims of the group have it; empty if they have none"))  # fmt: skip
        self.form.money("amount", _("Amount for the year"), known.amount,
                        needed(_("Pounds and pence, like 5000 or 12.50")))  # fmt: skip
        self.form.whole("warn_at", _("Tell us at, in per cent"), known.warn_at,
                        _("From here on it is said that little is left; nothing is stopped"),
                        is_wanted=_("Type a number from 1 to 100."))  # fmt: skip
        self.form.text("paid_by", _("Who pays for it"), known.paid_by,
                       _("The commissioner, for example"))  # fmt: skip

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the budget to be added or corrected."""
        details, budgets = BudgetDetails(**values), self.operations.office.budgets
        if self._row and isinstance(self._row.id, UUID):
            return budgets.correct, CorrectBudget(self._row.id, details)
        return budgets.add, AddBudget(self._group.id, self._year.first, details)


def _amount(row: BudgetRow) -> str:
    return str(row.details.amount) if row.details else _("none")


def _paid_by(row: BudgetRow) -> str:
    return row.details.paid_by if row.details else ""


def _is_any(cost: CostRow) -> bool:
    return any((cost.committed, cost.claimed, cost.paid))


def _spoken(row: BudgetRow) -> str:
    words = _("{code}: {committed} committed, {claimed} claimed, {paid} paid")
    said = words.format(
        code=row.code, committed=row.committed, claimed=row.claimed, paid=row.paid
    )  # fmt: skip
    if row.left is not None:
        said = _("{budget}, {left} left of {amount}").format(
            budget=said, left=row.left, amount=_amount(row)
        )
    return f"{said}. {row.warning}" if row.warning else said


def _spoken_cost(row: CostRow) -> str:
    return _("{cost}: {committed} committed, {claimed} claimed, {paid} paid").format(
        cost=row.words, committed=row.committed, claimed=row.claimed, paid=row.paid
    )
