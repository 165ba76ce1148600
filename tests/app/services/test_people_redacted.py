"""Somebody who left is forgotten: no trace of their name is left, and the accounts still add up."""

import re
from datetime import date

import pytest
from sqlalchemy import text

import builders as b
import pictures
from alongside.domain.change import Kind
from alongside.domain.claims import Category
from alongside.domain.errors import UserError
from alongside.domain.meetings import State
from alongside.domain.money import Money
from alongside.domain.people import PayChoice, PersonStatus
from alongside.office import Office
from alongside.services.attendance import CorrectAttendance
from alongside.services.checking import faults
from alongside.services.claims import WithdrawClaim
from alongside.services.organisation import OrganisationDetails
from alongside.services.people import CorrectPerson, PersonDetails
from alongside.services.receipt_files import ReceiptFile
from alongside.services.receipts import AddReceipts

NAME = "Annika Thorvald-Wren"
PRIVATE = ("Annika", "Thorvald", "Wren", "Nika", "Oldname", "0161 496 0777", "annika@example.org",
           "Rose Cottage", "large print please", "31926834", "Jo Hart", "after ten")  # fmt: skip


def everything(office: Office, but: tuple[str, ...] = ()) -> str:
    """Return every value of every row of every table of the file, decrypted, but some columns."""
    found = []
    with office.store.session(is_writing=False) as session:
        tables = session.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))
        for (table,) in tables.all():
            for row in session.execute(text(f'SELECT * FROM "{table}"')).mappings():
                found += [str(value) for name, value in row.items() if f"{table}.{name}" not in but]
    return "\n".join(found)


def traces(office: Office, but: tuple[str, ...] = ()) -> list[str]:
    dump = everything(office, but)
    return [word for word in PRIVATE if re.search(rf"\b{re.escape(word)}\b", dump, re.IGNORECASE)]


def leave(office: Office, person, status: PersonStatus = PersonStatus.LEFT, **known) -> None:
    details = office.people.find(person)
    values = {name: getattr(details, name) for name in PersonDetails.__slots__}
    office.people.correct(
        CorrectPerson(person, PersonDetails(**values | {"status": status} | known))
    )


@pytest.fixture
def left(office: Office):
    """Return somebody who left, with all that a file can know of a person, and an issued claim."""
    office.organisation.correct(OrganisationDetails("Riverside Network", colour="#1a4d8f"))
    person = b.add_person(
        office, "Annika Oldname", nickname="Nika", phone="0161 496 0777", pronouns="she",
        email="annika@example.org", address="Rose Cottage\n3 Quay Street",
        access_requirements="large print please", contact_note="after ten",
        pay_choice=PayChoice.BANK,
    )  # fmt: skip
    leave(office, person, PersonStatus.ACTIVE, name=NAME)
    b.add_person(office, "Bo Larsen", contact_note="ring Annika first")
    b.add_bank_details(office, person)
    b.add_usual_cost(office, person, Category.TAXI, amount=Money(1840), from_place="Rose Cottage",
                     to_place="Town Hall", payee="Jo Hart")  # fmt: skip
    meeting = b.add_marked_meeting(office, b.add_group(office, person), person)
    row = office.attendance.list_for(meeting).rows[0]
    office.attendance.correct(
        CorrectAttendance(row.id, State.ATTENDED, row.role, 0, supporter="Jo Hart")
    )
    office.claims.make(meeting)
    b.issue(office, person)
    office.sign_as(NAME)
    b.add_person(office, "Devi Rao")
    office.sign_as("Sam")
    leave(office, person)
    return person


KEPT = ("claim.issued_sheet", "claim_line.words", "claim_line.why")


def test_no_trace_of_the_name_is_left_but_on_papers_that_must_be_kept(office, left):
    assert len(traces(office)) == len(PRIVATE)
    change = office.people.redact(left)
    assert traces(office, KEPT) == []
    assert re.fullmatch(
        r"Redacted person [0-9A-F]{6}: name and details taken out of the records", change.words
    )
    assert faults(office.store) == []


def test_the_claim_keeps_its_form_number_days_and_amounts(office, left):
    claim = b.claim_of(office, left)
    form = office.forms.form(claim.row.id).words
    office.people.redact(left)
    after = b.claim_of(office, left)
    assert office.forms.form(claim.row.id).words == form
    assert (after.row.number, after.row.fees, after.row.expenses) == (
        claim.row.number, claim.row.fees, claim.row.expenses,
    )  # fmt: skip
    assert [row.amount for row in after.fees] == [row.amount for row in claim.fees]
    assert after.row.person.startswith("Redacted person ")


def test_after_six_years_redacting_again_takes_the_name_off_the_papers_too(office, left, clock):
    office.people.redact(left)
    clock.set(date(2033, 3, 31))
    office.people.redact(left)
    assert "Annika" in everything(office)
    clock.set(date(2033, 4, 1))
    office.people.redact(left)
    assert traces(office) == []
    claim = b.claim_of(office, left)
    assert office.forms.form(claim.row.id).pages[0].colour == "#1a4d8f"
    words = office.forms.form(claim.row.id).words
    assert f"Name: {claim.row.person}" in words
    assert claim.row.number in words
    assert "Fees to pay: £75.00" in words
    assert "£18.40" in words


