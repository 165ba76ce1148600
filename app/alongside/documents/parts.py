"""What a form is made of, in reading order, before anybody asks where on a page it stands."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Whose form it is. `logo` is a PNG or JPEG, or None."""

    organisation: str
    address: str
    logo: bytes | None


@dataclass(frozen=True, slots=True)
class Title:
    """What the paper is."""

    words: str


@dataclass(frozen=True, slots=True)
class Heading:
    """What the next parts are about."""

    words: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A sentence or some."""

    words: str
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """A name and its value."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a claim: words, an amount if it has one, and what stands under them."""

    words: str
    amount: str
    details: Sequence[str]


@dataclass(frozen=True, slots=True)
class Total:
    """A name and the amount it comes to. `is_main` is what the section is for."""

    name: str
    amount: str
    is_main: bool = False


@dataclass(frozen=True, slots=True)
class Totals:
    """The totals of one section, never parted."""

    lines: Sequence[Total]


@dataclass(frozen=True, slots=True)
class Tick:
    """A sentence with an empty box to tick."""

    words: str


@dataclass(frozen=True, slots=True)
class Blanks:
    """Places to write on, side by side: the first is wide, a second is narrow."""

    labels: Sequence[str]


@dataclass(frozen=True, slots=True)
class Word:
    """A word to be copied letter by letter: large, with its number and its letters apart."""

    number: str
    word: str
    spelled: str


Part = Letterhead | Title | Heading | Paragraph | Named | Entry | Totals | Tick | Blanks | Word


def is_kept_with(part: Part, after: Part) -> bool:
    """Whether `part` would be left alone if `after` went to another page."""
    if isinstance(part, Letterhead | Title | Heading):
        return True
    if isinstance(part, Entry):
        return isinstance(after, Totals)
    # Whoever signs sees all that they sign on one page.
    return isinstance(part, Tick | Blanks) and isinstance(after, Tick | Blanks)
