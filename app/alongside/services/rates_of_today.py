"""What lines of issued claims would come to by the rules of today, within the caps of today."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from alongside.domain.caps import PAID_TO_THE_PERSON, ExpenseFacts, capped_expenses
from alongside.domain.claims import Category, Decision, Section
from alongside.domain.dates import Period, tax_year
from alongside.domain.errors import UserError
from alongside.domain.expense_lines import ExpenseLine, Journey, read_names
from alongside.domain.expenses import journey
from alongside.domain.fee_caps import DatedFee, capped_fees
from alongside.domain.money import NOTHING, Money
from alongside.domain.pay import work_out_fees
from alongside.domain.policy import Policy
from alongside.services.claim_facts import activity_of
from alongside.services.topped_up import PaidBeside, offer_of
from alongside.store import claim_lines, payments, top_ups
from alongside.store.tables import ClaimLine
from alongside.store.work import Session


@dataclass(frozen=True, slots=True)
class Changed:
    """A line, what was paid of it so far, what it comes to now, and why."""

    line: ClaimLine
    was: Money
    now: Money
    why: str

    @property
    def more(self) -> Money:
        """What is missing; less than nothing where a rate fell."""
        return self.now - self.was


def fees_now(
    session: Session, rules: Policy, lines: Sequence[ClaimLine], beside: PaidBeside
) -> Iterator[Changed]:
    """Yield what fees from registers come to now; where there is no rule, nothing.

    Where a cap stops, each counts all other fees of the person, and what others rise by here.
    """
    people = {line.claim.person_id for line in lines}
    registers = top_ups.attendances(
        session, {line.meeting_id for line in lines if line.meeting_id}, people
    )
    others = _other_fees(session, rules, lines)
    for place, theirs in groupby(lines, lambda line: (line.meeting_id, line.claim.person_id)):
        attendance, (meeting, person) = registers.get(place), place
        if attendance is None:
            continue
        activity = activity_of(attendance, rules.holidays)
        try:
            fees = work_out_fees(rules, activity)
        except UserError:
            continue
        beyond = [fee for fee in others.get(person, []) if fee.activity != str(meeting)]
        now = {fee.key: fee for fee in capped_fees(rules, fees, activity.day, beyond)}
        for line in theirs:
            if line.key in now:
                fee = now[line.key]
                changed = _changed(line, fee.amount, fee.why, beside)
                if person in others and line.decision is Decision.ACCEPT:
                    others[person].append(
                        DatedFee(line.day, max(NOTHING, changed.more), str(meeting))
                    )
                yield changed


def miles_now(
    session: Session, rules: Policy, lines: Sequence[ClaimLine], beside: PaidBeside
) -> Iterator[Changed]:
    """Yield what journeys come to now: each counts what was claimed before it in its tax year."""
    wanted = {line.id for line in lines}
    people = {line.claim.person_id for line in lines}
    raised: dict[UUID, Money] = dict(beside.own)
    for first in sorted({tax_year(line.day).first for line in lines}):
        counted: dict[tuple[UUID, Category], int] = {}
        year = Period(first, tax_year(first).last)
        for person, line in top_ups.miles(session, people, year):
            place = (person, line.category)
            so_far = counted.get(place, 0)
            counted[place] = so_far + line.tenths_of_mile
            if line.id in wanted:
                try:
                    amount, why = _journey(session, rules, line, so_far, raised)
                except UserError:
                    continue
                changed = _changed(line, amount, why, beside)
                raised[line.id] = max(changed.was, changed.now) - line.amount
                yield changed


def _changed(line: ClaimLine, now: Money, why: str, beside: PaidBeside) -> Changed:
    return Changed(line, offer_of(line) + beside.of(line, now), now, why)


def _other_fees(
    session: Session, rules: Policy, lines: Sequence[ClaimLine]
) -> dict[UUID, list[DatedFee]]:
    """Return all fees of the people around these days, where a cap looks at them."""
    if not lines or not any(cap.stops for cap in rules.caps):
        return {}
    days = [line.day for line in lines]
    people = {line.claim.person_id for line in lines}
    found = claim_lines.fees_of_people(session, people, min(days), max(days))
    return {person: [DatedFee(*row) for row in rows] for person, rows in found.items()}


def _journey(
    session: Session, rules: Policy, line: ClaimLine, before: int, raised: Mapping[UUID, Money]
) -> tuple[Money, str]:
    """Return what a journey comes to, and why; a cap that was passed for a reason stays passed."""
    made = Journey(line.category, line.day, line.tenths_of_mile, read_names(line.passengers),
                   line.could_go_by_bus)  # fmt: skip
    amount, why = journey(rules, made, before)
    if line.above_cap or not rules.caps:
        return amount, why
    spent = ExpenseLine(line.key, line.category, line.words, amount, why, line.handling)
    facts = ExpenseFacts(line.day, already=_already(session, line, raised))
    (paid,) = capped_expenses(rules, [spent], facts)
    return paid.amount, paid.why


def _already(
    session: Session, line: ClaimLine, raised: Mapping[UUID, Money]
) -> dict[Category, Money]:  # fmt: skip
    """Return what other lines of the claim pay, with what they are raised by: a cap counts both."""
    refused = payments.refusals(session, [line.claim_id])
    found: dict[Category, Money] = {}
    for other in line.claim.lines:
        is_expense = other.section is Section.EXPENSE and other.tops_up_id is None
        counts = other is not line and not other.is_removed and other.id not in refused
        if is_expense and counts and other.handling in PAID_TO_THE_PERSON:
            amount = other.amount + raised.get(other.id, NOTHING)
            found[other.category] = found.get(other.category, NOTHING) + amount
    return found
