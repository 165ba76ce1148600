"""Measures a hundred claim forms beside drawing the very same marks on a bare canvas."""

from functools import cache
from io import BytesIO

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from alongside.documents.claim_form import claim_form
from alongside.documents.editions import standard
from alongside.documents.outlines import draw_outline
from alongside.domain import marks
from alongside.office import Office
from alongside_resources import path
from bench.measure import Row, milliseconds, side_by_side
from bench.records import claims_to_print

FORMS, ROUNDS = 100, 5


def measure(office: Office) -> list[Row]:
    """Return the row for `FORMS` forms, from the record to the bytes of each PDF."""
    chosen = claims_to_print(office, FORMS)
    pages = [standard.lay_out(claim_form(office.forms.sheet(claim))) for claim in chosen]

    def ours(_round: int) -> None:
        for claim in chosen:
            standard.draw(claim_form(office.forms.sheet(claim)))

    def theirs(_round: int) -> None:
        for form in pages:
            _draw(form)

    mine, other = side_by_side(ours, theirs, ROUNDS)
    what = f"{len(chosen)} claim forms, beside the same marks on a bare canvas"
    return [Row(what, f"{milliseconds(mine)} against {milliseconds(other)}",
                mine / other, 3.0, "×")]  # fmt: skip


def _draw(form) -> bytes:
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
