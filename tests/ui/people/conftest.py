"""Four people to find; one of them is in a group."""

import pytest

from alongside.office import Office
from alongside_ui.main_window import MainWindow
from builders import add_group, add_person
from ui.hands import (
    press,
)


@pytest.fixture
def people(window: MainWindow, office: Office) -> MainWindow:
    """Show the page of people, with four on it."""
    ann = add_person(office, "Ann Lee", nickname="Annie", phone="0115 496 0001")
    for name in ("Bo Larsen", "Carys Ŵyn", "José Núñez"):
        add_person(office, name)
    add_group(office, ann)
    press("Ctrl+3")
    return window
