"""Text, rules and boxes in the language of pages: as reportlab's canvas writes them, but quicker.

A form has hundreds of them, and the canvas makes an object and three lists for each. A test holds
that the bytes are the same.
"""

from functools import lru_cache

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument

from alongside.documents.tagged.fonts import true_font
from alongside.domain.marks import Box, Rule, Text

_LEADING = 1.2
"""What the canvas says of every font; nothing is set by it here."""

_SIGNS = {ord("\\"): "\\\\", ord("("): "\\(", ord(")"): "\\)"}
_ESCAPED = [
    _SIGNS.get(code, chr(code) if 32 <= code < 127 else f"\\{code:03o}") for code in range(256)
]
"""Each byte as it stands in a string of a PDF (ISO 32000-1, 7.3.4.2)."""


def painted_text(mark: Text, height: float, document: PDFDocument) -> str:
    """Return how `mark` is painted on a page of `height` points, its font added to `document`."""
    font = pdfmetrics.getFont(true_font(mark.font))
    size = f"{_number(mark.size)} Tf {_number(mark.size * _LEADING)} TL"
    shown = " ".join(
        f"{font.getSubsetInternalName(subset, document)} {size} ({_escaped(codes)}) Tj"
        for subset, codes in font.splitString(mark.words, document)
    )
    return f"BT 1 0 0 1 {_numbers(mark.x, height - mark.baseline)} Tm {shown} T* ET"


def painted_rule(mark: Rule, height: float) -> str:
    """Return how a line is painted on a page of `height` points."""
    start, end = _numbers(mark.x1, height - mark.y1), _numbers(mark.x2, height - mark.y2)
    return f"{_number(mark.width)} w\nn {start} m {end} l S"


def painted_box(mark: Box, height: float) -> str:
    """Return how the edges of a box are painted on a page of `height` points."""
    place = _numbers(mark.x, height - mark.y - mark.h, mark.w, mark.h)
    return f"{_number(mark.width)} w\nn {place} re S"


def _numbers(*values: float) -> str:
    return " ".join(map(_number, values))


@lru_cache(maxsize=16_384)
def _number(value: float) -> str:
    return str(fp_str(value))


def _escaped(codes: bytes) -> str:
    return "".join([_ESCAPED[code] for code in codes])
