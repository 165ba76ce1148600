"""Payment runs: claims paid together, sent once, and what became of each payment."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.domain.approval import Act, check_may
from alongside.domain.change import Change, Kind
from alongside.domain.claims import ClaimState
from alongside.domain.errors import UserError
from alongside.domain.money import Money
from alongside.domain.payments import (
    PaymentState,
    PayMethod,
    RunState,
    Sum,
    check_part,
)
from alongside.i18n import _, ngettext
from alongside.services.claim_totals import ways_of
from alongside.services.payment_outcomes import free, waiting_ones
from alongside.services.payment_rows import (
    PaymentRow,
    RunRecord,
    RunRow,
    WaitingRow,
    record_of,
    run_row,
)
from alongside.store import dues, payments
from alongside.store.dues import Part
from alongside.store.file import DataFile
from alongside.store.tables import Claim, Payment, PaymentRun
from alongside.store.work import Session, reading, work

__all__ = ["PaymentRow", "RunRecord", "RunRow", "WaitingRow"]

_RUN = frozenset({Kind.PAYMENT, Kind.CLAIM})


@dataclass(frozen=True, slots=True)
class MakeRun:
    """Ask for a run of all approved claims that are paid by `method`, on the day `pay_on`."""

    method: PayMethod
    pay_on: date


@dataclass(frozen=True, slots=True)
class TakeOut:
    """Ask for payments to be taken out of a run that is not sent: they wait for another."""

    payment_ids: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class VoidRun:
    """Ask for a run that is not sent to be void because of `reason`."""

    id: UUID
    reason: str


@dataclass(frozen=True, slots=True)
class SplitPayment:
    """Ask for only `fees` and `expenses` of a payment to be paid in its run."""

    payment_id: UUID
    fees: Money
    expenses: Money


class PaymentService:
    """Make payment runs, send them, and record what became of their payments."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def list_(self, most: int | None = 200) -> list[RunRow]:
        """Return payment runs, the newest first."""
        with reading(self._store) as session:
            return [
                run_row(run, number, Sum(fees, expenses))
                for run, number, fees, expenses in payments.runs(session, most)
            ]

    def waiting(self) -> list[WaitingRow]:
        """Return how many approved claims wait for each method, and what they come to.

        The method is that of whoever is to be paid. Those who have to be asked stand under none.
        """
        with reading(self._store) as session:
            found: dict[PayMethod | None, list[Part]] = {}
            for method, part in _parts(session):
                found.setdefault(method, []).append(part)
            order: list[PayMethod | None] = [*PayMethod, None]
            return [
                WaitingRow(m, len({part.claim.id for part in found[m]}),
                           Sum.of([part.due for part in found[m]]),
                           "" if m else ", ".join({p.payee.name: None for p in found[m]}))
                for m in order if m in found
            ]  # fmt: skip

    def find(self, run_id: UUID) -> RunRecord:
        """Return a run with its payments. Raise UserError if it is gone."""
        with reading(self._store) as session:
            return record_of(_fetch(session, run_id))

    def make(self, request: MakeRun) -> Change:
        """Put into a new run what of approved claims is paid by a method: a payment for each payee.

        A voucher is for fees alone. Who asked not to be paid before a later day, or asked that for
        this claim, stays out, and the words say how many. Raise UserError if nobody is left.
        """
        with work(self._store) as w:
            today = self._store.now().date()
            if request.pay_on < today:
                raise UserError("pay_on", _("The day of payment cannot be in the past."))
            parts = [part for method, part in _parts(w.session) if method is request.method]
            chosen = [part for part in parts if not _holds(part, request.pay_on)]
            later = _say_later(len(parts) - len(chosen))
            if not chosen:
                words = _("No approved claim waits to be paid by {method}.")
                said = words.format(method=request.method.words)
                raise UserError("method", f"{said} {later}".strip())
            run = PaymentRun(
                number=_next_number(w.session, today), method=request.method, made_on=today,
                pay_on=request.pay_on,
            )  # fmt: skip
            w.session.add(run)
            for part in chosen:
                run.payments.append(
                    Payment(claim_id=part.claim.id, person_id=part.payee.id, fees=part.due.fees,
                            expenses=part.due.expenses, day=request.pay_on)
                )  # fmt: skip
            for claim in {part.claim.id: part.claim for part in chosen}.values():
                check_may(Act.PUT_IN_RUN, claim.state, claim.number)
                claim.state = ClaimState.IN_RUN
                self._note(w.session, claim, Act.PUT_IN_RUN, run.number)
            words = ngettext(
                "Payment run {number}: {n} payment", "Payment run {number}: {n} payments",
                len(chosen),
            )  # fmt: skip
            said = words.format(number=run.number, n=len(chosen))
            return w.done(Change(f"{said}. {later}" if later else said, _RUN, run.id))

    def take_out(self, request: TakeOut) -> Change:
        """Take payments out of a run that is not sent. Raise UserError once it is."""
        with work(self._store) as w:
            names = []
            for payment in waiting_ones(w.session, request.payment_ids):
                _check_open(payment.run)
                payment.state = PaymentState.TAKEN_OUT
                self._free(w.session, payment, payment.run.number)
                names.append(payment.person.name)
            words = ngettext("{names} taken out of the run", "{n} payments taken out of the run",
                             len(names))  # fmt: skip
            return w.done(Change(words.format(names=", ".join(names), n=len(names)), _RUN))

    def split(self, request: SplitPayment) -> Change:
        """Pay a part of a payment in its run; the rest waits until that is paid, for another run.

        Raise UserError once the run is sent, and for what is no part of the payment.
        """
        with work(self._store) as w:
            (payment,) = waiting_ones(w.session, (request.payment_id,))
            _check_open(payment.run)
            due, part = Sum(payment.fees, payment.expenses), Sum(request.fees, request.expenses)
            check_part(
                due, part, for_all=_("That is all of it, so there is nothing to split."),
                for_nothing=_("That is nothing: take the payment out of the run instead."),
            )  # fmt: skip
            payment.fees, payment.expenses = part.fees, part.expenses
            rest = due.less(part)
            words = _("{name} gets fees {fees} and expenses {expenses} in run {run}; fees "
                      "{later_fees} and expenses {later_expenses} wait")  # fmt: skip
            said = words.format(
                name=payment.person.name, fees=part.fees, expenses=part.expenses,
                run=payment.run.number, later_fees=rest.fees, later_expenses=rest.expenses,
            )  # fmt: skip
            return w.done(Change(said, _RUN, payment.run_id))

    def void(self, request: VoidRun) -> Change:
        """Make a run void: its claims wait to be paid again. Raise UserError once it is sent."""
        if not request.reason.strip():
            raise UserError("reason", _("Say why the run is void."))
        with work(self._store) as w:
            run = _fetch(w.session, request.id)
            _check_open(run)
            run.state, run.void_reason = RunState.VOID, request.reason.strip()
            for payment in run.payments:
                if payment.state is PaymentState.WAITING:
                    payment.state = PaymentState.TAKEN_OUT
                    self._free(w.session, payment, run.number)
            said = _("Payment run {number} is void").format(number=run.number)
            return w.done(Change(said, _RUN, run.id))

    def _free(self, session: Session, payment: Payment, words: str) -> None:
        free(session, payment, Act.TAKEN_OUT, self._store.now(), self._store.who, words)

    def _note(self, session: Session, claim: Claim, act: Act, words: str = "") -> None:
        payments.add_step(session, claim, act, self._store.now(), self._store.who, words=words)


