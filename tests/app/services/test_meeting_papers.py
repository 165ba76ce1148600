"""Papers of a meeting: who stands on them, what they say of anybody, what is written where."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

import builders as b
from alongside.documents.meeting_papers import paper_of
from alongside.documents.parts import Letterhead
from alongside.domain.claims import Category, Handling
from alongside.domain.errors import UserError, WorldError
from alongside.domain.meeting_sheets import MeetingPaper
from alongside.domain.meetings import Role, State
from alongside.domain.money import Money
from alongside.domain.people import Format, PersonStatus
from alongside.services.approvals import AgreeClaims, ApproveClaims
from alongside.services.attendance import CorrectAttendance
from alongside.services.budgets import AddBudget, BudgetDetails
from alongside.services.meeting_paper_requests import PrintPaper, WritePapers
from alongside.services.meetings import CancelMeeting
from alongside.services.organisation import OrganisationDetails
from alongside.services.people import CorrectPerson
from app.documents.sheets import a_logo

JUNE_9 = date(2026, 6, 9)
SIGN_IN, ACCESS, INVITATIONS = MeetingPaper.SIGN_IN, MeetingPaper.ACCESS, MeetingPaper.INVITATIONS
SUMMARY, BLANK = MeetingPaper.SUMMARY, MeetingPaper.BLANK_FORM


@pytest.fixture
def meeting(office):
    """Return a meeting that Ann Lee, who needs a loop, and Bo Larsen are invited to."""
    office.organisation.correct(
        OrganisationDetails("Riverside Network", help_name="Sam Okafor", help_phone="0161 496 0000")
    )
    ann = b.add_person(
        office,
        access_requirements="a hearing loop, breaks\nand level access, please",
        format=Format.LARGE_18,
    )
    bo = b.add_person(office, "Bo Larsen", access_requirements="Breaks")
    group = b.add_group(office, ann, bo)
    return b.add_meeting(office, group, JUNE_9, place="Town Hall")


def words(office, meeting, paper, number=0, **asked) -> str:
    return office.meeting_papers.look(PrintPaper(meeting, paper, **asked), number).words


def person_on(office, meeting, name):
    rows = office.attendance.list_for(meeting).rows
    return next(row for row in rows if row.name == name)


def test_the_register_to_sign_has_everybody_expected_and_nothing_that_they_require(office, meeting):
    said = words(office, meeting, SIGN_IN)
    assert "Tuesday 9 June 2026" in said
    assert said.index("Ann Lee") < said.index("Bo Larsen")
    assert "loop" not in said.casefold()
    assert "Time in" not in said
    said = words(office, meeting, SIGN_IN, asks_times=True, asks_journey=True)
    assert said.count("Line to write on: Time in") == 2 + 6
    assert said.count("Line to write on: Usual journey?") == 2


@pytest.mark.parametrize("paper", [SIGN_IN, ACCESS, INVITATIONS])
def test_who_said_that_they_cannot_come_and_who_died_stands_on_no_paper(office, meeting, paper):
    bo = person_on(office, meeting, "Bo Larsen")
    b.mark(office, meeting, bo.person_id, State.APOLOGIES)
    said = "".join(p.words for p in office.meeting_papers.for_printer(
        PrintPaper(meeting, paper, in_charge="Sam")))  # fmt: skip
    assert "Ann Lee" in said
    assert "Bo Larsen" not in said
    ann = person_on(office, meeting, "Ann Lee").person_id
    gone = replace(office.people.find(ann), status=PersonStatus.DIED)
    office.people.correct(CorrectPerson(ann, gone))
    if paper is INVITATIONS:
        with pytest.raises(UserError, match="Nobody is invited"):
            office.meeting_papers.people(PrintPaper(meeting, paper))
    else:
        assert "Ann Lee" not in words(office, meeting, paper)


def test_an_access_sheet_says_what_each_requires_and_totals_what_to_have_ready(office, meeting):
    said = words(office, meeting, ACCESS, in_charge="Sam Okafor")
    assert said.startswith("Confidential: for Sam Okafor only. Destroy it after 9 June 2026.")
    assert "Requires: a hearing loop, breaks; and level access, please" in said
    for ready in ("Breaks: for 2 people", "A hearing loop: for 1 person",
                  "Level access: for 1 person",
                  "Papers in large print, 18 point: for 1 person"):  # fmt: skip
        assert f"Box to tick: {ready}" in said


def test_an_access_sheet_says_whom_people_bring_and_how_they_usually_come(office, meeting):
    ann, bo = (person_on(office, meeting, name) for name in ("Ann Lee", "Bo Larsen"))
    b.add_usual_cost(office, ann.person_id, Category.TAXI, amount=Money(920),
                     handling=Handling.ON_ACCOUNT)  # fmt: skip
    b.add_usual_cost(office, ann.person_id, Category.SUPPORT_WORKER, amount=Money(4050),
                     payee="Jo Hart")  # fmt: skip
    came = CorrectAttendance(bo.id, State.ATTENDED, Role.MEMBER, supporter="interpreter Kim")
    office.attendance.correct(came)
    said = words(office, meeting, ACCESS)
    assert "Usual journey: taxi, booked and paid by us" in said
    assert "Comes with: personal assistant or support worker, Jo Hart" in said
    assert "Comes with: interpreter Kim" in said
    assert "A seat for somebody who comes with a person: for 2 people" in said
    assert "Somebody to meet taxis: for 1 person" in said


def test_what_was_to_be_asked_again_by_then_is_said_to_be_perhaps_out_of_date(office):
    review = JUNE_9 - timedelta(days=1)
    ann = b.add_person(office, access_requirements="ramp", access_review=review)
    meeting = b.add_meeting(office, b.add_group(office, ann), JUNE_9)
    assert "to be asked again on 8 June 2026" in words(office, meeting, ACCESS)


def test_nobody_gets_an_access_sheet_that_names_nobody_in_charge(office, meeting, tmp_path):
    request = PrintPaper(meeting, ACCESS, in_charge=" ")
    with pytest.raises(UserError) as refused:
        office.meeting_papers.for_printer(request)
    assert refused.value.field == "in_charge"
    with pytest.raises(UserError):
        office.meeting_papers.to_folder(WritePapers(request, tmp_path))
    assert not list(tmp_path.glob("Access*"))


def test_an_invitation_offers_the_fee_of_the_policy_and_says_what_is_paid(office, meeting):
    said = words(office, meeting, INVITATIONS, reply_by=JUNE_9 - timedelta(days=7),
                 more="Ring the bell.\n\nBreaks at 14:00")  # fmt: skip
    assert "To: Ann Lee" in said
    assert "Trams and stops" in said
    assert "We offer you £75.00 for: Transport Design Group, meeting, member." in said
    assert "take less, take nothing" in said
    assert "45p" in said or "£0.45" in said
    assert "Ring the bell." in said
    assert "Breaks at 14:00" in said
    assert "Please answer by Tuesday 2 June 2026." in said
    assert "Ask: Sam Okafor, 0161 496 0000" in said
    assert "I will take part online." not in said


@pytest.mark.parametrize(
    ("policy", "said"),
    [
        (None, "Ask us which fee there is"),
    ],
)
def test_an_invitation_of_a_group_without_a_policy_promises_nothing(office, policy, said):
    ann = b.add_person(office)
    meeting = b.add_meeting(office, b.add_group(office, ann, policy=policy), JUNE_9)
    invited = words(office, meeting, INVITATIONS)
    assert said in invited
    assert "We offer you" not in invited


def test_invitations_are_files_in_each_persons_own_format_and_leave_a_line(
    office, meeting, tmp_path
):
    bo = person_on(office, meeting, "Bo Larsen").person_id
    plain = replace(office.people.find(bo), format=Format.PLAIN_TEXT)
    office.people.correct(CorrectPerson(bo, plain))
    heard = []
    written = office.meeting_papers.to_folder(
        WritePapers(PrintPaper(meeting, INVITATIONS), tmp_path / "june"),
        lambda *said: heard.append(said),
    )
    assert [file.name for file in written.files] == [
        "Invitations Transport Design Group, 9 June 2026 Ann Lee.pdf",
        "Invitations Transport Design Group, 9 June 2026 Bo Larsen.txt",
    ]
    assert all(file.exists() for file in written.files)
    assert heard == [(1, 2, "Ann Lee"), (2, 2, "Bo Larsen")]
    line = office.history.list_()[0].words
    assert line == (
        "Papers of Transport Design Group, 9 June 2026: invitations, 2 files, written to the "
        f"folder {tmp_path / 'june'}"
    )


def test_a_line_in_the_history_names_nobody_who_requires_anything(office, meeting, tmp_path):
    asked = PrintPaper(meeting, ACCESS, in_charge="Sam")
    office.meeting_papers.to_folder(WritePapers(asked, tmp_path))
    line = office.history.list_()[0].words
    assert "access sheet for the day" in line
    assert "Ann" not in line
    assert "loop" not in line


def test_two_people_of_one_name_have_two_invitations(office, tmp_path):
    people = [b.add_person(office, "Ann Lee"), b.add_person(office, "Ann Lee")]
    meeting = b.add_meeting(office, b.add_group(office, *people), JUNE_9)
    written = office.meeting_papers.to_folder(
        WritePapers(PrintPaper(meeting, INVITATIONS), tmp_path)
    )
    assert len({file.name for file in written.files}) == 2
    assert all(file.exists() for file in written.files)


def test_nothing_is_written_over_unless_it_may_be(office, meeting, tmp_path):
    asked = PrintPaper(meeting, SIGN_IN)
    office.meeting_papers.to_folder(WritePapers(asked, tmp_path))
    (name,) = office.meeting_papers.in_the_way(WritePapers(asked, tmp_path))
    assert name == "Sign-in register Transport Design Group, 9 June 2026.pdf"
    with pytest.raises(UserError) as refused:
        office.meeting_papers.to_folder(WritePapers(asked, tmp_path))
    assert refused.value.field == "folder"
    office.meeting_papers.to_folder(WritePapers(asked, tmp_path, may_replace=True))


def test_writing_can_be_stopped_and_what_is_written_is_noted(office, meeting, tmp_path):
    stops = iter((False, True))
    written = office.meeting_papers.to_folder(
        WritePapers(PrintPaper(meeting, INVITATIONS), tmp_path), is_cancelled=lambda: next(stops)
    )
    assert (len(written.files), written.is_whole) == (1, False)
    assert "invitations, 1 file," in office.history.list_()[0].words


def test_a_folder_that_cannot_be_is_said_in_a_sentence(office, meeting, tmp_path):
    blocked = tmp_path / "a file"
    blocked.write_text("not a folder", encoding="utf-8")
    with pytest.raises(WorldError):
        office.meeting_papers.to_folder(WritePapers(PrintPaper(meeting, SIGN_IN), blocked))


def test_a_cancelled_meeting_needs_no_papers_but_its_claims_can_be_looked_at(office, meeting):
    office.meetings.cancel(CancelMeeting(meeting, "flood"))
    for paper in (SIGN_IN, ACCESS, INVITATIONS):
        with pytest.raises(UserError, match="is cancelled"):
            office.meeting_papers.people(PrintPaper(meeting, paper))
    with pytest.raises(UserError, match="There are no claims"):
        office.meeting_papers.look(PrintPaper(meeting, SUMMARY))


def test_a_blank_form_has_the_meeting_filled_in_and_no_person(office, meeting):
    said = words(office, meeting, BLANK)
    assert "Day: 9 June 2026" in said
    assert "Place: Town Hall" in said
    assert "Ann Lee" not in said
    assert "Line to write on: Name" in said


@pytest.fixture
def claimed(office):
    """Return a meeting of 9 May with claims of two people, and a budget of £200."""
    ann, bo = b.add_person(office), b.add_person(office, "Bo Larsen")
    b.add_usual_cost(office, ann)
    group = b.add_group(office, ann, bo)
    office.budgets.add(AddBudget(group, b.MAY_9, BudgetDetails("T-1", Money(20000))))
    meeting = b.add_marked_meeting(office, group, ann, bo)
    office.claims.make(meeting)
    return meeting


def test_a_summary_has_fees_and_expenses_apart_the_total_and_what_is_left(office, claimed):
    said = words(office, claimed, SUMMARY)
    ann, all_, bo = said.index("Ann Lee"), said.index("\nAll\n"), said.index("Bo Larsen")
    assert ann < bo < all_
    assert "Fees: £150.00\nExpenses: £9.20\nTo pay: £159.20" in said[all_:]
    assert "£40.80 is left of £200.00" in said
    assert "Line to write on: Signature" in said


def test_a_summary_says_what_is_to_be_looked_at(office, claimed):
    late = b.claim_of(office, b.claim_rows_of(office, office.people.list_()[0].id)[0].person_id)
    for note in late.to_look_at:
        assert note in words(office, claimed, SUMMARY)


def test_a_form_that_was_approved_can_end_in_who_approved_it_and_is_else_what_was_signed(
    office, claimed
):
    ann = person_on(office, claimed, "Ann Lee").person_id
    claim = b.issue(office, ann)
    before = office.forms.form(claim).words
    assert "For the office" not in before
    office.approvals.agree(AgreeClaims((claim,)))
    office.approvals.approve(ApproveClaims((claim,), exception="alone today"))
    assert office.forms.form(claim).words == before
    after = office.forms.form(claim, is_completed=True).words
    kept = "\n".join(before.rstrip().splitlines()[:-1]).rstrip()
    assert after.startswith(kept)
    added = after[len(kept) :]
    assert "For the office: approval and payment" in added
    assert "State: approved" in added
    assert "approved by" in added
    assert "alone today" in added


def test_the_logo_says_what_it_shows_on_letters_and_blank_forms_too(office, meeting):
    known = office.organisation.find()
    office.organisation.correct(replace(known, logo=a_logo(), logo_words="Three waves"))
    for paper in (INVITATIONS, BLANK):
        sheet = office.meeting_papers.sheets(PrintPaper(meeting, paper))[0]
        head = next(part for part in paper_of(sheet).parts if isinstance(part, Letterhead))
        assert (head.logo, head.logo_words) == (a_logo(), "Three waves")
