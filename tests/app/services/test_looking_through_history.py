"""The history is looked through by words, kind, name, day and record, and says what changed."""

from datetime import date, time
from pathlib import Path

import pytest

import builders as b
from alongside.domain.change import Kind
from alongside.domain.errors import UserError
from alongside.domain.meetings import Role, State
from alongside.domain.people import Format, PersonStatus
from alongside.office import Office
from alongside.services.attendance import AddWalkIn
from alongside.services.bank_details import BankAccount
from alongside.services.history import MOST_PRINTED, PrintHistory
from alongside.services.history_wanted import HistoryFilter, Record
from alongside.services.looks import Look
from alongside.services.members import CorrectMember, MemberDetails
from alongside.services.people import CorrectPerson, PersonDetails
from alongside.store.work import note


def found(office: Office, **wanted: object) -> list[str]:
    return [row.words for row in office.history.list_(HistoryFilter(**wanted))]


def told(office: Office, place: int = 0) -> list[str]:
    """Return what the newest line, or one before it, says in detail."""
    row = office.history.list_()[place]
    return [f"{detail.about}. {detail.words}" for detail in office.history.details(row.id)]


def test_words_are_found_whatever_their_accents_and_capitals(office):
    b.add_person(office, "Carys Ŵyn")
    b.add_person(office, "Bo Larsen")
    assert found(office, text="WYN added") == ["Carys Ŵyn added"]
    assert found(office, text="ŵyn") == ["Carys Ŵyn added"]
    assert found(office, text="larsen") == ["Bo Larsen added"]
    assert found(office, text="wyn larsen") == []
    assert found(office, text="100%") == []


def test_kinds_names_and_days_narrow_the_list(office, clock):
    person = b.add_person(office)
    office.sign_as("Jo Pênrose")
    clock.set(date(2026, 5, 13))
    b.add_group(office, person, policy=None)
    assert found(office, kind=Kind.PERSON)[-1] == "Ann Lee added"
    assert found(office, kind=Kind.CLAIM) == []
    assert found(office, who="penrose") == found(office, first=date(2026, 5, 13))
    assert found(office, last=date(2026, 5, 12)) == ["Ann Lee added"]
    assert found(office, first=date(2026, 5, 12), last=date(2026, 5, 12)) == ["Ann Lee added"]
    assert len(found(office)) == 3


def test_days_in_the_wrong_order_are_refused(office):
    with pytest.raises(UserError, match="cannot be before") as refused:
        found(office, first=date(2026, 5, 13), last=date(2026, 5, 12))
    assert refused.value.field == "last"


def test_a_person_s_history_has_their_places_costs_and_bank_details(office):
    ann, bo = b.add_person(office), b.add_person(office, "Bo Larsen")
    b.add_group(office, ann, bo, policy=None)
    office.usual_costs.remove(b.add_usual_cost(office, ann))
    b.add_bank_details(office, ann)
    lines = [row.words for row in office.history.of(Kind.PERSON, ann)]
    assert lines[0] == "Bank details of Ann Lee changed"
    assert lines[-1] == "Ann Lee added"
    assert len(lines) == 5
    assert not [words for words in lines if "Bo" in words]


def test_what_was_removed_still_belongs_to_its_record(office):
    ann = b.add_person(office)
    meeting = b.add_meeting(office, b.add_group(office, ann))
    before = len(office.history.of(Kind.MEETING, meeting))
    bo = b.add_person(office, "Bo Larsen")
    office.attendance.add_walk_in(AddWalkIn(meeting, bo))
    office.attendance.remove(b.line_of(office, meeting, bo))
    lines = [row.words for row in office.history.of(Kind.MEETING, meeting)]
    assert len(lines) == before + 2
    assert lines[0] == "Bo Larsen taken off the register"


def test_a_claim_s_history_has_its_lines(office):
    ann = b.add_person(office)
    b.add_usual_cost(office, ann)
    meeting = b.add_marked_meeting(office, b.add_group(office, ann), ann)
    office.claims.make(meeting)
    claim = b.claim_of(office, ann)
    office.claim_lines.remove(claim.expenses[0].id)
    lines = [row.words for row in office.history.of(Kind.CLAIM, claim.row.id)]
    assert len(lines) == 2
    assert any(words.endswith("Taken off the claim: was no, now yes") for words in told(office))


