"""What Easy Read says of a claim: the same facts as the form, one in each short sentence."""

from alongside.domain.ideas import Idea
from alongside.domain.sheets import ActivityEntry, ClaimSheet, ExpenseEntry, FeeEntry
from alongside.i18n import _


def picture_of(name: str) -> str:
    """Return the picture of what is known about a person, or whom to ask; "" if there is none."""
    return {
        _("Ask"): "help",
        _("Name"): "person",
        _("Name on the bank account"): "bank",
        _("Address"): "home",
        _("Telephone"): "phone",
        _("Email"): "email",
        _("Preferred format"): "form",
    }.get(name, "")


def easy_activity(activity: ActivityEntry) -> tuple[Idea, ...]:
    """Return one thing that the person took part in."""
    return _ideas(
        ("{words}", activity.date, "date", True),
        ("{words}", activity.words, "group", True),
        (_("Place: {words}"), activity.place, "place", False),
        (_("Time: {words}"), activity.times, "time", False),
        (_("You were there as: {words}"), activity.role, "role", False),
        (_("Our register says: {words}"), activity.confirmed, "register", False),
    )


def easy_fee(entry: FeeEntry) -> tuple[Idea, ...]:
    """Return one fee: offered, chosen, and what it is now."""
    return _ideas(
        ("{words}", entry.date, "date", True),
        ("{words}", entry.words, "group", True),
        (_("We offered you {words}."), str(entry.offered), "money", False),
        (_("You chose: {words}"), entry.decision, "choice", False),
        (_("Your fee is {words}."), str(entry.amount), "money", False),
        (_("Why: {words}"), entry.why, "why", False),
    )


def easy_expense(entry: ExpenseEntry) -> tuple[Idea, ...]:
    """Return one expense: how much, how it is met, and its receipt."""
    # translators: {words} is one of: paid direct, on account, waived
    met = _("How this is paid: {words}")
    if entry.is_paid_to_person:
        # translators: {words} is “reimburse”
        met = _("We pay this to you ({words}).")
    return _ideas(
        ("{words}", entry.date, "date", True),
        ("{words}", entry.words, "spent", True),
        (_("This expense is {words}."), str(entry.amount), "money", False),
        (met, entry.handled, "choice", False),
        (_("Receipt: {words}"), entry.receipt, "receipt", False),
        (_("Why: {words}"), entry.why, "why", False),
    )


def easy_to_pay(sheet: ClaimSheet) -> tuple[Idea, ...]:
    """Return what is paid and how, fees and expenses apart."""
    return _ideas(
        (_("Fees: we will pay you {words}."), str(sheet.fees_to_pay), "money", True),
        (_("Expenses: we will pay you {words}."), str(sheet.expenses_to_pay), "money", True),
        (_("How we pay you: {words}"), sheet.how_to_pay, "bank", True),
    )


def _ideas(*lines: tuple[str, str, str, bool]) -> tuple[Idea, ...]:
    """Return each line that has a value as an idea: its words, the value, picture, is it bold."""
    return tuple(
        Idea(words.format(words=value), picture, is_bold)
        for words, value, picture, is_bold in lines
        if value
    )
