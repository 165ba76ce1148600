"""What stands at the head and at the foot of each page: for the eye alone, nobody reads it out."""

from dataclasses import dataclass

from alongside.documents.fonts import width
from alongside.documents.setting import FINE, STRONG, line, line_height, line_to_right
from alongside.documents.wrapping import shorten, wrap
from alongside.domain.marks import Box, Font, Lettering, Mark, Rule
from alongside.domain.paper_style import PaperFont
from alongside.i18n import _

_EDGE = 42.0
_BELOW = 40.0
"""How far the last line's lower edge is from the page's."""
_LARGEST = 18.0
_BETWEEN = 16.0
_GAP = 6.0
_MANY = 99
_PAD = 6.0


@dataclass(frozen=True, slots=True)
class PageEnds:
    """The ends of the pages of one document, `page` points wide and high, text from `left` on.

    The first page begins with the paper itself; later ones with the `banner` in a box and the two
    ends of `running`. All pages end in `foot` and their number. All is in one `font`.
    """

    page: tuple[float, float]
    left: float
    size: float
    foot: str
    running: tuple[str, str] = ("", "")
    banner: str = ""
    font: PaperFont = PaperFont.ATKINSON

    def top(self, number: int) -> float:
        """Return how far down the body of page `number` begins."""
        return _EDGE if number == 1 else self._head()[1]

    @property
    def bottom(self) -> float:
        """How far down the body of a page may reach."""
        rule = self._foot(_MANY, _MANY)[0]
        assert isinstance(rule, Rule)
        return rule.y1 - 10.0

    def marks(self, number: int, of: int) -> list[Mark]:
        """Return the marks at both ends of page `number` of `of`."""
        return [*(self._head()[0] if number > 1 else ()), *self._foot(number, of)]

    @property
    def _small(self) -> float:
        return min(self.size, _LARGEST)

    @property
    def _right(self) -> float:
        return self.page[0] - self.left

    def _head(self) -> tuple[list[Mark], float]:
        marks: list[Mark] = []
        down = _EDGE
        if self.banner:
            room = self._right - self.left
            boxed, high = banner_marks(self.banner, self.size, self.left, room, self.font.bold)
            marks += [mark.lowered(down) for mark in boxed]
            down += high + _BETWEEN
        if any(self.running):
            marks += self._both(*self.running, down)
            down += line_height(self._small) + 4.0
            marks.append(Rule(self.left, down, self._right, down, FINE))
            down += _BETWEEN
        return marks, down

    def _foot(self, number: int, of: int) -> list[Mark]:
        """Return a line across, with a text at each end under it: below one another if need be."""
        page = _("Page {number} of {of}").format(number=number, of=of)
        size, high, font = self._small, line_height(self._small), self.font.regular
        last = self.page[1] - _BELOW - high
        wanted = width(self.foot, font, size) + width(page, font, size) + _BETWEEN
        if wanted <= self._right - self.left:
            rule = Rule(self.left, last - _GAP, self._right, last - _GAP, FINE)
            return [rule, *self._both(self.foot, page, last)]
        top = last - high
        rule = Rule(self.left, top - _GAP, self._right, top - _GAP, FINE)
        return [rule, *self._both(self.foot, "", top), *self._both("", page, last)]

    def _both(self, start: str, end: str, top: float) -> list[Lettering]:
        """Return two texts at the two ends of one line, each cut to the room it has."""
        font, size, room = self.font.regular, self._small, self._right - self.left
        half = room / 2 - _BETWEEN / 2
        start = shorten(start, font, size, max(half, room - _BETWEEN - width(end, font, size)))
        end = shorten(end, font, size, room - _BETWEEN - width(start, font, size))
        return [
            *line(start, font, size, self.left, top),
            *line_to_right(end, font, size, self._right, top),
        ]


def banner_marks(
    words: str, size: float, left: float, room: float, bold: Font
) -> tuple[list[Mark], float]:
    """Return `words` in the middle of a box across the page, and how high the box is."""
    large = size * 1.25
    lines = wrap(words, bold, large, room - 2 * _PAD)
    high = len(lines) * line_height(large) + 2 * _PAD
    marks: list[Mark] = [Box(left, 0.0, room, high, STRONG)]
    for number, words_of_line in enumerate(lines):
        start = left + (room - width(words_of_line, bold, large)) / 2
        top = _PAD + number * line_height(large)
        is_last = number == len(lines) - 1  # without a space, readers would hear two words as one
        said = words_of_line if is_last else f"{words_of_line} "
        marks += line(said, bold, large, start, top)
    return marks, high
