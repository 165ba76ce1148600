"""Draws a page of a PDF as a picture, with what stands in its fields."""

from io import BytesIO

from pypdfium2 import PdfDocument

MOST_DOTS = 4000
"""Along the longer side of a picture."""


def draw(data: bytes, page: int, dots_to_an_inch: int) -> bytes:
    """Return a page, counted from 1, as a PNG in shades of grey."""
    document = PdfDocument(data)
    document.init_forms()
    drawn = document[page - 1]
    scale = min(dots_to_an_inch / 72, MOST_DOTS / max(drawn.get_size()))
    picture = drawn.render(scale=scale, grayscale=True, may_draw_forms=True).to_pil()
    made = BytesIO()
    picture.save(made, "PNG")
    return made.getvalue()
