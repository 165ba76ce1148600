"""The register as boxes to tick: each can be pressed by voice control or a switch, by its name."""

from uuid import UUID

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QCheckBox, QPushButton

import builders as b
from alongside import settings
from alongside.domain.meetings import State
from alongside.office import Office
from alongside_ui.main_window import MainWindow
from ui.hands import answer, dialog, focus, go_to, interface, name_of, press, settle


@pytest.fixture
def meeting(office: Office, window: MainWindow) -> UUID:
    people = [b.add_person(office, name) for name in ("Ann Lee", "Bo & Co Larsen")]
    meeting = b.add_meeting(office, b.add_group(office, *people))
    window.go("register", meeting)
    answer("Show as boxes to tick")
    return meeting


def states(office: Office, meeting: UUID) -> dict[str, State]:
    return {row.name: row.state for row in office.attendance.list_for(meeting).rows}


def box_of(window: MainWindow, start: str) -> QCheckBox:
    boxes = window.page().boxes.findChildren(QCheckBox)
    return next(box for box in boxes if box.accessibleName().startswith(start))


def test_space_ticks_a_box_and_it_is_saved_and_said(
    meeting: UUID, window: MainWindow, office: Office
):
    go_to("Ann Lee, not yet marked")
    press("Space")
    assert states(office, meeting)["Ann Lee"] is State.ATTENDED
    assert name_of(focus()) == "Ann Lee, attended, 13:00 to 15:30"
    assert window.announcer.text() == "Ann Lee, attended, saved"
    press("Space")
    assert states(office, meeting)["Ann Lee"] is State.NOT_MARKED


def test_a_box_is_pressed_by_its_own_action_under_the_words_that_are_seen(
    meeting: UUID, window: MainWindow, office: Office
):
    box = box_of(window, "Bo & Co")
    found = interface(box)
    assert found.text(QAccessible.Text.Name) == box.text().replace("&&", "&")
    actions = found.actionInterface()
    actions.doAction("Toggle" if "Toggle" in actions.actionNames() else "Press")
    settle()
    assert states(office, meeting)["Bo & Co Larsen"] is State.ATTENDED


def test_apologies_are_no_tick_but_stand_in_the_name(meeting: UUID, window: MainWindow, office):
    b.mark(office, meeting, next(iter(office.people.list_())).id, State.APOLOGIES)
    window.page().refresh()
    box = box_of(window, "Ann Lee")
    assert (box.isChecked(), box.text()) == (False, "Ann Lee, apologies")


def test_more_opens_everything_about_a_person(meeting: UUID, window: MainWindow):
    more = next(
        button for button in window.page().boxes.findChildren(QPushButton)
        if button.accessibleName() == "More about Ann Lee…"
    )  # fmt: skip
    more.click()
    settle()
    assert dialog().windowTitle() == "Ann Lee"
    press("Escape")


def test_the_choice_is_kept_and_the_keyboard_starts_at_the_first_box(
    meeting: UUID, window: MainWindow, settings_file
):
    assert settings.load(settings_file).register_boxes
    window.go("today")
    window.go("register", meeting)
    assert name_of(focus()).startswith("Ann Lee")
