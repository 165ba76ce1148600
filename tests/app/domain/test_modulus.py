"""A slip in an account number is noticed as the published rules say, and never more than that.

The cases are those that Pay.UK's specification works out (“Validating account numbers – UK
modulus checking”, its table of test cases 1 to 34). No table of theirs is kept here: below stand
only the rows that these cases need, each for the sort codes of its own cases.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.domain.errors import UserError
from alongside.domain.modulus import Fit, Method, ModulusTable, Weights
from alongside.domain.modulus_file import read_tables

ELEVEN = "0 0 0 0 0 0 0 7 6 5 4 3 2 1"
DOUBLE = "2 1 2 1 2 1 2 1 2 1 2 1 2 1"
LONG = "0 0 0 0 0 0 8 7 6 5 4 3 2 1"
FIRST = "0 0 1 2 5 3 6 4 8 7 10 9 3 1"
ROWS = f"""
# Made for tests, 26 November 2026
070116 074456 MOD11 0 0 7 6 5 8 9 4 5 6 7 8 9 -1 12
070116 074456 MOD10 0 3 2 4 5 8 9 4 5 6 7 8 9 -1 13
086090 086090 MOD10 0 0 3 7 1 3 7 1 3 7 1 3 7 1 8
089999 089999 MOD10 0 0 0 0 0 0 7 1 3 7 1 3 7 1
107999 107999 MOD11 {LONG}
118765 118765 DBLAL 0 0 2 1 2 1 2 1 2 1 2 1 2 1 1
134020 134020 MOD11 0 0 0 7 5 9 8 4 6 3 5 2 0 0 4
180002 180002 MOD11 {LONG} 14
200915 203099 MOD11 {ELEVEN} 6
200915 203099 DBLAL {DOUBLE} 6
309070 309070 MOD11 0 0 3 2 9 8 5 7 6 5 4 3 2 1 2
309070 309070 MOD11 0 0 3 2 9 8 1 7 6 5 4 3 2 1 9
772798 772798 MOD11 {FIRST} 7
820000 827999 MOD11 0 0 0 0 0 0 0 0 7 3 4 9 2 1
820000 827999 DBLAL {DOUBLE} 3
871427 872427 MOD11 {FIRST} 10
871427 872427 MOD11 0 0 5 10 9 8 0 7 6 5 4 3 2 1 11
938063 938611 MOD11 7 6 5 4 3 2 7 6 5 4 3 2 0 0 5
938063 938611 DBLAL 2 1 2 1 2 1 2 1 2 1 2 1 2 0 5
"""
TABLE = read_tables(ROWS, "938600 938611\n")

CASES = """
 1 089999 66374958 Y passes modulus 10
 2 107999 88837491 Y passes modulus 11
 3 202959 63748472 Y passes modulus 11 and double alternate
 4 871427 46238510 Y 10 and 11, the first passes and the second fails
 5 872427 46238510 Y 10 and 11, the first fails and the second passes
 6 871427 09123496 Y 10, ab is 09 and g is 9
 7 871427 99123496 Y 10, ab is 99 and g is 9
 8 820000 73688637 Y 3, c is 6, the second is not made
 9 827999 73988638 Y 3, c is 9, the second is not made
