"""Claims: drafted from the register, issued once and for all, withdrawn and drafted anew."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.domain.change import Change, Kind
from alongside.domain.claims import ClaimState, Handling, Section
from alongside.domain.dates import say_date
from alongside.domain.errors import UserError
from alongside.domain.money import NOTHING, Money
from alongside.i18n import _, ngettext
from alongside.services import meeting_words
from alongside.services.claim_drafts import Drafted, Drafter
from alongside.services.claim_lines import LineRow, line_row
from alongside.services.claim_sheets import make_sheet
from alongside.services.claim_totals import how_to_pay, lines_of, total_to_pay
from alongside.services.kept_sheets import keep_sheet
from alongside.services.open_claims import fetch, next_position, open_claim
from alongside.store import claims
from alongside.store.claim_lines import copy_of
from alongside.store.file import DataFile
from alongside.store.tables import Claim
from alongside.store.work import Session, reading, work

_CLAIM = frozenset({Kind.CLAIM, Kind.MEETING})


@dataclass(frozen=True, slots=True)
class IssueClaims:
    """Ask for draft claims to become final; those issued already stay as they are."""

    claim_ids: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class WithdrawClaim:
    """Ask for an issued claim to be withdrawn because of `reason`, and its lines drafted anew."""

    id: UUID
    reason: str


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
    """One claim with its lines.

    `expenses_otherwise` is met by the organisation in other ways; what is waived is in neither.
    """

    row: ClaimRow
    fees: Sequence[LineRow]
    expenses: Sequence[LineRow]
    expenses_otherwise: Money
    how_to_pay: str
    withdrawn_reason: str


class ClaimService:
    """Draft, read, issue and withdraw claims."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def make(self, meeting_id: UUID) -> Change:
        """Draft claims for everyone whom a meeting's register and policy pay.

        Running it again brings drafted lines up to date with the register and adds nothing
        twice; lines corrected or removed by hand stay so. Raise UserError if the group has no
        policy, nobody is marked as there, or the policy has no rate for that day.
        """
        with work(self._store) as w:
            meeting = meeting_words.fetch(w.session, meeting_id)
            drafted = Drafter(w.session, meeting, self._store.now().date()).draft()
            said = _("Claims for {meeting}: {said}").format(
                meeting=meeting_words.words(meeting), said=_drafted_words(drafted)
            )
            return w.done(Change(said, _CLAIM, meeting.id))

    def list_(
        self,
        *,
        state: ClaimState | None = None,
        meeting_id: UUID | None = None,
        most: int | None = 500,
    ) -> list[ClaimRow]:
        """Return claims, the newest first: of one state, or with lines for one meeting.

        At most `most` of them; None for all.
        """
        with reading(self._store) as session:
            found = claims.list_(session, state=state, meeting_id=meeting_id, most=most)
            return [_row(claim, fees, expenses) for claim, fees, expenses in found]

    def count_drafts(self) -> int:
        """Return how many claims are drafts."""
        with reading(self._store) as session:
            return claims.count_drafts(session)

    def find(self, claim_id: UUID) -> ClaimRecord:
        """Return one claim with its lines. Raise UserError if it is gone."""
        with reading(self._store) as session:
            return _record(fetch(session, claim_id))

    def find_number(self, number: str) -> UUID:
        """Return the id of the claim with this number. Raise UserError if there is none."""
        with reading(self._store) as session:
            found = claims.find_number(session, number.strip())
            if found is None:
                raise UserError("", _("There is no claim {number}.").format(number=number))
            return found

    def issue(self, request: IssueClaims) -> Change:
        """Make drafts final: each keeps its finished form, and can only be withdrawn from here.

        Raise UserError for a claim without lines.
        """
        with work(self._store) as w:
            today = self._store.now().date()
            issued = []
            for claim_id in dict.fromkeys(request.claim_ids):
                claim = fetch(w.session, claim_id)
                if claim.state is ClaimState.DRAFT:
                    _issue(w.session, claim, today)
                    issued.append(claim)
            if not issued:
                return Change(_("No draft claims to issue"))
            said = ngettext("Claim {numbers} issued", "Claims {numbers} issued", len(issued))
            if len(issued) > 3:
                said = _("{number} claims issued")
            said = said.format(
                numbers=", ".join(claim.number for claim in issued), number=len(issued)
            )
            landing = issued[0].id if len(issued) == 1 else None
            return w.done(Change(said, _CLAIM, landing), is_barrier=True)

    def withdraw(self, request: WithdrawClaim) -> Change:
        """Withdraw an issued claim, and draft its lines anew to be corrected.

        They go on the person's open draft for the same budget if there is one. Raise UserError
        without a reason, or if the claim is not issued.
        """
        if not request.reason.strip():
            raise UserError("reason", _("Say why the claim is withdrawn."))
        with work(self._store) as w:
            claim = fetch(w.session, request.id)
            if claim.state is not ClaimState.ISSUED:
                raise UserError("", _("Only an issued claim can be withdrawn."))
            today = self._store.now().date()
            claim.state = ClaimState.WITHDRAWN
            claim.withdrawn_on, claim.withdrawn_reason = today, request.reason.strip()
            anew = open_claim(w.session, claim.person_id, claim.group_id, claim.budget_code, today)
            for line in claim.lines:
                anew.lines.append(copy_of(line, next_position(anew)))
            said = _("Claim {number} withdrawn; its lines are on draft claim {anew} now")
            said = said.format(number=claim.number, anew=anew.number)
            return w.done(Change(said, _CLAIM, anew.id), is_barrier=True)


def _drafted_words(drafted: Drafted) -> str:
    made = ngettext("{n} person drafted", "{n} people drafted", drafted.made)
    changed = ngettext(
        "{n} claim brought up to date", "{n} claims brought up to date", len(drafted.changed)
    )
    parts = [made.format(n=drafted.made)] if drafted.made else []
    parts += [changed.format(n=len(drafted.changed))] if drafted.changed else []
    return ", ".join(parts) or _("nothing new")


def _issue(session: Session, claim: Claim, today: date) -> None:
    if not lines_of(claim):
        raise UserError("", _("Claim {number} has no lines.").format(number=claim.number))
    claim.issued_sheet = keep_sheet(make_sheet(session, claim, today, is_draft=False))
    claim.issued_on = today
    claim.state = ClaimState.ISSUED


def _row(claim: Claim, fees: Money | None, expenses: Money | None) -> ClaimRow:
    return ClaimRow(
        claim.id, claim.number, claim.person_id, claim.person.name, claim.group.name,
        claim.budget_code, claim.state, say_date(claim.made_on), fees or NOTHING,
        expenses or NOTHING,
    )  # fmt: skip


def _record(claim: Claim) -> ClaimRecord:
    lines = lines_of(claim)
    rows = [line_row(line) for line in lines]
    otherwise = [
        line.amount
        for line in lines
        if line.section is Section.EXPENSE
        and line.handling not in {Handling.REIMBURSE, Handling.WAIVED}
    ]
    return ClaimRecord(
        _row(claim, total_to_pay(lines, Section.FEE), total_to_pay(lines, Section.EXPENSE)),
        [row for row in rows if row.section is Section.FEE],
        [row for row in rows if row.section is Section.EXPENSE],
        Money.total(otherwise),
        how_to_pay(claim.person),
        claim.withdrawn_reason,
    )
