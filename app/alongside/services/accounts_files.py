"""A payment run as the file that Xero or Sage 50 imports: what was paid for, and no needs.

The ledger is told a person's number and not what support they have (domain 8.3).
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from uuid import UUID

from alongside.domain.accounts import AccountLine, Program, SageChoices, SageType, XeroChoices
from alongside.domain.change import Change, Kind
from alongside.domain.errors import UserError
from alongside.domain.payments import GOES_OUT, RunState
from alongside.i18n import _, ngettext
from alongside.services.claim_totals import lines_of
from alongside.store import accounts, payments
from alongside.store.file import DataFile
from alongside.store.tables import AccountsChoices, Payment, PaymentRun, Person
from alongside.store.work import Session, reading, work

_START = "M"
"""Begins the numbers that people are given who have none yet: M0001, M0002 …"""
_SAGE = {
    Program.SAGE_INVOICES: SageType.PURCHASE_INVOICE,
    Program.SAGE_BANK: SageType.BANK_PAYMENT,
    Program.SAGE_CASH: SageType.CASH_PAYMENT,
}


@dataclass(frozen=True, slots=True)
class AccountsSetUp:
    """How an organisation keeps its claims in its accounts program.

    The accounts are nominal codes there. `tax` is the tax rate by its name (Xero) or code (Sage);
    the trackings are Xero's categories, `bank_account` what Sage's payments are made from.
    """

    program: Program = Program.XERO
    fee_account: str = ""
    expense_account: str = ""
    tells_names: bool = False
    tax: str = ""
    group_tracking: str = ""
    budget_tracking: str = ""
    bank_account: str = ""


@dataclass(frozen=True, slots=True)
class SaveAccountsFile:
    """Ask for the file of a run at `path`, in the place of what is there."""

    run_id: UUID
    set_up: AccountsSetUp
    path: Path


class AccountsFileService:
    """Write payment runs for the accounts."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def set_up(self) -> AccountsSetUp:
        """Return what was chosen the last time, to begin with."""
        with reading(self._store) as session:
            kept = accounts.choices(session)
            if kept is None:
                return AccountsSetUp()
            return AccountsSetUp(**{name: getattr(kept, name) for name in _FIELDS})

    def save(self, request: SaveAccountsFile) -> Change:
        """Write the file, and keep the choices for the next. A barrier: the file is out.

        People who have no number in the accounts get the next one. Raise UserError, with nothing
        written and nothing changed, for a run that is void, for what is missing among the choices
        and for what the program would refuse; WorldError if the disk does not take the file.
        """
        from alongside.documents import folder

        _check(request.set_up)
        with work(self._store) as w:
            run = payments.find_run(w.session, request.run_id)
            if run is None:
                raise UserError("", _("That payment run is no longer here."))
            if run.state is RunState.VOID:
                raise UserError("", _("Payment run {number} is void.").format(number=run.number))
            going = [payment for payment in run.payments if payment.state in GOES_OUT]
            going.sort(key=lambda payment: (payment.person.search, payment.claim.number))
            _give_numbers(w.session, [payment.person for payment in going])
            lines = [line for each in going for line in _lines(run, each, request.set_up)]
            folder.write(request.path, _written(lines, request.set_up))
            _keep(w.session, request.set_up)
            words = ngettext("File for the accounts saved: run {number}, {n} payment",
                             "File for the accounts saved: run {number}, {n} payments",
                             len(going))  # fmt: skip
            said = words.format(number=run.number, n=len(going))
            kinds = frozenset({Kind.PAYMENT, Kind.PERSON})
            return w.done(Change(said, kinds, run.id), is_barrier=True)


_FIELDS = tuple(AccountsSetUp.__dataclass_fields__)


def _check(set_up: AccountsSetUp) -> None:
    for field, value in (
        ("fee_account", set_up.fee_account), ("expense_account", set_up.expense_account),
    ):  # fmt: skip
        if not value.strip():
            raise UserError(field, _("Say which account in your accounts program this goes to."))


def _give_numbers(session: Session, people: Sequence[Person]) -> None:
    """Give everybody a number in the accounts. Raise UserError if two people have the same."""
    last = accounts.last_reference(session, _START).removeprefix(_START)
    number = int(last) if last.isdecimal() else 0
    known: dict[str, Person] = {}
    for person in people:
        if not person.reference:
            number += 1
            person.reference = f"{_START}{number:04}"
        other = known.setdefault(person.reference, person)
        if other is not person:
            words = _("{one} and {other} have the same number in the accounts, {number}.")
            raise UserError("", words.format(one=other.name, other=person.name,
                                             number=person.reference))  # fmt: skip


def _lines(run: PaymentRun, payment: Payment, set_up: AccountsSetUp) -> Iterable[AccountLine]:
    """Yield what one payment comes to: its fees and its expenses, each in an account of its own.

    Once something is known to have arrived, it is that which is booked. A payment is booked on the
    day of the payment, a bill on the day of the claim.
    """
    claim, is_settled = payment.claim, payment.fees_paid or payment.expenses_paid
    fees, expenses = payment.fees, payment.expenses
    if is_settled:
        fees, expenses = payment.fees_paid, payment.expenses_paid
    is_bill = set_up.program in {Program.XERO, Program.SAGE_INVOICES}
    day = (claim.issued_on or claim.made_on) if is_bill else run.pay_on
    last = max((line.day for line in lines_of(claim)), default=claim.made_on)
    for is_fee, amount, account in (
        (True, fees, set_up.fee_account), (False, expenses, set_up.expense_account),
    ):  # fmt: skip
        yield AccountLine(
            claim_number=claim.number, claim_day=day,
            due_day=run.pay_on, member_reference=payment.person.reference,
            member_name=payment.person.name, is_fee=is_fee, activity_day=last, amount=amount,
            account_code=account.strip(), group=claim.group.name, budget=claim.budget_code,
        )  # fmt: skip


def _written(lines: list[AccountLine], set_up: AccountsSetUp) -> bytes:
    from alongside.exchange.accounts_file import write_sage, write_xero

    try:
        if set_up.program is Program.XERO:
            usual = XeroChoices()
            return write_xero(lines, XeroChoices(
                set_up.tells_names, set_up.tax.strip() or usual.tax_type,
                set_up.group_tracking.strip(), set_up.budget_tracking.strip(),
            ))  # fmt: skip
        sage = SageChoices(
            _SAGE[set_up.program], set_up.bank_account.strip(), set_up.tells_names,
            set_up.tax.strip() or SageChoices().tax_code,
        )  # fmt: skip
        return write_sage(lines, sage)
    except UserError as error:  # about the payments, not about a field, but for the bank account
        field = error.field if error.field == "bank_account" else ""
        raise UserError(field, error.words, error.help) from None


def _keep(session: Session, set_up: AccountsSetUp) -> None:
    kept = accounts.choices(session)
    if kept is None:
        kept = AccountsChoices()
        session.add(kept)
    for name, value in asdict(set_up).items():
        setattr(kept, name, value.strip() if isinstance(value, str) else value)
