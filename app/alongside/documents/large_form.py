"""The claim form in large print: the same parts one under another, never a zoomed page.

At 16 points and more a third of forms have a word too long for its column, so there are none.
"""

from collections.abc import Sequence
from itertools import groupby, pairwise

from alongside.documents.claim_parts import checked, claim_parts, draft_words, foot_words
from alongside.documents.page_text import lines_of
from alongside.documents.parts import (
    Blanks,
    Entry,
    Heading,
    Letterhead,
    Named,
    Paragraph,
    Part,
    Tick,
    Title,
    Totals,
    is_kept_with,
)
from alongside.documents.setting import PAGE_HEIGHT, PAGE_WIDTH
from alongside.documents.tagged.paper import Paper
from alongside.domain.marks import PageMarks
from alongside.domain.payment_sheets import Amount
from alongside.domain.sheets import ClaimSheet
from alongside.i18n import _, speaking


def draw_large_form(sheet: ClaimSheet, points: float) -> bytes:
    """Return `sheet`'s form as a tagged PDF (PDF/UA-1) in letters of `points`.

    The same sheet gives the same bytes. Raise UserError for a letter that cannot be printed.
    """
    with speaking(sheet.language):
        sheet = checked(sheet)
        title = _("Claim {number}").format(number=sheet.number)
        return _paper(sheet, points).draw(title, sheet.organisation, _foot(sheet))


def lay_out_large(sheet: ClaimSheet, points: float) -> Sequence[PageMarks]:
    """Return the same pages for a screen or a printer. Raise UserError as for drawing."""
    with speaking(sheet.language):
        sheet = checked(sheet)
        return _paper(sheet, points).marks(_foot(sheet))


def _foot(sheet: ClaimSheet) -> str:
    return foot_words(sheet, 1, 1)[0]


def _paper(sheet: ClaimSheet, points: float) -> Paper:
    paper = Paper(points, (PAGE_WIDTH, PAGE_HEIGHT))
    if sheet.is_draft:
        paper.paragraph(draft_words(), is_bold=True)
    parts = claim_parts(sheet)
    kept = [is_kept_with(part, after) for part, after in pairwise(parts)]
    for kind, group in groupby(zip(parts, [*kept, False], strict=True), key=lambda p: type(p[0])):
        if kind is Named:
            paper.facts([(part.name, part.value) for part, _kept in group if type(part) is Named])
        else:
            for part, is_kept in group:
                _put(paper, part, is_kept=is_kept)
    return paper


def _put(paper: Paper, part: Part, *, is_kept: bool) -> None:
    match part:
        case Letterhead(organisation, address):
            for words, is_bold in ((organisation, True), (address, False)):
                if words:
                    paper.paragraph(words, is_bold=is_bold)
        case Title(words):
            paper.heading(1, words)
        case Heading(words):
            paper.heading(2, words)
        case Paragraph(words, is_bold):
            paper.paragraph(words, is_bold=is_bold)
        case Entry(words):
            paper.entry(words, [line for line in lines_of(part) if line and line != words])
        case Totals(totals):
            lines = [Amount(each.name, each.amount) for each in totals if not each.is_main]
            main = [Amount(each.name, each.amount) for each in totals if each.is_main]
            paper.amounts(lines, main)
        case Tick(words):
            paper.tick(words, is_kept=is_kept)
        case Blanks(labels):
            *others, last = labels
            for label in others:
                paper.blank(label, is_kept=True)
            paper.blank(last, is_kept=is_kept)
        case _:
            raise TypeError(type(part).__name__)
