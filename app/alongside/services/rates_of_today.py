"""What lines of issued claims would come to by the rules of today, within the caps of today."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple
from uuid import UUID

from alongside.domain.activity import FeeLine
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
from alongside.services.retainers import amounts_of
from alongside.services.topped_up import PaidBeside, offer_of
from alongside.store import claim_lines, payments, top_ups
from alongside.store.tables import ClaimLine
from alongside.store.work import Session


class Changed(NamedTuple):
    """What was paid of a line so far, what it comes to now, and why.

    `category` and `words` are those of `line`, or of an allowance that is new beside it.
    """

    line: ClaimLine
    category: Category
    words: str
    was: Money
    now: Money
    why: str

    @property
    def more(self) -> Money:
        """What is missing; less than nothing where a rate fell."""
        return self.now - self.was


class FeesNow:
    """What fees come to by the rules of today, within the caps that stop.

    Each counts all other fees of the person, and what others `rose` by here.
    """

    def __init__(self, session: Session, beside: PaidBeside) -> None:
        self._session = session
        self._beside = beside
        self._rose: dict[UUID, list[DatedFee]] = {}

    def of_registers(self, rules: Policy, lines: Sequence[ClaimLine]) -> Iterator[Changed]:
        """Yield fees from registers, and those that are new; where there is no rule, nothing."""
        people = {line.claim.person_id for line in lines}
        registers = top_ups.attendances(
            self._session, {line.meeting_id for line in lines if line.meeting_id}, people
        )
        there = top_ups.fees_there(self._session, people, {line.day for line in lines})
        others = self._others(rules, lines)
        for place, group in groupby(lines, lambda line: (line.meeting_id, line.claim.person_id)):
            attendance, (meeting, person), theirs = registers.get(place), place, list(group)
            if attendance is None or meeting is None:
                continue
            activity = activity_of(attendance, rules.holidays)
            try:
                fees = work_out_fees(rules, activity)
            except UserError:
                continue
            for fee in self._capped(rules, fees, activity.day, others, person, meeting):
                found = next((line for line in theirs if line.key == fee.key), None)
                if found:
                    yield self._changed(found, fee, offer_of(found), meeting)
                elif there.isdisjoint((person, each, fee.category) for each in (
                    meeting, activity.day)):  # fmt: skip
                    yield self._changed(theirs[0], fee, NOTHING, meeting)

    def of_retainers(
        self, rules: Policy, group_id: UUID, lines: Sequence[ClaimLine]
    ) -> Iterator[Changed]:
        """Yield retainers; for days for which nothing is due by the rules of today, nothing."""
        if not lines:
            return
        last = max(line.day for line in lines)
        due = amounts_of(self._session, rules, group_id, last)
        others = self._others(rules, lines)
        for line in lines:
            person = line.claim.person_id
            if fee := due.get((person, line.key)):
                (fee,) = self._capped(rules, (fee,), line.day, others, person, line.id)
                yield self._changed(line, fee, offer_of(line), line.id)

    def _changed(self, line: ClaimLine, fee: FeeLine, was: Money, activity: UUID) -> Changed:
        was += self._beside.of(line, fee.category, was, fee.amount)
        words = line.words if fee.category is line.category else fee.words
        changed = Changed(line, fee.category, words, was, fee.amount, fee.why)
        if changed.more > NOTHING and line.decision is Decision.ACCEPT:
            rose = self._rose.setdefault(line.claim.person_id, [])
            rose.append(DatedFee(line.day, changed.more, str(activity)))
        return changed

    def _capped(
        self, rules: Policy, fees: Sequence[FeeLine], day: date,
        others: Mapping[UUID, list[DatedFee]], person: UUID, activity: UUID,
    ) -> tuple[FeeLine, ...]:  # fmt: skip
        beyond = [*others.get(person, []), *self._rose.get(person, [])]
        own = str(activity)
        return capped_fees(rules, fees, day, [fee for fee in beyond if fee.activity != own])

    def _others(
        self, rules: Policy, lines: Sequence[ClaimLine]
    ) -> dict[UUID, list[DatedFee]]:  # fmt: skip
        """Return all fees of the people around these days, where a cap looks at them."""
        if not lines or not any(cap.stops for cap in rules.caps):
            return {}
        days = [line.day for line in lines]
        people = {line.claim.person_id for line in lines}
        found = claim_lines.fees_of_people(self._session, people, min(days), max(days))
        return {person: [DatedFee(*row) for row in rows] for person, rows in found.items()}


def miles_now(
    session: Session, rules: Policy, lines: Sequence[ClaimLine], beside: PaidBeside
) -> Iterator[Changed]:
    """Yield what journeys come to now: each counts what was claimed before it in its tax year."""
    wanted = {line.id for line in lines}
    people = {line.claim.person_id for line in lines}
    raised = {line_id: amount for (line_id, _category), amount in beside.own.items()}
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
                was = line.amount + beside.of(line, line.category, line.amount, amount)
                raised[line.id] = max(was, amount) - line.amount
                yield Changed(line, line.category, line.words, was, amount, why)


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
