"""From a form that is ready to one that may be paid: signed, approved, returned or refused."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from alongside.domain.approval import (
    Act,
    Agreed,
    approvals,
    check_may,
    say_age,
)
from alongside.domain.change import Change, Kind
from alongside.domain.claims import ClaimState
from alongside.domain.dates import say_date
from alongside.domain.errors import UserError
from alongside.i18n import _, ngettext
from alongside.services.approver import approver_said
from alongside.services.claim_notes import how_late, why_two
from alongside.services.claim_totals import lines_of, say_no_money
from alongside.services.drafts_kept_up import keep_up_claim
from alongside.services.open_claims import check_unpaid, draft_anew, fetch
from alongside.store import dues, payments
from alongside.store.file import DataFile
from alongside.store.tables import Claim, LineRefusal
from alongside.store.work import Session, Work, reading, work

_CLAIM = frozenset({Kind.CLAIM, Kind.MEETING})


@dataclass(frozen=True, slots=True)
class AgreeClaims:
    """Ask for claims to be signed: `how` the person agreed, and who helped, if anybody did.

    `why_late` is the reason for each claim after its last day, by its id; it is written down with
    that claim alone, and never a bar.
    """

    claim_ids: tuple[UUID, ...]
    how: Agreed = Agreed.SIGNATURE
    helped_by: str = ""
    why_late: Mapping[UUID, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ApproveClaims:
    """Ask for signed claims to be approved by whoever is at the keyboard.

    `refused` are lines that are not paid, each with its reason; `deputy_for` names whom they stand
    in for; `exception` says why there is nobody else who could. Somebody whose name is like that of
    a person who claims says in `not_own` that it is not their own.
    """

    claim_ids: tuple[UUID, ...]
    refused: Mapping[UUID, str] = field(default_factory=dict)
    deputy_for: str = ""
    exception: str = ""
    not_own: str = ""


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Ask for a claim to be returned, or refused, because of `reason`."""

    id: UUID
    reason: str


