"""What a column of a bank file can hold, and the ways in which such a file can be written."""

from datetime import date
from enum import StrEnum

from alongside.i18n import _


class PayFact(StrEnum):
    """What a column of a bank's file holds: of the payee, of the run, or of the layout itself."""

    SORT_CODE = "sort code"
    ACCOUNT_NUMBER = "account number"
    ACCOUNT_NAME = "account name"
    AMOUNT = "amount"
    REFERENCE = "reference"
    ROLL_NUMBER = "roll number"
    PAYMENT_DATE = "payment date"
    IMPORT_DATE = "import date"
    SEQUENCE = "sequence number"
    OWN_SORT_CODE = "own sort code"
    OWN_NUMBER = "own account number"
    OWN_ACCOUNT = "own sort code and account number"
    OWN_NAME = "own account name"
    OWN_REFERENCE = "own reference"
    COUNT = "number of payments"
    TOTAL = "total"
    FIXED = "fixed text"
    EMPTY = "empty"

    @property
    def words(self) -> str:
        """What it is called where people choose it, and where it is wrong."""
        return {
            PayFact.SORT_CODE: _("sort code"),
            PayFact.ACCOUNT_NUMBER: _("account number"),
            PayFact.ACCOUNT_NAME: _("account name"),
            PayFact.AMOUNT: _("amount"),
            PayFact.REFERENCE: _("reference"),
            PayFact.ROLL_NUMBER: _("roll number"),
            PayFact.PAYMENT_DATE: _("payment date"),
            PayFact.IMPORT_DATE: _("day the file is taken to the bank"),
            PayFact.SEQUENCE: _("sequence number"),
            PayFact.OWN_SORT_CODE: _("your own sort code"),
            PayFact.OWN_NUMBER: _("your own account number"),
            PayFact.OWN_ACCOUNT: _("your own sort code and account number"),
            PayFact.OWN_NAME: _("your own account name"),
            PayFact.OWN_REFERENCE: _("reference on your own statement"),
            PayFact.COUNT: _("number of payments"),
            PayFact.TOTAL: _("total"),
            PayFact.FIXED: _("fixed text"),
            PayFact.EMPTY: _("empty"),
        }[self]


OF_PAYEE = frozenset({
    PayFact.SORT_CODE, PayFact.ACCOUNT_NUMBER, PayFact.ACCOUNT_NAME, PayFact.AMOUNT,
    PayFact.REFERENCE, PayFact.ROLL_NUMBER,
})  # fmt: skip
NEEDED = (PayFact.SORT_CODE, PayFact.ACCOUNT_NUMBER, PayFact.AMOUNT)
"""Without these nobody could be paid."""


class DateForm(StrEnum):
    """How a day is written."""

    SLASHED = "dd/mm/yyyy"
    YEAR_FIRST = "yyyymmdd"
    YEAR_FIRST_DASHED = "yyyy-mm-dd"
    DAY_FIRST = "ddmmyyyy"
    SHORT = "ddmmyy"

    @property
    def words(self) -> str:
        """An example: 9 May 2026 written so."""
        return self.of(date(2026, 5, 9))

    def of(self, day: date) -> str:
        """Return `day` written so."""
        parts = {"dd": f"{day.day:02}", "mm": f"{day.month:02}", "yyyy": f"{day.year:04}"}
        written = self.value
        for part, figures in parts.items():
            written = written.replace(part, figures)
        return written.replace("yy", f"{day.year % 100:02}")


class Quoting(StrEnum):
    """When quotation marks stand around what a column holds."""

    WHEN_NEEDED = "when needed"
    ALWAYS = "always"
    NEVER = "never"

    @property
    def words(self) -> str:
        """What it is called where people choose it."""
        return {
            Quoting.WHEN_NEEDED: _("where they are needed"),
            Quoting.ALWAYS: _("around everything"),
            Quoting.NEVER: _("never"),
        }[self]


class Separator(StrEnum):
    """What stands between two columns."""

    COMMA = "comma"
    SEMICOLON = "semicolon"
    TAB = "tab"

    @property
    def words(self) -> str:
        """What it is called where people choose it."""
        return {
            Separator.COMMA: _("a comma"),
            Separator.SEMICOLON: _("a semicolon"),
            Separator.TAB: _("a tab"),
        }[self]

    @property
    def sign(self) -> str:
        """The sign itself."""
        return {Separator.COMMA: ",", Separator.SEMICOLON: ";", Separator.TAB: "\t"}[self]


class LineEnd(StrEnum):
    """What ends a row: CRLF as Windows has it, or LF."""

    CRLF = "crlf"
    LF = "lf"

    @property
    def words(self) -> str:
        """What it is called where people choose it."""
        return {
            LineEnd.CRLF: _("as on Windows (CRLF)"),
            LineEnd.LF: _("as on Linux (LF)"),
        }[self]

    @property
    def sign(self) -> str:
        """The sign itself."""
        return "\r\n" if self is LineEnd.CRLF else "\n"
