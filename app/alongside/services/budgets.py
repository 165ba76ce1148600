"""Budgets of groups by financial year: what is committed, claimed, paid and left of each."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.domain.budgets import Cost, Stage, Use, percent, warning
from alongside.domain.change import Change, Kind
from alongside.domain.errors import UserError
from alongside.domain.money import NOTHING, Money
from alongside.domain.years import Year, financial_year_of
from alongside.i18n import _
from alongside.services.budget_sums import say_code, uses, warnings
from alongside.services.groups import fetch as fetch_group
from alongside.store import budgets
from alongside.store import organisation as organisations
from alongside.store.file import DataFile
from alongside.store.tables import Budget
from alongside.store.work import Session, reading, work

_GROUP = frozenset({Kind.GROUP})


@dataclass(frozen=True, slots=True)
class BudgetDetails:
    """A budget as the dialog shows and gives it.

    `warn_at` is from how many per cent on it is said that little is left; `paid_by` is a note of
    who pays, a commissioner for example.
    """

    code: str
    amount: Money | None = None
    warn_at: int = 80
    paid_by: str = ""


@dataclass(frozen=True, slots=True)
class AddBudget:
    """Ask for a budget of a group for the financial year that has `day`."""

    group_id: UUID
    day: date
    details: BudgetDetails


@dataclass(frozen=True, slots=True)
class CorrectBudget:
    """Ask for the budget `id` to be as `details` says; it stays in its year."""

    id: UUID
    details: BudgetDetails


@dataclass(frozen=True, slots=True)
class CostRow:
    """What one kind of cost comes to in a budget, and what is in it."""

    id: Cost
    words: str
    meaning: str
    committed: Money
    claimed: Money
    paid: Money


@dataclass(frozen=True, slots=True)
class BudgetRow:
    """A budget in a list, with what became of it; `costs` are its parts, fees and expenses apart.

    Committed, claimed and paid are as `Stage` says; what is left is the amount without all three.
    A code that claims name and that has no budget has a row without `details`, under its code.
    """

    id: UUID | str
    code: str
    details: BudgetDetails | None
    committed: Money
    claimed: Money
    paid: Money
    left: Money | None
    used: str
    warning: str
    costs: tuple[CostRow, ...]


class BudgetService:
    """Add, correct, remove and list the budgets of groups; say which are near their end."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def years(self, group_id: UUID) -> list[Year]:
        """Return the financial years that a group may have budgets for, the latest first.

        They go from its first budget or claim to the year after this one.
        """
        today = self._store.now().date()
        with reading(self._store) as session:
            this = _year(session, today)
            day = min(budgets.first_day(session, group_id) or today, today)
            found = [_year(session, date.fromordinal(this.last.toordinal() + 1)), this]
            while found[-1].first > day:
                found.append(_year(session, date.fromordinal(found[-1].first.toordinal() - 1)))
            return found

    def list_for(self, group_id: UUID, year: Year) -> list[BudgetRow]:
        """Return a group's budgets for a year, by code; then codes of claims that have none.

        The year of a line is that of its day. All rows together are all that the group's claims
        cost in the year, but for what other groups bear, and with what it bears of theirs.
        """
        with reading(self._store) as session:
            used = _of_group(session, year, group_id)
            rows = []
            for budget in budgets.of_group(session, group_id, year.period):
                mine = used.pop(budget.code, Use())
                if (budget.first, budget.last) != (year.first, year.last):  # years began otherwise
                    own = Year(budget.first, budget.last, is_tax_year=False)
                    mine = _of_group(session, own, group_id).get(budget.code, Use())
                rows.append(_row(budget.id, budget.code, mine, _details(budget)))
            rows += [
                _row(code, code, use, None)
                for code, use in sorted(used.items(), key=lambda pair: pair[0])
            ]
            return rows

    def warnings(self) -> dict[UUID, str]:
        """Return by group which of this year's budgets are near their end or over it, in words."""
        with reading(self._store) as session:
            today = self._store.now().date()
            found: dict[UUID, str] = {}
            for budget, words in warnings(session, budgets.on(session, today)):
                so_far = found.get(budget.group_id, "")
                found[budget.group_id] = f"{so_far} {words}".strip()
            return found

    def add(self, request: AddBudget) -> Change:
        """Add a budget. Raise UserError for a code that is taken, or an amount that cannot be."""
        with work(self._store) as w:
            group = fetch_group(w.session, request.group_id)
            year = _year(w.session, request.day)
            budget = Budget(group_id=group.id, first=year.first, last=year.last)
            _fill(w.session, budget, request.details)
            w.session.add(budget)
            words = _("Budget {code} of {group} added for {year}")
            return w.done(_said(words, budget, group.name))

    def correct(self, request: CorrectBudget) -> Change:
        """Correct a budget. Raise UserError as for adding.

        What claims have as their code stays: under another code the budget bears other claims.
        """
        with work(self._store) as w:
            budget = _fetch(w.session, request.id)
            _fill(w.session, budget, request.details)
            words = _("Budget {code} of {group} corrected for {year}")
            return w.done(_said(words, budget, budget.group.name))

    def remove(self, budget_id: UUID) -> Change:
        """Remove a budget. Claims stay as they are; their code has no budget then."""
        with work(self._store) as w:
            budget = _fetch(w.session, budget_id)
            words = _("Budget {code} of {group} removed for {year}")
            said = _said(words, budget, budget.group.name)
            w.session.delete(budget)
            return w.done(Change(said.words, _GROUP))


