"""Budgets: what a cost is, how far it is on its way, who bears which part of it, when to warn.

Sources: domain list (a) 2, (b) 16 and (d) 7 and 8. A cost of which the person gets nothing counts
all the same, and the cost of access stands apart from what members are paid.
"""

import re
from collections.abc import Sequence
from enum import StrEnum

from alongside.domain.claims import BY_HOUR, Category, ClaimState, Handling, Section
from alongside.domain.errors import UserError
from alongside.domain.money import NOTHING, Money
from alongside.i18n import _

WHOLE = 10_000
"""All of a line, in hundredths of a per cent."""


class Cost(StrEnum):
    """What a cost is to a budget. They stand apart on every screen and in every file.

    Access is known by its category, whoever pays for it; what is left of the expenses is told
    apart by how it is met. What is waived is shown, and costs the budget nothing.
    """

    FEES = "fees"
    EXPENSES = "expenses"
    ACCESS = "access"
    DIRECT = "direct"
    WAIVED = "waived"

    @property
    def words(self) -> str:
        """The kind of cost as people say it."""
        return {
            Cost.FEES: _("fees"),
            Cost.EXPENSES: _("members’ expenses"),
            Cost.ACCESS: _("access costs"),
            Cost.DIRECT: _("paid direct or on account"),
            Cost.WAIVED: _("waived"),
        }[self]

    @property
    def meaning(self) -> str:
        """What is in it, in a few words."""
        return {
            Cost.FEES: _("also what was given away, and what in kind is worth"),
            Cost.EXPENSES: _("paid back to people, or advanced in cash"),
            Cost.ACCESS: _("support, communication, replacement care and childcare"),
            Cost.DIRECT: _("tickets and taxis that you pay yourselves"),
            Cost.WAIVED: _("not claimed, so it costs the budget nothing"),
        }[self]


class Stage(StrEnum):
    """How far a cost is on its way.

    Committed: on a draft, or issued and not approved yet. Claimed: approved, and not paid yet.
    Paid: the money went, of a part payment the part that went. What is met without a payment
    counts as paid when its claim is. A claim that was returned, withdrawn or refused has none, and
    neither has a line that was refused.
    """

    COMMITTED = "committed"
    CLAIMED = "claimed"
    PAID = "paid"


_STAGES = {
    ClaimState.DRAFT: Stage.COMMITTED,
    ClaimState.READY: Stage.COMMITTED,
    ClaimState.SIGNED: Stage.COMMITTED,
    ClaimState.APPROVED: Stage.CLAIMED,
    ClaimState.IN_RUN: Stage.CLAIMED,
    ClaimState.PAID: Stage.PAID,
}
COUNTED = frozenset(_STAGES)
"""The states of claims that a budget bears."""


def stage_of(state: ClaimState) -> Stage:
    """Return how far a claim in this state is; it must be one of those that are `COUNTED`."""
    return _STAGES[state]


def cost_of(category: Category, handling: Handling) -> Cost:
    """Return what a line of a claim is to a budget."""
    if category.section is Section.FEE:
        return Cost.FEES
    if handling is Handling.WAIVED:
        return Cost.WAIVED
    if category in BY_HOUR:
        return Cost.ACCESS
    is_direct = handling in {Handling.PAID_DIRECT, Handling.ON_ACCOUNT}
    return Cost.DIRECT if is_direct else Cost.EXPENSES


class Use:
    """What a budget has borne so far, by what it is and how far along; sums are gathered in it."""

    def __init__(self) -> None:
        self._parts: dict[tuple[Cost, Stage], Money] = {}

    def add(self, cost: Cost, stage: Stage, amount: Money) -> None:
        """Count an amount."""
        self._parts[cost, stage] = self.of(cost, stage) + amount

    def of(self, cost: Cost, stage: Stage) -> Money:
        """Return what one kind of cost comes to at one stage."""
        return self._parts.get((cost, stage), NOTHING)

    def at(self, stage: Stage) -> Money:
        """Return all that counts against the budget at one stage; shown beside its parts only."""
        return Money.total(
            amount
            for (cost, when), amount in self._parts.items()
            if when is stage and cost is not Cost.WAIVED
        )

    @property
    def all(self) -> Money:
        """What counts against the budget: committed, claimed and paid."""
        return Money.total(self.at(stage) for stage in Stage)


def apportion(total: Money, weights: Sequence[int]) -> list[Money]:
    """Return `total` in parts as large as `weights`, to the penny.

    Pennies that are left over go to the largest remainders, and of equal ones to the first. No
    part is more than its weight where `total` is not more than all weights. With no weight at all
    the first part has everything.
    """
    whole = sum(weights)
    if weights and not whole:
        weights, whole = [1, *[0] * (len(weights) - 1)], 1
    pence = [total.pence * weight // whole for weight in weights]
    order = sorted(range(len(weights)), key=lambda n: -(total.pence * weights[n] % whole))
    for place in order[: total.pence - sum(pence)]:
        pence[place] += 1
    return [Money(each) for each in pence]


def check_parts(parts: Sequence[int | None], whole: int) -> list[int]:
    """Return the parts of `whole`; one may be None, and is what is left by the others.

    Raise UserError unless each is more than nothing and all of them make the whole.
    """
    empty = sum(part is None for part in parts)
    if empty > 1:
        raise UserError("shares", _("Only one share may be left empty: it gets the rest."))
    given = sum(part or 0 for part in parts)
    if any(part is not None and part <= 0 for part in parts):
        raise UserError("shares", _("Each share has to be more than nothing."))
    if given > whole - empty or (given < whole and not empty):
        raise UserError("shares", _("The shares do not come to the whole line."))
    return [whole - given if part is None else part for part in parts]


def say_percent(hundredths: int) -> str:
    """Return hundredths of a per cent as people write them, without noughts at the end."""
    whole, rest = divmod(hundredths, 100)
    return f"{whole}.{rest:02}".rstrip("0").rstrip(".") + " %"


def parse_percent(text: str, field: str) -> int:
    """Return what somebody typed as hundredths of a per cent. Raise UserError on `field`."""
    match = re.fullmatch(r"(\d{1,3})(?:\.(\d{1,2}))?\s*%?", text.strip())
    if match is None:
        words = _("“{text}” is not a share. Type per cent, like 50 or 33.33.")
        raise UserError(field, words.format(text=text.strip()))
    return int(match[1]) * 100 + int((match[2] or "").ljust(2, "0"))


def percent(used: Money, amount: Money) -> int:
    """Return how much of a budget is used, in whole per cent, rounded down; any of nothing is all.

    It is never less than nothing.
    """
    if not amount:
        return 100 if used else 0
    return max(0, used.pence * 100 // amount.pence)


def warning(amount: Money, used: Money, warn_at: int) -> str:
    """Return what there is to say of a budget, in a few words; "" while it is below `warn_at`."""
    if used > amount:
        return _("over-spent by {amount}").format(amount=used - amount)
    if used and used.pence * 100 >= amount.pence * warn_at:
        return _("{n} per cent used, {left} left").format(
            n=percent(used, amount), left=amount - used
        )
    return ""
