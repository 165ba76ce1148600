"""A claim form as the office keeps it: what was signed, and after that what became of it."""

from collections.abc import Iterator
from dataclasses import replace

from alongside.documents.document import Document
from alongside.documents.parts import Entry, Heading, Named, Part, Points
from alongside.domain.sheets import ClaimOutcome, PaymentMade
from alongside.i18n import _, speaking


def completed(form: Document, outcome: ClaimOutcome) -> Document:
    """Return `form` as it is, and after that what the office did with the claim."""
    with speaking(form.language):
        return replace(form, parts=(*form.parts, *_parts(outcome)))


def _parts(outcome: ClaimOutcome) -> Iterator[Part]:
    """Yield what the office did with the claim, as it stood on the day of printing."""
    yield Heading(_("For the office: approval and payment"), picture="approve")
    yield Named(_("As it stood on"), outcome.as_of)
    yield Named(_("State"), outcome.state)
    yield Points(outcome.steps)
    yield from (_payment(payment) for payment in outcome.payments)


def _payment(payment: PaymentMade) -> Entry:
    apart = _("Fees {fees}, expenses {expenses}")
    named = (
        (_("Payment run: {words}"), payment.run),
        (_("What became of it: {words}"), payment.outcome),
    )
    details = tuple(words.format(words=value) for words, value in named if value)
    return Entry(
        _("{person}, {how}").format(person=payment.person, how=payment.how),
        "",
        (apart.format(fees=payment.fees, expenses=payment.expenses), *details),
    )
