"""What the tests of a real desktop may ask for: the program on the demo, and who looks at it."""

import os
import sys
from collections.abc import Iterator

import pytest

from desktop.own_desktop import Desktop, missing
from desktop.seen import Seen, start


@pytest.fixture(scope="session")
def computer() -> None:
    """Be sure that a desktop can be had here; on a checking machine it must be."""
    lacks = missing() if sys.platform == "linux" else ["Linux"]
    if lacks and os.environ.get("CI", "").lower() in {"1", "true"}:
        pytest.fail(f"a real desktop needs {', '.join(lacks)}")
    if lacks:
        pytest.skip(f"a real desktop needs {', '.join(lacks)}")


@pytest.fixture(scope="module")
def program(computer: None) -> Iterator[Seen]:
    with Desktop() as desktop:
        yield from start(desktop)


@pytest.fixture
def seen(program: Seen) -> Seen:
    """Give the program at rest: no dialog, the first page, the keyboard in it."""
    program.leave_dialogs()
    program.press("ctrl+1")
    program.wait_for("Today")
    for _part in range(10):  # F6 goes from part to part of the window: stop in the list of today
        if any(thing.role == "cell" for thing in program.focused("F6")[-2:]):
            return program
    raise AssertionError("F6 does not reach the list of the first page")
