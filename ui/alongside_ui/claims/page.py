"""Claims: looked through, issued, printed; fees and expenses always in columns of their own."""

from collections.abc import Callable
from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget

from alongside.domain.change import Kind
from alongside.domain.claims import ClaimState
from alongside.domain.dates import say_date
from alongside.domain.money import Money
from alongside.i18n import _, ngettext
from alongside.services.claim_rows import ClaimRow
from alongside.services.history_wanted import claim_record
from alongside_ui.actions import Easy
from alongside_ui.claims.approval_dialogs import AgreeDialog, ApproveDialog, TakeBackDialog
from alongside_ui.claims.dialog import PayLaterDialog, WithdrawDialog, ask_to_issue
from alongside_ui.claims.pay_dialog import PayThisTimeDialog
from alongside_ui.claims.print_dialog import PrintDialog
from alongside_ui.desk import Desk
from alongside_ui.widgets.button import Button
from alongside_ui.widgets.page import Page
from alongside_ui.widgets.rows import Column
from alongside_ui.widgets.table import Table
from alongside_ui.window_actions import Handler

_PICTURES = {
    ClaimState.DRAFT: "change", ClaimState.READY: "issue", ClaimState.SIGNED: "agree",
    ClaimState.APPROVED: "approve", ClaimState.IN_RUN: "payments", ClaimState.PAID: "paid",
    ClaimState.RETURNED: "return", ClaimState.REFUSED: "refuse", ClaimState.WITHDRAWN: "withdraw",
}  # fmt: skip

_WIDE = 18
"""Letters that the choice of a state has room for."""


