"""Claims are corrected while drafts, issued once and for all, and withdrawn with a reason."""

from dataclasses import replace
from datetime import date

import pytest

import builders as b
from alongside.documents import claim_form
from alongside.domain.claims import Category, ClaimState, Decision, Handling
from alongside.domain.errors import UserError
from alongside.domain.money import Money
from alongside.domain.people import Format
from alongside.services.claim_lines import AddLine, CorrectLine
from alongside.services.claims import IssueClaims, WithdrawClaim
from alongside.services.groups import CorrectGroup
from alongside.services.line_rows import LineDetails
from alongside.services.looks import FormLook
from alongside.services.organisation import OrganisationDetails
from alongside.services.people import CorrectPerson, PersonDetails
from app.documents.sheets import a_logo

TRAM = LineDetails(Category.BUS_TRAIN_TRAM, b.MAY_9, "tram", Money(480))


@pytest.fixture
def ann(office):
    return b.add_person(office, "Ann Lee", pay_note="small notes")


@pytest.fixture
def claim(office, ann):
    """Return Ann's draft: a fee of £75, a taxi of £9.20, a car journey of 12.4 miles."""
    b.add_usual_cost(office, ann)
    b.add_usual_cost(office, ann, Category.CAR, tenths_of_mile=62)
    office.claims.make(b.add_marked_meeting(office, b.add_group(office, ann), ann))
    return b.claim_of(office, ann).row.id


def test_a_line_by_hand_says_who_added_it(office, claim):
    change = office.claim_lines.add(AddLine(claim, TRAM))
    assert (change.words, change.id) == ("Line added to claim 2026-0001: tram", claim)
    line = office.claims.find(claim).expenses[-1]
    assert (line.why, line.amount, line.handled) == ("added by Sam", Money(480), "reimburse")


def test_miles_by_hand_are_worked_out_by_the_policy(office, claim):
    details = LineDetails(Category.BICYCLE, b.MAY_9, "by bicycle", tenths_of_mile=35)
    office.claim_lines.add(AddLine(claim, details))
    line = office.claims.find(claim).expenses[-1]
    assert (line.amount, line.offered) == (Money(70), Money(70))
    assert line.why == "3.5 miles at £0.20 a mile (rate from 1 January 2020)"


def test_miles_corrected_are_worked_out_anew(office, claim):
    car = office.claims.find(claim).expenses[1]
    details = LineDetails(Category.CAR, b.MAY_9, "the long way round", tenths_of_mile=200)
    office.claim_lines.correct(CorrectLine(car.id, details))
    assert office.claims.find(claim).expenses[1].amount == Money(900)


def test_an_amount_corrected_says_what_it_was(office, claim):
    taxi = office.claims.find(claim).expenses[0]
    details = LineDetails(
        Category.TAXI, b.MAY_9, "taxi", Money(1100), handling=Handling.ON_ACCOUNT, receipt="1"
    )
    office.claim_lines.correct(CorrectLine(taxi.id, details))
    record = office.claims.find(claim)
    assert record.expenses[0].why == "corrected from £9.20"
    assert (record.row.expenses, record.expenses_otherwise) == (Money(558), Money(1100))


def test_what_is_waived_is_paid_by_nobody(office, claim):
    taxi = office.claims.find(claim).expenses[0]
    details = LineDetails(Category.TAXI, b.MAY_9, "taxi", Money(920), handling=Handling.WAIVED)
    office.claim_lines.correct(CorrectLine(taxi.id, details))
    record = office.claims.find(claim)
    assert (record.row.expenses, record.expenses_otherwise) == (Money(558), Money(0))


def test_a_correction_that_changes_nothing_answers_and_leaves_the_line_to_drafting(office, claim):
    fee = office.claims.find(claim).fees[0]
    lines = len(office.history.list_())
    change = office.claim_lines.correct(CorrectLine(fee.id, fee.details))
    assert "corrected" in change.words
    assert len(office.history.list_()) == lines


@pytest.mark.parametrize("decision", [Decision.DECLINE, Decision.DONATE])
def test_a_fee_declined_or_given_away_is_nothing_beside_its_offer(office, claim, decision):
    fee = office.claims.find(claim).fees[0]
    details = LineDetails(Category.ATTENDANCE, b.MAY_9, fee.words, Money(7500), 0, decision)
    office.claim_lines.correct(CorrectLine(fee.id, details))
    (fee,) = office.claims.find(claim).fees
    assert (fee.offered, fee.amount) == (Money(7500), Money(0))
    assert fee.decision == decision.words


