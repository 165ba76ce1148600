"""What the tables of payments and receipts and their columns are called in the history."""

from alongside.i18n import _
from alongside.store.tables.columns import columns


def claim_step() -> dict[str, str | None]:
    """Return the words for the columns of a step of a claim."""
    return columns(
        claim_id=_("Claim"),
        act=_("What was done"),
        at=_("When"),
        who=_("By whom"),
        how=None,
        words=_("Reason"),
        is_exception=_("As an exception"),
    )


def payment_run() -> dict[str, str | None]:
    """Return the words for the columns of a payment run."""
    return columns(
        number=_("Number"),
        method=_("How it is paid"),
        made_on=_("Made on"),
        pay_on=_("Paid on"),
        state=_("State"),
        sent_on=_("Sent on"),
        times_sent=_("Times sent"),
        void_reason=_("Reason"),
    )


def payment() -> dict[str, str | None]:
    """Return the words for the columns of a payment."""
    return columns(
        run_id=_("Payment run"),
        claim_id=_("Claim"),
        person_id=_("Paid to"),
        fees=_("Fees"),
        expenses=_("Expenses"),
        state=_("State"),
        day=_("Day"),
        fees_paid=_("Fees that were paid"),
        expenses_paid=_("Expenses that were paid"),
        reason=_("Reason"),
    )


def accounts_choices() -> dict[str, str | None]:
    """Return the words for the columns of what an accounts program is told."""
    return columns(
        program=_("Program"),
        fee_account=_("Account for fees"),
        expense_account=_("Account for expenses"),
        tells_names=_("With names"),
        tax=_("Tax rate"),
        group_tracking=_("Tracking of groups"),
        budget_tracking=_("Tracking of budgets"),
        bank_account=_("Account that pays"),
    )


def gift_made() -> dict[str, str | None]:
    """Return the words for the columns of a gift that was made by hand."""
    return columns(line_id=_("Line"), day=_("Day"), words=_("How"))


def cash_advance() -> dict[str, str | None]:
    """Return the words for the columns of a cash advance."""
    return columns(
        person_id=_("Person"),
        meeting_id=_("Meeting"),
        day=_("Day"),
        amount=_("Amount"),
        given_by=_("Who gave it"),
        words=_("Note"),
        returned=_("Came back"),
        returned_on=_("Came back on"),
    )


def receipt() -> dict[str, str | None]:
    """Return the words for the columns of a receipt; what it holds is no part of the history."""
    return columns(
        claim_id=_("Claim"),
        line_id=_("Line"),
        number=_("Number"),
        name=_("Name of the file"),
        kind=_("Kind"),
        size=None,
        sha256=None,
        looks=None,
        turned=_("Turned, in degrees"),
        added_on=_("Added on"),
    )
