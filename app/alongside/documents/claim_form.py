"""The claim form as pages: where everything stands, and what goes over to the next page."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from alongside.documents.claim_parts import (
    checked,
    claim_parts,
    draft_words,
    foot_words,
    running_words,
)
from alongside.documents.fonts import width
from alongside.documents.parts import is_kept_with
from alongside.documents.setting import (
    FINE,
    HEADING,
    LEFT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RIGHT,
    STRONG,
    TEXT,
    Block,
    Row,
    Setter,
    line,
    line_height,
    line_to_right,
)
from alongside.documents.wrapping import shorten
from alongside.domain.marks import Box, Font, Mark, PageMarks, Rule
from alongside.domain.sheets import ClaimSheet
from alongside.i18n import speaking

_TOP = 42.0
_FOOT = PAGE_HEIGHT - 64.0
_BODY_END = _FOOT - 10.0
_DRAFT_HEIGHT = 38.0
_BETWEEN = 16.0


def lay_out(sheet: ClaimSheet) -> Sequence[PageMarks]:
    """Return the pages of `sheet`'s claim form: A4, points.

    Nothing leaves the margins and nothing overlaps, whatever its length. An entry is parted
    only if a page is too short for it. Raise UserError for a letter that cannot be printed.
    """
    with speaking(sheet.language):
        return _pages(checked(sheet))


def _pages(sheet: ClaimSheet) -> Sequence[PageMarks]:
    pages = _Pages(sheet)
    for chain in _chains(sheet):
        pages.add(chain)
    of = len(pages.bodies)
    return [
        PageMarks(
            PAGE_WIDTH,
            PAGE_HEIGHT,
            [*_head(sheet, number)[0], *body, *_foot(sheet, number, of)],
            number,
            of,
        )
        for number, body in enumerate(pages.bodies, 1)
    ]


class _Pages:
    """The bodies of the pages so far, and how far down the last one is filled."""

    def __init__(self, sheet: ClaimSheet) -> None:
        self._first_top = _head(sheet, 1)[1]
        self._later_top = _head(sheet, 2)[1]
        self.bodies: list[list[Mark]] = [[]]
        self._down = self._first_top

    def add(self, chain: Sequence[Block]) -> None:
        """Set `chain` on this page if there is room, else on the next; flow if it is too long."""
        inside = sum(block.height for block in chain) + sum(block.above for block in chain[1:])
        above = chain[0].above if self.bodies[-1] else 0.0
        if self.bodies[-1] and self._down + above + inside > _BODY_END:
            self._turn()
        for block in chain:
            if self.bodies[-1]:
                self._down += block.above
            for row in block.rows:
                self._add_row(row)

    def _add_row(self, row: Row) -> None:
        if self.bodies[-1] and self._down + row.height > _BODY_END:
            self._turn()
        self.bodies[-1] += [mark.lowered(self._down) for mark in row.marks]
        self._down += row.height

    def _turn(self) -> None:
        self.bodies.append([])
        self._down = self._later_top


def _chains(sheet: ClaimSheet) -> Iterator[list[Block]]:
    """Yield the blocks of the form in lots that stay on one page if it can hold them."""
    parts = claim_parts(sheet)
    setter = Setter(parts)
    chain: list[Block] = []
    for part, after in pairwise([*parts, None]):
        if part is None:
            continue
        chain.append(setter.block(part))
        if after is None or not is_kept_with(part, after):
            yield chain
            chain = []


def _head(sheet: ClaimSheet, number: int) -> tuple[list[Mark], float]:
    """Return the marks above the body of page `number`, and where the body starts."""
    marks: list[Mark] = []
    down = _TOP
    if sheet.is_draft:
        words = draft_words()
        wide = width(words, Font.BOLD, HEADING)
        marks += [
            Box(LEFT, down, RIGHT - LEFT, _DRAFT_HEIGHT, STRONG),
            *line(words, Font.BOLD, HEADING, (LEFT + RIGHT - wide) / 2, down + 6.0),
        ]
        down += _DRAFT_HEIGHT + _BETWEEN
    if number > 1:
        claim, person = running_words(sheet)
        marks += _ends(claim, person, down)
        down += line_height(TEXT) + 4.0
        marks.append(Rule(LEFT, down, RIGHT, down, FINE))
        down += _BETWEEN
    return marks, down


def _foot(sheet: ClaimSheet, number: int, of: int) -> list[Mark]:
    form, page = foot_words(sheet, number, of)
    return [Rule(LEFT, _FOOT, RIGHT, _FOOT, FINE), *_ends(form, page, _FOOT + 6.0)]


def _ends(left: str, right: str, top: float) -> list[Mark]:
    """Return two texts at the two ends of one line, each cut to the room it has."""
    half = (RIGHT - LEFT) / 2 - 8.0
    left_room = max(half, RIGHT - LEFT - 16.0 - width(right, Font.REGULAR, TEXT))
    left = shorten(left, Font.REGULAR, TEXT, left_room)
    right_room = RIGHT - LEFT - 16.0 - width(left, Font.REGULAR, TEXT)
    right = shorten(right, Font.REGULAR, TEXT, right_room)
    return [
        *line(left, Font.REGULAR, TEXT, LEFT, top),
        *line_to_right(right, Font.REGULAR, TEXT, RIGHT, top),
    ]
