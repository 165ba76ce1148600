"""A remittance advice: what one person gets in a payment run and what for, in their own size."""

from alongside.documents.claim_parts import checked
from alongside.documents.setting import PAGE_HEIGHT, PAGE_WIDTH
from alongside.documents.tagged.paper import Paper
from alongside.domain.payment_sheets import Amount, ClaimPaid, RemittanceSheet
from alongside.domain.payments import Sum
from alongside.i18n import _


def draw_remittance(sheet: RemittanceSheet) -> bytes:
    """Return the advice as a PDF (PDF/UA-1). Raise UserError for a letter no font has."""
    sheet = checked(sheet)
    paper = Paper(sheet.points, (PAGE_WIDTH, PAGE_HEIGHT))
    if sheet.organisation:
        paper.paragraph(sheet.organisation, is_bold=True)
    paper.heading(1, _("Remittance advice"))
    paper.paragraph(_("This says what we pay you, and what for. Fees and expenses stay apart."))
    paper.facts([
        (_("To"), sheet.person),
        (_("Payment run"), sheet.run),
        (_("Day of payment"), sheet.pay_on),
        (_("How"), sheet.how),
    ])  # fmt: skip
    for claim in sheet.claims:
        _claim(paper, claim)
    paper.heading(2, _("All together"))
    paper.amounts(_both(sheet.total),
                  [Amount(_("Fees and expenses together"), str(sheet.total.together))])  # fmt: skip
    paper.heading(2, _("If something is wrong"))
    paper.paragraph(
        _("If the amount is wrong, or the money has not come, please tell us. We will put it "
          "right. Say the number of the payment run, {run}.").format(run=sheet.run)
    )  # fmt: skip
    if sheet.ask:
        paper.paragraph(sheet.ask)
    foot = _("{person}, {run}, printed on {day}").format(
        person=sheet.person, run=sheet.run, day=sheet.printed_on
    )
    title = _("Remittance advice for {person}, {run}")
    return paper.draw(title.format(person=sheet.person, run=sheet.run), sheet.organisation, foot)


def _claim(paper: Paper, claim: ClaimPaid) -> None:
    paper.heading(2, _("Claim {number}").format(number=claim.number))
    paper.facts([(_("Group"), claim.group), (_("For"), claim.days)])
    paper.amounts(_both(claim.paid))
    for title, sentences in (
        (_("What you are paid for"), claim.work),
        (_("About this payment"), claim.notes),
        (_("What was not paid, and why"), claim.not_paid),
        (_("What you chose"), claim.chosen),
        (_("What was met in another way"), claim.met_otherwise),
    ):
        if sentences:
            paper.heading(3, title)
            paper.points(sentences)


def _both(paid: Sum) -> list[Amount]:
    return [Amount(_("Fees"), str(paid.fees)), Amount(_("Expenses"), str(paid.expenses))]
