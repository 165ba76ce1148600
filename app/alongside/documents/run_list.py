"""A list of a payment run for the office: a row for each person, with places to write on."""

from alongside.documents.claim_parts import checked
from alongside.documents.setting import PAGE_HEIGHT, PAGE_WIDTH, TEXT
from alongside.documents.tagged.paper import Paper
from alongside.documents.tagged.table import Column
from alongside.domain.payment_sheets import RunListSheet
from alongside.domain.payments import Sum
from alongside.i18n import _

_ROW = 40.0
"""Points: room for a signature, also a large one."""
_TO_WRITE, _TO_SIGN = 80.0, 160.0
"""What is written last is longest: a signature, or the number of a cheque."""


def draw_run_list(sheet: RunListSheet) -> bytes:
    """Return the list as a PDF (PDF/UA-1), the long side of A4 across.

    Raise UserError for a letter no font has.
    """
    sheet = checked(sheet)
    paper = Paper(TEXT, (PAGE_HEIGHT, PAGE_WIDTH))
    if sheet.organisation:
        paper.paragraph(sheet.organisation, is_bold=True)
    paper.heading(1, sheet.title)
    paper.paragraph(sheet.sentence)
    paper.facts([(_("Payment run"), sheet.run), (_("Day of payment"), sheet.pay_on)])
    head = [_("Person"), _("Claims"), _("Fees"), _("Expenses"), _("Together"), *sheet.to_write]
    empty = [""] * len(sheet.to_write)
    rows = [[line.person, line.claims, *_sums(line.due), *empty] for line in sheet.lines]
    rows.append([_("All"), "", *_sums(sheet.total), *empty])
    amount = Column(is_amount=True)
    to_write = [Column(_TO_WRITE)] * (len(empty) - 1) + [Column(_TO_SIGN, is_to_write=True)]
    columns = [Column(), Column(), amount, amount, amount, *to_write]
    paper.table(head, rows, columns, _ROW)
    foot = _("{title}, {run}, printed on {day}").format(
        title=sheet.title, run=sheet.run, day=sheet.printed_on
    )
    return paper.draw(f"{sheet.title}, {sheet.run}", sheet.organisation, foot)


def _sums(due: Sum) -> list[str]:
    return [str(due.fees), str(due.expenses), str(due.together)]
