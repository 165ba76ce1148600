"""A payment run as the file that its bank reads: sent once, and a second time said to be one."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from alongside.domain.bank_layout import Layout
from alongside.domain.bank_run import PayeePayment, RunFacts
from alongside.domain.change import Change, Kind
from alongside.domain.errors import UserError
from alongside.domain.payments import PaymentState, PayMethod, RunState
from alongside.i18n import _, ngettext
from alongside.store import bank_layouts, payments
from alongside.store import organisation as organisations
from alongside.store.file import DataFile
from alongside.store.tables import Payment, PaymentRun
from alongside.store.work import Session, work

_RUN = frozenset({Kind.PAYMENT, Kind.CLAIM})


@dataclass(frozen=True, slots=True)
class SaveBankFile:
    """Ask for the file of a run in `layout`, at `path`, in the place of what is there."""

    run_id: UUID
    layout: Layout
    path: Path


class BankFileService:
    """Write payment runs for the bank."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def save(self, request: SaveBankFile) -> Change:
        """Write the file; from then on the run is sent. A barrier: the file is out.

        Raise UserError, with nothing written, for a run that is void or not paid by bank, for
        somebody without bank details, and for what the layout cannot carry; WorldError if the disk
        does not take the file. A run that was sent before says so in the words.
        """
        from alongside.documents import folder
        from alongside.exchange import bank_file

        with work(self._store) as w:
            run = payments.find_run(w.session, request.run_id)
            if run is None:
                raise UserError("", _("That payment run is no longer here."))
            _check(run)
            waiting = [p for p in run.payments if p.state is PaymentState.WAITING]
            waiting.sort(key=lambda p: (p.person.search, p.claim.number))
            facts = self._facts(w.session, run)
            try:
                made = bank_file.write(request.layout, [_payee(p) for p in waiting], facts)
            except UserError as error:  # about the payments or the account, not about the request
                raise UserError("", error.words, error.help) from None
            folder.write(request.path, made)
            run.state, run.times_sent = RunState.SENT, run.times_sent + 1
            run.sent_on = run.sent_on or self._store.now().date()
            words = ngettext("Bank file of run {number} saved, with {n} payment",
                             "Bank file of run {number} saved, with {n} payments",
                             len(waiting))  # fmt: skip
            if run.times_sent > 1:
                words = _("Bank file of run {number} saved again: it was saved {times} times now. "
                          "Make sure that the bank has it once")  # fmt: skip
            said = words.format(number=run.number, n=len(waiting), times=run.times_sent)
            return w.done(Change(said, _RUN, run.id), is_barrier=True)

    def _facts(self, session: Session, run: PaymentRun) -> RunFacts:
        """Return what the run and the organisation's own account give to the file."""
        today = self._store.now().date()
        own = organisations.find(session)
        return RunFacts(
            payment_date=run.pay_on,
            import_date=today,
            sequence=bank_layouts.sent_on(session, today) + 1,
            own_sort_code=own.pays_from_sort_code if own else "",
            own_number=own.pays_from_account if own else "",
            own_name=own.pays_from_name if own else "",
            own_reference=run.number,
        )


def _check(run: PaymentRun) -> None:
    if run.method is not PayMethod.BANK:
        words = _("Payment run {number} is paid by {method}, so the bank needs no file.")
        raise UserError("", words.format(number=run.number, method=run.method.words))
    if run.state is RunState.VOID:
        raise UserError("", _("Payment run {number} is void.").format(number=run.number))


def _payee(payment: Payment) -> PayeePayment:
    bank = payment.person.bank_details
    if bank is None:
        words = _("{name} has no bank details. Add them, or take the payment out of the run.")
        raise UserError("", words.format(name=payment.person.name))
    return PayeePayment(
        bank.account_name, bank.sort_code, bank.account_number, bank.roll_number,
        payment.fees + payment.expenses, payment.claim.number,
    )  # fmt: skip
