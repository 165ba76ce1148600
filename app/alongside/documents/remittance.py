"""A remittance advice: what one person gets in a payment run, and what for."""

from collections.abc import Iterator

from alongside.documents.document import Document
from alongside.documents.parts import (
    Heading,
    Letterhead,
    Named,
    Paragraph,
    Part,
    Points,
    Title,
    Total,
    Totals,
)
from alongside.domain.ideas import Idea
from alongside.domain.payment_sheets import ClaimPaid, RemittanceSheet
from alongside.domain.payments import Sum
from alongside.i18n import _


def remittance_advice(sheet: RemittanceSheet) -> Document:
    """Return the advice that `sheet` has."""
    title = _("Remittance advice for {person}, {run}")
    foot = _("{person}, {run}, printed on {day}")
    return Document(
        title=title.format(person=sheet.person, run=sheet.run),
        organisation=sheet.organisation,
        parts=tuple(_parts(sheet)),
        foot=foot.format(person=sheet.person, run=sheet.run, day=sheet.printed_on),
        style=sheet.style,
    )


def _parts(sheet: RemittanceSheet) -> Iterator[Part]:
    yield Letterhead(sheet.organisation)
    yield Title(_("Remittance advice"), easy=_("Money that we pay you"))
    yield Paragraph(
        _("This says what we pay you, and what for. Fees and expenses stay apart."),
        easy=(
            Idea(_("This says what we pay you, and what for."), "money"),
            Idea(_("Fees and expenses stay apart."), "list"),
        ),
    )
    yield Named(_("To"), sheet.person, "person", easy=_("For"))
    yield Named(_("Payment run"), sheet.run, "number", easy=_("The number of this payment"))
    yield Named(_("Day of payment"), sheet.pay_on, "date", easy=_("When we pay you"))
    yield Named(_("How"), sheet.how, "bank", easy=_("How we pay you"))
    for claim in sheet.claims:
        yield from _claim(claim)
    yield Heading(_("All together"), picture="together")
    together = Total(_("Fees and expenses together"), str(sheet.total.together), is_main=True)
    yield Totals((*_both(sheet.total), together))
    yield Heading(_("If something is wrong"), picture="help", easy=_("Ask us for help"))
    yield Paragraph(
        _("If the amount is wrong, or the money has not come, please tell us. We will put it "
          "right. Say the number of the payment run, {run}.").format(run=sheet.run),
        easy=(
            Idea(_("Is the amount wrong? Has the money not come?"), "wrong"),
            Idea(_("Please tell us. We will put it right."), "tell"),
            Idea(_("Say the number of this payment: {run}").format(run=sheet.run), "number"),
        ),
    )  # fmt: skip
    if sheet.ask:
        yield Paragraph(sheet.ask)


def _claim(claim: ClaimPaid) -> Iterator[Part]:
    yield Heading(_("Claim {number}").format(number=claim.number), picture="money")
    yield Named(_("Group"), claim.group, "group")
    yield Named(_("For"), claim.days, "date", easy=_("What you did on"))
    yield Totals(_both(claim.paid))
    for title, sentences, picture, easy in (
        (_("What you are paid for"), claim.work, "group", ""),
        (_("About this payment"), claim.notes, "why", ""),
        (
            _("What was not paid, and why"),
            claim.not_paid,
            "not-paid",
            _("What we did not pay, and why"),
        ),
        (_("What you chose"), claim.chosen, "choice", ""),
        (
            _("What was met in another way"),
            claim.met_otherwise,
            "spent",
            _("What we paid in another way"),
        ),
    ):
        if sentences:
            yield Heading(title, 3, picture, easy)
            yield Points(sentences)


def _both(paid: Sum) -> tuple[Total, ...]:
    return (Total(_("Fees"), str(paid.fees)), Total(_("Expenses"), str(paid.expenses)))