class ClaimsPage(Page):
    """A list of claims: of one state, or of one meeting. Enter opens one."""

    kinds: ClassVar = frozenset({Kind.CLAIM, Kind.PERSON, Kind.GROUP})
    help = "claims"

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, _("Claims"),
            _("Look through each claim, issue and print it, note who signed, approve it. An issued "
              "claim never changes: it is withdrawn and drafted anew."),
            easy=_("Check each claim, then print it."),
        )  # fmt: skip
        self._meeting_id: UUID | None = None
        self._state = QComboBox()
        self._state.addItem(_("every one"), None)
        for state in ClaimState:
            self._state.addItem(state.words, state)
        self._state.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._state.setMinimumContentsLength(_WIDE)
        all_ = desk.words(_("Show claims of all meetings"), easy=_("Show all claims"))
        self._whole_list: QPushButton = Button(self.letters.give(all_))
        self._whole_list.hide()
        self._totals = QLabel()
        self._totals.setWordWrap(True)
        self.add_row(self.labelled(_("Show"), self._state), self._whole_list, self._totals)
        self.table: Table[ClaimRow] = Table(
            _("Claims"),
            [
                Column(_("Number"), lambda row: row.number, lambda row: _(
                    "{person}, {number}, {state}, fees {fees}, expenses {expenses}").format(
                    person=row.person, number=row.number, state=row.state.words, fees=row.fees,
                    expenses=row.expenses) + _aged(row), is_whole=True),
                Column(_("Person"), lambda row: row.person, is_whole=True),
                Column(_("Fees"), lambda row: str(row.fees), is_amount=True),
                Column(_("Expenses"), lambda row: str(row.expenses), is_amount=True),
                Column(_("State"), lambda row: row.state.words,
                       picture=lambda row: desk.picture(_PICTURES[row.state])),
                Column(_("For"), lambda row: row.age),
                Column(_("Group"), lambda row: row.group),
                Column(_("Budget code"), lambda row: row.budget_code),
                Column(_("Made on"), lambda row: row.made_on),
            ],
            empty=_("No claims here. Mark a register, then make claims from it with Ctrl+M."),
        )  # fmt: skip
        self.table.opened.connect(lambda row: self.asked.emit("claim", row.id, ""))
        self.body.addWidget(self.table, 1)
        self.add_buttons(
            [
                ("print", _("Print claim forms…")),
                ("correct", _("Open…"), Easy(_("Open"), "open")),
                ("issue", _("Issue…")),
                ("agree", _("Signed…")),
                ("approve", _("Approve…")),
                ("return_claim", _("Return…")),
                ("refuse", _("Refuse…")),
                ("pay_later", _("Pay later…")),
                ("pay_this_time", _("Paid this time…")),
                ("withdraw", _("Withdraw…")),
                ("record_history", _("History of this claim…")),
            ]
        )
        self._state.currentIndexChanged.connect(self._read)
        self._whole_list.clicked.connect(self._show_all)

    def answers(self) -> dict[str, Handler]:
        """Return the commands of this page."""
        return {
            "print": self._print,
            "correct": lambda: self._with(lambda row: self.asked.emit("claim", row.id, "")),
            "issue": self._issue,
            "agree": lambda: self._with(lambda row: self._ask(AgreeDialog, row, ClaimState.READY)),
            "approve": lambda: self._with(
                lambda row: self._ask(ApproveDialog, row, ClaimState.SIGNED)
            ),
            "return_claim": lambda: self._with(lambda row: self._take_back(row, is_for_good=False)),
            "refuse": lambda: self._with(lambda row: self._take_back(row, is_for_good=True)),
            "withdraw": lambda: self._with(
                lambda row: WithdrawDialog(self.operations, self.window(), row).start()
            ),
            "pay_later": lambda: self._with(
                lambda row: PayLaterDialog(self.operations, self.window(), row).start()
            ),
            "pay_this_time": lambda: self._with(
                lambda row: PayThisTimeDialog(self.operations, self.window(), row).start()
            ),
            "record_history": lambda: self._with(self._history),
            "register": self._to_register,
        }

    def show_subject(self, subject: Any) -> None:
        """Show the claims of a meeting (by id), or of a ClaimState."""
        self._meeting_id = subject if isinstance(subject, UUID) else None
        state = subject if isinstance(subject, ClaimState) else None
        self._state.blockSignals(True)
        self._state.setCurrentIndex(max(0, self._state.findData(state)))
        self._state.blockSignals(False)

    def refresh(self) -> None:
        """Read the claims again."""
        self._whole_list.setVisible(self._meeting_id is not None)
        if self._meeting_id:
            meeting = self.office.meetings.find(self._meeting_id)
            title = _("Claims: {group}, {day}")
            self.set_title(title.format(group=meeting.group, day=say_date(meeting.day)))
        else:
            self.set_title(_("Claims"))
        self._read()

    def first_focus(self) -> QWidget:
        """Start in the list."""
        return self.table

    def _show_board(self) -> None:
        """Say beside each state how many claims stand there, and how long the oldest has."""
        board = {row.state: row.words for row in self.office.approvals.board()}
        for place in range(1, self._state.count()):
            state = ClaimState(self._state.itemData(place))
            self._state.setItemText(place, board.get(state, state.words))

    def _read(self) -> None:
        self._show_board()
        rows = self.office.claims.list_(
            state=self._state.currentData(), meeting_id=self._meeting_id
        )
        self.table.set_rows(rows)
        claims = ngettext("{n} claim", "{n} claims", len(rows)).format(n=len(rows))
        self._totals.setText(
            _("{claims}: fees {fees}, expenses {expenses}").format(
                claims=claims,
                fees=Money.total(row.fees for row in rows),
                expenses=Money.total(row.expenses for row in rows),
            )
        )

    def _show_all(self) -> None:
        self._meeting_id = None
        self.refresh()
        self.table.setFocus()

    def _print(self) -> None:
        rows = [row for row in self.table.rows.rows if not row.state.is_gone]
        if rows:
            PrintDialog(self.desk, self.window(), rows, self.table.current).start()
        else:
            self.operations.say(_("There are no claims to print here."))

    def _issue(self) -> None:
        drafts = [row for row in self.table.rows.rows if row.state is ClaimState.DRAFT]
        ask_to_issue(self.operations, self.window(), drafts)

    def _ask(
        self, dialog: type[AgreeDialog | ApproveDialog], row: ClaimRow, state: ClaimState
    ) -> None:
        """Ask about the claim that the list is on, if it has come that far."""
        if row.state is state:
            others = [each for each in self.table.rows.rows if each.state is state]
            dialog(self.operations, self.window(), row, others).start()
        else:
            words = _("Claim {number} is {state}. Choose one that is {wanted}.")
            self.operations.say(words.format(
                number=row.number, state=row.state.words, wanted=state.words))  # fmt: skip

    def _take_back(self, row: ClaimRow, *, is_for_good: bool) -> None:
        TakeBackDialog(self.operations, self.window(), row, is_for_good=is_for_good).start()

    def _to_register(self) -> None:
        if self._meeting_id:
            self.asked.emit("register", self._meeting_id, "")

    def _history(self, row: ClaimRow) -> None:
        self.asked.emit("history", claim_record(row.id, row.number), "")

    def _with(self, do: Callable[[ClaimRow], object]) -> None:
        if self.table.current:
            do(self.table.current)
        else:
            self.operations.say(_("Choose a claim in the list first."))


def _aged(row: ClaimRow) -> str:
    # translators: how long a claim has stood in its state, like “9 days”; after a comma
    return _(", for {age}").format(age=row.age) if row.age else ""