@dataclass(frozen=True, slots=True)
class BoardRow:
    """How many claims stand in one state, and how long the oldest has stood there."""

    state: ClaimState
    number: int
    oldest: str
    words: str


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step of a claim in a list."""

    id: int
    when: str
    words: str


class ApprovalService:
    """Sign, approve, return and refuse claims; say how many stand where, and for how long."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def board(self) -> list[BoardRow]:
        """Return each state with claims that somebody still has to do something about."""
        today = self._store.now().date()
        with reading(self._store) as session:
            found = {state: (n, day) for state, n, day in payments.board(session)}
        rows = []
        for state in ClaimState:
            if state in found:
                number, day = found[state]
                oldest = say_age((today - day).days)
                words = _("{state}: {n}, oldest {age}")
                rows.append(BoardRow(state, number, oldest, words.format(
                    state=state.words, n=number, age=oldest)))  # fmt: skip
        return rows

    def steps(self, claim_id: UUID) -> list[StepRow]:
        """Return what was done to a claim since it was issued, in order."""
        with reading(self._store) as session:
            return [
                StepRow(number, say_date(step.day), step.said)
                for number, step in enumerate(payments.told_steps(session, claim_id))
            ]

    def agree(self, request: AgreeClaims) -> Change:
        """Note that people agreed to their claims. Raise UserError for one that is not ready."""
        with work(self._store) as w:
            signed = [fetch(w.session, claim_id) for claim_id in dict.fromkeys(request.claim_ids)]
            for claim in signed:
                check_may(Act.SIGNED, claim.state, claim.number)
                claim.state = ClaimState.SIGNED
                words = _signed_words(request, claim)
                self._note(w, claim, Act.SIGNED, how=request.how.value, words=words)
            words = ngettext("Claim {numbers} signed, {how}", "{n} claims signed, {how}",
                             len(signed))  # fmt: skip
            return w.done(_said(words, signed, how=request.how.words))

    def approve(self, request: ApproveClaims) -> Change:
        """Approve claims, or parts of them. Raise UserError if that is not for this person to do.

        Where two have to approve and this is the first, the claim stays signed. Somebody alone in
        an office gives a reason, which stands in for the second person too.
        """
        with work(self._store) as w:
            chosen = [fetch(w.session, claim_id) for claim_id in dict.fromkeys(request.claim_ids)]
            again = {claim: why for claim in chosen if (why := self._approve(w, claim, request))}
            done = [claim for claim in chosen if claim not in again]
            words = ngettext("Claim {numbers} approved", "{n} claims approved", len(done))
            said = [words.format(numbers=done[0].number, n=len(done))] if done else []
            if again:
                words = ngettext("Claim {numbers} approved once: somebody else has to, too. {why}",
                                 "{n} claims approved once: somebody else has to, too. {why}",
                                 len(again))  # fmt: skip
                why = " ".join(dict.fromkeys(again.values()))
                first = next(iter(again)).number
                said.append(words.format(numbers=first, n=len(again), why=why))
            return w.done(_said(". ".join(said), chosen))

    def return_(self, request: TakeBack) -> Change:
        """Return a claim to be put right: the same lines are drafted anew. A barrier.

        Raise UserError without a reason, or for a claim that is a draft, in a run or paid.
        """
        with work(self._store) as w:
            claim = self._take_back(w, request, Act.RETURNED, ClaimState.RETURNED)
            today = self._store.now().date()
            anew = draft_anew(w.session, claim, today)
            left = keep_up_claim(w.session, claim, claim.lines, today)
            words = _("Claim {number} returned; its lines are on draft claim {anew} now")
            said = [words.format(number=claim.number, anew=anew.number), *filter(None, [left])]
            return w.done(Change("; ".join(said), _CLAIM, anew.id), is_barrier=True)

    def refuse(self, request: TakeBack) -> Change:
        """Refuse a claim for good; its lines are not drafted again. A barrier.

        Raise UserError as for returning.
        """
        with work(self._store) as w:
            claim = self._take_back(w, request, Act.REFUSED, ClaimState.REFUSED)
            left = keep_up_claim(w.session, claim, claim.lines, self._store.now().date())
            said = [_("Claim {number} refused").format(number=claim.number), *filter(None, [left])]
            return w.done(Change("; ".join(said), _CLAIM, claim.id), is_barrier=True)

    def _approve(self, w: Work, claim: Claim, request: ApproveClaims) -> str:
        """Approve one claim; return why somebody else has to as well, or "" if that is enough."""
        check_may(Act.APPROVED, claim.state, claim.number)
        before = payments.told_steps(w.session, claim.id)
        is_exception, words = approver_said(
            w.session, claim, self._store.who, before, exception=request.exception,
            not_own=request.not_own, deputy_for=request.deputy_for,
        )  # fmt: skip
        self._refuse_lines(w.session, claim, request.refused)
        if refused := [line for line in claim.lines if line.id in request.refused]:
            keep_up_claim(w.session, claim, refused, self._store.now().date())
        self._note(w, claim, Act.APPROVED, words=words, is_exception=is_exception)
        w.session.flush()
        due = dues.due(w.session, [claim.id])[claim.id]
        today = self._store.now().date()
        needed = why_two(w.session, claim, due.together, how_late(claim, today), today)
        if needed and not approvals(before) and not is_exception:
            return needed
        claim.state = ClaimState.APPROVED
        if not due.together:  # all was declined, given away or met otherwise: that settles it
            claim.state = ClaimState.PAID
            self._note(w, claim, Act.PAID, words=say_no_money(claim))
        return ""

    def _refuse_lines(self, session: Session, claim: Claim, refused: Mapping[UUID, str]) -> None:
        lines = {line.id for line in lines_of(claim)}
        chosen = {line: why.strip() for line, why in refused.items() if line in lines}
        if any(not why for why in chosen.values()):
            raise UserError("refused", _("Say why the line is not paid."))
        if lines and chosen.keys() >= lines:
            raise UserError("refused", _("No line is left: refuse or return the claim instead."))
        there = payments.refusals(session, [claim.id])
        for line_id, why in chosen.items():
            if line_id in there:
                there[line_id].reason = why
            else:
                session.add(LineRefusal(line_id=line_id, reason=why))

    def _take_back(self, w: Work, request: TakeBack, act: Act, state: ClaimState) -> Claim:
        reason = request.reason.strip()
        if not reason:
            raise UserError("reason", _("Say why, for the person whose claim it is."))
        claim = fetch(w.session, request.id)
        check_may(act, claim.state, claim.number)
        check_unpaid(w.session, claim)
        claim.state = state
        claim.withdrawn_on, claim.withdrawn_reason = self._store.now().date(), reason
        self._note(w, claim, act, words=reason)
        return claim

    def _note(
        self, w: Work, claim: Claim, act: Act, *, how: str = "", words: str = "",
        is_exception: bool = False,
    ) -> None:  # fmt: skip
        payments.add_step(
            w.session, claim, act, self._store.now(), self._store.who, how=how, words=words,
            is_exception=is_exception,
        )  # fmt: skip


def _signed_words(request: AgreeClaims, claim: Claim) -> str:
    parts = []
    if request.helped_by.strip():
        parts.append(_("helped by {name}").format(name=request.helped_by.strip()))
    if why := request.why_late.get(claim.id, "").strip():
        parts.append(_("late, because: {why}").format(why=why))
    return "; ".join(parts)


def _said(words: str, claims: list[Claim], **more: str) -> Change:
    numbers = ", ".join(claim.number for claim in claims)
    landing = claims[0].id if len(claims) == 1 else None
    return Change(words.format(numbers=numbers, n=len(claims), **more), _CLAIM, landing)
