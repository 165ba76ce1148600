"""What a claim form says and in which order; every edition of it is made from this.

The order is that of list (a) of the field's facts: who we are, who claims, what was done,
fees, expenses, what is paid and how. What is good to know comes before what is signed.
"""

from collections.abc import Iterator

from alongside.documents.claim_form_easy import (
    easy_activity,
    easy_expense,
    easy_fee,
    easy_to_pay,
    picture_of,
)
from alongside.documents.document import Document
from alongside.documents.parts import (
    Entry,
    Heading,
    Letterhead,
    Named,
    Paragraph,
    Part,
    Title,
    Total,
    Totals,
)
from alongside.documents.signing import good_to_know, signing
from alongside.domain.ideas import Idea
from alongside.domain.sheets import ActivityEntry, ClaimSheet, ExpenseEntry, Fact, FeeEntry
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
            style=sheet.style,
        )


def draft_words() -> str:
    """Return what a draft says at the head of every page."""
    return _("Draft: not for signing")


def _parts(sheet: ClaimSheet) -> Iterator[Part]:
    yield from _head(sheet)
    yield from _activities(sheet.activities)
    yield from _fees(sheet)
    yield from _expenses(sheet)
    yield from _to_pay(sheet)
    yield from good_to_know(sheet)
    if not sheet.is_draft:
        yield from signing(sheet)


def _head(sheet: ClaimSheet) -> Iterator[Part]:
    yield letterhead(sheet)
    yield Title(_("Claim for fees and expenses"), easy=_("Your claim form"))
    if sheet.is_draft:
        yield Paragraph(
            _("This is a draft, to look through. When it is right, ask for the form to sign."),
            easy=(
                Idea(_("This is a draft. Please look through it."), "form"),
                Idea(_("When it is right, ask for the form to sign."), "sign"),
            ),
        )
    facts = (
        Named(_("Claim number"), sheet.number, "number"),
        Named(_("Group"), sheet.group, "group", easy=_("Your group")),
        Named(_("Partner"), sheet.partner, "partner", easy=_("Who your group works with")),
        Named(_("Budget code"), sheet.budget_code, "number", easy=_("Code for our accounts")),
        Named(_("Printed on"), sheet.printed_on, "print"),
    )
    yield from (fact for fact in facts if fact.value)
    yield Heading(_("Who is claiming"), picture="person", easy=_("About you"))
    yield Named(_("Name"), sheet.person, "person", easy=_("Your name"))
    yield from _facts(sheet.person_facts)
    yield from help_with(sheet)


def letterhead(sheet: ClaimSheet) -> Letterhead:
    """Return whose form it is."""
    address = ", ".join(line.rstrip(",") for line in sheet.organisation_address if line)
    return Letterhead(sheet.organisation, address, sheet.logo, sheet.logo_words)


def help_with(sheet: ClaimSheet) -> Iterator[Part]:
    """Yield whom to ask for help with the form."""
    if sheet.help_with_claims:
        yield Heading(_("Help with this form"), picture="help", easy=_("Ask us for help"))
        yield from _facts(sheet.help_with_claims)


def _facts(facts: tuple[Fact, ...]) -> Iterator[Part]:
    return (Named(fact.name, fact.value, picture_of(fact.name)) for fact in facts if fact.value)


def _activities(activities: tuple[ActivityEntry, ...]) -> Iterator[Part]:
    if not activities:
        return
    yield Heading(_("What you took part in"), picture="group")
    for activity in activities:
        yield Entry(
            _dated(activity.date, activity.words),
            "",
            _details(
                ((_("Place: {words}"), activity.place),),
                ((_("Time: {words}"), activity.times), (_("Role: {words}"), activity.role)),
                ((_("Register: {words}"), activity.confirmed),),
            ),
            easy_activity(activity),
        )


def _fees(sheet: ClaimSheet) -> Iterator[Part]:
    yield Heading(_("Fees"), picture="money", easy=_("Fees: money for your time"))
    if not sheet.fees:
        yield Paragraph(_("There are no fees on this claim."))
    yield from (_fee(entry) for entry in sheet.fees)
    yield Totals(
        (
            Total(
                _("Fees offered"),
                str(sheet.fees_offered),
                easy=_("All fees that we offered you: {amount}.").format(amount=sheet.fees_offered),
            ),
            Total(
                _("Fees to pay"),
                str(sheet.fees_to_pay),
                is_main=True,
                easy=_("Fees that we will pay you: {amount}.").format(amount=sheet.fees_to_pay),
            ),
        )
    )


def _fee(entry: FeeEntry) -> Entry:
    offered = ((_("Offered: {words}"), str(entry.offered)), (_("Choice: {words}"), entry.decision))
    details = _details(offered, ((_why(), entry.why),))
    return Entry(_dated(entry.date, entry.words), str(entry.amount), details, easy_fee(entry))


def _expenses(sheet: ClaimSheet) -> Iterator[Part]:
    easy = _("Expenses: money spent so that you can take part")
    yield Heading(_("Expenses"), picture="spent", easy=easy)
    if not sheet.expenses:
        yield Paragraph(_("There are no expenses on this claim."))
    yield from (_expense(entry) for entry in sheet.expenses)
    # translators: {words} is one of: paid direct, on account, waived
    otherwise, easy = _("of which {words}"), _("Part of this, {words}: {amount}.")
    yield Totals(
        (
            Total(
                _("Expenses"), str(sheet.expenses_total),
                easy=_("All expenses: {amount}.").format(amount=sheet.expenses_total),
            ),
            *(
                Total(otherwise.format(words=w), str(m), easy=easy.format(words=w, amount=m))
                for w, m in sheet.met_otherwise
            ),
            Total(
                _("of which to pay to you"), str(sheet.expenses_to_pay), is_main=True,
                easy=_("Expenses that we will pay you: {amount}.").format(
                    amount=sheet.expenses_to_pay),
            ),
        )
    )  # fmt: skip


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
        easy_expense(entry),
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
    yield Heading(_("To pay"), picture="together", easy=_("The money that we will pay you"))
    # translators: {how} is like “by cheque, to the address above”
    paid = _("To pay: {amounts}, {how}.") if sheet.how_to_pay else _("To pay: {amounts}.")
    words = paid.format(amounts=sheet.to_pay, how=sheet.how_to_pay.rstrip("."))
    yield Paragraph(words, is_bold=True, easy=easy_to_pay(sheet))
