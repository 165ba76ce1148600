"""What lists of payment runs and payments show: fees and expenses in places of their own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.domain.dates import say_date
from alongside.domain.payments import GOES_OUT, PaymentState, PayMethod, RunState, Sum
from alongside.i18n import _
from alongside.store.tables import Payment, PaymentRun


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """How many approved claims wait to be paid by one method; None for who has to be asked.

    `names` are those who have to be asked.
    """

    method: PayMethod | None
    number: int
    sum: Sum
    names: str = ""


@dataclass(frozen=True, slots=True)
class RunRow:
    """A payment run in a list."""

    id: UUID
    number: str
    method: PayMethod
    state: RunState
    pay_on: str
    payments: int
    sum: Sum


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """One payment of a run: to whom, for which claim, and what became of it.

    `claimant` is who claims, where somebody else is paid.
    """

    id: UUID
    person_id: UUID
    person: str
    claim_id: UUID
    claim: str
    group: str
    due: Sum
    paid: Sum
    state: PaymentState
    day: str
    goes_to: str
    reason: str
    claimant: str = ""


@dataclass(frozen=True, slots=True)
class RunRecord:
    """A run with its payments, those that were taken out last."""

    row: RunRow
    pay_on: date
    payments: Sequence[PaymentRow]
    sent: str
    void_reason: str
    times_sent: int = 0

    @property
    def goes_out(self) -> bool:
        """Whether any payment goes out or went out, and did not come back."""
        return any(row.state in GOES_OUT for row in self.payments)


def run_row(run: PaymentRun, number: int, total: Sum) -> RunRow:
    """Return a run as a list shows it; `number` payments come to `total`."""
    return RunRow(run.id, run.number, run.method, run.state, say_date(run.pay_on), number, total)


def record_of(run: PaymentRun) -> RunRecord:
    """Return a run with its payments by name."""
    order = sorted(run.payments, key=lambda p: (_is_out(p), p.person.search, p.claim.number))
    rows = [payment_row(payment) for payment in order]
    counted = [row for row in rows if row.state is not PaymentState.TAKEN_OUT]
    sent = ""
    if run.sent_on:
        sent = _("sent on {day}").format(day=say_date(run.sent_on))
    if run.times_sent > 1:
        # translators: {sent} is “sent on 9 May 2026”
        sent = _("{sent}; its file was saved {n} times").format(sent=sent, n=run.times_sent)
    total = Sum.of([row.due for row in counted])
    return RunRecord(run_row(run, len(counted), total), run.pay_on, rows, sent, run.void_reason,
                     run.times_sent)  # fmt: skip


def payment_row(payment: Payment) -> PaymentRow:
    """Return a payment as a list shows it: of an account no more than its last two figures."""
    person, claim = payment.person, payment.claim
    goes_to = payment.run.method.words
    if payment.run.method is PayMethod.BANK:
        bank = person.bank_details
        goes_to = _("no bank details")
        if bank:
            goes_to = _("account ending ••{ending}").format(ending=bank.account_number[-2:])
    return PaymentRow(
        payment.id, person.id, person.name, claim.id, claim.number, claim.group.name,
        Sum(payment.fees, payment.expenses), Sum(payment.fees_paid, payment.expenses_paid),
        payment.state, say_date(payment.day), goes_to, payment.reason,
        "" if person is claim.person else claim.person.name,
    )  # fmt: skip


def _is_out(payment: Payment) -> bool:
    return payment.state is PaymentState.TAKEN_OUT
