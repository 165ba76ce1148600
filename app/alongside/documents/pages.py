"""Parts on pages: where everything stands, and what goes over to the next page."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from alongside.documents.fonts import width
from alongside.documents.parts import Part, is_kept_with
from alongside.documents.setting import (
    FINE,
    LEFT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RIGHT,
    TEXT,
    Block,
    Row,
    Setter,
    line,
    line_height,
    line_to_right,
)
from alongside.documents.wrapping import shorten
from alongside.domain.marks import Font, Mark, PageMarks, Rule

TOP = 42.0
BETWEEN = 16.0
_FOOT = PAGE_HEIGHT - 64.0
_ABOVE_FOOT = 10.0
_MANY = 99

Head = Callable[[int], tuple[list[Mark], float]]
"""Gives the marks above the body of a page, by its number, and where the body starts."""

Foot = Callable[[int, int], list[Mark]]
"""Gives the marks at the foot of a page: by its number, and how many there are."""


def lay_out_parts(parts: Sequence[Part], head: Head, foot: Foot) -> Sequence[PageMarks]:
    """Return `parts` on A4 pages, in points, each with its head and its foot."""
    pages = _Pages(head, foot(_MANY, _MANY))
    for chain in _chains(parts):
        pages.add(chain)
    of = len(pages.bodies)
    return [
        PageMarks(PAGE_WIDTH, PAGE_HEIGHT, [*head(number)[0], *body, *foot(number, of)], number, of)
        for number, body in enumerate(pages.bodies, 1)
    ]


class _Pages:
    """The bodies of the pages so far, and how far down the last one is filled."""

    def __init__(self, head: Head, foot: Sequence[Mark]) -> None:
        self._end = min(mark.y1 for mark in foot if isinstance(mark, Rule)) - _ABOVE_FOOT
        self._first_top = head(1)[1]
        self._later_top = head(2)[1]
        self.bodies: list[list[Mark]] = [[]]
        self._down = self._first_top

    def add(self, chain: Sequence[Block]) -> None:
        """Set `chain` on this page if there is room, else on the next; flow if it is too long."""
        inside = sum(block.height for block in chain) + sum(block.above for block in chain[1:])
        above = chain[0].above if self.bodies[-1] else 0.0
        if self.bodies[-1] and self._down + above + inside > self._end:
            self._turn()
        for block in chain:
            if self.bodies[-1]:
                self._down += block.above
            for row in block.rows:
                self._add_row(row)

    def _add_row(self, row: Row) -> None:
        if self.bodies[-1] and self._down + row.height > self._end:
            self._turn()
        self.bodies[-1] += [mark.lowered(self._down) for mark in row.marks]
        self._down += row.height

    def _turn(self) -> None:
        self.bodies.append([])
        self._down = self._later_top


def _chains(parts: Sequence[Part]) -> Iterator[list[Block]]:
    """Yield the blocks of `parts` in lots that stay on one page if it can hold them."""
    setter = Setter(parts)
    chain: list[Block] = []
    for part, after in pairwise([*parts, None]):
        if part is None:
            continue
        chain.append(setter.block(part))
        if after is None or not is_kept_with(part, after):
            yield chain
            chain = []


def foot(left: str, right: str) -> list[Mark]:
    """Return a line across the foot of a page, with a text at each end under it.

    In a language that does not fit in one line, they stand below one another.
    """
    wanted = width(left, Font.REGULAR, TEXT) + BETWEEN + width(right, Font.REGULAR, TEXT)
    if wanted <= RIGHT - LEFT:
        return [Rule(LEFT, _FOOT, RIGHT, _FOOT, FINE), *ends(left, right, _FOOT + 6.0)]
    top = _FOOT - line_height(TEXT)
    rule = Rule(LEFT, top, RIGHT, top, FINE)
    return [rule, *ends(left, "", top + 6.0), *ends("", right, _FOOT + 6.0)]


def ends(left: str, right: str, top: float) -> list[Mark]:
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
