"""The filled form of a partner as pages to look at or print: pictures, as their PDF shows it."""

from collections.abc import Sequence

from alongside.documents.foreign.apart import picture_of
from alongside.documents.partner.geometry import POINTS
from alongside.domain.marks import PageMarks, Picture
from alongside.domain.partner_map import PaperSize

_DOTS = 200
"""To an inch: letters of 8 point stay clear on paper."""


def pages_of(filled: bytes, sizes: Sequence[PaperSize]) -> list[PageMarks]:
    """Return the pages of a filled form, each as one picture. Raise BadPdfError if it cannot be."""
    found = []
    for number, size in enumerate(sizes, 1):
        across, high = size.width * POINTS, size.height * POINTS
        drawn = Picture(0, 0, across, high, picture_of(filled, number, _DOTS))
        found.append(PageMarks(across, high, (drawn,), number, len(sizes)))
    return found
