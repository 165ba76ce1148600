"""A list of the history on paper: what was looked for, then line after line, newest first."""

from collections.abc import Sequence

from alongside.documents.claim_parts import checked
from alongside.documents.pages import BETWEEN, TOP, ends, foot, lay_out_parts
from alongside.documents.parts import Entry, Letterhead, Named, Paragraph, Part, Title
from alongside.documents.setting import FINE, LEFT, RIGHT, TEXT, line_height
from alongside.domain.marks import Mark, PageMarks, Rule
from alongside.domain.sheets import HistorySheet
from alongside.i18n import _


def lay_out_history(sheet: HistorySheet) -> Sequence[PageMarks]:
    """Return the pages of the list: A4, points. Raise UserError for a letter no font has."""
    sheet = checked(sheet)
    printed = _("Printed on {day}").format(day=sheet.printed_on)
    page = _("Page {number} of {of}")
    return lay_out_parts(
        history_parts(sheet),
        lambda number: _head(sheet, number),
        lambda number, of: foot(printed, page.format(number=number, of=of)),
    )


def history_parts(sheet: HistorySheet) -> list[Part]:
    """Return the whole list, part by part."""
    return [
        Letterhead(sheet.organisation, "", None),
        Title(sheet.title),
        *(Named(fact.name, fact.value) for fact in sheet.sought),
        Paragraph(sheet.how_many),
        *(
            Entry(entry.words, "", (_("{when}, by {who}").format(when=entry.when, who=entry.who),))
            for entry in sheet.entries
        ),
    ]


def _head(sheet: HistorySheet, number: int) -> tuple[list[Mark], float]:
    if number == 1:
        return [], TOP
    down = TOP + line_height(TEXT) + 4.0
    return [*ends(sheet.title, sheet.organisation, TOP), Rule(LEFT, down, RIGHT, down, FINE)], (
        down + BETWEEN
    )
