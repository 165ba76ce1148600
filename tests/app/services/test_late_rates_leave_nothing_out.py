"""A rate that came late: drafts follow it, and no kind of fee is left out without a word."""

from dataclasses import replace
from datetime import date

from late_rates import APRIL_6, NEW_FEES, Scene, adopt, choose

import builders as b
from alongside.domain.claims import Category, Decision
from alongside.domain.meetings import Role, State
from alongside.domain.money import NOTHING, Money
from alongside.domain.people import PayChoice
from alongside.services.attendance import CorrectAttendance
from alongside.services.claim_lines import CorrectLine
from alongside.services.claims import IssueClaims, WithdrawClaim
from alongside.services.retainers import DueRetainers
from alongside.services.top_ups import LateRates

NOTHING_CHANGES = "No issued claim comes out differently by the rates of today."
TRAVEL_TIME = b.POLICY + '\n[[travel_time]]\nfrom = 2020-01-01\nrate = "10.00"\n'


def retainer(amount: str, name: str) -> str:
    rule = f'\n[[retainer]]\nfrom = 2020-01-01\neach = "month"\namount = "{amount}"\n'
    return b.POLICY.replace("Half day £75", name) + rule


def draft_of_ann(office):
    ann = b.add_person(office, "Ann Lee", pay_choice=PayChoice.BANK)
    b.add_usual_cost(office, ann, Category.CAR, tenths_of_mile=100)
    group = b.add_group(office, ann)
    office.claims.make(b.add_marked_meeting(office, group, ann))
    return ann, group


def test_drafts_follow_the_policy_that_is_chosen_for_their_group(office, check_undo):
    ann, group = draft_of_ann(office)
    said = adopt(office, group, b.CAR_RATE_OF_2026)
    assert said == "Transport Design Group corrected; brought up to date: claim 2026-0001"
    assert b.claim_of(office, ann).expenses[0].amount == Money(1100)
    policy = b.add_policy(office, NEW_FEES)
    check_undo(lambda: choose(office, group, policy))


def test_a_draft_for_which_the_new_policy_falls_short_stays_and_the_words_say_why(office):
    ann, group = draft_of_ann(office)
    said = adopt(office, group, b.POLICY.partition("[[mileage]]")[0])
    assert "; draft claims stay as they were: " in said
    assert b.claim_of(office, ann).expenses[0].amount == Money(900)


def test_correcting_a_group_whose_policy_stays_leaves_its_drafts(office):
    _ann, group = draft_of_ann(office)
    assert adopt(office, group, b.POLICY) == "Transport Design Group corrected"


def test_drafts_with_lines_changed_by_hand_are_named(office):
    ann, group = draft_of_ann(office)
    line = b.claim_of(office, ann).expenses[0]
    office.claim_lines.correct(CorrectLine(line.id, replace(line.details, words="By car")))
    adopt(office, group, b.CAR_RATE_OF_2026)
    assert office.top_ups.plan(LateRates(group, APRIL_6)).words == (
        f"{NOTHING_CHANGES} Draft claim 2026-0001 has lines changed by hand, which stay as they "
        "are: look at them."
    )


def test_a_fee_of_which_only_the_words_were_changed_is_topped_up(office):
    ann, group = draft_of_ann(office)
    line = b.claim_of(office, ann).fees[0]
    office.claim_lines.correct(CorrectLine(line.id, replace(line.details, words="Chaired it")))
    b.issue(office, ann)
    adopt(office, group, NEW_FEES)
    assert [row.difference for row in office.top_ups.plan(LateRates(group, APRIL_6)).rows] == [
        Money(750)
    ]


def test_a_fee_of_which_somebody_chose_less_is_offered_more_and_paid_no_more(office):
    ann, group = draft_of_ann(office)
    line = b.claim_of(office, ann).fees[0]
    less = replace(line.details, amount=Money(4000), decision=Decision.LESS)
    office.claim_lines.correct(CorrectLine(line.id, less))
    b.issue(office, ann)
    adopt(office, group, NEW_FEES)
    office.top_ups.make(LateRates(group, APRIL_6))
    (top_up,) = b.claim_of(office, ann).fees
    assert (top_up.offered, top_up.amount) == (Money(750), NOTHING)


