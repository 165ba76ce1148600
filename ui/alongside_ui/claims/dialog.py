"""Dialogs of claims: one line, withdrawing, paying later."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alongside.domain.change import Change
from alongside.domain.claims import BY_HOUR, Category, Decision, Handling, Section
from alongside.domain.money import NOTHING
from alongside.i18n import _
from alongside.services.claim_lines import AddLine, CorrectLine
from alongside.services.claim_rows import ClaimRecord, ClaimRow
from alongside.services.claims import PayLater, WithdrawClaim
from alongside.services.drafts import PlaceRow
from alongside.services.line_rows import LineDetails, LineRow
from alongside_ui.operations import Operations
from alongside_ui.widgets.dialog import FormDialog, Verb
from alongside_ui.widgets.fields import needed
from alongside_ui.widgets.payee_field import add_payee

_PARTS = ("given", "given_to", "in_kind", "in_kind_words")
_FIELDS = {
    Decision.ACCEPT: ("amount",),
    Decision.LESS: ("amount", *_PARTS),
    Decision.DECLINE: (),
    Decision.DONATE: ("given", "given_to"),
    Decision.IN_KIND: ("in_kind", "in_kind_words"),
}
"""What there is to say about a fee, by what the person decided."""
_AGREED = ("agreed_by", "agreed_on", "agreed_until")
_KEPT = ("meeting_id", "passengers", "could_go_by_bus", "minutes", "above_cap", "instead", *_AGREED)
"""What stays with a line as it is where nothing asks for it."""


class LineDialog(FormDialog):
    """One line of a draft claim. A fee says what the person decided, an expense how it is met."""

    help = "claims#lines"

    def __init__(
        self, operations: Operations, parent: QWidget, claim: ClaimRecord, line: LineRow | None,
        meeting_id: UUID | None = None,
    ) -> None:  # fmt: skip
        super().__init__(
            operations, parent,
            _("Correct the line") if line else _("Add a line"),
            line.why if line else "",
        )  # fmt: skip
        self._claim = claim
        self._line = line
        today = operations.office.now().date()
        meetings = [] if line and not line.is_typed else _meetings(operations, claim)
        days = {row.meeting_id: row.day for row in meetings}
        day = days.get(meeting_id) or today
        known = LineDetails(Category.BUS_TRAIN_TRAM, day, "", meeting_id=meeting_id)
        known = line.details if line else known
        expenses = [c for c in Category if c.section is Section.EXPENSE]
        fees = [c for c in Category if c.section is Section.FEE]
        self._categories = [*expenses, *fees]
        if line:
            self._categories = fees if known.category in fees else expenses
        kinds = [(c, self._named(c)) for c in self._categories]
        category = self.form.choice("category", _("Kind"), kinds, known.category)
        self.form.date("day", _("Day"), known.day, is_wanted=True)
        if meetings and known.meeting_id in {None, *days}:
            kinds = [(None, _("no meeting")), *((row.meeting_id, row.words) for row in meetings)]
            self.form.choice("meeting_id", _("For the meeting"), kinds, known.meeting_id)
        self.form.text("words", _("What it is for"), known.words)
        self.form.miles("tenths_of_mile", _("Miles, there and back"), known.tenths_of_mile,
                        _("The policy’s rate on that day gives the amount"))  # fmt: skip
        self.form.text("passengers", _("Who is carried"), known.passengers,
                       _("Names with commas between them: each is paid for once"))  # fmt: skip
        self.form.tick(
            "could_go_by_bus",
            _("Bus would suit too"),
            value=known.could_go_by_bus,
            hint=_("The policy has a lower rate where public transport suits as well"),
        )
        self.form.choice("decision", _("What the person decided"),
                         [(d, d.words) for d in Decision], known.decision)  # fmt: skip
        self.form.money("amount", _("Amount"), known.amount,
                        _("Offered: {amount}").format(amount=line.offered)
                        if line and line.section is Section.FEE else "")  # fmt: skip
        self.form.length("minutes", _("Hours"), known.minutes,
                         _("Of care or support, like 1.5 or 1:30"))  # fmt: skip
        self.form.text(
            "above_cap",
            _("Why more than the most"),
            known.above_cap,
            _("Only to pay more than the policy’s most; else no more is paid"),
        )
        self.form.money("given", _("Given to somebody else"), known.given or None,
                        _("A part of what was offered, or all of it"))  # fmt: skip
        to_whom = _("A payment run pays it to an organisation of this name under People")
        self.form.text("given_to", _("To whom"), known.given_to, to_whom)
        self.form.money("in_kind", _("In kind, worth"), known.in_kind or None,
                        _("A voucher, for example: what it is worth"))  # fmt: skip
        self.form.text("in_kind_words", _("What it is"), known.in_kind_words)
        self.form.choice("handling", _("How it is met"), [(h, h.words) for h in Handling],
                         known.handling)  # fmt: skip
        add_payee(self.form, operations, known.payee_id, claim.row.person_id, claim.row.person)
        self.form.text("receipt", _("Receipt"), known.receipt,
                       _("Its number, or why there is none"))  # fmt: skip
        self.form.text("agreed_by", _("Agreed beforehand by"), known.agreed_by,
                       _("The policy asks for it before the money is spent"))  # fmt: skip
        self.form.date("agreed_on", _("Agreed on"), known.agreed_on)
        self.form.date(
            "agreed_until",
            _("Agreed until"),
            known.agreed_until,
            hint=_("The day to look at it again; empty for this time only"),
        )
        category.currentIndexChanged.connect(self._show_what_matters)
        self.form["decision"].currentIndexChanged.connect(self._show_what_matters)
        self._show_what_matters()

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the line to be added or corrected."""
        values["tenths_of_mile"] = values.get("tenths_of_mile") or 0
        if "decision" in values and values.get("amount") is None:
            values["amount"] = NOTHING if values["decision"] is not Decision.ACCEPT else None
        if values.get("minutes", 0) is None:
            values["minutes"] = 0
        details = LineDetails(**values)
        if self._line:  # what was not asked stays
            known = self._line.details
            more = {name: getattr(known, name) for name in _KEPT if name not in values}
            details = replace(details, **more)
        lines = self.operations.office.claim_lines
        if self._line:
            return lines.correct, CorrectLine(self._line.id, details)
        return lines.add, AddLine(self._claim.row.id, details)

    def _named(self, category: Category) -> str:
        if category.section is Section.FEE:
            return _("fee: {what}").format(what=category.words)
        return category.words

    def _show_what_matters(self) -> None:
        category = self._categories[self.form["category"].currentIndex()]
        if category.section is Section.FEE:
            decision = list(Decision)[self.form["decision"].currentIndex()]
            shown: tuple[str, ...] = ("decision", *_FIELDS[decision])
        elif category.is_by_mile:
            shown = ("tenths_of_mile", "handling", "payee_id", *self._of_journey(category))
        else:
            shown = ("amount", "handling", "payee_id", "receipt")
            shown += ("minutes",) if category in BY_HOUR else ()
        asks = self._claim.asks
        if category in asks.capped:
            shown += ("above_cap",)
        if category in asks.agreed_first:
            shown += _AGREED
        shown += ("meeting_id",)
        among = ("tenths_of_mile", "amount", "decision", "handling", "payee_id", "receipt",
                 *_PARTS, *_KEPT)  # fmt: skip
        self.form.show_only(*shown, among=[name for name in among if name in self.form])

    def _of_journey(self, category: Category) -> tuple[str, ...]:
        asks = self._claim.asks
        shown = ("passengers",) if asks.passengers and category is Category.PASSENGER else ()
        is_by_bus = asks.by_bus and category is Category.CAR
        return (*shown, "could_go_by_bus") if is_by_bus else shown


