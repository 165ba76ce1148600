"""What the tables of claims and their columns are called in the history."""

from alongside.i18n import _
from alongside.store.tables.columns import columns


def claim() -> dict[str, str | None]:
    """Return the words for the columns of a claim."""
    return columns(
        number=_("Number"),
        person_id=_("Person"),
        group_id=_("Group"),
        budget_code=_("Budget code"),
        state=_("State"),
        made_on=_("Made on"),
        issued_on=_("Issued on"),
        issued_sheet=None,
        withdrawn_on=_("Withdrawn on"),
        withdrawn_reason=_("Reason"),
        pay_from=_("Not to be paid before"),
    )


def pay_answer() -> dict[str, str | None]:
    """Return the words for the columns of how somebody is paid for one claim."""
    return columns(claim_id=_("Claim"), person_id=_("Paid to"), method=_("How it is paid"))


def claim_line() -> dict[str, str | None]:
    """Return the words for the columns of a line of a claim."""
    return columns(
        claim_id=_("Claim"),
        meeting_id=_("Meeting"),
        key=None,
        position=None,
        day=_("Day"),
        category=_("Kind"),
        words=_("What it is for"),
        offered=_("Offered"),
        decision=_("What the person decided"),
        amount=_("Amount"),
        why=_("Why"),
        handling=_("How it is met"),
        tenths_of_mile=_("Miles"),
        receipt=_("Receipt"),
        is_by_hand=_("By hand"),
        is_removed=_("Taken off the claim"),
        given=_("Given away"),
        given_to=_("Given to"),
        in_kind=_("In kind, worth"),
        in_kind_words=_("What in kind"),
        tops_up_id=_("Tops up"),
        minutes=_("Minutes"),
        passengers=_("Passengers"),
        could_go_by_bus=_("Public transport would suit too"),
        above_cap=_("Why more than the policy’s most"),
        instead=_("Instead of a receipt"),
        agreed_by=_("Agreed by"),
        agreed_on=_("Agreed on"),
        agreed_until=_("Agreed until"),
        payee_id=_("Paid to"),
        given_payee_id=_("Given to, by payment"),
        is_shared=_("Journey on another claim"),
    )
