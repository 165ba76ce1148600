"""Claims: drafted from the register, corrected by people, issued once and for all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from alongside.domain.change import Change, Kind
from alongside.domain.claims import Category, ClaimState, Decision, Handling, Section
from alongside.domain.dates import say_date
from alongside.domain.errors import UserError
from alongside.domain.expenses import mileage
from alongside.domain.money import NOTHING, Money
from alongside.i18n import _, ngettext
from alongside.services import meetings
from alongside.services.claim_drafts import Drafter, next_number, tenths_this_year
from alongside.services.claim_sheets import (
    how_to_pay,
    keep_sheet,
    lines_of,
    make_sheet,
    total_to_pay,
)
from alongside.services.policies import rules_of
from alongside.store.file import DataFile
from alongside.store.tables import Claim, ClaimLine
from alongside.store.work import reading, work

_CLAIM = frozenset({Kind.CLAIM})


@dataclass(frozen=True, slots=True)
class LineDetails:
    """A claim line as the dialog shows and gives it.

    Mileage has `tenths_of_mile`, and its amount is worked out; for a fee, `amount` is what the
    person chose out of what was offered.
    """

    category: Category
    day: date
    words: str
    amount: Money | None = None
    tenths_of_mile: int = 0
    decision: Decision = Decision.ACCEPT
    handling: Handling = Handling.REIMBURSE
    receipt: str = ""


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
class IssueClaims:
    """Ask for draft claims to become final; those issued already stay as they are."""

    claim_ids: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class WithdrawClaim:
    """Ask for an issued claim to be withdrawn because of `reason`, and drafted anew."""

    id: UUID
    reason: str


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


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim in a list. Fees and expenses stay apart; both are what is paid to the person."""

    id: UUID
    number: str
    person_id: UUID
    person: str
    group: str
    budget_code: str
    state: ClaimState
    made_on: str
    fees: Money
    expenses: Money


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """One claim with its lines. `expenses_otherwise` is met by the organisation in other ways."""

    row: ClaimRow
    fees: Sequence[LineRow]
    expenses: Sequence[LineRow]
    expenses_otherwise: Money
    how_to_pay: str
    withdrawn_reason: str