def test_it_cannot_be_undone_and_closes_the_way_to_all_before(office, left):
    office.people.redact(left)
    assert office.history.steps().undo == office.history.steps().redo == ""
    assert traces(office, KEPT) == []


def test_the_history_stays_without_the_name(office, left):
    before = office.history.list_()
    office.people.redact(left)
    after = office.history.list_()
    assert [row.id for row in after[1:]] == [row.id for row in before]
    name = office.people.find(left).name
    words = [row.words for row in office.history.of(Kind.PERSON, left)]
    assert words[-1] == f"{name} added"
    assert f"Bank details of {name} changed" in words
    assert "Bo Larsen added" in [row.words for row in after]
    assert {row.who for row in after} == {"Sam", name}
    for row in after:
        office.history.details(row.id)


def test_what_is_known_of_others_stays(office, left):
    bo = next(row for row in office.people.list_() if row.name == "Bo Larsen")
    b.add_usual_cost(
        office, bo.id, amount=Money(500), from_place="3 Wren Street", to_place="Town Hall"
    )
    office.people.redact(left)
    name = office.people.find(left).name
    assert office.people.find(bo.id).contact_note == f"ring {name} first"
    assert office.usual_costs.list_for(bo.id)[0].details.from_place == "3 Wren Street"


def test_what_is_known_of_the_person_goes(office, left):
    office.people.redact(left)
    name = office.people.find(left).name
    assert office.people.find(left) == PersonDetails(name, status=PersonStatus.LEFT)
    assert office.bank_details.look(left) is None
    assert office.usual_costs.list_for(left) == []
    assert [row.name for row in office.people.list_("redacted")] == [name]


@pytest.mark.parametrize("status", [PersonStatus.ACTIVE, PersonStatus.ON_A_BREAK])
def test_only_somebody_who_left_or_died_can_be_redacted(office, status):
    person = b.add_person(office, status=status)
    with pytest.raises(UserError, match="Only somebody who left or died"):
        office.people.redact(person)
    assert office.people.find(person).name == "Ann Lee"


def test_somebody_who_died_is_redacted(office):
    person = b.add_person(office, status=PersonStatus.DIED)
    office.people.redact(person)
    assert office.people.find(person).name.startswith("Redacted person ")
    assert "Ann Lee" not in everything(office)


def test_a_draft_claim_is_settled_first(office):
    person = b.add_person(office)
    meeting = b.add_marked_meeting(office, b.add_group(office, person), person)
    office.claims.make(meeting)
    leave(office, person)
    with pytest.raises(UserError, match="draft claim"):
        office.people.redact(person)


def test_issued_claims_are_guarded_again_afterwards(office, left):
    office.people.redact(left)
    claim = b.claim_of(office, left).row
    with (
        pytest.raises(Exception, match="never changes"),
        office.store.session(is_writing=True) as session,
    ):
        session.execute(text("UPDATE claim SET number = 'x'"))
    office.claims.withdraw(WithdrawClaim(claim.id, "twice"))


def test_a_redaction_that_fails_leaves_everything_as_it_was(office, left, monkeypatch):
    before = everything(office)
    monkeypatch.setattr("alongside.store.redaction._bare_line", lambda _line: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        office.people.redact(left)
    assert everything(office) == before


def test_a_namesake_keeps_their_name(office):
    first, other = b.add_person(office), b.add_person(office)
    leave(office, first)
    office.people.redact(first)
    name = office.people.find(first).name
    assert office.people.find(other).name == "Ann Lee"
    assert [row.words for row in office.history.of(Kind.PERSON, other)] == ["Ann Lee added"]
    assert office.history.of(Kind.PERSON, first)[-1].words == f"{name} added"


def kept_receipts(office: Office) -> tuple[int, int]:
    """Return how many receipts the file has, and how many pictures and PDFs."""
    asked = ("SELECT count(*) FROM receipt", "SELECT count(*) FROM receipt_file")
    receipts, files = (int(office.store.ask(each)[0]) for each in asked)
    return receipts, files


def test_receipts_stay_with_papers_that_must_be_kept_and_their_names_tell_nobody(office, left):
    claim = b.claim_of(office, left).row.id
    file = ReceiptFile(content=pictures.jpeg(), name=f"{NAME} taxi.jpg")
    office.receipts.add(AddReceipts(claim, (file,)))
    office.people.redact(left)
    assert kept_receipts(office) == (1, 1)
    assert traces(office, KEPT) == []
    assert office.receipts.list_for(claim)[0].name.endswith("taxi.jpg")
    assert faults(office.store) == []


def test_receipts_go_with_their_pictures_when_papers_need_no_longer_be_kept(office, left, clock):
    claim = b.claim_of(office, left).row.id
    shared = ReceiptFile(content=pictures.jpeg(), name="bus.jpg")
    own = ReceiptFile(content=pictures.PDF, name="oncology.pdf")
    office.receipts.add(AddReceipts(claim, (shared, own)))
    bo = next(row.id for row in office.people.list_("bo"))
    group = office.groups.list_()[0].id
    office.claims.make(b.add_marked_meeting(office, group, bo))
    office.receipts.add(AddReceipts(b.claim_of(office, bo).row.id, (shared,)))
    clock.set(date(2033, 4, 1))
    office.people.redact(left)
    assert kept_receipts(office) == (1, 1)
    assert office.receipts.list_for(claim) == []
    assert "oncology" not in everything(office)
    assert faults(office.store) == []
