"""Marks are plain values: they move down a page and name fonts that are really there."""

from dataclasses import replace

import pytest

from alongside.domain.marks import Box, Font, Picture, Rule, Shaped, Text
from alongside_resources import path


@pytest.mark.parametrize("font", Font)
def test_every_font_names_a_file_in_the_resources(font):
    assert path(f"fonts/{font.file}").is_file()


def test_a_bold_letter_falls_back_to_a_bold_font():
    assert Font.BOLD.fallback is Font.FALLBACK_BOLD
    assert Font.REGULAR.fallback is Font.FALLBACK_REGULAR


def test_every_mark_moves_down_and_never_sideways():
    assert Text(1, 2, "a", Font.BOLD, 14).lowered(10) == Text(1, 12, "a", Font.BOLD, 14)
    assert Rule(1, 2, 3, 4, 0.75).lowered(10) == Rule(1, 12, 3, 14, 0.75)
    assert Box(1, 2, 3, 4, 1).lowered(10) == Box(1, 12, 3, 4, 1)
    shaped = Shaped(1, 2, "ا", 14, 3, (), "ar", "NotoSansArabic-Regular")
    assert shaped.lowered(10) == replace(shaped, baseline=12)
    assert Picture(1, 2, 3, 4, b"").lowered(10) == Picture(1, 12, 3, 4, b"")
