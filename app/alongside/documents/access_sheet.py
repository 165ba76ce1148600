"""The access sheet for the day: what to have ready, and what each person requires."""

from collections.abc import Iterator

from alongside.documents.document import Document
from alongside.documents.parts import (
    Entry,
    Heading,
    Letterhead,
    Named,
    Paragraph,
    Part,
    Points,
    Tick,
    Title,
)
from alongside.domain.meeting_sheets import AccessSheet
from alongside.i18n import _, speaking


def access_sheet(sheet: AccessSheet) -> Document:
    """Return the sheet; every page of it says that it is confidential, and for whom."""
    with speaking(sheet.language):
        banner = _("Confidential: for {name} only. Destroy it after {day}.")
        title = _("Access sheet, {meeting}").format(meeting=sheet.meeting)
        return Document(
            title=title,
            organisation=sheet.organisation,
            parts=tuple(_parts(sheet)),
            foot=title,
            banner=banner.format(name=sheet.in_charge or "…", day=sheet.destroy_after),
            language=sheet.language,
            style=sheet.style,
        )


def _parts(sheet: AccessSheet) -> Iterator[Part]:
    yield Letterhead(sheet.organisation)
    yield Title(_("Access sheet for the day"))
    yield Paragraph(
        _("What people require so that they can take part. Nobody has to say why, so please do "
          "not ask. Ask what would help.")
    )  # fmt: skip
    yield from (Named(fact.name, fact.value) for fact in sheet.facts)
    if sheet.in_charge:
        yield Named(_("In charge of access"), sheet.in_charge)
    yield Named(_("Printed on"), sheet.printed_on)
    if sheet.ready:
        yield Heading(_("To have ready"))
        yield from (Tick(words) for words in sheet.ready)
    yield Heading(_("Who is expected"))
    if not sheet.entries:
        yield Paragraph(_("Nobody is expected yet."))
    said = _("{name}: {value}")
    for entry in sheet.entries:  # whole: half of what somebody requires is easily missed
        facts = (said.format(name=fact.name, value=fact.value) for fact in entry.facts)
        yield Entry(entry.person, "", tuple(facts))
    yield Heading(_("After the meeting"))
    yield Points(
        (
            _("Say what was not as it should be, so that it is put right next time."),
            _("Destroy this paper: shred it, or delete the file."),
        )
    )
