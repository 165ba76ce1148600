"""Papers of claims are kept six years after the end of the financial year they are of."""

from datetime import date

import pytest

from alongside.domain.retention import keep_until


@pytest.mark.parametrize(
    ("day", "starts", "last"),
    [
        (date(2026, 5, 12), (1, 4), date(2033, 3, 31)),
        (date(2026, 4, 1), (1, 4), date(2033, 3, 31)),
        (date(2026, 3, 31), (1, 4), date(2032, 3, 31)),
        (date(2026, 12, 31), (1, 1), date(2032, 12, 31)),
        (date(2026, 3, 1), (29, 2), date(2033, 2, 27)),
    ],
)
def test_six_years_begin_when_the_financial_year_ends(day, starts, last):
    assert keep_until(day, *starts) == last
