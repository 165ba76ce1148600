"""Payments: what waits to be paid, and the runs in which it is paid."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtWidgets import QLabel, QWidget

from alongside.domain.change import Kind
from alongside.domain.money import Money
from alongside.i18n import _, ngettext
from alongside.services.gifts import GiftRow
from alongside.services.payment_rows import RunRow, WaitingRow
from alongside_ui.actions import Easy
from alongside_ui.desk import Desk
from alongside_ui.payments.dialogs import MakeRunDialog
from alongside_ui.payments.gifts_dialog import GiftsDialog
from alongside_ui.payments.layout_dialogs import LayoutsDialog
from alongside_ui.payments.modulus_dialog import ModulusDialog
from alongside_ui.widgets.page import Page
from alongside_ui.widgets.rows import Column
from alongside_ui.widgets.table import Table
from alongside_ui.window_actions import Handler

_SAID = 3
"""So many gifts are said one by one."""


class PaymentsPage(Page):
    """The payment runs, the newest first, under what waits for another one. Enter opens a run."""

    kinds: ClassVar = frozenset({Kind.PAYMENT, Kind.CLAIM, Kind.PERSON})
    help = "payments"

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, _("Payments"),
            _("Approved claims are paid together in a run. Look at what people asked to be told "
              "before it is sent."),
            easy=_("Pay the claims that somebody said yes to."),
        )  # fmt: skip
        self.waiting = QLabel()
        self.waiting.setWordWrap(True)
        self.body.addWidget(self.waiting)
        self.table: Table[RunRow] = Table(
            _("Payment runs"),
            [
                Column(_("Number"), lambda row: row.number, _spoken, is_whole=True),
                Column(_("How"), lambda row: row.method.words),
                Column(_("State"), lambda row: row.state.words),
                Column(_("Day of payment"), lambda row: row.pay_on),
                Column(_("Payments"), lambda row: str(row.payments), is_amount=True),
                Column(_("Fees"), lambda row: str(row.sum.fees), is_amount=True),
                Column(_("Expenses"), lambda row: str(row.sum.expenses), is_amount=True),
            ],
            empty=_("No payment runs yet. Ctrl+N makes one from the claims that are approved."),
        )  # fmt: skip
        self.table.opened.connect(lambda row: self.asked.emit("run", row.id, ""))
        self.body.addWidget(self.table, 1)
        self.add_buttons(
            [
                ("add", _("New payment run…"), Easy(_("Pay people"), "payments")),
                ("correct", _("Open…"), Easy(_("Open"), "open")),
                ("gifts", _("Fees given away…")),
                ("bank_layouts", _("Layouts of bank files…")),
                ("modulus", _("Check of account numbers…")),
            ]
        )

    def answers(self) -> dict[str, Handler]:
        """Return the commands of this page."""
        return {
            "add": self._make,
            "correct": self._open,
            "gifts": lambda: GiftsDialog(self.operations, self.window()).start(),
            "bank_layouts": lambda: LayoutsDialog(self.operations, self.window()).start(),
            "modulus": lambda: ModulusDialog(self.operations, self.window()).start(),
        }

    def refresh(self) -> None:
        """Read again what waits, and the runs."""
        waiting = self.office.payments.waiting()
        words = "; ".join(_waits(row) for row in waiting) or _(
            "No approved claim waits to be paid."
        )
        words = "; ".join(
            filter(None, [words, _to_give(self.office.gifts.list_(is_open_only=True))])
        )
        self.waiting.setText(words)
        self.table.set_rows(self.office.payments.list_())
        self.table.setAccessibleDescription(f"{words} {self.table.accessibleDescription()}".strip())

    def first_focus(self) -> QWidget:
        """Start in the list."""
        return self.table

    def _make(self) -> None:
        waiting = [row for row in self.office.payments.waiting() if row.method]
        if not waiting:
            self.operations.say(_("No approved claim waits to be paid."))
            return
        dialog = MakeRunDialog(self.operations, self.window(), waiting)
        dialog.made.connect(lambda run: self.asked.emit("run", run, ""))
        dialog.start()

    def _open(self) -> None:
        if self.table.current:
            self.asked.emit("run", self.table.current.id, "")
        else:
            self.operations.say(_("Choose a payment run in the list first."))


def _to_give(gifts: Sequence[GiftRow]) -> str:
    """Say what is to be given by hand: each gift, or how many there are."""
    if len(gifts) > _SAID:
        words = _("{n} gifts are to be made by hand, {amount}")
        return words.format(n=len(gifts), amount=Money.total(row.amount for row in gifts))
    return "; ".join(row.words for row in gifts)


def _spoken(row: RunRow) -> str:
    payments = ngettext("{n} payment", "{n} payments", row.payments).format(n=row.payments)
    words = _("{number}, {state}, {method} on {day}, {payments}, fees {fees}, expenses {expenses}")
    return words.format(
        number=row.number, state=row.state.words, method=row.method.words, day=row.pay_on,
        payments=payments, fees=row.sum.fees, expenses=row.sum.expenses,
    )  # fmt: skip


def _waits(row: WaitingRow) -> str:
    """Say how many claims wait for one method, and what they come to."""
    claims = ngettext("{n} claim", "{n} claims", row.number).format(n=row.number)
    # translators: {who} are names
    words = _("{claims} of people who want to be asked how ({who}): fees {fees}, expenses "
              "{expenses}. Open the claim, and choose “Paid this time”.")  # fmt: skip
    if row.method:
        words = _("{claims} to pay by {how}: fees {fees}, expenses {expenses}")
    return words.format(
        claims=claims, how=row.method.words if row.method else "", fees=row.sum.fees,
        expenses=row.sum.expenses, who=row.names,
    )  # fmt: skip
