"""Dialogs on the way from a form that is ready to one that may be paid."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from alongside.domain.approval import Agreed
from alongside.domain.change import Change
from alongside.domain.errors import UserError
from alongside.i18n import _
from alongside.services.approvals import AgreeClaims, ApproveClaims, TakeBack
from alongside.services.claim_rows import ClaimRow, LookRow
from alongside_ui.announce import speak
from alongside_ui.operations import Operations
from alongside_ui.widgets.dialog import FormDialog, Verb
from alongside_ui.widgets.fields import needed


class AgreeDialog(FormDialog):
    """Note how a person agreed to their claim: with a pen, a mark, by phone, in BSL, by email."""

    help = "claims#sign"

    def __init__(
        self, operations: Operations, parent: QWidget, claims: Sequence[ClaimRow],
        looks: Sequence[LookRow],
    ) -> None:  # fmt: skip
        claim, self._claims = claims[0], claims
        super().__init__(
            operations, parent, _("Claim {number} is signed").format(number=claim.number),
            _("{person} agrees to it. Your name is noted beside it: {who}.").format(
                person=claim.person, who=operations.office.who),
            _("Signed"),
        )  # fmt: skip
        self.form.choice("how", _("How they agreed"), [(how, how.words) for how in Agreed])
        self.form.text("helped_by", _("Who helped them"), "", _("Only if somebody did"))
        first = looks[0]
        self._late = {f"late {n}": row for n, row in enumerate(looks) if row.why_late}
        if first.why_late:
            self.form.text("late 0", _("Why it is late"), "", first.why_late)
        _ask_all(self, len(self._claims), _("All {n} that are ready"), self._ask_of_others)
        for name, row in self._late.items():
            if row is not first:
                label = _("Why claim {number} is late").format(number=row.number)
                # translators: {person} claims; {late} says since when a claim is late
                hint = _("{person}. {late}").format(person=row.person, late=row.why_late)
                self.form.text(name, label, "", hint)
        self._ask_of_others(False)

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the claims to be signed, each late one with its own reason."""
        chosen = self._claims if values.get("all") else self._claims[:1]
        why_late = {row.id: values[name] for name, row in self._late.items() if name in values}
        request = AgreeClaims(
            tuple(claim.id for claim in chosen), values["how"], values["helped_by"], why_late
        )
        return self.operations.office.approvals.agree, request

    def _ask_of_others(self, is_all: bool) -> None:
        """Ask why other claims are late, each by itself, where they are signed too."""
        others = [name for name in self._late if name != "late 0"]
        self.form.show_only(*(others if is_all else ()), among=others)


