"""What whoever pays has to know of an account: changed after approval, or money came back from it.

Source: domain 8.1 and list (b) 14; a change of an account just before a payment is how most money
is taken by fraud. These are facts beside a run, and stop nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from uuid import UUID

from alongside.domain.dates import say_date
from alongside.i18n import _, ngettext
from alongside.services.claim_notes import why_two
from alongside.store import dues, history, payments
from alongside.store.tables import BankDetails, Payment, Person
from alongside.store.work import Session


class AccountChanges:
    """What there is to say of the accounts that some payments go to, read for all of them once."""

    def __init__(self, session: Session, waiting: Iterable[Payment]) -> None:
        claims = {payment.claim_id for payment in waiting}
        self._session = session
        self._approved = payments.approved_at(session, claims)
        self._back = payments.came_back(session, claims)

    def of(self, person: Person, theirs: Sequence[Payment]) -> Iterator[str]:
        """Yield what changed of the account that the payments of `theirs` go to, and came back."""
        bank = person.bank_details
        if bank is None:
            return
        for payment in theirs:
            if self._is_newer(bank, payment.claim_id):
                words = _("Their bank details changed on {day}, after claim {number} was approved. "
                          "Ask them whether that is right, in a way that you know, before it is "
                          "sent.")  # fmt: skip
                yield words.format(day=say_date(_changed(bank)), number=payment.claim.number)
                due = payment.fees + payment.expenses
                if why := why_two(self._session, payment.claim, due, None, payment.run.made_on):
                    yield _("{why} Somebody else has to look at it.").format(why=why)
        for payment in theirs:
            if back := self._back.get((payment.claim_id, person.id)):
                words = _("A payment of claim {number} came back on {day}: {reason}. Their bank "
                          "details have not changed since.")  # fmt: skip
                if bank.changed_on and bank.changed_on >= back.day:
                    words = _("A payment of claim {number} came back on {day}: {reason}. Their "
                              "bank details changed since: make sure that they are "
                              "right.")  # fmt: skip
                yield words.format(
                    number=payment.claim.number, day=say_date(back.day), reason=back.reason
                )

    def _is_newer(self, bank: BankDetails, claim_id: UUID) -> bool:
        """Whether an account changed after a claim was approved, also on the same day."""
        approved = self._approved.get(claim_id)
        if approved is None or bank.changed_on is None:
            return False
        if bank.changed_on != approved.date():
            return bank.changed_on > approved.date()
        last = history.last_change(self._session, "bank_details", bank.id)
        return last is not None and last > approved


def say_waiting(session: Session, person: Person) -> str:
    """Return that approved claims wait to be paid into a new account; "" if none does."""
    number = sum(part.payee.id == person.id for part in dues.free(session))
    words = ngettext(
        "{n} approved claim waits to be paid there: look at it before it is sent",
        "{n} approved claims wait to be paid there: look at them before they are sent", number,
    )  # fmt: skip
    return words.format(n=number) if number else ""


def _changed(bank: BankDetails) -> date:
    assert bank.changed_on
    return bank.changed_on
