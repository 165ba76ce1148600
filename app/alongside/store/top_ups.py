"""What a late rate may change: lines of issued claims, and what they were topped up by."""

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session, contains_eager, joinedload

from alongside.domain.claims import FEE_CATEGORIES, GONE, MILEAGE, ClaimState
from alongside.domain.dates import Period
from alongside.domain.money import Money
from alongside.store.tables import Attendance, Claim, ClaimLine

_NOT = GONE | {ClaimState.REFUSED, ClaimState.DRAFT}


def issued_lines(session: Session, group_id: UUID, first: date) -> Sequence[ClaimLine]:
    """Return fees from a register, and mileage, on a group's issued claims from `first` on.

    By person and then in the order in which they were made, with their claims and people. What
    was corrected by hand is left out, and so are lines that top up others.
    """
    fee = ClaimLine.category.in_(FEE_CATEGORIES) & (ClaimLine.key != "")
    fee &= ClaimLine.is_by_hand.is_(False)
    query = (
        select(ClaimLine)
        .join(ClaimLine.claim)
        .options(contains_eager(ClaimLine.claim).joinedload(Claim.person))
        .where(
            Claim.group_id == group_id,
            Claim.state.not_in(_NOT),
            ClaimLine.is_removed.is_(False),
            ClaimLine.tops_up_id.is_(None),
            ClaimLine.day >= first,
            fee | (ClaimLine.category.in_(MILEAGE) & (ClaimLine.tenths_of_mile > 0)),
        )
        .order_by(Claim.person_id, ClaimLine.id)
    )
    return session.scalars(query).all()


def topped_up(session: Session, line_ids: Collection[UUID]) -> dict[UUID, Money]:
    """Return by how much lines were topped up before, on claims that still count."""
    query = (
        select(ClaimLine.tops_up_id, func.sum(ClaimLine.offered))
        .join(ClaimLine.claim)
        .where(
            ClaimLine.tops_up_id.in_(line_ids),
            ClaimLine.is_removed.is_(False),
            Claim.state.not_in({*GONE, ClaimState.REFUSED}),
        )
        .group_by(ClaimLine.tops_up_id)
    )
    return {line: amount for line, amount in session.execute(query) if line}


def miles(
    session: Session, people: Collection[UUID], period: Period
) -> Sequence[tuple[UUID, ClaimLine]]:
    """Return every mileage line of these people in a tax year, in the order they were made."""
    query = (
        select(Claim.person_id, ClaimLine)
        .join(Claim, ClaimLine.claim_id == Claim.id)
        .where(
            Claim.person_id.in_(people),
            Claim.state.not_in({*GONE, ClaimState.REFUSED}),
            ClaimLine.is_removed.is_(False),
            ClaimLine.category.in_(MILEAGE),
            ClaimLine.day >= period.first,
            ClaimLine.day <= (period.last or period.first),
        )
        .order_by(ClaimLine.id)
    )
    return [(person, line) for person, line in session.execute(query)]


def attendances(
    session: Session, meetings: Collection[UUID], people: Collection[UUID]
) -> dict[tuple[UUID, UUID], Attendance]:
    """Return lines of registers by (meeting, person), with their meetings and groups."""
    query = (
        select(Attendance)
        .options(joinedload(Attendance.meeting))
        .where(Attendance.meeting_id.in_(meetings), Attendance.person_id.in_(people))
    )
    return {(row.meeting_id, row.person_id): row for row in session.scalars(query)}
