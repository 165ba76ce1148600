"""How long accounts are kept: the law asks for claims that were paid long after somebody left."""

from datetime import date, timedelta

from alongside.domain.years import year_start

_YEARS = 6
"""After the end of the financial year. England and Wales: Charities Act 2011, sections 131(1) and
134(1); Northern Ireland: Charities Act 2008, section 63(3); Scotland: OSCR, guide to charity
accounts, part 5. Companies may keep 3 (Companies Act 2006, section 388(4)): the longest counts.
"""


def keep_until(day: date, year_start_day: int, year_start_month: int) -> date:
    """Return the last day on which a paper of `day` must still be kept.

    The financial year begins each year on the day and month that are given.
    """
    starts = year_start(day.year, year_start_day, year_start_month)
    next_year = day.year + 1 if day >= starts else day.year
    return year_start(next_year + _YEARS, year_start_day, year_start_month) - timedelta(days=1)
