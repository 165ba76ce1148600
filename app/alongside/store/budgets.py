"""Where budgets and shares of lines are kept, and what lines of claims come to for them.

Nearly all lines are summed by SQLite. Only those that several budgets share, and those of claims
that were paid in part, are read one by one.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session, joinedload

from alongside.domain.budgets import COUNTED
from alongside.domain.claims import Category, ClaimState, Handling
from alongside.domain.dates import Period
from alongside.domain.money import NOTHING, Money
from alongside.domain.payments import PaymentState, Sum
from alongside.store.dues import Place
from alongside.store.tables import Budget, Claim, ClaimLine, Group, LineRefusal, LineShare, Payment

_SETTLED = frozenset({PaymentState.PAID, PaymentState.PART_PAID})
_WAITING = frozenset({ClaimState.APPROVED, ClaimState.IN_RUN})

Summed = tuple[UUID, str, ClaimState, Category, Handling, Money]
"""The group and code of claims, their state, the kind of line, how it is met, and what it costs."""


def find(session: Session, budget_id: UUID) -> Budget | None:
    """Return the budget with this id, or None."""
    return session.get(Budget, budget_id)


def of_group(session: Session, group_id: UUID, period: Period) -> Sequence[Budget]:
    """Return the budgets of a group whose year begins within `period`, by code."""
    query = select(Budget).where(
        Budget.group_id == group_id, Budget.first.between(period.first, period.last)
    )
    return session.scalars(query.options(joinedload(Budget.group)).order_by(Budget.code)).all()


def on(session: Session, day: date) -> Sequence[Budget]:
    """Return every budget whose year has `day`, by group and code."""
    query = (
        select(Budget)
        .join(Budget.group)
        .options(joinedload(Budget.group))
        .where(Budget.first <= day, Budget.last >= day)
        .order_by(func.lower(Group.name), Budget.code)
    )
    return session.scalars(query).all()


def first_day(session: Session, group_id: UUID) -> date | None:
    """Return the first day that a group has a budget or a line of a claim for, or None."""
    days = [
        session.scalar(select(func.min(Budget.first)).where(Budget.group_id == group_id)),
        session.scalar(
            select(func.min(ClaimLine.day)).join(Claim).where(Claim.group_id == group_id)
        ),
    ]
    return min((day for day in days if day), default=None)


def borne_by(
    session: Session, *, claims: Collection[UUID] | None = None, meeting: UUID | None = None
) -> Sequence[Budget]:
    """Return the budgets that bear any line of these claims, or of a meeting, by group and code."""
    mine = ClaimLine.meeting_id == meeting if claims is None else ClaimLine.claim_id.in_(claims)
    own = and_(Claim.group_id == Budget.group_id, Claim.budget_code == Budget.code,
               ClaimLine.id.not_in(select(LineShare.line_id)))  # fmt: skip
    share = and_(LineShare.group_id == Budget.group_id, LineShare.code == Budget.code)
    query = (
        select(Budget)
        .distinct()
        .options(joinedload(Budget.group))
        .select_from(ClaimLine)
        .join(Claim, Claim.id == ClaimLine.claim_id)
        .outerjoin(LineShare, LineShare.line_id == ClaimLine.id)
        .join(Budget, or_(own, share) & ClaimLine.day.between(Budget.first, Budget.last))
        .where(mine, ClaimLine.is_removed.is_(False), Claim.state.in_(COUNTED))
    )
    found = session.scalars(query).all()
    return sorted(found, key=lambda budget: (budget.group.name.casefold(), budget.code))


def sums(session: Session, period: Period) -> Iterable[Summed]:
    """Return what the lines of all claims on days of `period` cost, summed.

    Lines that budgets share, and those of claims paid in part, are not in it: see `apart`. One
    group alone would take longer: then SQLite reads all of its claims, of whatever year.
    """
    cost = func.sum(ClaimLine.amount + ClaimLine.given + ClaimLine.in_kind)
    kinds = (Claim.group_id, Claim.budget_code, Claim.state, ClaimLine.category, ClaimLine.handling)
    query = (
        select(*kinds, cost)
        .join(Claim, Claim.id == ClaimLine.claim_id)
        .where(
            *_counts(),
            ClaimLine.day.between(period.first, period.last),
            ClaimLine.id.not_in(select(LineShare.line_id)),
            Claim.id.not_in(_paid_in_part()),
        )
    )
    for group, code, state, category, handling, cost_of_all in session.execute(
        query.group_by(*kinds)
    ):
        pence = cost_of_all if isinstance(cost_of_all, Money) else Money(cost_of_all)
        yield group, code, state, category, handling, pence


def apart(session: Session, period: Period, claims: Collection[UUID]) -> Sequence[ClaimLine]:
    """Return the lines that `sums` leaves out, with their claims and shares, in order of making.

    Those are the shared ones on days of `period`, and all of the `claims` that were paid in part,
    whatever their day: what was paid is spread over them.
    """
    found: dict[UUID, ClaimLine] = {}
    shared = and_(ClaimLine.id.in_(select(LineShare.line_id)),
                  ClaimLine.day.between(period.first, period.last))  # fmt: skip
    for wanted in (shared, ClaimLine.claim_id.in_(claims)):  # one “or” would read every line
        query = (
            select(ClaimLine)
            .join(Claim, Claim.id == ClaimLine.claim_id)
            .options(joinedload(ClaimLine.claim).defer(Claim.issued_sheet),
                     joinedload(ClaimLine.shares))
            .where(*_counts(), wanted)
        )  # fmt: skip
        found |= {line.id: line for line in session.scalars(query).unique()}
    return sorted(found.values(), key=lambda line: line.id)


def part_paid(session: Session) -> dict[Place, Sum]:
    """Return what was paid so far of claims that were paid in part, by claim and payee."""
    query = (
        select(Payment.claim_id, Payment.person_id, func.sum(Payment.fees_paid),
               func.sum(Payment.expenses_paid))
        .where(Payment.claim_id.in_(_paid_in_part()), Payment.state.in_(_SETTLED))
        .group_by(Payment.claim_id, Payment.person_id)
    )  # fmt: skip
    return {
        (claim, payee): Sum(fees or NOTHING, expenses or NOTHING)
        for claim, payee, fees, expenses in session.execute(query)
    }


def shares_of(session: Session, claim_id: UUID) -> dict[UUID, list[LineShare]]:
    """Return the shares of the lines of a claim, by line, in order, with their groups."""
    query = (
        select(LineShare)
        .join(LineShare.line)
        .options(joinedload(LineShare.group))
        .where(ClaimLine.claim_id == claim_id)
        .order_by(LineShare.position)
    )
    found: dict[UUID, list[LineShare]] = {}
    for share in session.scalars(query):
        found.setdefault(share.line_id, []).append(share)
    return found


def _counts() -> tuple[ColumnElement[bool], ...]:
    """Return what a line and its claim must be for a budget to bear it."""
    return (
        ClaimLine.is_removed.is_(False),
        Claim.state.in_(COUNTED),
        ClaimLine.id.not_in(select(LineRefusal.line_id)),
    )


def _paid_in_part() -> Select[UUID]:
    """Select the claims that wait for money and had some already."""
    return (
        select(Payment.claim_id)
        .join(Payment.claim)
        .where(Claim.state.in_(_WAITING), Payment.state.in_(_SETTLED))
    )
