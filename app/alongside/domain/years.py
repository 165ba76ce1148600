"""Years that money is counted in: the organisation's financial year, and the tax year."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from alongside.domain.dates import Period, say_date, tax_year
from alongside.i18n import _


@dataclass(frozen=True, slots=True)
class Year:
    """A tax year or a financial year, by its days."""

    first: date
    last: date
    is_tax_year: bool

    @property
    def words(self) -> str:
        """The year as people say it, with its days."""
        words = _("financial year, {first} to {last}")
        if self.is_tax_year:
            words = _("tax year, {first} to {last}")
        return words.format(first=say_date(self.first), last=say_date(self.last))

    @property
    def short(self) -> str:
        """Return "2026-27", or "2026" for a year that ends in the year it began in."""
        if self.first.year == self.last.year:
            return str(self.first.year)
        return f"{self.first.year}-{self.last.year % 100:02}"

    @property
    def period(self) -> Period:
        """Its days."""
        return Period(self.first, self.last)


def tax_year_of(day: date) -> Year:
    """Return the tax year that holds `day`."""
    period = tax_year(day)
    assert period.last
    return Year(period.first, period.last, is_tax_year=True)


def financial_year_of(day: date, starts_day: int, starts_month: int) -> Year:
    """Return the financial year that holds `day`; it starts on that day and month each year."""
    first = year_start(day.year, starts_day, starts_month)
    if day < first:
        first = year_start(day.year - 1, starts_day, starts_month)
    last = year_start(first.year + 1, starts_day, starts_month) - timedelta(days=1)
    return Year(first, last, is_tax_year=False)


def year_start(year: int, day: int, month: int) -> date:
    """Return the day on which a year starts; 29 February is the 28th where there is none."""
    return date(year, month, min(day, monthrange(year, month)[1]))
