"""Writes a payment run as the file that a bank reads, or says which payment it cannot carry.

A payment file is no place to guess: a name is cut only where the layout says so, figures never
change, and what a spreadsheet would calculate is refused, since an apostrophe before it would
become part of the name. (Excel drops the noughts before a sort code: the file goes to the bank as
it is.)
"""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from alongside.domain.bank_layout import OF_PAYEE, Column, Layout, PayFact, Quoting
from alongside.domain.bank_letters import spell
from alongside.domain.bank_run import PayeePayment, RunFacts
from alongside.domain.errors import UserError
from alongside.domain.formulas import is_formula
from alongside.domain.money import Money
from alongside.i18n import _, ngettext

_QUOTING: dict[Quoting, Literal[0, 1, 2, 3]] = {
    Quoting.WHEN_NEEDED: csv.QUOTE_MINIMAL,
    Quoting.ALWAYS: csv.QUOTE_ALL,
    Quoting.NEVER: csv.QUOTE_NONE,
}
_NAMES = frozenset({PayFact.ACCOUNT_NAME, PayFact.OWN_NAME})
_NEVER_EMPTY = frozenset({PayFact.ACCOUNT_NAME, PayFact.OWN_NAME, PayFact.OWN_REFERENCE})
_DIGITS = {
    PayFact.SORT_CODE: 6, PayFact.OWN_SORT_CODE: 6, PayFact.ACCOUNT_NUMBER: 8,
    PayFact.OWN_NUMBER: 8,
}  # fmt: skip


def write(layout: Layout, payments: Sequence[PayeePayment], facts: RunFacts) -> bytes:
    """Return the file for `payments`, in their order.

    Raise UserError on `payments` where the layout cannot carry one, naming the payee, the column
    and what to do; on an attribute of `facts` where the layout asks for one that is not there.
    Sort codes must have six figures and account numbers eight, as they are kept.
    """
    if not payments:
        raise UserError("payments", _("There is nobody to pay."))
    if layout.most_payments and len(payments) > layout.most_payments:
        words = ngettext(
            "The bank takes {most} payment in a file, and there are {count}. Pay in several runs.",
            "The bank takes {most} payments in a file, and there are {count}. Pay in several runs.",
            layout.most_payments,
        )
        said = words.format(most=layout.most_payments, count=len(payments))
        raise UserError("payments", said)
    run = _Run(layout, facts, len(payments), Money.total(each.amount for each in payments))
    rows = [[run.cell(column) for column in row] for row in layout.before]
    for payment in payments:
        run.check(payment)
        rows.append([run.cell(column, payment) for column in layout.columns])
    rows += [[run.cell(column) for column in row] for row in layout.after]
    if layout.has_headings:
        rows.insert(0, [column.heading for column in layout.columns])
    text = io.StringIO(newline="")
    writer = csv.writer(
        text, delimiter=layout.separator.sign, lineterminator=layout.line_end.sign,
        quoting=_QUOTING[layout.quoting],
    )  # fmt: skip
    writer.writerows(rows)
    return text.getvalue().encode(layout.letters.codec)


