"""A document in Easy Read: one idea on a line, a picture beside each, large places to write.

The pictures are artifacts, which nobody reads out. Each shows what the words beside it say, for
people who find the words hard; heard as well, every line would be said twice (WCAG 2.2, 1.1.1:
PDF4). A logo stays a figure: only it says what it shows.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from alongside.documents.document import Document
from alongside.documents.easy_pictures import picture
from alongside.documents.editions.easy_ideas import easy_parts, ideas_of, sentences
from alongside.documents.editions.on_paper import put_part, with_next
from alongside.documents.letters import checked
from alongside.documents.parts import (
    Blanks,
    Entry,
    Heading,
    Letterhead,
    Named,
    Paragraph,
    Part,
    Points,
    Table,
    Tick,
    Title,
    Totals,
    Word,
)
from alongside.documents.setting import PAGE_HEIGHT, PAGE_WIDTH, STRONG, line_height
from alongside.documents.tagged.bands import MARGIN
from alongside.documents.tagged.pages import Band
from alongside.documents.tagged.paper import Paper, item
from alongside.documents.tagged.structure import Element
from alongside.documents.tagged.text import Field, Piece, Run, set_lines
from alongside.domain.ideas import Idea
from alongside.domain.marks import Box, Drawing, Font, PageMarks
from alongside.domain.people import Format
from alongside.domain.tints import Tint
from alongside.i18n import _, speaking

_PICTURE = 48.0
_START = MARGIN + _PICTURE + 20.0
_BETWEEN = 9.0
"""Room between one idea and the next."""
_TICK = 30.0
_HIGH = 58.0
"""How high a box to write in is: room for large letters by hand, or for a mark."""
_BESIDE = 4
"""Lines that stay beside their picture; what is longer may go on to the next page."""


def draw(document: Document, tint: Tint = Tint.WHITE) -> bytes:
    """Return `document` as a tagged PDF (PDF/UA-1) with fields to fill in on a screen.

    The same document gives the same bytes. Raise UserError for a letter that cannot be printed.
    """
    document = replace(document, running=("", ""))
    with speaking(document.language):
        return _paper(document).draw(document, tint)


def lay_out(document: Document, tint: Tint = Tint.WHITE) -> Sequence[PageMarks]:
    """Return the same pages for a screen or a printer. Raise UserError as for drawing."""
    document = replace(document, running=("", ""))
    with speaking(document.language):
        return _paper(document).marks(document, tint)


def _paper(document: Document) -> "EasyPaper":
    paper = EasyPaper(Format.EASY_READ.points, (PAGE_WIDTH, PAGE_HEIGHT), document.style)
    document = checked(document)
    if document.banner:
        paper.banner(document.banner)
    parts = with_next(easy_parts(document))
    for kind, group in groupby(parts, key=lambda pair: type(pair[0])):
        whole = paper.list_() if kind in (Named, Totals, Points, Entry) else None
        for part, is_kept in group:
            _put(part, paper, whole or paper.tree.root, is_kept=is_kept)
    return paper


def _put(part: Part, paper: "EasyPaper", inside: Element, *, is_kept: bool) -> None:
    """Put one part on `paper`, in the list `inside` if it is one of a list."""
    match part:
        case Letterhead() | Title():
            easy = part.easy if isinstance(part, Title) else ""
            put_part(Title(easy) if easy else part, paper, is_kept=is_kept)
        case Heading(words, level, picture_name, easy):
            paper.picture = picture_name or (paper.picture if level > 2 else EasyPaper.picture)
            paper.heading(level, easy or words)
        case Named(name, value, picture_name, easy):
            said = _("{name}:").format(name=easy or name) + " "
            body = item(inside)
            runs = [paper.easy_run(said, body, paper.bold), paper.easy_run(value, body)]
            paper.beside(runs, picture_name)
        case Paragraph():
            for (idea,) in ideas_of(part):
                paper.idea(idea, inside.inside("P"))
        case Points() | Entry():
            for ideas in ideas_of(part):
                paper.together(ideas, item(inside))
        case Table():
            for row, ideas in zip(part.titled(), ideas_of(part), strict=True):
                paper.together(ideas, item(paper.list_()))
                labels = [f"{row.name}: {label}" for label in row.to_write]
                paper.boxes_to_write([Idea(label, "sign") for label in labels])
        case Totals(totals):
            for total, after in pairwise([*totals, None]):
                assert total is not None
                for (idea,) in ideas_of(total):
                    holds = after is not None and after.is_main
                    paper.idea(idea, item(inside).inside("P"), is_kept=holds)
        case Tick(words, easy):
            paper.box_to_tick(easy or [Idea(each) for each in sentences(words)], is_kept=is_kept)
        case Blanks(labels, easy):
            paper.boxes_to_write(easy or [Idea(label, "sign") for label in labels])
        case Word():
            put_part(part, paper, is_kept=is_kept)


class EasyPaper(Paper):
    """The look of Easy Read. `picture` is that of what has none of its own."""

    picture = "form"

    def easy_run(self, words: str, element: Element, font: Font | None = None) -> Run:
        """Return words for beside a picture."""
        return self.run(words, element, font, self.room + MARGIN - _START)

    def idea(self, idea: Idea, element: Element, *, is_kept: bool = False) -> None:
        """Add one idea with its picture."""
        font = self.bold if idea.is_bold else self.regular
        self.beside([self.easy_run(idea.words, element, font)], idea.picture, is_kept=is_kept)

    def together(self, ideas: Sequence[Idea], body: Element) -> None:
        """Add ideas that belong to one thing: neither its first nor its last is left alone."""
        for number, idea in enumerate(ideas, 1):
            self.idea(
                idea,
                body.inside("P"),
                is_kept=number < len(ideas) and number in (1, len(ideas) - 1),
            )

    def beside(self, runs: Sequence[Run], name: str = "", *, is_kept: bool = False) -> None:
        """Add words with a picture at their left."""
        lines = set_lines(runs, self.size, _START, self.room + MARGIN - _START)
        self._row(lines, name, is_kept=is_kept)

    def box_to_tick(self, easy: Sequence[Idea], *, is_kept: bool) -> None:
        """Add a large box to tick, and what it says in short sentences after it."""
        element = self.tree.root.inside("P")
        start = _START + _TICK + 16.0
        lines = [
            line
            for idea in easy
            for line in set_lines(
                [self.run(idea.words + " ", element, room=self.room + MARGIN - start)],
                self.size, start, self.room + MARGIN - start,
            )
        ]  # fmt: skip
        high = max(_PICTURE, len(lines[:_BESIDE]) * line_height(self.size))
        mark = Box(_START, (high - _TICK) / 2, _TICK, _TICK, STRONG)
        said = " ".join(idea.words for idea in easy)
        field = Field(said, element, is_tick=True)
        self._row(lines, easy[0].picture, [Piece(mark, None, field=field)], is_kept=is_kept)

    def boxes_to_write(self, labels: Sequence[Idea]) -> None:
        """Add large boxes to write in, each under what belongs into it: all on one page.

        So who signs sees what they tick beside it; what two people sign fits no page.
        """
        for number, label in enumerate(labels, 1):
            element = self.tree.root.inside("P")
            self.idea(replace(label, is_bold=True), element, is_kept=True)
            about = f"{self._about}: {label.words}" if self._about else label.words
            mark = Box(_START, 0.0, self.room + MARGIN - _START, _HIGH, STRONG)
            piece = Piece(mark, None, field=Field(about, element))
            self.bands.append(Band(_HIGH + 4.0, [piece], is_kept=number < len(labels)))

    def _row(
        self, lines: Sequence[Sequence[Piece]], name: str, first: Sequence[Piece] = (), *,
        is_kept: bool = False,
    ) -> None:  # fmt: skip
        """Add lines beside a picture: the shorter of the two stands in the middle of the other."""
        beside, rest = lines[:_BESIDE], lines[_BESIDE:]
        step = line_height(self.size)
        high = max(_PICTURE, len(beside) * step)
        down = (high - len(beside) * step) / 2
        outline = picture(name or self.picture)
        shown = Drawing(MARGIN, (high - _PICTURE) / 2, _PICTURE, outline)
        pieces = [Piece(shown, None), *first]
        for number, line in enumerate(beside):
            pieces += [piece.lowered(down + number * step) for piece in line]
        self.bands.append(Band(high, pieces, _BETWEEN, is_kept or bool(rest)))
        self.add(rest, 0.0, is_kept=is_kept)
