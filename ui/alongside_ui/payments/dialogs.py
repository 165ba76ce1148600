"""Dialogs of payments: a new run, what became of a payment, a run that is void."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alongside.domain.change import Change
from alongside.domain.money import NOTHING
from alongside.i18n import _, ngettext
from alongside.services.payment_outcomes import RecordBounced, RecordPaid, RecordPart
from alongside.services.payment_rows import PaymentRow, RunRow, WaitingRow
from alongside.services.payments import MakeRun, SplitPayment, VoidRun
from alongside_ui.operations import Operations
from alongside_ui.widgets.dialog import FormDialog, Verb
from alongside_ui.widgets.fields import needed


class MakeRunDialog(FormDialog):
    """A new run: by which method, and on which day the money is to be there."""

    help = "payments#make-a-run"
    made = Signal(object)
    """The id of the run."""

    def __init__(
        self, operations: Operations, parent: QWidget, waiting: Sequence[WaitingRow]
    ) -> None:
        super().__init__(
            operations, parent, _("New payment run"),
            _("Every approved claim that is paid this way goes into it. Nothing is sent yet: you "
              "can still take payments out."),
            _("Make the run"),
        )  # fmt: skip
        choices = [(row.method, _counted(row)) for row in waiting if row.method]
        self.form.choice("method", _("How it is paid"), choices)
        day = operations.office.now().date() + timedelta(days=1)
        self.form.date("pay_on", _("Day of payment"), day, is_wanted=True)

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the run."""
        return self.operations.office.payments.make, MakeRun(**values)

    def saved(self, result: Change) -> None:
        """Tell where the run is, and close."""
        super().saved(result)
        self.made.emit(result.id)


class PaidDialog(FormDialog):
    """Payments arrived in full."""

    help = "payments#what-became-of-it"

    def __init__(
        self,
        operations: Operations,
        parent: QWidget,
        row: PaymentRow,
        waiting: Sequence[PaymentRow],
    ) -> None:
        super().__init__(
            operations, parent, _("Paid"),
            _("{person}: fees {fees}, expenses {expenses}.").format(
                person=row.person, fees=row.due.fees, expenses=row.due.expenses),
            _("Paid"),
        )  # fmt: skip
        self._row, self._waiting = row, waiting
        self.form.date("day", _("Day"), operations.office.now().date(), is_wanted=True)
        if len(waiting) > 1:
            words = _("All {n} that wait")
            self.form.tick("all", words.format(n=len(waiting)), value=True)

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for it to be recorded."""
        chosen = self._waiting if values.pop("all", False) else [self._row]
        request = RecordPaid(tuple(row.id for row in chosen), values["day"])
        return self.operations.office.payment_outcomes.record_paid, request


class PartDialog(FormDialog):
    """Only a part arrived; the rest waits for another run."""

    help = "payments#what-became-of-it"

    def __init__(self, operations: Operations, parent: QWidget, row: PaymentRow) -> None:
        super().__init__(
            operations, parent, _("{person} was paid in part").format(person=row.person),
            _("What was not paid waits for another run."), _("Save"),
        )  # fmt: skip
        self._row = row
        due = _("{amount} was due")
        self.form.money("fees", _("Fees that were paid"), row.due.fees,
                        needed(due.format(amount=row.due.fees)))  # fmt: skip
        self.form.money("expenses", _("Expenses that were paid"), row.due.expenses,
                        due.format(amount=row.due.expenses))  # fmt: skip
        self.form.date("day", _("Day"), operations.office.now().date(), is_wanted=True)
        self.form.text("reason", _("Why"), "")

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for it to be recorded."""
        request = RecordPart(self._row.id, values["day"], values["fees"] or NOTHING,
                             values["expenses"] or NOTHING, values["reason"])  # fmt: skip
        return self.operations.office.payment_outcomes.record_part, request


class SplitDialog(FormDialog):
    """A part is paid in this run; what a person asked not to get yet waits for another."""

    help = "payments#limits"

    def __init__(self, operations: Operations, parent: QWidget, row: PaymentRow) -> None:
        room = operations.office.payment_warnings.room(row.id)
        words = _("The rest waits for another run.")
        if room is not None:
            said = _("Fees of {amount} fit into the limits that they set.").format(amount=room)
            words = f"{said} {words}"
        super().__init__(
            operations, parent, _("Pay {person} a part now").format(person=row.person), words,
            _("Pay this part"),
        )  # fmt: skip
        self._row = row
        due = _("{amount} is due")
        fits = row.due.fees if room is None else min(room, row.due.fees)
        self.form.money("fees", _("Fees now"), fits, needed(due.format(amount=row.due.fees)))
        self.form.money("expenses", _("Expenses now"), row.due.expenses,
                        due.format(amount=row.due.expenses))  # fmt: skip

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the payment to be split."""
        request = SplitPayment(self._row.id, values["fees"] or NOTHING,
                               values["expenses"] or NOTHING)  # fmt: skip
        return self.operations.office.payments.split, request


class BouncedDialog(FormDialog):
    """A payment came back; the claim waits to be paid again."""

    help = "payments#what-became-of-it"

    def __init__(self, operations: Operations, parent: QWidget, row: PaymentRow) -> None:
        super().__init__(
            operations, parent, _("The payment to {person} came back").format(person=row.person),
            _("The claim waits to be paid again. Ask for the right details before that."),
            _("Save"),
        )  # fmt: skip
        self._row = row
        self.form.text("reason", _("Why it came back"), "", needed(_("As the bank says it")))
        self.form.date("day", _("Day"), operations.office.now().date(), is_wanted=True)

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for it to be recorded."""
        request = RecordBounced(self._row.id, **values)
        return self.operations.office.payment_outcomes.record_bounced, request


class VoidDialog(FormDialog):
    """A run that is not sent becomes void."""

    help = "payments#void"

    def __init__(self, operations: Operations, parent: QWidget, run: RunRow) -> None:
        super().__init__(
            operations, parent, _("Make payment run {number} void").format(number=run.number),
            _("Its claims wait to be paid again."), _("Make it void"),
        )  # fmt: skip
        self._run = run
        self.form.text("reason", _("Why it is void"), "", needed())

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the run to be void."""
        return self.operations.office.payments.void, VoidRun(self._run.id, **values)


def _counted(row: WaitingRow) -> str:
    assert row.method is not None
    words = ngettext("{method}: {n} claim", "{method}: {n} claims", row.number)
    return words.format(method=row.method.words, n=row.number)
