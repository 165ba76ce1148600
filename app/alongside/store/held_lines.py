"""Lines of one person that claims hold side by side: for one meeting, or on one day."""

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, contains_eager

from alongside.domain.claims import GONE, ClaimState
from alongside.store.tables import Claim, ClaimLine, LineRefusal


def of_meetings(
    session: Session, person_id: UUID, meeting_ids: Collection[UUID]
) -> Sequence[ClaimLine]:
    """Return a person’s lines for these meetings, with their claims, by claim."""
    return session.scalars(_held(person_id).where(ClaimLine.meeting_id.in_(meeting_ids))).all()


def beside(
    session: Session, person_id: UUID, meeting_ids: Collection[UUID], days: Collection[date]
) -> Sequence[ClaimLine]:
    """Return a person’s lines for these meetings or of these days, with their claims, by claim."""
    wanted = ClaimLine.meeting_id.in_(meeting_ids) | ClaimLine.day.in_(days)
    return session.scalars(_held(person_id).where(wanted)).all()


def _held(person_id: UUID) -> Select[ClaimLine]:
    """Lines that count: not those removed or refused, nor of claims that were taken back."""
    return (
        select(ClaimLine)
        .join(ClaimLine.claim)
        .outerjoin(LineRefusal, LineRefusal.line_id == ClaimLine.id)
        .options(contains_eager(ClaimLine.claim).defer(Claim.issued_sheet))
        .where(
            Claim.person_id == person_id,
            Claim.state.not_in({*GONE, ClaimState.REFUSED}),
            ClaimLine.is_removed.is_(False),
            LineRefusal.id.is_(None),
        )
        .order_by(Claim.number, ClaimLine.position)
    )