def _parts(session: Session) -> Iterator[tuple[PayMethod | None, Part]]:
    """Yield what can be put into a run, and how: fees and expenses apart if they go differently."""
    for part in dues.free(session):
        ways = ways_of(part.payee, part.claim)
        if ways.fees is ways.expenses:
            yield ways.fees, part
            continue
        if part.due.fees:
            yield ways.fees, part._replace(due=Sum(fees=part.due.fees))
        if part.due.expenses:
            yield ways.expenses, part._replace(due=Sum(expenses=part.due.expenses))


def _holds(part: Part, day: date) -> bool:
    """Whether the payee asked to wait; to wait with one claim delays nobody else who is paid."""
    asked = [part.payee.pay_from, part.claim.pay_from if part.is_own else None]
    return any(first is not None and first > day for first in asked)


def _say_later(number: int) -> str:
    words = ngettext("{n} payment waits for a later day, as was asked.",
                     "{n} payments wait for a later day, as was asked.", number)  # fmt: skip
    return words.format(n=number) if number else ""


def _fetch(session: Session, run_id: UUID) -> PaymentRun:
    run = payments.find_run(session, run_id)
    if run is None:
        raise UserError("", _("That payment run is no longer here."))
    return run


def _check_open(run: PaymentRun) -> None:
    if run.state is not RunState.OPEN:
        words = _("Payment run {number} is {state}, so nothing can be taken out of it.")
        raise UserError("", words.format(number=run.number, state=run.state.words))


def _next_number(session: Session, today: date) -> str:
    last = payments.last_run_number(session, today.year)
    return f"P{today.year}-{int(last[6:]) + 1 if last else 1:03}"
