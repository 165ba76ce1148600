"""A register to mark, with Ann, Bo and Carys on it."""

from uuid import UUID

import pytest

from alongside.office import Office
from alongside_ui.main_window import MainWindow
from builders import add_group, add_meeting, add_person
from ui.hands import press


@pytest.fixture
def group(window: MainWindow, office: Office) -> UUID:
    people = [add_person(office, name) for name in ("Ann Lee", "Bo Larsen", "Carys Ŵyn")]
    return add_group(office, *people)


@pytest.fixture
def meeting(group: UUID, office: Office) -> UUID:
    """Open the register of a meeting with three people on it."""
    meeting = add_meeting(office, group)
    press("Ctrl+2", "Return")
    return meeting
