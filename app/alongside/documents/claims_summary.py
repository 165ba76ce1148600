"""Claims for whoever approves them: amounts, what to look at, places to sign."""

from collections.abc import Iterator

from alongside.documents.document import Document
from alongside.documents.office_paper import office_paper
from alongside.documents.parts import (
    Blanks,
    Entry,
    Heading,
    Paragraph,
    Part,
    Points,
    Table,
    TableColumn,
    Tick,
)
from alongside.domain.meeting_sheets import ClaimToApprove, SummarySheet
from alongside.domain.payments import Sum
from alongside.i18n import _, speaking


def claims_summary(sheet: SummarySheet) -> Document:
    """Return the summary that `sheet` has, the long side of A4 across."""
    with speaking(sheet.language):
        words = _("Nobody approves their own claim. Fees and expenses stay apart.")
        title = _("Claims for the approver")
        return office_paper(sheet, title, sheet.title, words, _parts(sheet))


def _parts(sheet: SummarySheet) -> Iterator[Part]:
    yield Heading(_("Claims"), picture="list")
    columns = (
        TableColumn(_("Claim")), TableColumn(_("Person")), TableColumn(_("State")),
        *(TableColumn(title, is_amount=True)
          for title in (_("Fees"), _("Expenses"), _("To pay"), _("Met otherwise"))),
    )  # fmt: skip
    rows = tuple(
        (claim.number, claim.person, claim.state, *_sums(claim.due), claim.otherwise)
        for claim in sheet.claims
    )
    total = (_("All"), "", "", *_sums(sheet.total), sheet.otherwise)
    yield Table(columns, (*rows, total), has_total=True)
    yield from _to_look_at(sheet.claims)
    if sheet.budgets:
        yield Heading(_("What is left of the budget"), picture="together")
        yield Points(sheet.budgets)
    yield Heading(_("For the person who approves"), picture="approve")
    yield from (Tick(words) for words in sheet.declaration)
    yield Blanks((_("Signature"), _("Date")))
    yield Blanks((_("Name"),))
    yield Heading(_("For the second person, where two approve"), picture="approve")
    yield Blanks((_("Signature"), _("Date")))
    yield Blanks((_("Name"),))


def _to_look_at(claims: tuple[ClaimToApprove, ...]) -> Iterator[Part]:
    yield Heading(_("To look at"), picture="why")
    noted = [claim for claim in claims if claim.to_look_at]
    if not noted:
        yield Paragraph(_("There is nothing to look at in these claims."))
    said = _("{number}, {person}")
    for claim in noted:
        words = said.format(number=claim.number, person=claim.person)
        yield Entry(words, "", claim.to_look_at)


def _sums(due: Sum) -> tuple[str, ...]:
    return (str(due.fees), str(due.expenses), str(due.together))
