"""Shaped words on a reportlab canvas: what is seen are outlines, what is copied are letters."""

from collections.abc import Callable

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from alongside.documents.fonts import split_runs
from alongside.documents.scripts import clusters
from alongside.domain.marks import Font, Shaped

_FILLED_NONZERO = 1
_AFTER = 0.01
"""How far an accent stands to the left of its letter, where reading goes that way, in points."""
_UNSEEN = 3
"""The mode of text that is not painted (ISO 32000-1, 9.3.6)."""


def draw_outline(canvas: Canvas, mark: Shaped, height: float) -> None:
    """Fill the outline of `mark` on a page of `height` points."""
    drawn = canvas.beginPath()
    steps = {"M": drawn.moveTo, "L": drawn.lineTo, "C": drawn.curveTo, "Z": drawn.close}
    foot = height - mark.baseline
    for kind, numbers in mark.outline:
        steps[kind](*(
            foot - n * mark.size if place % 2 else mark.x + n * mark.size
            for place, n in enumerate(numbers)
        ))  # fmt: skip
    canvas.drawPath(drawn, stroke=0, fill=1, fillMode=_FILLED_NONZERO)


def draw_unseen(
    canvas: Canvas, mark: Shaped, height: float, name_of: Callable[[str], str], regular: Font
) -> None:
    """Put the letters of `mark` where it stands, unpainted. `name_of` a file is its font’s name.

    What the font of its script has not comes from `regular`.
    Programs find text by its letters alone, and some ignore ActualText. The letters come in the
    order of reading, and those of words from the right go from right to left: a reader that goes
    by the order of the file and one that goes by places both find the words.
    """
    pieces = clusters(mark.words)
    wide = mark.width / len(pieces)
    canvas.saveState()
    text = canvas.beginText()
    text.setTextRenderMode(_UNSEEN)
    for place, piece in enumerate(pieces):
        slot = len(pieces) - 1 - place if mark.is_rtl else place
        font = pdfmetrics.getFont(name_of(mark.file))
        if ord(piece[0]) not in font.face.charToGlyph:
            font = pdfmetrics.getFont(name_of(split_runs(piece[0], regular)[0][0].value))
        letters = "".join(each for each in piece if ord(each) in font.face.charToGlyph)
        text.setFont(font.fontName, mark.size)
        own = pdfmetrics.stringWidth(letters, font.fontName, mark.size)
        text.setHorizScale(100 * wide / own if own else 100)
        for number, each in enumerate(letters if mark.is_rtl else [letters]):
            x = mark.x + slot * wide - number * _AFTER
            text.setTextOrigin(x, height - mark.baseline)
            text.textOut(each)
    canvas.drawText(text)
    canvas.restoreState()


def said(mark: Shaped) -> str:
    """Return the properties of marked content that give the words of `mark` and their language.

    Words from the right are left to `draw_unseen`: poppler turns such letters round to read them,
    those of an ActualText (ISO 32000-1, 14.9.4) too, which is in the order of reading already.
    """
    if mark.is_rtl:
        return f"/Lang ({mark.language})"
    words = mark.words.encode("utf-16-be").hex().upper()
    return f"/ActualText <FEFF{words}> /Lang ({mark.language})"