def test_a_changed_field_says_what_it_was_and_is(office):
    person = b.add_person(office, phone="0161 496 0000", nickname="Annie")
    details = PersonDetails(
        "Ann Lee", phone="0161 496 0001", status=PersonStatus.LEFT, access_review=date(2026, 9, 1)
    )
    office.people.correct(CorrectPerson(person, details))
    assert told(office) == [
        "Ann Lee. Nickname: was Annie, now empty",
        "Ann Lee. Status: was active, now left",
        "Ann Lee. Telephone: was 0161 496 0000, now 0161 496 0001",
        "Ann Lee. Ask again on: 1 September 2026",
    ]


def test_names_stand_for_what_a_row_points_at(office):
    ann = b.add_person(office)
    meeting = b.add_meeting(office, b.add_group(office, ann), person_ids=(ann,))
    assert "Ann Lee on the register of Transport Design Group, 9 May 2026. " in told(office)[-1]
    assert "Added to the register: Ann Lee" in told(office)[-1]
    assert any("Group: " not in words and "Starts at: 13:00" in words for words in told(office))
    b.mark(office, meeting, ann, State.ATTENDED_PART, arrived=time(13, 40))
    about = "Ann Lee on the register of Transport Design Group, 9 May 2026"
    assert told(office) == [
        f"{about}. Mark: was not yet marked, now attended part",
        f"{about}. Came at: 13:40",
        f"{about}. Marked by: Sam",
        f"{about}. Marked at: 12 May 2026, 16:00",
    ]


def test_what_is_gone_is_called_what_it_was_called(office):
    ann = b.add_person(office)
    b.add_usual_cost(office, ann)
    office.people.remove(ann)
    cost, person = told(office)[:1][0], [w for w in told(office) if "Removed: person" in w]
    assert "Ann Lee" in cost
    assert person == ["Ann Lee. Removed: person"]
    assert "Ann Lee. Name: was Ann Lee" in told(office)
    assert "Added: usual cost" in told(office, 1)[0]


def test_a_place_in_a_group_says_whose_and_where(office):
    ann = b.add_person(office)
    group = b.add_group(office, ann, policy=None)
    assert told(office)[0] == ("Ann Lee in Transport Design Group. Added to the group: Ann Lee")
    member = office.members.list_for(group)[0]
    details = MemberDetails(group, ann, Role.CHAIR, date(2020, 1, 1))
    office.members.correct(CorrectMember(member.id, details))
    assert told(office) == ["Ann Lee in Transport Design Group. Role: was member, now chair"]
    office.members.remove(member.id)
    assert told(office)[0].endswith("Taken out of the group: Ann Lee")


def test_bank_details_are_told_by_their_reason_and_last_figures_only(office):
    ann = b.add_person(office)
    b.add_bank_details(office, ann, "31926834")
    office.bank_details.correct(
        BankAccount(ann, "A Lee", "00-00-43", "77726834", reason="rang to say")
    )
    about = "bank details of Ann Lee"
    assert told(office) == [
        f"{about}. Sort code: changed",
        f"{about}. Account number: changed, still ending ••34",
        f"{about}. Reason: was joined, now rang to say",
    ]
    everything = " ".join([*told(office), *told(office, 1)])
    assert "Sort code: added" in everything
    assert "Account number: ending ••34" in everything
    for figures in ("31926834", "77726834", "000042", "000043"):
        assert figures not in everything


def test_undoing_is_told_the_other_way_round(office):
    person = b.add_person(office, phone="1")
    office.people.correct(CorrectPerson(person, PersonDetails("Ann Lee", phone="2")))
    office.history.undo()
    assert told(office) == ["Ann Lee. Telephone: was 2, now 1"]


