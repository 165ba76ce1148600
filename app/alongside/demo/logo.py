"""Draws the demo organisation's logo: three waves, black on white, a few hundred bytes."""

import math
from io import BytesIO

_WIDTH, _HEIGHT = 240, 120


def draw_logo() -> bytes:
    """Return the logo as a PNG file. It is small because every issued form keeps a copy."""
    from PIL import Image, ImageDraw  # slow to load, and only the demo draws

    picture = Image.new("1", (_WIDTH, _HEIGHT), 1)
    pen = ImageDraw.Draw(picture)
    for middle in (30, 60, 90):
        wave = [(x, middle + 11 * math.sin(x / 19)) for x in range(8, _WIDTH - 8, 4)]
        pen.line(wave, fill=0, width=9, joint="curve")
    kept = BytesIO()
    picture.save(kept, "PNG", optimize=True)
    return kept.getvalue()
