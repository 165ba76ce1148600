"""What became of the payments of a run: they arrived, in full or in part, or came back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from alongside.domain.approval import Act
from alongside.domain.change import Change, Kind
from alongside.domain.dates import say_date
from alongside.domain.errors import UserError
from alongside.domain.money import NOTHING, Money
from alongside.domain.payments import GOES_OUT, PaymentState, RunState, Sum, check_part
from alongside.i18n import _, ngettext
from alongside.store import dues, payments
from alongside.store.file import DataFile
from alongside.store.tables import Payment, PaymentRun
from alongside.store.work import Session, work

_LONG_BEFORE = timedelta(days=366)
"""Cash may be given on the day and written down later, but not that much later."""
_RUN = frozenset({Kind.PAYMENT, Kind.CLAIM})


@dataclass(frozen=True, slots=True)
class RecordPaid:
    """Say that payments arrived in full, on `day`."""

    payment_ids: tuple[UUID, ...]
    day: date


@dataclass(frozen=True, slots=True)
class RecordPart:
    """Say that of one payment only `fees` and `expenses` arrived on `day`, and why."""

    payment_id: UUID
    day: date
    fees: Money
    expenses: Money
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RecordBounced:
    """Say that a payment came back, and why: the claim waits to be paid again."""

    payment_id: UUID
    day: date
    reason: str


class PaymentOutcomeService:
    """Record what became of payments that went out."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def record_paid(self, request: RecordPaid) -> Change:
        """Record that payments arrived in full. Raise UserError for one that is not waiting."""
        with work(self._store) as w:
            done = waiting_ones(w.session, request.payment_ids)
            for payment in done:
                self._check_day(request.day, payment.run)
                payment.state, payment.day = PaymentState.PAID, request.day
                payment.fees_paid, payment.expenses_paid = payment.fees, payment.expenses
                _send(payment.run, request.day)
                dues.settle(w.session, payment.claim)
                payments.add_step(w.session, payment.claim, Act.PAID, self._store.now(),
                                  self._store.who, words=_paid_words(payment))  # fmt: skip
            words = ngettext("{names} paid", "{n} payments paid", len(done))
            names = ", ".join(payment.person.name for payment in done)
            return w.done(Change(words.format(names=names, n=len(done)), _RUN))

    def record_part(self, request: RecordPart) -> Change:
        """Record that a part arrived; the rest waits for another run. Raise UserError else."""
        with work(self._store) as w:
            (payment,) = waiting_ones(w.session, (request.payment_id,))
            self._check_day(request.day, payment.run)
            paid = Sum(request.fees, request.expenses)
            check_part(
                Sum(payment.fees, payment.expenses), paid,
                for_all=_("That is all of it: choose “paid”."),
                for_nothing=_("That is nothing: choose “came back”."),
            )  # fmt: skip
            payment.state, payment.day = PaymentState.PART_PAID, request.day
            payment.fees_paid, payment.expenses_paid = paid.fees, paid.expenses
            payment.reason = request.reason.strip()
            _send(payment.run, request.day)
            self._free(w.session, payment, Act.PART_PAID, payment.reason)
            said = _("{name} paid in part: fees {fees}, expenses {expenses}").format(
                name=payment.person.name, fees=paid.fees, expenses=paid.expenses)  # fmt: skip
            return w.done(Change(said, _RUN))

    def record_bounced(self, request: RecordBounced) -> Change:
        """Record that a payment came back; the claim waits to be paid to the right place.

        Raise UserError without a reason, or for a payment that never went out.
        """
        if not request.reason.strip():
            raise UserError("reason", _("Say why it came back, as the bank says it."))
        with work(self._store) as w:
            payment = _payment(w.session, request.payment_id)
            if payment.state not in GOES_OUT:
                raise UserError("", _("Only a payment that went out can come back."))
            self._check_day(request.day, payment.run)
            payment.state, payment.day = PaymentState.BOUNCED, request.day
            payment.fees_paid = payment.expenses_paid = NOTHING
            payment.reason = request.reason.strip()
            _send(payment.run, request.day)
            self._free(w.session, payment, Act.BOUNCED, payment.reason)
            said = _("The payment to {name} came back").format(name=payment.person.name)
            return w.done(Change(said, _RUN))

    def _free(self, session: Session, payment: Payment, act: Act, words: str) -> None:
        free(session, payment, act, self._store.now(), self._store.who, words)

    def _check_day(self, day: date, run: PaymentRun) -> None:
        """Raise UserError for a day to come, or a year before the run: a slip of the fingers."""
        if day > self._store.now().date():
            raise UserError("day", _("That day is still to come."))
        if day < run.made_on - _LONG_BEFORE:
            words = _("That is more than a year before the run was made, on {day}.")
            raise UserError("day", words.format(day=say_date(run.made_on)))


def waiting_ones(session: Session, ids: Sequence[UUID]) -> list[Payment]:
    """Return these payments. Raise UserError for none, or for one that is not waiting any more."""
    found = [_payment(session, payment_id) for payment_id in dict.fromkeys(ids)]
    for payment in found:
        if payment.state is not PaymentState.WAITING:
            words = _("The payment to {name} is {state} already.")
            raise UserError("", words.format(name=payment.person.name, state=payment.state.words))
    if not found:
        raise UserError("", _("Choose a payment first."))
    return found


def free(session: Session, payment: Payment, act: Act, at: datetime, who: str, words: str) -> None:
    """Let what a payment was for wait to be paid again, and note why."""
    dues.settle(session, payment.claim)
    payments.add_step(session, payment.claim, act, at, who, words=words)


def _paid_words(payment: Payment) -> str:
    day = say_date(payment.day)
    if payment.person_id == payment.claim.person_id:
        return day
    return _("{name}, {day}").format(name=payment.person.name, day=day)


def _payment(session: Session, payment_id: UUID) -> Payment:
    payment = payments.find_payment(session, payment_id)
    if payment is None:
        raise UserError("", _("That payment is no longer here."))
    return payment


def _send(run: PaymentRun, day: date) -> None:
    """Whatever was paid has gone out, whether a file was saved for it or not."""
    if run.state is RunState.OPEN:
        run.state, run.sent_on = RunState.SENT, day
