"""Cash that people are given before they have costs, and its balance, whichever way it goes."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.domain.change import Change, Kind
from alongside.domain.claims import ClaimState
from alongside.domain.dates import say_date
from alongside.domain.errors import UserError
from alongside.domain.money import NOTHING, Money
from alongside.i18n import _
from alongside.services import meeting_words
from alongside.services.people import fetch as fetch_person
from alongside.store import advances, attendance, dues
from alongside.store.advances import Account
from alongside.store.file import DataFile
from alongside.store.tables import CashAdvance, Claim
from alongside.store.work import Session, reading, work

_ADVANCE = frozenset({Kind.PERSON, Kind.CLAIM, Kind.PAYMENT})
_AGREED = frozenset({ClaimState.APPROVED, ClaimState.IN_RUN, ClaimState.PAID})


@dataclass(frozen=True, slots=True)
class AdvanceDetails:
    """Cash that `person_id` was given for a meeting; `returned` of it came back on that day."""

    person_id: UUID
    meeting_id: UUID | None
    day: date
    amount: Money | None
    given_by: str = ""
    words: str = ""
    returned: Money = NOTHING
    returned_on: date | None = None


@dataclass(frozen=True, slots=True)
class CorrectAdvance:
    """Ask for the advance `id` to be as `details` says."""

    id: UUID
    details: AdvanceDetails


@dataclass(frozen=True, slots=True)
class AdvanceRow:
    """An advance in a list, with what became of it in words."""

    id: UUID
    details: AdvanceDetails
    day: str
    meeting: str
    amount: Money
    balance: str


class AdvanceService:
    """Record cash advances and what came back of them; say their balance."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def list_for(self, person_id: UUID) -> list[AdvanceRow]:
        """Return what a person was given in advance, the newest first."""
        with reading(self._store) as session:
            return [_row(session, each) for each in advances.of_person(session, person_id)]

    def meetings_of(self, person_id: UUID) -> list[tuple[UUID, str]]:
        """Return the meetings on whose registers a person is, the newest first, in words."""
        with reading(self._store) as session:
            return [
                (meeting.id, meeting_words.words(meeting))
                for meeting in attendance.meetings_of(session, person_id)
            ]

    def add(self, details: AdvanceDetails) -> Change:
        """Record that somebody was given cash. Raise UserError for what cannot be."""
        with work(self._store) as w:
            person = fetch_person(w.session, details.person_id)
            advance = CashAdvance(**self._values(details))
            before = _claim_account(w.session, advance)
            w.session.add(advance)
            _settle(w.session, advance, before)
            words = _("{amount} in cash for {name}, on account of costs")
            said = words.format(amount=advance.amount, name=person.name)
            return w.done(Change(said, _ADVANCE, advance.id))

    def correct(self, request: CorrectAdvance) -> Change:
        """Correct an advance, or record what came back. Raise UserError for what cannot be."""
        with work(self._store) as w:
            advance = _fetch(w.session, request.id)
            there, back = _claim_account(w.session, advance), advance.returned
            for name, value in self._values(request.details).items():
                setattr(advance, name, value)
            w.session.flush()
            if advance.returned > back:
                _check_back(w.session, advance)
            _settle(w.session, advance, there)
            words = _("Cash advance of {name} corrected: {amount}")
            if advance.returned:
                words = _("Cash advance of {name}: {amount}, {back} came back")
            said = words.format(name=advance.person.name, amount=advance.amount,
                                back=advance.returned)  # fmt: skip
            return w.done(Change(said, _ADVANCE, advance.id))

    def remove(self, advance_id: UUID) -> Change:
        """Remove an advance recorded by mistake. Raise UserError once payments count on it."""
        with work(self._store) as w:
            advance = _fetch(w.session, advance_id)
            there = _claim_account(w.session, advance)
            name, amount = advance.person.name, advance.amount
            w.session.delete(advance)
            _settle(w.session, advance, there)
            words = _("Cash advance of {name} removed: {amount}")
            return w.done(Change(words.format(name=name, amount=amount), _ADVANCE))

    def _values(self, details: AdvanceDetails) -> dict[str, object]:
        """Return the columns of an advance. Raise UserError for what is missing or cannot be."""
        today = self._store.now().date()
        if details.meeting_id is None:
            words = _("Choose the meeting. The person has to be on its register first.")
            raise UserError("meeting_id", words)
        if details.amount is None or details.amount <= NOTHING:
            raise UserError("amount", _("Type the amount."))
        if details.day > today:
            raise UserError("day", _("That day is still to come."))
        if details.returned < NOTHING:
            raise UserError("returned", _("An amount cannot be less than nothing."))
        if details.returned > details.amount:
            raise UserError("returned", _("That is more than was given."))
        back = details.returned_on or today
        if details.returned and back > today:
            raise UserError("returned_on", _("That day is still to come."))
        return {
            "person_id": details.person_id, "meeting_id": details.meeting_id, "day": details.day,
            "amount": details.amount, "given_by": details.given_by.strip() or self._store.who,
            "words": details.words.strip(), "returned": details.returned,
            "returned_on": back if details.returned else None,
        }  # fmt: skip


