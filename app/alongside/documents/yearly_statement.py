"""A yearly statement: fees and expenses apart, by day of activity and by day of payment."""

from collections.abc import Sequence

from alongside.documents.claim_parts import checked
from alongside.documents.setting import PAGE_HEIGHT, PAGE_WIDTH
from alongside.documents.tagged.paper import Paper
from alongside.domain.payment_sheets import Amount, StatementSheet, Sums
from alongside.i18n import _


def draw_statement(sheet: StatementSheet) -> bytes:
    """Return the statement as a PDF (PDF/UA-1). Raise UserError for a letter no font has."""
    sheet = checked(sheet)
    paper = Paper(sheet.points, (PAGE_WIDTH, PAGE_HEIGHT))
    if sheet.organisation:
        paper.paragraph(sheet.organisation, is_bold=True)
    paper.heading(1, _("Yearly statement"))
    paper.facts([
        (_("For"), sheet.person),
        (_("Year"), sheet.year),
        (_("Printed on"), sheet.printed_on),
    ])  # fmt: skip
    paper.paragraph(
        _("The same money stands here twice: by the day of the activity, and by the day of "
          "payment. Those days can lie in two years. Fees and expenses stay apart.")
    )  # fmt: skip
    paper.heading(2, _("By day of activity"))
    paper.paragraph(_("What was approved for you, whether it is paid yet or not."))
    _sums(paper, sheet.by_activity)
    paper.heading(2, _("By day of payment"))
    paper.paragraph(_("What was paid to you."))
    _sums(paper, sheet.by_payment)
    paper.heading(2, _("Fees given away or taken in kind"))
    paper.paragraph(_("By day of activity. They are not in the lists above."))
    _part(paper, _("Given away"), sheet.given, sheet.given_total)
    _part(paper, _("In kind"), sheet.in_kind, sheet.in_kind_total)
    paper.heading(2, _("If something is wrong"))
    paper.paragraph(_("This is what our records say. If something is wrong, please tell us."))
    if sheet.ask:
        paper.paragraph(sheet.ask)
    foot = _("{person}, {year}").format(person=sheet.person, year=sheet.year)
    title = _("Yearly statement for {person}, {year}")
    return paper.draw(title.format(person=sheet.person, year=sheet.year), sheet.organisation, foot)


def _sums(paper: Paper, sums: Sums) -> None:
    _part(paper, _("Fees"), sums.fees, str(sums.total.fees))
    _part(paper, _("Expenses"), sums.expenses, str(sums.total.expenses))


def _part(paper: Paper, title: str, lines: Sequence[Amount], total: str) -> None:
    paper.heading(3, title)
    # translators: {what} is “Fees”, “Expenses”, “Given away” or “In kind”
    words = _("{what}, total").format(what=title)
    paper.amounts(lines, [Amount(words, total)])
