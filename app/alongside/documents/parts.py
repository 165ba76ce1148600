"""What a paper is made of, in reading order, before anybody asks where on a page it stands.

Where `easy` stands, Easy Read says that instead: the same facts in shorter words. A `picture` is
the name of one of resources/easy_read; "" has that of the heading above.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from alongside.domain.ideas import Idea


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Whose paper it is. `logo` is a PNG or JPEG, or None; `logo_words` say what it shows."""

    organisation: str
    address: str = ""
    logo: bytes | None = None
    logo_words: str = ""


@dataclass(frozen=True, slots=True)
class Title:
    """What the paper is."""

    words: str
    easy: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """What the next parts are about. `level` is 2, or 3 for a part of a part.

    Where the `picture` is "help", Easy Read has it and what belongs to it first.
    """

    words: str
    level: int = 2
    picture: str = ""
    easy: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A sentence or some."""

    words: str
    is_bold: bool = False
    easy: tuple[Idea, ...] = ()


@dataclass(frozen=True, slots=True)
class Points:
    """Sentences in a list."""

    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A name and its value. `easy` is a shorter name."""

    name: str
    value: str
    picture: str = ""
    easy: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a claim: words, an amount if it has one, and what stands under them."""

    words: str
    amount: str
    details: tuple[str, ...]
    easy: tuple[Idea, ...] = ()


@dataclass(frozen=True, slots=True)
class Total:
    """A name and the amount it comes to. `is_main` is what the section is for.

    `easy` is a sentence that has the amount in it.
    """

    name: str
    amount: str
    is_main: bool = False
    easy: str = ""


@dataclass(frozen=True, slots=True)
class Totals:
    """Amounts after their names, the main ones last, never parted."""

    lines: tuple[Total, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A sentence with an empty box to tick."""

    words: str
    easy: tuple[Idea, ...] = ()


@dataclass(frozen=True, slots=True)
class Blanks:
    """Places to write on, side by side: the first is wide, a second is narrow.

    `easy` are the same labels in short words.
    """

    labels: tuple[str, ...]
    easy: tuple[Idea, ...] = ()


@dataclass(frozen=True, slots=True)
class Word:
    """A word to be copied letter by letter: large, with its number and its letters apart."""

    number: str
    word: str
    spelled: str


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column: its title, how wide it is at least in points, and whether amounts stand in it.

    One that is `to_write` on has what room the others leave.
    """

    title: str
    least: float = 0.0
    is_amount: bool = False
    is_to_write: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under titles; the first cell of a row names it, the last row may be a `total`.

    An empty cell is a place to write on. Rows are `height` points high at least.
    """

    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    has_total: bool = False
    height: float = 0.0

    def titled(self) -> Iterator["TitledRow"]:
        """Yield each row with its cells after their titles, for who reads it as a list."""
        titles = [column.title for column in self.columns[1:]]
        for number, (name, *cells) in enumerate(self.rows, 1):
            named = list(zip(titles, cells, strict=True))
            is_total = self.has_total and number == len(self.rows)
            empty = () if is_total else (title for title, cell in named if not cell)
            yield TitledRow(name, tuple(pair for pair in named if pair[1]), tuple(empty))


@dataclass(frozen=True, slots=True)
class TitledRow:
    """A row of a table by itself: what names it, its `filled` cells, and those `to_write` on."""

    name: str
    filled: tuple[tuple[str, str], ...]
    to_write: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture, a PNG in shades of grey of `wide` by `high` dots, under its `words`.

    `shows` is what somebody hears who does not see it.
    """

    words: str
    shows: str
    picture: bytes
    wide: int
    high: int


@dataclass(frozen=True, slots=True)
class Photos:
    """Pictures on pages of their own under a heading, `on_page` of them on each: one or four.

    `notes` say which could not be shown, and why.
    """

    title: str
    notes: tuple[str, ...]
    photos: tuple[Photo, ...]
    on_page: int


Part = (
    Letterhead | Title | Heading | Paragraph | Points | Named | Entry | Totals | Tick | Blanks
    | Word | Table | Photos
)  # fmt: skip


def is_kept_with(part: Part, after: Part) -> bool:
    """Whether `part` would be left alone if `after` went to another page."""
    if isinstance(part, Letterhead | Title | Heading):
        return True
    if isinstance(part, Entry):
        return isinstance(after, Totals)
    # Whoever signs sees all that they sign on one page.
    return isinstance(part, Tick | Blanks) and isinstance(after, Tick | Blanks)


def named(*pairs: tuple[str, str]) -> Iterator[Named]:
    """Yield names with their values; what has no value is left out."""
    return (Named(name, value) for name, value in pairs if value)