@dataclass(frozen=True, slots=True)
class _Run:
    """A layout with what its rows are made from."""

    layout: Layout
    facts: RunFacts
    count: int
    total: Money

    def check(self, payment: PayeePayment) -> None:
        """Refuse a payment of nothing, and one whose roll number would be left out."""
        if payment.amount.pence <= 0:
            raise _refused(payment, _("there is nothing to pay. Take the payment out."))
        roll = _bare(payment.roll_number)
        is_carried = PayFact.ROLL_NUMBER in {column.fact for column in self.layout.columns}
        if roll and not is_carried and roll not in _bare(payment.reference):
            words = _(
                "the account has a roll number, and this layout has no column for it. "
                "Add one, or make the roll number part of the reference."
            )
            raise _refused(payment, words)

    def cell(self, column: Column, payment: PayeePayment | None = None) -> str:
        """Return what stands in one column, or refuse it in words."""
        fact = column.fact
        about = payment if fact in OF_PAYEE else None
        value = self._value(column, payment)
        if fact in _DIGITS:
            return self._dashed(self._digits(fact, about, value))
        if fact is PayFact.OWN_ACCOUNT:
            code = self._digits(PayFact.OWN_SORT_CODE, None, self.facts.own_sort_code)
            number = self._digits(PayFact.OWN_NUMBER, None, self.facts.own_number)
            return f"{self._dashed(code)}-{number}"
        value, missing = spell(value.upper() if column.is_upper else value, self.layout.letters)
        if missing:
            words = _("“{column}” has “{letters}”, which this file cannot carry. "
                      "Write it in other letters.")  # fmt: skip
            raise self._fault(column, about, words.format(column=column.words, letters=missing))
        if fact in _NEVER_EMPTY and not value:
            words = _("“{column}” is missing. Type it exactly as the bank has it.")
            raise self._fault(column, about, words.format(column=column.words))
        if is_formula(value):
            words = _("“{column}” begins with a sign that a spreadsheet would calculate from. "
                      "Begin with a letter or a figure.")  # fmt: skip
            raise self._fault(column, about, words.format(column=column.words))
        value = self._fitted(column, about, value)
        if self.layout.quoting is Quoting.NEVER and {self.layout.separator.sign, '"'} & set(value):
            words = _("“{column}” has a sign in it that ends a column. "
                      "Take it out, or let the layout have quotation marks.")  # fmt: skip
            raise self._fault(column, about, words.format(column=column.words))
        return value

    def _value(self, column: Column, payment: PayeePayment | None) -> str:
        facts = self.facts
        fact = column.fact
        if fact is PayFact.IMPORT_DATE and facts.import_date is None:
            raise UserError("import_date", _("Say on which day the file goes to the bank."))
        if fact is PayFact.SEQUENCE and facts.sequence < 1:
            words = _("Say which file of the day this is: 1 for the first.")
            raise UserError("sequence", words)
        values = {
            PayFact.PAYMENT_DATE: self.layout.dates.of(facts.payment_date),
            PayFact.IMPORT_DATE: self.layout.dates.of(facts.import_date or facts.payment_date),
            PayFact.SEQUENCE: str(facts.sequence),
            PayFact.OWN_SORT_CODE: facts.own_sort_code,
            PayFact.OWN_NUMBER: facts.own_number,
            PayFact.OWN_NAME: facts.own_name,
            PayFact.OWN_REFERENCE: facts.own_reference,
            PayFact.COUNT: str(self.count),
            PayFact.TOTAL: self._amount(self.total),
            PayFact.FIXED: column.text,
        }
        if payment:
            values |= {
                PayFact.SORT_CODE: payment.sort_code,
                PayFact.ACCOUNT_NUMBER: payment.account_number,
                PayFact.ACCOUNT_NAME: payment.account_name,
                PayFact.AMOUNT: self._amount(payment.amount),
                PayFact.REFERENCE: payment.reference,
                PayFact.ROLL_NUMBER: payment.roll_number,
            }
        return values.get(fact, "")

    def _amount(self, amount: Money) -> str:
        if self.layout.is_in_pence:
            return str(amount.pence)
        pounds, pence = divmod(amount.pence, 100)
        return f"{pounds}.{pence:02}"

    def _digits(self, fact: PayFact, about: PayeePayment | None, value: str) -> str:
        """Return a sort code or account number, which must be figures only: none is mended."""
        count = _DIGITS[fact]
        if not re.fullmatch(f"[0-9]{{{count}}}", value):
            words = ngettext(
                "“{column}” must be {count} figure, without spaces or dashes.",
                "“{column}” must be {count} figures, without spaces or dashes.",
                count,
            )
            said = words.format(column=fact.words, count=count)
            raise self._fault(Column(fact), about, said)
        return value

    def _dashed(self, digits: str) -> str:
        if self.layout.has_dashes and len(digits) == 6:
            return "-".join((digits[:2], digits[2:4], digits[4:]))
        return digits

    def _fitted(self, column: Column, about: PayeePayment | None, value: str) -> str:
        if not column.most or len(value) <= column.most:
            return value
        if column.fact in _NAMES and self.layout.cuts_names:
            return value[: column.most].rstrip()
        words = _("“{column}” has {count} letters, and {most} fit. Make it shorter.")
        if column.fact in _NAMES:
            words = _("“{column}” has {count} letters, and {most} fit. "
                      "Make it shorter, or let the layout cut names.")  # fmt: skip
        said = words.format(column=column.words, count=len(value), most=column.most)
        raise self._fault(column, about, said)

    def _fault(self, column: Column, about: PayeePayment | None, words: str) -> UserError:
        if about:
            return _refused(about, words)
        field = column.fact.name.lower()
        said = _("In the facts of this run, {words}").format(words=words)
        return UserError(field if hasattr(self.facts, field) else "payments", said)


def _refused(payment: PayeePayment, words: str) -> UserError:
    said = _("The payment to {name}: {words}")
    name = payment.account_name.strip() or _("somebody without a name")
    return UserError("payments", said.format(name=name, words=words))


def _bare(text: str) -> str:
    return re.sub(r"[\W_]", "", text).casefold()
