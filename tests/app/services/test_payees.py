"""Money goes to whom it is for, and when: a personal assistant, a charity, a day that was asked."""

from datetime import timedelta

import paid_claims
import pytest

import builders as b
from alongside.domain.claims import Category, ClaimState, Decision
from alongside.domain.errors import UserError
from alongside.domain.money import NOTHING, Money
from alongside.domain.payments import PayMethod, Sum
from alongside.domain.people import PayChoice
from alongside.domain.years import tax_year_of
from alongside.office import Office
from alongside.services.approvals import AgreeClaims, ApproveClaims
from alongside.services.claim_lines import CorrectLine
from alongside.services.claims import PayLater, WithdrawClaim
from alongside.services.gifts import RecordGiven
from alongside.services.line_rows import LineDetails
from alongside.services.payment_outcomes import RecordBounced, RecordPaid, RecordPart
from alongside.services.payments import MakeRun, TakeOut
from alongside.services.people import CorrectPerson, PersonDetails

SUPPORT = Category.SUPPORT_WORKER


def approve(office: Office, person):
    return paid_claims.approve(office, b.issue(office, person))


def make_run(office: Office, method=PayMethod.BANK, days: int = 3):
    return office.payments.find(paid_claims.make_run(office, method, days))


def state(office: Office, claim) -> ClaimState:
    return office.claims.find(claim).row.state


def pay(office: Office, payment) -> None:
    office.payment_outcomes.record_paid(RecordPaid((payment.id,), office.now().date()))


@pytest.fixture
def jo(office):
    person = b.add_person(office, "Jo Hart", pay_choice=PayChoice.BANK)
    b.add_bank_details(office, person, "12345678")
    return person


@pytest.fixture
def ann(office, jo):
    person = b.add_person(office, "Ann Lee", pay_choice=PayChoice.BANK)
    b.add_bank_details(office, person)
    b.add_usual_cost(office, person)
    b.add_usual_cost(
        office, person, SUPPORT, words="help with eating", rate=Money(1350), payee_id=jo
    )
    return person


@pytest.fixture
def claim(office, ann):
    """Ann's approved claim: a fee of £75.00, a taxi for £9.20, and £33.75 that are Jo's."""
    office.claims.make(b.add_marked_meeting(office, b.add_group(office, ann), ann))
    return approve(office, ann)


def test_a_line_for_somebody_else_is_a_payment_of_its_own(office, claim, jo):
    run = make_run(office)
    assert [(row.person, row.claimant, row.due, row.goes_to) for row in run.payments] == [
        ("Ann Lee", "", Sum(Money(7500), Money(920)), "account ending ••34"),
        ("Jo Hart", "Ann Lee", Sum(NOTHING, Money(3375)), "account ending ••78"),
    ]
    assert run.row.sum == Sum(Money(7500), Money(4295))


def test_what_goes_to_a_payee_is_not_in_the_totals_of_the_claimant(office, claim):
    record = office.claims.find(claim)
    assert (record.row.expenses, record.expenses_otherwise) == (Money(920), Money(3375))
    assert record.expenses[1].handled == "paid to Jo Hart"
    (row,) = office.claims.list_()
    assert row.expenses == Money(920)
    sheet = office.forms.sheet(claim)
    assert sheet.expenses_to_pay == Money(920)
    assert sheet.met_otherwise == (("paid to Jo Hart", Money(3375)),)


def test_a_claim_is_paid_when_all_its_payments_are(office, claim):
    run = make_run(office)
    pay(office, run.payments[0])
    assert state(office, claim) is ClaimState.IN_RUN
    pay(office, run.payments[1])
    assert state(office, claim) is ClaimState.PAID
    assert office.payments.waiting() == []


def test_a_payee_is_paid_in_the_way_they_chose(office, claim, jo):
    office.people.correct(
        CorrectPerson(jo, PersonDetails("Jo Hart", pay_choice=PayChoice.CHEQUE))
    )  # fmt: skip
    bank, cheque = make_run(office), make_run(office, PayMethod.CHEQUE)
    assert [row.person for row in bank.payments] == ["Ann Lee"]
    assert [row.person for row in cheque.payments] == ["Jo Hart"]
    assert state(office, claim) is ClaimState.IN_RUN


