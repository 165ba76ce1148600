"""A list of a payment run for the office: a row for each person, with places to write on."""

from alongside.documents.document import Document
from alongside.documents.parts import Letterhead, Named, Paragraph, Table, TableColumn, Title
from alongside.domain.payment_sheets import RunListSheet
from alongside.domain.payments import Sum
from alongside.i18n import _

_ROW = 40.0
"""Points: room for a signature, also a large one."""
_TO_WRITE, _TO_SIGN = 80.0, 160.0
"""What is written last is longest: a signature, or the number of a cheque."""


def run_list(sheet: RunListSheet) -> Document:
    """Return the list that `sheet` has, the long side of A4 across."""
    *others, last = sheet.to_write
    columns = (
        TableColumn(_("Person")),
        TableColumn(_("Claims")),
        *(
            TableColumn(title, is_amount=True)
            for title in (_("Fees"), _("Expenses"), _("Together"))
        ),
        *(TableColumn(title, _TO_WRITE) for title in others),
        TableColumn(last, _TO_SIGN, is_to_write=True),
    )
    empty = ("",) * len(sheet.to_write)
    rows = tuple((line.person, line.claims, *_sums(line.due), *empty) for line in sheet.lines)
    total = (_("All"), "", *_sums(sheet.total), *empty)
    foot = _("{title}, {run}, printed on {day}")
    return Document(
        title=f"{sheet.title}, {sheet.run}",
        organisation=sheet.organisation,
        parts=(
            Letterhead(sheet.organisation),
            Title(sheet.title),
            Paragraph(sheet.sentence),
            Named(_("Payment run"), sheet.run),
            Named(_("Day of payment"), sheet.pay_on),
            Table(columns, (*rows, total), has_total=True, height=_ROW),
        ),
        foot=foot.format(title=sheet.title, run=sheet.run, day=sheet.printed_on),
        is_wide=True,
        style=sheet.style,
    )


def _sums(due: Sum) -> tuple[str, ...]:
    return (str(due.fees), str(due.expenses), str(due.together))
