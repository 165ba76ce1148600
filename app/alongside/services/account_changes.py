"""What whoever pays has to know of an account: changed after approval, or money came back from it.

Source: domain 8.1 and list (b) 14; a change of an account just before a payment is how most money
is taken by fraud. These are facts beside a run, and stop nothing.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from alongside.domain.approval import Act
from alongside.domain.dates import say_date
from alongside.domain.payments import PaymentState
from alongside.i18n import _, ngettext
from alongside.services.claim_notes import why_two
from alongside.store import dues, history, payments
from alongside.store.tables import BankDetails, Claim, Payment, Person
from alongside.store.work import Session


def changed_account(session: Session, person: Person, theirs: Sequence[Payment]) -> Iterator[str]:
    """Yield what changed of the account that the payments of `theirs` go to, and what came back."""
    bank = person.bank_details
    if bank is None:
        return
    for payment in theirs:
        if _is_newer(session, bank, payment.claim):
            words = _("Their bank details changed on {day}, after claim {number} was approved. Ask "
                      "them whether that is right, in a way that you know, before it is "
                      "sent.")  # fmt: skip
            yield words.format(day=say_date(_changed(bank)), number=payment.claim.number)
            due = payment.fees + payment.expenses
            if why := why_two(session, payment.claim, due, None, payment.run.made_on):
                yield _("{why} Somebody else has to look at it.").format(why=why)
    for payment in theirs:
        back = [
            each
            for each in payments.of_claim(session, payment.claim_id)
            if each.state is PaymentState.BOUNCED and each.person_id == person.id
        ]
        if back:
            words = _("A payment of claim {number} came back on {day}: {reason}. Their bank "
                      "details have not changed since.")  # fmt: skip
            if bank.changed_on and bank.changed_on >= back[-1].day:
                words = _("A payment of claim {number} came back on {day}: {reason}. Their bank "
                          "details changed since: make sure that they are right.")  # fmt: skip
            yield words.format(
                number=payment.claim.number, day=say_date(back[-1].day), reason=back[-1].reason
            )


def say_waiting(session: Session, person: Person) -> str:
    """Return that approved claims wait to be paid into a new account; "" if none does."""
    number = sum(part.payee.id == person.id for part in dues.free(session))
    words = ngettext(
        "{n} approved claim waits to be paid there: look at it before it is sent",
        "{n} approved claims wait to be paid there: look at them before they are sent", number,
    )  # fmt: skip
    return words.format(n=number) if number else ""


def _is_newer(session: Session, bank: BankDetails, claim: Claim) -> bool:
    """Whether an account changed after a claim was approved, also on the same day."""
    steps = [s for s in payments.steps_of(session, claim.id) if s.act is Act.APPROVED]
    if not steps or bank.changed_on is None:
        return False
    approved = steps[-1].at
    if bank.changed_on != approved.date():
        return bank.changed_on > approved.date()
    last = history.last_change(session, "bank_details", bank.id)
    return last is not None and last > approved


def _changed(bank: BankDetails) -> date:
    assert bank.changed_on
    return bank.changed_on
