"""Pictures put on pages of their own: one after another, or four beside and below one another."""

from collections.abc import Sequence
from dataclasses import replace

from alongside.documents.parts import Photo, Photos
from alongside.documents.setting import line_height
from alongside.documents.tagged.bands import MARGIN
from alongside.documents.tagged.pages import Band
from alongside.documents.tagged.paper import GAP, Paper
from alongside.documents.tagged.text import Piece, set_lines
from alongside.domain.marks import Picture

_LARGE = 18.0
"""Letters from this size on have too few words in half a line: pictures then stand alone in it."""
_HEAD = 0.4
"""Pictures begin under the heading unless it takes more than this share of its page."""
_LEAST = 80.0
"""How high a picture is at least, in points."""
_ABOVE = 6.0


def put_photos(part: Photos, paper: Paper, high: float) -> None:
    """Put a heading, its notes and the pictures on `paper`, whose pages have a body so `high`."""
    start = len(paper.bands)
    paper.heading(2, part.title)
    paper.bands[start] = replace(paper.bands[start], is_first=True)
    for words in part.notes:
        paper.paragraph(words)
    used = sum(band.above + band.height for band in paper.bands[start:])
    columns = 2 if part.on_page > 1 and paper.size < _LARGE else 1
    rows = 2 if part.on_page > 1 else 1
    left = high - used if used < high * _HEAD else 0.0
    for number in range(0, len(part.photos), columns):
        row = number // columns + (0 if left else rows)
        room = (left if row < rows else high) / rows - GAP
        is_first = row >= rows and row % rows == 0
        photos = part.photos[number : number + columns]
        paper.bands.append(_row(paper, photos, columns, room, is_first=is_first))


def _row(
    paper: Paper, photos: Sequence[Photo], columns: int, high: float, *, is_first: bool
) -> Band:
    """Return pictures side by side, each under its words."""
    wide = (paper.room - GAP * (columns - 1)) / columns
    pieces: list[Piece] = []
    foot = 0.0
    for column, photo in enumerate(photos):
        x = MARGIN + column * (wide + GAP)
        said = paper.run(photo.words, paper.tree.root.inside("P"), room=wide)
        lines = set_lines([said], paper.size, x, wide)
        for number, line in enumerate(lines):
            pieces += [piece.lowered(number * line_height(paper.size)) for piece in line]
        top = len(lines) * line_height(paper.size) + _ABOVE
        scale = min(wide / photo.wide, max(high - top, _LEAST) / photo.high)
        w, h = photo.wide * scale, photo.high * scale
        shown = paper.tree.root.figure(photo.shows)
        pieces.append(Piece(Picture(x, top, w, h, photo.picture), shown))
        foot = max(foot, top + h)
    return Band(max(foot, high), pieces, GAP / 2, is_first=is_first)