class ClaimService:
    """Draft, read, correct, issue and withdraw claims."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def make(self, meeting_id: UUID) -> Change:
        """Draft claims for everyone whom a meeting's register and policy pay.

        Running it again brings drafted lines up to date with the register and adds nothing
        twice; lines corrected or removed by hand stay so. Raise UserError if the group has no
        policy, nobody is marked as there, or the policy has no rate for that day.
        """
        with work(self._store) as w:
            meeting = meetings.fetch(w.session, meeting_id)
            drafter = Drafter(w.session, meeting, self._store.now().date())
            made, changed = drafter.draft()
            words = ngettext(
                "Claims for {meeting}: {made} person drafted, {changed} brought up to date",
                "Claims for {meeting}: {made} people drafted, {changed} brought up to date",
                made,
            ).format(meeting=meetings.words(meeting), made=made, changed=changed)
            return w.done(Change(words, _CLAIM, meeting.id))

    def list_(
        self, *, state: ClaimState | None = None, meeting_id: UUID | None = None, most: int = 500
    ) -> list[ClaimRow]:
        """Return claims, the newest first: of one state, or with lines for one meeting."""
        query = _claims_query().order_by(Claim.number.desc()).limit(most)
        if state:
            query = query.where(Claim.state == state)
        if meeting_id:
            query = query.where(
                Claim.lines.any((ClaimLine.meeting_id == meeting_id) & ~ClaimLine.is_removed),
                Claim.state != ClaimState.WITHDRAWN,
            )
        with reading(self._store) as session:
            return [_claim_row(claim) for claim in session.scalars(query)]

    def count_drafts(self) -> int:
        """Return how many claims are drafts."""
        with reading(self._store) as session:
            query = select(func.count()).select_from(Claim).where(Claim.state == ClaimState.DRAFT)
            return session.scalar(query) or 0

    def find(self, claim_id: UUID) -> ClaimRecord:
        """Return one claim with its lines. Raise UserError if it is gone."""
        with reading(self._store) as session:
            return _record(_fetch(session, claim_id))

    def find_number(self, number: str) -> UUID:
        """Return the id of the claim with this number. Raise UserError if there is none."""
        with reading(self._store) as session:
            found = session.scalar(select(Claim.id).where(Claim.number == number.strip()))
            if found is None:
                raise UserError("claim", _("There is no claim {number}.").format(number=number))
            return found

    def add_line(self, request: AddLine) -> Change:
        """Add a line to a draft claim. Raise UserError for what is missing or cannot be."""
        with work(self._store) as w:
            claim = _fetch_draft(w.session, request.claim_id)
            line = ClaimLine(key="", position=len(claim.lines), is_by_hand=True)
            line.claim = claim
            self._fill(w.session, line, request.details)
            w.session.flush()
            words = _("Line added to claim {number}: {words}")
            return w.done(_said(words, line))

    def correct_line(self, request: CorrectLine) -> Change:
        """Correct a line of a draft claim; drafting again leaves it as it is now."""
        with work(self._store) as w:
            line = _fetch_line(w.session, request.id)
            line.is_by_hand = True
            self._fill(w.session, line, request.details)
            return w.done(_said(_("Line of claim {number} corrected: {words}"), line))

    def remove_line(self, line_id: UUID) -> Change:
        """Remove a line from a draft claim; drafting again does not bring it back."""
        with work(self._store) as w:
            line = _fetch_line(w.session, line_id)
            change = _said(_("Line removed from claim {number}: {words}"), line)
            if line.key:
                line.is_removed = True
            else:
                line.claim.lines.remove(line)
            return w.done(change)

    def issue(self, request: IssueClaims) -> Change:
        """Make drafts final: each keeps its finished form, and can only be withdrawn from here.

        Raise UserError for a claim without lines.
        """
        with work(self._store) as w:
            issued = []
            for claim_id in request.claim_ids:
                claim = _fetch(w.session, claim_id)
                if claim.state is not ClaimState.DRAFT:
                    continue
                if not lines_of(claim):
                    raise UserError(
                        "", _("Claim {number} has no lines.").format(number=claim.number)
                    )
                claim.issued_on = self._store.now().date()
                sheet = make_sheet(w.session, claim, claim.issued_on, is_draft=False)
                claim.issued_sheet = keep_sheet(sheet)
                claim.state = ClaimState.ISSUED
                issued.append(claim.number)
            words = ngettext(
                "Claim {numbers} issued", "Claims {numbers} issued", len(issued)
            ).format(numbers=", ".join(issued))
            if len(issued) > 3:
                words = _("{number} claims issued").format(number=len(issued))
            if not issued:
                return Change(_("No draft claims to issue"))
            return w.done(Change(words, _CLAIM), is_barrier=True)

    def withdraw(self, request: WithdrawClaim) -> Change:
        """Withdraw an issued claim, and draft a new one with the same lines to be corrected."""
        if not request.reason.strip():
            raise UserError("reason", _("Say why the claim is withdrawn."))
        with work(self._store) as w:
            claim = _fetch(w.session, request.id)
            if claim.state is not ClaimState.ISSUED:
                raise UserError("", _("Only an issued claim can be withdrawn."))
            today = self._store.now().date()
            claim.state = ClaimState.WITHDRAWN
            claim.withdrawn_on, claim.withdrawn_reason = today, request.reason.strip()
            anew = Claim(
                number=next_number(w.session, today), person_id=claim.person_id,
                group_id=claim.group_id, budget_code=claim.budget_code, made_on=today,
            )  # fmt: skip
            w.session.add(anew)
            columns = [
                c.key for c in ClaimLine.__table__.columns if c.key not in {"id", "claim_id"}
            ]
            for line in claim.lines:
                anew.lines.append(ClaimLine(**{name: getattr(line, name) for name in columns}))
            w.session.flush()
            words = _("Claim {number} withdrawn; claim {anew} drafted in its place")
            said = words.format(number=claim.number, anew=anew.number)
            return w.done(Change(said, _CLAIM, anew.id), is_barrier=True)

    def _fill(self, session: Session, line: ClaimLine, details: LineDetails) -> None:
        if not details.words.strip():
            raise UserError("words", _("Say what the line is for."))
        if line.key and details.category is not line.category:
            raise UserError("category", _("This line came from the register: it keeps its kind."))
        line.category, line.day, line.words = details.category, details.day, details.words.strip()
        line.handling, line.receipt = details.handling, details.receipt.strip()
        line.tenths_of_mile = 0
        if line.section is Section.FEE:
            _fill_fee(line, details)
        elif line.category.is_by_mile:
            if not details.tenths_of_mile:
                raise UserError("tenths_of_mile", _("Type the miles, like 12.5."))
            policy = line.claim.group.policy
            if policy is None:
                raise UserError("category", _("The group has no pay policy, so there is no rate."))
            before = tenths_this_year(session, line.claim.person_id, details.day, line.id)
            line.tenths_of_mile = details.tenths_of_mile
            line.amount, line.why = mileage(
                rules_of(policy.text), line.category, details.day, details.tenths_of_mile,
                before.get(line.category, 0),
            )  # fmt: skip
            line.offered = line.amount
        else:
            if details.amount is None:
                raise UserError("amount", _("Type the amount."))
            if line.key and details.amount != line.amount:
                line.why = _("corrected from {amount}").format(amount=line.amount)
            elif not line.key:
                line.why = _("added by {who}").format(who=self._store.who)
            line.amount = line.offered = details.amount


def _fill_fee(line: ClaimLine, details: LineDetails) -> None:
    """Keep the offer apart from the decision: a zero that was chosen is not unpaid work."""
    if details.amount is None:
        raise UserError("amount", _("Type the amount."))
    if not line.key:
        line.offered = details.amount
        line.why = _("fee added by hand")
    chosen = NOTHING if details.decision is Decision.DECLINE else details.amount
    if chosen > line.offered:
        raise UserError(
            "amount", _("That is more than the {offered} offered.").format(offered=line.offered)
        )
    if chosen < line.offered and details.decision is Decision.ACCEPT:
        raise UserError(
            "decision", _("The amount is less than was offered: say what the person decided.")
        )
    line.decision, line.amount = details.decision, chosen


def _claims_query() -> Select[tuple[Claim]]:
    return select(Claim).options(
        joinedload(Claim.person), joinedload(Claim.group), selectinload(Claim.lines)
    )


def _fetch(session: Session, claim_id: UUID) -> Claim:
    claim = session.get(Claim, claim_id)
    if claim is None:
        raise UserError("", _("That claim is no longer here."))
    return claim


def _fetch_draft(session: Session, claim_id: UUID) -> Claim:
    claim = _fetch(session, claim_id)
    if claim.state is not ClaimState.DRAFT:
        raise UserError(
            "", _("Claim {number} is issued, so it never changes. Withdraw it to correct it.")
            .format(number=claim.number)
        )  # fmt: skip
    return claim


def _fetch_line(session: Session, line_id: UUID) -> ClaimLine:
    line = session.get(ClaimLine, line_id)
    if line is None or line.is_removed:
        raise UserError("", _("That line is no longer here."))
    _fetch_draft(session, line.claim_id)
    return line


def _said(words: str, line: ClaimLine) -> Change:
    said = words.format(number=line.claim.number, words=line.words)
    return Change(said, _CLAIM, line.claim_id)


def _claim_row(claim: Claim) -> ClaimRow:
    lines = lines_of(claim)
    return ClaimRow(
        claim.id, claim.number, claim.person_id, claim.person.name, claim.group.name,
        claim.budget_code, claim.state, say_date(claim.made_on),
        total_to_pay(lines, Section.FEE), total_to_pay(lines, Section.EXPENSE),
    )  # fmt: skip


def _record(claim: Claim) -> ClaimRecord:
    lines = lines_of(claim)
    rows = [_line_row(line) for line in lines]
    otherwise = [
        line.amount
        for line in lines
        if line.section is Section.EXPENSE and line.handling is not Handling.REIMBURSE
    ]
    return ClaimRecord(
        _claim_row(claim),
        [row for row in rows if row.section is Section.FEE],
        [row for row in rows if row.section is Section.EXPENSE],
        Money.total(otherwise),
        how_to_pay(claim.person),
        claim.withdrawn_reason,
    )


def _line_row(line: ClaimLine) -> LineRow:
    details = LineDetails(
        line.category, line.day, line.words, line.amount, line.tenths_of_mile, line.decision,
        line.handling, line.receipt,
    )  # fmt: skip
    is_fee = line.section is Section.FEE
    return LineRow(
        line.id, line.section, details, say_date(line.day), line.words, line.offered, line.amount,
        "" if is_fee else line.handling.words, line.decision.words if is_fee else "", line.why,
    )  # fmt: skip
