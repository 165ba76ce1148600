"""Where claims are kept, and found again by state, meeting, person and number."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from alongside.domain.claims import ClaimState
from alongside.store.tables import Claim, ClaimLine, Group


def find(session: Session, claim_id: UUID) -> Claim | None:
    """Return the claim with this id, or None."""
    return session.get(Claim, claim_id)


def find_number(session: Session, number: str) -> UUID | None:
    """Return the id of the claim with this number, or None."""
    return session.scalars(select(Claim.id).where(Claim.number == number)).first()


def list_(
    session: Session, *, state: ClaimState | None, meeting_id: UUID | None, most: int | None
) -> Sequence[Claim]:
    """Return claims with people, groups and lines, the newest first.

    With `meeting_id`, only those not withdrawn that have a line for that meeting.
    """
    query = (
        select(Claim)
        .options(joinedload(Claim.person), joinedload(Claim.group), selectinload(Claim.lines))
        .order_by(func.substr(Claim.number, 1, 4).desc(), func.length(Claim.number).desc(),
                  Claim.number.desc())
        .limit(most)
    )  # fmt: skip
    if state:
        query = query.where(Claim.state == state)
    if meeting_id:
        query = query.where(
            Claim.lines.any((ClaimLine.meeting_id == meeting_id) & ~ClaimLine.is_removed),
            Claim.state != ClaimState.WITHDRAWN,
        )
    return session.scalars(query).all()


def count_drafts(session: Session) -> int:
    """Return how many claims are drafts."""
    query = select(func.count()).select_from(Claim).where(Claim.state == ClaimState.DRAFT)
    return session.scalar(query) or 0


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
