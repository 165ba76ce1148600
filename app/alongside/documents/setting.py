"""How each part of a form is set: its sizes, spaces and columns, as rows ready for a page.

Fourteen points is large print's lower end, lines are ragged right and well apart, nothing is
grey and no line is thinner than a photocopier can carry.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import singledispatchmethod

from alongside.documents.fonts import ASCENT, shaped_run, split_runs, width
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
    Word,
)
from alongside.documents.picture import printed
from alongside.documents.scripts import cut
from alongside.documents.wrapping import wrap
from alongside.domain.marks import Box, Font, Lettering, Mark, Picture, Rule, Text

PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89
LEFT, RIGHT = 54.0, PAGE_WIDTH - 54.0
TEXT, HEADING, TITLE = 14.0, 18.0, 22.0
COPIED = 24.0
"""What people copy letter by letter: large print at its larger size."""

FINE, STRONG = 0.75, 1.5

_LEADING = 1.43
_GAP = 14.0
_NAME_ROOM = 150.0
_AMOUNT_ROOM = 92.0
_TICK = 15.0
_WRITING_ROOM = 30.0
_NUMBER_ROOM, _WORD_ROOM = 30.0, 190.0
_LOGO_ROOM = (140.0, 64.0)


@dataclass(frozen=True, slots=True)
class Row:
    """A strip across the page: its height, and its marks measured from the strip's top."""

    height: float
    marks: Sequence[Mark]


@dataclass(frozen=True, slots=True)
class Block:
    """The rows of one part, and the room wanted above it (none at the head of a page)."""

    rows: Sequence[Row]
    above: float

    @property
    def height(self) -> float:
        """The height of its rows together."""
        return sum(row.height for row in self.rows)


def line_height(size: float) -> float:
    """Return the room that one line of letters of `size` takes, in points."""
    return size * _LEADING


def line(words: str, font: Font, size: float, x: float, top: float = 0.0) -> list[Lettering]:
    """Return `words` as runs from `x`, in a line whose upper edge is at `top`."""
    marks: list[Lettering] = []
    baseline = top + size * ASCENT
    for script, part in cut(words):
        if script:
            shaped = shaped_run(part, script, font)
            marks.append(replace(shaped, x=x, baseline=baseline, size=size,
                                 width=shaped.width * size))  # fmt: skip
            x += shaped.width * size
            continue
        for run_font, run in split_runs(part, font):
            marks.append(Text(x, baseline, run, run_font, size))
            x += width(run, run_font, size)
    return marks


def line_to_right(
    words: str, font: Font, size: float, right: float, top: float = 0.0
) -> list[Lettering]:
    """Return `words` as runs that end at `right`."""
    return line(words, font, size, right - width(words, font, size), top)


