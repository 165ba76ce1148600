"""A run in the accounts: fees and expenses apart, people by their number, and to the penny."""

import csv
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

import builders as b
from alongside.domain.accounts import Program
from alongside.domain.errors import UserError
from alongside.domain.money import Money
from alongside.domain.payments import PayMethod
from alongside.domain.people import PayChoice
from alongside.office import Office
from alongside.services.accounts_files import AccountsSetUp, SaveAccountsFile
from alongside.services.approvals import AgreeClaims, ApproveClaims
from alongside.services.payment_outcomes import RecordBounced, RecordPart
from alongside.services.payments import MakeRun, VoidRun
from alongside.services.people import CorrectPerson

XERO = AccountsSetUp(fee_account="401", expense_account="420", group_tracking="Group")
SAGE = AccountsSetUp(Program.SAGE_BANK, "7001", "7400", bank_account="1200")


@pytest.fixture
def people(office: Office) -> list[UUID]:
    """Ann is owed £75.00 and a taxi for £9.20, Bo £75.00."""
    ann = b.add_person(office, "Ann Lee", pay_choice=PayChoice.BANK)
    bo = b.add_person(office, "Bo Larsen", pay_choice=PayChoice.BANK)
    b.add_usual_cost(office, ann)
    return [ann, bo]


@pytest.fixture
def run(office: Office, people: list[UUID]) -> UUID:
    office.claims.make(b.add_marked_meeting(office, b.add_group(office, *people), *people))
    for person in people:
        claim = b.issue(office, person)
        office.approvals.agree(AgreeClaims((claim,)))
        office.approvals.approve(ApproveClaims((claim,), exception="alone today"))
    day = office.now().date() + timedelta(days=3)
    made = office.payments.make(MakeRun(PayMethod.BANK, day)).id
    assert made is not None
    return made


def saved(office: Office, run: UUID, set_up: AccountsSetUp, place: Path) -> list[dict[str, str]]:
    office.accounts_files.save(SaveAccountsFile(run, set_up, place))
    return list(csv.DictReader(place.read_text(encoding="cp1252").splitlines()))


def test_each_claim_is_a_bill_with_its_fee_and_its_expenses_in_accounts_of_their_own(
    office, run, tmp_path
):
    rows = saved(office, run, XERO, tmp_path / "x.csv")
    assert [
        (r["*ContactName"], r["*InvoiceNumber"], r["*AccountCode"], r["*UnitAmount"]) for r in rows
    ] == [
        ("M0001", "2026-0001", "401", "75.00"), ("M0001", "2026-0001", "420", "9.20"),
        ("M0002", "2026-0002", "401", "75.00"),
    ]  # fmt: skip
    assert {row["*TaxType"] for row in rows} == {"No VAT"}
    assert {row["*DueDate"] for row in rows} == {"15/05/2026"}


def test_no_name_and_no_cost_is_told_unless_names_are_wanted(office, run, tmp_path):
    place = tmp_path / "x.csv"
    saved(office, run, XERO, place)
    said = place.read_text(encoding="utf-8").casefold()
    assert not [word for word in ("ann", "larsen", "taxi") if word in said]
    saved(office, run, replace(XERO, tells_names=True), place)
    assert "Ann Lee" in place.read_text(encoding="utf-8")


def test_who_has_no_number_gets_the_next_one_and_keeps_it(office, people, run, tmp_path):
    details = office.people.find(people[0])
    office.people.correct(CorrectPerson(people[0], replace(details, reference="M0041")))
    saved(office, run, XERO, tmp_path / "x.csv")
    assert [office.people.find(each).reference for each in people] == ["M0041", "M0042"]


def test_one_number_is_one_person(office, people, run, tmp_path):
    for person in people:
        details = office.people.find(person)
        office.people.correct(CorrectPerson(person, replace(details, reference="7")))
    with pytest.raises(UserError, match="Ann Lee and Bo Larsen have the same number"):
        saved(office, run, XERO, tmp_path / "x.csv")
    assert not (tmp_path / "x.csv").exists()


def test_a_payment_in_sage_is_booked_on_its_day_from_the_account_that_pays(office, run, tmp_path):
    rows = saved(office, run, SAGE, tmp_path / "s.csv")
    assert [(r["Type"], r["Account Reference"], r["Nominal A/C Ref"], r["Date"], r["Net Amount"])
            for r in rows] == [
        ("BP", "1200", "7001", "15/05/2026", "75.00"), ("BP", "1200", "7400", "15/05/2026", "9.20"),
        ("BP", "1200", "7001", "15/05/2026", "75.00"),
    ]  # fmt: skip


def test_what_arrived_in_part_is_booked_and_what_came_back_is_not(office, run, tmp_path):
    ann, bo = sorted(office.payments.find(run).payments, key=lambda row: row.person)
    today = office.now().date()
    office.payment_outcomes.record_part(RecordPart(ann.id, today, Money(5000), Money(920)))
    office.payment_outcomes.record_bounced(RecordBounced(bo.id, today, "account closed"))
    rows = saved(office, run, SAGE, tmp_path / "s.csv")
    assert [row["Net Amount"] for row in rows] == ["50.00", "9.20"]


def test_the_choices_stand_there_the_next_time(office, run, tmp_path):
    assert office.accounts_files.set_up() == AccountsSetUp()
    saved(office, run, XERO, tmp_path / "x.csv")
    assert office.accounts_files.set_up() == XERO
    saved(office, run, SAGE, tmp_path / "s.csv")
    assert office.accounts_files.set_up() == SAGE


@pytest.mark.parametrize(("set_up", "field"), [
    (AccountsSetUp(expense_account="420"), "fee_account"),
    (AccountsSetUp(fee_account="401"), "expense_account"),
    (replace(SAGE, bank_account=""), "bank_account"),
])  # fmt: skip
def test_what_the_program_needs_is_asked_for_and_nothing_is_kept(
    office, people, run, tmp_path, set_up, field
):
    with pytest.raises(UserError) as caught:
        saved(office, run, set_up, tmp_path / "x.csv")
    assert caught.value.field == field
    assert not (tmp_path / "x.csv").exists()
    assert office.people.find(people[0]).reference == ""
    assert office.accounts_files.set_up() == AccountsSetUp()


def test_a_void_run_is_not_booked(office, run, tmp_path):
    office.payments.void(VoidRun(run, "wrong day"))
    with pytest.raises(UserError, match="is void"):
        saved(office, run, XERO, tmp_path / "x.csv")
