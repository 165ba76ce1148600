"""Where papers about payments find their lines: of a run, and of one person in a year."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, contains_eager, joinedload

from alongside.domain.claims import ClaimState
from alongside.domain.dates import Period
from alongside.domain.money import NOTHING, Money
from alongside.domain.payments import PaymentState, Sum
from alongside.store.tables import Claim, ClaimLine, LineRefusal, Payment

_COUNTED = frozenset({ClaimState.APPROVED, ClaimState.IN_RUN, ClaimState.PAID})
_SETTLED = frozenset({PaymentState.PAID, PaymentState.PART_PAID})


def lines_of(session: Session, claim_ids: Collection[UUID]) -> dict[UUID, list[ClaimLine]]:
    """Return the lines of these claims that count, fees and expenses as they stand, by claim."""
    query = (
        select(ClaimLine)
        .where(ClaimLine.claim_id.in_(claim_ids), ClaimLine.is_removed.is_(False))
        .order_by(ClaimLine.day, ClaimLine.position)
    )
    found: dict[UUID, list[ClaimLine]] = {claim_id: [] for claim_id in claim_ids}
    for line in session.scalars(query):
        found[line.claim_id].append(line)
    return found


def paid_before(session: Session, payment: Payment) -> Sum:
    """Return what the same payee was paid of the same claim in runs that were made before."""
    query = select(func.sum(Payment.fees_paid), func.sum(Payment.expenses_paid)).where(
        Payment.claim_id == payment.claim_id,
        Payment.person_id == payment.person_id,
        Payment.state.in_(_SETTLED),
        Payment.id < payment.id,
    )
    fees, expenses = session.execute(query).one()
    return Sum(_money(fees), _money(expenses))


def _money(value: Money | int | None) -> Money:
    return value if isinstance(value, Money) else Money(value or 0) if value else NOTHING


def lines_of_person(session: Session, person_id: UUID, year: Period) -> Sequence[ClaimLine]:
    """Return the lines of a person's activity in `year` that were approved, by day.

    Also those of others that are paid to them, or given.
    """
    query = (
        select(ClaimLine)
        .join(ClaimLine.claim)
        .options(contains_eager(ClaimLine.claim).joinedload(Claim.group))
        .outerjoin(LineRefusal, LineRefusal.line_id == ClaimLine.id)
        .where(
            or_(Claim.person_id == person_id, ClaimLine.payee_id == person_id,
                ClaimLine.given_payee_id == person_id),
            Claim.state.in_(_COUNTED),
            ClaimLine.day.between(year.first, year.last), ClaimLine.is_removed.is_(False),
            LineRefusal.id.is_(None),
        )
        .order_by(ClaimLine.day, Claim.number, ClaimLine.position)
    )  # fmt: skip
    return session.scalars(query).all()


def payments_of_person(session: Session, person_id: UUID, year: Period) -> Sequence[Payment]:
    """Return what was paid to a person in `year`, in full or in part, by day."""
    query = (
        select(Payment)
        .join(Payment.claim)
        .options(contains_eager(Payment.claim).joinedload(Claim.group), joinedload(Payment.run))
        .where(
            Payment.person_id == person_id, Payment.day.between(year.first, year.last),
            Payment.state.in_(_SETTLED),
        )
        .order_by(Payment.day, Claim.number, Payment.id)
    )  # fmt: skip
    return session.scalars(query).all()
