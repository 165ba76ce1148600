"""A claim that was topped up and is drafted anew: what the top-up paid is not paid again."""

from dataclasses import replace

import pytest
from late_rates import NEW_FEES, Scene, approve

import builders as b
from alongside.domain.claims import Category
from alongside.domain.meetings import State
from alongside.domain.money import NOTHING, Money
from alongside.services.approvals import TakeBack
from alongside.services.claim_lines import AddLine, CorrectLine
from alongside.services.claims import IssueClaims, WithdrawClaim
from alongside.services.line_rows import LineDetails

NOTHING_CHANGES = "No issued claim comes out differently by the rates of today."


def take_back(scene: Scene, claim, how: str = "return") -> None:
    if how == "return":
        scene.office.approvals.return_(TakeBack(claim, "wrong words"))
    else:
        scene.office.claims.withdraw(WithdrawClaim(claim, "wrong words"))


def issue_all(scene: Scene) -> None:
    rows = b.claim_rows_of(scene.office, scene.ann)
    scene.office.claims.issue(IssueClaims(tuple(row.id for row in rows)))


@pytest.mark.parametrize("how", ["return", "withdraw"])
@pytest.mark.parametrize("is_paid", [True, False])
def test_a_journey_that_was_topped_up_and_is_drafted_anew_is_less_by_the_top_up(
    office, how, is_paid
):
    scene = Scene(office)
    topped = scene.top_up(is_paid=is_paid)
    take_back(scene, scene.claim, how)
    office.claims.make(scene.meeting)
    (line,) = b.claim_of(office, scene.ann).expenses
    number = office.claims.find(topped).row.number
    assert line.amount == Money(900)
    assert line.why == (
        f"20 miles at £0.55 a mile (rate from 6 April 2026): £11.00, less £2.00 on claim {number}"
    )
    assert scene.counted() == Money(1100)
    issue_all(scene)
    assert scene.plan().words == NOTHING_CHANGES


def test_a_claim_issued_anew_by_the_old_rate_is_not_topped_up_again(office):
    scene = Scene(office)
    scene.top_up()
    take_back(scene, scene.claim)
    issue_all(scene)
    assert scene.plan().words == NOTHING_CHANGES


def test_a_second_rise_counts_both_claims_that_were_paid_before(office):
    scene = Scene(office)
    scene.top_up()
    take_back(scene, scene.claim)
    issue_all(scene)
    scene.adopt(b.CAR_RATE_OF_2026.replace('"0.55"', '"0.60"'))
    assert [(row.was, row.now) for row in scene.plan().rows] == [(Money(1100), Money(1200))]
    scene.make()
    issue_all(scene)
    again = next(r.id for r in b.claim_rows_of(office, scene.ann) if r.expenses == Money(900)
                 and not r.state.is_gone)  # fmt: skip
    take_back(scene, again)
    office.claims.make(scene.meeting)
    assert scene.counted() == Money(1200)


def test_a_top_up_that_is_still_a_draft_goes_into_the_line_that_is_worked_out_anew(office):
    scene = Scene(office)
    scene.adopt()
    scene.make()
    take_back(scene, scene.claim, "withdraw")
    assert scene.counted() == Money(1100)
    office.claims.make(scene.meeting)
    (line,) = b.claim_of(office, scene.ann).expenses
    assert (line.amount, line.words.startswith("top-up")) == (Money(1100), False)


def test_a_fee_that_was_topped_up_and_is_drafted_anew_is_offered_less_by_the_top_up(office):
    scene = Scene(office)
    scene.adopt(NEW_FEES)
    scene.make()
    approve(office, b.issue(office, scene.ann))
    take_back(scene, scene.claim)
    office.claims.make(scene.meeting)
    assert scene.counted(Category.ATTENDANCE) == Money(8250)
    issue_all(scene)
    assert scene.plan().words == NOTHING_CHANGES


def test_a_usual_cost_that_was_removed_and_added_anew_is_less_by_the_top_up_too(office):
    scene = Scene(office)
    scene.top_up()
    take_back(scene, scene.claim)
    office.usual_costs.remove(scene.cost)
    b.add_usual_cost(office, scene.ann, Category.CAR, tenths_of_mile=100)
    office.claims.make(scene.meeting)
    assert scene.counted() == Money(1100)


def test_a_shorter_journey_than_was_topped_up_comes_to_nothing_and_not_to_less(office):
    scene = Scene(office)
    scene.top_up()
    take_back(scene, scene.claim)
    line = b.claim_of(office, scene.ann).expenses[0]
    office.claim_lines.correct(CorrectLine(line.id, replace(line.details, tenths_of_mile=20)))
    (line,) = b.claim_of(office, scene.ann).expenses
    assert line.amount == NOTHING
    assert "£1.10, less £2.00 on claim" in line.why


def test_miles_typed_by_hand_are_followed_to_the_claim_that_is_drafted_anew(office):
    ann = b.add_person(office, "Ann Lee")
    group = b.add_group(office, ann)
    office.claims.make(b.add_marked_meeting(office, group, ann))
    claim = b.claim_of(office, ann).row.id
    drive = LineDetails(Category.CAR, b.MAY_9, "To the archive", None, tenths_of_mile=200)
    office.claim_lines.add(AddLine(claim, drive))
    scene = Scene.__new__(Scene)
    scene.office, scene.ann, scene.group, scene.claim = office, ann, group, b.issue(office, ann)
    scene.top_up(is_paid=False)
    take_back(scene, scene.claim)
    line = b.claim_of(office, ann).expenses[0]
    office.claim_lines.correct(CorrectLine(line.id, replace(line.details, tenths_of_mile=220)))
    assert scene.counted() == Money(1210)
    issue_all(scene)
    assert scene.plan().words == NOTHING_CHANGES


def test_a_top_up_on_a_draft_goes_when_the_journey_was_not_made_after_all(office):
    scene = Scene(office)
    scene.adopt()
    scene.make()
    take_back(scene, scene.claim, "withdraw")
    b.mark(office, scene.meeting, scene.ann, State.APOLOGIES)
    assert scene.counted() == NOTHING


def test_a_top_up_on_a_draft_goes_when_its_journey_is_taken_off_the_claim(office):
    scene = Scene(office)
    scene.adopt()
    scene.make()
    take_back(scene, scene.claim, "withdraw")
    record = b.claim_of(office, scene.ann)
    journey = next(line for line in record.expenses if not line.words.startswith("top-up"))
    said = office.claim_lines.remove(journey.id).words
    assert said.endswith("top-up taken off claim 2026-0002: what it topped up is gone")
    assert scene.counted() == NOTHING


def test_a_top_up_on_a_draft_goes_when_the_claim_that_it_tops_up_is_refused(office):
    scene = Scene(office)
    scene.adopt()
    scene.make()
    said = office.approvals.refuse(TakeBack(scene.claim, "was not there")).words
    assert said.endswith("top-up taken off claim 2026-0002: what it topped up is gone")
    assert scene.counted() == NOTHING


def test_one_undo_brings_back_the_top_up_that_went_with_its_journey(office, check_undo):
    scene = Scene(office)
    scene.adopt()
    scene.make()
    take_back(scene, scene.claim, "withdraw")
    check_undo(lambda: office.claims.make(scene.meeting))
