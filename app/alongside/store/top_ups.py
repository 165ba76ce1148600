"""What a late rate may change: lines of issued claims, and what they were topped up by."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased, contains_eager, joinedload

from alongside.domain.claims import FEE_CATEGORIES, GONE, MILEAGE, Category, ClaimState
from alongside.domain.dates import Period
from alongside.store.claim_lines import REFUSED
from alongside.store.tables import Attendance, Claim, ClaimLine

_OVER = GONE | {ClaimState.REFUSED}
_NOT = _OVER | {ClaimState.DRAFT}


class TopUp(NamedTuple):
    """A line that pays the rest of another, `of`: None once that one is on no claim that counts."""

    line: ClaimLine
    of: UUID | None


def issued_lines(session: Session, group_id: UUID, first: date) -> Sequence[ClaimLine]:
    """Return fees that were drafted, and mileage, on a group's issued claims from `first` on.

    By person and then in the order in which they were made, with their claims and people. Fees
    added by hand are left out, and so are refused lines and those that top up others. A fee that
    was drafted keeps its offer apart from what was changed by hand.
    """
    fee = ClaimLine.category.in_(FEE_CATEGORIES) & (ClaimLine.key != "")
    query = (
        select(ClaimLine)
        .join(ClaimLine.claim)
        .options(contains_eager(ClaimLine.claim).joinedload(Claim.person))
        .where(
            Claim.group_id == group_id,
            Claim.state.not_in(_NOT),
            ClaimLine.is_removed.is_(False),
            ClaimLine.tops_up_id.is_(None),
            ClaimLine.id.not_in(REFUSED),
            ClaimLine.day >= first,
            fee | (ClaimLine.category.in_(MILEAGE) & (ClaimLine.tenths_of_mile > 0)),
        )
        .order_by(Claim.person_id, ClaimLine.id)
    )
    return session.scalars(query).all()


def fees_there(
    session: Session, people: Collection[UUID], days: Collection[date]
) -> set[tuple[UUID, UUID | date, Category]]:
    """Return which kinds of fee people have, or had taken off or refused, for a meeting or a day.

    Lines that top up others are not among them: they are counted beside those.
    """
    query = (
        select(Claim.person_id, ClaimLine.meeting_id, ClaimLine.day, ClaimLine.category)
        .join(ClaimLine.claim)
        .where(
            Claim.person_id.in_(people),
            Claim.state.not_in(GONE),
            ClaimLine.category.in_(FEE_CATEGORIES),
            ClaimLine.tops_up_id.is_(None),
            ClaimLine.day.in_(days),
        )
    )
    return {(person, meeting or day, kind) for person, meeting, day, kind in session.execute(query)}


def by_hand_on_drafts(session: Session, group_id: UUID, first: date) -> Sequence[str]:
    """Return the numbers of a group's drafts with miles or fees changed by hand, from `first`."""
    fee = ClaimLine.category.in_(FEE_CATEGORIES) & (ClaimLine.key != "")
    query = (
        select(Claim.number)
        .distinct()
        .join(Claim.lines)
        .where(
            Claim.group_id == group_id,
            Claim.state == ClaimState.DRAFT,
            ClaimLine.is_removed.is_(False),
            ClaimLine.is_by_hand.is_(True),
            ClaimLine.tops_up_id.is_(None),
            ClaimLine.day >= first,
            fee | (ClaimLine.category.in_(MILEAGE) & (ClaimLine.tenths_of_mile > 0)),
        )
        .order_by(Claim.number)
    )
    return session.scalars(query).all()


def beside(
    session: Session, people: Collection[UUID] | None = None, meeting_id: UUID | None = None
) -> list[TopUp]:
    """Return lines that top up others, of these people or one meeting, in the order of making.

    Only those that count: not refused, and on no claim that was taken back or refused.
    """
    of, its = aliased(ClaimLine), aliased(Claim)
    query = (
        select(ClaimLine, of.id, its.state, of.id.in_(REFUSED))
        .join(ClaimLine.claim)
        .options(contains_eager(ClaimLine.claim).defer(Claim.issued_sheet))
        .join(of, ClaimLine.tops_up_id == of.id)
        .join(its, of.claim_id == its.id)
        .where(
            ClaimLine.is_removed.is_(False),
            ClaimLine.id.not_in(REFUSED),
            Claim.state.not_in(_OVER),
        )
        .order_by(ClaimLine.id)
    )
    if people is not None:
        query = query.where(Claim.person_id.in_(people))
    if meeting_id:
        query = query.where(ClaimLine.meeting_id == meeting_id)
    return [
        TopUp(line, None if state in _OVER or is_refused else of_id)
        for line, of_id, state, is_refused in session.execute(query)
    ]


def lines_of_people(session: Session, people: Collection[UUID]) -> Sequence[ClaimLine]:
    """Return the lines of people that top up no other, and count, with their claims."""
    query = (
        select(ClaimLine)
        .join(ClaimLine.claim)
        .options(contains_eager(ClaimLine.claim).defer(Claim.issued_sheet))
        .where(
            Claim.person_id.in_(people),
            Claim.state.not_in(_OVER),
            ClaimLine.is_removed.is_(False),
            ClaimLine.tops_up_id.is_(None),
            ClaimLine.id.not_in(REFUSED),
        )
    )
    return session.scalars(query).all()


def miles(
    session: Session, people: Collection[UUID], period: Period
) -> Sequence[tuple[UUID, ClaimLine]]:
    """Return every mileage line of these people in a tax year, in the order they were made."""
    query = (
        select(Claim.person_id, ClaimLine)
        .join(Claim, ClaimLine.claim_id == Claim.id)
        .where(
            Claim.person_id.in_(people),
            Claim.state.not_in(_OVER),
            ClaimLine.is_removed.is_(False),
            ClaimLine.id.not_in(REFUSED),
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
