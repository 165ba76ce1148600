"""How people are paid this time: asked for each claim, so that a standing choice stays as it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from alongside.domain.change import Change, Kind
from alongside.domain.errors import UserError
from alongside.domain.payments import PayMethod
from alongside.i18n import _
from alongside.services.claim_totals import paid_for
from alongside.services.open_claims import fetch
from alongside.store import dues
from alongside.store.file import DataFile
from alongside.store.tables import Claim, PayAnswer, Person
from alongside.store.work import reading, work

_PAID = frozenset({Kind.CLAIM, Kind.PAYMENT})


@dataclass(frozen=True, slots=True)
class PayThisTime:
    """Say how people are paid for one claim, by their id; None goes by their standing choice."""

    claim_id: UUID
    ways: Mapping[UUID, PayMethod | None]


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """Somebody who may be paid for a claim: what they chose for good, and for this time."""

    id: UUID
    person: str
    choice: str
    method: PayMethod | None


class PayAnswerService:
    """Look up and record how people want to be paid for one claim."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def list_for(self, claim_id: UUID) -> list[AnswerRow]:
        """Return everybody who may be paid for a claim, who claims first. UserError if gone."""
        with reading(self._store) as session:
            claim = fetch(session, claim_id)
            said = {answer.person_id: answer.method for answer in claim.answers}
            return [
                AnswerRow(who.id, who.name, who.pay_choice.words, said.get(who.id))
                for who in _payees(claim).values()
            ]

    def record(self, request: PayThisTime) -> Change:
        """Record how people said that they are paid for a claim this time.

        An issued form stays as it is. Raise UserError for a claim that is over, for somebody who
        is in a run already, or is not paid for it.
        """
        with work(self._store) as w:
            claim = fetch(w.session, request.claim_id)
            if not claim.state.is_open:
                words = _("Claim {number} is {state}, so nothing of it is paid any more.")
                raise UserError("", words.format(number=claim.number, state=claim.state.words))
            payees, in_runs = _payees(claim), dues.waiting(w.session, [claim.id])
            there = {answer.person_id: answer for answer in claim.answers}
            said = []
            for person_id, method in request.ways.items():
                known = there.get(person_id)
                if method is (known.method if known else None):
                    continue
                if person_id not in payees:
                    raise UserError("", _("Somebody who is not paid for this claim was chosen."))
                name = payees[person_id].name
                if (claim.id, person_id) in in_runs:
                    words = _("What {name} gets is in a payment run. Take it out of the run first.")
                    raise UserError("", words.format(name=name))
                if known:
                    claim.answers.remove(known)
                    w.session.flush()
                if method:
                    claim.answers.append(PayAnswer(person_id=person_id, method=method))
                said.append(_said(name, method))
            if not said:
                return Change(_("How claim {number} is paid stays as it is").format(
                    number=claim.number))  # fmt: skip
            words = _("Claim {number}: {said}")
            change = words.format(number=claim.number, said="; ".join(said))
            return w.done(Change(change, _PAID, claim.id))


def _payees(claim: Claim) -> dict[UUID, Person]:
    return {who.id: who for who in paid_for(claim)}


def _said(name: str, method: PayMethod | None) -> str:
    if method is None:
        return _("{name} is paid as they chose for good").format(name=name)
    return _("{name} is paid by {method} this time").format(name=name, method=method.words)
