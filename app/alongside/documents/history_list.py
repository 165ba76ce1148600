"""A list of the history on paper: what was looked for, then line after line, newest first."""

from alongside.documents.document import Document
from alongside.documents.parts import Entry, Letterhead, Named, Paragraph, Title
from alongside.domain.sheets import HistorySheet
from alongside.i18n import _


def history_list(sheet: HistorySheet) -> Document:
    """Return the list that `sheet` has."""
    said = _("{when}, by {who}")
    return Document(
        title=sheet.title,
        organisation=sheet.organisation,
        parts=(
            Letterhead(sheet.organisation),
            Title(sheet.title),
            *(Named(fact.name, fact.value) for fact in sheet.sought),
            Paragraph(sheet.how_many),
            *(
                Entry(entry.words, "", (said.format(when=entry.when, who=entry.who),))
                for entry in sheet.entries
            ),
        ),
        foot=_("Printed on {day}").format(day=sheet.printed_on),
        subject=_("Who did what, and when"),
        running=(sheet.title, sheet.organisation),
        style=sheet.style,
    )
