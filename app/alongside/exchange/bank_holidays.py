"""Knows the bank holidays of the four nations, which differ, from a library that is kept up."""

from collections.abc import Iterable
from datetime import date

from alongside.domain.policy_rules import Region

_NAMES = {
    Region.ENGLAND: "ENG",
    Region.WALES: "WLS",
    Region.SCOTLAND: "SCT",
    Region.NORTHERN_IRELAND: "NIR",
}
"""What the library calls them (ISO 3166-2:GB)."""


def bank_holidays(region: Region, years: Iterable[int]) -> frozenset[date]:
    """Return the bank holidays of `region` in `years`, with the days that stand in for weekends.

    They are as the library knew them when it was made: a day that is proclaimed later is missing.
    Source: Banking and Financial Dealings Act 1971, and proclamations under it.
    """
    from holidays.countries.united_kingdom import UnitedKingdom

    found = UnitedKingdom(subdiv=_NAMES[region], years=years)  # type: ignore[no-untyped-call]
    return frozenset(found)