def _of_group(session: Session, year: Year, group_id: UUID) -> dict[str, Use]:
    """Return what a group bore in a year, by code."""
    used = uses(session, year.period)
    return {code: use for (group, code), use in used.items() if group == group_id}


def _year(session: Session, day: date) -> Year:
    """Return the organisation's financial year that has `day`; from 1 April if nothing is set."""
    found = organisations.find(session)
    starts = (found.year_start_day, found.year_start_month) if found else (1, 4)
    return financial_year_of(day, *starts)


def _fetch(session: Session, budget_id: UUID) -> Budget:
    budget = budgets.find(session, budget_id)
    if budget is None:
        raise UserError("", _("That budget is no longer here."))
    return budget


def _fill(session: Session, budget: Budget, details: BudgetDetails) -> None:
    code = details.code.strip()
    year = Year(budget.first, budget.last, is_tax_year=False)
    for other in budgets.of_group(session, budget.group_id, year.period):
        if other.code == code and other.id != budget.id:
            words = _("The group has a budget {code} for this year already.")
            raise UserError("code", words.format(code=say_code(code)))
    if details.amount is None:
        raise UserError("amount", _("Type the amount."))
    if details.amount < NOTHING:
        raise UserError("amount", _("An amount cannot be less than nothing."))
    if not 1 <= details.warn_at <= 100:
        raise UserError("warn_at", _("Type a number from 1 to 100."))
    budget.code, budget.amount = code, details.amount
    budget.warn_at, budget.paid_by = details.warn_at, details.paid_by.strip()


def _said(words: str, budget: Budget, group: str) -> Change:
    year = Year(budget.first, budget.last, is_tax_year=False).short
    said = words.format(code=say_code(budget.code), group=group, year=year)
    return Change(said, _GROUP, budget.id)


def _details(budget: Budget) -> BudgetDetails:
    return BudgetDetails(budget.code, budget.amount, budget.warn_at, budget.paid_by)


def _row(row_id: UUID | str, code: str, use: Use, details: BudgetDetails | None) -> BudgetRow:
    left, used, words = None, "", _("no budget for this code")
    if details and details.amount is not None:
        left = details.amount - use.all
        used = f"{percent(use.all, details.amount)} %"
        words = warning(details.amount, use.all, details.warn_at)
    costs = tuple(
        CostRow(cost, cost.words, cost.meaning, *(use.of(cost, stage) for stage in Stage))
        for cost in Cost
    )
    committed, claimed, paid = (use.at(stage) for stage in Stage)
    return BudgetRow(
        row_id, say_code(code), details, committed, claimed, paid, left, used, words, costs
    )  # fmt: skip
