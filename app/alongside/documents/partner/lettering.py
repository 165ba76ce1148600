"""Words drawn in our own fonts, so that any printer shows ŵ, to be laid into somebody else's PDF.

Each stamp is a page of a PDF of its own, made with reportlab; pypdf takes the pages over as what
PDF calls form XObjects. All stamps of a form share their fonts.
"""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    FloatObject,
    NameObject,
)
from reportlab.pdfgen.canvas import Canvas

from alongside.documents.fonts import ASCENT, load, width
from alongside.documents.outlines import draw_outline
from alongside.documents.setting import line as set_line
from alongside.documents.wrapping import wrap
from alongside.domain.marks import Font, Shaped
from alongside.domain.partner_map import LEAST_LETTERS

LINE = 1.2
"""From one line to the next, for each point of size."""

_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Lines:
    """Words as they fit into a box: lines, all in one size, in points."""

    lines: tuple[str, ...]
    size: float


def fitted(words: str, size: float, room: float, height: float | None = None) -> Lines | None:
    """Return `words` in `size` points or as much less as fits into `room`; None if none does.

    With a `height` they may take several lines in it. Never smaller than `LEAST_LETTERS`.
    """
    tried = size
    while tried >= LEAST_LETTERS:
        if height is None:
            if width(words, Font.REGULAR, tried) <= room:
                return Lines((words,), tried)
        else:
            lines = tuple(wrap(words, Font.REGULAR, tried, room))
            if len(lines) * tried * LINE <= max(height, tried * LINE):
                return Lines(lines, tried)
        tried -= _HALF
    return None


class Stamps:
    """Stamps that are being drawn; `finish` gives them to the PDF that they are for."""

    def __init__(self) -> None:
        for font in (Font.REGULAR, Font.FALLBACK_REGULAR):
            load(font)
        self._made = BytesIO()
        self.canvas = Canvas(self._made, invariant=1, initialFontName=Font.REGULAR.value)
        self._sizes: list[tuple[float, float]] = []

    def begin(self, across: float, high: float) -> None:
        """Begin a stamp of this size, in points, drawn from its foot upwards."""
        self.canvas.setPageSize((across, high))
        self._sizes.append((across, high))

    def end(self) -> int:
        """End the stamp, and return its number from 0."""
        self.canvas.showPage()
        return len(self._sizes) - 1

    def write(self, x: float, baseline: float, words: str, size: float) -> None:
        """Write words in any script that we have letters for."""
        for mark in set_line(words, Font.REGULAR, size, x, -size * ASCENT):
            if isinstance(mark, Shaped):
                draw_outline(self.canvas, mark, baseline)
            else:
                self.canvas.setFont(mark.font.value, size)
                self.canvas.drawString(mark.x, baseline, mark.words)

    def write_lines(self, box: tuple[float, float, float, float], fit: Lines, align: int) -> None:
        """Write lines into a box (x, foot, width, height): one in its middle, many from its top.

        `align` is 0 for left, 1 for the middle, 2 for right.
        """
        x, foot, across, high = box
        if len(fit.lines) == 1:
            baseline = foot + (high - fit.size * 0.72) / 2
        else:
            baseline = foot + high - fit.size * min(ASCENT, LINE)
        for line in fit.lines:
            spare = across - width(line, Font.REGULAR, fit.size)
            self.write(x + spare * align / 2, baseline, line, fit.size)
            baseline -= fit.size * LINE

    def finish(self, writer: Any) -> list[Any]:
        """Return the stamps as objects of `writer`, in the order that they were drawn."""
        if not self._sizes:
            return []
        self.canvas.save()
        drawn = PdfReader(BytesIO(self._made.getvalue()))
        return [
            _as_object(writer, page, size)
            for page, size in zip(drawn.pages, self._sizes, strict=True)
        ]


def adopt(writer: Any, made: Any) -> Any:
    """Make an object part of the PDF that `writer` writes; return the way to it."""
    return writer._add_object(made)  # noqa: SLF001  pypdf has no other door


def numbers(values: Any) -> ArrayObject:
    """Return numbers as PDF has them."""
    return ArrayObject([FloatObject(round(float(value), 4)) for value in values])


def _as_object(writer: Any, page: Any, size: tuple[float, float]) -> Any:
    made = DecodedStreamObject()
    contents = page.get_contents()
    made.set_data(
        b"/Tx BMC\nq\n" + (b"" if contents is None else contents.get_data()) + b"\nQ\nEMC\n"
    )
    made[NameObject("/Type")] = NameObject("/XObject")
    made[NameObject("/Subtype")] = NameObject("/Form")
    made[NameObject("/BBox")] = numbers((0, 0, *size))
    made[NameObject("/Resources")] = page["/Resources"].clone(writer)
    return made
