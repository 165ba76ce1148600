"""The same marks on a bare canvas of reportlab: what our paper is measured against."""

import pickle
import sys
from functools import cache
from io import BytesIO
from pathlib import Path

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from alongside.domain import marks
from alongside_resources import path


def draw(form) -> bytes:
    """Return the pages of a form as a PDF: no tags, no fields, no checks."""
    kept = BytesIO()
    canvas = Canvas(kept)
    for page in form:
        canvas.setPageSize((page.width, page.height))
        for mark in page.marks:
            _draw_mark(canvas, page.height, mark)
        canvas.showPage()
    canvas.save()
    return kept.getvalue()


def _draw_mark(canvas: Canvas, height: float, mark) -> None:
    if isinstance(mark, marks.Text):
        canvas.setFont(_font(mark.font), mark.size)
        canvas.drawString(mark.x, height - mark.baseline, mark.words)
    elif isinstance(mark, marks.Shaped):
        from alongside.documents.outlines import draw_outline

        draw_outline(canvas, mark, height)
    elif isinstance(mark, marks.Rule):
        canvas.setLineWidth(mark.width)
        canvas.line(mark.x1, height - mark.y1, mark.x2, height - mark.y2)
    elif isinstance(mark, marks.Box):
        canvas.setLineWidth(mark.width)
        canvas.rect(mark.x, height - mark.y - mark.h, mark.w, mark.h)
    elif isinstance(mark, marks.Picture):
        canvas.drawImage(_picture(mark.data), mark.x, height - mark.y - mark.h, mark.w, mark.h)


@cache
def _picture(data: bytes) -> ImageReader:
    return ImageReader(BytesIO(data))


@cache
def _font(font: marks.Font) -> str:
    name = f"bench-{font}"
    with path(f"fonts/{font.file}").open("rb") as opened:
        pdfmetrics.registerFont(TTFont(name, BytesIO(opened.read())))
    return name


if __name__ == "__main__":
    assert draw(pickle.loads(Path(sys.argv[1]).read_bytes()))
