"""Letters that join or change places, as the outlines that HarfBuzz makes of them."""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from alongside.domain.marks import Stroke
from alongside_resources import path

if TYPE_CHECKING:
    import uharfbuzz

_EMBOLDENED = 0.03
"""How much wider a stem is made, for each point of size, where a font has no bold."""


@dataclass(frozen=True, slots=True)
class Outlined:
    """Letters as filled outlines, and how far they move the pen, for each point of size."""

    width: float
    outline: tuple[Stroke, ...]

    def moved(self, by: float) -> tuple[Stroke, ...]:
        """Return the outline, `by` further to the right."""
        return tuple(
            (kind, tuple(n if place % 2 else n + by for place, n in enumerate(numbers)))
            for kind, numbers in self.outline
        )


@lru_cache(maxsize=2048)
def shape(
    letters: str, file: str, language: str, *, is_rtl: bool = False, is_emboldened: bool = False
) -> Outlined:
    """Return `letters` shaped in the font `file` (no ending), seen from the left."""
    import uharfbuzz as hb  # only a name in such a script wants it

    font = _font(file, is_emboldened)
    buffer = hb.Buffer()
    buffer.add_str(letters)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if is_rtl else "ltr"
    buffer.language = language
    hb.shape(font, buffer)
    pen = _Pen(font.face.upem)
    for glyph, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        pen.left, pen.up = pen.x + place.x_offset, place.y_offset
        font.draw_glyph(glyph.codepoint, _funcs(), pen)
        pen.x += place.x_advance
    return Outlined(pen.x / pen.em, tuple(pen.strokes))


def has_letter(letter: str, file: str) -> bool:
    """Return whether the font `file` has `letter`."""
    return bool(_font(file, False).get_nominal_glyph(ord(letter)))


class _Pen:
    """Where HarfBuzz is on the page while it draws, in the font's units; y grows upwards there."""

    def __init__(self, em: int) -> None:
        self.em = em
        self.x = self.left = self.up = 0
        self.strokes: list[Stroke] = []

    def draw(self, kind: str, *numbers: float) -> None:
        self.strokes.append(
            (kind, tuple(
                -(n + self.up) / self.em if place % 2 else (n + self.left) / self.em
                for place, n in enumerate(numbers)
            ))
        )  # fmt: skip


@cache
def _font(file: str, is_emboldened: bool) -> "uharfbuzz.Font":
    import uharfbuzz as hb

    font = hb.Font(hb.Face(path(f"fonts/{file}.ttf").read_bytes()))
    if is_emboldened:
        font.synthetic_bold = (_EMBOLDENED, _EMBOLDENED, True)
    return font


@cache
def _funcs() -> "uharfbuzz.DrawFuncs":
    """Return what HarfBuzz draws with. It makes cubic curves of the others by itself."""
    import uharfbuzz as hb

    funcs = hb.DrawFuncs()
    funcs.set_move_to_func(lambda x, y, pen: pen.draw("M", x, y))
    funcs.set_line_to_func(lambda x, y, pen: pen.draw("L", x, y))
    funcs.set_cubic_to_func(lambda a, b, c, d, x, y, pen: pen.draw("C", a, b, c, d, x, y))
    funcs.set_close_path_func(lambda pen: pen.draw("Z"))
    return funcs
