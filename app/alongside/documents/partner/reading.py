"""Reads a partner's PDF: what pages and fields it has, or why it cannot be used."""

from io import BytesIO

from pypdf import PdfReader

from alongside.documents.foreign.faults import BadPdfError, PdfFault, look_at_bytes
from alongside.documents.partner.faults import MOST_PAGES
from alongside.documents.partner.geometry import PageShape, shape_of, tenths
from alongside.documents.partner.widgets import Widget, widgets_of
from alongside.domain.partner_map import PaperSize, PartnerPaper, PdfField

_MOST_FIELDS = 2000
_LONGEST_NAME = 500


def read_paper(data: bytes) -> PartnerPaper:
    """Return what a PDF has. Raise BadPdfError for what it says of itself that cannot be filled.

    What is damaged may raise anything, and take for ever: this runs apart.
    """
    look_at_bytes(data)
    reader = PdfReader(BytesIO(data), strict=False)
    if reader.is_encrypted:
        raise BadPdfError(PdfFault.LOCKED)
    form = reader.root_object.get("/AcroForm")
    if form is not None and "/XFA" in form.get_object():
        raise BadPdfError(PdfFault.XFA)
    if len(reader.pages) > MOST_PAGES:
        raise BadPdfError(PdfFault.TOO_MANY_PAGES)
    if not reader.pages:
        raise BadPdfError(PdfFault.DAMAGED)
    shapes = [shape_of(page) for page in reader.pages]
    found: dict[tuple[str, str], PdfField] = {}
    for widget in widgets_of(reader.pages):
        if widget.name and len(found) < _MOST_FIELDS:
            state = widget.state if widget.is_radio else ""
            if (widget.name, state) not in found:
                found[widget.name, state] = _field(widget, state, shapes[widget.page - 1])
    pages = tuple(PaperSize(tenths(each.seen_width), tenths(each.seen_height)) for each in shapes)
    return PartnerPaper(pages, tuple(found.values()))


def _field(widget: Widget, state: str, shape: PageShape) -> PdfField:
    x1, y1, x2, y2 = widget.rect
    corners = [shape.seen(x1, y1), shape.seen(x2, y2)]
    left, right = sorted(corner[0] for corner in corners)
    top, foot = sorted(corner[1] for corner in corners)
    hint = str(widget.inherited("/TU") or "")[:_LONGEST_NAME]
    return PdfField(
        widget.name, widget.kind, widget.page, tenths(left), tenths(top), tenths(right - left),
        tenths(foot - top), " ".join(hint.split()), state,
        tuple(shown for _kept, shown in widget.options),
    )  # fmt: skip
