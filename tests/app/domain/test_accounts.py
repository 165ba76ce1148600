"""What a ledger says of a line is its kind, its group and its day."""

from datetime import date

from alongside.domain.accounts import AccountLine
from alongside.domain.money import Money

MAY = date(2026, 5, 9)


def line(is_fee, group=""):
    return AccountLine("C-1", MAY, MAY, "M1", "Ann Lee", is_fee, MAY, Money(1), "5010", group)


def test_a_fee_and_expenses_are_told_apart():
    assert line(is_fee=True).words == "Fee, 9 May 2026"
    assert line(is_fee=False, group="Health").words == "Expenses, Health, 9 May 2026"
