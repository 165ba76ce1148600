"""Bands of a document put on pages, and painted there with their tags."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from io import BytesIO
from itertools import groupby

from reportlab.lib.utils import ImageReader

from alongside.documents.fonts import width as width_of
from alongside.documents.outlines import draw_outline, draw_unseen
from alongside.documents.tagged.canvas import TaggedCanvas
from alongside.documents.tagged.drawings import drawn
from alongside.documents.tagged.fonts import true_font
from alongside.documents.tagged.painted import painted_box, painted_rule
from alongside.documents.tagged.refused import RefusedError
from alongside.documents.tagged.text import Piece
from alongside.domain.marks import (
    Box,
    Drawing,
    Lettering,
    Mark,
    PageMarks,
    Picture,
    Rule,
    Shaped,
    Text,
)
from alongside.domain.tints import BLACK, Tint

_COLOURED = (Text, Shaped, Rule)
_BELOW = 0.3
_ABOVE = 0.95
"""How far a link can be pressed below and above its baseline, for each point of size."""


@dataclass(frozen=True, slots=True)
class Band:
    """A strip across a page, never parted: its height, its pieces from its top, room above it.

    `place` is what links to it name; `entry` its level and words among the bookmarks. One that
    `is_kept` stays on the page of the next, if a page has room for all that is kept so; one that
    `is_part` of the next does so anyway. `head` is said again where a page begins with this.
    """

    height: float
    pieces: Sequence[Piece] = ()
    above: float = 0.0
    is_kept: bool = False
    is_part: bool = False
    is_first: bool = False
    place: str = ""
    entry: tuple[int, str] | None = None
    head: "Band | None" = None


@dataclass(slots=True)
class Page:
    """Bands with the height at which each begins."""

    bands: list[tuple[float, Band]] = field(default_factory=list)


def paginate(
    bands: Sequence[Band], top_of: Callable[[int], float], foot: float, *, keeps_parts: bool = True
) -> list[Page]:
    """Return `bands` on pages, each from its own `top_of` to `foot`, counted from above.

    Unless it `keeps_parts`, what fits no page is parted anywhere. Refuse a band that no page has
    room for.
    """
    pages = [Page()]
    y = top = top_of(1)
    for group in _groups(bands):
        first = group[0]
        needed = _high(group)
        is_begun = bool(pages[-1].bands)
        is_whole = needed - first.above <= foot - top
        if is_begun and (first.is_first or (is_whole and y + needed > foot)):
            pages.append(Page())
            y = top = top_of(len(pages))
        for place, band in enumerate(group):
            part = _part(group[place:])
            if not keeps_parts or _high(part) - band.above > foot - top:
                part = [band]
            if y + _high(part) > foot and pages[-1].bands:
                pages.append(Page())
                y = top = top_of(len(pages))
            y = _put(band, pages[-1], y, top)
            if y > foot:
                raise RefusedError(f"a band is {band.height:.0f} points high, which fits no page")
    return pages


def _part(bands: Sequence[Band]) -> Sequence[Band]:
    """Return the first of `bands`, with what it is a part of."""
    number = next((n for n, band in enumerate(bands, 1) if not band.is_part), len(bands))
    return bands[:number]


def _high(bands: Sequence[Band]) -> float:
    return sum(band.above + band.height for band in bands)


def _put(band: Band, page: Page, y: float, top: float) -> float:
    """Put `band` on `page` at `y` and return the height at which it ends."""
    if not page.bands:
        if band.head:
            page.bands.append((top, band.head))
            y = top + band.head.height
    else:
        y += band.above
    page.bands.append((y, band))
    return y + band.height


def _groups(bands: Sequence[Band]) -> Iterator[list[Band]]:
    """Yield bands that stay together."""
    group: list[Band] = []
    for band in bands:
        group.append(band)
        if not band.is_kept:
            yield group
            group = []
    if group:
        yield group


def as_artifact(band: Band) -> Band:
    """Return `band` for the eye alone: what is said a second time is not read out again."""
    return replace(band, pieces=[Piece(piece.mark, None) for piece in band.pieces], place="")


def paint(
    canvas: TaggedCanvas, pages: Sequence[Page], height: float,
    ends: Callable[[int], Sequence[Mark]],
) -> None:  # fmt: skip
    """Paint `pages` of `height` points, each with what stands at its `ends`, by its number."""
    for number, page in enumerate(pages, 1):
        canvas.colour_page()
        for y, band in page.bands:
            if band.place:
                canvas.bookmarkHorizontalAbsolute(band.place, height - y + band.above)
            if band.entry:
                level, words = band.entry
                canvas.addOutlineEntry(words, band.place, level, closed=True)
            _paint_pieces(canvas, [piece.lowered(y) for piece in band.pieces], height)
        with canvas.artifact("Pagination"):
            for mark in ends(number):
                _paint_mark(canvas, mark, height)
        canvas.showPage()


def as_marks(
    pages: Sequence[Page], size: tuple[float, float], ends: Callable[[int], Sequence[Mark]],
    tint: Tint = Tint.WHITE, colour: str = BLACK,
) -> list[PageMarks]:  # fmt: skip
    """Return `pages` as the marks that a screen and a printer draw: the same, without tags."""
    made = []
    for number, page in enumerate(pages, 1):
        marks = [piece.mark.lowered(y) for y, band in page.bands for piece in band.pieces]
        both = [*marks, *ends(number)]
        made.append(PageMarks(*size, both, number, len(pages), tint.paper, tint.ink, colour))
    return made


def _paint_pieces(canvas: TaggedCanvas, pieces: Sequence[Piece], height: float) -> None:
    for (_element, shown), same in groupby(pieces, key=_tag_of):
        group = list(same)
        element = group[0].element
        shows = element.showing(shown) if element and shown else element
        with canvas.tag(shows) if shows else canvas.artifact():
            for piece in group:
                _paint_mark(canvas, piece.mark, height)
            if element and shown:
                draw_unseen(canvas, shown, height, true_font, canvas.regular)
        for piece in group:
            if element and piece.link and isinstance(piece.mark, Text | Shaped):
                canvas.link(element, _box(piece.mark, height), piece.link.target, piece.link.words)
            if piece.field:
                canvas.field(piece.field, _place(piece.mark, piece.field.high, height))


def _tag_of(piece: Piece) -> tuple[int, Shaped | None]:
    """Return what a piece shares with those that are painted in one tag with it."""
    return id(piece.element), piece.mark if isinstance(piece.mark, Shaped) else None


def _paint_mark(canvas: TaggedCanvas, mark: Mark, height: float) -> None:
    if isinstance(mark, _COLOURED) and mark.is_coloured:
        with canvas.coloured():
            _paint_mark(canvas, replace(mark, is_coloured=False), height)
        return
    match mark:
        case Text():
            canvas.put_text(mark, height)
        case Shaped():
            draw_outline(canvas, mark, height)
        case Rule():
            canvas.put(painted_rule(mark, height))
        case Box():
            canvas.put(painted_box(mark, height))
        case Drawing():
            canvas.put(drawn(mark, height))
        case Picture(x, y, w, h, data):
            canvas.drawImage(_reader(data), x, height - y - h, w, h)


@lru_cache(maxsize=2)
def _reader(data: bytes) -> ImageReader:
    return ImageReader(BytesIO(data))


def _place(mark: Mark, high: float, height: float) -> tuple[float, float, float, float]:
    """Return where a field stands: the inside of a box, or `high` points above a rule."""
    match mark:
        case Box(x, y, w, h):
            return (x, height - y - h, x + w, height - y)
        case Rule(x1, y1, x2):
            return (x1, height - y1, x2, height - y1 + high)
        case _:
            raise RefusedError("a field stands in a box or on a rule")


def _box(mark: Lettering, height: float) -> tuple[float, float, float, float]:
    foot = height - mark.baseline - mark.size * _BELOW
    wide = (
        mark.width if isinstance(mark, Shaped)
        else width_of(mark.words.rstrip(), mark.font, mark.size)
    )  # fmt: skip
    return (mark.x, foot, mark.x + wide, height - mark.baseline + mark.size * _ABOVE)
