"""Whatever colours a paper has, everybody who reads it in them can read it."""

import pytest

from alongside.domain.tints import Tint, contrast, tint_of


@pytest.mark.parametrize("tint", Tint)
def test_ink_stands_out_from_its_paper_by_seven_to_one_at_least(tint):
    assert contrast(tint.paper, tint.ink) >= 7
    assert tint.words


def test_contrast_is_as_wcag_works_it_out():
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == 1


def test_colours_that_nobody_knows_any_more_are_black_on_white():
    assert tint_of("cream") is Tint.CREAM
    assert tint_of("") is tint_of("mauve") is Tint.WHITE
