"""What a spreadsheet would calculate is known, however it is disguised."""

import pytest

from alongside.domain.formulas import guarded, is_formula


@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "+44 20", "-Ann", "@SUM(A1)", "\t=1", "\rAnn", "\nAnn", " =1", "\u200b=1",
        "\u00a0 @x", "＝1+1", "＋1", "－1", "＠x", "−1", "\ufeff=1", "\x00=1", "\u2028=1",
    ],
)  # fmt: skip
def test_what_a_spreadsheet_would_calculate_gets_an_apostrophe(text):
    assert is_formula(text)
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Ann Lee", "12.50", "A=1", "'=1", "Ŵyn-Jones", " ", "(=1)"])
def test_what_is_only_text_stays_as_it_is(text):
    assert guarded(text) == text
