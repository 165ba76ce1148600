"""How each part of a claim is paid: expenses always in money, and anew for who asks each time."""

from dataclasses import replace
from uuid import UUID

import pytest

import builders as b
from alongside.domain.claims import ClaimState
from alongside.domain.money import NOTHING, Money
from alongside.domain.payments import PayMethod, Sum
from alongside.domain.people import PayChoice
from alongside.office import Office
from alongside.services.payment_outcomes import RecordBounced, RecordPaid
from alongside.services.payments import SplitPayment, TakeOut
from alongside.services.people import CorrectPerson
from app.services.paid_claims import approve, approved, make_run

FEE, TAXI = Sum(Money(7500), NOTHING), Sum(NOTHING, Money(920))


def sums(office: Office) -> dict[PayMethod | None, Sum]:
    return {row.method: row.sum for row in office.payments.waiting()}


def state(office: Office) -> ClaimState:
    (claim,) = office.claims.list_()
    return claim.state


def pay(office: Office, run: UUID) -> None:
    ids = tuple(row.id for row in office.payments.find(run).payments)
    office.payment_outcomes.record_paid(RecordPaid(ids, office.now().date()))


def voucher(office: Office, **details: object) -> UUID:
    """Add somebody who chose vouchers, with a draft claim and without bank details."""
    person = b.add_person(office, "Vera Moss", pay_choice=PayChoice.VOUCHER, **details)
    b.add_usual_cost(office, person)
    office.claims.make(b.add_marked_meeting(office, b.add_group(office, person), person))
    return person


# Vouchers


def test_of_who_chose_vouchers_the_fees_are_a_voucher_and_the_expenses_money(office):
    approved(office, pay_choice=PayChoice.VOUCHER)
    assert sums(office) == {PayMethod.VOUCHER: FEE, PayMethod.BANK: TAXI}
    vouchers, bank = make_run(office, PayMethod.VOUCHER), make_run(office)
    assert office.payments.find(vouchers).row.sum == FEE
    assert office.payments.find(bank).row.sum == TAXI
    assert state(office) is ClaimState.IN_RUN
    pay(office, vouchers)
    assert state(office) is ClaimState.IN_RUN
    pay(office, bank)
    assert state(office) is ClaimState.PAID
    assert sums(office) == {}


def test_a_voucher_that_was_given_does_not_wait_for_the_expenses(office):
    approved(office, pay_choice=PayChoice.VOUCHER)
    pay(office, make_run(office, PayMethod.VOUCHER))
    assert state(office) is ClaimState.APPROVED
    assert sums(office) == {PayMethod.BANK: TAXI}


def test_expenses_that_came_back_are_paid_again_and_the_voucher_is_not(office):
    approved(office, pay_choice=PayChoice.VOUCHER)
    pay(office, make_run(office, PayMethod.VOUCHER))
    (row,) = office.payments.find(make_run(office)).payments
    bounced = RecordBounced(row.id, office.now().date(), "account closed")
    office.payment_outcomes.record_bounced(bounced)
    assert sums(office) == {PayMethod.BANK: TAXI}


@pytest.mark.parametrize(("address", "method"), [
    ("1 High Street", PayMethod.CHEQUE), ("", PayMethod.CASH),
])  # fmt: skip
def test_expenses_beside_a_voucher_go_by_cheque_or_in_cash_without_an_account(
    office, address, method
):
    person = voucher(office, address=address)
    assert "fees as a voucher; expenses" in b.claim_of(office, person).how_to_pay
    approve(office, b.issue(office, person))
    assert sums(office) == {PayMethod.VOUCHER: FEE, method: TAXI}


def test_the_form_says_how_each_part_is_paid(office):
    person = voucher(office, address="1 High Street", pay_note="Harbour Stores")
    sheet = office.forms.sheet(b.issue(office, person))
    assert sheet.how_to_pay == (
        "fees as a voucher; expenses by cheque, to the address above: Harbour Stores"
    )
    assert ("Address", "1 High Street") in [(f.name, f.value) for f in sheet.person_facts]


def test_expenses_in_kind_without_an_account_are_paid_in_cash(office):
    person = b.add_person(office, pay_choice=PayChoice.IN_KIND)
    b.add_usual_cost(office, person)
    office.claims.make(b.add_marked_meeting(office, b.add_group(office, person), person))
    assert b.claim_of(office, person).how_to_pay == "fees in kind; expenses in cash, signed for"
    approve(office, b.issue(office, person))
    assert sums(office) == {PayMethod.CASH: TAXI}


def test_a_part_that_waits_in_one_run_is_never_in_a_second(office):
    person = approved(office, pay_choice=PayChoice.VOUCHER)
    vouchers = make_run(office, PayMethod.VOUCHER)
    details = office.people.find(person)
    office.people.correct(CorrectPerson(person, replace(details, pay_choice=PayChoice.BANK)))
    assert sums(office) == {PayMethod.BANK: TAXI}
    payment = office.payments.find(vouchers).payments[0]
    office.payments.split(SplitPayment(payment.id, Money(5000), NOTHING))
    assert sums(office) == {PayMethod.BANK: TAXI}
    office.payments.take_out(TakeOut((payment.id,)))
    assert sums(office) == {PayMethod.BANK: Sum(Money(7500), Money(920))}
