"""The policy asks about a claim, and never locks it: receipts, agreement, time, a second person."""

from datetime import timedelta

import pytest

import builders as b
from alongside.domain.claims import ClaimState
from alongside.domain.money import Money
from alongside.office import Office
from alongside.services.approvals import AgreeClaims, ApproveClaims
from alongside.services.claim_lines import CorrectLine

ASKS = (
    b.POLICY
    + """
[[receipt]]
from = 2020-01-01
lines = ["taxi"]
above = "5.00"

[[approval_before]]
from = 2020-01-01
lines = ["taxi"]

[[deadline]]
from = 2020-01-01
days = 30

[[approval]]
from = 2020-01-01
second_above = "80.00"
"""
)


@pytest.fixture
def claim(office: Office):
    ann = b.add_person(office)
    b.add_usual_cost(office, ann)
    group = b.add_group(office, ann, policy=ASKS)
    office.claims.make(b.add_marked_meeting(office, group, ann))
    return b.claim_rows_of(office, ann)[0].id


def notes(office: Office, claim) -> str:
    return "\n".join(office.claims.find(claim).to_look_at)


def test_a_receipt_that_is_missing_is_asked_for_until_it_is_there(office, claim):
    assert "taxi, £9.20: no receipt yet" in notes(office, claim)
    taxi = office.claims.find(claim).expenses[0]
    values = {name: getattr(taxi.details, name) for name in taxi.details.__slots__}
    office.claim_lines.correct(
        CorrectLine(taxi.id, type(taxi.details)(**values | {"receipt": "1"}))
    )
    assert "no receipt yet" not in notes(office, claim)


def test_what_had_to_be_agreed_beforehand_says_so(office, claim):
    assert "must be agreed beforehand" in notes(office, claim)


def test_a_late_claim_is_told_to_be_late_and_signed_with_the_reason(office, claim, clock):
    assert "last day to claim" not in notes(office, claim)
    clock.time += timedelta(days=40)
    assert "The last day to claim was 8 June 2026, 13 days ago" in notes(office, claim)
    assert office.claims.find(claim).is_late
    b.issue(office, office.claims.find(claim).row.person_id)
    office.approvals.agree(AgreeClaims((claim,), why_late={claim: "I was in hospital"}))
    assert office.approvals.steps(claim)[-1].words.endswith("late, because: I was in hospital")


def test_the_policy_asks_for_a_second_person_above_its_amount(office, claim):
    b.issue(office, office.claims.find(claim).row.person_id)
    office.approvals.agree(AgreeClaims((claim,)))
    for who, state in (("Kim", ClaimState.SIGNED), ("Alex", ClaimState.APPROVED)):
        office.sign_as(who)
        office.approvals.approve(ApproveClaims((claim,)))
        assert office.claims.find(claim).row.state is state


def test_once_it_is_approved_there_is_nothing_to_look_at(office, claim):
    b.issue(office, office.claims.find(claim).row.person_id)
    office.approvals.agree(AgreeClaims((claim,)))
    office.approvals.approve(ApproveClaims((claim,), exception="alone today"))
    assert office.claims.find(claim).row.fees == Money(7500)
    assert office.claims.find(claim).to_look_at == []


def test_the_reason_of_one_late_claim_is_not_written_into_another(office, claim, clock):
    bo = b.add_person(office, "Bo Larsen")
    group = b.add_group(office, bo, name="Other Group", policy=ASKS.replace("Half day", "Days"))
    clock.time += timedelta(days=40)
    office.claims.make(b.add_marked_meeting(office, group, bo, day=clock.time.date()))
    in_time = b.issue(office, bo)
    b.issue(office, office.claims.find(claim).row.person_id)
    office.approvals.agree(AgreeClaims((claim, in_time), why_late={claim: "was in hospital"}))
    said = [office.approvals.steps(each)[-1].words for each in (claim, in_time)]
    assert said == [
        "agreed by signature, noted by Sam: late, because: was in hospital",
        "agreed by signature, noted by Sam",
    ]
    assert [row.why_late[:8] for row in office.claims.to_look_at([claim, in_time])] == [
        "The last", "",
    ]  # fmt: skip
