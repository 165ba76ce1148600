"""What budgets have borne: sums of lines, with shares and part payments to the penny."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from alongside.domain.budgets import Cost, Stage, Use, apportion, cost_of, stage_of, warning
from alongside.domain.claims import Handling, Section
from alongside.domain.dates import Period
from alongside.domain.money import NOTHING, Money
from alongside.domain.payments import Sum
from alongside.i18n import _
from alongside.store import budgets
from alongside.store.tables import Budget, ClaimLine
from alongside.store.work import Session

Place = tuple[UUID, str]
"""A group and a budget code."""
Paid = tuple[UUID, UUID]
"""A claim, and somebody who was paid some of it."""


def uses(session: Session, period: Period) -> dict[Place, Use]:
    """Return what was borne on days of `period` by each code of each group.

    It is what claims say, whether there is a budget for it or not.
    """
    found: dict[Place, Use] = {}

    def add(place: Place, cost: Cost, stage: Stage, amount: Money) -> None:
        if amount:
            found.setdefault(place, Use()).add(cost, stage, amount)

    for group, code, state, category, handling, amount in budgets.sums(session, period):
        add((group, code), cost_of(category, handling), stage_of(state), amount)
    so_far = budgets.part_paid(session)
    lines = budgets.apart(session, period, {claim for claim, _payee in so_far})
    paid = _paid_lines(lines, so_far)
    for line in lines:
        if line.day not in period:
            continue
        cost, stage = cost_of(line.category, line.handling), stage_of(line.claim.state)
        for place, whole, part in _shares(line, paid.get(line.id, NOTHING)):
            add(place, cost, Stage.PAID, part)
            add(place, cost, stage, whole - part)
    return found


def cost_of_line(line: ClaimLine) -> Money:
    """Return what a line costs: what is given away and what is in kind cost as much as money."""
    return line.amount + line.given + line.in_kind


def warnings(session: Session, of: Iterable[Budget]) -> list[tuple[Budget, str]]:
    """Return which of these budgets are near their end or over it, each with a sentence."""
    by_year: dict[Period, list[Budget]] = {}
    for budget in of:
        by_year.setdefault(Period(budget.first, budget.last), []).append(budget)
    found = []
    for year, theirs in by_year.items():
        used = uses(session, year)
        for budget in theirs:
            use = used.get((budget.group_id, budget.code), Use())
            words = warning(budget.amount, use.all, budget.warn_at)
            if words:
                # translators: {what} is like “over-spent by £12.00”
                said = _("Budget {code} of {group}: {what}.").format(
                    code=say_code(budget.code), group=budget.group.name, what=words
                )
                found.append((budget, said))
    return found


def say_code(code: str) -> str:
    """Return a budget code, or words for none."""
    return code or _("without a code")


def _shares(line: ClaimLine, paid: Money) -> list[tuple[Place, Money, Money]]:
    """Return who bears a line: the place, its part of the cost, and how much of that is paid."""
    whole = cost_of_line(line)
    if not line.shares:
        return [((line.claim.group_id, line.claim.budget_code), whole, paid)]
    parts = apportion(whole, [share.weight for share in line.shares])
    went = apportion(paid, [part.pence for part in parts])
    return [
        ((share.group_id, share.code), part, gone)
        for share, part, gone in zip(line.shares, parts, went, strict=True)
    ]


def _paid_lines(lines: Sequence[ClaimLine], paid: dict[Paid, Sum]) -> dict[UUID, Money]:
    """Spread what each payee got of a claim over those of its lines that go to them."""
    found: dict[UUID, Money] = {}
    for (claim_id, payee), so_far in paid.items():
        theirs = [line for line in lines if line.claim_id == claim_id]
        for section, amount in ((Section.FEE, so_far.fees), (Section.EXPENSE, so_far.expenses)):
            due = [(line.id, _goes_to(line, payee)) for line in theirs if line.section is section]
            parts = apportion(amount, [each.pence for _line, each in due])
            for (line, _due), part in zip(due, parts, strict=True):
                found[line] = found.get(line, NOTHING) + part
    return found


def _goes_to(line: ClaimLine, payee: UUID) -> Money:
    """Return what of a line somebody is paid; of what was advanced, what went over the cash."""
    gift = line.given if line.given_payee_id == payee else NOTHING
    own = line.payee_id or line.claim.person_id
    is_paid = line.handling in {Handling.REIMBURSE, Handling.ADVANCED}
    return gift + line.amount if own == payee and is_paid else gift
