"""A claim is begun by hand by keyboard, from wherever the person is found."""

from uuid import UUID

import pytest

from alongside.domain.meetings import State
from alongside.domain.money import Money
from alongside.domain.people import PayChoice
from alongside.office import Office
from alongside.services.approvals import AgreeClaims, ApproveClaims
from alongside.services.people import CorrectPerson, PersonDetails
from alongside_ui.main_window import MainWindow
from builders import (
    add_group,
    add_marked_meeting,
    add_meeting,
    add_person,
    claim_rows_of,
    issue,
    mark,
)
from ui.hands import answer, choose, dialog, fill, focus, go_to, name_of, press, words_of


@pytest.fixture
def sorry(window: MainWindow, office: Office) -> UUID:
    """Return the meeting for which Ann sent apologies."""
    ann = add_person(office, "Ann Lee")
    meeting = add_meeting(office, add_group(office, ann), person_ids=(ann,))
    mark(office, meeting, ann, State.APOLOGIES)
    return meeting


def test_a_ticket_is_claimed_from_the_register_after_apologies(
    window: MainWindow, office: Office, sorry: UUID
) -> None:
    window.go("register", sorry)
    press("Ctrl+F10")
    assert dialog().windowTitle() == "Begin a claim for Ann Lee"
    press("Return")
    assert window.page().title.text() == "Claim 2026-0001: Ann Lee"
    press("Ctrl+N")
    fill("What it is for", "train ticket")
    fill("Amount", "18.40")
    press("Return")
    assert dialog() is None
    (row,) = office.claims.list_(meeting_id=sorry)
    assert row.expenses == Money(1840)
    (line,) = office.claims.find(row.id).expenses
    assert line.when == "9 May 2026"


def test_who_wants_the_fee_after_all_gets_it_from_the_page_of_people(
    window: MainWindow, office: Office
) -> None:
    ann = add_person(office, "Ann Lee", pay_choice=PayChoice.NOTHING)
    office.claims.make(add_marked_meeting(office, add_group(office, ann), ann))
    claim = issue(office, ann)
    office.approvals.agree(AgreeClaims((claim,)))
    office.approvals.approve(ApproveClaims((claim,), exception="alone today"))
    office.people.correct(CorrectPerson(ann, PersonDetails("Ann Lee")))
    press("Ctrl+3")
    go_to("People")
    press("Ctrl+F10")
    assert name_of(focus()) == "What it is for"
    go_to("They want the fee after all")
    press("Space", "Return")
    assert [str(row.fees) for row in claim_rows_of(office, ann)] == ["£75.00", "£0.00"]
    assert window.page().title.text() == "Claim 2026-0002: Ann Lee"


def test_another_claim_is_begun_from_the_page_of_one_that_is_issued(
    claims: MainWindow, office: Office, ann: UUID
) -> None:
    issue(office, ann)
    press("F5", "Return", "Ctrl+F10", "Return")
    assert claims.page().title.text() == "Claim 2026-0003: Ann Lee"
    press("Ctrl+N")
    choose("For the meeting", "no meeting")
    fill("What it is for", "stamps")
    fill("Amount", "1.70")
    press("Return")
    assert str(claim_rows_of(office, ann)[0].expenses) == "£1.70"


def test_somebody_in_no_group_is_said_to_be_in_none(window: MainWindow, office: Office) -> None:
    add_person(office, "Devi Rao")
    press("Ctrl+3")
    go_to("People")
    press("Ctrl+F10")
    assert dialog() is None
    assert window.announcer.text().startswith("Devi Rao is in no group and on no register.")


def test_where_no_claim_is_in_the_list_the_person_is_found_first(
    window: MainWindow, office: Office
) -> None:
    add_person(office, "Devi Rao")
    press("Ctrl+5", "Ctrl+F10")
    assert window.page().title.text() == "People"
    assert "Find the person here" in window.announcer.text()


def test_a_draft_without_lines_is_removed_from_its_page(
    window: MainWindow, office: Office, sorry: UUID
) -> None:
    window.go("register", sorry)
    press("Ctrl+F10", "Return", "Ctrl+Del")
    assert "Remove draft claim 2026-0001?" in words_of(dialog())
    answer("Remove")
    assert office.claims.list_() == []
    assert window.page().title.text() == "Claims"
    press("Ctrl+Z")
    assert [row.number for row in office.claims.list_()] == ["2026-0001"]


def test_a_draft_without_lines_is_removed_from_the_list(
    window: MainWindow, office: Office, sorry: UUID
) -> None:
    window.go("register", sorry)
    press("Ctrl+F10", "Return", "Ctrl+5", "Ctrl+Del")
    answer("Remove")
    assert office.claims.list_() == []


def test_a_draft_with_lines_stays_and_says_why(claims: MainWindow, office: Office) -> None:
    press("Ctrl+Del")
    assert dialog() is None
    assert claims.announcer.text() == (
        "This draft has lines. Only one without any can be removed."
    )  # fmt: skip


def test_undoing_what_began_a_claim_leaves_its_page_for_the_list(
    window: MainWindow, office: Office, sorry: UUID
) -> None:
    window.go("register", sorry)
    press("Ctrl+F10", "Return", "Ctrl+Z")
    assert office.claims.list_() == []
    assert window.page().title.text() == "Claims"
