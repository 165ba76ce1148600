"""How it looks, as values: themes from themes/*.toml, one scale of spacing, sizes, fonts.

`look.py` makes the application look so; nothing outside these files names a colour or a size.
"""

import tomllib
from dataclasses import dataclass
from functools import cache

from alongside.i18n import _
from alongside_resources import path

HAIR, SMALL, MEDIUM, LARGE, HUGE = 4, 8, 16, 24, 32
"""The one scale of spacing, in pixels."""

TEXT_SIZES = (100, 115, 130, 150, 175, 200, 250, 300)
"""Sizes of text to choose from, in per cent of the system's own."""

SMALLEST_POINTS = 11
PRINT_POINTS = 16
"""Large print, as UKAAF has it, for lists that the screen itself prints."""

TARGET, LARGE_TARGET = 32, 44
"""Pixels that a button, a box or a row is high: WCAG 2.2 asks for 24, or 44 at its strictest."""

NARROW = 56
"""Letters: in a window narrower than this the ways through fold into the menus."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person chose of the look. `theme` "system" and `font` "system" follow the computer.

    `text_size` is in per cent; `is_still` wants nothing to move, whatever the computer says.
    """

    theme: str = "system"
    text_size: int = 100
    font: str = "atkinson"
    large_targets: bool = False
    is_still: bool = False


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one theme, as #rrggbb."""

    name: str
    is_dark: bool
    window: str
    base: str
    text: str
    quiet: str
    edge: str
    line: str
    button: str
    accent: str
    on_accent: str
    selected: str
    on_selected: str
    error: str
    focus: str
    focus_halo: str


def names() -> list[tuple[str, str]]:
    """Return the themes to choose from: what settings keep, and its words."""
    return [
        ("system", _("as this computer is set")),
        ("light", _("light")),
        ("dark", _("dark")),
        ("cream", _("black on cream")),
        ("yellow", _("yellow on black")),
        ("contrast", _("white on black")),
    ]


def fonts() -> list[tuple[str, str]]:
    """Return the fonts to choose from: what settings keep, and its words."""
    return [
        ("atkinson", _("Atkinson Hyperlegible, letters that differ clearly")),
        ("lexend", _("Lexend, wide and even")),
        ("weighted", _("Alongside Weighted, heavy at the foot, from OpenDyslexic")),
        ("system", _("as this computer is set")),
    ]


@cache
def read(name: str) -> Theme:
    """Return the theme in themes/`name`.toml."""
    with path(f"themes/{name}.toml").open("rb") as file:
        return Theme(**tomllib.load(file))
