"""Claims to look through: Ann’s with a fee and a taxi, Bo’s with a fee."""

from uuid import UUID

import pytest

from alongside.office import Office
from alongside_ui.main_window import MainWindow
from builders import add_group, add_marked_meeting, add_person, add_usual_cost
from ui.hands import press


@pytest.fixture
def meeting(window: MainWindow, office: Office) -> UUID:
    """Return a meeting that Ann and Bo attended, with their claims drafted."""
    ann, bo = add_person(office), add_person(office, "Bo Larsen")
    add_usual_cost(office, ann)
    meeting = add_marked_meeting(office, add_group(office, ann, bo), ann, bo)
    office.claims.make(meeting)
    return meeting


@pytest.fixture
def claims(meeting: UUID, window: MainWindow, office: Office) -> MainWindow:
    """Show the page of claims, with the list on Ann’s."""
    press("Ctrl+5")
    while window.page().table.current.person != "Ann Lee":
        press("Down")
    return window


@pytest.fixture
def ann(meeting: UUID, office: Office) -> UUID:
    return next(person.id for person in office.people.list_("ann lee"))


@pytest.fixture
def one_claim(claims: MainWindow) -> MainWindow:
    """Show Ann’s claim."""
    press("Return")
    return claims
