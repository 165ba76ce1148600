"""Papers as PDF files: the same marks as on the screen, drawn with reportlab."""

from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from alongside.documents import recovery_sheet
from alongside.documents.claim_form import lay_out
from alongside.documents.claim_parts import tidied
from alongside.documents.fonts import load, tidy
from alongside.documents.history_list import lay_out_history
from alongside.documents.outlines import draw_outline, draw_unseen, said
from alongside.domain.marks import Box, Font, Mark, PageMarks, Picture, Rule, Shaped, Text
from alongside.domain.sheets import ClaimSheet, HistorySheet, RecoverySheet
from alongside.i18n import _, speaking


def draw_claim_form(sheet: ClaimSheet) -> bytes:
    """Return `sheet`'s claim form as a PDF; the same sheet always gives the same bytes.

    Raise UserError for a letter that cannot be printed.
    """
    pages = lay_out(sheet)
    with speaking(sheet.language):
        sheet = tidied(sheet)
        return _draw_pages(
            pages,
            _("Claim {number}").format(number=sheet.number),
            sheet.organisation,
            _("Claim for fees and expenses: {group}").format(group=sheet.group),
        )


def draw_history(sheet: HistorySheet) -> bytes:
    """Return a list of the history as a PDF. Raise UserError for a letter no font has."""
    pages = lay_out_history(sheet)
    sheet = tidied(sheet)
    return _draw_pages(pages, sheet.title, sheet.organisation, _("Who did what, and when"))


def draw_recovery_sheet(sheet: RecoverySheet) -> bytes:
    """Return the recovery sheet as a PDF. Raise UserError for a letter that cannot be printed."""
    title = _("Recovery words")
    return _draw_pages(recovery_sheet.lay_out(sheet), title, tidy(sheet.organisation), title)


def _draw_pages(pages: Sequence[PageMarks], title: str, author: str, subject: str) -> bytes:
    """Return `pages` as a PDF; the same pages always give the same bytes."""
    for font in Font:
        load(font)
    made = BytesIO()
    canvas = Canvas(
        made,
        pagesize=(pages[0].width, pages[0].height),
        invariant=1,
        # translators: the code of the language that these words are in
        lang=_("en-GB"),
        initialFontName=Font.REGULAR.value,
    )
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setSubject(subject)
    canvas.setCreator("Alongside")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    for page in pages:
        draw_page(canvas, page)
    canvas.save()
    return made.getvalue()


def draw_page(canvas: Canvas, page: PageMarks) -> None:
    """Draw `page` on `canvas` and end the page. The fonts must have been loaded."""
    for mark in page.marks:
        _draw_mark(canvas, mark, page.height)
    canvas.showPage()


def _draw_mark(canvas: Canvas, mark: Mark, height: float) -> None:
    """Draw one mark; a PDF counts from the foot of the page, so heights are turned over."""
    match mark:
        case Text(x, baseline, words, font, size):
            canvas.setFont(font.value, size)
            canvas.drawString(x, height - baseline, words)
        case Shaped():
            canvas._code.append(f"/Span <<{said(mark)}>> BDC")  # noqa: SLF001  reportlab has no other way
            draw_outline(canvas, mark, height)
            draw_unseen(canvas, mark, height, lambda file: str(load(file).fontName))
            canvas._code.append("EMC")  # noqa: SLF001
        case Rule(x1, y1, x2, y2, width):
            canvas.setLineWidth(width)
            canvas.line(x1, height - y1, x2, height - y2)
        case Box(x, y, w, h, width):
            canvas.setLineWidth(width)
            canvas.rect(x, height - y - h, w, h, stroke=1, fill=0)
        case Picture(x, y, w, h, data):
            canvas.drawImage(_reader(data), x, height - y - h, w, h)


@lru_cache(maxsize=4)
def _reader(data: bytes) -> ImageReader:
    return ImageReader(BytesIO(data))