class ApproveDialog(FormDialog):
    """Approve a claim, whole or without some of its lines; each of those says why."""

    help = "claims#approve"

    def __init__(
        self, operations: Operations, parent: QWidget, claims: Sequence[ClaimRow],
        looks: Sequence[LookRow],
    ) -> None:  # fmt: skip
        claim, self._claims = claims[0], claims
        super().__init__(
            operations, parent, _("Approve claim {number}").format(number=claim.number),
            _("{person}: fees {fees}, expenses {expenses}. You approve it as {who}.").format(
                person=claim.person, fees=claim.fees, expenses=claim.expenses,
                who=operations.office.who),
            _("Approve"),
        )  # fmt: skip
        _ask_all(self, len(self._claims), _("All {n} that are signed"), self._show_others)
        self.form.text("deputy_for", _("As deputy for"), "", _("Only if you stand in for somebody"))
        self.form.text(
            "exception", _("Why nobody else can approve it"), "",
            _("Only if you made the claim ready yourself, or typed or changed its lines"),
        )  # fmt: skip
        self.form.text("not_own", _("Why it is not your own claim"), "",
                       needed(_("Your name is like that of who claims")))  # fmt: skip
        self.form.show_only(among=("not_own",))
        record = operations.office.claims.find(claim.id)
        for words in looks[0].words:
            self._add_note(words)
        self._said = " ".join([self.accessibleDescription(), *looks[0].words])
        self.setAccessibleDescription(self._said)
        self._others = [self._add_note(words) for row in looks[1:] for words in _notes_of(row)]
        self._show_others(False)
        self.form.heading(_("Lines that are not paid"))
        self._lines = [row.id for row in (*record.fees, *record.expenses)]
        for number, row in enumerate((*record.fees, *record.expenses)):
            # translators: a line of a claim and its amount, as the label of a field
            label = _("{words}, {amount}").format(words=row.words, amount=row.amount)
            hint = _("Why not; empty means that it is paid")
            if row.proof:
                # translators: {proof} is what proves an expense: receipt 3
                hint = _("{proof}. Why not; empty means that it is paid").format(proof=row.proof)
            self.form.text(f"line {number}", label, "", hint[:1].upper() + hint[1:])

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the claims to be approved."""
        chosen = self._claims if values.get("all") else self._claims[:1]
        refused = {
            line: values[f"line {number}"]
            for number, line in enumerate(self._lines)
            if values[f"line {number}"].strip()
        }
        request = ApproveClaims(
            tuple(claim.id for claim in chosen), refused, values["deputy_for"],
            values["exception"], values.get("not_own", ""),
        )  # fmt: skip
        return self.operations.office.approvals.approve, request

    def _add_note(self, words: str) -> QLabel:
        note = QLabel(words)
        note.setTextFormat(Qt.TextFormat.PlainText)
        note.setWordWrap(True)
        self.body.insertWidget(self.body.indexOf(self.form), note)
        return note

    def _show_others(self, is_all: bool) -> None:
        """Show and say what there is to look at on the other claims, where they go along."""
        for note in self._others:
            note.setVisible(is_all)
        said = " ".join(note.text() for note in self._others) if is_all else ""
        self.setAccessibleDescription(f"{self._said} {said}".strip())
        if said:
            speak(said)

    def show_problems(self, problems: list[UserError]) -> None:
        """Show the field about a name that is alike once it is asked for."""
        if any(error.field == "not_own" for error in problems):
            self.form.show_only("not_own", among=("not_own",))
        super().show_problems(problems)


def ask_about(
    dialog: type[AgreeDialog | ApproveDialog], operations: Operations, parent: QWidget,
    claim: ClaimRow, others: Sequence[ClaimRow],
) -> None:  # fmt: skip
    """Open a dialog on `claim`, to which others in its state may go along, once all are read."""
    claims = [claim, *(row for row in others if row.state is claim.state and row.id != claim.id)]
    operations.run(
        operations.office.claims.to_look_at,
        [row.id for row in claims],
        then=lambda looks: dialog(operations, parent, claims, looks).start(),
    )


class TakeBackDialog(FormDialog):
    """Return a claim to be put right, or refuse it for good; the person hears why."""

    help = "claims#return-or-refuse"
    anew = Signal(object)
    """The id of the claim to look at next: the one drafted anew, or the one refused."""

    def __init__(
        self, operations: Operations, parent: QWidget, claim: ClaimRow, *, is_for_good: bool
    ) -> None:
        title, words, verb = (
            _("Return claim {number}"),
            _("A new draft with the same lines takes its place, to be put right. This cannot be "
              "undone."),
            _("Return"),
        )  # fmt: skip
        if is_for_good:
            title, words, verb = (
                _("Refuse claim {number}"),
                _("Its lines are not paid and not drafted again. This cannot be undone."),
                _("Refuse"),
            )
        super().__init__(operations, parent, title.format(number=claim.number), words, verb)
        self._claim, self._is_for_good = claim, is_for_good
        self.form.text("reason", _("Why"), "", needed(_("In words that the person can read")))

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the claim to be taken back."""
        approvals = self.operations.office.approvals
        verb = approvals.refuse if self._is_for_good else approvals.return_
        return verb, TakeBack(self._claim.id, **values)

    def saved(self, result: Change) -> None:
        """Tell what to look at next, and close."""
        self.anew.emit(result.id)
        super().saved(result)


def _notes_of(row: LookRow) -> list[str]:
    """Return what there is to look at on one of several claims, with whose it is."""
    words = _("{number}, {person}: {words}")
    return [words.format(number=row.number, person=row.person, words=each) for each in row.words]


def _ask_all(
    dialog: FormDialog, number: int, words: str, turned: Callable[[bool], object]
) -> None:  # fmt: skip
    if number > 1:
        hint = _("Else only this one.")
        dialog.form.tick("all", words.format(n=number), hint=hint).toggled.connect(turned)
