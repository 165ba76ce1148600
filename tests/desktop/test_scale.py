"""The program at twice and four times its size on a screen of 1280 by 1024: all of it in sight."""

from collections.abc import Iterator

import pytest

from desktop.own_desktop import Desktop
from desktop.reader import Thing
from desktop.seen import Seen, start
from desktop.test_what_a_reader_gets import PAGES

pytestmark = pytest.mark.long

WIDE, HIGH = 1280, 1024


@pytest.fixture(scope="module", params=[2, 4])
def scaled(request: pytest.FixtureRequest, computer: None) -> Iterator[tuple[Seen, int]]:
    told = {"QT_SCALE_FACTOR": str(request.param)}
    with Desktop(f"{WIDE}x{HIGH}", told) as desktop:
        for seen in start(desktop):
            yield seen, request.param


def outside(window: Thing, scale: int) -> list[str]:
    """Return what stands to the left or right of the screen: only down may be scrolled."""
    found = []
    for thing in window.walk():
        left, _top, wide, _high = thing.place
        if thing.role in {"push button", "check box", "text", "combo box"} and (
            left < 0 or (left + wide) * scale > WIDE
        ):
            found.append(f"{thing.role} “{thing.name}” {left}, {wide}")
    return found


@pytest.mark.measures("extents")
def test_no_page_or_window_is_wider_than_the_screen(scaled: tuple[Seen, int]):
    seen, scale = scaled
    found = []
    for page, key in PAGES.items():
        seen.press(key)
        window = seen.wait_for(page)
        found += outside(window, scale)
        assert window.place[2] * scale <= WIDE
    assert found == []


@pytest.mark.measures("extents")
def test_a_dialog_fits_and_its_buttons_are_in_sight(scaled: tuple[Seen, int]):
    seen, scale = scaled
    seen.press(PAGES["People"])
    seen.wait_for("People")
    seen.press("ctrl+n")
    window = seen.wait_for("Add a person")
    save = seen.find("push button", "Save").place
    found = outside(window, scale)
    seen.press("Escape")
    seen.wait_for("People")
    assert found == []
    assert (save[1] + save[3]) * scale <= HIGH
