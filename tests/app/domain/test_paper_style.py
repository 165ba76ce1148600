"""The look of papers: which colour can be read on them, and what is said of one that cannot."""

import pytest

from alongside.domain.errors import UserError
from alongside.domain.paper_style import (
    LEAST_CONTRAST,
    PLAIN,
    PaperFont,
    PaperStyle,
    parse_colour,
    read_colour,
    say_contrast,
    style_from,
)
from alongside.domain.tints import BLACK, Tint, contrast


@pytest.mark.parametrize("typed", ["#1a4d8f", "1A4D8F", "  #1A4d8F "])
def test_a_colour_is_read_however_it_is_typed(typed):
    assert parse_colour(typed, "colour") == "#1a4d8f"


@pytest.mark.parametrize("typed", ["", "  "])
def test_nothing_typed_is_black(typed):
    assert parse_colour(typed, "colour") == BLACK


@pytest.mark.parametrize(
    "typed", ["navy", "#1a4d8", "#1a4d8ff", "#1a4d8g", "rgb(0,0,0)", "#１a4d8f"]
)
def test_what_is_no_colour_is_refused_with_how_to_type_one(typed):
    with pytest.raises(UserError, match="is not a colour") as raised:
        parse_colour(typed, "colour")
    assert raised.value.field == "colour"
    assert read_colour(typed) == ""


@pytest.mark.parametrize(
    ("colour", "said"),
    [
        ("#4d8fd1", "#4d8fd1 has a contrast of 3.4 to 1 on white paper. It needs 7 to 1"),
        ("#ffffff", "#ffffff has a contrast of 1 to 1 on white paper"),
        ("#595959", "#595959 has a contrast of 5.9 to 1 on pale pink paper"),  # 7.0 on white
    ],
)
def test_a_colour_that_is_too_weak_is_refused_with_what_it_has_and_needs(colour, said):
    with pytest.raises(UserError, match=said):
        parse_colour(colour, "colour")


def test_a_colour_that_is_taken_can_be_read_on_every_paper_that_has_black_ink():
    colour = parse_colour("#1a4d8f", "colour")
    for tint in Tint:
        if tint.ink == BLACK:
            assert contrast(colour, tint.paper) >= LEAST_CONTRAST
            assert PaperStyle(colour=colour).colour_on(tint) == colour


def test_yellow_on_black_stays_yellow_on_black():
    for colour in ("#1a4d8f", BLACK):
        assert PaperStyle(colour=colour).colour_on(Tint.YELLOW_ON_BLACK) == "#ffff00"


def test_a_contrast_is_said_in_words_and_never_as_more_than_it_is():
    assert say_contrast(BLACK) == "Contrast 17.9 to 1 or more on every paper: dark enough."
    assert say_contrast("#1a4d8f").endswith(": dark enough.")
    assert say_contrast("#4d8fd1") == (
        "Contrast 3.4 to 1 on white paper: too weak. It needs 7 to 1."
    )
    nearly = next(
        colour for colour in (f"#{n:02x}{n:02x}{n:02x}" for n in range(255))
        if contrast(colour, Tint.WHITE.paper) < LEAST_CONTRAST
    )  # fmt: skip
    assert "Contrast 6." in say_contrast(nearly)


def test_a_style_that_was_kept_comes_back_and_none_is_as_papers_were():
    assert style_from({"font": "lexend", "colour": "#1a4d8f"}) == PaperStyle(
        PaperFont.LEXEND, "#1a4d8f"
    )
    assert style_from({"font": "lexend"}).letters is PaperFont.LEXEND
    assert style_from({}) == PLAIN
    assert PLAIN.letters is PaperFont.ATKINSON


def test_a_font_that_is_not_known_is_never_guessed():
    with pytest.raises(ValueError, match="papyrus"):
        style_from({"font": "papyrus"})
