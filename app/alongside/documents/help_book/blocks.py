"""What help is made of, in reading order, before anybody asks how it looks."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """Words in one look. `link` leads to "#" and a place in help, or to an address of the web."""

    words: str
    is_bold: bool = False
    is_code: bool = False
    link: str = ""


Line = Sequence[Words]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: 1 is the whole of help. `place` is what links to it name."""

    level: int
    line: Line
    place: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A sentence or some."""

    line: Line


@dataclass(frozen=True, slots=True)
class Listing:
    """A list. An item is blocks of its own: mostly one paragraph."""

    items: Sequence[Sequence["Block"]]
    is_numbered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: titles of its columns, and rows whose first cell names them."""

    head: Sequence[Line]
    rows: Sequence[Sequence[Line]]


@dataclass(frozen=True, slots=True)
class Code:
    """Lines to be typed as they are."""

    lines: Sequence[str]


Block = Heading | Paragraph | Listing | Table | Code


def plain(line: Line) -> str:
    """Return the words of `line` without their looks."""
    return "".join(each.words for each in line)