def test_a_note_changed_nothing_and_is_found_under_the_data_file(office, tmp_path):
    ann = b.add_person(office)
    meeting = b.add_marked_meeting(office, b.add_group(office, ann), ann)
    office.claims.make(meeting)
    claim = b.claim_of(office, ann).row
    office.forms.to_folder([claim.id], tmp_path / "forms")
    note(office.store, "Restored from a copy")
    assert found(office, kind=Kind.FILE) == [
        "Restored from a copy",
        f"Claim form {claim.number} printed to the folder {tmp_path / 'forms'}",
    ]
    assert told(office) == []
    assert office.history.steps().undo != "Restored from a copy"


def test_a_line_that_is_not_there_is_said(office):
    with pytest.raises(UserError, match="no line 99"):
        office.history.details(99)


def test_those_who_worked_lately_are_named_the_latest_first(office):
    b.add_person(office)
    for who in ("Jo", "Devi", "Jo"):
        office.sign_as(who)
        b.add_person(office, f"Friend of {who}")
    assert office.history.names() == ["Jo", "Devi", "Sam"]


def test_a_record_is_found_by_what_people_call_it(office):
    ann = b.add_person(office, "Ann Lee")
    b.add_person(office, "Ann Leeson")
    group = b.add_group(office, ann)
    meeting = b.add_marked_meeting(office, group, ann)
    office.claims.make(meeting)
    claim = b.claim_of(office, ann).row
    record = office.history.record
    assert record("ann lee") == Record(Kind.PERSON, ann, "Ann Lee")
    assert record("transport design") == Record(Kind.GROUP, group, "Transport Design Group")
    assert record(claim.number).id == claim.id
    assert record(str(meeting)) == Record(
        Kind.MEETING, meeting, "Transport Design Group, 9 May 2026"
    )
    with pytest.raises(UserError, match="Ann Lee, Ann Leeson"):
        record("ann")
    for unknown in ("nobody", " ", "01a20bd8-7d64-78ae-9fb9-fd9540ad2e8b"):
        with pytest.raises(UserError, match="There is no record"):
            record(unknown)


def test_someone_removed_is_found_by_their_id(office):
    ann = b.add_person(office)
    office.people.remove(ann)
    assert office.history.record(str(ann)).kind is Kind.PERSON


def test_the_list_goes_on_paper_with_what_was_looked_for(office, tmp_path: Path):
    b.add_person(office, "Carys Ŵyn")
    wanted = HistoryFilter("wyn", Kind.PERSON, first=date(2026, 5, 1))
    words = office.history.paper(wanted).words
    for line in (
        "History",
        "Words: wyn",
        "Kind of thing: people",
        "From day: 1 May 2026",
        "1 line, the newest first",
        "Carys Ŵyn added",
        "12 May 2026, 16:00, by Sam",
    ):
        assert line in words.splitlines()
    place = tmp_path / "lists" / "history.pdf"
    change = office.history.to_file(PrintHistory(wanted, place))
    assert place.read_bytes().startswith(b"%PDF")
    assert change.words == f"1 line of the history printed to {place}"
    assert found(office)[0] == change.words


def test_the_list_is_in_the_format_that_was_asked_for(office, tmp_path: Path):
    b.add_person(office)
    place = tmp_path / "history.txt"
    office.history.to_file(PrintHistory(HistoryFilter(), place, Look(Format.PLAIN_TEXT)))
    assert "Ann Lee added" in place.read_text(encoding="utf-8-sig")
    large = office.history.paper(HistoryFilter(), Look(Format.LARGE_24))
    assert large.pages[0].marks != office.history.paper(HistoryFilter()).pages[0].marks


def test_a_long_list_goes_over_pages_and_says_where_it_was_cut(office, monkeypatch):
    for number in range(60):
        b.add_person(office, f"Person {number:02}")
    paper = office.history.paper(HistoryFilter())
    assert len(paper.pages) > 2
    assert "60 lines, the newest first" in paper.words
    assert MOST_PRINTED > 60
    monkeypatch.setattr("alongside.services.history.MOST_PRINTED", 20)
    assert "The newest 20 lines only" in office.history.paper(HistoryFilter()).words
