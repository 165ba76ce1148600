"""The lines of draft claims: added, corrected and removed by people, each with why it is so."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.domain.change import Change, Kind
from alongside.domain.choices import Choice, choose_of
from alongside.domain.claims import Category, Decision, Handling, Section
from alongside.domain.dates import say_date, tax_year
from alongside.domain.errors import UserError
from alongside.domain.expenses import mileage
from alongside.domain.money import NOTHING, Money
from alongside.i18n import _
from alongside.services.drafts_kept_up import keep_up_claim
from alongside.services.open_claims import fetch_draft, next_position
from alongside.services.policies import rules_of
from alongside.store import claim_lines, people
from alongside.store.file import DataFile
from alongside.store.tables import Claim, ClaimLine
from alongside.store.work import Session, work

_CLAIM = frozenset({Kind.CLAIM, Kind.MEETING})


@dataclass(frozen=True, slots=True)
class LineDetails:
    """A claim line as the dialog shows and gives it.

    Mileage has `tenths_of_mile`, and its amount is worked out; for a fee, `amount` is what the
    person chose out of what was offered, `given` of the rest goes to `given_to`, and `in_kind` is
    what they get instead of money. Somebody else than the claimant, `payee_id`, may be paid for an
    expense; `minutes` is how long they worked.
    """

    category: Category
    day: date
    words: str
    amount: Money | None = None
    tenths_of_mile: int = 0
    decision: Decision = Decision.ACCEPT
    handling: Handling = Handling.REIMBURSE
    receipt: str = ""
    given: Money | None = None
    given_to: str = ""
    in_kind: Money | None = None
    in_kind_words: str = ""
    payee_id: UUID | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class AddLine:
    """Ask for a line to be added to a draft claim."""

    claim_id: UUID
    details: LineDetails


@dataclass(frozen=True, slots=True)
class CorrectLine:
    """Ask for the line `id` of a draft claim to be as `details` says."""

    id: UUID
    details: LineDetails


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line of a claim, fee or expense, with why it is that amount."""

    id: UUID
    section: Section
    details: LineDetails
    when: str
    words: str
    offered: Money
    amount: Money
    handled: str
    decision: str
    why: str


