"""One claim: fee lines and expense lines apart, each saying why it is that amount."""

from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QWidget

from alongside.domain.change import Kind
from alongside.domain.claims import ClaimState
from alongside.domain.errors import UserError
from alongside.i18n import _
from alongside.services.claim_rows import ClaimRecord
from alongside.services.drafts import BegunClaim
from alongside.services.history_wanted import claim_record
from alongside.services.line_rows import LineRow
from alongside_ui.actions import Easy
from alongside_ui.claims.approval_dialogs import (
    AgreeDialog,
    ApproveDialog,
    TakeBackDialog,
    ask_about,
)
from alongside_ui.claims.claim_tables import (
    Note,
    expense_table,
    fee_table,
    note_table,
    step_table,
)
from alongside_ui.claims.dialog import LineDialog, PayLaterDialog, WithdrawDialog
from alongside_ui.claims.draft_questions import ask_to_issue, ask_to_remove
from alongside_ui.claims.pay_dialog import PayThisTimeDialog
from alongside_ui.claims.print_dialog import PrintDialog
from alongside_ui.claims.receipts_dialog import ReceiptsDialog
from alongside_ui.claims.split_dialog import SplitDialog
from alongside_ui.desk import Desk
from alongside_ui.widgets.begin_claim import begin_claim
from alongside_ui.widgets.headings import Heading
from alongside_ui.widgets.page import Page
from alongside_ui.widgets.table import Table
from alongside_ui.window_actions import Handler


