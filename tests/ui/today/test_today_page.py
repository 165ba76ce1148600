"""Today by keyboard: what is due stands in one list, and Enter goes to where it is done."""

from datetime import date, timedelta

import pytest

import builders as b
from alongside.domain.meetings import State
from alongside.office import Office
from alongside.services.attendance import RecordAttendance
from alongside_ui.main_window import MainWindow
from ui.hands import focus, press, settle, spoken_cell


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
