"""What a bank reads is to the letter what its layout says; what that cannot carry is refused."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
from alongside.domain.bank_ready import bacs, lloyds, paid, paygate, ready_layouts, unity
from alongside.domain.bank_run import PayeePayment, RunFacts
from alongside.domain.errors import UserError
from alongside.domain.money import Money
from alongside.exchange.bank_file import write

ANN = PayeePayment("Ann Lee", "010203", "00123456", "", Money(1250), "DDRG 12")
BO = PayeePayment("Bo O’Shea", "089999", "66374958", "", Money(7505), "DDRG 13")
FACTS = RunFacts(
    date(2026, 5, 9), date(2026, 5, 7), 2, "607080", "11223344", "Breakthrough", "Members May"
)
LEAST = tuple(map(Column, (PayFact.SORT_CODE, PayFact.ACCOUNT_NUMBER, PayFact.AMOUNT)))


def layout(*more, **kept):
    return Layout("Ours", (*LEAST, *more), **kept)


def text(wanted, *payments, facts=FACTS):
    return write(wanted, payments or (ANN,), facts).decode(wanted.letters.codec)


def refused(wanted, said, *payments, field="payments", facts=FACTS):
    with pytest.raises(UserError, match=said) as found:
        write(wanted, payments, facts)
    assert found.value.field == field


def test_unity_reads_five_columns_without_headings():
    assert text(unity(), ANN, BO) == (
        "010203,00123456,Ann Lee,12.50,DDRG 12\r\n089999,66374958,Bo O’Shea,75.05,DDRG 13\r\n"
    )


def test_lloyds_reads_a_header_a_debit_credits_and_a_trailer():
    assert text(lloyds(), ANN, BO) == (
        "H,20260507,2\r\n"
        "D,20260509,MEMBERS MAY,607080-11223344\r\n"
        "C,010203,00123456,ANN LEE,12.50,DDRG 12\r\n"
        "C,089999,66374958,BO OSHEA,75.05,DDRG 13\r\n"
        "T\r\n"
    )


def test_plain_bacs_has_the_account_code_and_the_transaction_code():
    assert text(bacs()) == "ANN LEE,DDRG 12,010203,00123456,12.50,0,99\r\n"


def test_paygate_reads_the_paying_account_on_every_row():
    assert text(paygate()) == (
        "010203,00123456,ANN LEE,12.50,99,607080,11223344,BREAKTHROUGH,DDRG 12,09/05/2026\r\n"
    )


def test_paid_reads_headings_and_pence():
    assert text(paid()) == (
        "Account Name,Account Number,Sort Code,Amount,Currency,Reference,Payment Date,"
        "Optimise Clearing\r\n"
        "Ann Lee,00123456,010203,1250,GBP,DDRG 12,2026-05-09,False\r\n"
    )


def test_a_bank_may_want_a_row_with_the_count_and_the_total():
    """As solicitors' banks do: PAYMENT, HEADER, the day, a reference, a number."""
    header = (
        Column(PayFact.FIXED, text="PAYMENT"), Column(PayFact.FIXED, text="HEADER"),
        Column(PayFact.PAYMENT_DATE), Column(PayFact.OWN_REFERENCE, is_upper=True),
        Column(PayFact.SEQUENCE),
    )  # fmt: skip
    footer = (Column(PayFact.COUNT), Column(PayFact.TOTAL), Column(PayFact.EMPTY))
    wanted = layout(before=(header,), after=(footer,), dates=DateForm.DAY_FIRST)
    assert text(wanted, ANN, BO).splitlines() == [
        "PAYMENT,HEADER,09052026,MEMBERS MAY,2",
        "010203,00123456,12.50", "089999,66374958,75.05",
        "2,87.55,",
    ]  # fmt: skip


def test_sort_codes_have_dashes_where_the_bank_wants_them():
    wanted = layout(Column(PayFact.OWN_SORT_CODE), Column(PayFact.OWN_ACCOUNT), has_dashes=True)
    assert text(wanted) == "01-02-03,00123456,12.50,60-70-80,60-70-80-11223344\r\n"


