"""The first ten minutes by keyboard: each step comes back to the welcome, on the next one."""

from alongside.office import Office
from alongside_ui.main_window import MainWindow
from ui.hands import choose, dialog, fill, focus, name_of, press, type_in


def test_new_records_open_on_the_welcome_at_its_first_step(window: MainWindow):
    assert window.page().title.text() == "Welcome"
    assert name_of(focus()) == "Organisation…"


def test_the_four_steps_are_done_by_keyboard_one_after_another(window: MainWindow, office: Office):
    press("Return")
    type_in("Riverside Network")
    press("Return")
    assert window.page().title.text() == "Welcome"
    assert name_of(focus()) == "Add a group…"

    press("Return")
    type_in("Transport Design Group")
    choose("Pay policy", "template: Half day and full day")
    press("Return")
    assert name_of(focus()) == "Add a person…"

    press("Return")
    type_in("Ann Lee")
    press("Return")
    assert name_of(focus()) == "Add a meeting…"

    press("Return")
    fill("Day", "1/6/2026")
    press("Return")
    assert dialog() is None
    meeting = office.meetings.next()[0]
    register = office.attendance.list_for(meeting.id)
    assert [row.name for row in register.rows] == ["Ann Lee"]
    assert office.groups.list_()[0].policy == "Half day and full day"


def test_a_step_that_is_left_half_way_stays_where_it_led(window: MainWindow):
    press("Return", "Escape")
    assert dialog() is None
    assert window.page().title.text() == "Settings"


def test_today_leads_back_until_everything_is_set_up(window: MainWindow):
    press("Ctrl+1")
    assert window.page().table.current.what == "Setting up"
    press("Return")
    assert window.page().title.text() == "Welcome"
