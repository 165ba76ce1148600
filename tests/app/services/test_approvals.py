"""From ready to approved: in order, by the right people, with each step written down."""

from datetime import timedelta

import pytest

import builders as b
from alongside.domain.approval import Agreed
from alongside.domain.claims import Category, ClaimState
from alongside.domain.errors import UserError
from alongside.domain.money import Money
from alongside.domain.people import PayChoice
from alongside.office import Office
from alongside.services.approvals import AgreeClaims, ApproveClaims, TakeBack
from alongside.services.claim_lines import AddLine
from alongside.services.claims import IssueClaims, WithdrawClaim
from alongside.services.line_rows import LineDetails
from alongside.services.organisation import OrganisationDetails


@pytest.fixture
def person(office: Office):
    return b.add_person(office, "Bo Larsen", nickname="Bo")


@pytest.fixture
def claim(office: Office, person):
    """Bo's claim of £75.00 and a taxi for £9.20, made ready by Sam."""
    b.add_usual_cost(office, person)
    group = b.add_group(office, person)
    office.claims.make(b.add_marked_meeting(office, group, person))
    return b.issue(office, person)


def sign(office: Office, claim, how: Agreed = Agreed.SIGNATURE) -> None:
    office.approvals.agree(AgreeClaims((claim,), how))


def approve(office: Office, claim, who: str = "Kim", **more) -> str:
    office.sign_as(who)
    return office.approvals.approve(ApproveClaims((claim,), **more)).words


def state(office: Office, claim) -> ClaimState:
    return office.claims.find(claim).row.state


def test_a_claim_is_signed_and_then_approved_by_somebody_else(office, claim):
    assert state(office, claim) is ClaimState.READY
    sign(office, claim)
    assert state(office, claim) is ClaimState.SIGNED
    assert approve(office, claim) == "Claim 2026-0001 approved"
    assert state(office, claim) is ClaimState.APPROVED


@pytest.mark.parametrize("how", Agreed)
def test_people_agree_in_their_own_way_and_it_is_noted_by_whom(office, claim, how):
    sign(office, claim, how)
    assert [row.words for row in office.approvals.steps(claim)] == [
        "made ready by Sam", f"agreed {how.words}, noted by Sam",
    ]  # fmt: skip


def test_who_helped_is_written_down(office, claim):
    office.approvals.agree(AgreeClaims((claim,), Agreed.PHONE, helped_by="Jo Hart"))
    last = office.approvals.steps(claim)[-1].words
    assert last == "agreed by phone, noted by Sam: helped by Jo Hart"


def test_an_unsigned_claim_is_not_approved(office, claim):
    with pytest.raises(UserError, match="only a signed claim is approved"):
        approve(office, claim)
    assert state(office, claim) is ClaimState.READY


def test_a_draft_is_not_signed(office, person):
    group = b.add_group(office, person)
    office.claims.make(b.add_marked_meeting(office, group, person))
    with pytest.raises(UserError, match="only a claim that is ready is signed"):
        sign(office, b.claim_rows_of(office, person)[0].id)


@pytest.mark.parametrize("who", ["Bo Larsen", "bo  larsen", "BO"])
def test_nobody_approves_their_own_claim_whatever_they_say(office, claim, who):
    sign(office, claim)
    with pytest.raises(UserError, match="Nobody approves their own claim"):
        approve(office, claim, who, exception="there is nobody else")
    assert state(office, claim) is ClaimState.SIGNED


def test_whoever_made_it_ready_approves_it_only_with_a_reason(office, claim):
    sign(office, claim)
    with pytest.raises(UserError, match="You made this claim ready yourself") as refused:
        approve(office, claim, "Sam")
    assert refused.value.field == "exception"
    approve(office, claim, "Sam", exception="I am alone in the office this week")
    assert state(office, claim) is ClaimState.APPROVED
    assert office.approvals.steps(claim)[-1].words == (
        "approved by Sam, as an exception: I am alone in the office this week"
    )


def test_a_deputy_says_whom_they_stand_in_for(office, claim):
    sign(office, claim)
    approve(office, claim, "Kim", deputy_for="Alex Moor")
    assert office.approvals.steps(claim)[-1].words == "approved by Kim: as deputy for Alex Moor"


def test_above_an_amount_two_people_approve(office, claim):
    office.organisation.correct(OrganisationDetails("Riverside", second_above=Money(8000)))
    sign(office, claim)
    said = approve(office, claim, "Kim")
    assert "approved once: somebody else has to, too. It is more than £80" in said
    assert state(office, claim) is ClaimState.SIGNED
    with pytest.raises(UserError, match="You approved this already"):
        approve(office, claim, "Kim")
    approve(office, claim, "Alex")
    assert state(office, claim) is ClaimState.APPROVED


