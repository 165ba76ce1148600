"""The wrong amount is found when the form is signed: withdrawn, put right, issued anew."""

import pytest

import builders as b
from alongside.domain.claims import Category, ClaimState, Handling
from alongside.domain.errors import UserError
from alongside.domain.money import Money
from alongside.domain.people import PayChoice
from alongside.services.claim_lines import CorrectLine
from alongside.services.claims import WithdrawClaim
from alongside.services.groups import CorrectGroup, GroupDetails
from alongside.services.line_rows import LineDetails
from alongside.services.organisation import OrganisationDetails
from alongside.services.people import CorrectPerson, PersonDetails
from stories.paper import print_all, printed


@pytest.fixture
def ann(office):
    ann = b.add_person(office, "Ann Lee", pay_choice=PayChoice.BANK)
    b.add_bank_details(office, ann)
    b.add_usual_cost(office, ann)
    office.claims.make(b.add_marked_meeting(office, b.add_group(office, ann), ann))
    return ann


def taxi_at(amount: Money) -> LineDetails:
    return LineDetails(Category.TAXI, b.MAY_9, "taxi", amount, handling=Handling.REIMBURSE)


def test_a_wrong_amount_is_withdrawn_and_issued_anew(office, clock, ann, tmp_path):
    old = b.issue(office, ann)
    first = print_all(office, [old], tmp_path / "first")

    # The taxi was £11, not £9.20: but an issued claim never changes.
    taxi = b.claim_of(office, ann).expenses[0]
    with pytest.raises(UserError, match="issued, so it never changes"):
        office.claim_lines.correct(CorrectLine(taxi.id, taxi_at(Money(1100))))

    # Withdrawn, with a reason. The same lines stand on a draft with a number of its own.
    with pytest.raises(UserError, match="Say why"):
        office.claims.withdraw(WithdrawClaim(old, "  "))
    new = office.claims.withdraw(WithdrawClaim(old, "the taxi was £11.00")).id
    draft = office.claims.find(new)
    assert (draft.row.number, draft.row.state) == ("2026-0002", ClaimState.DRAFT)
    assert (draft.row.fees, draft.row.expenses) == (Money(7500), Money(920))

    # Put right, issued anew, signed again.
    office.claim_lines.correct(CorrectLine(draft.expenses[0].id, taxi_at(Money(1100))))
    b.issue(office, ann)
    assert "fees £75.00 and expenses £11.00" in printed(office, ann)
    assert office.claims.find(old).row.state is ClaimState.WITHDRAWN
    assert office.claims.find(old).withdrawn_reason == "the taxi was £11.00"

    # The old form is still the paper that was signed, byte for byte.
    clock.time = clock.time.replace(month=6)
    assert print_all(office, [old], tmp_path / "again") == first


def test_an_old_form_reprints_identically_whatever_has_changed_since(office, clock, ann, tmp_path):
    old = b.issue(office, ann)
    first = print_all(office, [old], tmp_path / "first")

    clock.time = clock.time.replace(2031, 2, 3)
    office.organisation.correct(OrganisationDetails("Riverside United", "9 New Street"))
    changed = PersonDetails("Ann Lee-Moss", phone="0161 496 0001", pay_choice=PayChoice.CASH)
    office.people.correct(CorrectPerson(ann, changed))
    b.add_bank_details(office, ann, "55779911")
    group = office.groups.list_()[0].id
    office.groups.correct(CorrectGroup(group, GroupDetails("Streets Forum", budget_code="S-9")))

    assert print_all(office, [old], tmp_path / "again") == first
    assert "Ann Lee-Moss" not in office.forms.form(old).words


def test_printing_changes_nothing_and_leaves_a_line(office, ann, tmp_path):
    claim = b.claim_of(office, ann)
    history = office.history.list_()
    print_all(office, [claim.row.id], tmp_path / "forms")
    assert b.claim_of(office, ann) == claim
    line, *before = office.history.list_()
    assert before == history
    assert line.words == f"Claim form 2026-0001 printed to the folder {tmp_path / 'forms'}"
    assert office.history.steps().undo == history[0].words
    assert "Draft" in printed(office, ann)


def test_a_new_meeting_and_what_was_withdrawn_share_one_draft(office, ann):
    """There is never a second open claim beside the first for the same person and budget."""
    old = b.issue(office, ann)
    group = office.groups.list_()[0].id
    office.claims.make(b.add_marked_meeting(office, group, ann, day=b.MAY_9.replace(day=2)))
    office.claims.withdraw(WithdrawClaim(old, "the wrong amount"))
    rows = b.claim_rows_of(office, ann)
    assert [row.state for row in rows] == [ClaimState.DRAFT, ClaimState.WITHDRAWN]
    assert (rows[0].fees, rows[0].expenses) == (Money(15000), Money(1840))
