"""What a claim form says and in which order; every edition of it is made from this.

The order is that of list (a) of the field's facts: who we are, who claims, what was done,
fees, expenses, what is paid and how. What is good to know comes before what is signed.
"""

from collections.abc import Iterator
from dataclasses import replace

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
    Tick,
    Title,
    Total,
    Totals,
)
from alongside.domain.sheets import (
    ActivityEntry,
    ClaimOutcome,
    ClaimSheet,
    ExpenseEntry,
    FeeEntry,
    PaymentMade,
)
from alongside.i18n import _, speaking


def claim_form(sheet: ClaimSheet) -> Document:
    """Return the form of `sheet`, in its own language. What the sheet leaves empty is left out."""
    with speaking(sheet.language):
        claim = _("Claim {number}").format(number=sheet.number)
        form = _("Claim {number}, form version {version}")
        return Document(
            title=claim,
            organisation=sheet.organisation,
            parts=tuple(_parts(sheet)),
            foot=form.format(number=sheet.number, version=sheet.form_version),
            subject=_("Claim for fees and expenses: {group}").format(group=sheet.group),
            running=(claim, sheet.person),
            banner=draft_words() if sheet.is_draft else "",
            language=sheet.language,
        )


def completed(form: Document, outcome: ClaimOutcome) -> Document:
    """Return `form` as it is, and after that what the office did with the claim."""
    with speaking(form.language):
        return replace(form, parts=(*form.parts, *_outcome(outcome)))


def draft_words() -> str:
    """Return what a draft says at the head of every page."""
    return _("Draft: not for signing")


def _parts(sheet: ClaimSheet) -> Iterator[Part]:
    yield from _head(sheet)
    yield from _activities(sheet.activities)
    yield from _fees(sheet)
    yield from _expenses(sheet)
    yield from _to_pay(sheet)
    yield from notes(sheet)
    if not sheet.is_draft:
        yield from signing(sheet)


def _head(sheet: ClaimSheet) -> Iterator[Part]:
    yield letterhead(sheet)
    yield Title(_("Claim for fees and expenses"))
    if sheet.is_draft:
        yield Paragraph(
            _("This is a draft, to look through. When it is right, ask for the form to sign.")
        )
    yield from named(
        (_("Claim number"), sheet.number),
        (_("Group"), sheet.group),
        (_("Partner"), sheet.partner),
        (_("Budget code"), sheet.budget_code),
        (_("Printed on"), sheet.printed_on),
    )
    yield Heading(_("Who is claiming"))
    yield from named((_("Name"), sheet.person))
    yield from named(*((fact.name, fact.value) for fact in sheet.person_facts))
    yield from help_with(sheet)


def letterhead(sheet: ClaimSheet) -> Letterhead:
    """Return whose form it is."""
    address = ", ".join(line.rstrip(",") for line in sheet.organisation_address if line)
    return Letterhead(sheet.organisation, address, sheet.logo)


def help_with(sheet: ClaimSheet) -> Iterator[Part]:
    """Yield whom to ask for help with the form."""
    if sheet.help_with_claims:
        yield Heading(_("Help with this form"))
        yield from named(*((fact.name, fact.value) for fact in sheet.help_with_claims))


def named(*pairs: tuple[str, str]) -> Iterator[Part]:
    """Return names with their values; what has no value is left out."""
    return (Named(name, value) for name, value in pairs if value)


def _activities(activities: tuple[ActivityEntry, ...]) -> Iterator[Part]:
    if not activities:
        return
    yield Heading(_("What you took part in"))
    for activity in activities:
        yield Entry(
            _dated(activity.date, activity.words),
            "",
            _details(
                ((_("Place: {words}"), activity.place),),
                ((_("Time: {words}"), activity.times), (_("Role: {words}"), activity.role)),
                ((_("Register: {words}"), activity.confirmed),),
            ),
        )


def _fees(sheet: ClaimSheet) -> Iterator[Part]:
    yield Heading(_("Fees"))
    if not sheet.fees:
        yield Paragraph(_("There are no fees on this claim."))
    yield from (_fee(entry) for entry in sheet.fees)
    yield Totals(
        (
            Total(_("Fees offered"), str(sheet.fees_offered)),
            Total(_("Fees to pay"), str(sheet.fees_to_pay), is_main=True),
        )
    )


