"""A claim form with nothing filled in, for somebody whom the records do not know yet.

It asks in the order of the form that is made from a claim, so that whoever knows one knows both.
"""

from collections.abc import Iterator

from alongside.documents.claim_form import help_with, letterhead
from alongside.documents.document import Document
from alongside.documents.parts import Blanks, Heading, Paragraph, Part, Tick, Title, named
from alongside.documents.signing import good_to_know, signing
from alongside.domain.claims import Category
from alongside.domain.sheets import ClaimSheet
from alongside.i18n import _, speaking

_FEES, _EXPENSES = 2, 5
"""How many lines there are to write on."""


def blank_claim_form(sheet: ClaimSheet) -> Document:
    """Return the empty form. Of `sheet` it says who is asked, and what was taken part in."""
    with speaking(sheet.language):
        foot = _("Claim form, version {version}, printed on {day}")
        return Document(
            title=_("Claim for fees and expenses: {group}").format(group=sheet.group),
            organisation=sheet.organisation,
            parts=tuple(_parts(sheet)),
            foot=foot.format(version=sheet.form_version, day=sheet.printed_on),
            language=sheet.language,
            style=sheet.style,
        )


def _parts(sheet: ClaimSheet) -> Iterator[Part]:
    yield letterhead(sheet)
    yield Title(_("Claim for fees and expenses"))
    yield Paragraph(
        _("Fill in what you can. We can fill in the rest with you, and add the numbers up.")
    )
    yield from named(
        (_("Group"), sheet.group),
        (_("Partner"), sheet.partner),
        (_("Budget code"), sheet.budget_code),
    )
    yield Heading(_("Who is claiming"))
    yield Blanks((_("Name"),))
    yield Blanks((_("How to reach you: phone, email or address"), _("Preferred format")))
    yield from help_with(sheet)
    yield from _activity(sheet)
    yield Heading(_("Fees"))
    for number in range(1, _FEES + 1):
        yield _line(_("Fee {n}: what for"), number)
    yield Tick(_("I take the fee."))
    yield Tick(_("I want less, or nothing, or to give it away."))
    yield Blanks((_("If so, how much, or to whom"),))
    yield from _expenses()
    yield Heading(_("To pay"))
    for words in (_("By bank transfer"), _("By cheque"), _("In cash"), _("By voucher")):
        yield Tick(words)
    yield Paragraph(_("Please do not write your bank details here. We ask for them apart."))
    yield from good_to_know(sheet)
    yield from signing(sheet)


def _activity(sheet: ClaimSheet) -> Iterator[Part]:
    yield Heading(_("What you took part in"))
    for entry in sheet.activities:
        yield from named(
            (_("Activity"), entry.words),
            (_("Day"), entry.date),
            (_("Place"), entry.place),
            (_("Time"), entry.times),
        )
    if not sheet.activities:
        yield Blanks((_("Activity and place"), _("Day")))
    yield Blanks((_("Your role, if you had one"), _("From when to when")))


def _expenses() -> Iterator[Part]:
    yield Heading(_("Expenses"))
    yield Paragraph(_("Tick what you had to pay for."))
    for kind in (
        Category.BUS_TRAIN_TRAM, Category.TAXI, Category.CAR, Category.PARKING, Category.MEALS,
        Category.SUPPORT_WORKER, Category.COMMUNICATION, Category.REPLACEMENT_CARE, Category.OTHER,
    ):  # fmt: skip
        yield Tick(f"{kind.words[:1].upper()}{kind.words[1:]}")
    yield Paragraph(_("Write each on a line of its own, with its amount or the miles."))
    for number in range(1, _EXPENSES + 1):
        yield _line(_("Expense {n}: what for, from where to where"), number)
    yield Tick(_("I give you the receipts and tickets with this form."))


def _line(words: str, number: int) -> Blanks:
    """Return a line to write on with a place for its amount, each with its number."""
    return Blanks((words.format(n=number), _("{n}: amount in £").format(n=number)))
