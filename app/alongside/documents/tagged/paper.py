"""A tagged paper put together part by part, in letters as large as its reader wants them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from io import BytesIO

from alongside.documents.fonts import printable
from alongside.documents.setting import STRONG, line, line_height, line_to_right
from alongside.documents.tagged.canvas import TaggedCanvas
from alongside.documents.tagged.pages import Band, Page, as_marks, paginate, paint
from alongside.documents.tagged.structure import Element, Tree
from alongside.documents.tagged.table import Cell, Column, table_bands
from alongside.documents.tagged.text import Piece, Run, set_lines, whole_width
from alongside.documents.wrapping import shorten
from alongside.domain.marks import Box, Font, Lettering, PageMarks, Rule
from alongside.domain.payment_sheets import Amount
from alongside.i18n import _

_MARGIN = 54.0
_FOOT_ROOM = 72.0
_LARGEST_FOOT = 18.0
_FOOTER = 54.0
"""How far above the lower edge the last line begins."""
_SCALES = {1: 1.6, 2: 1.25, 3: 1.1}
_ABOVE = {1: 0.6, 2: 1.4, 3: 0.9}
"""How large a heading is, and the room above it, for each point of the text."""
_GAP = 14.0
_NARROW = 0.45
"""An amount stands beside its words where it leaves them more than this share of the line."""
_TO_WRITE = 2.2
"""The room for writing by hand, for each point of the text."""
_FEW = 3
_PART_AT = 150.0
"""A word of a table that is wider may be parted, or one long name would push all else out."""


class Paper:
    """Takes a paper part by part, then draws it (PDF/UA-1). `size` is that of its text."""

    def __init__(self, size: float, page: tuple[float, float]) -> None:
        self._size, self._page = size, page
        self._tree = Tree()
        self._bands: list[Band] = []
        self._room = page[0] - 2 * _MARGIN

    def heading(self, level: int, words: str) -> None:
        """Add a heading; what follows stays on its page."""
        size = self._size * _SCALES[level]
        runs = [self._run(words, self._tree.root.inside(f"H{level}"), Font.BOLD)]
        above = self._size * _ABOVE[level]
        for number, pieces in enumerate(set_lines(runs, size, _MARGIN, self._room)):
            self._bands.append(Band(line_height(size), pieces, 0.0 if number else above, True))

    def paragraph(self, words: str, *, is_bold: bool = False) -> None:
        """Add a sentence or some."""
        font = Font.BOLD if is_bold else Font.REGULAR
        self._lines([self._run(words, self._tree.root.inside("P"), font)], self._size * 0.5)

    def points(self, sentences: Sequence[str]) -> None:
        """Add a list of sentences; nothing if there are none."""
        whole = self._tree.root.inside("L", ListNumbering="None")
        for words in sentences:
            body = whole.inside("LI").inside("LBody")
            self._lines([self._run(words, body)], self._size * 0.3)

    def facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Add a list of names and values."""
        whole = self._tree.root.inside("L", ListNumbering="None")
        for name, value in facts:
            body = whole.inside("LI").inside("LBody")
            named = self._run(_("{name}:").format(name=name) + " ", body, Font.BOLD)
            self._lines([named, self._run(value, body)], self._size * 0.2)

    def amounts(self, lines: Sequence[Amount], totals: Sequence[Amount] = ()) -> None:
        """Add a list of amounts, each after its words, at the end of their line; totals are bold.

        A total stays with the line before it, and a few lines are never parted.
        """
        whole = self._tree.root.inside("L", ListNumbering="None")
        marked = [
            *((each, Font.REGULAR) for each in lines),
            *((each, Font.BOLD) for each in totals),
        ]
        for number, (each, font) in enumerate(marked):
            after = marked[number + 1 :]
            is_kept = bool(after) and (after[0][1] is Font.BOLD or len(marked) <= _FEW)
            self._amount(each, font, whole.inside("LI").inside("LBody"), is_kept=is_kept)

    def entry(self, words: str, details: Sequence[str]) -> None:
        """Add one thing with what there is to say of it under it; as much as fits stays whole."""
        body = self._tree.root.inside("L", ListNumbering="None").inside("LI").inside("LBody")
        self._lines([self._run(words, body, Font.BOLD)], self._size * 0.8, is_kept=bool(details))
        for number, detail in enumerate(details, 1):
            is_kept = number < len(details)
            self._lines([self._run(detail, body)], self._size * 0.1, is_kept=is_kept)

    def tick(self, words: str, *, is_kept: bool = False) -> None:
        """Add a sentence with an empty box before it; one that `is_kept` stays with the next."""
        box, start = self._size, _MARGIN + self._size * 1.8
        element = self._tree.root.inside("P")
        room = self._room - (start - _MARGIN)
        lines = set_lines([self._run(words, element)], self._size, start, room)
        lines[0] = [*lines[0], Piece(Box(_MARGIN, self._size * 0.2, box, box, STRONG), None)]
        self._add(lines, self._size * 0.6, is_kept=is_kept, is_whole=True)

    def blank(self, label: str, *, is_kept: bool = False) -> None:
        """Add a line to write on under its label; one that `is_kept` stays with the next."""
        self._lines([self._run(label, self._tree.root.inside("P"))], self._size * 0.6, is_kept=True)
        down = self._size * _TO_WRITE
        rule = Rule(_MARGIN, down, _MARGIN + self._room, down, STRONG)
        self._bands.append(Band(down + STRONG, [Piece(rule, None)], is_kept=is_kept))

    def table(
        self, head: Sequence[str], rows: Sequence[Sequence[str]], columns: Sequence[Column],
        height: float,
    ) -> None:  # fmt: skip
        """Add a table, its last row in bold. An empty cell is a place to write on."""
        cells = [[_cell(words, Font.REGULAR) for words in row] for row in rows[:-1]]
        cells += [[_cell(words, Font.BOLD) for words in row] for row in rows[-1:]]
        first, *others = table_bands(
            self._tree.root, [_cell(words, Font.BOLD) for words in head], cells, self._size,
            _MARGIN, self._room, columns, height,
        )  # fmt: skip
        if len(others) > 1:
            others[-2] = replace(others[-2], is_kept=True)  # a total is never alone on a page
        self._bands += [replace(first, above=self._size, is_kept=True), *others]

    def draw(self, title: str, author: str, foot: str) -> bytes:
        """Return the PDF; the same paper always gives the same bytes.

        Raise UserError for a letter that cannot be printed.
        """
        high = self._page[1]
        pages, made = self._paginated(), BytesIO()
        canvas = TaggedCanvas(
            made, self._page, self._tree, title=printable(title),
            author=printable(author) or "Alongside",
            # translators: the code of the language that these words are in
            language=_("en-GB"),
        )  # fmt: skip
        paint(canvas, pages, high, self._footer(foot, len(pages)))
        canvas.save()
        return made.getvalue()

    def marks(self, foot: str) -> list[PageMarks]:
        """Return the same pages for a screen or a printer."""
        pages = self._paginated()
        return as_marks(pages, self._page, self._footer(foot, len(pages)))

    def _paginated(self) -> list[Page]:
        return paginate(self._bands, _MARGIN, self._page[1] - _FOOT_ROOM)

    def _footer(self, foot: str, of: int) -> Callable[[int], list[Lettering]]:
        size = min(self._size, _LARGEST_FOOT)
        return partial(_footer, printable(foot), size, of, *self._page)

    def _amount(self, each: Amount, font: Font, body: Element, *, is_kept: bool) -> None:
        amount = Run(each.amount, Font.BOLD, body)
        wide = whole_width([amount], self._size)
        words = self._run(_("{name}:").format(name=each.words) + " ", body, font)
        room = self._room - wide - _GAP
        if room < self._room * _NARROW:
            self._lines([words, amount], self._size * 0.3, is_kept=is_kept)
            return
        lines = set_lines([words], self._size, _MARGIN, room)
        at_end = set_lines([amount], self._size, _MARGIN + self._room - wide, wide + 1.0)
        lines[-1] = [*lines[-1], *at_end[0]]
        self._add(lines, self._size * 0.3, is_kept=is_kept)

    def _lines(self, runs: Sequence[Run], above: float, *, is_kept: bool = False) -> None:
        lines = set_lines(runs, self._size, _MARGIN, self._room)
        self._add(lines, above, is_kept=is_kept)

    def _add(
        self, lines: Sequence[Sequence[Piece]], above: float, *, is_kept: bool,
        is_whole: bool = False,
    ) -> None:  # fmt: skip
        """Add lines as bands: neither the first nor the last is left alone on a page."""
        for number, pieces in enumerate(lines):
            is_last = number == len(lines) - 1
            holds = is_kept if is_last else is_whole or number in (0, len(lines) - 2)
            room = 0.0 if number else above
            self._bands.append(Band(line_height(self._size), pieces, room, holds))

    def _run(self, words: str, element: Element, font: Font = Font.REGULAR) -> Run:
        return Run(words, font, element, part_at=self._room * 0.95)


def _cell(words: str, font: Font) -> Cell:
    return lambda element: [Run(words or " ", font, element, part_at=_PART_AT)]


def _footer(
    foot: str, size: float, of: int, wide: float, high: float, number: int
) -> list[Lettering]:
    page = _("Page {number} of {of}").format(number=number, of=of)
    right, top = wide - _MARGIN, high - _FOOTER
    numbers = line_to_right(page, Font.REGULAR, size, right, top)
    room = min(mark.x for mark in numbers) - _MARGIN - _GAP
    left = shorten(foot, Font.REGULAR, size, room)
    return [*line(left, Font.REGULAR, size, _MARGIN, top), *numbers]
