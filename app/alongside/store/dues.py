"""What is still to be paid of approved claims, and to whom: who claims, a payee, a charity.

Each of them has a payment of their own, so that nobody is paid, or told of, what is another’s.
"""

from collections.abc import Collection
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session, defer, joinedload, selectinload

from alongside.domain.claims import FEE_CATEGORIES, ClaimState, Handling
from alongside.domain.money import NOTHING, Money
from alongside.domain.payments import PaymentState, Sum
from alongside.store import advances
from alongside.store.tables import Claim, ClaimLine, LineRefusal, Payment, Person

_SETTLED = frozenset({PaymentState.PAID, PaymentState.PART_PAID})
_CLAIMS = select(Claim).options(
    joinedload(Claim.person), selectinload(Claim.answers), defer(Claim.issued_sheet)
)
Place = tuple[UUID, UUID]
"""A claim, and somebody who gets something of it."""


class Part(NamedTuple):
    """What somebody is still to get of a claim, and that is in no run."""

    claim: Claim
    payee: Person
    due: Sum

    @property
    def is_own(self) -> bool:
        """Whether they are the person who claims."""
        return self.payee.id == self.claim.person_id


def due_to(session: Session, claim_ids: Collection[UUID]) -> dict[Place, Sum]:
    """Return what each is still to get: approved lines, less what was paid.

    Those who claim get what they spent above their cash advance too.
    """
    found = _approved(session, claim_ids)
    wanted = _CLAIMS.where(Claim.id.in_(claim_ids), Claim.person_id.in_(advances.people(session)))
    for claim in session.scalars(wanted):
        place = (claim.id, claim.person_id)
        over = advances.over_spent(session, claim)
        if over:
            found[place] = Sum.of([found.get(place, Sum()), Sum(NOTHING, over)])
    query = (
        select(Payment.claim_id, Payment.person_id, func.sum(Payment.fees_paid),
               func.sum(Payment.expenses_paid))
        .where(Payment.claim_id.in_(claim_ids), Payment.state.in_(_SETTLED))
        .group_by(Payment.claim_id, Payment.person_id)
    )  # fmt: skip
    for claim_id, payee, fees, expenses in session.execute(query):
        paid = Sum(money(fees), money(expenses))
        found[claim_id, payee] = found.get((claim_id, payee), Sum()).less(paid)
    return found


def due(session: Session, claim_ids: Collection[UUID]) -> dict[UUID, Sum]:
    """Return what is still to be paid for each claim, to whomever."""
    parts: dict[UUID, list[Sum]] = {each: [] for each in claim_ids}
    for (claim_id, _payee), sum_ in due_to(session, claim_ids).items():
        parts[claim_id].append(sum_)
    return {claim_id: Sum.of(sums) for claim_id, sums in parts.items()}


def waiting(session: Session, claim_ids: Collection[UUID]) -> dict[Place, Sum]:
    """Return who waits in a run, or in two, for what of these claims."""
    query = (
        select(Payment.claim_id, Payment.person_id, func.sum(Payment.fees),
               func.sum(Payment.expenses))
        .where(Payment.claim_id.in_(claim_ids), Payment.state == PaymentState.WAITING)
        .group_by(Payment.claim_id, Payment.person_id)
    )  # fmt: skip
    return {
        (claim_id, payee): Sum(money(fees), money(expenses))
        for claim_id, payee, fees, expenses in session.execute(query)
    }


def has_paid(session: Session, claim_id: UUID) -> bool:
    """Return whether anybody got anything of a claim."""
    query = select(Payment.id).where(Payment.claim_id == claim_id, Payment.state.in_(_SETTLED))
    return session.scalar(query.limit(1)) is not None


def free(session: Session) -> list[Part]:
    """Return what can be put into a run, by the name of who gets it and the number of the claim.

    While some of the fees wait in a run, all of them do; and so with expenses.
    """
    query = _CLAIMS.where(Claim.state.in_({ClaimState.APPROVED, ClaimState.IN_RUN}))
    claims = {claim.id: claim for claim in session.scalars(query)}
    in_runs = waiting(session, claims)
    owed = {}
    for place, sum_ in due_to(session, claims).items():
        here = in_runs.get(place, Sum())
        left = Sum(NOTHING if here.fees else sum_.fees, NOTHING if here.expenses else sum_.expenses)
        if left.together > NOTHING:
            owed[place] = left
    people = {
        person.id: person
        for person in session.scalars(
            select(Person)
            .options(joinedload(Person.bank_details))
            .where(Person.id.in_({payee for _claim, payee in owed}))
        )
    }
    parts = [Part(claims[claim], people[payee], sum_) for (claim, payee), sum_ in owed.items()]
    return sorted(parts, key=lambda part: (part.payee.search, part.claim.number))


def settle(session: Session, claim: Claim) -> None:
    """Let an approved claim stand where its payments are: in a run, paid, or waiting for one.

    It is paid when everybody has got their part.
    """
    session.flush()
    claim.state = ClaimState.PAID
    if waiting(session, [claim.id]):
        claim.state = ClaimState.IN_RUN
    elif any(left.together > NOTHING for left in due_to(session, [claim.id]).values()):
        claim.state = ClaimState.APPROVED


def _approved(session: Session, claim_ids: Collection[UUID]) -> dict[Place, Sum]:
    """Return what each gets of these claims, without refused lines."""
    is_fee = ClaimLine.category.in_(FEE_CATEGORIES)
    payee = func.coalesce(ClaimLine.payee_id, Claim.person_id)
    fees = func.sum(case((is_fee, ClaimLine.amount), else_=0))
    expenses = func.sum(case((is_fee, 0), else_=ClaimLine.amount))
    counts = (
        ClaimLine.claim_id.in_(claim_ids), ClaimLine.is_removed.is_(False), LineRefusal.id.is_(None)
    )  # fmt: skip
    own = (
        select(ClaimLine.claim_id, payee, fees, expenses)
        .join(ClaimLine.claim)
        .outerjoin(LineRefusal, LineRefusal.line_id == ClaimLine.id)
        .where(*counts, ClaimLine.handling == Handling.REIMBURSE)
        .group_by(ClaimLine.claim_id, payee)
    )
    given = (
        select(ClaimLine.claim_id, ClaimLine.given_payee_id, func.sum(ClaimLine.given))
        .outerjoin(LineRefusal, LineRefusal.line_id == ClaimLine.id)
        .where(*counts, ClaimLine.given_payee_id.is_not(None))
        .group_by(ClaimLine.claim_id, ClaimLine.given_payee_id)
    )
    found = {
        (claim_id, who): Sum(money(fee), money(expense))
        for claim_id, who, fee, expense in session.execute(own)
    }
    for claim_id, who, amount in session.execute(given):
        place = (claim_id, who)
        found[place] = Sum.of([found.get(place, Sum()), Sum(money(amount))])
    return found


def money(value: Money | int | None) -> Money:
    """Return what a sum of the file comes to: nothing for no rows."""
    return value if isinstance(value, Money) else Money(value or 0)