def test_whoever_looks_at_a_claim_reads_why_two_people_approve_it(office, claim):
    office.organisation.correct(OrganisationDetails("Riverside", second_above=Money(8000)))
    words = "It is more than £80.00, so two people approve it."
    assert words in office.claims.find(claim).to_look_at
    sign(office, claim)
    approve(office, claim, "Kim")
    assert words in office.claims.find(claim).to_look_at
    approve(office, claim, "Alex")
    assert words not in office.claims.find(claim).to_look_at


def test_of_several_claims_it_is_said_which_somebody_else_has_to_approve_too(office, claim):
    office.organisation.correct(OrganisationDetails("Riverside", second_above=Money(8000)))
    other = b.add_person(office, "Bo")
    group = b.add_group(office, other, name="Other Group")
    office.claims.make(b.add_marked_meeting(office, group, other))
    small = b.issue(office, other)
    sign(office, claim)
    sign(office, small)
    office.sign_as("Kim")
    said = office.approvals.approve(ApproveClaims((claim, small))).words
    numbers = {row.id: row.number for row in office.claims.list_()}
    assert f"Claim {numbers[small]} approved. " in said
    assert f"Claim {numbers[claim]} approved once" in said


def test_just_that_amount_needs_one_person_only(office, claim):
    office.organisation.correct(OrganisationDetails("Riverside", second_above=Money(8420)))
    sign(office, claim)
    approve(office, claim)
    assert state(office, claim) is ClaimState.APPROVED


def test_soon_after_bank_details_changed_two_people_approve(office, claim, person, clock):
    office.organisation.correct(OrganisationDetails("Riverside", second_after_days=30))
    b.add_bank_details(office, person)
    sign(office, claim)
    approve(office, claim, "Kim")
    assert state(office, claim) is ClaimState.SIGNED
    approve(office, claim, "Alex")
    assert state(office, claim) is ClaimState.APPROVED


def test_a_line_is_refused_with_its_reason_and_the_rest_is_approved(office, claim):
    sign(office, claim)
    taxi = office.claims.find(claim).expenses[0]
    with pytest.raises(UserError, match="Say why the line is not paid"):
        approve(office, claim, refused={taxi.id: " "})
    approve(office, claim, refused={taxi.id: "the taxi was not agreed beforehand"})
    record = office.claims.find(claim)
    assert (record.row.fees, record.row.expenses) == (Money(7500), Money(0))
    assert record.not_paid == ["Not paid: taxi, £9.20: the taxi was not agreed beforehand"]
    assert office.claims.list_()[0].expenses == Money(0)


def test_a_claim_without_any_line_left_is_refused_as_a_whole_instead(office, claim):
    sign(office, claim)
    record = office.claims.find(claim)
    lines = {row.id: "no" for row in (*record.fees, *record.expenses)}
    with pytest.raises(UserError, match="No line is left"):
        approve(office, claim, refused=lines)


def test_a_claim_with_nothing_to_pay_is_settled_once_it_is_approved(office):
    ann = b.add_person(office, "Ann Lee", pay_choice=PayChoice.NOTHING)
    office.claims.make(b.add_marked_meeting(office, b.add_group(office, ann), ann))
    claim = b.issue(office, ann)
    sign(office, claim)
    approve(office, claim)
    assert state(office, claim) is ClaimState.PAID
    assert office.approvals.steps(claim)[-1].words == "paid by Kim: nothing was to be paid"
    assert office.payments.waiting() == []


def test_a_returned_claim_keeps_its_form_and_its_lines_are_drafted_anew(office, claim, person):
    sign(office, claim)
    with pytest.raises(UserError, match="Say why"):
        office.approvals.return_(TakeBack(claim, ""))
    change = office.approvals.return_(TakeBack(claim, "the miles look wrong"))
    assert change.words == ("Claim 2026-0001 returned; its lines are on draft claim 2026-0002 now")
    assert state(office, claim) is ClaimState.RETURNED
    anew = office.claims.find(change.id)
    assert (anew.row.fees, anew.row.expenses) == (Money(7500), Money(920))
    office.claims.issue(IssueClaims((change.id,)))


def test_a_refused_claim_is_not_drafted_again(office, claim, person):
    office.approvals.refuse(TakeBack(claim, "claimed elsewhere"))
    meeting = office.meetings.list_()[0].id
    assert "nothing new" in office.claims.make(meeting).words
    assert state(office, claim) is ClaimState.REFUSED


@pytest.mark.parametrize("way", ["return_", "refuse"])
def test_what_is_over_cannot_be_taken_back_again(office, claim, way):
    office.approvals.refuse(TakeBack(claim, "claimed elsewhere"))
    with pytest.raises(UserError, match="cannot be taken back now"):
        getattr(office.approvals, way)(TakeBack(claim, "again"))
    with pytest.raises(UserError, match="cannot be taken back now"):
        office.claims.withdraw(WithdrawClaim(claim, "again"))


