"""The recovery sheet: seven words that can be read from a step away, and what they do."""

from collections.abc import Iterator

from alongside.documents.document import Document
from alongside.documents.parts import Heading, Named, Paragraph, Part, Title, Word
from alongside.domain.sheets import RecoverySheet
from alongside.i18n import _


def recovery_sheet(sheet: RecoverySheet) -> Document:
    """Return the sheet on paper. What is not known is left out."""
    return Document(
        title=_("Recovery words"),
        organisation=sheet.organisation,
        parts=tuple(_parts(sheet)),
        foot=_("Recovery words, {date}").format(date=sheet.printed_on),
    )


def _parts(sheet: RecoverySheet) -> Iterator[Part]:
    yield Title(_("Recovery words"))
    facts = (
        (_("Organisation"), sheet.organisation),
        (_("Data file"), sheet.file),
        (_("Made on"), sheet.computer),
        (_("Date"), sheet.printed_on),
    )
    yield from (Named(name, value) for name, value in facts if value)
    for number, (word, spelled) in enumerate(sheet.words, 1):
        yield Word(str(number), word, spelled)
    yield Heading(_("What the words are for"), picture="key")
    yield Paragraph(
        _("They open your records when your computer cannot: it is new, broken, lost or stolen, "
          "or it has forgotten its keys. Start Alongside and type the words in this order. "
          "Capitals do not matter.")
    )  # fmt: skip
    yield Paragraph(
        _("Without these words nobody can help you, not even the people who make Alongside."),
        is_bold=True,
    )
    yield Heading(_("Where to keep this sheet"), picture="keep")
    yield Paragraph(
        _("In a safe, or with your chair. Not beside the computer, not in its bag, and not in an "
          "email. Whoever has these words and your data file can read everything in it. When the "
          "words are changed, destroy this sheet.")
    )  # fmt: skip
