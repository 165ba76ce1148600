"""Words of several looks set in lines: what is bold or a link may stand in the middle of one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from alongside.documents.fonts import printable, width
from alongside.documents.scripts import clusters
from alongside.documents.setting import FINE
from alongside.documents.setting import line as set_line
from alongside.documents.tagged.refused import RefusedError
from alongside.documents.tagged.structure import Element
from alongside.domain.marks import Font, Mark, Rule, Shaped, Text

_PIECES = re.compile(r"\S+\s*|\s+")
_UNDERLINE = 1.14
"""How far below a line's top its underline is, for each point of size."""


@dataclass(frozen=True, slots=True)
class Link:
    """Where a press leads ("#" and a place, or an address), and words that say so."""

    target: str
    words: str


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one font, for one element. A word wider than `part_at` points may be parted."""

    words: str
    font: Font
    element: Element
    link: Link | None = None
    part_at: float = 0.0

    def saying(self, words: str) -> "Run":
        """Return the same look with other words."""
        return Run(words, self.font, self.element, self.link, self.part_at)

    def is_like(self, other: "Run") -> bool:
        """Whether both differ in nothing but their words."""
        return (
            self.font is other.font
            and self.element is other.element
            and self.link == other.link
            and self.part_at == other.part_at
        )


@dataclass(frozen=True, slots=True)
class Field:
    """What can be filled in on a screen where a box or a rule stands: `label` says what.

    It stands in the element `inside`. Above a rule, `high` points can be written in.
    """

    label: str
    inside: Element
    is_tick: bool = False
    high: float = 0.0


@dataclass(frozen=True, slots=True)
class Piece:
    """A mark on the page and the element that it belongs to; with none, nobody reads it out."""

    mark: Mark
    element: Element | None
    link: Link | None = None
    field: Field | None = None

    def lowered(self, by: float) -> "Piece":
        """Return the same, `by` points further down."""
        return Piece(self.mark.lowered(by), self.element, self.link, self.field)

    def coloured(self) -> "Piece":
        """Return the same in the colour of headings, if it is a word or a line."""
        if isinstance(self.mark, Text | Shaped | Rule):
            return replace(self, mark=replace(self.mark, is_coloured=True))
        return self


def wrap(runs: Sequence[Run], size: float, room: float) -> list[list[Run]]:
    """Return `runs` as lines no wider than `room` points. Refuse a word that is wider.

    A line keeps the space at its end: without it, readers would hear two words as one. Raise
    UserError for a letter that cannot be printed.
    """
    for run in runs:
        printable(run.words)
    said = [run for run in runs if run.words]
    if not said or _width(said, size) - _space_at_end(said, size) <= room:  # as most are
        return [_joined(said)] if said else []
    lines: list[list[Run]] = []
    used = room + 1.0
    for word in _words(runs, size):
        wide = _width(word, size)
        bare = wide - _space_at_end(word, size)
        if bare > room:
            words = "".join(run.words for run in word)
            raise RefusedError(f"“{words}” is {bare:.0f} points wide, its column {room:.0f}")
        if used + bare > room:
            lines.append([])
            used = 0.0
        lines[-1] += word
        used += wide
    return [_joined(line) for line in lines]


def widest_word(runs: Sequence[Run], size: float) -> float:
    """Return the least room that `runs` can be set in."""
    return max((_width(word, size) for word in _words(runs, size)), default=0.0)


def whole_width(runs: Sequence[Run], size: float) -> float:
    """Return the room that `runs` take in one line."""
    return _width(runs, size)


def set_lines(runs: Sequence[Run], size: float, x: float, room: float) -> list[list[Piece]]:
    """Return `runs` set from `x`, a list for each line, each as if its upper edge were at 0."""
    return [list(_set(line, size, x)) for line in wrap(runs, size, room)]


def _set(line: Sequence[Run], size: float, x: float) -> Iterator[Piece]:
    underlines = []
    y = size * _UNDERLINE
    for run in line:
        for mark in set_line(run.words, run.font, size, x):
            yield Piece(mark, run.element, run.link)
        if run.link:
            right = x + width(run.words.rstrip(), run.font, size)
            underlines.append(Piece(Rule(x, y, right, y, FINE), None))
        x += width(run.words, run.font, size)
    yield from underlines


def _words(runs: Sequence[Run], size: float) -> Iterator[list[Run]]:
    """Yield words that cannot be parted, each in the runs that it is made of."""
    word: list[Run] = []
    for run in runs:
        for whole in _PIECES.findall(run.words):
            *parts, piece = _parted(whole, run, size)
            for part in parts:
                yield [*word, run.saying(part)]
                word = []
            word.append(run.saying(piece))
            if piece[-1].isspace():
                yield word
                word = []
    if word:
        yield word


def _parted(word: str, run: Run, size: float) -> list[str]:
    """Return `word` in parts no wider than its run allows; mostly it is one."""
    if not run.part_at or width(word.rstrip(), run.font, size) <= run.part_at:
        return [word]
    parts = [""]
    for letter in clusters(word):
        longer = parts[-1] + letter
        if parts[-1] and not letter.isspace() and width(longer, run.font, size) > run.part_at:
            parts.append(letter)
        else:
            parts[-1] = longer
    return parts


def _joined(line: Sequence[Run]) -> list[Run]:
    """Return a line with neighbours of one look in one run."""
    made: list[Run] = []
    for run in line:
        if made and made[-1].is_like(run):
            made[-1] = run.saying(made[-1].words + run.words)
        else:
            made.append(run)
    return made


def _width(runs: Sequence[Run], size: float) -> float:
    return sum(width(run.words, run.font, size) for run in runs)


def _space_at_end(word: Sequence[Run], size: float) -> float:
    last = word[-1]
    return width(last.words, last.font, size) - width(last.words.rstrip(), last.font, size)
