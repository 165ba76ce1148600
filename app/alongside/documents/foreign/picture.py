"""Draws pages of a PDF as pictures, with what stands in its fields, and reads their words."""

import unicodedata
from io import BytesIO

from pypdfium2 import PdfDocument, PdfiumError, PdfPage, raw

from alongside.documents.foreign.faults import BadPdfError, PdfFault

MOST_DOTS = 4000
"""Along the longer side of a picture."""

_UNSEEN = frozenset({"Cc", "Cn", "Co", "Cs"})
_MOST_WORDS = 20_000
"""Letters of one page: a full page of small print has a third of it."""


def draw(data: bytes, page: int, dots_to_an_inch: int) -> bytes:
    """Return a page, counted from 1, as a PNG in shades of grey. Raise BadPdfError as `read`."""
    return _drawn(_opened(data)[page - 1], dots_to_an_inch)


def read(data: bytes, dots_to_an_inch: int, most: int) -> tuple[list[bytes], list[str], int]:
    """Return up to `most` pages as PNGs in shades of grey, their words, and how many there are.

    Raise BadPdfError for one that is locked with a password, or damaged.
    """
    document = _opened(data)
    pages = [document[number] for number in range(min(most, len(document)))]
    if not pages:
        raise BadPdfError(PdfFault.DAMAGED)
    pictures = [_drawn(page, dots_to_an_inch) for page in pages]
    return pictures, [_words(page) for page in pages], len(document)


def _opened(data: bytes) -> PdfDocument:
    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        is_locked = error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}
        raise BadPdfError(PdfFault.LOCKED if is_locked else PdfFault.DAMAGED) from None
    document.init_forms()
    return document


def _drawn(page: PdfPage, dots_to_an_inch: int) -> bytes:
    scale = min(dots_to_an_inch / 72, MOST_DOTS / max(page.get_size()))
    picture = page.render(scale=scale, grayscale=True, may_draw_forms=True).to_pil()
    made = BytesIO()
    picture.save(made, "PNG")
    return made.getvalue()


def _words(page: PdfPage) -> str:
    """Return what a page says, line by line, without what no eye and no voice would notice."""
    text = page.get_textpage().get_text_bounded()[:_MOST_WORDS]
    lines = (
        "".join(c for c in " ".join(line.split()) if unicodedata.category(c) not in _UNSEEN)
        for line in text.splitlines()
    )
    return "\n".join(filter(None, lines))
