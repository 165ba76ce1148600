"""The layout of a bank's payment file, as somebody sets it out: no two banks want the same.

A layout that exists can be written: whatever is wrong with it is refused when it is made.
"""

from dataclasses import dataclass

from alongside.domain.bank_forms import (
    NEEDED,
    OF_PAYEE,
    DateForm,
    LineEnd,
    PayFact,
    Quoting,
    Separator,
)
from alongside.domain.bank_letters import Letters, spell, unwritable
from alongside.domain.errors import UserError
from alongside.domain.formulas import is_formula
from alongside.i18n import _

__all__ = [
    "NEEDED", "OF_PAYEE", "Column", "DateForm", "Layout", "LineEnd", "PayFact", "Quoting",
    "Separator",
]  # fmt: skip

MOST_COLUMNS, MOST_ROWS, MOST_LETTERS, MOST_PAYMENTS = 60, 5, 255, 10_000


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `text` is what a fixed one holds; `most` letters fit, 0 if the bank sets no end.

    `is_upper` wants capitals.
    """

    fact: PayFact
    heading: str = ""
    text: str = ""
    most: int = 0
    is_upper: bool = False

    @property
    def words(self) -> str:
        """What the column is called to people: by its heading, else by what it holds."""
        return self.heading or self.fact.words


@dataclass(frozen=True, slots=True)
class Layout:
    """A bank's file. `columns` make a row for each payment, in this order.

    `before` and `after` are rows that stand once, like Lloyds' H, D and T: they hold facts of the
    run. `cuts_names` lets a name that is too long be cut; nothing else ever is. `most_payments` in
    one file is 0 if the bank sets no end. Raise UserError on the attribute that is wrong.
    """

    name: str
    columns: tuple[Column, ...]
    before: tuple[tuple[Column, ...], ...] = ()
    after: tuple[tuple[Column, ...], ...] = ()
    has_headings: bool = False
    is_in_pence: bool = False
    dates: DateForm = DateForm.SLASHED
    quoting: Quoting = Quoting.WHEN_NEEDED
    separator: Separator = Separator.COMMA
    line_end: LineEnd = LineEnd.CRLF
    letters: Letters = Letters.UTF_8
    has_dashes: bool = False
    cuts_names: bool = False
    most_payments: int = 0

    def __post_init__(self) -> None:
        if not self.name.strip() or len(self.name) > MOST_LETTERS:
            raise UserError("name", _("Give the layout a name, like that of the bank."))
        if not 0 <= self.most_payments <= MOST_PAYMENTS:
            words = _("The most payments in a file are a number from 0 to {most}.")
            raise UserError("most_payments", words.format(most=f"{MOST_PAYMENTS:,}"))
        for fact in NEEDED:
            if fact not in {column.fact for column in self.columns}:
                words = _("There is no column for the {fact}: without it nobody can be paid.")
                raise UserError("columns", words.format(fact=fact.words))
        self._check_row("columns", self.columns)
        for field, rows in (("before", self.before), ("after", self.after)):
            if len(rows) > MOST_ROWS:
                raise UserError(field, _("There are more rows before or after than any bank has."))
            for row in rows:
                self._check_row(field, row)

    def _check_row(self, field: str, row: tuple[Column, ...]) -> None:
        if len(row) > MOST_COLUMNS:
            raise UserError(field, _("There are more columns than any bank has."))
        if all(column.fact is PayFact.EMPTY for column in row):
            raise UserError(field, _("There is a row with nothing in it: take it out."))
        for number, column in enumerate(row, 1):
            fault = self._fault(column)
            if not fault and field != "columns" and column.fact in OF_PAYEE:
                fault = _("it is about one payee, and this row stands for all of them.")
            if not fault and field == "columns" and self.has_headings and not column.heading:
                fault = "" if column.fact is PayFact.EMPTY else _("it has no heading.")
            if fault:
                words = _("Column {number} ({column}): {fault}")
                said = words.format(number=number, column=column.words, fault=fault)
                raise UserError(field, said)

    def _fault(self, column: Column) -> str:
        """Return what is wrong with one column, in words, or ""."""
        if (column.fact is PayFact.FIXED) != bool(column.text.strip()):
            return _("a fixed text says what it is, and no other column has a text.")
        shortest = self._shortest(column)
        if not 0 <= column.most <= MOST_LETTERS:
            return _("the most letters are a number from 0 to {most}.").format(most=MOST_LETTERS)
        if column.most and column.most < shortest:
            return _("it needs {count} letters at least.").format(count=shortest)
        for text in (column.text, column.heading):
            if is_formula(text):
                return _("“{text}” would be taken for a sum by a spreadsheet.").format(text=text)
            if self.quoting is Quoting.NEVER and {self.separator.sign, '"'} & set(text):
                return _("“{text}” needs quotation marks, and this layout never has them.").format(
                    text=text
                )
        missing = spell(column.text, self.letters)[1] or unwritable(column.heading, self.letters)
        if missing:
            return _("“{letters}” cannot be written in this file.").format(letters=missing)
        return ""

    def _shortest(self, column: Column) -> int:
        """Return how many letters there must be room for: figures are never cut."""
        code = 8 if self.has_dashes else 6
        day = len(self.dates.value)
        return {
            PayFact.SORT_CODE: code, PayFact.OWN_SORT_CODE: code, PayFact.ACCOUNT_NUMBER: 8,
            PayFact.OWN_NUMBER: 8, PayFact.OWN_ACCOUNT: code + 9, PayFact.PAYMENT_DATE: day,
            PayFact.IMPORT_DATE: day, PayFact.AMOUNT: 4,
        }.get(column.fact, len(column.text))  # fmt: skip
