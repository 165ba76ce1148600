"""The claim form as pages: what stands at the head and the foot of each."""

from collections.abc import Sequence

from alongside.documents.claim_parts import (
    checked,
    claim_parts,
    draft_words,
    foot_words,
    running_words,
)
from alongside.documents.fonts import width
from alongside.documents.pages import BETWEEN, TOP, ends, foot, lay_out_parts
from alongside.documents.setting import (
    FINE,
    HEADING,
    LEFT,
    RIGHT,
    STRONG,
    TEXT,
    line,
    line_height,
)
from alongside.domain.marks import Box, Font, Mark, PageMarks, Rule
from alongside.domain.sheets import ClaimSheet
from alongside.i18n import speaking

_DRAFT_HEIGHT = 38.0


def lay_out(sheet: ClaimSheet) -> Sequence[PageMarks]:
    """Return the pages of `sheet`'s claim form: A4, points.

    Nothing leaves the margins and nothing overlaps, whatever its length. An entry is parted
    only if a page is too short for it. Raise UserError for a letter that cannot be printed.
    """
    with speaking(sheet.language):
        sheet = checked(sheet)
        return lay_out_parts(
            claim_parts(sheet),
            lambda number: _head(sheet, number),
            lambda number, of: foot(*foot_words(sheet, number, of)),
        )


def _head(sheet: ClaimSheet, number: int) -> tuple[list[Mark], float]:
    """Return the marks above the body of page `number`, and where the body starts."""
    marks: list[Mark] = []
    down = TOP
    if sheet.is_draft:
        words = draft_words()
        wide = width(words, Font.BOLD, HEADING)
        marks += [
            Box(LEFT, down, RIGHT - LEFT, _DRAFT_HEIGHT, STRONG),
            *line(words, Font.BOLD, HEADING, (LEFT + RIGHT - wide) / 2, down + 6.0),
        ]
        down += _DRAFT_HEIGHT + BETWEEN
    if number > 1:
        claim, person = running_words(sheet)
        marks += ends(claim, person, down)
        down += line_height(TEXT) + 4.0
        marks.append(Rule(LEFT, down, RIGHT, down, FINE))
        down += BETWEEN
    return marks, down