def test_signing_and_approving_are_undone_with_their_steps(office, claim, check_undo):
    check_undo(lambda: office.approvals.agree(AgreeClaims((claim,))))
    office.sign_as("Kim")
    check_undo(lambda: office.approvals.approve(ApproveClaims((claim,))))


def test_the_board_says_how_many_stand_where_and_how_long_the_oldest_waits(office, claim, clock):
    clock.time += timedelta(days=9)
    (ready,) = office.approvals.board()
    assert ready.words == "ready to sign: 1, oldest 9 days"
    sign(office, claim)
    assert [row.words for row in office.approvals.board()] == ["signed: 1, oldest today"]
    assert office.claims.list_()[0].age == "today"


def test_one_refusal_among_many_leaves_all_as_they_were(office, claim, person):
    sign(office, claim)
    other = b.add_person(office, "Kim")
    group = b.add_group(office, other, name="Other Group")
    office.claims.make(b.add_marked_meeting(office, group, other))
    second = b.issue(office, other)
    sign(office, second)
    office.sign_as("Kim")
    with pytest.raises(UserError, match="their own"):
        office.approvals.approve(ApproveClaims((claim, second)))
    assert state(office, claim) is ClaimState.SIGNED


@pytest.mark.parametrize("who", ["Larsen", "B. Larsen", "Bo L", "bo larsen-hart"])
def test_somebody_whose_name_is_like_theirs_says_that_it_is_not_their_own(office, claim, who):
    sign(office, claim)
    with pytest.raises(UserError, match="Your name is like Bo Larsen") as asked:
        approve(office, claim, who)
    assert asked.value.field == "not_own"
    approve(office, claim, who, not_own="I am the other Larsen, from finance")
    assert state(office, claim) is ClaimState.APPROVED
    assert office.approvals.steps(claim)[-1].words == (
        f"approved by {who}: not their own claim: I am the other Larsen, from finance"
    )


def test_saying_that_it_is_not_their_own_does_not_help_who_has_the_very_name(office, claim):
    sign(office, claim)
    with pytest.raises(UserError, match="Nobody approves their own claim"):
        approve(office, claim, "Bo Larsen", not_own="somebody else of that name")


def test_an_initial_is_no_name_and_asks_nothing(office, claim):
    sign(office, claim)
    approve(office, claim, "B. Hart")
    assert state(office, claim) is ClaimState.APPROVED


def test_what_is_said_of_the_name_never_stands_in_for_a_second_person(office, claim):
    office.organisation.correct(OrganisationDetails("Riverside", second_above=Money(8000)))
    sign(office, claim)
    approve(office, claim, "Larsen", not_own="the other one")
    assert state(office, claim) is ClaimState.SIGNED


TAXI = LineDetails(Category.TAXI, b.MAY_9, "taxi", Money(9900))


@pytest.fixture
def draft(office: Office, person):
    """Bo's draft, which Kim made from the register."""
    office.sign_as("Kim")
    office.claims.make(b.add_marked_meeting(office, b.add_group(office, person), person))
    return b.claim_rows_of(office, person)[0].id


def ready(office, person, who="Sam"):
    office.sign_as(who)
    claim = b.issue(office, person)
    sign(office, claim)
    return claim


def test_whoever_typed_a_line_approves_it_only_with_a_reason(office, person, draft):
    office.claim_lines.add(AddLine(draft, TAXI))
    claim = ready(office, person)
    with pytest.raises(UserError, match="You typed or changed lines of this claim") as refused:
        approve(office, claim, "Kim")
    assert refused.value.field == "exception"
    approve(office, claim, "Kim", exception="nobody else is here")
    assert office.approvals.steps(claim)[-1].words.endswith("as an exception: nobody else is here")


def test_whoever_changed_or_removed_a_line_counts_as_having_prepared_it(office, person, draft):
    office.claim_lines.add(AddLine(draft, TAXI))
    fee = office.claims.find(draft).fees[0]
    office.sign_as("Alex")
    office.claim_lines.remove(fee.id)
    claim = ready(office, person)
    with pytest.raises(UserError, match="You typed or changed lines"):
        approve(office, claim, "Alex")


def test_drafting_from_the_register_or_undoing_what_was_typed_prepares_nothing(
    office, person, draft
):
    office.claim_lines.add(AddLine(draft, TAXI))
    office.history.undo()
    claim = ready(office, person)
    approve(office, claim, "Kim")
    assert state(office, claim) is ClaimState.APPROVED


def test_whoever_typed_a_line_is_known_after_the_claim_was_returned(office, person, draft):
    office.claim_lines.add(AddLine(draft, TAXI))
    office.approvals.return_(TakeBack(ready(office, person), "read it again"))
    claim = ready(office, person)
    with pytest.raises(UserError, match="You typed or changed lines"):
        approve(office, claim, "Kim")
    approve(office, claim, "Alex")
    assert state(office, claim) is ClaimState.APPROVED
