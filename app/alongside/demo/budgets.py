"""Budgets of the demo organisation: one of them near its end, and a line that two groups share."""

from alongside.domain.claims import ClaimState
from alongside.domain.money import Money
from alongside.domain.years import Year
from alongside.services.budgets import AddBudget, BudgetDetails, BudgetService
from alongside.services.claims import ClaimService
from alongside.services.groups import GroupRow, GroupService
from alongside.services.line_shares import LineShareService, ShareDetails, SplitLine
from alongside.store.file import DataFile

_HALF = 5000


def set_budgets(store: DataFile) -> None:
    """Give every group a budget for this year and the one before; share a fee between two."""
    budgets, groups = BudgetService(store), GroupService(store).list_()
    today = store.now().date()
    for number, group in enumerate(groups):
        years = budgets.years(group.id)
        this = next(place for place, year in enumerate(years) if today in year.period)
        for year in years[this : this + 2]:
            is_near = number == 0 and today in year.period
            budgets.add(AddBudget(group.id, year.first, _details(budgets, group, year, is_near)))
    _share(store)


def _details(budgets: BudgetService, group: GroupRow, year: Year, is_near: bool) -> BudgetDetails:
    """Return a budget of which about half is used, or nearly all."""
    spent = sum(
        (row.committed + row.claimed + row.paid).pence for row in budgets.list_for(group.id, year)
    )
    pounds = spent * (108 if is_near else 190) // 10_000
    amount = Money((pounds // 50 + 1) * 50 * 100)
    return BudgetDetails(group.budget_code, amount, paid_by=group.partner)


def _share(store: DataFile) -> None:
    """Split the fee for a joint meeting between the groups that held it."""
    claims, shares = ClaimService(store), LineShareService(store)
    drafts = [claims.find(row.id) for row in claims.list_(state=ClaimState.DRAFT, most=9)]
    line = next(line for draft in drafts for line in draft.fees if line.amount)
    split = shares.find(line.id)
    other = next((choice.id for choice in split.choices if choice.id != split.own), None)
    if split.own and other:
        halves = (ShareDetails(split.own, _HALF), ShareDetails(other, _HALF))
        shares.split(SplitLine(line.id, halves))
