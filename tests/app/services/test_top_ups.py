"""A rate that came late: what it changes is shown, what is missing is paid, nothing is edited."""

from datetime import date

import pytest
from late_rates import APRIL_6, NEW_FEES, Scene, adopt, approve, pay

import builders as b
from alongside.domain.claims import Category, ClaimState, Decision, Handling
from alongside.domain.errors import UserError
from alongside.domain.money import NOTHING, Money
from alongside.domain.payments import PayMethod
from alongside.domain.people import PayChoice
from alongside.services.advances import AdvanceDetails
from alongside.services.approvals import AgreeClaims, ApproveClaims, TakeBack
from alongside.services.claims import WithdrawClaim
from alongside.services.payment_outcomes import RecordPaid
from alongside.services.payments import MakeRun
from alongside.services.top_ups import LateRates


def test_the_car_rate_of_may_2026_tops_up_what_was_paid_at_the_old_one(office):
    scene = Scene(office)
    before = office.claims.find(scene.claim)
    scene.adopt()
    plan = scene.plan()
    assert plan.words == "1 line is too low, for 1 person: £2.00 to pay."
    (row,) = plan.rows
    assert (row.person, row.was, row.now) == ("Ann Lee", Money(900), Money(1100))
    assert scene.make() == "1 top-up line made for Transport Design Group"
    (line,) = b.claim_of(office, scene.ann).expenses
    assert line.amount == Money(200)
    assert line.words.startswith("top-up: ")
    assert line.why == (
        "20 miles at £0.55 a mile (rate from 6 April 2026): £11.00, less £9.00 on claim 2026-0001"
    )
    assert office.claims.find(scene.claim) == before


def test_doing_it_again_adds_nothing_twice(office):
    scene = Scene(office)
    scene.adopt()
    scene.make()
    assert scene.plan().words == "No issued claim comes out differently by the rates of today."
    with pytest.raises(UserError, match="No issued claim is too low"):
        scene.make()


def test_a_paid_claim_is_topped_up_too_and_says_that_it_is_paid(office):
    scene = Scene(office)
    office.approvals.agree(AgreeClaims((scene.claim,)))
    office.approvals.approve(ApproveClaims((scene.claim,), exception="alone today"))
    run = office.payments.make(MakeRun(PayMethod.BANK, office.now().date())).id
    payment = office.payments.find(run).payments[0].id
    office.payment_outcomes.record_paid(RecordPaid((payment,), office.now().date()))
    scene.adopt()
    assert [row.state for row in scene.plan().rows] == ["paid"]
    scene.make()
    assert office.claims.find(scene.claim).row.state is ClaimState.PAID


def test_a_day_before_the_rate_changes_nothing(office):
    scene = Scene(office)
    scene.adopt()
    assert scene.plan(date(2026, 5, 10)).rows == ()


def test_a_fee_that_rose_is_topped_up_with_the_choice_that_was_made(office):
    scene = Scene(office, pay_choice=PayChoice.NOTHING)
    scene.adopt(NEW_FEES)
    assert [(row.was, row.now) for row in scene.plan().rows] == [(Money(7500), Money(8250))]
    scene.make()
    (line,) = b.claim_of(office, scene.ann).fees
    assert (line.offered, line.amount) == (Money(750), NOTHING)
    assert line.details.decision is Decision.DECLINE


def test_a_rate_that_fell_is_said_and_nothing_is_asked_back(office):
    scene = Scene(office)
    scene.adopt(b.CAR_RATE_OF_2026.replace('"0.55"', '"0.40"'))
    assert scene.plan().words == (
        "0 lines are too low, for 0 people: £0.00 to pay. "
        "1 line would be less now; nothing is asked back."
    )
    with pytest.raises(UserError):
        scene.make()


@pytest.mark.parametrize("end", ["withdraw", "refuse"])
def test_a_claim_that_was_taken_back_or_refused_is_not_topped_up(office, end):
    scene = Scene(office)
    if end == "withdraw":
        office.claims.withdraw(WithdrawClaim(scene.claim, "wrong"))
    else:
        office.approvals.refuse(TakeBack(scene.claim, "no"))
    scene.adopt()
    assert scene.plan().rows == ()


def test_over_ten_thousand_miles_each_journey_counts_what_came_before_it(office):
    scene = Scene(office)
    b.add_usual_cost(office, scene.ann, Category.CAR, tenths_of_mile=50_000)
    office.claims.make(b.add_marked_meeting(office, scene.group, scene.ann, day=date(2026, 5, 11)))
    b.issue(office, scene.ann)
    scene.adopt()
    owed = Money.total(row.difference for row in scene.plan().rows)
    assert owed == Money(100_000)  # 10p more for each of the first 10,000 miles, no more


def test_one_undo_takes_all_top_ups_away(office, check_undo):
    scene = Scene(office)
    scene.adopt()
    check_undo(lambda: office.top_ups.make(LateRates(scene.group, APRIL_6)))


def test_a_group_without_a_policy_is_told_so(office):
    group = b.add_group(office, policy=None)
    with pytest.raises(UserError, match="has no pay policy"):
        office.top_ups.plan(LateRates(group, APRIL_6))


def test_a_line_that_was_refused_is_not_topped_up(office):
    scene = Scene(office)
    journey = office.claims.find(scene.claim).expenses[0].id
    approve(office, scene.claim, {journey: "we drove you"})
    scene.adopt()
    assert scene.plan().rows == ()


def test_a_top_up_on_a_draft_goes_when_its_line_is_refused(office):
    scene = Scene(office)
    scene.adopt()
    scene.make()
    journey = office.claims.find(scene.claim).expenses[0].id
    approve(office, scene.claim, {journey: "we drove you"})
    assert [row.id for row in b.claim_rows_of(office, scene.ann)] == [scene.claim]


def test_a_top_up_that_was_refused_has_paid_nothing_of_a_claim_drafted_anew(office):
    scene = Scene(office)
    topped = scene.top_up(is_paid=False)
    line = office.claims.find(topped).expenses[0].id
    with pytest.raises(UserError, match="No line is left"):
        approve(office, topped, {line: "not agreed"})
    office.approvals.refuse(TakeBack(topped, "not agreed"))
    office.approvals.return_(TakeBack(scene.claim, "wrong words"))
    office.claims.make(scene.meeting)
    assert scene.counted() == Money(1100)


def test_the_rise_of_a_journey_that_was_advanced_in_cash_is_paid(office):
    ann = b.add_person(office, "Ann Lee", pay_choice=PayChoice.BANK)
    b.add_bank_details(office, ann)
    b.add_usual_cost(office, ann, Category.CAR, tenths_of_mile=100, handling=Handling.ADVANCED)
    group = b.add_group(office, ann)
    meeting = b.add_marked_meeting(office, group, ann)
    office.claims.make(meeting)
    office.advances.add(AdvanceDetails(ann, meeting, b.MAY_9, Money(900)))
    approve(office, b.issue(office, ann))
    pay(office)
    adopt(office, group, b.CAR_RATE_OF_2026)
    office.top_ups.make(LateRates(group, APRIL_6))
    approve(office, b.issue(office, ann))
    (waiting,) = office.payments.waiting()
    assert waiting.sum.expenses == Money(200)
    assert office.advances.list_for(ann)[0].balance.endswith("It balances.")
