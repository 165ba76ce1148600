"""What is good to know before a claim form is signed, and the places to sign it."""

from collections.abc import Iterator

from alongside.documents.parts import Blanks, Heading, Paragraph, Part, Tick
from alongside.domain.claim_words import easy_of
from alongside.domain.ideas import Idea
from alongside.domain.sheets import ClaimSheet
from alongside.i18n import _


def good_to_know(sheet: ClaimSheet) -> Iterator[Part]:
    """Yield what is good to know before it is signed."""
    if any(sheet.notes):
        yield Heading(_("Good to know"), picture="why")
    yield from (Paragraph(words, easy=easy_of(words)) for words in sheet.notes if words)


def signing(sheet: ClaimSheet) -> Iterator[Part]:
    """Yield the places to sign, for who claims and for who approves."""
    yield Heading(_("Your declaration"), picture="sign", easy=_("Tick the boxes, then sign"))
    yield from (Tick(words, easy_of(words)) for words in sheet.declaration if words)
    day = Idea(_("Date"), "date")
    yield Blanks(
        (_("Signature, or a mark"), day.words), (Idea(_("Sign here, or make a mark"), "sign"), day)
    )
    by_phone = Idea(_("Or you agreed by phone or in BSL. Who wrote this down?"), "phone")
    yield Blanks((_("Or agreed by phone or in BSL, recorded by"), day.words), (by_phone, day))
    yield Blanks(
        (_("Name"), _("Helped by, if anyone")),
        (
            Idea(_("Your name"), "person"),
            Idea(_("Did somebody help you? Write their name."), "help"),
        ),
    )
    easy = _("For the person who checks this form")
    yield Heading(_("For the person who approves"), picture="approve", easy=easy)
    yield from (Tick(words, easy_of(words)) for words in sheet.approver_declaration if words)
    yield Blanks((_("Signature"), day.words), (Idea(_("Sign here"), "sign"), day))
    yield Blanks((_("Name"),), (Idea(_("Name"), "person"),))
