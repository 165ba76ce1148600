"""What to look at before a run is sent: the limits people set, and what would stop a payment."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.domain.dates import Period, say_date, say_day
from alongside.domain.fee_caps import DatedFee as CappedFee
from alongside.domain.fee_caps import cap_warnings
from alongside.domain.limits import By, DatedFee, Limits, looked_at, over, room
from alongside.domain.money import Money
from alongside.domain.payments import PaymentState, PayMethod, RunState
from alongside.domain.people import NameCheck, PersonStatus
from alongside.domain.policy import Policy
from alongside.domain.policy_rules import Region
from alongside.exchange.bank_holidays import bank_holidays
from alongside.i18n import _
from alongside.services.account_changes import AccountChanges
from alongside.services.budget_sums import warnings
from alongside.services.people import limits_of
from alongside.services.policies import rules_of
from alongside.store import budgets, claim_lines, payments
from alongside.store.file import DataFile
from alongside.store.tables import Payment, PaymentRun, Person
from alongside.store.work import Session, reading


@dataclass(frozen=True, slots=True)
class WarningRow:
    """A fact about one person in a run, or about a budget that bears it, without a verdict.

    `held` are the payments that could wait so that the person gets no more than they asked for.
    """

    id: int
    person_id: UUID | None
    person: str
    words: str
    held: tuple[UUID, ...] = ()


class PaymentWarningService:
    """Say what people asked to be told before they are paid."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def list_for(self, run_id: UUID) -> list[WarningRow]:
        """Return what to look at in a run before it is sent, by name, then budgets near their end.

        Nothing for a run that is gone.
        """
        with reading(self._store) as session:
            run = payments.find_run(session, run_id)
            if run is None:
                return []
            said = _about_day(run, self._store.now().date())
            about_day = [WarningRow(-number, None, _("Day of payment"), words)
                         for number, words in enumerate(said, 1)]  # fmt: skip
            return [*about_day, *_rows(_warnings(session, run))]

    def room(self, payment_id: UUID) -> Money | None:
        """Return how much of a payment's fees fits into the limits of who gets it; None for all."""
        with reading(self._store) as session:
            payment = payments.find_payment(session, payment_id)
            limits = limits_of(payment.person) if payment else None
            if payment is None or limits is None or not limits.is_set:
                return None
            paid = _paid(session, payment.run, [payment.person_id])[payment.person_id]
            paid += [
                DatedFee(other.day, other.fees)
                for other in payment.run.payments
                if other.id != payment.id and other.person_id == payment.person_id
                and other.state is PaymentState.WAITING
            ]  # fmt: skip
            return room(limits, paid, payment.day)


_SATURDAY = 5
Found = tuple[Person | None, str, tuple[UUID, ...]]


def _warnings(session: Session, run: PaymentRun) -> Iterable[Found]:
    waiting = [p for p in run.payments if p.state is PaymentState.WAITING]
    by_person: dict[UUID, list[Payment]] = {}
    for payment in sorted(waiting, key=lambda p: (p.person.search, p.claim.number)):
        by_person.setdefault(payment.person_id, []).append(payment)
    limits = {person_id: limits_of(them[0].person) for person_id, them in by_person.items()}
    limited = {person_id for person_id, theirs in limits.items() if theirs.is_set}
    paid = _paid(session, run, limited)
    done = _done(session, run, limited)
    changes = AccountChanges(session, waiting)
    for person_id, theirs in by_person.items():
        person = theirs[0].person
        yield from ((person, words, ()) for words in _about(person, run))
        if run.method is PayMethod.BANK:
            yield from ((person, words, ()) for words in changes.of(person, theirs))
        if person_id in limited:
            yield from _over(person, limits[person_id], theirs, paid[person_id], done[person_id])
    yield from _over_caps(session, by_person)
    for _budget, words in warnings(
        session, budgets.borne_by(session, claims=[payment.claim_id for payment in waiting])
    ):
        yield None, words, ()


def _about_day(run: PaymentRun, today: date) -> Iterable[str]:
    """Yield why the money of a run that is not sent cannot be there on its day."""
    if run.state is not RunState.OPEN:
        return
    day = say_day(run.pay_on)
    if run.pay_on < today:
        yield _("The day of payment, {day}, is over.").format(day=day)
    is_holiday = run.pay_on in bank_holidays(Region.ENGLAND, [run.pay_on.year])
    if run.method is PayMethod.BANK and (is_holiday or run.pay_on.weekday() >= _SATURDAY):
        words = _("The day of payment, {day}, is no working day of banks: money may come later.")
        yield words.format(day=day)


