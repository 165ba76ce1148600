"""A claim is begun by hand where no register makes one, and says what other claims hold."""

from datetime import date

import pytest

import builders as b
import pictures
from alongside.domain.claims import Category, ClaimState
from alongside.domain.errors import UserError
from alongside.domain.meetings import State
from alongside.domain.money import Money
from alongside.domain.people import PayChoice
from alongside.services.approvals import AgreeClaims, ApproveClaims
from alongside.services.claim_lines import AddLine, CorrectLine
from alongside.services.drafts import BeginClaim
from alongside.services.line_rows import LineDetails
from alongside.services.people import CorrectPerson, PersonDetails
from alongside.services.receipt_files import ReceiptFile
from alongside.services.receipts import AddReceipts


def ticket(meeting=None, amount=1840):
    return LineDetails(
        Category.BUS_TRAIN_TRAM, b.MAY_9, "train ticket", Money(amount), meeting_id=meeting
    )


def settled(office, claim):
    """Sign and approve a claim by two people; return its state."""
    office.approvals.agree(AgreeClaims((claim,)))
    office.sign_as("Kim")
    office.approvals.approve(ApproveClaims((claim,)))
    office.sign_as("Sam")
    return office.claims.find(claim).row.state


@pytest.fixture
def ann(office):
    return b.add_person(office, "Ann Lee", pay_choice=PayChoice.BANK)


@pytest.fixture
def group(office, ann):
    return b.add_group(office, ann)


def test_a_ticket_that_was_bought_is_claimed_after_apologies(office, ann, group):
    meeting = b.add_meeting(office, group, person_ids=(ann,))
    b.mark(office, meeting, ann, State.APOLOGIES)
    change = office.drafts.begin(BeginClaim(ann, group, meeting))
    assert change.words == "Claim 2026-0001 begun: Ann Lee, Transport Design Group"
    office.claim_lines.add(AddLine(change.id, ticket(meeting)))
    claim = b.issue(office, ann)
    assert claim == change.id
    assert str(office.claims.find(claim).row.expenses) == "£18.40"
    assert [row.id for row in office.claims.list_(meeting_id=meeting)] == [claim]


def test_the_form_of_a_claim_by_hand_says_for_which_meeting_it_is(office, ann, group):
    meeting = b.add_meeting(office, group, person_ids=(ann,))
    b.mark(office, meeting, ann, State.APOLOGIES)
    claim = office.drafts.begin(BeginClaim(ann, group, meeting)).id
    office.claim_lines.add(AddLine(claim, ticket(meeting)))
    (activity,) = office.forms.sheet(claim).activities
    assert activity.date == "9 May 2026"


def test_a_receipt_that_comes_after_payment_has_a_claim_of_its_own(office, ann, group):
    meeting = b.add_marked_meeting(office, group, ann)
    office.claims.make(meeting)
    first = b.issue(office, ann)
    assert settled(office, first) is ClaimState.APPROVED
    change = office.drafts.begin(BeginClaim(ann, group, meeting))
    assert change.id != first
    assert change.words.endswith(
        "On other claims for that meeting: claim 2026-0001 (approved): "
        "Transport Design Group, meeting, member £75.00"
    )
    office.claim_lines.add(AddLine(change.id, ticket(meeting)))
    office.claims.make(meeting)
    assert office.claims.find(change.id).fees == []


def test_a_draft_that_is_there_is_used_and_nothing_is_to_be_undone(office, ann, group):
    first = office.drafts.begin(BeginClaim(ann, group)).id
    undo = office.history.steps().undo
    change = office.drafts.begin(BeginClaim(ann, group))
    assert change.id == first
    assert change.words == "Claim 2026-0001 is a draft already: Ann Lee, Transport Design Group"
    assert office.history.steps().undo == undo


def test_the_register_puts_its_lines_on_the_claim_that_was_begun(office, ann, group):
    claim = office.drafts.begin(BeginClaim(ann, group)).id
    office.claims.make(b.add_marked_meeting(office, group, ann))
    assert b.claim_of(office, ann).row.id == claim


def test_nobody_claims_for_a_meeting_they_are_not_on_the_register_of(office, ann, group):
    meeting = b.add_meeting(office, group, person_ids=(b.add_person(office, "Bo Larsen"),))
    with pytest.raises(UserError, match="not on the register") as found:
        office.drafts.begin(BeginClaim(ann, group, meeting))
    assert found.value.field == "meeting_id"
    claim = office.drafts.begin(BeginClaim(ann, group)).id
    with pytest.raises(UserError, match="not on the register"):
        office.claim_lines.add(AddLine(claim, ticket(meeting)))


@pytest.fixture
def declined(office, ann, group):
    """Return a meeting whose fee Ann did not take; her claim for it is paid."""
    office.people.correct(
        CorrectPerson(ann, PersonDetails("Ann Lee", pay_choice=PayChoice.NOTHING))
    )
    meeting = b.add_marked_meeting(office, group, ann)
    office.claims.make(meeting)
    assert settled(office, b.issue(office, ann)) is ClaimState.PAID
    return meeting


