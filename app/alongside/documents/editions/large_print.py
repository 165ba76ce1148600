"""A document in large print: the same parts one under another, never a zoomed page.

At 16 points and more a third of forms have a word too long for its column, so there are none.
"""

from collections.abc import Sequence
from dataclasses import replace

from alongside.documents.document import Document
from alongside.documents.editions.on_paper import put
from alongside.documents.letters import checked
from alongside.documents.setting import PAGE_HEIGHT, PAGE_WIDTH
from alongside.documents.tagged.paper import Paper
from alongside.domain.marks import PageMarks
from alongside.domain.tints import Tint
from alongside.i18n import speaking


def draw(document: Document, points: float, tint: Tint = Tint.WHITE) -> bytes:
    """Return `document` as a tagged PDF (PDF/UA-1) in letters of `points`.

    The same document gives the same bytes. Raise UserError for a letter that cannot be printed.
    """
    document = _without_head(document)
    with speaking(document.language):
        return _paper(document, points).draw(document, tint)


def lay_out(document: Document, points: float, tint: Tint = Tint.WHITE) -> Sequence[PageMarks]:
    """Return the same pages for a screen or a printer. Raise UserError as for drawing."""
    document = _without_head(document)
    with speaking(document.language):
        return _paper(document, points).marks(document, tint)


def _without_head(document: Document) -> Document:
    """Return `document` with nothing at the head of later pages: at this size room is short."""
    return replace(document, running=("", ""))


def _paper(document: Document, points: float) -> Paper:
    paper = Paper(points, (PAGE_WIDTH, PAGE_HEIGHT), document.style)
    put(checked(document), paper)
    return paper
