"""How papers look, whoever's they are: the font that is chosen for them, and one colour."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import floor
from typing import Any

from alongside.domain.errors import UserError
from alongside.domain.marks import Font
from alongside.domain.tints import BLACK, Tint, contrast
from alongside.i18n import _

LEAST_CONTRAST = 7.0
"""What letters and paper must have between them (WCAG 2.2, 1.4.6)."""

_COLOUR = re.compile(r"#?([0-9a-fA-F]{6})")


class PaperFont(StrEnum):
    """The fonts that papers can be in; letters that one lacks come from Noto Sans."""

    ATKINSON = "atkinson"
    LEXEND = "lexend"
    NOTO = "noto"

    @property
    def words(self) -> str:
        """The font as people choose it."""
        return {
            PaperFont.ATKINSON: _("Atkinson Hyperlegible Next, letters that differ clearly"),
            PaperFont.LEXEND: _("Lexend, wide and even"),
            PaperFont.NOTO: _("Noto Sans, plain, has the most letters"),
        }[self]

    @property
    def family(self) -> str:
        """What other programs call it."""
        return {
            PaperFont.ATKINSON: "Atkinson Hyperlegible Next",
            PaperFont.LEXEND: "Lexend",
            PaperFont.NOTO: "Noto Sans",
        }[self]

    @property
    def regular(self) -> Font:
        """The font of most words."""
        return {
            PaperFont.ATKINSON: Font.REGULAR,
            PaperFont.LEXEND: Font.LEXEND_REGULAR,
            PaperFont.NOTO: Font.FALLBACK_REGULAR,
        }[self]

    @property
    def bold(self) -> Font:
        """The font of headings, names and amounts."""
        return {
            PaperFont.ATKINSON: Font.BOLD,
            PaperFont.LEXEND: Font.LEXEND_BOLD,
            PaperFont.NOTO: Font.FALLBACK_BOLD,
        }[self]


@dataclass(frozen=True, slots=True)
class PaperStyle:
    """What one paper looks like: its `font`, and the `colour` (#rrggbb) of its headings.

    No font is what papers were before one could be chosen: Atkinson where we set the letters, and
    in files for other programs whatever those have.
    """

    font: PaperFont | None = None
    colour: str = BLACK

    @property
    def letters(self) -> PaperFont:
        """The font that pages are set in."""
        return self.font or PaperFont.ATKINSON

    def colour_on(self, tint: Tint) -> str:
        """Return the colour of headings on paper of `tint`: its ink where the colour is too weak.

        So yellow on black stays yellow on black.
        """
        is_seen = contrast(self.colour, tint.paper) >= LEAST_CONTRAST
        return self.colour if is_seen else tint.ink


PLAIN = PaperStyle()
"""The look of papers for which nothing was chosen."""


def style_from(kept: Mapping[str, Any]) -> PaperStyle:
    """Return a style that was kept as values; `PLAIN` for what was kept before there were any.

    Raise ValueError for a font that is not known.
    """
    font = kept.get("font")
    return PaperStyle(**{**kept, "font": PaperFont(font) if font else None})


def parse_colour(text: str, field: str) -> str:
    """Return a colour, typed as # and six figures or letters, as #rrggbb; black for nothing typed.

    Raise UserError on `field` for what is no colour, and for one that is too weak on the palest
    paper or the darkest that we print on.
    """
    typed = text.strip()
    colour = read_colour(typed or BLACK)
    if not colour:
        words = _("“{text}” is not a colour. Type # and six figures or letters, like #1a4d8f.")
        raise UserError(field, words.format(text=typed))
    has, tint = _least(colour)
    if has < LEAST_CONTRAST:
        words = _("{colour} has a contrast of {has} to 1 on {paper}. It needs {least} to 1, so "
                  "that people with low vision can read it: choose a darker colour.")  # fmt: skip
        raise UserError(field, words.format(
            colour=colour, has=_said(has), paper=tint.paper_words, least=_said(LEAST_CONTRAST),
        ))  # fmt: skip
    return colour


def how_to_type() -> str:
    """Return how a colour is typed, for whoever is about to."""
    return _("# and six figures or letters, like #1a4d8f. Empty for black.")


def read_colour(typed: str) -> str:
    """Return what is typed as #rrggbb, "" if it is no colour (yet)."""
    found = _COLOUR.fullmatch(typed.strip())
    return f"#{found[1].lower()}" if found else ""


def say_contrast(colour: str) -> str:
    """Return in words how well a colour (#rrggbb) is read on the papers that we print on."""
    has, tint = _least(colour)
    words = _("Contrast {has} to 1 or more on every paper: dark enough.")
    if has < LEAST_CONTRAST:
        words = _("Contrast {has} to 1 on {paper}: too weak. It needs {least} to 1.")
    return words.format(has=_said(has), paper=tint.paper_words, least=_said(LEAST_CONTRAST))


def _least(colour: str) -> tuple[float, Tint]:
    """Return the least contrast that `colour` has with a paper, and which: white if that fails."""
    papers = [each for each in Tint if each.ink == BLACK]
    on_white = contrast(colour, Tint.WHITE.paper)
    if on_white < LEAST_CONTRAST:
        return on_white, Tint.WHITE
    return min((contrast(colour, each.paper), each) for each in papers)


def _said(number: float) -> str:
    """Return a contrast as people read it: never more than there is."""
    return f"{floor(number * 10) / 10:.3g}"