Claimed = tuple[Claim, Money] | None
"""The claim that an advance is set against, and what is owed beyond the advances for it."""


def _claim_account(session: Session, advance: CashAdvance) -> Claimed:
    claim = advances.claim_for(session, advance.person_id, advance.meeting_id)
    return (claim, advances.over_spent(session, claim)) if claim else None


def _settle(session: Session, advance: CashAdvance, before: Claimed) -> None:
    """Let the claims that an advance is, and was, set against stand where they are now.

    Raise UserError if that would change a payment that is on its way, or was made.
    """
    session.flush()
    claims = {before[0]: before[1]} if before else {}
    now = advances.claim_for(session, advance.person_id, advance.meeting_id)
    if now:
        claims.setdefault(now, NOTHING)
    for claim, owed in claims.items():
        if claim.state not in _AGREED or advances.over_spent(session, claim) == owed:
            continue
        place = (claim.id, claim.person_id)
        left = dues.due_to(session, [claim.id]).get(place)
        is_too_much = left is not None and left.expenses < NOTHING
        if is_too_much or place in dues.waiting(session, [claim.id]):
            words = _("Claim {number} is in a payment run, or paid, with what was advanced for it.")
            raise UserError("", words.format(number=claim.number))
        dues.settle(session, claim)


def _check_back(session: Session, advance: CashAdvance) -> None:
    """Raise UserError if more came back than the claim left over: somebody would be paid twice."""
    claim = advances.claim_for(session, advance.person_id, advance.meeting_id)
    account = advances.account_of(session, claim) if claim else None
    if account and account.left < NOTHING:
        most = advance.returned + account.left
        words = _("That is more than is left over: {amount}.")
        raise UserError("returned", words.format(amount=max(most, NOTHING)))


def balance_of(session: Session, claim: Claim) -> str:
    """Return what the advances for a claim come to, in a sentence; "" if there are none."""
    account = advances.account_of(session, claim)
    return _say(account) if account else ""


def _say(account: Account) -> str:
    given = _("Advanced in cash: {given}, spent: {spent}.").format(
        given=account.given - account.returned, spent=account.spent
    )
    if account.left > NOTHING:
        words = _("{given} {left} is to be given back.")
    elif account.left < NOTHING:
        words = _("{given} {left} more was spent: it is paid as an expense.")
    else:
        words = _("{given} It balances.")
    left = max(account.left, NOTHING - account.left)
    return words.format(given=given, left=left)


def _row(session: Session, advance: CashAdvance) -> AdvanceRow:
    details = AdvanceDetails(**{name: getattr(advance, name) for name in AdvanceDetails.__slots__})
    claim = advances.claim_for(session, advance.person_id, advance.meeting_id)
    balance = _("No claim for that meeting yet.")
    if claim:
        balance = _("Claim {number}: {balance}").format(
            number=claim.number, balance=balance_of(session, claim)
        )
    if advance.returned_on:
        balance = _("{back} came back on {day}. {balance}").format(
            back=advance.returned, day=say_date(advance.returned_on), balance=balance
        )
    return AdvanceRow(
        advance.id, details, say_date(advance.day), meeting_words.words(advance.meeting),
        advance.amount, balance,
    )  # fmt: skip


def _fetch(session: Session, advance_id: UUID) -> CashAdvance:
    advance = advances.find(session, advance_id)
    if advance is None:
        raise UserError("", _("That cash advance is no longer here."))
    return advance
