"""The tables of modulus checking are read as published; a fault is told with its line."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.domain.errors import UserError
from alongside.domain.modulus import Fit, Method
from alongside.domain.modulus_file import read_tables

WEIGHTS = "0 0 0 0 0 0 8 7 6 5 4 3 2 1"
ROW = f"107999 108000 MOD11 {WEIGHTS}"


def test_rows_are_read_with_their_exception_or_without():
    table = read_tables(f"{ROW}\n200000 200002 DBLAL {WEIGHTS} 14\n", "938600 938611")
    assert table.row_count == 2
    assert [row.exception for row in table.rows] == [0, 14]
    assert table.rows[1].method is Method.DBLAL
    assert table.substitutes == {"938600": "938611"}


def test_a_file_of_windows_and_a_file_of_dos_are_read_alike():
    windows = "\ufeff" + ROW.replace(" ", "    ") + "\r\n\r\n"
    assert read_tables(windows, "").rows == read_tables(ROW + "\n\x1a", "\r\n").rows


def test_weights_may_be_less_than_nothing_and_larger_than_nine():
    table = read_tables("070116 070116 MOD11 0 0 7 6 5 8 9 4 5 6 7 128 10 -1", "")
    assert table.rows[0].weights[-3:] == (128, 10, -1)


def test_a_first_line_that_is_a_note_says_which_edition_it_is():
    assert read_tables(f"# Version 9.00, 3 August 2026\n{ROW}", "").edition == (
        "Version 9.00, 3 August 2026"
    )
    assert read_tables(f"{ROW}\n# more", "", "valacdos-v900").edition == "valacdos-v900"
    assert read_tables(ROW, "").edition == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no rows"),
        ("# only a note", "no rows"),
        (f"{ROW}\n107999", "Line 2 should be two sort codes, a method, fourteen weights"),
        (f"{ROW} 5 5", "Line 1 should be"),
        (f"\n{ROW.replace('107999', '10799')}", "On line 2, “10799” is no sort code"),
        (ROW.replace("108000", "٠٠٠٠٠٠"), "is no sort code"),
        (ROW.replace("108000", "107998"), "On line 1, the range ends before it begins"),
        (ROW.replace("MOD11", "MOD12"), "“MOD12” is none of MOD10, MOD11 and DBLAL"),
        (ROW.replace(" 8 7", " 8.5 7"), "“8.5” is no weight"),
        (ROW.replace(" 8 7", " 8000 7"), "“8000” is no weight"),
        (f"{ROW} 15", "“15” is no exception"),
        (f"{ROW} 0", "“0” is no exception"),
        (f"{ROW} x", "“x” is no exception"),
        (f"{ROW}\n108000 108000 MOD10 {WEIGHTS}\n{ROW}",
         "Line 2 is the third row for the sort code 108000|Line 3 is the third row"),
        (f"{ROW}\n" * 20_001, "too long"),
    ],
)  # fmt: skip
def test_a_fault_in_the_weights_is_told_with_its_line(text, said):
    with pytest.raises(UserError, match=said) as refused:
        read_tables(text, "")
    assert refused.value.field == "weights"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("938600", "Line 1 should be two sort codes"),
        ("938600 938611\n938600 93861", "Line 2 should be two sort codes"),
        ("938600 938611\n\n938600 938612", "Line 3 exchanges the sort code 938600 a second time"),
    ],
)
def test_a_fault_in_the_substitutions_is_told_with_its_line(text, said):
    with pytest.raises(UserError, match=said) as refused:
        read_tables(ROW, text)
    assert refused.value.field == "substitutions"


@given(st.text(max_size=200), st.text(max_size=60))
def test_no_text_whatever_does_worse_than_be_refused(weights, substitutions):
    with suppress(UserError):
        assert read_tables(weights, substitutions).row_count


def test_both_ends_of_a_range_belong_to_it():
    table = read_tables(ROW, "")
    found = [table.check(code, "88837491") for code in ("107998", "107999", "108000", "108001")]
    assert found == [
        Fit.CANNOT_BE_CHECKED, Fit.COULD_EXIST, Fit.COULD_EXIST, Fit.CANNOT_BE_CHECKED,
    ]  # fmt: skip
