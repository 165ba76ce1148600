"""A yearly statement: fees and expenses apart, by day of activity and by day of payment."""

from collections.abc import Iterator, Sequence

from alongside.documents.document import Document
from alongside.documents.parts import (
    Heading,
    Letterhead,
    Named,
    Paragraph,
    Part,
    Title,
    Total,
    Totals,
)
from alongside.domain.payment_sheets import Amount, StatementSheet, Sums
from alongside.i18n import _


def yearly_statement(sheet: StatementSheet) -> Document:
    """Return the statement that `sheet` has."""
    title = _("Yearly statement for {person}, {year}")
    return Document(
        title=title.format(person=sheet.person, year=sheet.year),
        organisation=sheet.organisation,
        parts=tuple(_parts(sheet)),
        foot=_("{person}, {year}").format(person=sheet.person, year=sheet.year),
    )


def _parts(sheet: StatementSheet) -> Iterator[Part]:
    yield Letterhead(sheet.organisation)
    yield Title(_("Yearly statement"))
    yield Named(_("For"), sheet.person)
    yield Named(_("Year"), sheet.year)
    yield Named(_("Printed on"), sheet.printed_on)
    yield Paragraph(
        _("The same money stands here twice: by the day of the activity, and by the day of "
          "payment. Those days can lie in two years. Fees and expenses stay apart.")
    )  # fmt: skip
    yield Heading(_("By day of activity"))
    yield Paragraph(_("What was approved for you, whether it is paid yet or not."))
    yield from _sums(sheet.by_activity)
    yield Heading(_("By day of payment"))
    yield Paragraph(_("What was paid to you."))
    yield from _sums(sheet.by_payment)
    yield Heading(_("Fees given away or taken in kind"))
    yield Paragraph(_("By day of activity. They are not in the lists above."))
    yield from _part(_("Given away"), sheet.given, sheet.given_total)
    yield from _part(_("In kind"), sheet.in_kind, sheet.in_kind_total)
    yield Heading(_("If something is wrong"))
    yield Paragraph(_("This is what our records say. If something is wrong, please tell us."))
    if sheet.ask:
        yield Paragraph(sheet.ask)


def _sums(sums: Sums) -> Iterator[Part]:
    yield from _part(_("Fees"), sums.fees, str(sums.total.fees))
    yield from _part(_("Expenses"), sums.expenses, str(sums.total.expenses))


def _part(title: str, lines: Sequence[Amount], total: str) -> Iterator[Part]:
    yield Heading(title, 3)
    # translators: {what} is “Fees”, “Expenses”, “Given away” or “In kind”
    words = _("{what}, total").format(what=title)
    amounts = (Total(line.words, line.amount) for line in lines)
    yield Totals((*amounts, Total(words, total, is_main=True)))
