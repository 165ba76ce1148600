"""The register asks by keyboard for what the group's policy uses of a day, and for nothing else."""

from datetime import time
from uuid import UUID

import builders as b
from alongside.office import Office
from alongside_ui.main_window import MainWindow
from ui.hands import answer, choose, dialog, error_under, fill, go_to, name_of, press


def open_day(office: Office, policy: str) -> UUID:
    """Open everything about Ann on a day, whom the register has as attended; return her line."""
    ann = b.add_person(office)
    meeting = b.add_marked_meeting(office, b.add_group(office, ann, policy=policy), ann)
    press("Ctrl+2", "Return", "Return")
    return b.line_of(office, meeting, ann)


def asked() -> set[str]:
    return {name_of(w) for w in (dialog().form[n] for n in DAY if n in dialog().form)
            if w.isVisible()}  # fmt: skip


DAY = ("travel_minutes", "left_home", "came_home", "nights", "night_region")


def test_what_the_policy_uses_is_typed_and_kept(window: MainWindow, office: Office) -> None:
    line = open_day(office, b.ASKS_OF_A_DAY)
    fill("Time on the way", "1:30")
    fill("Left home at", "8:30")
    fill("Came home at", "18:00")
    fill("Nights away", "1")
    choose("Where the nights were", "London")
    answer("Save")
    assert dialog() is None
    day = office.attendance.day(line)
    assert (day.travel_minutes, day.left_home, day.came_home) == (90, time(8, 30), time(18))
    assert (day.nights, day.night_region) == (1, "London")
    assert "1 hour 30 minutes on the way" in window.announcer.text()
    press("Ctrl+Z")
    assert office.attendance.day(line).nights == 0


def test_a_policy_without_such_rules_asks_nothing_more(window: MainWindow, office: Office) -> None:
    open_day(office, b.POLICY)
    assert asked() == set()


def test_somebody_who_did_not_come_is_not_asked_for_the_way(
    window: MainWindow, office: Office
) -> None:
    open_day(office, b.ASKS_OF_A_DAY)
    assert len(asked()) == 5
    choose("Mark", "apologies")
    assert asked() == set()


def test_coming_home_before_leaving_is_said_at_its_field(
    window: MainWindow, office: Office
) -> None:
    open_day(office, b.ASKS_OF_A_DAY)
    fill("Left home at", "18:00")
    fill("Came home at", "8:00")
    answer("Save")
    words = "They cannot come home before they left it."
    assert error_under("Came home at").startswith(words)


def test_the_usual_time_on_the_way_is_asked_with_the_person_and_there_on_the_register(
    window: MainWindow, office: Office
) -> None:
    open_day(office, b.ASKS_OF_A_DAY)
    press("Esc", "Ctrl+3", "Down", "Return")
    fill("Usual time on the way", "2")
    answer("Save")
    press("Ctrl+2", "Return", "Return")
    assert go_to("Time on the way").text() == "2:00"