def test_what_came_back_of_a_payee_is_paid_again_to_them_alone(office, claim):
    run = make_run(office)
    for row in run.payments:
        pay(office, row)
    office.payment_outcomes.record_bounced(
        RecordBounced(run.payments[1].id, office.now().date(), "account closed")
    )
    assert state(office, claim) is ClaimState.APPROVED
    assert [(r.person, r.due) for r in make_run(office).payments] == [
        ("Jo Hart", Sum(NOTHING, Money(3375)))
    ]


def test_taken_out_or_paid_in_part_a_payee_waits_for_the_rest(office, claim):
    run = make_run(office)
    office.payments.take_out(TakeOut((run.payments[1].id,)))
    assert state(office, claim) is ClaimState.IN_RUN
    second = make_run(office)
    part = RecordPart(second.payments[0].id, office.now().date(), NOTHING, Money(3000))
    office.payment_outcomes.record_part(part)
    assert make_run(office).row.sum == Sum(NOTHING, Money(375))


def test_a_claim_with_a_payment_in_a_run_cannot_be_taken_back(office, claim):
    run = make_run(office)
    office.payments.take_out(TakeOut((run.payments[0].id,)))
    with pytest.raises(UserError, match="cannot be taken back now"):
        office.claims.withdraw(WithdrawClaim(claim, "x"))


def test_an_advice_to_a_payee_says_the_work_and_not_for_whom(office, claim):
    run = make_run(office)
    ann, jo = office.payment_papers.remittances(run.row.id)
    (paid,) = jo.claims
    assert paid.work == (
        "personal assistant or support worker on 9 May 2026, 2 hours 30 minutes: £33.75",
    )
    assert paid.group == "Transport Design Group"
    assert "Ann" not in str(jo)
    assert "eating" not in str(jo)
    assert any("paid to Jo Hart" in words for words in ann.claims[0].met_otherwise)


def test_a_yearly_statement_of_a_payee_says_what_was_paid_to_them(office, claim, jo, ann):
    for row in make_run(office).payments:
        pay(office, row)
    year = tax_year_of(office.now().date())
    sheet = office.statements.sheet(jo, year)
    assert sheet.by_payment.total == sheet.by_activity.total == Sum(NOTHING, Money(3375))
    assert "Ann" not in str(sheet)
    assert office.statements.sheet(ann, year).by_payment.total == Sum(Money(7500), Money(920))
    assert office.statements.sheet(ann, year).by_activity.total == Sum(Money(7500), Money(920))


def test_a_payee_does_not_approve_what_is_paid_to_them(office, ann, jo):
    office.claims.make(b.add_marked_meeting(office, b.add_group(office, ann), ann))
    claim = b.issue(office, ann)
    office.approvals.agree(AgreeClaims((claim,)))
    office.store.who = "Jo Hart"
    with pytest.raises(UserError, match="Somebody else has to"):
        office.approvals.approve(ApproveClaims((claim,), exception="alone today"))


def test_a_payee_is_kept_as_long_as_money_can_go_to_them(office, claim, jo):
    with pytest.raises(UserError, match="on a claim"):
        office.people.remove(jo)


# Given away


def given(office: Office, *, to: str = "Harbour Trust", paid: int = 5500, give: int = 2000):
    """Return the approved claim of somebody who gives £20 of £75 away."""
    person = b.add_person(office, "Bo Larsen", pay_choice=PayChoice.BANK)
    b.add_bank_details(office, person)
    group = b.add_group(office, person)
    draft_of = b.add_marked_meeting(office, group, person)
    office.claims.make(draft_of)
    record = b.claim_of(office, person)
    details = LineDetails(Category.ATTENDANCE, b.MAY_9, "Attended", Money(paid),
                          decision=Decision.LESS, given=Money(give), given_to=to)  # fmt: skip
    office.claim_lines.correct(CorrectLine(record.fees[0].id, details))
    return person, approve(office, person)


