"""How each part of a claim is paid: expenses always in money, and anew for who asks each time."""

from dataclasses import replace
from datetime import date, time
from uuid import UUID

import pytest

import builders as b
from alongside.domain.claims import Category, ClaimState, Decision, Handling
from alongside.domain.errors import UserError
from alongside.domain.meetings import Role, State
from alongside.domain.money import NOTHING, Money
from alongside.domain.payments import PayMethod, Sum
from alongside.domain.people import PayChoice
from alongside.domain.years import tax_year_of
from alongside.office import Office
from alongside.services.advances import AdvanceDetails
from alongside.services.attendance import CorrectAttendance
from alongside.services.bank_details import BankAccount
from alongside.services.claims import WithdrawClaim
from alongside.services.gifts import RecordGiven
from alongside.services.organisation import OrganisationDetails
from alongside.services.pay_answers import PayThisTime
from alongside.services.payment_outcomes import RecordBounced, RecordPaid, RecordPart
from alongside.services.payments import MakeRun, SplitPayment, TakeOut, VoidRun
from alongside.services.people import CorrectPerson
from app.services.paid_claims import approve, approved, chosen, make_run

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


# In kind


def test_what_is_chosen_in_kind_is_handed_over_and_marked(office, check_undo):
    fee = chosen(Decision.IN_KIND, in_kind=Money(7500), in_kind_words="a travel pass")
    person = approved(office, fee=fee, refuse_taxi="no receipt")
    (claim,) = office.claims.list_()
    assert office.approvals.steps(claim.id)[-1].words == (
        "paid by Sam: no money was to be paid; what is in kind is to be given by hand"
    )
    (row,) = office.gifts.list_(is_open_only=True)
    assert row.words == "to be given: a travel pass worth £75.00 to Ann Lee"
    check_undo(lambda: office.gifts.record(RecordGiven((row.id,), office.now().date())))
    assert office.gifts.list_(is_open_only=True) == []
    assert office.gifts.list_()[0].words == "given: a travel pass worth £75.00 to Ann Lee"
    assert office.people.find(person).name == "Ann Lee"


def test_what_is_in_kind_counts_in_the_limits_that_people_set(office, clock):
    fee = chosen(Decision.IN_KIND, in_kind=Money(7500), in_kind_words="a travel pass")
    person = approved(office, fee=fee, most_week=Money(10000))
    approved(office, person=person)
    said = [row.words for row in office.payment_warnings.list_for(make_run(office))]
    assert any("Fees of £150.00" in words and "day of the activity" in words for words in said)
    assert not any("day of payment" in words for words in said)
    (row,) = office.gifts.list_()
    office.gifts.record(RecordGiven((row.id,), office.now().date()))
    run = office.payments.list_()[0].id
    said = [row.words for row in office.payment_warnings.list_for(run)]
    assert any("Fees of £150.00" in words and "day of payment" in words for words in said)


def test_who_wants_at_most_so_much_each_time_gets_it_for_all_fees_of_a_meeting(office):
    person = b.add_person(office, pay_choice=PayChoice.LESS, pay_at_most=Money(8000))
    group = b.add_group(office, person)
    meeting = b.add_meeting(office, group)
    b.mark(office, meeting, person)
    line = b.line_of(office, meeting, person)
    office.attendance.correct(
        CorrectAttendance(line, State.ATTENDED, Role.MEMBER, preparation_minutes=60)
    )
    office.claims.make(meeting)
    fees = b.claim_of(office, person).fees
    assert [(line.offered, line.amount) for line in fees] == [
        (Money(7500), Money(7500)), (Money(1000), Money(500))
    ]  # fmt: skip
    office.claims.make(meeting)
    assert b.claim_of(office, person).row.fees == Money(8000)


# New bank details


def bank_details(office: Office, person: UUID) -> str:
    account = BankAccount(person, "A Lee", "010203", "87654321", reason="a new account")
    return office.bank_details.correct(account).words


def test_bank_details_that_changed_after_approval_are_pointed_out_before_a_run_is_sent(
    office, clock
):
    person = approved(office)
    assert [r.words for r in office.payment_warnings.list_for(make_run(office))] == []
    office.payments.void(VoidRun(office.payments.list_()[0].id, "made by mistake"))
    clock.set(date(2026, 5, 12), time(17))
    assert bank_details(office, person) == (
        "Bank details of Ann Lee changed. 1 approved claim waits to be paid there: look at it "
        "before it is sent"
    )
    (row,) = office.payment_warnings.list_for(make_run(office))
    assert row.words == (
        "Their bank details changed on 12 May 2026, after claim 2026-0001 was approved. Ask them "
        "whether that is right, in a way that you know, before it is sent."
    )


def test_where_a_change_of_bank_details_asks_for_two_people_the_run_says_so(office, clock):
    details = OrganisationDetails("Riverside Network", second_after_days=30)
    office.organisation.correct(details)
    person = b.add_person(office, pay_choice=PayChoice.BANK)
    office.claims.make(b.add_marked_meeting(office, b.add_group(office, person), person))
    approve(office, b.issue(office, person))
    clock.set(date(2026, 5, 13))
    assert "1 approved claim waits" in bank_details(office, person)
    rows = office.payment_warnings.list_for(make_run(office))
    first, second = (row for row in rows if row.person_id)  # another is about the day
    assert "after claim 2026-0001 was approved" in first.words
    assert second.words.endswith("Somebody else has to look at it.")


