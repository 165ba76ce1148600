"""The lists on the page of a claim: its fees, its expenses, what to look at, and its steps."""

from dataclasses import dataclass

from alongside.i18n import _
from alongside.services.approvals import StepRow
from alongside.services.line_rows import LineRow
from alongside_ui.widgets.rows import Column
from alongside_ui.widgets.table import Table


@dataclass(frozen=True, slots=True)
class Note:
    """Something to look at before a claim is approved."""

    id: int
    words: str


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
