"""A document in standard print, 14 points: names beside values, amounts in a column."""

from collections.abc import Sequence
from dataclasses import replace

from alongside.documents.document import Document
from alongside.documents.editions.on_paper import put
from alongside.documents.fonts import ASCENT
from alongside.documents.letters import checked
from alongside.documents.parts import Table, Total
from alongside.documents.setting import FINE, PAGE_HEIGHT, PAGE_WIDTH, TEXT, line_height
from alongside.documents.tagged.bands import MARGIN
from alongside.documents.tagged.pages import Band
from alongside.documents.tagged.paper import GAP, TO_WRITE, Paper, item
from alongside.documents.tagged.refused import RefusedError
from alongside.documents.tagged.table import Cell, table_bands
from alongside.documents.tagged.text import Piece, Run, set_lines, whole_width
from alongside.domain.marks import Font, PageMarks, Picture, Rule
from alongside.domain.tints import Tint
from alongside.i18n import _, speaking

_NAME_ROOM = 150.0
_AMOUNT_ROOM = 92.0
_WIDE_BLANK = 0.64
_BETWEEN_BLANKS = 24.0
_NUMBER_ROOM, _WORD_ROOM = 30.0, 190.0
_COPIED = 24.0
"""What people copy letter by letter: large print at its larger size."""
_PART_AT = (150.0, 100.0)
"""A word of a table that is wider may be parted, or one long name would push all else out.

The second is for a table whose columns do not fit with the first.
"""


def draw(document: Document, tint: Tint = Tint.WHITE) -> bytes:
    """Return `document` as a tagged PDF (PDF/UA-1) with fields to fill in on a screen.

    The same document gives the same bytes. Raise UserError for a letter that cannot be printed.
    """
    with speaking(document.language):
        return _paper(document).draw(document, tint)


def lay_out(document: Document, tint: Tint = Tint.WHITE) -> Sequence[PageMarks]:
    """Return the same pages for a screen or a printer. Raise UserError as for drawing."""
    with speaking(document.language):
        return _paper(document).marks(document, tint)


def _paper(document: Document) -> Paper:
    page = (PAGE_HEIGHT, PAGE_WIDTH) if document.is_wide else (PAGE_WIDTH, PAGE_HEIGHT)
    paper = StandardPaper(TEXT, page, document.style)
    put(checked(document), paper)
    return paper


