"""A meeting from the first arrival to the signed form, with no internet and a few slips."""

from datetime import date, time

import pytest

import builders as b
from alongside.domain.claims import ClaimState
from alongside.domain.errors import UserError
from alongside.domain.meetings import State
from alongside.domain.money import Money
from alongside.domain.people import PayChoice
from alongside.services.attendance import AddWalkIn, CorrectAttendance
from alongside.services.claims import IssueClaims
from alongside.services.meetings import CancelMeeting
from stories.paper import print_all, printed

TODAY = date(2026, 5, 12)
NAMES = ("Ann Lee", "Bo Larsen", "Carys Ŵyn", "Devi Rao", "Eve Stone", "Finn Moss", "Gwen Hill")


@pytest.fixture
def people(office):
    return {name: b.add_person(office, name, pay_choice=PayChoice.BANK) for name in NAMES}


@pytest.fixture
def meeting(office, people):
    group = b.add_group(office, *people.values())
    b.add_bank_details(office, people["Ann Lee"])
    b.add_usual_cost(office, people["Ann Lee"])
    return b.add_meeting(office, group, TODAY, place="Town Hall")


def test_a_day_of_the_meeting(office, clock, people, meeting, tmp_path):
    ann, bo, carys, devi, eve, finn, gwen = people.values()

    # People arrive; each mark is said back in words.
    clock.time = clock.time.replace(hour=12, minute=55)
    assert b.mark(office, meeting, ann) == "Ann Lee, attended"
    assert b.mark(office, meeting, bo, State.ATTENDED_PART, arrived=time(13, 40)) == (
        "Bo Larsen, attended part, 13:40 to 15:30"
    )
    assert b.mark(office, meeting, carys, State.ONLINE) == "Carys Ŵyn, online"
    assert b.mark(office, meeting, devi, State.APOLOGIES) == "Devi Rao, apologies"
    assert b.mark(office, meeting, eve, State.DID_NOT_COME) == "Eve Stone, did not come"
    assert b.mark(office, meeting, finn, State.CANCELLED_LATE) == "Finn Moss, cancelled late"

    # A slip: that was not Eve's apology but Gwen's. Undo says what it takes back.
    b.mark(office, meeting, eve, State.APOLOGIES)
    assert office.history.steps().undo == "Eve Stone, apologies"
    office.history.undo()
    b.mark(office, meeting, gwen, State.APOLOGIES)

    # Two walk in: one nobody knew, and one who is on the register already.
    walk_in = office.attendance.add_walk_in(AddWalkIn(meeting, name="Hal Brook"))
    assert walk_in.words == "Hal Brook added to the register, attended"
    with pytest.raises(UserError, match="is on this register already"):
        office.attendance.add_walk_in(AddWalkIn(meeting, name="ann lee"))

    # Ann chaired, and had read for an hour and a half.
    row = b.line_of(office, meeting, ann)
    role = next(r.role for r in office.attendance.list_for(meeting).rows if r.id == row)
    office.attendance.correct(
        CorrectAttendance(row, State.ATTENDED, role, preparation_minutes=90, supporter="Jo Hart")
    )
    register = office.attendance.list_for(meeting)
    assert (register.marked, register.left, register.attended) == (8, 0, 4)

    # Claims for those who are paid: who was there, and who cancelled today.
    clock.time = clock.time.replace(hour=15, minute=35)
    assert office.claims.make(meeting).words.endswith("5 people drafted")
    drafts = office.claims.list_(meeting_id=meeting)
    assert {row.person for row in drafts} == {
        "Ann Lee", "Bo Larsen", "Carys Ŵyn", "Finn Moss", "Hal Brook",
    }  # fmt: skip
    assert (b.claim_of(office, ann).row.fees, b.claim_of(office, ann).row.expenses) == (
        Money(9000), Money(920),
    )  # fmt: skip
    assert b.claim_of(office, finn).row.fees == Money(3750)

    # A mark corrected afterwards brings its draft up to date, and says so.
    assert "brought up to date" in b.mark(office, meeting, carys, State.DID_NOT_COME)
    office.history.undo()

    # Drafts are looked through on paper; they say what they are, and have no place to sign.
    print_all(office, [row.id for row in drafts], tmp_path / "drafts")
    assert "Draft" in printed(office, ann)
    assert "Signature" not in printed(office, ann)

    # Then all are issued together, printed and signed.
    assert office.claims.issue(IssueClaims(tuple(row.id for row in drafts))).words == (
        "5 claims issued"
    )
    files = print_all(office, [row.id for row in drafts], tmp_path / "forms")
    assert len(files) == 5
    assert all(data.startswith(b"%PDF") for data in files.values())
    form = printed(office, ann)
    for fact in (
        "Ann Lee", "Town Hall", "13:00 to 15:30", "12 May 2026", "confirmed by Sam",
        "fees £90.00 and expenses £9.20", "••34", "Signature",
    ):  # fmt: skip
        assert fact in form
    assert "Draft" not in form
    assert "31926834" not in form
    assert "00-00-42" not in form

    # The day is in the history, in words; what is issued can no longer be undone.
    said = [line.words for line in office.history.list_()]
    numbers = "2026-0001 to 2026-0005"
    assert said[:2] == [
        f"5 claim forms, {numbers}, printed to the folder {tmp_path / 'forms'}", "5 claims issued",
    ]  # fmt: skip
    assert "Hal Brook added to the register, attended" in said
    assert office.history.steps().undo == ""


def test_a_second_run_after_a_late_mark_adds_only_what_is_new(office, people, meeting):
    ann, bo, *_others = people.values()
    b.mark(office, meeting, ann)
    office.claims.make(meeting)
    before = b.claim_of(office, ann)
    b.mark(office, meeting, bo)
    assert office.claims.make(meeting).words.endswith("1 person drafted")
    assert b.claim_of(office, ann) == before
    assert office.claims.make(meeting).words.endswith("nothing new")


def test_a_line_struck_out_and_a_line_put_right_stay_so(office, people, meeting):
    ann = people["Ann Lee"]
    b.mark(office, meeting, ann)
    office.claims.make(meeting)
    taxi = b.claim_of(office, ann).expenses[0]
    office.claim_lines.remove(taxi.id)
    office.claims.make(meeting)
    assert not b.claim_of(office, ann).expenses
    assert "There are no expenses" in printed(office, ann)


def test_a_meeting_called_off_is_told_apart_from_people_not_coming(office, people, meeting):
    office.meetings.cancel(CancelMeeting(meeting, "the lift is broken"))
    rows = office.attendance.list_for(meeting).rows
    assert {row.state for row in rows} == {State.MEETING_CANCELLED}
    office.claims.make(meeting)  # the policy pays those we let down
    claim = b.claim_of(office, people["Ann Lee"])
    assert claim.row.state is ClaimState.DRAFT
    assert claim.row.fees == Money(7500)
    assert not claim.expenses
