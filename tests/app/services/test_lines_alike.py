"""Two lines for the same day, kind and amount are pointed out, and nothing is locked."""

from datetime import time

import pytest

import builders as b
from alongside.domain.claims import Category, ClaimState
from alongside.domain.money import Money
from alongside.domain.people import PayChoice
from alongside.services.approvals import AgreeClaims, ApproveClaims, TakeBack
from alongside.services.claim_lines import AddLine
from alongside.services.line_rows import LineDetails

TAXI = LineDetails(Category.TAXI, b.MAY_9, "taxi to Town Hall", Money(1840))
FEE = LineDetails(Category.TASK, b.MAY_9, "read a draft", Money(2000))


@pytest.fixture
def ann(office):
    return b.add_person(office, "Ann Lee", pay_choice=PayChoice.BANK)


@pytest.fixture
def two(office, ann):
    """Return Ann's drafts for two groups that met on one day."""
    return drafts_of_two_groups(office, ann)


def drafts_of_two_groups(office, person, *names):
    for name, start in zip(names or ("One Group", "Two Group"), (time(10), time(15)), strict=True):
        group = b.add_group(office, person, name=name)
        meeting = b.add_meeting(
            office, group, start=start, end=time(start.hour + 2), person_ids=(person,)
        )
        b.mark(office, meeting, person)
        office.claims.make(meeting)
    return sorted(row.id for row in b.claim_rows_of(office, person))


def notes(office, claim):
    return [words for words in office.claims.find(claim).to_look_at if "same" in words]


def test_the_same_taxi_typed_on_two_groups_claims_is_pointed_out_on_both(office, two):
    for claim in two:
        office.claim_lines.add(AddLine(claim, TAXI))
    words = "taxi to Town Hall, £18.40: the same day, kind and amount as “taxi to Town Hall” on "
    assert notes(office, two[0]) == [f"{words}claim 2026-0002 (draft)."]
    assert notes(office, two[1]) == [f"{words}claim 2026-0001 (draft)."]


def test_a_usual_cost_that_was_added_anew_between_two_drafts_is_pointed_out(office, ann):
    old = b.add_usual_cost(office, ann)
    one, two = (b.add_group(office, ann, name=name) for name in ("One Group", "Two Group"))
    office.claims.make(b.add_marked_meeting(office, one, ann))
    first = b.issue(office, ann)
    office.usual_costs.remove(old)
    b.add_usual_cost(office, ann)
    meeting = b.add_meeting(office, two, start=time(16), end=time(17), person_ids=(ann,))
    b.mark(office, meeting, ann)
    office.claims.make(meeting)
    assert notes(office, first) == [
        "taxi, £9.20: the same day, kind and amount as “taxi” on claim 2026-0002 (draft)."
    ]


def test_two_fees_that_are_the_same_on_one_claim_are_pointed_out_once(office, two):
    for _number in range(2):
        office.claim_lines.add(AddLine(two[0], FEE))
    assert notes(office, two[0]) == [
        "read a draft, £20.00: the same day, kind and amount as “read a draft” on this claim."
    ]


def test_fees_of_two_meetings_and_support_at_both_are_not_pointed_out(office, ann):
    b.add_usual_cost(office, ann, Category.SUPPORT_WORKER, amount=Money(4050))
    for claim in drafts_of_two_groups(office, ann):
        assert notes(office, claim) == []


def test_a_fare_there_and_a_fare_back_from_the_same_register_are_not_pointed_out(office, ann):
    for _way in range(2):
        b.add_usual_cost(office, ann, Category.BUS_TRAIN_TRAM, amount=Money(250))
    office.claims.make(b.add_marked_meeting(office, b.add_group(office, ann), ann))
    assert notes(office, b.claim_of(office, ann).row.id) == []


def test_another_day_kind_or_person_is_not_pointed_out(office, two):
    bo = b.add_person(office, "Bo Larsen")
    other, _more = drafts_of_two_groups(office, bo, "Third Group", "Fourth Group")
    for claim in (two[0], other):
        office.claim_lines.add(AddLine(claim, TAXI))
    assert notes(office, two[0]) == []


def test_a_line_that_was_refused_or_whose_claim_was_taken_back_is_not_pointed_out(office, two):
    for claim in two:
        office.claim_lines.add(AddLine(claim, TAXI))
    ready = b.issue(office, office.claims.find(two[1]).row.person_id)
    office.approvals.refuse(TakeBack(ready, "claimed twice"))
    other = two[0] if ready == two[1] else two[1]
    assert notes(office, other) == []


def test_whoever_approves_reads_it_and_may_approve_all_the_same(office, ann, two):
    for claim in two:
        office.claim_lines.add(AddLine(claim, TAXI))
    claim = b.issue(office, ann)
    office.approvals.agree(AgreeClaims((claim,)))
    assert notes(office, claim)
    office.sign_as("Kim")
    office.approvals.approve(ApproveClaims((claim,)))
    assert office.claims.find(claim).row.state is ClaimState.APPROVED
