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
from alongside_ui.claims.approval_dialogs import (
    AgreeDialog,
    ApproveDialog,
    TakeBackDialog,
    ask_about,
)
from alongside_ui.claims.claim_tables import claim_table
from alongside_ui.claims.dialog import PayLaterDialog, WithdrawDialog
from alongside_ui.claims.draft_questions import ask_to_issue, ask_to_remove
from alongside_ui.claims.pay_dialog import PayThisTimeDialog
from alongside_ui.claims.print_dialog import PrintDialog
from alongside_ui.claims.summary_dialog import SummaryDialog, for_the_approver
from alongside_ui.desk import Desk
from alongside_ui.widgets.begin_claim import begin_claim
from alongside_ui.widgets.button import Button
from alongside_ui.widgets.dialog import FormDialog
from alongside_ui.widgets.page import Page
from alongside_ui.window_actions import Handler

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
        self.table = claim_table(desk.picture)
        self.table.opened.connect(lambda row: self.asked.emit("claim", row.id, ""))
        self.body.addWidget(self.table, 1)
        self.add_buttons(
            [
                ("print", _("Print claim forms…")),
                ("correct", _("Open…"), Easy(_("Open"), "open")),
                ("issue", _("Issue…")),
                ("agree", _("Signed…")),
                ("claims_to_approve", _("For the approver…")),
                ("approve", _("Approve…")),
                ("return_claim", _("Return…")),
                ("refuse", _("Refuse…")),
                ("pay_later", _("Pay later…")),
                ("pay_this_time", _("Paid this time…")),
                ("withdraw", _("Withdraw…")),
                ("begin_claim", _("Begin a claim by hand…")),
                ("remove", _("Remove the empty draft…"), Easy(_("Remove claim"), "remove")),
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
            "claims_to_approve": self._print_for_the_approver,
            "agree": lambda: self._with(lambda row: self._ask(AgreeDialog, row, ClaimState.READY)),
            "approve": lambda: self._with(
                lambda row: self._ask(ApproveDialog, row, ClaimState.SIGNED)
            ),
            "return_claim": lambda: self._with(lambda row: self._take_back(row, is_for_good=False)),
            "refuse": lambda: self._with(lambda row: self._take_back(row, is_for_good=True)),
            "withdraw": self._starts(WithdrawDialog),
            "pay_later": self._starts(PayLaterDialog),
            "pay_this_time": self._starts(PayThisTimeDialog),
            "begin_claim": self._begin,
            "remove": lambda: self._with(self._remove),
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

    def _print_for_the_approver(self) -> None:
        rows = for_the_approver(self.table.rows.rows)
        if rows:
            current = self.table.current if self.table.current in rows else None
            SummaryDialog(self.desk, self.window(), rows, current).start()
        else:
            self.operations.say(_("There are no claims to look at here."))

    def _issue(self) -> None:
        drafts = [row for row in self.table.rows.rows if row.state is ClaimState.DRAFT]
        ask_to_issue(self.operations, self.window(), drafts)

    def _ask(
        self, dialog: type[AgreeDialog | ApproveDialog], row: ClaimRow, state: ClaimState
    ) -> None:
        """Ask about the claim that the list is on, if it has come that far."""
        if row.state is state:
            others = [each for each in self.table.rows.rows if each.state is state]
            ask_about(dialog, self.operations, self.window(), row, others)
        else:
            words = _("Claim {number} is {state}. Choose one that is {wanted}.")
            self.operations.say(words.format(
                number=row.number, state=row.state.words, wanted=state.words))  # fmt: skip

    def _starts(self, dialog: Callable[..., FormDialog]) -> Handler:
        """Return what asks about the claim that the list is on."""
        return lambda: self._with(lambda row: dialog(self.operations, self.window(), row).start())

    def _take_back(self, row: ClaimRow, *, is_for_good: bool) -> None:
        TakeBackDialog(self.operations, self.window(), row, is_for_good=is_for_good).start()

    def _remove(self, row: ClaimRow) -> None:
        ask_to_remove(self.operations, self.window(), self.office.claims.find(row.id), None)

    def _begin(self) -> None:
        """Begin one for the person that the list is on; for others, where people are found."""
        row = self.table.current
        if row:
            begin_claim(self, row.person_id, row.person, self._meeting_id)
        else:
            self.asked.emit("people", None, "")
            self.operations.say(_("Find the person here, then begin a claim for them."))

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