10 827101 28748352 Y 3, both are made and pass
11 134020 63849203 Y 4, the remainder is the two check figures
12 118765 64371389 Y 1, with 27 added
13 200915 41011166 Y 6, an account in foreign money
14 938611 07806039 Y 5, passes
15 938600 42368003 Y 5, passes with another sort code
16 938063 55065200 Y 5, both leave no remainder
17 772798 99345694 Y 7, would fail without it
18 086090 06774744 Y 8, passes
19 309070 02355688 Y 2 and 9, the first passes
20 309070 12345668 Y 2 and 9, the second passes with another sort code
21 309070 12345677 Y 2 and 9, a is not 0 and g is not 9
22 309070 99345694 Y 2 and 9, a is not 0 and g is 9
23 938063 15764273 N 5, the first check figure is right and the second wrong
24 938063 15764264 N 5, the first check figure is wrong and the second right
25 938063 15763217 N 5, the first leaves a remainder of 1
26 118765 64371388 N 1, fails double alternate
27 203099 66831036 N passes modulus 11, fails double alternate
28 203099 58716970 N fails modulus 11, passes double alternate
29 089999 66374959 N fails modulus 10
30 107999 88837493 N fails modulus 11
31 074456 12345112 Y 12 and 13, passes modulus 11
32 070116 34012583 Y 12 and 13, passes modulus 11
33 074456 11104102 Y 12 and 13, fails modulus 11 and passes modulus 10
34 180002 00000190 Y 14, the first fails and the second passes
"""


@pytest.mark.parametrize("case", CASES.strip().splitlines(), ids=lambda case: case.strip())
def test_a_published_case_comes_out_as_published(case):
    _number, sort_code, account, flag, *_words = case.split()
    wanted = Fit.COULD_EXIST if flag == "Y" else Fit.DOES_NOT_FIT
    assert TABLE.check(sort_code, account) is wanted


def made(method, weights, exception="", substitutes=""):
    """Return a table with one row of our own for 112233, in the published form."""
    return read_tables(f"112233 112233 {method} {weights} {exception}", substitutes)


def test_the_worked_sums_of_the_specification_come_out():
    """The examples in its section on methods: rows made up there, not those of any bank."""
    eleven = read_tables("000000 000200 MOD11 0 0 0 0 0 0 7 5 8 3 4 6 2 1", "")
    assert eleven.check("000000", "58177632") is Fit.COULD_EXIST
    double = read_tables(f"499273 499273 DBLAL {DOUBLE}", "")
    assert double.check("499273", "12345678") is Fit.COULD_EXIST


def test_a_sort_code_that_no_row_covers_cannot_be_checked():
    assert TABLE.check("999999", "12345678") is Fit.CANNOT_BE_CHECKED


def test_spaces_and_dashes_are_passed_over():
    assert TABLE.check("08-99 99", " 6637 4958 ") is Fit.COULD_EXIST
    assert TABLE.check("08–99–99", "66374959") is Fit.DOES_NOT_FIT


@pytest.mark.parametrize("short", ["000190", "0000190", "00000190"])
def test_a_short_number_gets_noughts_before_it(short):
    assert TABLE.check("180002", short) is Fit.COULD_EXIST


def test_nine_figures_of_santander_lend_their_first_to_the_sort_code():
    table = read_tables(f"090127 090127 MOD11 {LONG}", "")
    assert table.check("090121", "788837491") is table.check("090127", "88837491")
    assert table.check("090121", "788837491") is Fit.COULD_EXIST
    assert table.check("090121", "688837491") is Fit.CANNOT_BE_CHECKED


def test_ten_figures_of_the_cooperative_bank_lose_their_last_two():
    assert TABLE.check("089999", "6637495899") is Fit.COULD_EXIST


def test_ten_figures_of_natwest_lose_their_first_two():
    table = read_tables(f"601234 601234 MOD11 {LONG}", "")
    assert table.check("601234", "9988837491") is Fit.COULD_EXIST
    assert table.check("601234", "9988837493") is Fit.DOES_NOT_FIT


@pytest.mark.parametrize("number", ["123456789", "1234567890"])
def test_longer_numbers_of_other_banks_cannot_be_checked(number):
    assert TABLE.check("107999", number) is Fit.CANNOT_BE_CHECKED


def test_weights_are_zeroed_by_exception_7_only_where_g_is_9():
    """A row of our own: with a weight on a alone, a passes only if it is not counted."""
    table = made("MOD11", "0 0 0 0 0 0 1 0 0 0 0 0 0 0", 7)
    assert table.check("112233", "10000090") is Fit.COULD_EXIST
    assert table.check("112233", "10000080") is Fit.DOES_NOT_FIT


@pytest.mark.parametrize(
    ("number", "fit"),
    [
        ("09000090", Fit.COULD_EXIST), ("99000090", Fit.COULD_EXIST),
        ("19000090", Fit.DOES_NOT_FIT), ("09000080", Fit.DOES_NOT_FIT),
    ],
)  # fmt: skip
def test_weights_are_zeroed_by_exception_10_where_ab_is_09_or_99_and_g_is_9(number, fit):
    """A row of our own, with a weight on b alone."""
    assert made("MOD11", "0 0 0 0 0 0 0 1 0 0 0 0 0 0", 10).check("112233", number) is fit


def test_foreign_money_is_told_by_its_first_and_its_last_two_figures():
    table = made("MOD11", "0 0 0 0 0 0 0 0 0 0 0 0 0 1", 6)
    assert table.check("112233", "40000011") is Fit.COULD_EXIST
    assert table.check("112233", "30000011") is Fit.DOES_NOT_FIT
    assert table.check("112233", "90000011") is Fit.DOES_NOT_FIT
    assert table.check("112233", "40000021") is Fit.DOES_NOT_FIT


@pytest.mark.parametrize("last", range(10))
def test_coutts_tries_again_only_without_a_last_figure_of_0_1_or_9(last):
    """A row of our own in which h counts alone, so that the second check finds a 0 there."""
    table = made("MOD11", "0 0 0 0 0 0 0 0 0 0 0 0 0 1", 14)
    wanted = Fit.COULD_EXIST if last in (0, 1, 9) else Fit.DOES_NOT_FIT
    assert table.check("112233", f"1234560{last}") is wanted


def test_coutts_fails_where_the_second_check_fails_too():
    table = made("MOD11", "0 0 0 0 0 0 0 0 0 0 0 0 0 1", 14)
    assert table.check("112233", "12345671") is Fit.DOES_NOT_FIT


@pytest.mark.parametrize("exceptions", [("", ""), ("13", "12"), ("12", "")])
def test_two_rows_must_both_pass_unless_their_exceptions_are_a_pair(exceptions):
    """Rows of our own: g counts alone in one, h alone in the other."""
    g, h = "0 0 0 0 0 0 0 0 0 0 0 0 1 0", "0 0 0 0 0 0 0 0 0 0 0 0 0 1"
    rows = "112233 112233 MOD10 {} {}\n112233 112233 MOD10 {} {}"
    table = read_tables(rows.format(g, exceptions[0], h, exceptions[1]), "")
    assert table.check("112233", "12345600") is Fit.COULD_EXIST
    assert table.check("112233", "12345601") is Fit.DOES_NOT_FIT
    pair = read_tables(rows.format(g, 12, h, 13), "")
    assert pair.check("112233", "12345601") is Fit.COULD_EXIST
    assert pair.check("112233", "12345611") is Fit.DOES_NOT_FIT


@given(st.from_regex(r"[0-9]{6}", fullmatch=True), st.from_regex(r"[0-9]{6,10}", fullmatch=True))
def test_whatever_the_figures_there_is_an_answer(sort_code, number):
    assert TABLE.check(sort_code, number) in Fit


@given(st.from_regex(r"[0-9]{7}", fullmatch=True))
def test_one_in_ten_fits_where_every_figure_counts(start):
    """Modulus 10 with a weight of 1 at the end: exactly one last figure fits."""
    found = [TABLE.check("089999", f"{start}{last}") for last in range(10)]
    assert found.count(Fit.COULD_EXIST) == 1


@given(st.from_regex(r"[0-9]{8}", fullmatch=True), st.integers(0, 7), st.integers(1, 9))
def test_one_wrong_figure_is_always_noticed_by_modulus_11(number, place, more):
    if TABLE.check("107999", number) is not Fit.COULD_EXIST:
        return
    wrong = str((int(number[place]) + more) % 10)
    slip = number[:place] + wrong + number[place + 1 :]
    assert TABLE.check("107999", slip) is Fit.DOES_NOT_FIT


@pytest.mark.parametrize(
    ("field", "sort_code", "number"),
    [
        ("sort_code", "08999", "66374958"), ("sort_code", "0899991", "66374958"),
        ("sort_code", "٠٨٩٩٩٩", "66374958"), ("account_number", "089999", "66374"),
        ("account_number", "089999", "66374958123"), ("account_number", "089999", "6637495x"),
        ("account_number", "089999", ""),
    ],
)  # fmt: skip
def test_what_is_not_figures_is_refused_on_its_field(field, sort_code, number):
    with pytest.raises(UserError) as refused:
        TABLE.check(sort_code, number)
    assert refused.value.field == field


def test_every_answer_has_its_words():
    assert len({fit.words for fit in Fit}) == len(Fit)
    assert "all the same" in Fit.DOES_NOT_FIT.words


def test_a_table_can_be_made_without_a_file():
    row = Weights("112233", "112233", Method.MOD10, (0,) * 13 + (1,))
    assert ModulusTable((row,)).check("112233", "00000010") is Fit.COULD_EXIST
