"""The bands that a tagged paper is put together from: words set in lines, then drawn on pages."""

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO

from alongside.documents.document import Document
from alongside.documents.fonts import printable
from alongside.documents.setting import STRONG, line_height
from alongside.documents.tagged.canvas import TaggedCanvas
from alongside.documents.tagged.ends import PageEnds
from alongside.documents.tagged.pages import Band, as_marks, paginate, paint
from alongside.documents.tagged.structure import Element, Tree
from alongside.documents.tagged.text import Field, Piece, Run, set_lines
from alongside.domain.marks import Font, PageMarks, Rule
from alongside.domain.paper_style import PLAIN, PaperStyle
from alongside.domain.tints import BLACK, Tint
from alongside.i18n import _

MARGIN = 54.0


class Bands:
    """The bands of a paper, one under another. `size` is that of its text, `page` of its pages."""

    def __init__(self, size: float, page: tuple[float, float], style: PaperStyle = PLAIN) -> None:
        self.size, self._page, self._style = size, page, style
        self.regular, self.bold = style.letters.regular, style.letters.bold
        self.tree = Tree()
        self.bands: list[Band] = []
        self.room = page[0] - 2 * MARGIN
        self._about = ""

    def list_(self) -> Element:
        """Return a new list, which stands where its first line will."""
        return self.tree.root.inside("L", ListNumbering="None")

    def run(self, words: str, element: Element, font: Font | None = None, room: float = 0.0) -> Run:
        """Return words for `element`; one wider than `room` (a whole line's) may be parted."""
        return Run(words, font or self.regular, element, part_at=(room or self.room) * 0.95)

    def lines(self, runs: Sequence[Run], above: float, *, is_kept: bool = False) -> None:
        """Add words across the page, `above` points below what is before them."""
        self.add(set_lines(runs, self.size, MARGIN, self.room), above, is_kept=is_kept)

    def add(
        self, lines: Sequence[Sequence[Piece]], above: float, *, is_kept: bool,
        is_whole: bool = False,
    ) -> None:  # fmt: skip
        """Add lines as bands: neither the first nor the last is left alone on a page."""
        for number, pieces in enumerate(lines):
            is_last = number == len(lines) - 1
            holds = is_kept if is_last else is_whole or number in (0, len(lines) - 2)
            room = 0.0 if number else above
            self.bands.append(Band(line_height(self.size), pieces, room, holds))

    def to_write(self, label: str, element: Element, x: float, room: float, down: float) -> Piece:
        """Return a line to write on, `down` below the top of its strip: on a screen, a field."""
        about = f"{self._about}: {label}" if self._about else label
        rule = Rule(x, down, x + room, down, STRONG)
        return Piece(rule, None, field=Field(about, element, high=down - 2.0))

    def high_for(self, document: Document) -> float:
        """Return how high the body of a later page of `document` is, in points."""
        ends = self._ends(document)
        return ends.bottom - ends.top(2)

    def rule_of_letterhead(self) -> None:
        """Add a line across the page under whose paper it is, if they have a colour."""
        if self._style.colour != BLACK:
            rule = Rule(MARGIN, 3.0, MARGIN + self.room, 3.0, STRONG, is_coloured=True)
            self.bands.append(Band(6.0, [Piece(rule, None)], is_kept=True))

    def colour_from(self, start: int) -> None:
        """Give what was added from band `start` on the colour of headings."""
        for place, band in enumerate(self.bands[start:], start):
            coloured = [piece.coloured() for piece in band.pieces]
            self.bands[place] = replace(band, pieces=coloured)

    def draw(self, document: Document, tint: Tint = Tint.WHITE) -> bytes:
        """Return the PDF; the same paper always gives the same bytes.

        Raise UserError for a letter that cannot be printed.
        """
        ends = self._ends(document)
        pages, made = paginate(self.bands, ends.top, ends.bottom), BytesIO()
        canvas = TaggedCanvas(
            made, self._page, self.tree, title=printable(document.title),
            subject=printable(document.subject or document.title),
            author=printable(document.organisation) or "Alongside",
            # translators: the code of the language that these words are in
            language=_("en-GB"), tint=tint, style=self._style,
        )  # fmt: skip
        paint(canvas, pages, self._page[1], lambda number: ends.marks(number, len(pages)))
        canvas.save()
        return made.getvalue()

    def marks(self, document: Document, tint: Tint = Tint.WHITE) -> list[PageMarks]:
        """Return the same pages for a screen or a printer."""
        ends = self._ends(document)
        pages = paginate(self.bands, ends.top, ends.bottom)
        return as_marks(
            pages, self._page, lambda number: ends.marks(number, len(pages)), tint,
            self._style.colour_on(tint),
        )  # fmt: skip

    def _ends(self, document: Document) -> PageEnds:
        foot, banner = printable(document.foot), printable(document.banner)
        start, end = document.running
        running = (printable(start), printable(end))
        return PageEnds(self._page, MARGIN, self.size, foot, running, banner, self._style.letters)
