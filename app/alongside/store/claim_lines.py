"""Where the lines of claims are kept, and matched again to what they were drafted from."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session, contains_eager, joinedload

from alongside.domain.claims import FEE_CATEGORIES, GONE, MILEAGE, Category, ClaimState
from alongside.domain.dates import Period
from alongside.domain.expenses import JOURNEYS
from alongside.domain.money import Money
from alongside.store.tables import Claim, ClaimLine, LineRefusal, LineShare

REFUSED = select(LineRefusal.line_id)
"""Lines that somebody refused when the rest of their claim was approved."""


def find(session: Session, line_id: UUID) -> ClaimLine | None:
    """Return the line with this id, or None."""
    return session.get(ClaimLine, line_id)


def drafted(
    session: Session, meeting_id: UUID, person_id: UUID | None = None
) -> Sequence[ClaimLine]:
    """Return the lines drafted from a meeting's register, of one person or of everybody.

    Lines added by hand, and those of withdrawn claims, are not among them.
    """
    query = (
        select(ClaimLine)
        .join(ClaimLine.claim)
        .options(contains_eager(ClaimLine.claim))
        .where(
            ClaimLine.meeting_id == meeting_id,
            ClaimLine.key != "",
            Claim.state.not_in(GONE),
        )
        .order_by(ClaimLine.position)
    )
    if person_id:
        query = query.where(Claim.person_id == person_id)
    return session.scalars(query).all()


def on_drafts(
    session: Session, *, group_id: UUID | None = None, people: Collection[UUID] | None = None
) -> Sequence[ClaimLine]:
    """Return lines drafted from registers that stand on drafts: of a group, or of people.

    With their claims and meetings, in the order in which they were made.
    """
    query = (
        select(ClaimLine)
        .join(ClaimLine.claim)
        .options(contains_eager(ClaimLine.claim), joinedload(ClaimLine.meeting))
        .where(
            Claim.state == ClaimState.DRAFT, ClaimLine.key != "", ClaimLine.meeting_id.is_not(None)
        )
        .order_by(ClaimLine.id)
    )
    if group_id:
        query = query.where(Claim.group_id == group_id)
    if people is not None:
        query = query.where(Claim.person_id.in_(people))
    return session.scalars(query).all()


def limited_by_hand(session: Session, people: Collection[UUID]) -> Sequence[ClaimLine]:
    """Return expenses changed by hand, on drafts of people, of which less is paid than was spent.

    With their claims.
    """
    query = (
        select(ClaimLine)
        .join(ClaimLine.claim)
        .options(contains_eager(ClaimLine.claim))
        .where(
            Claim.person_id.in_(people),
            Claim.state == ClaimState.DRAFT,
            ClaimLine.is_by_hand.is_(True),
            ClaimLine.is_removed.is_(False),
            ClaimLine.category.not_in(FEE_CATEGORIES),
            ClaimLine.amount < ClaimLine.offered,
        )
        .order_by(ClaimLine.claim_id, ClaimLine.position)
    )
    return session.scalars(query).all()


def tenths_claimed(
    session: Session, person_id: UUID, period: Period, before: UUID | None = None
) -> dict[Category, int]:
    """Return the tenths of a mile that a person claimed in `period`, by category.

    With `before`, only lines made before that one: of two journeys, one must come first, and it
    must stay the first however often both are worked out. Removed and refused lines, and claims
    that were taken back or refused, do not count.
    """
    query = (
        select(ClaimLine.category, func.sum(ClaimLine.tenths_of_mile))
        .join(Claim)
        .where(
            Claim.person_id == person_id,
            Claim.state.not_in({*GONE, ClaimState.REFUSED}),
            ClaimLine.is_removed.is_(False),
            ClaimLine.id.not_in(REFUSED),
            ClaimLine.category.in_(MILEAGE),
            ClaimLine.day >= period.first,
        )
        .group_by(ClaimLine.category)
    )
    if period.last:
        query = query.where(ClaimLine.day <= period.last)
    if before:
        query = query.where(ClaimLine.id < before)
    return dict(session.execute(query).all())


def journeys(session: Session, person_id: UUID, day: date) -> Sequence[ClaimLine]:
    """Return a person’s journeys of a day that were drafted from registers, with their claims.

    In the order in which they were made. Removed lines, and claims that were taken back or
    refused, are not among them.
    """
    query = (
        select(ClaimLine)
        .join(ClaimLine.claim)
        .options(contains_eager(ClaimLine.claim).defer(Claim.issued_sheet))
        .where(
            Claim.person_id == person_id,
            Claim.state.not_in({*GONE, ClaimState.REFUSED}),
            ClaimLine.day == day,
            ClaimLine.is_removed.is_(False),
            ClaimLine.key.startswith("usual:"),
            ClaimLine.category.in_(JOURNEYS),
        )
        .order_by(ClaimLine.id)
    )
    return session.scalars(query).all()


def fees_near(
    session: Session, person_id: UUID, day: date, but_for: UUID | None
) -> list[tuple[date, Money, str]]:
    """Return a person's fees within a year of `day`, so that any week, month or tax year is whole.

    Each has its day, its amount and what tells activities apart; those of the meeting `but_for`
    are not among them.
    """
    found = fees_of_people(session, [person_id], day, day)[person_id]
    return [row for row in found if row[2] != str(but_for)]


_MEETING = case(((ClaimLine.key != "") | ClaimLine.tops_up_id.is_not(None), ClaimLine.meeting_id))
"""The meeting whose register a fee came from: one typed by hand is an activity of its own."""


def fees_of_people(
    session: Session, people: Collection[UUID], first: date, last: date
) -> dict[UUID, list[tuple[date, Money, str]]]:
    """Return people's fees in all groups within a year of the days from `first` to `last`.

    Removed and refused lines, and claims that were withdrawn, returned or refused, are not among
    them.
    """
    span = (first - timedelta(days=366), last + timedelta(days=366))
    query = (
        select(Claim.person_id, ClaimLine.day, ClaimLine.amount, _MEETING, ClaimLine.id)
        .join(Claim)
        .where(
            Claim.person_id.in_(people),
            Claim.state.not_in({*GONE, ClaimState.REFUSED}),
            ClaimLine.is_removed.is_(False),
            ClaimLine.id.not_in(REFUSED),
            ClaimLine.category.in_(FEE_CATEGORIES),
            ClaimLine.day.between(*span),
        )
    )
    found: dict[UUID, list[tuple[date, Money, str]]] = {person: [] for person in people}
    for person, on, amount, meeting, line in session.execute(query):
        found[person].append((on, amount, str(meeting or line)))
    return found


def copy_of(line: ClaimLine, position: int) -> ClaimLine:
    """Return a new line that says the same, for another claim."""
    values: dict[str, Any] = {
        column.key: getattr(line, column.key)
        for column in ClaimLine.__table__.columns
        if column.key not in {"id", "claim_id", "position"}
    }
    return ClaimLine(**values, position=position, shares=shares_like(line))


def shares_like(line: ClaimLine) -> list[LineShare]:
    """Return the shares of a line for another one: the same budgets bear it."""
    return [
        LineShare(position=share.position, group_id=share.group_id, code=share.code,
                  hundredths=share.hundredths, amount=share.amount)
        for share in line.shares
    ]  # fmt: skip
