"""A layout that exists can be written; one that could pay nobody, or not be read, is refused."""

from datetime import date

import pytest

from alongside.domain.bank_layout import (
    Column,
    DateForm,
    Layout,
    LineEnd,
    PayFact,
    Quoting,
    Separator,
)
from alongside.domain.bank_letters import Letters
from alongside.domain.bank_ready import ready_layouts, unity
from alongside.domain.errors import UserError

CODE, NUMBER, AMOUNT = (
    Column(PayFact.SORT_CODE),
    Column(PayFact.ACCOUNT_NUMBER),
    Column(PayFact.AMOUNT),
)
LEAST = (CODE, NUMBER, AMOUNT)


def fixed(text, **more):
    return Column(PayFact.FIXED, text=text, **more)


def refused(field, said, columns=LEAST, name="Ours", **more):
    with pytest.raises(UserError, match=said) as found:
        Layout(name, columns, **more)
    assert found.value.field == field


@pytest.mark.parametrize(
    ("form", "written"),
    [
        (DateForm.SLASHED, "09/05/2026"), (DateForm.YEAR_FIRST, "20260509"),
        (DateForm.YEAR_FIRST_DASHED, "2026-05-09"), (DateForm.DAY_FIRST, "09052026"),
        (DateForm.SHORT, "090526"),
    ],
)  # fmt: skip
def test_a_day_is_written_as_the_bank_wants_it(form, written):
    assert form.of(date(2026, 5, 9)) == written


def test_signs_are_what_their_words_say():
    assert [each.sign for each in Separator] == [",", ";", "\t"]
    assert [each.sign for each in LineEnd] == ["\r\n", "\n"]


def test_every_fact_has_its_words():
    assert len({fact.words for fact in PayFact}) == len(PayFact)


@pytest.mark.parametrize("missing", LEAST, ids=lambda column: column.fact.value)
def test_a_layout_that_could_pay_nobody_is_refused(missing):
    rest = tuple(column for column in LEAST if column != missing)
    refused("columns", f"There is no column for the {missing.fact.words}", rest)


def test_a_layout_has_a_name():
    refused("name", "Give the layout a name", name="  ")
    refused("name", "Give the layout a name", name="x" * 256)


@pytest.mark.parametrize("most", [-1, 10_001])
def test_the_most_payments_are_a_number_that_can_be(most):
    refused("most_payments", "from 0 to 10,000", most_payments=most)


@pytest.mark.parametrize(
    ("column", "said"),
    [
        (fixed(""), "Column 4 .fixed text.: a fixed text says what it is"),
        (Column(PayFact.REFERENCE, text="99"), "no other column has a text"),
        (Column(PayFact.REFERENCE, most=-1), "from 0 to 255"),
        (Column(PayFact.REFERENCE, most=256), "from 0 to 255"),
        (Column(PayFact.ACCOUNT_NUMBER, most=7), "it needs 8 letters at least"),
        (Column(PayFact.SORT_CODE, most=5), "it needs 6 letters at least"),
        (Column(PayFact.PAYMENT_DATE, most=8), "it needs 10 letters at least"),
        (Column(PayFact.OWN_ACCOUNT, most=14), "it needs 15 letters at least"),
        (Column(PayFact.AMOUNT, most=3), "it needs 4 letters at least"),
        (fixed("GBP", most=2), "it needs 3 letters at least"),
        (fixed("=1+1"), "would be taken for a sum"),
        (Column(PayFact.REFERENCE, heading="@Reference"), "would be taken for a sum"),
        (Column(PayFact.REFERENCE, heading="Ref\nerence"), "cannot be written in this file"),
    ],
)
def test_a_column_that_could_not_be_right_is_refused(column, said):
    refused("columns", said, (*LEAST, column))


def test_dashes_need_their_room():
    dashed = (Column(PayFact.SORT_CODE, most=6), NUMBER, AMOUNT)
    assert Layout("Ours", dashed)
    refused("columns", "it needs 8 letters at least", dashed, has_dashes=True)


def test_letters_that_the_file_has_not_are_refused_in_fixed_text():
    columns = (*LEAST, fixed("€"))
    assert Layout("Ours", columns, letters=Letters.WINDOWS)
    refused("columns", "“€” cannot be written", columns, letters=Letters.BACS)


def test_without_quotation_marks_no_text_may_end_its_column():
    columns = (*LEAST, fixed("a;b"))
    assert Layout("Ours", columns, quoting=Quoting.NEVER)
    refused(
        "columns", "needs quotation marks", columns,
        quoting=Quoting.NEVER, separator=Separator.SEMICOLON,
    )  # fmt: skip


def test_where_there_are_headings_every_column_has_one_unless_it_is_empty():
    headed = tuple(Column(column.fact, column.fact.value) for column in LEAST)
    assert Layout("Ours", (*headed, Column(PayFact.EMPTY)), has_headings=True)
    refused("columns", "Column 4 .reference.: it has no heading",
            (*headed, Column(PayFact.REFERENCE)), has_headings=True)  # fmt: skip


@pytest.mark.parametrize("field", ["before", "after"])
def test_a_row_that_stands_once_is_not_about_one_payee(field):
    refused(field, "stands for all of them", **{field: ((fixed("H"), AMOUNT),)})
    refused(field, "a row with nothing in it", **{field: ((Column(PayFact.EMPTY),),)})
    refused(field, "a row with nothing in it", **{field: ((),)})
    refused(field, "more rows before or after", **{field: ((fixed("H"),),) * 6})


def test_a_layout_has_no_more_columns_than_a_bank():
    refused("columns", "more columns", (*LEAST, *[Column(PayFact.EMPTY)] * 60))


def test_the_ready_layouts_have_names_of_their_own_and_unity_is_the_first():
    layouts = ready_layouts()
    assert len({layout.name for layout in layouts}) == len(layouts) == 5
    assert layouts[0] == unity()
    assert unity().most_payments == 100