def test_who_declined_and_changes_their_mind_gets_the_fee_that_was_offered(
    office, ann, group, declined
):
    claim = office.drafts.begin(BeginClaim(ann, group, declined, is_fee_wanted=True)).id
    (fee,) = office.claims.find(claim).fees
    assert (fee.offered, fee.amount, fee.decision) == (Money(7500), Money(7500), "accepted")
    assert fee.why == (
        "offered on claim 2026-0001 and not taken then; asked for on 12 May 2026"
    )  # fmt: skip
    old = next(row.id for row in b.claim_rows_of(office, ann) if row.id != claim)
    assert office.claims.find(old).fees[0].amount == Money(0)


def test_a_fee_that_was_not_taken_is_asked_for_only_once(office, ann, group, declined):
    office.drafts.begin(BeginClaim(ann, group, declined, is_fee_wanted=True))
    with pytest.raises(UserError, match="No fee for that meeting") as found:
        office.drafts.begin(BeginClaim(ann, group, declined, is_fee_wanted=True))
    assert found.value.field == "is_fee_wanted"


def test_a_fee_that_was_asked_for_later_keeps_its_reason_when_it_is_corrected(
    office, ann, group, declined
):
    claim = office.drafts.begin(BeginClaim(ann, group, declined, is_fee_wanted=True)).id
    (fee,) = office.claims.find(claim).fees
    details = LineDetails(
        Category.ATTENDANCE, b.MAY_9, "half of it", Money(3750), meeting_id=declined
    )
    office.claim_lines.correct(CorrectLine(fee.id, details))
    (fee,) = office.claims.find(claim).fees
    assert (fee.amount, fee.why[:27]) == (Money(3750), "offered on claim 2026-0001 ")


def test_places_are_the_newest_meetings_and_then_the_groups(office, ann, group, declined):
    later = b.add_meeting(office, group, date(2026, 5, 11), person_ids=(ann,))
    rows = office.drafts.places(ann)
    assert [row.meeting_id for row in rows] == [later, declined, None]
    assert [row.words for row in rows] == [
        "Transport Design Group, 11 May 2026: not yet marked",
        "Transport Design Group, 9 May 2026: attended; claim 2026-0001, paid",
        "Transport Design Group, for no meeting",
    ]
    assert [str(row.not_taken) for row in rows] == ["£0.00", "£75.00", "£0.00"]


def test_a_claim_by_hand_says_what_other_claims_for_the_meeting_hold(office, ann, group):
    meeting = b.add_marked_meeting(office, group, ann)
    office.claims.make(meeting)
    first = b.issue(office, ann)
    claim = office.drafts.begin(BeginClaim(ann, group, meeting)).id
    office.claim_lines.add(AddLine(claim, ticket(meeting)))
    assert (
        "For the same meeting, 9 May 2026, there is more: claim 2026-0001 (ready to sign): "
        "Transport Design Group, meeting, member £75.00."
    ) in office.claims.find(claim).to_look_at
    (note,) = office.claims.find(first).to_look_at
    assert note.endswith("there is more: claim 2026-0002 (draft): train ticket £18.40.")


def test_a_fee_by_hand_for_somebody_who_was_not_there_is_pointed_out(office, ann, group):
    meeting = b.add_meeting(office, group, person_ids=(ann,))
    b.mark(office, meeting, ann, State.APOLOGIES)
    claim = office.drafts.begin(BeginClaim(ann, group, meeting)).id
    fee = LineDetails(Category.ATTENDANCE, b.MAY_9, "a fee", Money(7500), meeting_id=meeting)
    office.claim_lines.add(AddLine(claim, fee))
    assert office.claims.find(claim).to_look_at == [
        "a fee, £75.00: the register of 9 May 2026 says “apologies”."
    ]


def test_a_draft_whose_last_line_was_removed_is_taken_away(office, ann, group):
    office.claims.make(b.add_marked_meeting(office, group, ann))
    record = b.claim_of(office, ann)
    with pytest.raises(UserError, match="has lines"):
        office.drafts.remove(record.row.id)
    office.claim_lines.remove(record.fees[0].id)
    change = office.drafts.remove(record.row.id)
    assert change.words == "Draft claim 2026-0001 removed, Ann Lee: nothing was on it"
    assert b.claim_rows_of(office, ann) == []


def test_a_claim_that_was_taken_away_is_drafted_anew_from_the_register(office, ann, group):
    meeting = b.add_marked_meeting(office, group, ann)
    office.claims.make(meeting)
    record = b.claim_of(office, ann)
    office.claim_lines.remove(record.fees[0].id)
    office.drafts.remove(record.row.id)
    office.claims.make(meeting)
    assert str(b.claim_of(office, ann).row.fees) == "£75.00"


def test_an_issued_claim_and_a_draft_with_receipts_are_not_taken_away(office, ann, group):
    claim = office.drafts.begin(BeginClaim(ann, group)).id
    office.receipts.add(AddReceipts(claim, (ReceiptFile(content=pictures.jpeg(), name="a.jpg"),)))
    with pytest.raises(UserError, match="has receipts"):
        office.drafts.remove(claim)
    office.claim_lines.add(AddLine(claim, ticket()))
    b.issue(office, ann)
    with pytest.raises(UserError, match="never changes"):
        office.drafts.remove(claim)
