"""Bank holidays differ between the four nations, and a weekend has a day that stands in for it."""

from datetime import date

import pytest

from alongside.domain.policy_rules import Region
from alongside.exchange.bank_holidays import bank_holidays

EVERYWHERE = set(Region)
THREE = EVERYWHERE - {Region.SCOTLAND}


@pytest.mark.parametrize(("day", "regions"), [
    (date(2026, 1, 1), EVERYWHERE),
    (date(2026, 1, 2), {Region.SCOTLAND}),
    (date(2026, 3, 17), {Region.NORTHERN_IRELAND}),
    (date(2026, 4, 3), EVERYWHERE),
    (date(2026, 4, 6), THREE),
    (date(2026, 5, 25), EVERYWHERE),
    (date(2026, 7, 13), {Region.NORTHERN_IRELAND}),
    (date(2026, 8, 3), {Region.SCOTLAND}),
    (date(2026, 8, 31), THREE),
    (date(2026, 11, 30), {Region.SCOTLAND}),
    (date(2026, 12, 28), EVERYWHERE),
    (date(2026, 12, 29), set()),
])  # fmt: skip
def test_each_nation_has_its_own_bank_holidays(day, regions):
    assert {region for region in Region if day in bank_holidays(region, [2026])} == regions


def test_only_the_years_that_are_asked_for_are_there():
    found = bank_holidays(Region.WALES, [2025, 2026])

    assert {day.year for day in found} == {2025, 2026}
    assert bank_holidays(Region.WALES, []) == frozenset()


@pytest.mark.parametrize("day", [date(2022, 6, 3), date(2022, 9, 19), date(2023, 5, 8)])
def test_a_day_that_was_proclaimed_once_is_a_bank_holiday(day):
    assert all(day in bank_holidays(region, [day.year]) for region in Region)