@pytest.mark.parametrize(
    ("kept", "row"),
    [
        ({}, 'Lee; "Ann", and Bo'),
        ({"quoting": Quoting.ALWAYS}, 'Lee; "Ann", and Bo'),
        ({"separator": Separator.SEMICOLON}, 'Lee; "Ann", and Bo'),
        ({"separator": Separator.TAB, "quoting": Quoting.NEVER}, "Lee; Ann, and Bo"),
        ({"separator": Separator.SEMICOLON, "quoting": Quoting.NEVER}, "Lee Ann, and Bo"),
    ],
)
def test_signs_in_a_name_do_not_end_its_column(kept, row):
    wanted = layout(Column(PayFact.ACCOUNT_NAME), **kept)
    said = text(wanted, replace(ANN, account_name=row))
    reading = csv.QUOTE_NONE if wanted.quoting is Quoting.NEVER else csv.QUOTE_MINIMAL
    rows = csv.reader(io.StringIO(said), delimiter=wanted.separator.sign, quoting=reading)
    assert list(rows) == [["010203", "00123456", "12.50", row]]
    assert (said[0] == '"') is (wanted.quoting is Quoting.ALWAYS)


@pytest.mark.parametrize("name", ['Ann "Bo" Lee', "Lee, Ann"])
def test_without_quotation_marks_a_sign_that_ends_a_column_is_refused(name):
    wanted = layout(Column(PayFact.ACCOUNT_NAME), quoting=Quoting.NEVER)
    refused(wanted, "has a sign in it that ends a column", replace(ANN, account_name=name))


def test_lines_end_as_the_bank_wants_them():
    assert text(layout(line_end=LineEnd.LF), ANN, ANN).count("\n") == 2
    assert "\r" not in text(layout(line_end=LineEnd.LF))


def test_the_letters_of_the_file_are_those_of_its_layout():
    name = Column(PayFact.ACCOUNT_NAME)
    welsh = replace(ANN, account_name="Siân Ŵyn")
    assert b"Si\xc3\xa2n \xc5\xb4yn" in write(layout(name), [welsh], FACTS)
    marked = write(layout(name, letters=Letters.UTF_8_BOM), [welsh], FACTS)
    assert marked.startswith(b"\xef\xbb\xbf0")
    assert b"Si\xe2n Wyn" in write(layout(name, letters=Letters.WINDOWS), [welsh], FACTS)
    assert b"SIAN WYN" in write(layout(name, letters=Letters.BACS), [welsh], FACTS)


def test_capitals_are_made_before_letters_are_chosen():
    wanted = layout(Column(PayFact.ACCOUNT_NAME, is_upper=True), letters=Letters.WINDOWS)
    assert text(wanted, replace(ANN, account_name="Jürgen Strauß")).endswith("JÜRGEN STRAUSS\r\n")
    refused(wanted, "which this file cannot carry", replace(ANN, account_name="µ"))


def test_a_name_in_other_letters_is_refused_and_the_payee_named():
    said = "The payment to Оля: “account name” has “ОЛЯ”, which this file cannot carry"
    refused(bacs(), said, replace(ANN, account_name="Оля"))


def test_a_name_that_is_too_long_is_refused_and_never_cut_unasked():
    long = replace(ANN, account_name="Annabella Featherstonehaugh")
    refused(bacs(), "“account name” has 27 letters, and 18 fit. Make it shorter, or let", ANN, long)
    cut = text(replace(bacs(), cuts_names=True), long)
    assert cut.startswith("ANNABELLA FEATHERS,")


def test_a_reference_is_never_cut():
    long = replace(ANN, reference="A reference of too many letters")
    refused(replace(unity(), cuts_names=True), "“reference” has 31 letters, and 18 fit", long)


def test_an_amount_that_does_not_fit_is_refused():
    wanted = Layout("Ours", (*LEAST[:2], Column(PayFact.AMOUNT, "Sum", most=4)))
    refused(wanted, "The payment to Ann Lee: “Sum” has 5 letters, and 4 fit", ANN)
    assert text(wanted, replace(ANN, amount=Money(999))) == "010203,00123456,9.99\r\n"


@pytest.mark.parametrize("pence", [0, -1])
def test_nothing_is_not_paid(pence):
    refused(unity(), "there is nothing to pay", replace(ANN, amount=Money(pence)))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"sort_code": "01-02-03"}, "“sort code” must be 6 figures"),
        ({"sort_code": "10203"}, "“sort code” must be 6 figures"),
        ({"account_number": "123456"}, "“account number” must be 8 figures"),
        ({"account_number": "٠٠١٢٣٤٥٦"}, "“account number” must be 8 figures"),
        ({"account_name": "  "}, "The payment to somebody without a name: “account name” is miss"),
    ],
)
def test_bank_details_that_are_not_whole_are_refused_and_never_mended(changed, said):
    refused(unity(), said, replace(ANN, **changed))