def test_what_was_given_away_is_paid_to_a_charity_that_is_known(office):
    charity = b.add_person(
        office, "Harbour Trust", is_organisation=True, pay_choice=PayChoice.BANK
    )  # fmt: skip
    person, claim = given(office, to=" harbour trust ")
    run = make_run(office)
    assert [(row.person, row.due) for row in run.payments] == [
        ("Bo Larsen", Sum(Money(5500), NOTHING)), ("Harbour Trust", Sum(Money(2000), NOTHING)),
    ]  # fmt: skip
    assert office.gifts.list_() == []
    for row in run.payments:
        pay(office, row)
    year = tax_year_of(office.now().date())
    sheet = office.statements.sheet(person, year)
    assert sheet.by_payment.total == Sum(Money(5500), NOTHING)
    assert sheet.given_total == "£20.00"
    assert office.statements.sheet(charity, year).by_payment.total == Sum(Money(2000), NOTHING)
    assert state(office, claim) is ClaimState.PAID
    advice = office.payment_papers.remittances(run.row.id)[1]
    assert advice.claims[0].work == ("£20.00 given by somebody who took part on 9 May 2026",)


def test_what_no_run_can_pay_is_given_by_hand_and_marked(office, check_undo):
    given(office)
    (row,) = office.gifts.list_(is_open_only=True)
    assert row.words == "to be given: £20.00 to Harbour Trust"
    assert make_run(office).row.sum == Sum(Money(5500), NOTHING)
    request = RecordGiven((row.id,), office.now().date(), "cheque 114")
    with pytest.raises(UserError, match="still to come"):
        office.gifts.record(RecordGiven((row.id,), office.now().date() + timedelta(days=1)))
    check_undo(lambda: office.gifts.record(request))
    assert office.gifts.list_(is_open_only=True) == []
    assert office.gifts.list_()[0].made == "given on 12 May 2026, cheque 114"
    with pytest.raises(UserError, match="still to be made"):
        office.gifts.record(request)


def test_a_gift_of_a_claim_that_is_not_approved_is_not_to_be_made_yet(office):
    person = b.add_person(office, pay_choice=PayChoice.DONATION, pay_instead="Harbour Trust")
    office.claims.make(b.add_marked_meeting(office, b.add_group(office, person), person))
    assert office.gifts.list_() == []


def test_a_fee_given_away_as_a_rule_goes_to_the_charity_too(office):
    b.add_person(office, "Harbour Trust", is_organisation=True, pay_choice=PayChoice.BANK)
    person = b.add_person(office, pay_choice=PayChoice.DONATION, pay_instead="Harbour Trust")
    office.claims.make(b.add_marked_meeting(office, b.add_group(office, person), person))
    claim = approve(office, person)
    assert state(office, claim) is ClaimState.APPROVED
    assert [(r.person, r.due.fees) for r in make_run(office).payments] == [
        ("Harbour Trust", Money(7500))
    ]


# Paid later


def test_a_claim_waits_until_the_day_that_was_asked_for(office, claim, check_undo):
    day = office.now().date() + timedelta(days=20)
    check_undo(lambda: office.claims.pay_later(PayLater(claim, day)))
    assert "Not to be paid before 1 June 2026." in office.claims.find(claim).to_look_at
    change = office.payments.make(MakeRun(PayMethod.BANK, day - timedelta(days=1)))
    assert change.words == (
        "Payment run P2026-001: 1 payment. 1 payment waits for a later day, as was asked."
    )
    assert [row.person for row in office.payments.find(change.id).payments] == ["Jo Hart"]
    with pytest.raises(UserError, match="1 payment waits for a later day"):
        make_run(office)
    assert [row.person for row in make_run(office, days=20).payments] == ["Ann Lee"]


def test_waiting_ends_when_the_person_says_so(office, claim):
    office.claims.pay_later(PayLater(claim, office.now().date() + timedelta(days=20)))
    office.claims.pay_later(PayLater(claim, None))
    assert len(make_run(office).payments) == 2
    with pytest.raises(UserError, match="Take it out of the run first"):
        office.claims.pay_later(PayLater(claim, office.now().date() + timedelta(days=20)))


def test_a_claim_waits_for_a_day_to_come_and_only_while_it_is_open(office, claim):
    with pytest.raises(UserError) as refused:
        office.claims.pay_later(PayLater(claim, office.now().date()))
    assert refused.value.field == "pay_from"
    for row in make_run(office).payments:
        pay(office, row)
    with pytest.raises(UserError, match="is paid, so it does not wait"):
        office.claims.pay_later(PayLater(claim, None))


def test_a_claim_drafted_anew_waits_as_long(office, claim):
    day = office.now().date() + timedelta(days=20)
    office.claims.pay_later(PayLater(claim, day))
    anew = office.claims.withdraw(WithdrawClaim(claim, "wrong fare")).id
    assert office.claims.find(anew).pay_from == day
