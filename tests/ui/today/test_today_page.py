"""Today by keyboard: what is due stands in one list, and Enter goes to where it is done."""

from datetime import date, timedelta

import pytest

import builders as b
from alongside.domain.meetings import State
from alongside.domain.money import Money
from alongside.office import Office
from alongside.services.attendance import RecordAttendance
from alongside_ui.main_window import MainWindow
from ui.hands import dialog, focus, press, settle, spoken_cell


@pytest.fixture
def meeting(office: Office):
    return b.add_meeting(office, b.add_group(office, b.add_person(office)), day=date(2026, 5, 12))


@pytest.fixture
def today(office: Office, meeting, bare_window: MainWindow) -> MainWindow:
    bare_window.show_office(office)
    settle()
    press("Ctrl+1")
    return bare_window


def dues(window: MainWindow) -> list[str]:
    return [due.what for due in window.page().table.rows.rows]


def test_a_meeting_of_today_comes_first_and_enter_opens_its_register(today: MainWindow):
    assert "Today" in dues(today)
    assert today.page().table.land_on(
        next(due.id for due in today.page().table.rows.rows if due.what == "Today")
    )
    assert "1 person invited" in spoken_cell(focus())
    press("Return")
    assert today.page().title.text().startswith("Register")


def test_a_register_that_was_not_finished_is_due(office: Office, clock, today: MainWindow):
    clock.time += timedelta(days=1)
    press("F5")
    assert "Register to finish" in dues(today)


def test_claims_that_wait_are_due_as_soon_as_they_are_made(
    office: Office, meeting, today: MainWindow
):
    row = office.attendance.list_for(meeting).rows[0]
    office.attendance.record(RecordAttendance(row.id, State.ATTENDED))
    assert "Claims" not in dues(today)
    today.operations.run(office.claims.make, meeting)
    settle()
    assert "Claims" in dues(today)


def test_an_agreement_that_ends_soon_leads_to_the_usual_costs_of_the_person(
    meeting, bare_window: MainWindow, office: Office
) -> None:
    until = office.now().date() + timedelta(days=20)
    ann = office.people.list_()[0].id
    b.add_usual_cost(office, ann, amount=Money(920), agreed_until=until)
    far = until + timedelta(days=60)
    b.add_usual_cost(office, ann, amount=Money(500), agreed_until=far)
    bare_window.show_office(office)
    settle()
    press("Ctrl+1")
    due = [row for row in bare_window.page().table.rows.rows if row.what == "Agreement to renew"]
    assert [(row.about, row.state) for row in due] == [("Ann Lee: taxi", "ends on 1 June 2026")]
    bare_window.page().table.land_on(due[0].id)
    press("Return")
    assert dialog().windowTitle() == "Usual costs of Ann Lee"
