"""Where things stand on a page of somebody else's PDF: as it is looked at, and as its file counts.

A page may be turned, and may begin anywhere: both are in its file, and seen by nobody.
"""

from dataclasses import dataclass
from typing import Any

POINTS = 72 / 254
"""Points in a tenth of a millimetre."""


@dataclass(frozen=True, slots=True)
class PageShape:
    """The part of a page that is seen, in its own points, and how far it is turned to the right."""

    x: float
    y: float
    width: float
    height: float
    turned: int

    @property
    def seen_width(self) -> float:
        """How wide the page is as it is looked at, in points."""
        return self.height if self.turned in (90, 270) else self.width

    @property
    def seen_height(self) -> float:
        """How high the page is as it is looked at, in points."""
        return self.width if self.turned in (90, 270) else self.height

    def seen(self, x: float, y: float) -> tuple[float, float]:
        """Return a point of the file as it is looked at: from the left, and from the top."""
        right, up = x - self.x, y - self.y
        return {
            0: (right, self.height - up),
            90: (up, right),
            180: (self.width - right, up),
            270: (self.height - up, self.width - right),
        }[self.turned]

    @property
    def matrix(self) -> tuple[float, ...]:
        """What lays a sheet drawn upright, as large as the page is seen, over the page."""
        x, y, width, height = self.x, self.y, self.width, self.height
        return {
            0: (1, 0, 0, 1, x, y),
            90: (0, 1, -1, 0, x + width, y),
            180: (-1, 0, 0, -1, x + width, y + height),
            270: (0, -1, 1, 0, x, y + height),
        }[self.turned]


def shape_of(page: Any) -> PageShape:
    """Return the shape of a page of pypdf; what is seen is never more than the paper."""
    paper, cut = page.mediabox, page.cropbox
    x, y = max(float(paper.left), float(cut.left)), max(float(paper.bottom), float(cut.bottom))
    width = min(float(paper.right), float(cut.right)) - x
    height = min(float(paper.top), float(cut.top)) - y
    if width < 1 or height < 1:
        raise ValueError("a page without paper")
    return PageShape(x, y, width, height, round((page.rotation or 0) / 90) * 90 % 360)


def tenths(points: float) -> int:
    """Return points as tenths of a millimetre."""
    return round(points / POINTS)
