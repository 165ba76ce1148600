"""Payment runs: claims paid together, sent once, and what became of each payment."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.domain.approval import Act, check_may
from alongside.domain.change import Change, Kind
from alongside.domain.claims import ClaimState
from alongside.domain.errors import UserError
from alongside.domain.payments import (
    PaymentState,
    PayMethod,
    RunState,
    Sum,
    method_for,
)
from alongside.i18n import _, ngettext
from alongside.services.payment_outcomes import free, waiting_ones
from alongside.services.payment_rows import (
    PaymentRow,
    RunRecord,
    RunRow,
    WaitingRow,
    record_of,
    run_row,
)
from alongside.store import payments
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

        Those who have to be asked how they want to be paid stand under no method.
        """
        with reading(self._store) as session:
            found: dict[PayMethod | None, list[Sum]] = {}
            claims = payments.approved(session)
            due = payments.due(session, [claim.id for claim in claims])
            for claim in claims:
                found.setdefault(_method(claim), []).append(due[claim.id])
        order: list[PayMethod | None] = [*PayMethod, None]
        return [WaitingRow(m, len(found[m]), Sum.of(found[m])) for m in order if m in found]

    def find(self, run_id: UUID) -> RunRecord:
        """Return a run with its payments. Raise UserError if it is gone."""
        with reading(self._store) as session:
            return record_of(_fetch(session, run_id))

    def make(self, request: MakeRun) -> Change:
        """Put every approved claim of a method into a new run.

        Who asked not to be paid before a later day stays out. Raise UserError if nobody is left.
        """
        with work(self._store) as w:
            today = self._store.now().date()
            if request.pay_on < today:
                raise UserError("pay_on", _("The day of payment cannot be in the past."))
            claims = [c for c in payments.approved(w.session) if _method(c) is request.method]
            due = payments.due(w.session, [claim.id for claim in claims])
            chosen = [c for c in claims if due[c.id].together and not _holds(c, request.pay_on)]
            if not chosen:
                words = _("No approved claim waits to be paid by {method}.")
                raise UserError("method", words.format(method=request.method.words))
            run = PaymentRun(
                number=_next_number(w.session, today), method=request.method, made_on=today,
                pay_on=request.pay_on,
            )  # fmt: skip
            w.session.add(run)
            for claim in chosen:
                check_may(Act.PUT_IN_RUN, claim.state, claim.number)
                claim.state = ClaimState.IN_RUN
                owed = due[claim.id]
                run.payments.append(
                    Payment(claim_id=claim.id, person_id=claim.person_id, fees=owed.fees,
                            expenses=owed.expenses, day=request.pay_on)
                )  # fmt: skip
                self._note(w.session, claim, Act.PUT_IN_RUN, run.number)
            words = ngettext(
                "Payment run {number}: {n} payment", "Payment run {number}: {n} payments",
                len(chosen),
            )  # fmt: skip
            said = words.format(number=run.number, n=len(chosen))
            return w.done(Change(said, _RUN, run.id))

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


def _method(claim: Claim) -> PayMethod | None:
    return method_for(claim.person.pay_choice)


def _holds(claim: Claim, day: date) -> bool:
    return claim.person.pay_from is not None and claim.person.pay_from > day


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
