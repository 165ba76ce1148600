"""A receipt made ready for paper: upright, in shades of grey, no finer than can be read."""

from io import BytesIO

from PIL import Image, ImageOps

from alongside.domain.errors import UserError
from alongside.domain.receipt_files import ReceiptKind, ReceiptPages, check_dots

_MOST = {ReceiptPages.ONE: (1010, 1400), ReceiptPages.FOUR: (700, 900)}
"""Dots across and down: 150 to the inch where one fills a page, more where four do."""


def prepared(
    data: bytes, kind: ReceiptKind, turned: int, pages: ReceiptPages
) -> tuple[bytes, int, int]:
    """Return a picture as a grey PNG, and how many dots it is wide and high.

    `turned` are degrees to the right. Raise ValueError for one that is damaged, or too large once
    unpacked: its head is looked at first.
    """
    most = _MOST[pages]
    try:
        with Image.open(BytesIO(data), formats=(kind.name,)) as opened:
            check_dots(opened.width, opened.height, "")
            opened.draft("L", (2 * most[1], 2 * most[1]))  # a JPEG need not be unpacked whole
            upright = ImageOps.exif_transpose(opened)
            if "A" in upright.getbands() or "transparency" in upright.info:
                clear = upright.convert("RGBA")
                upright = Image.new("RGBA", clear.size, "white")
                upright.alpha_composite(clear)
            grey = upright.convert("L")
    except (
        OSError, ValueError, SyntaxError, UserError, Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ):  # fmt: skip
        raise ValueError("not a picture that can be printed") from None
    if turned:
        grey = grey.rotate(-turned, expand=True)
    grey.thumbnail(most, Image.Resampling.LANCZOS)
    made = BytesIO()
    grey.save(made, "PNG")
    return made.getvalue(), grey.width, grey.height