def test_an_allowance_that_is_new_in_the_policy_is_topped_up_once(office, check_undo):
    scene = Scene(office, travel_minutes=60)
    scene.adopt(TRAVEL_TIME)
    (row,) = scene.plan().rows
    assert (row.was, row.now) == (NOTHING, Money(1000))
    check_undo(lambda: office.top_ups.make(LateRates(scene.group, APRIL_6)))
    (top_up,) = b.claim_of(office, scene.ann).fees
    assert top_up.amount == Money(1000)
    assert top_up.why.endswith(": new since claim 2026-0001")
    assert scene.plan().words == NOTHING_CHANGES


def test_a_new_allowance_that_was_topped_up_is_not_paid_again_when_drafted_anew(office):
    scene = Scene(office, travel_minutes=60)
    scene.adopt(TRAVEL_TIME)
    scene.make()
    b.issue(office, scene.ann)
    office.claims.withdraw(WithdrawClaim(scene.claim, "wrong words"))
    office.claims.make(scene.meeting)
    assert scene.counted(Category.TRAVEL_TIME) == Money(1000)
    office.claims.issue(IssueClaims(tuple(r.id for r in b.claim_rows_of(office, scene.ann))))
    assert scene.plan().words == NOTHING_CHANGES


def test_preparation_that_was_taken_off_a_claim_does_not_come_back_as_a_top_up(office):
    ann = b.add_person(office, "Ann Lee", pay_choice=PayChoice.BANK)
    group = b.add_group(office, ann)
    meeting = b.add_marked_meeting(office, group, ann)
    line = b.line_of(office, meeting, ann)
    office.attendance.correct(
        CorrectAttendance(line, State.ATTENDED, Role.MEMBER, preparation_minutes=60)
    )
    office.claims.make(meeting)
    office.claim_lines.remove(b.claim_of(office, ann).fees[1].id)
    b.issue(office, ann)
    assert office.top_ups.plan(LateRates(group, APRIL_6)).words == NOTHING_CHANGES


def test_a_retainer_that_rose_is_topped_up(office):
    ann = b.add_person(office, "Ann Lee", pay_choice=PayChoice.BANK)
    group = b.add_group(office, ann, policy=retainer("100.00", "Monthly"))
    office.retainers.draft(DueRetainers(group, date(2026, 4, 1), date(2026, 4, 30)))
    b.issue(office, ann)
    adopt(office, group, retainer("110.00", "Monthly, more"))
    (row,) = office.top_ups.plan(LateRates(group, APRIL_6)).rows
    assert (row.was, row.now) == (Money(10000), Money(11000))
    office.top_ups.make(LateRates(group, APRIL_6))
    assert office.top_ups.plan(LateRates(group, APRIL_6)).words == NOTHING_CHANGES


def test_all_groups_are_topped_up_in_one_step(office, check_undo):
    scene = Scene(office)
    bo = b.add_person(office, "Bo Larsen", pay_choice=PayChoice.BANK)
    b.add_usual_cost(office, bo, Category.CAR, tenths_of_mile=50)
    other = b.add_group(office, bo, name="Bus Group", budget_code="B-1")
    office.claims.make(b.add_marked_meeting(office, other, bo))
    b.issue(office, bo)
    for group in (scene.group, other):
        adopt(office, group, b.CAR_RATE_OF_2026)
    plan = office.top_ups.plan(LateRates(None, APRIL_6))
    assert plan.words == "2 lines are too low, for 2 people: £3.00 to pay."
    check_undo(lambda: office.top_ups.make(LateRates(None, APRIL_6)))
    assert office.top_ups.plan(LateRates(None, APRIL_6)).words == NOTHING_CHANGES