@pytest.mark.parametrize(
    ("field", "details"),
    [
        ("amount", {"amount": Money(7501)}),
        ("amount", {"amount": None}),
        ("amount", {"amount": Money(-1)}),
        ("decision", {"amount": Money(100)}),
        ("words", {"words": " ", "amount": Money(7500)}),
        ("category", {"category": Category.TASK, "amount": Money(7500)}),
    ],
)
def test_a_fee_that_cannot_be_names_its_field(office, claim, field, details):
    fee = office.claims.find(claim).fees[0]
    given = {"category": Category.ATTENDANCE, "day": b.MAY_9, "words": "meeting"} | details
    with pytest.raises(UserError) as raised:
        office.claim_lines.correct(CorrectLine(fee.id, LineDetails(**given)))
    assert raised.value.field == field
    assert office.claims.find(claim).fees == [fee]


@pytest.mark.parametrize(
    ("field", "details"),
    [
        ("amount", LineDetails(Category.TAXI, b.MAY_9, "taxi")),
        ("tenths_of_mile", LineDetails(Category.CAR, b.MAY_9, "car")),
        ("tenths_of_mile", LineDetails(Category.CAR, b.MAY_9, "car", tenths_of_mile=-1)),
        ("category", LineDetails(Category.CAR, date(2019, 1, 1), "car", tenths_of_mile=10)),
    ],
)
def test_an_expense_that_cannot_be_names_its_field(office, claim, field, details):
    with pytest.raises(UserError) as raised:
        office.claim_lines.add(AddLine(claim, details))
    assert raised.value.field == field
    assert len(office.claims.find(claim).expenses) == 2


def test_a_line_that_is_gone_is_said_to_be(office, claim):
    office.claim_lines.add(AddLine(claim, TRAM))
    for line in office.claims.find(claim).expenses:
        office.claim_lines.remove(line.id)
        with pytest.raises(UserError, match="no longer here"):
            office.claim_lines.remove(line.id)


def test_an_issued_claim_never_changes(office, ann, claim):
    record = office.claims.find(claim)
    b.issue(office, ann)
    for act in (
        lambda: office.claim_lines.add(AddLine(claim, TRAM)),
        lambda: office.claim_lines.remove(record.fees[0].id),
        lambda: office.claim_lines.correct(CorrectLine(record.fees[0].id, record.fees[0].details)),
    ):
        with pytest.raises(UserError, match="is issued, so it never changes"):
            act()
    assert office.claims.find(claim).fees == record.fees


def test_an_issued_form_reprints_the_same_whatever_changed_since(office, ann, claim):
    office.organisation.correct(OrganisationDetails("Riverside", logo=None))
    b.issue(office, ann)
    sheet = office.forms.sheet(claim)
    assert (sheet.is_draft, sheet.organisation, sheet.person) == (False, "Riverside", "Ann Lee")
    office.organisation.correct(OrganisationDetails("Another name"))
    office.people.correct(CorrectPerson(ann, PersonDetails("Ann Lee-Hart")))
    assert office.forms.sheet(claim) == sheet


def test_an_issued_form_is_the_same_file_years_later_in_every_edition(
    office, ann, claim, tmp_path, monkeypatch
):
    """Whatever its headings are called by then: they are kept as they were said."""
    office.organisation.correct(OrganisationDetails("Riverside", logo=a_logo()))
    b.issue(office, ann)

    def printed(folder):
        made = [
            office.forms.to_folder([claim], tmp_path / folder / each, look=FormLook(each))
            for each in Format
        ]
        return [place.read_bytes() for done in made for place in done.files]

    before = printed("before")
    office.organisation.correct(OrganisationDetails("Another name"))
    office.people.correct(CorrectPerson(ann, PersonDetails("Ann Lee-Hart")))
    monkeypatch.setattr(claim_form, "_", lambda words: words.replace("Fees", "Pay"))
    assert printed("after") == before


def test_a_draft_form_follows_what_changes(office, ann, claim):
    office.people.correct(CorrectPerson(ann, PersonDetails("Ann Lee-Hart")))
    sheet = office.forms.sheet(claim)
    assert (sheet.is_draft, sheet.person) == (True, "Ann Lee-Hart")
    assert sheet.to_pay == "fees £75.00 and expenses £14.78"


def test_a_claim_without_lines_is_not_issued(office, claim):
    record = office.claims.find(claim)
    for line in (*record.fees, *record.expenses):
        office.claim_lines.remove(line.id)
    with pytest.raises(UserError, match="Claim 2026-0001 has no lines"):
        office.claims.issue(IssueClaims((claim,)))


