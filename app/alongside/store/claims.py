"""Where claims are kept, and found again by state, meeting, person and number."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ScalarSelect, func, select
from sqlalchemy.orm import Session, defer, joinedload, selectinload

from alongside.domain.claims import FEE_CATEGORIES, GONE, OPEN, ClaimState, Handling, Section
from alongside.domain.money import Money
from alongside.store.payments import since
from alongside.store.tables import Claim, ClaimLine, Group, LineRefusal

Listed = tuple[Claim, Money | None, Money | None, datetime | None]
"""A claim, the fees and the expenses that are paid to the person (None for no lines), and when the
last step was taken with it."""


def find(session: Session, claim_id: UUID) -> Claim | None:
    """Return the claim with this id, or None."""
    return session.get(Claim, claim_id)


def find_number(session: Session, number: str) -> UUID | None:
    """Return the id of the claim with this number, or None."""
    return session.scalars(select(Claim.id).where(Claim.number == number)).first()


def issued(session: Session) -> Iterable[Claim]:
    """Give every claim that keeps its form, a few at a time, with its lines."""
    return session.scalars(
        select(Claim)
        .where(Claim.issued_sheet.is_not(None))
        .options(selectinload(Claim.lines))
        .execution_options(yield_per=200)
    )


def list_(
    session: Session, *, state: ClaimState | None, meeting_id: UUID | None, most: int | None
) -> Sequence[Listed]:
    """Return claims with people and groups, the newest first; forms that were kept stay behind.

    With `meeting_id`, only those not withdrawn that have a line for that meeting.
    """
    chosen = select(Claim.id).order_by(Claim.number.desc()).limit(most)
    if state:
        chosen = chosen.where(Claim.state == state)
    if meeting_id:
        chosen = chosen.where(
            Claim.lines.any((ClaimLine.meeting_id == meeting_id) & ~ClaimLine.is_removed),
            Claim.state.not_in(GONE),
        )
    query = (
        select(Claim, _to_pay(Section.FEE), _to_pay(Section.EXPENSE), since())
        .options(joinedload(Claim.person), joinedload(Claim.group), defer(Claim.issued_sheet))
        .where(Claim.id.in_(chosen))  # chosen first: totals are worked out for these alone
        .order_by(Claim.number.desc())
    )
    return session.execute(query).all()


def _to_pay(section: Section) -> ScalarSelect[Money | None]:
    """What is paid to the person for one section: fees and expenses never merge."""
    is_fee = ClaimLine.category.in_(FEE_CATEGORIES)
    return (
        select(func.sum(ClaimLine.amount))
        .where(
            ClaimLine.claim_id == Claim.id,
            ClaimLine.is_removed.is_(False),
            ClaimLine.handling == Handling.REIMBURSE,
            ClaimLine.payee_id.is_(None),
            is_fee if section is Section.FEE else ~is_fee,
            ClaimLine.id.not_in(select(LineRefusal.line_id)),
        )
        .scalar_subquery()
    )


def count_drafts(session: Session) -> int:
    """Return how many claims are drafts."""
    query = select(func.count()).select_from(Claim).where(Claim.state == ClaimState.DRAFT)
    return session.scalar(query) or 0


def is_owed(session: Session, person_id: UUID) -> ClaimState | None:
    """Return the state of a claim that is a draft, or is agreed and not paid yet.

    Of theirs, or with a line that is paid to them.
    """
    owed = OPEN - {ClaimState.READY}
    is_paid_to = (ClaimLine.payee_id == person_id) | (ClaimLine.given_payee_id == person_id)
    query = select(Claim.state).where(
        Claim.state.in_(owed), (Claim.person_id == person_id) | Claim.lines.any(is_paid_to)
    )
    return session.scalars(query.limit(1)).first()


def open_draft(session: Session, person_id: UUID, group_id: UUID, budget_code: str) -> Claim | None:
    """Return the person's draft for this group and budget, or None: there is never a second."""
    query = (
        select(Claim)
        .options(selectinload(Claim.lines))
        .where(
            Claim.person_id == person_id,
            Claim.group_id == group_id,
            Claim.budget_code == budget_code,
            Claim.state == ClaimState.DRAFT,
        )
        .order_by(Claim.number)
    )
    return session.scalars(query).first()


def last_number(session: Session, year: int) -> str | None:
    """Return the highest claim number of `year` ("2026-0147"), or None."""
    query = (
        select(Claim.number)
        .where(Claim.number.startswith(f"{year}-"))
        .order_by(func.length(Claim.number).desc(), Claim.number.desc())
    )
    return session.scalars(query.limit(1)).first()


def group_of(session: Session, claim: Claim) -> Group:
    """Return the claim's group with its policy and partner."""
    options = [joinedload(Group.policy), joinedload(Group.partner)]
    return session.get_one(Group, claim.group_id, options=options)
