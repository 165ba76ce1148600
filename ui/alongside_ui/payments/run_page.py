"""One payment run: its payments, what people asked to be told first, and what became of each."""

from collections.abc import Callable
from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtWidgets import QWidget

from alongside.domain.change import Kind
from alongside.domain.payments import PaymentState, PayMethod, RunState
from alongside.i18n import _, ngettext
from alongside.services.history_wanted import Record
from alongside.services.payment_rows import PaymentRow, RunRecord
from alongside.services.payment_warnings import WarningRow
from alongside.services.payments import TakeOut
from alongside_ui.actions import Easy
from alongside_ui.desk import Desk
from alongside_ui.payments.accounts_dialog import AccountsDialog
from alongside_ui.payments.bank_file_dialog import BankFileDialog
from alongside_ui.payments.dialogs import (
    BouncedDialog,
    PaidDialog,
    PartDialog,
    SplitDialog,
    VoidDialog,
)
from alongside_ui.payments.print_dialog import PrintRunDialog
from alongside_ui.widgets.headings import Heading
from alongside_ui.widgets.page import Page
from alongside_ui.widgets.rows import Column
from alongside_ui.widgets.table import Table
from alongside_ui.window_actions import Handler


class RunPage(Page):
    """The warnings above, the payments below; Enter on a payment opens its claim."""

    kinds: ClassVar = frozenset({Kind.PAYMENT, Kind.CLAIM, Kind.PERSON, Kind.GROUP})
    help = "payments#one-run"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Payment run"), "")
        self._run_id: UUID | None = None
        self._record: RunRecord | None = None
        self.warnings_title = Heading(_("Before it is sent"))
        self.warnings: Table[WarningRow] = Table(
            _("Before it is sent"),
            [
                Column(_("Person"), lambda row: row.person,
                       lambda row: f"{row.person}: {row.words}", is_whole=True),
                Column(_("What to look at"), lambda row: row.words),
            ],
            empty=_("Nothing to look at."),
        )  # fmt: skip
        self.table: Table[PaymentRow] = Table(
            _("Payments"),
            [
                Column(_("Person"), lambda row: row.person, _spoken, is_whole=True),
                Column(_("Fees"), lambda row: str(row.due.fees), is_amount=True),
                Column(_("Expenses"), lambda row: str(row.due.expenses), is_amount=True),
                Column(_("State"), lambda row: row.state.words),
                Column(_("To"), lambda row: row.goes_to),
                Column(_("Claim"), _claim),
                Column(_("Group"), lambda row: row.group),
                Column(_("Day"), lambda row: row.day),
                Column(_("Why"), lambda row: row.reason),
            ],
            empty=_("No payments."),
        )
        self.payments_title = Heading(_("Payments"))
        for widget, stretch in (
            (self.warnings_title, 0), (self.warnings, 2), (self.payments_title, 0), (self.table, 4)
        ):  # fmt: skip
            self.body.addWidget(widget, stretch)
        self.table.opened.connect(lambda row: self.asked.emit("claim", row.claim_id, ""))
        self.warnings.opened.connect(self._go_to)
        self.add_buttons(
            [
                ("save_bank_file", _("Save the bank file…")),
                ("save_accounts_file", _("Save for the accounts…")),
                ("record_paid", _("Paid…")),
                ("record_part", _("Paid in part…")),
                ("record_bounced", _("Came back…")),
                ("remove", _("Take out of the run"), Easy(_("Take out"), "remove")),
                ("hold", _("Hold what goes over")),
                ("split_payment", _("Pay part of it now…")),
                ("print", _("Print…")),
                ("void_run", _("Make the run void…")),
                ("record_history", _("History of this run…")),
            ]
        )

    def answers(self) -> dict[str, Handler]:
        """Return the commands of this page."""
        return {
            "save_bank_file": self._save_bank_file,
            "save_accounts_file": self._save_accounts_file,
            "record_paid": lambda: self._with(self._paid),
            "record_part": lambda: self._with(
                lambda row: PartDialog(self.operations, self.window(), row).start()),
            "record_bounced": lambda: self._with(
                lambda row: BouncedDialog(self.operations, self.window(), row).start()),
            "remove": lambda: self._with(self._take_out),
            "hold": self._hold,
            "split_payment": lambda: self._with(self._split),
            "print": self._print,
            "void_run": self._void,
            "correct": lambda: self._with(lambda row: self.asked.emit("claim", row.claim_id, "")),
            "record_history": self._history,
        }  # fmt: skip

    def show_subject(self, subject: Any) -> None:
        """Show the run with this id."""
        self._run_id = subject

    def refresh(self) -> None:
        """Read the run again."""
        if self._run_id is None:
            return
        record = self._record = self.office.payments.find(self._run_id)
        row = record.row
        said = [row.state.words, record.sent, record.void_reason]
        self.set_title(
            _("Payment run {number}").format(number=row.number),
            _("{method} on {day}; {state}.").format(
                method=row.method.words, day=row.pay_on,
                state=record.sent or ": ".join(filter(None, (said[0], said[2])))),
        )  # fmt: skip
        payments = ngettext("{n} payment", "{n} payments", row.payments).format(n=row.payments)
        self.payments_title.setText(
            _("{payments}: fees {fees}, expenses {expenses}").format(
                payments=payments, fees=row.sum.fees, expenses=row.sum.expenses
            )
        )
        self.table.set_rows(record.payments)
        is_open = row.state is RunState.OPEN
        warnings = self.office.payment_warnings.list_for(row.id) if is_open else []
        self.warnings.set_rows(warnings)
        for widget in (self.warnings_title, self.warnings):
            widget.setVisible(bool(warnings))

    def first_focus(self) -> QWidget:
        """Start in the warnings if there are any, else in the payments."""
        return self.warnings if self.warnings.rows.rows else self.table

    def _go_to(self, warning: WarningRow) -> None:
        """Go from a warning to the payment that it is about."""
        assert self._record is not None
        row = next((r for r in self._record.payments if r.person_id == warning.person_id), None)
        if row and self.table.land_on(row.id):
            self.table.setFocus()

    def _paid(self, row: PaymentRow) -> None:
        waiting = [r for r in self.table.rows.rows if r.state is PaymentState.WAITING]
        PaidDialog(self.operations, self.window(), row, waiting).start()

    def _take_out(self, row: PaymentRow) -> None:
        self.operations.run(self.office.payments.take_out, TakeOut((row.id,)))

    def _hold(self) -> None:
        """Take out what goes over anybody's limit: it waits for a later run."""
        held = tuple(dict.fromkeys(p for row in self.warnings.rows.rows for p in row.held))
        if held:
            self.operations.run(self.office.payments.take_out, TakeOut(held))
        else:
            self.operations.say(_("Nothing in this run goes over a limit by the day of payment."))

    def _split(self, row: PaymentRow) -> None:
        if row.state is PaymentState.WAITING and self._record and not self._record.sent:
            SplitDialog(self.operations, self.window(), row).start()
        else:
            self.operations.say(_("Only a payment of a run that is not sent can be split."))

    def _save_bank_file(self) -> None:
        if self._record and self._record.row.method is PayMethod.BANK:
            BankFileDialog(self.operations, self.window(), self._record.row,
                           self._record.times_sent).start()  # fmt: skip
        else:
            self.operations.say(_("This run is not paid by bank, so the bank needs no file."))

    def _save_accounts_file(self) -> None:
        if self._record and self._record.goes_out:
            AccountsDialog(self.operations, self.window(), self._record.row).start()
        else:
            self.operations.say(_("Nothing of this run goes out, so there is nothing to book."))

    def _print(self) -> None:
        if self._record and self._record.goes_out:
            PrintRunDialog(self.desk, self.window(), self._record.row).start()
        else:
            self.operations.say(_("Nothing of this run goes out, so there is nothing to print."))

    def _void(self) -> None:
        if self._record:
            VoidDialog(self.operations, self.window(), self._record.row).start()

    def _history(self) -> None:
        if self._record:
            row = self._record.row
            words = _("payment run {number}").format(number=row.number)
            self.asked.emit("history", Record(Kind.PAYMENT, row.id, words), "")

    def _with(self, do: Callable[[PaymentRow], object]) -> None:
        if self.table.current:
            do(self.table.current)
        else:
            self.operations.say(_("Choose a payment in the list first."))


def _spoken(row: PaymentRow) -> str:
    words = _("{person}, {state}, fees {fees}, expenses {expenses}, {to}").format(
        person=row.person, state=row.state.words, fees=row.due.fees, expenses=row.due.expenses,
        to=row.goes_to,
    )  # fmt: skip
    if row.claimant:
        words = f"{words}, {_claim(row)}"
    return f"{words}: {row.reason}" if row.reason else words


def _claim(row: PaymentRow) -> str:
    """Return which claim is paid; of whom, where somebody else gets the money."""
    if row.claimant:
        return _("claim {number} of {person}").format(number=row.claim, person=row.claimant)
    return row.claim