class ClaimPage(Page):
    """The lines of one claim, its totals, and how it will be paid."""

    kinds: ClassVar = frozenset({Kind.CLAIM, Kind.PERSON})
    help = "claims#one-claim"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Claim"), "")
        self._claim_id: UUID | None = None
        self._meeting_id: UUID | None = None
        self._record: ClaimRecord | None = None
        self.fees, self.expenses = fee_table(), expense_table()
        self.fees_total = Heading(_("Fees"))
        self.expenses_total = Heading(_("Expenses"))
        self.why, self.to_pay = QLabel(), QLabel()
        self.why.setWordWrap(True)
        self.to_pay.setWordWrap(True)
        self.notes, self.steps = note_table(), step_table()
        for part, share in (
            (self.fees_total, 0), (self.fees, 2), (self.expenses_total, 0), (self.expenses, 3),
            (self.why, 0), (self.to_pay, 0), (self.notes, 1), (self.steps, 2),
        ):  # fmt: skip
            self.body.addWidget(part, share)
        self.add_buttons(
            [
                ("print", _("Print the form…")),
                ("add", _("Add a line…"), Easy(_("Add line"), "add")),
                ("correct", _("Correct the line…"), Easy(_("Change line"), "change")),
                ("remove", _("Remove the line…"), Easy(_("Remove line"), "remove")),
                ("receipts", _("Receipts…")),
                ("split_line", _("Split between budgets…")),
                ("issue", _("Issue…")),
                ("agree", _("Signed…")),
                ("approve", _("Approve…")),
                ("return_claim", _("Return…")),
                ("refuse", _("Refuse…")),
                ("pay_later", _("Pay later…")),
                ("pay_this_time", _("Paid this time…")),
                ("withdraw", _("Withdraw…")),
                ("begin_claim", _("Begin another claim…"), Easy(_("Start a claim"), "claims")),
                ("record_history", _("History of this claim…")),
            ]
        )
        self._latest = self.fees
        for table in (self.fees, self.expenses):
            table.moved.connect(lambda each=table: self._show_why(each.current))
            table.entered.connect(lambda each=table: self._turn_to(each))
            table.opened.connect(self._open)

    def answers(self) -> dict[str, Handler]:
        """Return the commands of this page."""
        return {
            "print": self._print,
            "add": self._add,
            "correct": lambda: self._open(self._line()),
            "remove": self._remove,
            "receipts": self._receipts,
            "split_line": self._split,
            "issue": self._issue,
            "agree": lambda: self._ask(AgreeDialog, ClaimState.READY),
            "approve": lambda: self._ask(ApproveDialog, ClaimState.SIGNED),
            "return_claim": lambda: self._take_back(is_for_good=False),
            "refuse": lambda: self._take_back(is_for_good=True),
            "withdraw": self._withdraw,
            "pay_later": lambda: self._pay(PayLaterDialog),
            "pay_this_time": lambda: self._pay(PayThisTimeDialog),
            "begin_claim": self._begin,
            "record_history": self._history,
        }

    def show_subject(self, subject: Any) -> None:
        """Show the claim with this id, or one begun by hand for a meeting: new lines are for it."""
        begun = subject if isinstance(subject, BegunClaim) else BegunClaim(subject)
        self._claim_id, self._meeting_id = begun.claim_id, begun.meeting_id

    def refresh(self) -> None:
        """Read the claim again."""
        if self._claim_id is None:
            return
        try:
            record = self._record = self.office.claims.find(self._claim_id)
        except UserError:  # removed, or begun and undone
            self._claim_id = self._record = None
            QTimer.singleShot(0, lambda: self.asked.emit("claims", None, ""))
            return
        row = record.row
        self.set_title(
            _("Claim {number}: {person}").format(number=row.number, person=row.person),
            _("{group}, {state}. {budget}").format(
                group=row.group, state=row.state.words,
                budget=_("Budget {code}.").format(code=row.budget_code) if row.budget_code else "",
            ).strip(),
        )  # fmt: skip
        if record.withdrawn_reason:
            # translators: {state} is “withdrawn”, “returned” or “refused”
            words = _("{state}: {why}").format(state=row.state.words, why=record.withdrawn_reason)
            self.purpose.setText(words[:1].upper() + words[1:])
        self.notes.set_rows([Note(n, words) for n, words in enumerate(record.to_look_at)])
        self.notes.setVisible(bool(record.to_look_at))
        steps = self.office.approvals.steps(row.id)
        self.steps.set_rows(steps)
        self.steps.setVisible(bool(steps))
        self.fees.set_rows(record.fees)
        self.expenses.set_rows(record.expenses)
        self.fees_total.setText(_("Fees: {amount}").format(amount=row.fees))
        total = _("Expenses: {amount} to pay").format(amount=row.expenses)
        if record.expenses_otherwise:
            # translators: both are amounts of money
            total = _("{total}, {otherwise} met in other ways").format(
                total=total, otherwise=record.expenses_otherwise
            )
        self.expenses_total.setText(total)
        self.to_pay.setText(record.to_pay)

    def first_focus(self) -> QWidget:
        """Start in the fees, or in the expenses if there are none."""
        return self.fees if self.fees.rows.rows else self.expenses

    def _line(self) -> LineRow | None:
        return self._latest.current or self.fees.current or self.expenses.current

    def _turn_to(self, table: Table[LineRow]) -> None:
        """Remember the list that the keyboard was in last: the buttons speak of its line."""
        self._latest = table
        self._show_why(table.current)

    def _show_why(self, line: LineRow | None) -> None:
        """Say in full why the line that the list is on has its amount: columns may be narrow."""
        self.why.clear()
        if line:
            words = _("{words}: {amount}, because: {why}.")
            self.why.setText(words.format(words=line.words, amount=line.amount, why=line.why))

    def _open(self, line: LineRow | None) -> None:
        if line and self._record:
            LineDialog(self.operations, self.window(), self._record, line).start()

    def _add(self) -> None:
        if self._record:
            LineDialog(self.operations, self.window(), self._record, None, self._meeting_id).start()

    def _remove(self) -> None:
        if self._record:
            ask_to_remove(self.operations, self.window(), self._record, self._line())

    def _receipts(self) -> None:
        if self._record:
            line = self.expenses.current
            ReceiptsDialog(self.desk, self.window(), self._record.row.id, line and line.id).start()

    def _split(self) -> None:
        line = self._line()
        if line is None or self._record is None:
            self.operations.say(_("Choose a line in the list first."))
        elif self._record.row.state is not ClaimState.DRAFT:
            self.operations.say(_("This claim is issued, so its lines never change."))
        elif not (split := self.office.line_shares.find(line.id)).has_choice:
            words = _("There is no other budget for the year of this line. Budgets are added on "
                      "the page of groups.")  # fmt: skip
            self.operations.say(words)
        else:
            SplitDialog(self.operations, self.window(), line, split).start()

    def _issue(self) -> None:
        if self._record and self._record.row.state is ClaimState.DRAFT:
            ask_to_issue(self.operations, self.window(), [self._record.row])
        else:
            self.operations.say(_("This claim is issued already."))

    def _withdraw(self) -> None:
        if self._record:
            dialog = WithdrawDialog(self.operations, self.window(), self._record.row)
            dialog.anew.connect(lambda claim_id: self.asked.emit("claim", claim_id, ""))
            dialog.start()

    def _pay(self, dialog: type[PayLaterDialog | PayThisTimeDialog]) -> None:
        if self._record:
            dialog(self.operations, self.window(), self._record.row).start()

    def _ask(self, dialog: type[AgreeDialog | ApproveDialog], state: ClaimState) -> None:
        if self._record and self._record.row.state is state:
            ask_about(dialog, self.operations, self.window(), self._record.row, [])
        elif self._record:
            words = _("This claim is {state}, and not {wanted}.")
            now = self._record.row.state.words
            self.operations.say(words.format(state=now, wanted=state.words))

    def _take_back(self, *, is_for_good: bool) -> None:
        if self._record:
            row = self._record.row
            dialog = TakeBackDialog(self.operations, self.window(), row, is_for_good=is_for_good)
            dialog.anew.connect(lambda claim_id: self.asked.emit("claim", claim_id, ""))
            dialog.start()

    def _begin(self) -> None:
        if (record := self._record) is not None:
            begin_claim(self, record.row.person_id, record.row.person, record.meeting_id)

    def _history(self) -> None:
        if self._record:
            record = claim_record(self._record.row.id, self._record.row.number)
            self.asked.emit("history", record, "")

    def _print(self) -> None:
        if self._record:
            PrintDialog(self.desk, self.window(), [self._record.row], self._record.row).start()
