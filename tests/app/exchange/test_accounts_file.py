"""An accounts program books each fee and each expense by itself, and learns nothing else."""

import csv
import io
from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.domain.accounts import AccountLine, SageChoices, SageType, XeroChoices
from alongside.domain.bank_layout import DateForm
from alongside.domain.errors import UserError
from alongside.domain.money import Money
from alongside.exchange.accounts_file import SAGE_COLUMNS, XERO_COLUMNS, write_sage, write_xero

FEE = AccountLine(
    "C-0012", date(2026, 5, 11), date(2026, 5, 25), "M017", "Ann Lee", True,
    date(2026, 5, 9), Money(7500), "5010", "Transport group", "TfGM", 3,
)  # fmt: skip
FARE = replace(FEE, is_fee=False, amount=Money(1240), account_code="7400")
XERO, SAGE = XeroChoices(), SageChoices()


def xero(*lines, choices=XERO):
    return list(csv.DictReader(io.StringIO(write_xero(lines, choices).decode("utf-8"), newline="")))


def sage(*lines, choices=SAGE):
    said = write_sage(lines, choices).decode("cp1252")
    return list(csv.DictReader(io.StringIO(said, newline=""), SAGE_COLUMNS))[choices.has_headings :]


def refused(write, said, *lines, choices, field="lines"):
    with pytest.raises(UserError, match=said) as found:
        write(lines, choices)
    assert found.value.field == field


def test_xero_reads_a_bill_with_a_line_for_the_fee_and_one_for_expenses():
    fee, fare = xero(FEE, FARE)
    assert {heading: said for heading, said in fee.items() if said} == {
        "*ContactName": "M017", "*InvoiceNumber": "C-0012", "*InvoiceDate": "11/05/2026",
        "*DueDate": "25/05/2026", "Description": "Fee, Transport group, 9 May 2026",
        "*Quantity": "1", "*UnitAmount": "75.00", "*AccountCode": "5010", "*TaxType": "No VAT",
        "Currency": "GBP",
    }  # fmt: skip
    assert (fare["Description"], fare["*UnitAmount"], fare["*AccountCode"]) == (
        "Expenses, Transport group, 9 May 2026", "12.40", "7400",
    )  # fmt: skip


def test_xero_reads_its_own_headings_first():
    first = write_xero([FEE], XERO).decode().splitlines()[0]
    assert first == ",".join(XERO_COLUMNS)
    assert first.startswith("*ContactName,EmailAddress,POAddressLine1")
    assert len(XERO_COLUMNS) == 26


def test_groups_and_budgets_are_tracked_where_xero_has_categories_for_them():
    choices = XeroChoices(group_tracking="Group", budget_tracking="Funder")
    (row,) = xero(FEE, choices=choices)
    assert [row[f"Tracking{part}"] for part in ("Name1", "Option1", "Name2", "Option2")] == [
        "Group", "Transport group", "Funder", "TfGM",
    ]  # fmt: skip
    (row,) = xero(replace(FEE, group=""), choices=choices)
    assert (row["TrackingName1"], row["TrackingOption1"]) == ("", "")


@pytest.mark.parametrize("write", [write_xero, write_sage])
def test_the_name_is_told_only_where_that_was_chosen(write):
    choices = XERO if write is write_xero else SAGE
    assert b"Ann" not in write([FEE, FARE], choices)
    assert b"Ann Lee" in write([FEE, FARE], replace(choices, tells_names=True))


def test_a_line_has_no_place_for_what_support_somebody_has():
    """Only these words go into a ledger, and none of them is typed for a line."""
    typed = {part.name for part in fields(AccountLine) if part.type in (str, "str")}
    assert typed == {
        "claim_number", "member_reference", "member_name", "account_code", "group", "budget",
    }  # fmt: skip


def test_sage_reads_its_columns_in_order():
    assert write_sage([FEE, FARE], replace(SAGE, has_headings=False)).decode() == (
        'PI,M017,5010,3,11/05/2026,C-0012,"Fee, Transport group, 9 May 2026",75.00,T9,0.00,,,,,\r\n'
        'PI,M017,7400,3,11/05/2026,C-0012,"Expenses, Transport group, 9 May 2026",12.40,T9,0.00,'
        ",,,,\r\n"
    )


