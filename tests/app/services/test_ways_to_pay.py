"""How each part of a claim is paid: expenses always in money, and anew for who asks each time."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

import builders as b
from alongside.domain.claims import Category, ClaimState
from alongside.domain.errors import UserError
from alongside.domain.meetings import State
from alongside.domain.money import NOTHING, Money
from alongside.domain.payments import PayMethod, Sum
from alongside.domain.people import PayChoice
from alongside.office import Office
from alongside.services.claims import WithdrawClaim
from alongside.services.pay_answers import PayThisTime
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


# Ask me each time


@pytest.fixture
def ash(office):
    """Somebody who wants to be asked, as does the assistant who is paid for their support."""
    ash = b.add_person(office, "Ash Reed", pay_choice=PayChoice.ASK)
    jo = b.add_person(office, "Jo Hart")
    b.add_usual_cost(office, ash)
    b.add_usual_cost(office, ash, Category.SUPPORT_WORKER, rate=Money(1350), payee_id=jo)
    office.claims.make(b.add_marked_meeting(office, b.add_group(office, ash), ash))
    return ash


def test_who_asks_each_time_is_paid_as_they_say_for_this_claim(office, ash, check_undo):
    claim = approve(office, b.issue(office, ash))
    (asked,) = office.payments.waiting()
    assert (asked.method, asked.names) == (None, "Ash Reed, Jo Hart")
    me, jo = office.pay_answers.list_for(claim)
    assert [(row.person, row.choice, row.method) for row in (me, jo)] == [
        ("Ash Reed", "ask me each time", None), ("Jo Hart", "ask me each time", None)
    ]  # fmt: skip
    request = PayThisTime(claim, {me.id: PayMethod.CASH, jo.id: PayMethod.BANK})
    check_undo(lambda: office.pay_answers.record(request))
    assert sums(office) == {
        PayMethod.BANK: Sum(NOTHING, Money(3375)), PayMethod.CASH: Sum(Money(7500), Money(920))
    }  # fmt: skip
    assert office.people.find(ash).pay_choice is PayChoice.ASK
    cash = make_run(office, PayMethod.CASH)
    assert [row.words for row in office.payment_warnings.list_for(cash)] == []
    with pytest.raises(UserError, match="Take it out of the run first"):
        office.pay_answers.record(PayThisTime(claim, {ash: None}))


def test_what_was_said_before_the_claim_is_issued_stands_on_the_form(office, ash):
    draft = b.claim_of(office, ash)
    assert draft.how_to_pay.startswith("to be asked")
    change = office.pay_answers.record(PayThisTime(draft.row.id, {ash: PayMethod.CASH}))
    assert change.words == "Claim 2026-0001: Ash Reed is paid by cash this time"
    assert office.forms.sheet(b.issue(office, ash)).how_to_pay == "in cash, signed for"


def test_a_claim_drafted_anew_is_paid_as_was_said(office, ash):
    claim = b.issue(office, ash)
    office.pay_answers.record(PayThisTime(claim, {ash: PayMethod.VOUCHER}))
    anew = office.claims.withdraw(WithdrawClaim(claim, "wrong fare")).id
    assert office.pay_answers.list_for(anew)[0].method is PayMethod.VOUCHER
    assert office.claims.find(anew).how_to_pay == "fees as a voucher; expenses in cash, signed for"
    office.pay_answers.record(PayThisTime(anew, {ash: None}))
    assert office.claims.find(anew).how_to_pay.startswith("to be asked")


def test_a_draft_goes_with_what_was_said_of_it(office, ash):
    draft = b.claim_of(office, ash).row
    office.pay_answers.record(PayThisTime(draft.id, {ash: PayMethod.CASH}))
    (meeting,) = office.meetings.list_()
    b.mark(office, meeting.id, ash, State.CANCELLED_LATE, cancelled_on=date(2026, 4, 1))
    office.claims.make(meeting.id)
    assert office.claims.list_() == []


def test_nobody_else_is_paid_for_a_claim_and_none_that_is_over(office, ash):
    claim = b.issue(office, ash)
    with pytest.raises(UserError, match="not paid for this claim"):
        office.pay_answers.record(PayThisTime(claim, {b.add_person(office): PayMethod.CASH}))
    office.claims.withdraw(WithdrawClaim(claim, "wrong fare"))
    with pytest.raises(UserError, match="is withdrawn"):
        office.pay_answers.record(PayThisTime(claim, {ash: PayMethod.CASH}))