def _meetings(operations: Operations, claim: ClaimRecord) -> list[PlaceRow]:
    """Return the meetings that a line of a claim can be for."""
    places = operations.office.drafts.places(claim.row.person_id)
    return [row for row in places if row.meeting_id and row.group_id == claim.row.group_id]


class WithdrawDialog(FormDialog):
    """Withdraw an issued claim: say why, and a new draft with the same lines takes its place."""

    help = "claims#withdraw"
    anew = Signal(object)
    """The id of the claim drafted in its place."""

    def __init__(self, operations: Operations, parent: QWidget, claim: ClaimRow) -> None:
        super().__init__(
            operations, parent, _("Withdraw claim {number}").format(number=claim.number),
            _("The claim stays in the records as withdrawn. A new draft with the same lines takes "
              "its place, to be corrected. This cannot be undone."),
            _("Withdraw"),
        )  # fmt: skip
        self._claim = claim
        self.form.text("reason", _("Why it is withdrawn"), "", needed())

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the claim to be withdrawn."""
        return self.operations.office.claims.withdraw, WithdrawClaim(self._claim.id, **values)

    def saved(self, result: Change) -> None:
        """Tell where the new draft is, and close."""
        self.anew.emit(result.id)
        super().saved(result)


class PayLaterDialog(FormDialog):
    """The day before which the person does not want to be paid for one claim."""

    help = "claims#pay-later"

    def __init__(self, operations: Operations, parent: QWidget, claim: ClaimRow) -> None:
        super().__init__(
            operations, parent, _("Pay claim {number} later").format(number=claim.number),
            _("A payment run for an earlier day leaves out what goes to {person}.").format(
                person=claim.person),
        )  # fmt: skip
        self._claim = claim
        known = operations.office.claims.find(claim.id).pay_from
        self.form.date("pay_from", _("Not to be paid before"), known,
                       hint=_("Like 9 May 2026. Empty: it does not wait."))  # fmt: skip

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the claim to wait, or not to wait any more."""
        return self.operations.office.claims.pay_later, PayLater(self._claim.id, **values)
