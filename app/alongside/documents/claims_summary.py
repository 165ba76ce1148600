"""The claims of a meeting for whoever approves them: amounts, what to look at, places to sign."""

from collections.abc import Iterator

from alongside.documents.document import Document
from alongside.documents.parts import (
    Blanks,
    Entry,
    Heading,
    Letterhead,
    Named,
    Paragraph,
    Part,
    Points,
    Table,
    TableColumn,
    Tick,
    Title,
)
from alongside.domain.meeting_sheets import ClaimToApprove, SummarySheet
from alongside.domain.payments import Sum
from alongside.i18n import _, speaking


def claims_summary(sheet: SummarySheet) -> Document:
    """Return the summary that `sheet` has, the long side of A4 across."""
    with speaking(sheet.language):
        title = _("Claims for the approver, {title}").format(title=sheet.title)
        return Document(
            title=title,
            organisation=sheet.organisation,
            parts=tuple(_parts(sheet)),
            foot=title,
            language=sheet.language,
            style=sheet.style,
            is_wide=True,
        )


def _parts(sheet: SummarySheet) -> Iterator[Part]:
    yield Letterhead(sheet.organisation)
    yield Title(_("Claims for the approver"))
    yield Paragraph(_("Nobody approves their own claim. Fees and expenses stay apart."))
    yield from (Named(fact.name, fact.value) for fact in sheet.facts)
    yield Named(_("Printed on"), sheet.printed_on)
    yield Heading(_("Claims"))
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
        yield Heading(_("What is left of the budget"))
        yield Points(sheet.budgets)
    yield Heading(_("For the person who approves"))
    yield from (Tick(words) for words in sheet.declaration)
    yield Blanks((_("Signature"), _("Date")))
    yield Blanks((_("Name"),))
    yield Heading(_("For the second person, where two approve"))
    yield Blanks((_("Signature"), _("Date")))
    yield Blanks((_("Name"),))


def _to_look_at(claims: tuple[ClaimToApprove, ...]) -> Iterator[Part]:
    yield Heading(_("To look at"))
    noted = [claim for claim in claims if claim.to_look_at]
    if not noted:
        yield Paragraph(_("There is nothing to look at in these claims."))
    said = _("{number}, {person}")
    for claim in noted:
        words = said.format(number=claim.number, person=claim.person)
        yield Entry(words, "", claim.to_look_at)


def _sums(due: Sum) -> tuple[str, ...]:
    return (str(due.fees), str(due.expenses), str(due.together))
