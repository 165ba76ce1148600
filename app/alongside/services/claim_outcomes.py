"""What became of a claim after it was signed, for the form that the office keeps."""

from datetime import date

from alongside.domain.approval import Act
from alongside.domain.claims import ClaimState
from alongside.domain.dates import say_date
from alongside.domain.payments import PaymentState, PayMethod
from alongside.domain.sheets import ClaimOutcome, PaymentMade
from alongside.i18n import _
from alongside.services.payment_rows import payment_row
from alongside.store import payments
from alongside.store.tables import Claim, Payment
from alongside.store.work import Session

_AGREED = frozenset({ClaimState.APPROVED, ClaimState.IN_RUN, ClaimState.PAID})
_SETTLED = frozenset({PaymentState.PAID, PaymentState.PART_PAID})


def outcome_of(session: Session, claim: Claim, today: date) -> ClaimOutcome | None:
    """Return who approved a claim and how it was paid, up to `today`; None before that."""
    if claim.state not in _AGREED:
        return None
    told = [step for step in payments.told_steps(session, claim.id) if step.act is not Act.ISSUED]
    said = _("{day}: {step}")
    refused = payments.refusals(session, [claim.id])
    not_paid = _("Not paid: {line}, {amount}: {why}")
    return ClaimOutcome(
        say_date(today),
        claim.state.words,
        (
            *(said.format(day=say_date(step.day), step=step.said) for step in told),
            *(
                not_paid.format(
                    line=line.words, amount=line.amount, why=refused[line.id].reason
                )
                for line in claim.lines if line.id in refused
            ),
        ),
        tuple(_payment(payment) for payment in payments.of_claim(session, claim.id)),
    )  # fmt: skip


def _payment(payment: Payment) -> PaymentMade:
    """Return a payment for paper: of an account no more than its last two figures."""
    fees, expenses = payment.fees, payment.expenses
    if payment.state in _SETTLED:
        fees, expenses = payment.fees_paid, payment.expenses_paid
    row = payment_row(payment)
    how = payment.run.method.words
    if payment.run.method is PayMethod.BANK:
        # translators: {method} is “bank transfer”, {place} like “account ending ••34”
        how = _("{method}, {place}").format(method=how, place=row.goes_to)
    outcome = _("{state}, {day}").format(state=payment.state.words, day=row.day)
    if payment.reason:
        outcome = _("{outcome}: {why}").format(outcome=outcome, why=payment.reason)
    return PaymentMade(row.person, how, fees, expenses, payment.run.number, outcome)