class StandardPaper(Paper):
    """The look of standard print: what belongs together stands side by side."""

    def letterhead(self, organisation: str, address: str, logo: Picture | None, words: str) -> None:
        """Add whose paper it is, its logo at the right."""
        room, start = self.room, len(self.bands)
        if logo:
            room -= logo.w + GAP
        for said, font in ((organisation, self.bold), (address, self.regular)):
            if said:
                run = self.run(said, self.tree.root.inside("P"), font, room)
                self.add(set_lines([run], self.size, MARGIN, room), 0.0, is_kept=True)
            if font is self.bold:
                self.colour_from(start)
        if logo:
            self._logo(logo, words, start)
        self.rule_of_letterhead()

    def _logo(self, logo: Picture, words: str, start: int) -> None:
        """Put the logo at the right of the bands from `start` on."""
        shown = self.tree.root.figure(words)
        piece = Piece(replace(logo, x=MARGIN + self.room - logo.w), shown)
        high = sum(band.height for band in self.bands[start:])
        if high < logo.h:
            self.bands.append(Band(logo.h - high, is_kept=True))
        first = self.bands[start]
        self.bands[start] = replace(first, pieces=[*first.pieces, piece])

    def heading(self, level: int, words: str) -> None:
        """Add a heading, one of the second level over a line across the page."""
        super().heading(level, words)
        if level == 2:
            self._rule(5.0, is_kept=True)
            self.colour_from(len(self.bands) - 1)

    def facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Add a list of names, each with its value beside it."""
        whole, start = self.list_(), MARGIN + _NAME_ROOM + GAP
        room = self.room - _NAME_ROOM - GAP
        for name, value in facts:
            body = item(whole)
            said = _("{name}:").format(name=name) + " "
            named = self.run(said, body.inside("Span"), self.bold, _NAME_ROOM)
            valued = self.run(value, body.inside("Span"), room=room)
            self._beside(
                set_lines([named], self.size, MARGIN, _NAME_ROOM),
                set_lines([valued], self.size, start, room), self.size * 0.1,
            )  # fmt: skip

    def amounts(self, totals: Sequence[Total]) -> None:
        """Add amounts under a line across the page, each at the end of its line."""
        self._rule(6.0, self.size * 0.3, is_kept=True)
        super().amounts(totals)

    def entry(self, words: str, amount: str, details: Sequence[str], *, is_kept: bool) -> None:
        """Add one thing, its amount at the end of its first line, what there is to say under it."""
        body = item(self.list_())
        paid = [Run(amount, self.bold, body.inside("Span"))] if amount else []
        wide = max(_AMOUNT_ROOM, whole_width(paid, self.size))
        room = self.room - wide - GAP if amount else self.room
        named = set_lines([self.run(words, body.inside("Span"), self.bold, room)], self.size,
                          MARGIN, room)  # fmt: skip
        start = MARGIN + self.room - whole_width(paid, self.size)
        at_end = set_lines(paid, self.size, start, wide + 1.0) if paid else []
        lines = [self.run(each, body.inside("Span"), room=room) for each in details]
        self._beside(named, at_end, self.size * 0.4, is_kept=is_kept or bool(lines), is_whole=True)
        for number, run in enumerate(lines, 1):
            holds = is_kept or number < len(lines)
            lines_of_run = set_lines([run], self.size, MARGIN, room)
            self.add(lines_of_run, 0.0, is_kept=holds, is_whole=True)

    def blanks(self, labels: Sequence[str], *, is_kept: bool = False) -> None:
        """Add places to write on, two side by side: the first is wide."""
        if len(labels) != 2:
            super().blanks(labels, is_kept=is_kept)
            return
        wide = self.room * _WIDE_BLANK
        columns = [(MARGIN, wide), (MARGIN + wide + _BETWEEN_BLANKS,
                                    self.room - wide - _BETWEEN_BLANKS)]  # fmt: skip
        elements = [self.tree.root.inside("P") for _label in labels]
        runs = [self.run(*both, room=room)
                for both, (_x, room) in zip(zip(labels, elements, strict=True), columns,
                                            strict=True)]  # fmt: skip
        left, right = (
            set_lines([run], self.size, x, room)
            for run, (x, room) in zip(runs, columns, strict=True)
        )
        self._beside(left, right, self.size * 0.5, is_kept=True)
        down = self.size * TO_WRITE
        rules = [
            self.to_write(label, element, x, room, down)
            for label, element, (x, room) in zip(labels, elements, columns, strict=True)
        ]
        self.bands.append(Band(down + 2.0, rules, is_kept=is_kept))

    def word(self, number: str, word: str, spelled: str) -> None:
        """Add a word to copy: large, its letters apart beside it."""
        body = item(self.list_())
        start = MARGIN + _NUMBER_ROOM
        said = start + _WORD_ROOM
        numbered = set_lines([self.run(f"{number} ", body)], _COPIED, MARGIN, _NUMBER_ROOM + GAP)
        named = set_lines([self.run(f"{word} ", body, self.bold)], _COPIED, start, _WORD_ROOM)
        letters = set_lines([self.run(spelled, body)], self.size, said, self.room + MARGIN - said)
        down = (_COPIED - self.size) * ASCENT  # on the same line as the word
        high = line_height(self.size)
        under = [piece.lowered(down + place * high)
                 for place, pieces in enumerate(letters) for piece in pieces]  # fmt: skip
        tall = max(line_height(_COPIED), down + len(letters) * high)
        self.bands.append(Band(tall, [*numbered[0], *named[0], *under], self.size * 0.4))

    def table(self, table: Table) -> None:
        """Add a table, its total in bold; one whose columns do not fit is a list of its rows."""
        for part_at in _PART_AT:
            try:
                bands = self._columns(table, part_at)
            except RefusedError:
                continue
            self.bands += bands
            return
        super().table(table)

    def _columns(self, table: Table, part_at: float) -> list[Band]:
        """Return a table as bands. Refuse one whose words do not fit beside one another."""
        fonts = [self.regular] * len(table.rows)
        if table.has_total:
            fonts[-1] = self.bold
        cells = [[_cell(words, font, part_at) for words in row]
                 for row, font in zip(table.rows, fonts, strict=True)]  # fmt: skip
        titles = [_cell(column.title, self.bold, part_at) for column in table.columns]
        first, *others = table_bands(
            self.tree.root, titles, cells,
            self.size, MARGIN, self.room, table.columns, table.height,
        )  # fmt: skip
        if table.has_total and len(others) > 1:
            others[-2] = replace(others[-2], is_kept=True)  # a total is never alone on a page
        return [replace(first, above=self.size, is_kept=True), *others]

    def _rule(self, high: float, above: float = 0.0, *, is_kept: bool) -> None:
        rule = Rule(MARGIN, 2.0, MARGIN + self.room, 2.0, FINE)
        self.bands.append(Band(high, [Piece(rule, None)], above, is_kept))

    def _beside(
        self, left: Sequence[Sequence[Piece]], right: Sequence[Sequence[Piece]], above: float, *,
        is_kept: bool = False, is_whole: bool = False,
    ) -> None:  # fmt: skip
        """Add two columns, line beside line; the shorter is empty at its end."""
        longer = max(len(left), len(right))
        lines = [
            [piece for column in (left, right) if place < len(column) for piece in column[place]]
            for place in range(longer)
        ]
        self.add(lines, above, is_kept=is_kept, is_whole=is_whole)


def _cell(words: str, font: Font, part_at: float) -> Cell:
    return lambda element: [Run(words or " ", font, element, part_at=part_at)]
