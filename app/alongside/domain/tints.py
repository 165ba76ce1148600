"""Colours of paper and ink: some people read best on cream or a pastel, some in yellow on black."""

from enum import StrEnum

from alongside.i18n import _

BLACK = "#000000"


class Tint(StrEnum):
    """Two colours of a page. Between them stands a contrast of 7 to 1 at least (WCAG 2.2, 1.4.6).

    Cream and pastels are what the British Dyslexia Association's style guide asks for: black on
    white glares for some. Yellow on black is for the screen.
    """

    WHITE = "white"
    CREAM = "cream"
    BLUE = "blue"
    GREEN = "green"
    PINK = "pink"
    YELLOW_ON_BLACK = "yellow_on_black"

    @property
    def words(self) -> str:
        """The colours as people say them."""
        return {
            Tint.WHITE: _("black on white"),
            Tint.CREAM: _("black on cream"),
            Tint.BLUE: _("black on pale blue"),
            Tint.GREEN: _("black on pale green"),
            Tint.PINK: _("black on pale pink"),
            Tint.YELLOW_ON_BLACK: _("yellow on black, for a screen"),
        }[self]

    @property
    def paper(self) -> str:
        """The colour of the page, as #rrggbb."""
        return {
            Tint.WHITE: "#ffffff",
            Tint.CREAM: "#fff8e7",
            Tint.BLUE: "#e3f0fb",
            Tint.GREEN: "#e6f4e1",
            Tint.PINK: "#fce8ee",
            Tint.YELLOW_ON_BLACK: BLACK,
        }[self]

    @property
    def paper_words(self) -> str:
        """The paper alone, as people say it."""
        return {
            Tint.WHITE: _("white paper"),
            Tint.CREAM: _("cream paper"),
            Tint.BLUE: _("pale blue paper"),
            Tint.GREEN: _("pale green paper"),
            Tint.PINK: _("pale pink paper"),
            Tint.YELLOW_ON_BLACK: _("black paper"),
        }[self]

    @property
    def ink(self) -> str:
        """The colour of all that is written, as #rrggbb; headings may have the organisation's."""
        return "#ffff00" if self is Tint.YELLOW_ON_BLACK else BLACK


def tint_of(kept: str) -> Tint:
    """Return the colours that `kept` names; black on white for what is no name of any."""
    return next((each for each in Tint if each.value == kept), Tint.WHITE)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (#rrggbb), 1 to 21, as WCAG 2.2 works it out."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """Return the relative luminance of a colour, 0 to 1 (WCAG 2.2, terms and definitions)."""
    shares = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