def test_sage_may_have_headings_and_days_in_another_form():
    said = write_sage([FEE], replace(SAGE, dates=DateForm.DAY_FIRST)).decode()
    assert said.startswith("Type,Account Reference,Nominal A/C Ref,Department Code,Date,")
    assert ",11052026," in said


@pytest.mark.parametrize("kind", [SageType.BANK_PAYMENT, SageType.CASH_PAYMENT])
def test_a_payment_in_sage_is_made_from_the_bank_account(kind):
    choices = SageChoices(kind, "1200")
    (row,) = sage(FEE, choices=choices)
    assert (row["Type"], row["Account Reference"]) == (kind.value, "1200")
    assert row["Extra Reference"] == "M017"
    refused(write_sage, "Say which nominal account", FEE,
            choices=SageChoices(kind), field="bank_account")  # fmt: skip


def test_details_that_are_too_long_for_sage_are_cut():
    (row,) = sage(replace(FEE, group="A group with a name that is rather long, as names are"))
    assert row["Details"] == "Fee, A group with a name that is rather long, as names are,"


def test_sage_keeps_accents_that_windows_has():
    (row,) = sage(replace(FEE, group="Grŵp Môn"))
    assert row["Details"] == "Fee, Grwp Môn, 9 May 2026"
    refused(write_sage, "has “Оля”", replace(FEE, group="Оля"), choices=SAGE)


@pytest.mark.parametrize(
    ("write", "changed", "said"),
    [
        (write_sage, {"member_reference": "MEMBER017"}, "“MEMBER017” is too long for “Account Ref"),
        (write_sage, {"member_reference": ""}, "Claim C-0012 has no “Account Reference”"),
        (write_sage, {"claim_number": "C" * 31}, "too long for “Reference” in Sage"),
        (write_sage, {"account_code": " "}, "Claim C-0012 has no “Nominal A/C Ref”"),
        (write_xero, {"member_reference": ""}, "Claim C-0012 has no “ContactName”"),
        (write_xero, {"account_code": ""}, "Claim C-0012 has no “AccountCode”"),
        (write_xero, {"claim_number": ""}, "has no “InvoiceNumber”"),
        (write_xero, {"amount": Money(-1)}, "less than nothing"),
        (write_sage, {"amount": Money(-1)}, "less than nothing"),
        (write_sage, {"amount": Money(0)}, "nothing to book"),
    ],
)
def test_what_the_program_would_not_read_is_refused(write, changed, said):
    choices = XERO if write is write_xero else SAGE
    refused(write, said, replace(FEE, **changed), choices=choices)


def test_lines_of_nothing_are_left_out():
    assert len(xero(FEE, replace(FARE, amount=Money(0)))) == 1


def test_a_claim_number_that_stands_for_two_people_is_refused():
    refused(write_xero, "C-0012 stands here for two people", FEE,
            replace(FARE, member_reference="M018"), choices=XERO)  # fmt: skip


def test_xero_takes_500_claims_at_once():
    lines = [replace(FEE, claim_number=f"C{number}") for number in range(501)]
    assert len(xero(*lines[:500])) == 500
    refused(write_xero, "takes 500 claims in a file, and there are 501", *lines, choices=XERO)


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\u200b=", "＝"])
def test_nothing_in_the_file_is_calculated(sign):
    typed = f"{sign}HYPERLINK(1)"
    (row,) = xero(replace(FEE, member_reference=typed, group=typed),
                  choices=XeroChoices(group_tracking="Group"))  # fmt: skip
    assert row["*ContactName"] == f"'{typed}"
    assert row["TrackingOption1"] == f"'{typed}"


lines = st.lists(
    st.builds(
        replace,
        st.just(FEE),
        is_fee=st.booleans(),
        amount=st.integers(0, 99_999_999).map(Money),
        claim_number=st.sampled_from(["C-1", "C-2", "C-3"]),
        group=st.text("Añ,\"'= \n", max_size=12),
    ),
    max_size=30,
).filter(lambda each: any(line.amount for line in each))


@given(lines)
def test_every_line_is_booked_by_itself_to_the_penny(lines):
    wanted = [line.amount for line in lines if line.amount]
    booked = [Money.parse(row["*UnitAmount"], "amount") for row in xero(*lines)]
    assert booked == wanted
    assert [Money.parse(row["Net Amount"], "amount") for row in sage(*lines)] == wanted
