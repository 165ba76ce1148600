"""Help on paper: a tagged PDF, as large as our forms, each page of help on a page of its own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from io import BytesIO

from alongside.documents.help_book.blocks import (
    Block,
    Code,
    Heading,
    Line,
    Listing,
    Paragraph,
    Table,
    Words,
    plain,
)
from alongside.documents.help_book.book import LANGUAGE, Book
from alongside.documents.setting import (
    HEADING,
    LEFT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RIGHT,
    STRONG,
    TEXT,
    TITLE,
    line,
    line_height,
    line_to_right,
)
from alongside.documents.tagged.canvas import TaggedCanvas
from alongside.documents.tagged.pages import Band, Page, paginate, paint
from alongside.documents.tagged.structure import Element, Tree
from alongside.documents.tagged.table import Cell, table_bands
from alongside.documents.tagged.text import Link, Piece, Run, set_lines
from alongside.domain.marks import Font, Lettering, Rule
from alongside.i18n import _

_SIZES = {1: 28.0, 2: TITLE, 3: HEADING, 4: TEXT}
_ABOVE = {1: 0.0, 2: 24.0, 3: 20.0, 4: 14.0}
_TOP, _FOOT = 56.0, PAGE_HEIGHT - 72.0
_FOOTER = PAGE_HEIGHT - 52.0
_MARK_ROOM = 22.0
_CODE_INDENT = 14.0
_BETWEEN = 8.0


def draw_book(book: Book) -> bytes:
    """Return `book` as a PDF (PDF/UA-1). Raise UserError for a letter that cannot be printed."""
    tree, pages = _lay_out(book)
    made = BytesIO()
    size = (PAGE_WIDTH, PAGE_HEIGHT)
    canvas = TaggedCanvas(made, size, tree, title=book.title, author="Alongside",
                          language=LANGUAGE)  # fmt: skip
    canvas.showOutline()
    paint(canvas, pages, PAGE_HEIGHT, partial(_footer, book.title, len(pages)))
    canvas.save()
    return made.getvalue()


def _lay_out(book: Book) -> tuple[Tree, list[Page]]:
    """Return `book` on pages: again until its contents name the pages that things are on."""
    numbers: dict[str, int] = {}
    while True:
        tree = Tree()
        pages = paginate(list(_Setter(numbers).book(book, tree.root)), lambda _page: _TOP, _FOOT)
        places = {band.place: number for number, page in enumerate(pages, 1)
                  for _y, band in page.bands if band.place}  # fmt: skip
        if places == numbers:
            return tree, pages
        numbers = places


def _footer(title: str, of: int, number: int) -> list[Lettering]:
    words = _("page {number} of {of}").format(number=number, of=of)
    return [
        *line(title, Font.REGULAR, TEXT, LEFT, _FOOTER),
        *line_to_right(words, Font.REGULAR, TEXT, RIGHT, _FOOTER),
    ]


class _Setter:
    """Sets blocks as bands. `numbers` are the pages that the contents name, as far as known."""

    def __init__(self, numbers: Mapping[str, int]) -> None:
        self._numbers = numbers

    def book(self, book: Book, root: Element) -> Iterator[Band]:
        """Yield the bands of all of help, for elements in `root`."""
        front = root.inside("Sect")
        yield from self._blocks(book.opening, front)
        for block in book.contents:
            if isinstance(block, Listing):
                yield from self._contents(block, front)
            else:
                yield from self._block(block, front, LEFT)
        yield from self._blocks(book.closing, front)
        for page in book.pages:
            first, *others = self._blocks(page, root.inside("Sect"))
            yield replace(first, is_first=True)
            yield from others

    def _blocks(self, blocks: Sequence[Block], inside: Element, x: float = LEFT) -> Iterator[Band]:
        for block in blocks:
            yield from self._block(block, inside, x)

    def _block(self, block: Block, inside: Element, x: float) -> Iterator[Band]:
        match block:
            case Heading():
                yield from self._heading(block, inside)
            case Paragraph(words):
                yield from _text(_runs(words, inside.inside("P")), x, _BETWEEN)
            case Listing():
                yield from self._listing(block, inside, x)
            case Table(head, rows):
                titles = [_cell(cell, is_bold=True) for cell in head]
                cells = [[_cell(cell) for cell in row] for row in rows]
                first, *others = table_bands(inside, titles, cells, TEXT, x, RIGHT - x)
                yield replace(first, above=_BETWEEN, is_kept=True)
                yield from others
            case Code(lines):
                yield from _code(lines, inside.inside("P").inside("Code"), x)

    def _heading(self, heading: Heading, inside: Element) -> Iterator[Band]:
        size = _SIZES[heading.level]
        runs = _runs(heading.line, inside.inside(f"H{heading.level}"), is_bold=True)
        for number, pieces in enumerate(set_lines(runs, size, LEFT, RIGHT - LEFT)):
            band = Band(line_height(size), pieces, is_kept=True)
            if number == 0:
                entry = (max(heading.level - 2, 0), plain(heading.line))
                band = replace(band, above=_ABOVE[heading.level], place=heading.place,
                               entry=entry if heading.level > 1 else None)  # fmt: skip
            yield band

    def _listing(self, listing: Listing, inside: Element, x: float) -> Iterator[Band]:
        numbering = "Decimal" if listing.is_numbered else "Disc"
        whole = inside.inside("L", ListNumbering=numbering)
        for number, blocks in enumerate(listing.items, 1):
            item = whole.inside("LI")
            mark = _("{number}.").format(number=number) if listing.is_numbered else "•"
            label = _mark(mark, item.inside("Lbl"), x)
            first, *others = self._item(blocks, item.inside("LBody"), x + _MARK_ROOM)
            yield replace(first, pieces=[*label, *first.pieces])
            yield from others

    def _item(self, blocks: Sequence[Block], body: Element, x: float) -> Iterator[Band]:
        match blocks:
            case [Paragraph(words)]:
                yield from _text(_runs(words, body), x, _BETWEEN / 2)
            case _several:
                yield from self._blocks(blocks, body, x)

    def _contents(self, listing: Listing, inside: Element) -> Iterator[Band]:
        """Set a part of the contents: each entry says its page, for who reads it on paper."""
        whole = inside.inside("TOC")
        for blocks in listing.items:
            for block in blocks:
                assert isinstance(block, Paragraph)
                place = next(words.link for words in block.line if words.link)
                number = self._numbers.get(place.removeprefix("#"), 0)
                page = Words(" " + _("Page {number}.").format(number=number))
                runs = _runs([*block.line, page], whole.inside("TOCI").inside("P"))
                yield from _text(runs, LEFT, _BETWEEN / 2)


def _runs(words: Line, element: Element, *, is_bold: bool = False) -> list[Run]:
    made = []
    for each in words:
        font = Font.BOLD if is_bold or each.is_bold or each.is_code else Font.REGULAR
        link = Link(each.link, plain([each])) if each.link else None
        inside = element.inside("Link") if link else element
        made.append(Run(each.words, font, inside, link))
    return made


def _cell(words: Line, *, is_bold: bool = False) -> Cell:
    return lambda element: _runs(words, element, is_bold=is_bold)


def _mark(words: str, element: Element, x: float) -> list[Piece]:
    return [piece for pieces in set_lines([Run(f"{words} ", Font.REGULAR, element)], TEXT, x,
                                          _MARK_ROOM) for piece in pieces]  # fmt: skip


def _text(runs: Sequence[Run], x: float, above: float) -> Iterator[Band]:
    """Yield lines as bands: neither the first nor the last is left alone on a page."""
    lines = set_lines(runs, TEXT, x, RIGHT - x)
    for number, pieces in enumerate(lines):
        is_kept = number in (0, len(lines) - 2) and number < len(lines) - 1
        room = above if number == 0 else 0.0
        yield Band(line_height(TEXT), pieces, room, is_kept)


def _code(lines: Sequence[str], element: Element, x: float) -> Iterator[Band]:
    """Yield lines to be typed, beside a rule; their own spaces are kept."""
    rule = Piece(Rule(x, 0.0, x, line_height(TEXT), STRONG), None)
    start = x + _CODE_INDENT
    room = _BETWEEN
    for number, words in enumerate(lines):
        runs = [Run(f"{words} ", Font.REGULAR, element)]
        for pieces in set_lines(runs, TEXT, start, RIGHT - start):
            is_kept = number < min(2, len(lines) - 1)
            yield Band(line_height(TEXT), [rule, *pieces], room, is_kept)
            room = 0.0
