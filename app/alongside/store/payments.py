"""Where steps of claims, refused lines, payment runs and payments are kept and found again."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ScalarSelect, String, case, func, select, type_coerce
from sqlalchemy.orm import Session, defer, joinedload, selectinload

from alongside.domain.approval import Act, Step
from alongside.domain.claims import FEE_CATEGORIES, OPEN, ClaimState
from alongside.domain.dates import Period
from alongside.domain.money import Money
from alongside.domain.payments import PaymentState, RunState
from alongside.store.tables import (
    Claim,
    ClaimLine,
    ClaimStep,
    GiftMade,
    LineRefusal,
    Payment,
    PaymentRun,
    Person,
)

_SETTLED = frozenset({PaymentState.PAID, PaymentState.PART_PAID})


def steps_of(session: Session, claim_id: UUID) -> Sequence[ClaimStep]:
    """Return what was done to a claim, in order."""
    query = select(ClaimStep).where(ClaimStep.claim_id == claim_id).order_by(ClaimStep.id)
    return session.scalars(query).all()


def told_steps(session: Session, claim_id: UUID) -> list[Step]:
    """Return what was done to a claim, in order, as the rules of approval want it."""
    return [
        Step(step.act, step.at.date(), step.who, step.how, step.words, step.is_exception)
        for step in steps_of(session, claim_id)
    ]


def since(claim_id: object = Claim.id) -> ScalarSelect[datetime]:
    """Return, for a query about claims, when the last step was taken."""
    return select(func.max(ClaimStep.at)).where(ClaimStep.claim_id == claim_id).scalar_subquery()


def board(session: Session) -> Sequence[tuple[ClaimState, int, date]]:
    """Return for each state that is not over: how many claims, and since when the oldest stands."""
    oldest = func.min(func.coalesce(func.date(since()), Claim.issued_on, Claim.made_on))
    query = select(Claim.state, func.count(), oldest).where(Claim.state.in_(OPEN))
    rows = session.execute(query.group_by(Claim.state)).all()
    return [(state, number, date.fromisoformat(str(day)[:10])) for state, number, day in rows]


def refusals(session: Session, claim_ids: Iterable[UUID]) -> dict[UUID, LineRefusal]:
    """Return the refusals of lines of these claims, by line."""
    query = (
        select(LineRefusal).join(LineRefusal.line).where(ClaimLine.claim_id.in_(list(claim_ids)))
    )
    return {each.line_id: each for each in session.scalars(query)}


def _money(value: Money | int | None) -> Money:
    return value if isinstance(value, Money) else Money(value or 0)


def find_run(session: Session, run_id: UUID) -> PaymentRun | None:
    """Return a payment run with its payments, or None."""
    return session.get(PaymentRun, run_id, options=[
        selectinload(PaymentRun.payments).options(
            joinedload(Payment.claim).options(
                defer(Claim.issued_sheet), joinedload(Claim.group), joinedload(Claim.person)),
            joinedload(Payment.person).joinedload(Person.bank_details))])  # fmt: skip


def runs(session: Session, most: int | None) -> Sequence[tuple[PaymentRun, int, Money, Money]]:
    """Return the newest payment runs, each with how many payments, their fees and expenses."""
    counts = PaymentState.TAKEN_OUT
    query = (
        select(
            PaymentRun,
            func.count(Payment.id),
            func.sum(Payment.fees),
            func.sum(Payment.expenses),
        )
        .outerjoin(Payment, (Payment.run_id == PaymentRun.id) & (Payment.state != counts))
        .group_by(PaymentRun.id)
        .order_by(PaymentRun.made_on.desc(), PaymentRun.number.desc())
        .limit(most)
    )
    return [(run, n, _money(f), _money(e)) for run, n, f, e in session.execute(query)]


def last_run_number(session: Session, year: int) -> str | None:
    """Return the highest number of a payment run of `year` ("P2026-012"), or None."""
    query = (
        select(PaymentRun.number)
        .where(PaymentRun.number.startswith(f"P{year}-"))
        .order_by(func.length(PaymentRun.number).desc(), PaymentRun.number.desc())
    )
    return session.scalars(query.limit(1)).first()


def find_payment(session: Session, payment_id: UUID) -> Payment | None:
    """Return the payment with this id, or None."""
    return session.get(Payment, payment_id)


def of_claim(session: Session, claim_id: UUID) -> Sequence[Payment]:
    """Return the payments of a claim in the order of their days, but those taken out of a run."""
    query = (
        select(Payment)
        .join(Payment.run)
        .where(Payment.claim_id == claim_id, Payment.state != PaymentState.TAKEN_OUT)
        .order_by(Payment.day, PaymentRun.number)
    )
    return session.scalars(query).all()


def approved_at(session: Session, claims: Collection[UUID]) -> dict[UUID, datetime]:
    """Return when each of these claims was approved last; those that never were are left out."""
    query = (
        select(ClaimStep.claim_id, func.max(ClaimStep.at))
        .where(ClaimStep.claim_id.in_(claims), ClaimStep.act == Act.APPROVED)
        .group_by(ClaimStep.claim_id)
    )
    return dict(session.execute(query).all())


def came_back(session: Session, claims: Collection[UUID]) -> dict[tuple[UUID, UUID], Payment]:
    """Return the last payment that came back of each of these claims, by claim and payee."""
    query = (
        select(Payment)
        .join(Payment.run)
        .where(Payment.claim_id.in_(claims), Payment.state == PaymentState.BOUNCED)
        .order_by(Payment.day, PaymentRun.number)
    )
    return {(each.claim_id, each.person_id): each for each in session.scalars(query)}


def fees_by_payment(
    session: Session, people: Collection[UUID], span: Period, *, but_for: UUID
) -> Iterator[tuple[UUID, date, Money]]:
    """Yield (person, day, fees) of payments that went or will go out, but for those of one run."""
    amount = case((Payment.state.in_(_SETTLED), Payment.fees_paid), else_=Payment.fees)
    counts = {PaymentState.WAITING, *_SETTLED}
    query = (
        select(type_coerce(Payment.person_id, String), Payment.day, amount)
        .join(Payment.run)
        .where(
            Payment.person_id.in_(people), Payment.day.between(span.first, span.last),
            Payment.state.in_(counts), PaymentRun.state != RunState.VOID, PaymentRun.id != but_for,
        )
    )  # fmt: skip
    known = _by_kept(people)
    for person, day, fees in session.execute(query):
        yield known[person], day, _money(fees)


def in_kind_by_day(
    session: Session, people: Collection[UUID], span: Period
) -> Iterator[tuple[UUID, date, Money]]:
    """Yield (person, day, worth) of what was handed over in kind, by the day that it was."""
    query = (
        select(Claim.person_id, GiftMade.day, ClaimLine.in_kind)
        .join(ClaimLine, ClaimLine.claim_id == Claim.id)
        .join(GiftMade, GiftMade.line_id == ClaimLine.id)
        .where(
            Claim.person_id.in_(people), GiftMade.day.between(span.first, span.last),
            ClaimLine.in_kind > Money(),
        )
    )  # fmt: skip
    yield from session.execute(query)


def fees_by_activity(
    session: Session, people: Collection[UUID], span: Period, new: Collection[UUID]
) -> Iterator[tuple[UUID, date, Money, bool]]:
    """Yield (person, day, fees, whether of a `new` claim) of what is approved, in a run or paid.

    By the day of the activity, and added up for each day: there are twenty years of them. What
    somebody gets in kind counts like money (domain 1.4).
    """
    counts = {ClaimState.APPROVED, ClaimState.IN_RUN, ClaimState.PAID}
    who, is_new = type_coerce(Claim.person_id, String), Claim.id.in_(new)
    query = (
        select(who, ClaimLine.day, func.sum(ClaimLine.amount + ClaimLine.in_kind), is_new)
        .join(ClaimLine, ClaimLine.claim_id == Claim.id)
        .outerjoin(LineRefusal, LineRefusal.line_id == ClaimLine.id)
        .where(
            Claim.person_id.in_(people), Claim.state.in_(counts),
            ClaimLine.day.between(span.first, span.last), LineRefusal.id.is_(None),
            ClaimLine.category.in_(FEE_CATEGORIES), ClaimLine.is_removed.is_(False),
        )
        .group_by(Claim.person_id, ClaimLine.day, is_new)
    )  # fmt: skip
    known = _by_kept(people)
    for person, day, fees, of_new in session.execute(query):
        yield known[person], day, _money(fees), of_new


def _by_kept(people: Iterable[UUID]) -> dict[str, UUID]:
    """Return people by their id as the file keeps it.

    Of thousands of days, to make an id of each anew takes as long as to add up the fees.
    """
    return {person.hex: person for person in people}


def days_of(session: Session, claim_ids: Collection[UUID]) -> dict[UUID, Period]:
    """Return for each person the days between the first and the last fee of these claims."""
    query = (
        select(Claim.person_id, func.min(ClaimLine.day), func.max(ClaimLine.day))
        .join(ClaimLine, ClaimLine.claim_id == Claim.id)
        .where(Claim.id.in_(claim_ids), ClaimLine.category.in_(FEE_CATEGORIES))
        .group_by(Claim.person_id)
    )
    return {person: Period(first, last) for person, first, last in session.execute(query)}


def add_step(
    session: Session, claim: Claim, act: Act, at: datetime, who: str, *, how: str = "",
    words: str = "", is_exception: bool = False,
) -> None:  # fmt: skip
    """Keep that something was done to a claim."""
    session.add(
        ClaimStep(claim_id=claim.id, act=act, at=at, who=who, how=how, words=words,
                  is_exception=is_exception)
    )  # fmt: skip
