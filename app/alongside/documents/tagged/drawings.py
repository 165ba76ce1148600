"""Outlines filled on a page: pictures that are drawn and not set in a font."""

from collections.abc import Sequence
from functools import lru_cache

from alongside.domain.marks import Drawing, Stroke

_STEPS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


def drawn(mark: Drawing, height: float) -> str:
    """Return what fills the outline of `mark` on a page of `height` points (ISO 32000-1, 8.5)."""
    size, top = f"{mark.size:.2f}", height - mark.y
    path = _path(tuple(mark.outline))
    return f"q {size} 0 0 -{size} {mark.x:.2f} {top:.2f} cm {path} f Q"


@lru_cache(maxsize=64)
def _path(outline: Sequence[Stroke]) -> str:
    """Return an outline as a path, a point large: a paper has the same few again and again."""
    return " ".join(
        " ".join([*(f"{number:.4f}" for number in numbers), _STEPS[kind]])
        for kind, numbers in outline
    )