def test_issuing_says_which_and_passes_over_those_issued_already(office, claim):
    assert office.claims.issue(IssueClaims((claim, claim))).words == "Claim 2026-0001 issued"
    assert office.claims.issue(IssueClaims((claim,))).words == "No draft claims to issue"
    assert office.claims.count_drafts() == 0


def test_a_withdrawn_claim_is_kept_and_its_lines_are_drafted_anew(office, ann, claim):
    office.claim_lines.add(AddLine(claim, TRAM))
    before = office.claims.find(claim)
    b.issue(office, ann)
    change = office.claims.withdraw(WithdrawClaim(claim, "wrong fare"))
    assert change.words == "Claim 2026-0001 withdrawn; its lines are on draft claim 2026-0002 now"
    old, anew = office.claims.find(claim), office.claims.find(change.id)
    assert (old.row.state, old.withdrawn_reason) == (ClaimState.WITHDRAWN, "wrong fare")
    assert old.fees == before.fees
    assert anew.row.state is ClaimState.DRAFT
    told = [[(line.words, line.amount, line.why) for line in record.expenses]
            for record in (old, anew)]  # fmt: skip
    assert told[0] == told[1]


def test_drafting_after_withdrawing_adds_nothing_twice(office, ann, claim):
    b.issue(office, ann)
    anew = office.claims.withdraw(WithdrawClaim(claim, "wrong fare")).id
    meeting = office.meetings.list_()[0].id
    assert office.claims.make(meeting).words.endswith("nothing new")
    office.claim_lines.remove(office.claims.find(anew).expenses[0].id)
    office.claims.make(meeting)
    assert len(office.claims.find(anew).expenses) == 1
    assert [row.id for row in office.claims.list_(meeting_id=meeting)] == [anew]


def test_withdrawn_lines_join_the_open_draft_of_the_same_budget(office, ann, claim):
    b.issue(office, ann)
    group = office.groups.list_()[0].id
    office.claims.make(b.add_marked_meeting(office, group, ann, day=date(2026, 5, 11)))
    change = office.claims.withdraw(WithdrawClaim(claim, "wrong fare"))
    assert len(office.claims.list_(state=ClaimState.DRAFT)) == 1
    assert office.claims.find(change.id).row.fees == Money(15000)


def test_a_withdrawn_claim_never_changes_either(office, ann, claim):
    fee = office.claims.find(claim).fees[0]
    b.issue(office, ann)
    office.claims.withdraw(WithdrawClaim(claim, "wrong fare"))
    with pytest.raises(UserError, match="is withdrawn, so it never changes"):
        office.claim_lines.remove(fee.id)
    with pytest.raises(UserError, match="cannot be taken back now"):
        office.claims.withdraw(WithdrawClaim(claim, "again"))


def test_withdrawing_wants_a_reason(office, ann, claim):
    b.issue(office, ann)
    with pytest.raises(UserError) as raised:
        office.claims.withdraw(WithdrawClaim(claim, " "))
    assert raised.value.field == "reason"


def test_claims_are_found_by_number_state_and_meeting(office, claim):
    meeting = office.meetings.list_()[0].id
    assert office.claims.find_number(" 2026-0001 ") == claim
    assert [row.id for row in office.claims.list_(state=ClaimState.DRAFT)] == [claim]
    assert office.claims.list_(state=ClaimState.READY) == []
    assert [row.id for row in office.claims.list_(meeting_id=meeting)] == [claim]
    with pytest.raises(UserError, match="There is no claim 2026-0009"):
        office.claims.find_number("2026-0009")


def test_the_form_names_the_activity_and_totals_fees_and_expenses_apart(office, ann, claim):
    sheet = office.forms.sheet(claim)
    assert [entry.date for entry in sheet.activities] == ["9 May 2026"]
    assert (sheet.fees_to_pay, sheet.expenses_to_pay) == (Money(7500), Money(1478))
    assert sheet.group == "Transport Design Group"
    assert sheet.how_to_pay.endswith(": small notes")


def test_a_group_says_where_to_get_advice_and_a_logo_what_it_shows(office, ann):
    group = b.add_group(office, ann)
    details = replace(office.groups.find(group), signposting="Citizens’ Advice, 0800 144 8848")
    office.groups.correct(CorrectGroup(group, details))
    words = "Three waves"
    office.organisation.correct(OrganisationDetails("Riverside", logo=a_logo(), logo_words=words))
    office.claims.make(b.add_marked_meeting(office, group, ann))
    claim = b.issue(office, ann)
    assert office.forms.sheet(claim).notes[-1] == "Citizens’ Advice, 0800 144 8848"
    (file,) = office.forms.to_folder([claim], office.path.parent / "forms").files
    assert b"/Alt (Three waves)" in file.read_bytes()
