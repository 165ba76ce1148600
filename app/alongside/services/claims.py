"""Claims: drafted from the register, issued once and for all, withdrawn and drafted anew."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.domain.approval import Act, check_may
from alongside.domain.change import Change, Kind
from alongside.domain.claims import ClaimState
from alongside.domain.dates import say_date
from alongside.domain.errors import UserError
from alongside.i18n import _, ngettext
from alongside.services import meeting_words
from alongside.services.budget_sums import warnings
from alongside.services.claim_drafts import Drafted, Drafter
from alongside.services.claim_rows import (
    ClaimRecord,
    ClaimRow,
    LookRow,
    claim_record_of,
    claim_row,
    look_row,
)
from alongside.services.claim_sheets import make_sheet
from alongside.services.claim_totals import lines_of
from alongside.services.drafts_kept_up import keep_up_claim
from alongside.services.kept_sheets import keep_sheet
from alongside.services.open_claims import check_unpaid, draft_anew, fetch
from alongside.services.receipt_doubles import Doubles
from alongside.store import budgets, claims, dues
from alongside.store.file import DataFile
from alongside.store.payments import add_step
from alongside.store.tables import Claim
from alongside.store.work import Session, reading, work

_CLAIM = frozenset({Kind.CLAIM, Kind.MEETING})
_DRAFTED = _CLAIM | {Kind.ATTENDANCE}
_PAID = frozenset({Kind.CLAIM, Kind.PAYMENT})


@dataclass(frozen=True, slots=True)
class IssueClaims:
    """Ask for draft claims to become final; those issued already stay as they are."""

    claim_ids: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class PayLater:
    """Ask for a claim not to be paid to who claims before the day `pay_from`; None ends that."""

    id: UUID
    pay_from: date | None


@dataclass(frozen=True, slots=True)
class WithdrawClaim:
    """Ask for an issued claim to be withdrawn because of `reason`, and its lines drafted anew."""

    id: UUID
    reason: str


class ClaimService:
    """Draft, read, issue and withdraw claims."""

    def __init__(self, store: DataFile) -> None:
        self._store = store
        self._doubles = Doubles()

    def make(self, meeting_id: UUID) -> Change:
        """Draft claims for everyone whom a meeting's register and policy pay.

        Running it again brings drafted lines up to date with the register and adds nothing
        twice; lines corrected or removed by hand stay so. Raise UserError if the group has no
        policy, nobody is marked as there, or the policy has no rate for what anybody did.

        The words say who was left out for want of a rate, and end with the budgets of these lines
        that are near their end, or over it.
        """
        with work(self._store) as w:
            meeting = meeting_words.fetch(w.session, meeting_id)
            drafted = Drafter(w.session, meeting, self._store.now().date()).draft()
            said = _("Claims for {meeting}: {said}").format(
                meeting=meeting_words.words(meeting), said=_drafted_words(drafted)
            )
            if drafted.left_out:
                left_out = _("Not drafted: {names}").format(names=" ".join(drafted.left_out))
                said = f"{said}. {left_out.removesuffix('.')}"
            near = warnings(w.session, budgets.borne_by(w.session, meeting=meeting.id))
            said = ". ".join([said, *(words for _budget, words in near)])
            return w.done(Change(said, _DRAFTED, meeting.id))

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
            today = self._store.now().date()
            return [claim_row(claim, fees, expenses, today, since)
                    for claim, fees, expenses, since in found]  # fmt: skip

    def count_drafts(self) -> int:
        """Return how many claims are drafts."""
        with reading(self._store) as session:
            return claims.count_drafts(session)

    def find(self, claim_id: UUID) -> ClaimRecord:
        """Return one claim with its lines. Raise UserError if it is gone."""
        with reading(self._store) as session:
            return self._record(session, claim_id)

    def to_look_at(self, claim_ids: Sequence[UUID]) -> list[LookRow]:
        """Return what there is to look at on each of these claims, in their order.

        Raise UserError if one is gone.
        """
        with reading(self._store) as session:
            return [look_row(self._record(session, claim_id)) for claim_id in claim_ids]

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
                    self._note(w.session, claim, Act.ISSUED)
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
            if not claim.state.is_issued:
                raise UserError("", _("Only an issued claim can be withdrawn."))
            check_may(Act.WITHDRAWN, claim.state, claim.number)
            check_unpaid(w.session, claim)
            today = self._store.now().date()
            claim.state = ClaimState.WITHDRAWN
            claim.withdrawn_on, claim.withdrawn_reason = today, request.reason.strip()
            self._note(w.session, claim, Act.WITHDRAWN, request.reason.strip())
            anew = draft_anew(w.session, claim, today)
            left = keep_up_claim(w.session, claim, claim.lines, today)
            words = _("Claim {number} withdrawn; its lines are on draft claim {anew} now")
            said = [words.format(number=claim.number, anew=anew.number), *filter(None, [left])]
            return w.done(Change("; ".join(said), _CLAIM, anew.id), is_barrier=True)

    def pay_later(self, request: PayLater) -> Change:
        """Let a claim wait until a day that the person asked for, or no longer.

        Runs for an earlier day leave it out. Others who are paid for it do not wait. Raise
        UserError for a claim that is over, or that is in a run already.
        """
        with work(self._store) as w:
            claim = fetch(w.session, request.id)
            if not claim.state.is_open:
                words = _("Claim {number} is {state}, so it does not wait.")
                raise UserError("", words.format(number=claim.number, state=claim.state.words))
            if (claim.id, claim.person_id) in dues.waiting(w.session, [claim.id]):
                words = _("Claim {number} is in a payment run. Take it out of the run first.")
                raise UserError("", words.format(number=claim.number))
            if request.pay_from and request.pay_from <= self._store.now().date():
                raise UserError("pay_from", _("Type a day that is still to come."))
            claim.pay_from = request.pay_from
            words = _("Claim {number} does not wait any more")
            day = ""
            if request.pay_from:
                words, day = _("Claim {number} waits until {day}"), say_date(request.pay_from)
            return w.done(Change(words.format(number=claim.number, day=day), _PAID, claim.id))

    def _record(self, session: Session, claim_id: UUID) -> ClaimRecord:
        claim, today = fetch(session, claim_id), self._store.now().date()
        return claim_record_of(session, claim, today, self._doubles)

    def _note(self, session: Session, claim: Claim, act: Act, words: str = "") -> None:
        add_step(session, claim, act, self._store.now(), self._store.who, words=words)


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
    claim.state = ClaimState.READY