def _fee(entry: FeeEntry) -> Entry:
    offered = ((_("Offered: {words}"), str(entry.offered)), (_("Choice: {words}"), entry.decision))
    details = _details(offered, ((_why(), entry.why),))
    return Entry(_dated(entry.date, entry.words), str(entry.amount), details)


def _expenses(sheet: ClaimSheet) -> Iterator[Part]:
    yield Heading(_("Expenses"))
    if not sheet.expenses:
        yield Paragraph(_("There are no expenses on this claim."))
    yield from (_expense(entry) for entry in sheet.expenses)
    # translators: {words} is one of: paid direct, on account, waived
    otherwise = _("of which {words}")
    yield Totals(
        (
            Total(_("Expenses"), str(sheet.expenses_total)),
            *(Total(otherwise.format(words=w), str(m)) for w, m in sheet.met_otherwise),
            Total(_("of which to pay to you"), str(sheet.expenses_to_pay), is_main=True),
        )
    )


def _expense(entry: ExpenseEntry) -> Entry:
    # translators: {words} is one of: reimburse, paid direct, on account
    met = _("How it is met: {words}")
    if entry.is_paid_to_person:
        met = _("How it is met: {words}, paid to you")
    return Entry(
        _dated(entry.date, entry.words),
        str(entry.amount),
        _details(
            ((met, entry.handled), (_("Receipt: {words}"), entry.receipt)),
            ((_why(), entry.why),),
        ),
    )


def _why() -> str:
    return _("Why: {words}")


def _dated(date: str, words: str) -> str:
    return _("{date}: {words}").format(date=date, words=words) if date and words else date or words


def _details(*lines: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """Return each line's facts, as sentences one after another; what is empty is left out."""
    said = (
        ". ".join(words.format(words=value) for words, value in line if value) for line in lines
    )
    return tuple(line for line in said if line)


def _to_pay(sheet: ClaimSheet) -> Iterator[Part]:
    yield Heading(_("To pay"))
    # translators: {how} is like “by cheque, to the address above”
    paid = _("To pay: {amounts}, {how}.") if sheet.how_to_pay else _("To pay: {amounts}.")
    yield Paragraph(
        paid.format(amounts=sheet.to_pay, how=sheet.how_to_pay.rstrip(".")), is_bold=True
    )


def signing(sheet: ClaimSheet) -> Iterator[Part]:
    """Yield the places to sign, for who claims and for who approves."""
    yield Heading(_("Your declaration"))
    yield from (Tick(words) for words in sheet.declaration if words)
    yield Blanks((_("Signature, or a mark"), _("Date")))
    yield Blanks((_("Or agreed by phone or in BSL, recorded by"), _("Date")))
    yield Blanks((_("Name"), _("Helped by, if anyone")))
    yield Heading(_("For the person who approves"))
    yield from (Tick(words) for words in sheet.approver_declaration if words)
    yield Blanks((_("Signature"), _("Date")))
    yield Blanks((_("Name"),))


def notes(sheet: ClaimSheet) -> Iterator[Part]:
    """Yield what is good to know before it is signed."""
    if any(sheet.notes):
        yield Heading(_("Good to know"))
    yield from (Paragraph(words) for words in sheet.notes if words)


def _outcome(outcome: ClaimOutcome) -> Iterator[Part]:
    """Yield what the office did with the claim, as it stood on the day of printing."""
    yield Heading(_("For the office: approval and payment"))
    yield from named((_("As it stood on"), outcome.as_of), (_("State"), outcome.state))
    yield Points(outcome.steps)
    yield from (_payment(payment) for payment in outcome.payments)


def _payment(payment: PaymentMade) -> Entry:
    apart = _("Fees {fees}, expenses {expenses}")
    return Entry(
        _("{person}, {how}").format(person=payment.person, how=payment.how),
        "",
        (
            apart.format(fees=payment.fees, expenses=payment.expenses),
            *_details(
                ((_("Payment run: {words}"), payment.run),),
                ((_("What became of it: {words}"), payment.outcome),),
            ),
        ),
    )