@pytest.mark.parametrize(("is_new", "words"), [
    (False, "have not changed since"), (True, "changed since: make sure"),
])  # fmt: skip
def test_after_a_payment_came_back_the_next_run_says_so(office, clock, is_new, words):
    person = approved(office)
    (row,) = office.payments.find(make_run(office)).payments
    clock.set(date(2026, 5, 13))
    bounced = RecordBounced(row.id, office.now().date(), "no such account")
    office.payment_outcomes.record_bounced(bounced)
    clock.set(date(2026, 5, 14))
    if is_new:
        bank_details(office, person)
    said = [row.words for row in office.payment_warnings.list_for(make_run(office))]
    assert "came back on 13 May 2026: no such account" in said[-1]
    assert words in said[-1]


# What became of it


def test_a_payment_paid_in_part_can_come_back(office):
    approved(office)
    (row,) = office.payments.find(make_run(office)).payments
    today = office.now().date()
    part = RecordPart(row.id, today, Money(5000), NOTHING)
    office.payment_outcomes.record_part(part)
    office.payment_outcomes.record_bounced(RecordBounced(row.id, today, "no such account"))
    assert sums(office) == {PayMethod.BANK: Sum(Money(7500), Money(920))}


def test_a_day_of_payment_long_before_the_run_is_a_slip(office):
    approved(office)
    (row,) = office.payments.find(make_run(office)).payments
    with pytest.raises(UserError, match="more than a year before") as refused:
        office.payment_outcomes.record_paid(RecordPaid((row.id,), date(2006, 5, 12)))
    assert refused.value.field == "day"
    office.payment_outcomes.record_paid(RecordPaid((row.id,), b.MAY_9))


@pytest.mark.parametrize(("day", "words"), [
    (date(2026, 5, 16), "Saturday 16 May 2026"), (date(2026, 5, 25), "Monday 25 May 2026"),
    (date(2026, 5, 15), ""),
])  # fmt: skip
def test_a_bank_pays_on_no_weekend_and_no_bank_holiday_and_the_run_says_so(office, day, words):
    approved(office)
    run = office.payments.make(MakeRun(PayMethod.BANK, day)).id
    said = [row.words for row in office.payment_warnings.list_for(run)]
    assert [words in each and "no working day" in each for each in said] == [True] * bool(words)


def test_a_run_whose_day_is_over_says_so_until_it_is_sent(office, clock):
    approved(office)
    run = make_run(office, days=1)
    clock.set(date(2026, 5, 14))
    assert [row.words for row in office.payment_warnings.list_for(run)] == [
        "The day of payment, Wednesday 13 May 2026, is over."
    ]
    pay(office, run)
    assert office.payment_warnings.list_for(run) == []


def test_what_cannot_be_undone_any_more_is_said_in_a_sentence(office):
    approved(office)
    (row,) = office.payments.find(make_run(office)).payments
    office.payments.take_out(TakeOut((row.id,)))
    sitting, office.store.sitting = office.store.sitting, "another sitting"
    make_run(office)
    office.store.sitting = sitting
    with pytest.raises(UserError, match="“Ann Lee taken out of the run” cannot be taken back"):
        office.history.undo()
    assert office.payments.list_()[0].sum == Sum(Money(7500), Money(920))


def test_what_was_spent_above_an_advance_is_in_both_parts_of_the_statement(office):
    person = b.add_person(office, pay_choice=PayChoice.BANK)
    b.add_usual_cost(office, person, amount=Money(920), handling=Handling.ADVANCED)
    meeting = b.add_marked_meeting(office, b.add_group(office, person), person)
    office.advances.add(AdvanceDetails(person, meeting, b.MAY_9, Money(270), "Sam"))
    office.claims.make(meeting)
    approve(office, b.issue(office, person))
    pay(office, make_run(office))
    sheet = office.statements.sheet(person, tax_year_of(office.now().date()))
    assert sheet.by_payment.total == sheet.by_activity.total == Sum(Money(7500), Money(650))
    assert "spent above the cash advance" in sheet.by_activity.expenses[0].words


def test_a_note_about_pay_is_no_charity(office):
    note = "Never before 10 am please"
    person = b.add_person(
        office, pay_choice=PayChoice.DONATION, pay_instead="Harbour Trust", pay_note=note
    )
    office.claims.make(b.add_marked_meeting(office, b.add_group(office, person), person))
    record = b.claim_of(office, person)
    assert record.fees[0].details.given_to == "Harbour Trust"
    assert record.how_to_pay.endswith("fees given away: Harbour Trust: Never before 10 am please")
    other = b.add_person(office, "Bo Larsen", pay_choice=PayChoice.IN_KIND, pay_note=note)
    group = b.add_group(office, other, name="Another group")
    office.claims.make(b.add_marked_meeting(office, group, other))
    assert b.claim_of(office, other).fees[0].details.in_kind_words == ""


def test_a_fee_that_was_declined_stands_apart_in_the_yearly_statement(office):
    person = approved(office, fee=chosen(Decision.DECLINE))
    sheet = office.statements.sheet(person, tax_year_of(office.now().date()))
    assert sheet.by_activity.total == Sum(NOTHING, Money(920))
    (up,) = sheet.given_up
    assert (up.amount, sheet.given_up_total) == ("£75.00", "£75.00")
    assert sheet.given_total == "£0.00"


def test_of_a_smaller_fee_only_the_rest_was_given_up(office):
    person = approved(office, fee=chosen(Decision.LESS, 4000, given=Money(2000)))
    sheet = office.statements.sheet(person, tax_year_of(office.now().date()))
    assert sheet.given_up_total == "£15.00"
