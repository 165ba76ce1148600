"""A logo made ready for paper: shades of grey on white, no finer than a printer can show."""

from functools import lru_cache
from io import BytesIO

from alongside.domain.errors import UserError
from alongside.i18n import _

_DOTS_PER_POINT = 300 / 72


@lru_cache(maxsize=4)
def printed(data: bytes, most_wide: float, most_high: float) -> tuple[bytes, float, float]:
    """Return a picture file as a grey PNG, and its width and height in points inside the limits.

    Raise UserError if `data` is not a PNG or JPEG.
    """
    from PIL import Image  # most papers have no picture

    try:
        with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as opened:
            see_through = opened.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise UserError(
            "", _("The logo is not a picture that can be printed. Choose a PNG or JPEG file.")
        ) from None
    white = Image.new("RGBA", see_through.size, "white")
    grey = Image.alpha_composite(white, see_through).convert("L")
    wide, high = grey.size
    scale = min(most_wide / wide, most_high / high)
    w, h = wide * scale, high * scale
    dots = (max(1, round(w * _DOTS_PER_POINT)), max(1, round(h * _DOTS_PER_POINT)))
    if dots[0] < wide:
        grey = grey.resize(dots, Image.Resampling.LANCZOS)
    made = BytesIO()
    grey.save(made, "PNG")
    return made.getvalue(), w, h
