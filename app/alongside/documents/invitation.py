"""An invitation to a meeting for one person: what, when, where, what is paid, how to answer."""

from collections.abc import Iterator

from alongside.documents.document import Document
from alongside.documents.parts import (
    Blanks,
    Heading,
    Letterhead,
    Named,
    Paragraph,
    Part,
    Tick,
    Title,
)
from alongside.domain.meeting_sheets import InvitationSheet
from alongside.i18n import _, speaking


def invitation(sheet: InvitationSheet) -> Document:
    """Return the invitation that `sheet` has."""
    with speaking(sheet.language):
        title = _("Invitation for {person}: {meeting}")
        return Document(
            title=title.format(person=sheet.person, meeting=sheet.meeting),
            organisation=sheet.organisation,
            parts=tuple(_parts(sheet)),
            foot=_("Invitation, {meeting}").format(meeting=sheet.meeting),
            language=sheet.language,
            style=sheet.style,
        )


def _parts(sheet: InvitationSheet) -> Iterator[Part]:
    yield Letterhead(sheet.organisation, sheet.address, sheet.logo, sheet.logo_words)
    yield Title(_("You are invited"))
    yield Named(_("To"), sheet.person)
    yield Named(_("Date of this letter"), sheet.printed_on)
    yield Heading(_("What it is about"))
    yield from (Named(fact.name, fact.value) for fact in sheet.what)
    if sheet.about:
        yield Paragraph(sheet.about)
    yield Heading(_("When and where"))
    yield from (Named(fact.name, fact.value) for fact in sheet.facts)
    yield from (Paragraph(words) for words in sheet.more)
    yield Heading(_("Your fee"))
    yield from (Paragraph(words) for words in sheet.fees)
    yield Heading(_("Your costs"))
    yield from (Paragraph(words) for words in sheet.costs)
    yield Heading(_("What you require"))
    yield Paragraph(_access(sheet))
    if sheet.ask:
        yield Heading(_("If you have a question"))
        ways = _("You can also answer by phone, by email or in BSL: all are fine.")
        yield Paragraph(" ".join((ways, sheet.ask)))
    yield from _answer(sheet)


def _access(sheet: InvitationSheet) -> str:
    if not sheet.reply_by:
        return _("Tell us what you require so that you can take part. You never have to say why.")
    words = _("Tell us by {day} what you require so that you can take part. You never have to say "
              "why.")  # fmt: skip
    return words.format(day=sheet.reply_by)


def _answer(sheet: InvitationSheet) -> Iterator[Part]:
    yield Heading(_("Your answer"))
    if sheet.reply_by:
        yield Paragraph(_("Please answer by {day}.").format(day=sheet.reply_by))
    if sheet.is_in_a_room:
        yield Tick(_("I will come."))
    if sheet.is_online:
        yield Tick(_("I will take part online."))
    yield Tick(_("I cannot take part this time."))
    yield Tick(_("What I require is the same as before."))
    yield Blanks((_("What I require, or what has changed"),))
    yield Blanks((_("Who comes with me, if anybody"),))
    yield Blanks((_("Name"), _("Date")))
