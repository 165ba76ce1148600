"""Where cash advances are kept, and what of them the lines of a claim have used up."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.orm import Session, defer, joinedload

from alongside.domain.claims import GONE, ClaimState, Handling
from alongside.domain.money import NOTHING, Money
from alongside.store.tables import CashAdvance, Claim, ClaimLine, LineRefusal, Meeting


@dataclass(frozen=True, slots=True)
class Account:
    """The advances that a claim is set against: what was given, came back, and was spent."""

    given: Money
    returned: Money
    spent: Money

    @property
    def left(self) -> Money:
        """What is to be given back; less than nothing where more was spent."""
        return self.given - self.returned - self.spent


def people(session: Session) -> set[UUID]:
    """Return who was ever given an advance."""
    return set(session.scalars(select(CashAdvance.person_id).distinct()))


def find(session: Session, advance_id: UUID) -> CashAdvance | None:
    """Return the advance with this id, or None."""
    return session.get(CashAdvance, advance_id)


def of_person(session: Session, person_id: UUID) -> Sequence[CashAdvance]:
    """Return what a person was given in advance, the newest first."""
    query = (
        select(CashAdvance)
        .options(joinedload(CashAdvance.meeting).joinedload(Meeting.group))
        .where(CashAdvance.person_id == person_id)
        .order_by(CashAdvance.day.desc(), CashAdvance.id.desc())
    )
    return session.scalars(query).all()


def of_meeting(session: Session, meeting_id: UUID) -> bool:
    """Whether anybody was given an advance for a meeting."""
    return bool(session.scalar(select(exists().where(CashAdvance.meeting_id == meeting_id))))


def claim_for(session: Session, person_id: UUID, meeting_id: UUID) -> Claim | None:
    """Return the claim on which a person’s costs of a meeting stand, or None so far.

    It is found by the lines of the register: so an advance follows them to a claim that is
    drafted anew. Lines that pay the rest of another claim do not count.
    """
    query = (
        select(Claim)
        .join(Claim.lines)
        .options(defer(Claim.issued_sheet))
        .where(
            Claim.person_id == person_id, Claim.state.not_in(GONE),
            ClaimLine.meeting_id == meeting_id, ClaimLine.tops_up_id.is_(None),
        )
        .order_by(Claim.number)
    )  # fmt: skip
    return session.scalars(query.limit(1)).first()


def account_of(session: Session, claim: Claim) -> Account | None:
    """Return what a claim is set against; None if nobody was given an advance for it."""
    own = [
        advance
        for advance in of_person(session, claim.person_id)
        if (there := claim_for(session, claim.person_id, advance.meeting_id)) and there is claim
    ]
    if not own:
        return None
    query = (
        select(ClaimLine.amount)
        .outerjoin(LineRefusal, LineRefusal.line_id == ClaimLine.id)
        .where(
            ClaimLine.claim_id == claim.id, ClaimLine.is_removed.is_(False),
            ClaimLine.handling == Handling.ADVANCED, LineRefusal.id.is_(None),
        )
    )  # fmt: skip
    spent = NOTHING
    if claim.state is not ClaimState.REFUSED:
        spent = Money.total(session.scalars(query))
    return Account(
        Money.total(each.amount for each in own), Money.total(each.returned for each in own), spent
    )


def over_spent(session: Session, claim: Claim) -> Money:
    """Return what a person spent above the advance for this claim: it is owed to them."""
    account = account_of(session, claim)
    return max(NOTHING, NOTHING - account.left) if account else NOTHING