class ClaimLineService:
    """Add, correct and remove lines of draft claims."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def add(self, request: AddLine) -> Change:
        """Add a line to a draft claim. Raise UserError for what is missing or cannot be."""
        with work(self._store) as w:
            claim = fetch_draft(w.session, request.claim_id)
            values = self._values(w.session, claim, None, request.details)
            line = ClaimLine(position=next_position(claim), is_by_hand=True, **values)
            claim.lines.append(line)
            return w.done(_said(_("Line added to claim {number}: {words}"), claim, line))

    def correct(self, request: CorrectLine) -> Change:
        """Correct a line of a draft claim; drafting again leaves it as it is now.

        A line that already is as asked stays open to drafting.
        """
        with work(self._store) as w:
            line = _fetch(w.session, request.id)
            claim = fetch_draft(w.session, line.claim_id)
            values = self._values(w.session, claim, line, request.details)
            if any(getattr(line, name) != value for name, value in values.items()):
                line.is_by_hand = True
                for name, value in values.items():
                    setattr(line, name, value)
                keep_up_claim(w.session, [line], self._store.now().date())
            return w.done(_said(_("Line of claim {number} corrected: {words}"), claim, line))

    def remove(self, line_id: UUID) -> Change:
        """Remove a line from a draft claim; drafting again does not bring it back."""
        with work(self._store) as w:
            line = _fetch(w.session, line_id)
            claim = fetch_draft(w.session, line.claim_id)
            if line.key:
                line.is_removed = True
            else:
                claim.lines.remove(line)
            keep_up_claim(w.session, [line], self._store.now().date())
            return w.done(_said(_("Line removed from claim {number}: {words}"), claim, line))

    def _values(
        self, session: Session, claim: Claim, line: ClaimLine | None, details: LineDetails
    ) -> dict[str, object]:
        """Return the columns of a line as `details` asks. `line` is the one that is there."""
        drafted = line if line and line.key else None
        _check(details, drafted)
        values: dict[str, object] = {
            "category": details.category, "day": details.day, "words": details.words.strip(),
            "handling": details.handling, "receipt": details.receipt.strip(), "tenths_of_mile": 0,
            "payee_id": None, "minutes": 0,
        }  # fmt: skip
        if details.category.section is Section.FEE:
            return values | _fee(session, details, drafted)
        values |= _paid_to(session, claim, details)
        if line and line.is_shared:  # travelled twice after all, if it costs anything
            values["is_shared"] = not (details.amount or details.tenths_of_mile)
        if details.category.is_by_mile:
            return values | _miles(session, claim, line, details)
        if details.amount is None:
            raise UserError("amount", _("Type the amount."))
        why = _("added by {who}").format(who=self._store.who)
        if line:
            why = line.why
        if drafted and details.amount != drafted.amount:
            why = _("corrected from {amount}").format(amount=drafted.amount)
        return values | {"amount": details.amount, "offered": details.amount, "why": why}


def line_row(line: ClaimLine) -> LineRow:
    """Return a line as a list shows it."""
    details = LineDetails(
        line.category, line.day, line.words, line.amount, line.tenths_of_mile, line.decision,
        line.handling, line.receipt, line.given, line.given_to, line.in_kind, line.in_kind_words,
        line.payee_id, line.minutes or None,
    )  # fmt: skip
    is_fee = line.section is Section.FEE
    return LineRow(
        line.id, line.section, details, say_date(line.day), line.words, line.offered, line.amount,
        "" if is_fee else say_handling(line), say_choice(line) if is_fee else "", line.why,
    )  # fmt: skip


def say_handling(line: ClaimLine) -> str:
    """Return how a cost is met; by whom it is received, if that is not the claimant."""
    if line.payee and line.handling is Handling.REIMBURSE:
        return _("paid to {name}").format(name=line.payee.name)
    return line.handling.words


def say_choice(line: ClaimLine) -> str:
    """Return what a person decided about a fee, with every part of it."""
    choice = Choice(line.decision, line.amount, line.given, line.given_to, line.in_kind,
                    line.in_kind_words)  # fmt: skip
    return choice.words(line.offered)


def _check(details: LineDetails, drafted: ClaimLine | None) -> None:
    if not details.words.strip():
        raise UserError("words", _("Say what the line is for."))
    if drafted and details.category is not drafted.category:
        raise UserError("category", _("This line came from the register: it keeps its kind."))
    if details.amount is not None and details.amount < NOTHING:
        raise UserError("amount", _("An amount cannot be less than nothing."))
    if details.tenths_of_mile < 0:
        raise UserError("tenths_of_mile", _("Miles cannot be less than nothing."))


def _paid_to(session: Session, claim: Claim, details: LineDetails) -> dict[str, object]:
    """Keep who else is paid, and how long they worked. Raise UserError if they are gone."""
    payee = details.payee_id if details.payee_id != claim.person_id else None
    if payee and people.find(session, payee) is None:
        raise UserError("payee_id", _("That person is no longer here."))
    return {"payee_id": payee, "minutes": details.minutes or 0}


def _fee(session: Session, details: LineDetails, drafted: ClaimLine | None) -> dict[str, object]:
    """Keep the offer apart from the decision: a zero that was chosen is not unpaid work."""
    if details.amount is None:
        raise UserError("amount", _("Type the amount."))
    offered, why = details.amount, _("fee added by hand")
    if drafted:
        offered, why = drafted.offered, drafted.why
    choice = choose_of(offered, Choice(
        details.decision, details.amount, details.given or NOTHING, details.given_to,
        details.in_kind or NOTHING, details.in_kind_words,
    ))  # fmt: skip
    return {
        "offered": offered, "amount": choice.paid, "why": why, "decision": choice.decision,
        "handling": Handling.REIMBURSE, "given": choice.given, "given_to": choice.given_to,
        "in_kind": choice.in_kind, "in_kind_words": choice.in_kind_words,
        "given_payee_id": people.organisation_named(session, choice.given_to),
    }  # fmt: skip


def _miles(
    session: Session, claim: Claim, line: ClaimLine | None, details: LineDetails
) -> dict[str, object]:
    """Work out mileage by the group's policy and what was claimed before in the tax year."""
    if not details.tenths_of_mile:
        raise UserError("tenths_of_mile", _("Type the miles, like 12.5."))
    policy = claim.group.policy
    if policy is None:
        raise UserError("category", _("The group has no pay policy, so there is no rate."))
    before = claim_lines.tenths_claimed(
        session, claim.person_id, tax_year(details.day), line.id if line else None
    )
    amount, why = mileage(
        rules_of(policy.text), details.category, details.day, details.tenths_of_mile,
        before.get(details.category, 0),
    )  # fmt: skip
    return {
        "tenths_of_mile": details.tenths_of_mile, "amount": amount, "offered": amount, "why": why,
    }  # fmt: skip


def _fetch(session: Session, line_id: UUID) -> ClaimLine:
    line = claim_lines.find(session, line_id)
    if line is None or line.is_removed:
        raise UserError("", _("That line is no longer here."))
    return line


def _said(words: str, claim: Claim, line: ClaimLine) -> Change:
    return Change(words.format(number=claim.number, words=line.words), _CLAIM, claim.id)
