"""What is drawn on a page, as plain values, so that screen, printer and file draw the same.

Everything is in PDF points (72 to the inch) from the top left corner; y grows downwards. Marks of
a page are in its ink, and those that are `is_coloured` in the colour of its headings; only pictures
have shades, and white behind them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum


class Font(StrEnum):
    """The fonts of a page. Noto is chosen for itself, and has letters that the others lack."""

    REGULAR = "AtkinsonHyperlegibleNext-Regular"
    BOLD = "AtkinsonHyperlegibleNext-Bold"
    LEXEND_REGULAR = "Lexend-Regular"
    LEXEND_BOLD = "Lexend-Bold"
    FALLBACK_REGULAR = "NotoSans-Regular"
    FALLBACK_BOLD = "NotoSans-Bold"

    @property
    def file(self) -> str:
        """The name of its file in the resources' `fonts` folder."""
        return f"{self.value}.ttf"

    @property
    def fallback(self) -> "Font":
        """The font of the same weight for letters that this one does not have."""
        if self.is_noto:
            return Font.BOLD if self.is_bold else Font.REGULAR
        return Font.FALLBACK_BOLD if self.is_bold else Font.FALLBACK_REGULAR

    @property
    def is_bold(self) -> bool:
        """Whether its letters are heavy."""
        return self in (Font.BOLD, Font.LEXEND_BOLD, Font.FALLBACK_BOLD)

    @property
    def is_noto(self) -> bool:
        """Whether it is the one that others fall back to."""
        return self in (Font.FALLBACK_REGULAR, Font.FALLBACK_BOLD)


@dataclass(frozen=True, slots=True)
class Text:
    """One run of `words` in one font file, starting at `x`, standing on `baseline`.

    Draw it without kerning or ligatures: that is how it was measured.
    """

    x: float
    baseline: float
    words: str
    font: Font
    size: float
    is_coloured: bool = False

    def lowered(self, by: float) -> "Text":
        """Return the same mark, `by` points further down."""
        return Text(self.x, self.baseline + by, self.words, self.font, self.size, self.is_coloured)


Stroke = tuple[str, tuple[float, ...]]
"""A step of an outline: M and L to x, y; C a cubic curve over two points to a third; Z closes."""


@dataclass(frozen=True, slots=True)
class Shaped:
    """`words` in a script whose letters join or change places: outlines from `x` on `baseline`.

    The numbers of `outline` are for each point of `size`, y downwards; fill it by the nonzero
    rule. `width` is in points. `language` (BCP 47) is for whoever reads the words out, and
    `file` the font that has the letters. Words that `is_rtl` begin at the right end.
    """

    x: float
    baseline: float
    words: str
    size: float
    width: float
    outline: Sequence[Stroke]
    language: str
    file: str
    is_rtl: bool = False
    is_coloured: bool = False

    def lowered(self, by: float) -> "Shaped":
        """Return the same mark, `by` points further down."""
        return replace(self, baseline=self.baseline + by)


Lettering = Text | Shaped


@dataclass(frozen=True, slots=True)
class Drawing:
    """A filled outline in a square, `size` points wide; `x` and `y` are its top left.

    The numbers of `outline` are for each point of `size`, y downwards; fill it by the nonzero
    rule.
    """

    x: float
    y: float
    size: float
    outline: Sequence[Stroke]

    def lowered(self, by: float) -> "Drawing":
        """Return the same mark, `by` points further down."""
        return Drawing(self.x, self.y + by, self.size, self.outline)


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line, `width` points thick, centred on its two ends."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    is_coloured: bool = False

    def lowered(self, by: float) -> "Rule":
        """Return the same mark, `by` points further down."""
        return Rule(self.x1, self.y1 + by, self.x2, self.y2 + by, self.width, self.is_coloured)


@dataclass(frozen=True, slots=True)
class Box:
    """An empty box `w` by `h`, its outline `width` points thick. `x` and `y` are its top left."""

    x: float
    y: float
    w: float
    h: float
    width: float

    def lowered(self, by: float) -> "Box":
        """Return the same mark, `by` points further down."""
        return Box(self.x, self.y + by, self.w, self.h, self.width)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, `data` being a PNG in shades of grey, stretched over `w` by `h`."""

    x: float
    y: float
    w: float
    h: float
    data: bytes

    def lowered(self, by: float) -> "Picture":
        """Return the same mark, `by` points further down."""
        return Picture(self.x, self.y + by, self.w, self.h, self.data)


Mark = Lettering | Drawing | Rule | Box | Picture


@dataclass(frozen=True, slots=True)
class PageMarks:
    """One page: its size, its marks in the order that they are read, and which page it is.

    `paper` and `ink` are its two colours, as #rrggbb, and `colour` that of what is coloured.
    """

    width: float
    height: float
    marks: Sequence[Mark]
    number: int
    of: int
    paper: str = "#ffffff"
    ink: str = "#000000"
    colour: str = "#000000"
