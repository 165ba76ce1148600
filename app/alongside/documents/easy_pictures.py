"""The pictures of Easy Read as outlines: Material Symbols, made ready by packaging."""

import json
import re
from functools import cache

from alongside.domain.marks import Stroke
from alongside_resources import path

_SIDE = 960
_STEP = re.compile(r"([MLCZ])([^MLCZ]*)")


@cache
def picture(name: str) -> tuple[Stroke, ...]:
    """Return the outline of a picture in a square of 1. Raise KeyError for one that is not here."""
    return tuple(
        (kind, tuple(float(number) / _SIDE for number in numbers.split()))
        for kind, numbers in _STEP.findall(_all()[name])
    )


@cache
def _all() -> dict[str, str]:
    """Return what the file of pictures has, read the first time only."""
    found: dict[str, str] = json.loads(path("easy_read/pictures.json").read_text(encoding="utf-8"))
    return found
