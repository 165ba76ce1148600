"""The list of claims, and those of one claim: fees, expenses, what to look at, its steps."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QIcon

from alongside.domain.claims import ClaimState
from alongside.i18n import _
from alongside.services.approvals import StepRow
from alongside.services.claim_rows import ClaimRow
from alongside.services.line_rows import LineRow
from alongside_ui.widgets.rows import Column
from alongside_ui.widgets.table import Table


@dataclass(frozen=True, slots=True)
class Note:
    """Something to look at before a claim is approved."""

    id: int
    words: str


_PICTURES = {
    ClaimState.DRAFT: "change", ClaimState.READY: "issue", ClaimState.SIGNED: "agree",
    ClaimState.APPROVED: "approve", ClaimState.IN_RUN: "payments", ClaimState.PAID: "paid",
    ClaimState.RETURNED: "return", ClaimState.REFUSED: "refuse", ClaimState.WITHDRAWN: "withdraw",
}  # fmt: skip


def claim_table(picture: Callable[[str], QIcon | None]) -> Table[ClaimRow]:
    """Return the table of claims; `picture` gives the one of a name, or none."""
    return Table(
        _("Claims"),
        [
            Column(_("Number"), lambda row: row.number, lambda row: _(
                "{person}, {number}, {state}, fees {fees}, expenses {expenses}").format(
                person=row.person, number=row.number, state=row.state.words, fees=row.fees,
                expenses=row.expenses) + _aged(row), is_whole=True),
            Column(_("Person"), lambda row: row.person, is_whole=True),
            Column(_("Fees"), lambda row: str(row.fees), is_amount=True),
            Column(_("Expenses"), lambda row: str(row.expenses), is_amount=True),
            Column(_("State"), lambda row: row.state.words,
                   picture=lambda row: picture(_PICTURES[row.state])),
            Column(_("How long"), lambda row: row.age),
            Column(_("Group"), lambda row: row.group),
            Column(_("Budget code"), lambda row: row.budget_code),
            Column(_("Made on"), lambda row: row.made_on),
        ],
        empty=_("No claims here. Mark a register, then make claims from it with Ctrl+M."),
    )  # fmt: skip


def fee_table() -> Table[LineRow]:
    """Return the list of fees: the offer and the decision stand apart."""
    return Table(
        _("Fees"),
        [
            Column(_("Fee"), lambda row: row.words, _spoken_fee),
            Column(_("Day"), lambda row: row.when),
            Column(_("Offered"), lambda row: str(row.offered), is_amount=True),
            Column(_("Decision"), lambda row: row.decision),
            Column(_("Agreed"), lambda row: str(row.amount), is_amount=True),
            Column(_("Why"), lambda row: row.why),
        ],
        empty=_("No fee lines."),
    )


def expense_table() -> Table[LineRow]:
    """Return the list of expenses, with how each is met."""
    return Table(
        _("Expenses"),
        [
            Column(_("Expense"), lambda row: row.words, _spoken_expense),
            Column(_("Day"), lambda row: row.when),
            Column(_("Amount"), lambda row: str(row.amount), is_amount=True),
            Column(_("Handled"), lambda row: row.handled),
            Column(_("Proof"), lambda row: row.proof),
            Column(_("Why"), lambda row: row.why),
        ],
        empty=_("No expense lines."),
    )


def note_table() -> Table[Note]:
    """Return the list of what the policy asks."""
    words = _("To look at")
    return Table(
        words, [Column(words, lambda row: row.words, is_whole=True)], empty=_("Nothing to look at.")
    )


def step_table() -> Table[StepRow]:
    """Return the list of what was done to the claim since it was issued."""
    return Table(
        _("Steps of this claim"),
        [
            Column(_("Day"), lambda row: row.when, lambda row: f"{row.when}: {row.words}"),
            Column(_("Step"), lambda row: row.words),
        ],
        empty=_("Not issued yet."),
    )


def _spoken_fee(row: LineRow) -> str:
    return f"{row.words}, {row.amount}, {row.decision}. {row.why}"


def _spoken_expense(row: LineRow) -> str:
    return f"{row.words}, {row.amount}, {row.handled}. {row.proof}. {row.why}"


def _aged(row: ClaimRow) -> str:
    # translators: how long a claim has stood in its state, like “9 days”; after a comma
    return _(", for {age}").format(age=row.age) if row.age else ""