def test_a_refusal_never_tells_the_figures():
    with pytest.raises(UserError) as found:
        write(unity(), [replace(ANN, account_number="001234567")], FACTS)
    assert "1234" not in found.value.words
    assert "00123456" not in repr(ANN)
    assert "11223344" not in repr(FACTS)


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\u200b=", " ＝"])
@pytest.mark.parametrize("field", ["account_name", "reference"])
def test_what_a_spreadsheet_would_calculate_is_refused(sign, field):
    said = "begins with a sign that a spreadsheet would calculate from"
    refused(unity(), said, replace(ANN, **{field: f"{sign}HYPERLINK(1)"}))


def test_a_roll_number_is_never_left_out():
    society = replace(ANN, roll_number="X/123-4")
    refused(unity(), "has a roll number, and this layout has no column for it", society)
    assert text(unity(), replace(society, reference="x 1234"))
    wanted = layout(Column(PayFact.ROLL_NUMBER))
    assert text(wanted, society, ANN) == (
        "010203,00123456,12.50,X/123-4\r\n010203,00123456,12.50,\r\n"
    )


def test_nobody_to_pay_makes_no_file():
    refused(unity(), "There is nobody to pay")


def test_more_payments_than_the_bank_takes_are_refused():
    assert len(text(unity(), *[ANN] * 100).splitlines()) == 100
    refused(unity(), "takes 100 payments in a file, and there are 101", *[ANN] * 101)
    one = replace(unity(), most_payments=1)
    refused(one, "takes 1 payment in a file, and there are 2", ANN, BO)


@pytest.mark.parametrize(
    ("field", "empty", "said"),
    [
        ("import_date", None, "Say on which day the file goes to the bank"),
        ("sequence", 0, "Say which file of the day this is"),
        ("own_sort_code", "", "“your own sort code” must be 6 figures"),
        ("own_number", "1122", "“your own account number” must be 8 figures"),
        ("own_name", " ", "“your own account name” is missing"),
        ("own_reference", "", "“reference on your own statement” is missing"),
        ("own_name", "Breakthrough of Manchester", "“your own account name” has 26 letters"),
    ],
)
def test_what_a_layout_asks_of_the_run_must_be_there(field, empty, said):
    facts = replace(FACTS, **{field: empty})
    wanted = paygate() if field == "own_name" else lloyds()
    refused(wanted, said, ANN, field=field, facts=facts)


def test_what_a_layout_does_not_ask_of_the_run_may_be_missing():
    assert text(unity(), facts=RunFacts(date(2026, 5, 9))) == text(unity())


payments = st.lists(
    st.builds(
        PayeePayment,
        st.text("Añ Lŵ,\"';&-/", min_size=1).filter(lambda name: name.strip(" ,\"';")),
        st.from_regex(r"[0-9]{6}", fullmatch=True),
        st.from_regex(r"[0-9]{8}", fullmatch=True),
        st.just(""),
        st.integers(1, 99_999_999).map(Money),
        st.text("AB 12", max_size=18),
    ),
    min_size=1,
    max_size=20,
)


@given(st.sampled_from(ready_layouts()), payments)
def test_a_file_is_refused_or_says_every_figure_as_it_was(wanted, paid_):
    wanted = replace(wanted, cuts_names=True)
    try:
        said = write(wanted, paid_, FACTS).decode(wanted.letters.codec)
    except UserError:
        return
    rows = list(csv.reader(io.StringIO(said)))
    first = len(wanted.before) + wanted.has_headings
    facts = [column.fact for column in wanted.columns]
    read = rows[first : first + len(paid_)]
    assert len(rows) == first + len(paid_) + len(wanted.after)
    for row, payment in zip(read, paid_, strict=True):
        found = dict(zip(facts, row, strict=True))
        assert found[PayFact.SORT_CODE] == payment.sort_code
        assert found[PayFact.ACCOUNT_NUMBER] == payment.account_number
        amount = found[PayFact.AMOUNT]
        pence = int(amount) if wanted.is_in_pence else Money.parse(amount, "amount").pence
        assert pence == payment.amount.pence
        assert len(found[PayFact.REFERENCE]) <= 18