class Setter:
    """Sets the parts of one form. All its amounts share one column, as wide as the widest."""

    def __init__(self, parts: Iterable[Part]) -> None:
        widest = max((width(words, Font.BOLD, TEXT) for words in _amounts(parts)), default=0.0)
        self._amount_room = max(_AMOUNT_ROOM, widest)
        self._words_room = RIGHT - LEFT - self._amount_room - _GAP

    @singledispatchmethod
    def block(self, part: Part) -> Block:
        """Return `part` as a block of rows. A part nobody has taught it is our mistake."""
        raise TypeError(type(part).__name__)

    @block.register
    def _(self, part: Letterhead) -> Block:
        room = RIGHT - LEFT
        logo: list[Mark] = []
        logo_height = 0.0
        if part.logo:
            data, w, h = printed(part.logo, *_LOGO_ROOM)
            logo = [Picture(RIGHT - w, 0.0, w, h, data)]
            room -= w + _GAP
            logo_height = h
        rows = [
            *_rows(part.organisation, Font.BOLD, HEADING, room),
            *_rows(part.address, Font.REGULAR, TEXT, room),
        ]
        short = logo_height - sum(row.height for row in rows)
        if short > 0:
            rows.append(Row(short, []))
        if rows:
            rows[0] = Row(rows[0].height, [*rows[0].marks, *logo])
        return Block(rows, 0.0)

    @block.register
    def _(self, part: Title) -> Block:
        return Block(_rows(part.words, Font.BOLD, TITLE, RIGHT - LEFT), 18.0)

    @block.register
    def _(self, part: Heading) -> Block:
        rows = _rows(part.words, Font.BOLD, HEADING, RIGHT - LEFT)
        return Block([*rows, Row(8.0, [Rule(LEFT, 2.0, RIGHT, 2.0, FINE)])], 20.0)

    @block.register
    def _(self, part: Paragraph) -> Block:
        font = Font.BOLD if part.is_bold else Font.REGULAR
        return Block(_rows(part.words, font, TEXT, RIGHT - LEFT), 7.0)

    @block.register
    def _(self, part: Named) -> Block:
        names = _rows(part.name, Font.BOLD, TEXT, _NAME_ROOM)
        start = LEFT + _NAME_ROOM + _GAP
        values = _rows(part.value, Font.REGULAR, TEXT, RIGHT - start, start)
        return Block(_beside(names, values), 3.0)

    @block.register
    def _(self, part: Entry) -> Block:
        room = self._words_room if part.amount else RIGHT - LEFT
        rows = _rows(part.words, Font.BOLD, TEXT, room)
        if part.amount:
            rows = _beside(rows, [self._amount(part.amount, Font.BOLD)])
        for detail in part.details:
            rows += _rows(detail, Font.REGULAR, TEXT, room)
        return Block(rows, 10.0)

    @block.register
    def _(self, part: Totals) -> Block:
        rows = [Row(9.0, [Rule(LEFT, 2.0, RIGHT, 2.0, FINE)])]
        for total in part.lines:
            font = Font.BOLD if total.is_main else Font.REGULAR
            names = _rows(total.name, font, TEXT, self._words_room)
            rows += _beside(names, [self._amount(total.amount, font)])
        return Block(rows, 12.0)

    @block.register
    def _(self, part: Tick) -> Block:
        start = LEFT + _TICK + 12.0
        words = _rows(part.words, Font.REGULAR, TEXT, RIGHT - start, start)
        box = Row(line_height(TEXT), [Box(LEFT, 2.0, _TICK, _TICK, 1.0)])
        return Block(_beside([box], words), 8.0)

    @block.register
    def _(self, part: Blanks) -> Block:
        wide = (RIGHT - LEFT) * 0.64
        columns = [(LEFT, LEFT + wide), (LEFT + wide + 24.0, RIGHT)]
        if len(part.labels) == 1:
            columns = [(LEFT, RIGHT)]
        labels: list[Row] = []
        for label, (start, end) in zip(part.labels, columns, strict=True):
            labels = _beside(labels, _rows(label, Font.REGULAR, TEXT, end - start, start))
        rules = [Rule(a, _WRITING_ROOM, b, _WRITING_ROOM, 1.0) for a, b in columns]
        return Block([*labels, Row(_WRITING_ROOM + 2.0, rules)], 12.0)

    @block.register
    def _(self, part: Word) -> Block:
        start = LEFT + _NUMBER_ROOM
        numbers = _rows(part.number, Font.REGULAR, COPIED, _NUMBER_ROOM)
        words = _rows(part.word, Font.BOLD, COPIED, _WORD_ROOM, start)
        letters = _rows(part.spelled, Font.REGULAR, TEXT, RIGHT - start - _WORD_ROOM,
                        start + _WORD_ROOM)  # fmt: skip
        down = (COPIED - TEXT) * ASCENT  # on the same line as the word
        lowered = [Row(row.height, [m.lowered(down) for m in row.marks]) for row in letters]
        return Block(_beside(_beside(numbers, words), lowered), 6.0)

    def _amount(self, words: str, font: Font) -> Row:
        return Row(line_height(TEXT), line_to_right(words, font, TEXT, RIGHT))


def _amounts(parts: Iterable[Part]) -> Iterable[str]:
    for part in parts:
        if isinstance(part, Entry):
            yield part.amount
        elif isinstance(part, Totals):
            yield from (total.amount for total in part.lines)


def _rows(words: str, font: Font, size: float, room: float, x: float = LEFT) -> list[Row]:
    return [
        Row(line_height(size), line(wrapped, font, size, x))
        for wrapped in wrap(words, font, size, room)
    ]


def _beside(left: Sequence[Row], right: Sequence[Row]) -> list[Row]:
    """Return two columns as one, row by row; the shorter is empty at its end."""
    longer = max(len(left), len(right))
    rows: list[Row] = []
    for place in range(longer):
        both = [column[place] for column in (left, right) if place < len(column)]
        rows.append(Row(max(row.height for row in both), [m for row in both for m in row.marks]))
    return rows
