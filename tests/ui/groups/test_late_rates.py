"""Rates that came late by keyboard: what they change is seen first, then topped up in one step."""

from dataclasses import replace
from datetime import date

import builders as b
from alongside.domain.claims import Category
from alongside.office import Office
from alongside.services.groups import CorrectGroup
from alongside_ui.main_window import MainWindow
from ui.hands import answer, dialog, fill, focus, go_to, press, spoken_cell


def issued(office: Office, name: str, group: str) -> None:
    """Add a group whose one member drove 20 miles; issue the claim, then choose the new rates."""
    person = b.add_person(office, name)
    b.add_usual_cost(office, person, Category.CAR, tenths_of_mile=100)
    group_id = b.add_group(office, person, name=group, budget_code=group)
    office.claims.make(b.add_marked_meeting(office, group_id, person, day=date(2026, 5, 9)))
    b.issue(office, person)
    details = office.groups.find(group_id)
    policy = b.add_policy(office, b.CAR_RATE_OF_2026)
    office.groups.correct(CorrectGroup(group_id, replace(details, policy_id=policy)))


def test_a_rate_that_concerns_all_groups_is_topped_up_in_one_go(
    window: MainWindow, office: Office
) -> None:
    issued(office, "Ann Lee", "Transport Design Group")
    issued(office, "Bo Larsen", "Bus Group")
    press("Ctrl+4", "Ctrl+F6")
    fill("From the day", "6/4/2026")
    go_to("All groups")
    press("Space", "Return")
    assert "2 lines are too low, for 2 people: £4.00 to pay." in dialog().accessibleDescription()
    answer("Make 2 top-up lines")
    assert window.announcer.text() == "2 top-up lines made"


def test_what_a_late_rate_changes_is_seen_and_paid(window: MainWindow, office: Office) -> None:
    ann = b.add_person(office)
    b.add_usual_cost(office, ann, Category.CAR, tenths_of_mile=100)
    group = b.add_group(office, ann)
    office.claims.make(b.add_marked_meeting(office, group, ann, day=date(2026, 5, 9)))
    b.issue(office, ann)
    details = office.groups.find(group)
    values = {name: getattr(details, name) for name in details.__slots__}
    values["policy_id"] = b.add_policy(office, b.CAR_RATE_OF_2026)
    office.groups.correct(CorrectGroup(group, type(details)(**values)))
    press("Ctrl+4", "Ctrl+F6")
    assert dialog().form["first"].text() == "6 April 2026"
    fill("From the day", "6/4/2026")
    press("Return")
    assert "1 line is too low, for 1 person: £2.00 to pay." in dialog().accessibleDescription()
    assert spoken_cell(focus()).startswith("Ann Lee, ")
    assert "was £9.00, now £11.00" in spoken_cell(focus())
    answer("Make 1 top-up line")
    assert dialog() is None
    assert window.announcer.text() == "1 top-up line made for Transport Design Group"
    assert len(office.claims.list_()) == 2
    press("Ctrl+Z")
    assert len(office.claims.list_()) == 1