def _about(person: Person, run: PaymentRun) -> Iterable[str]:
    """Yield what would stop the money, or what the person asked for."""
    if run.method is PayMethod.BANK:
        bank = person.bank_details
        if bank is None:
            yield _("There are no bank details, so nothing can be sent.")
        elif bank.check_result is NameCheck.NO_MATCH:
            yield _("The bank said that the name does not match the account.")
    if person.pay_from and person.pay_from > run.pay_on:
        yield _("They asked not to be paid before {day}.").format(day=say_date(person.pay_from))
    if person.status is PersonStatus.DIED:
        yield _("They have died. Money that is owed can still be settled.")


def _over_caps(session: Session, by_person: dict[UUID, list[Payment]]) -> Iterable[Found]:
    """Yield where a policy’s own caps on a person are passed by an activity of this run."""
    capped: dict[UUID, list[Policy]] = {}
    for person_id, theirs in by_person.items():
        policies = {p.claim.group.policy.text for p in theirs if p.claim.group.policy}
        if found := [rules for text in sorted(policies) if (rules := rules_of(text)).caps]:
            capped[person_id] = found
    own = [p.claim_id for who in capped for p in by_person[who] if p.claim.person_id == who]
    days = payments.days_of(session, own)
    if not days:
        return
    near = claim_lines.fees_of_people(session, days, *_ends(days.values()))
    for person_id, span in days.items():
        fees = [CappedFee(*row) for row in near[person_id]]
        for rules in capped[person_id]:
            for each in cap_warnings(rules, fees):
                if each.period.first <= (span.last or span.first) and (
                    each.period.last is None or each.period.last >= span.first
                ):
                    yield by_person[person_id][0].person, each.words, ()


def _ends(spans: Collection[Period]) -> tuple[date, date]:
    """Return the first and the last day of several spans."""
    return min(each.first for each in spans), max(each.last or each.first for each in spans)


def _over(
    person: Person, limits: Limits, theirs: Sequence[Payment], paid: Sequence[DatedFee],
    done: Sequence[DatedFee],
) -> Iterable[Found]:  # fmt: skip
    new = [DatedFee(payment.day, payment.fees, is_new=True) for payment in theirs]
    passed = over(limits, [*paid, *new], By.PAYMENT)
    held = _held(limits, theirs, paid) if passed else ()
    for each in passed:
        yield person, each.words, held
    for each in over(limits, done, By.ACTIVITY):
        yield person, each.words, ()


def _held(limits: Limits, theirs: Sequence[Payment], paid: Sequence[DatedFee]) -> tuple[UUID, ...]:
    """Return which payments to hold: the oldest claims go first, as long as they fit."""
    kept = list(paid)
    held = []
    for payment in theirs:
        fee = DatedFee(payment.day, payment.fees, is_new=True)
        if over(limits, [*kept, fee], By.PAYMENT):
            held.append(payment.id)
        else:
            kept.append(fee)
    return tuple(held)


def _paid(
    session: Session, run: PaymentRun, people: Collection[UUID]
) -> dict[UUID, list[DatedFee]]:
    """Return fees that went or will go out in other runs, on days that limits look at."""
    found: dict[UUID, list[DatedFee]] = {person: [] for person in people}
    days = [run.pay_on, *(payment.day for payment in run.payments)]
    span = looked_at(min(days), max(days))
    for person, day, fees in payments.fees_by_payment(session, people, span, but_for=run.id):
        found[person].append(DatedFee(day, fees))
    for person, day, worth in payments.in_kind_by_day(session, people, span):
        found[person].append(DatedFee(day, worth))
    return found


def _done(
    session: Session, run: PaymentRun, people: Collection[UUID]
) -> dict[UUID, list[DatedFee]]:
    """Return agreed fees by the day of the activity; those of this run are new."""
    found: dict[UUID, list[DatedFee]] = {person: [] for person in people}
    here = {
        p.claim_id for p in run.payments
        if p.state is PaymentState.WAITING and p.claim.person_id == p.person_id
    }  # fmt: skip
    days = payments.days_of(session, here)
    if not days:
        return found
    span = looked_at(*_ends(days.values()))
    for person, day, fees, is_new in payments.fees_by_activity(session, people, span, here):
        found[person].append(DatedFee(day, fees, is_new=is_new))
    return found


def _rows(found: Iterable[Found]) -> list[WarningRow]:
    rows = []
    for number, (person, words, held) in enumerate(found):
        if person:
            rows.append(WarningRow(number, person.id, person.name, words, held))
        else:
            rows.append(WarningRow(number, None, _("Budget"), words))
    return rows
