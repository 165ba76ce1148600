"""Measures contrast as eyes get it: in the pixels of what was drawn, three times as large."""

import sys
from collections import Counter
from functools import cache

from PIL import Image
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

SCALE = 3
"""The middle of a stroke then has the true colour of the text, edges smoothed or not."""

Colour = tuple[int, int, int]


def picture(window: QWidget) -> Image.Image:
    """Return the whole of `window`, drawn at SCALE."""
    drawn = QImage(window.size() * SCALE, QImage.Format.Format_ARGB32_Premultiplied)
    drawn.setDevicePixelRatio(SCALE)
    drawn.fill(Qt.GlobalColor.transparent)
    window.render(drawn)
    order = "BGRX" if sys.byteorder == "little" else "XRGB"
    raw, size = bytes(drawn.constBits()), (drawn.width(), drawn.height())
    return Image.frombuffer("RGB", size, raw, "raw", order, drawn.bytesPerLine(), 1)


def cut_out(whole: Image.Image, widget: QWidget, rect: QRect, *, around: int = 0) -> Image.Image:
    """Return a part of `widget` out of the picture of its window, `around` pixels larger."""
    at = widget.mapTo(widget.window(), rect.topLeft()) - QPoint(around, around)
    box = (at.x(), at.y(), at.x() + rect.width() + 2 * around, at.y() + rect.height() + 2 * around)
    return whole.crop(tuple(SCALE * side for side in box))


def text_contrast(part: Image.Image) -> float:
    """Return the contrast of the text in `part` with what it stands on; 0 if there is none."""
    colours = _colours(part)
    (ground, _n), *others = colours.most_common(400)
    seen = [(n, found) for colour, n in others if (found := ratio(colour, ground)) > 1.3]
    least = max(12, sum(n for n, _ratio in seen) // 50)
    strong = [found for n, found in seen if n >= least]
    return max(strong, default=0.0)


def picture_contrast(part: Image.Image) -> float:
    """Return the contrast of a small picture in `part` with what it stands on; 0 if there is none.

    Its lines are thinner than those of letters and drawn smooth, so colours close by are one.
    """
    bins: dict[Colour, Counter[Colour]] = {}
    for colour, n in _colours(part).items():
        red, green, blue = (c // 32 for c in colour)
        bins.setdefault((red, green, blue), Counter())[colour] += n
    merged = Counter({near.most_common(1)[0][0]: near.total() for near in bins.values()})
    (ground, _n), *others = merged.most_common()
    seen = [(n, found) for colour, n in others if (found := ratio(colour, ground)) > 1.3]
    least = sum(n for n, _ratio in seen) // 20
    return max((found for n, found in seen if n > least), default=0.0)


def edge_contrast(part: Image.Image) -> float:
    """Return the contrast of the outline in `part` with what is around it.

    `part` is a control with some pixels around: the outermost line of those is the ground.
    """
    wide, high = part.size
    ground = _colours(part.crop((0, 0, wide, SCALE))).most_common(1)[0][0]
    rim = Counter()
    for box in ((0, 0, wide, 5 * SCALE), (0, high - 5 * SCALE, wide, high),
                (0, 0, 5 * SCALE, high), (wide - 5 * SCALE, 0, wide, high)):  # fmt: skip
        rim += _colours(part.crop(box))
    enough = [ratio(colour, ground) for colour, n in rim.items() if n > wide // 2]
    return max(enough, default=0.0)


def ratio(one: Colour, other: Colour) -> float:
    """Return the contrast of two colours, as WCAG has it: 1 to 21."""
    light, dark = _luminance(one), _luminance(other)
    if light < dark:
        light, dark = dark, light
    return (light + 0.05) / (dark + 0.05)


@cache
def _luminance(colour: Colour) -> float:
    parts = [c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _colours(part: Image.Image) -> Counter[Colour]:
    found = part.getcolors(part.width * part.height) or []
    return Counter({colour: n for n, colour in found})
