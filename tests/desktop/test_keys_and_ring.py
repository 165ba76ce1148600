"""Keys and the ring, on a real desktop: Tab reaches all, in the order of reading, and is seen."""

import pytest
from PIL import Image, ImageChops

from desktop.reader import FOCUSABLE, Thing
from desktop.seen import Seen
from desktop.test_what_a_reader_gets import DIALOGS, PAGES, open_register
from ui.looks.pixels import ratio

pytestmark = pytest.mark.long

STOPS = {"push button", "check box", "radio button", "text", "combo box", "list", "table"}
CELLS = {"cell", "table cell", "list item"}
MOST = 60
Place = tuple[int, int, int, int]


def walk(seen: Seen, key: str) -> tuple[list[Thing], list[Place]]:
    """Press a key until the keyboard is back where it was; return the stops and their places."""
    stops = [seen.focus(key)]
    places = [_stop_of(stops[0]).place]
    for _stop in range(MOST):
        here = seen.focus(key)
        if _stop_of(here) == _stop_of(stops[0]):
            return stops, places
        stops.append(here)
        places.append(_stop_of(here).place)
    raise AssertionError(f"{key} never came round: {[s.name for s in stops[-4:]]}")


def _stop_of(thing: Thing) -> Thing:
    """Return the control: for a cell its list, because the keyboard may stand on any cell."""
    return thing.parent if thing.role in CELLS else thing


def order_faults(stops: list[Thing], tops: list[Place]) -> list[str]:
    """Return where Tab goes up again: it may once, when it starts anew at the top."""
    names = [stop.name for stop in stops]
    back = [
        f"from “{names[n]}” to “{names[n + 1]}”"
        for n in range(len(tops) - 1)
        if tops[n + 1][1] + tops[n + 1][3] <= tops[n][1] and tops[n + 1][0] >= tops[n][0] - 400
    ]
    return back[1:]


@pytest.mark.measures("reached", "order", "traps")
@pytest.mark.parametrize("page", PAGES)
def test_tab_reaches_everything_on_a_page_in_the_order_of_reading(seen: Seen, page: str):
    seen.press(PAGES[page])
    window = seen.wait_for(page)
    stops, places = walk(seen, "Tab")
    reached = {_stop_of(stop) for stop in stops}
    missed = [
        f"{thing.role} “{thing.name}”" for thing in window.walk()
        if thing.role in STOPS and {FOCUSABLE, 8} <= thing.states and thing not in reached
    ]  # fmt: skip
    assert missed == []
    assert order_faults(stops, places) == []
    back, _places = walk(seen, "shift+Tab")
    assert len({_stop_of(stop) for stop in back}) == len(reached)


@pytest.mark.measures("reached", "order", "traps")
@pytest.mark.parametrize("dialog", ["Add a person", "Print", "Keys for commands"])
def test_tab_goes_round_in_a_dialog(seen: Seen, dialog: str):
    page, key = DIALOGS[dialog]
    seen.press(PAGES[page])
    seen.wait_for(page)
    seen.press(key)
    window = seen.wait_for(dialog)
    stops, places = walk(seen, "Tab")
    reached = {_stop_of(stop) for stop in stops}
    missed = [
        f"{thing.role} “{thing.name}”" for thing in window.walk()
        if thing.role in STOPS and {FOCUSABLE, 8} <= thing.states and thing not in reached
    ]  # fmt: skip
    faults = order_faults(stops, places)
    seen.leave_dialogs()
    assert missed == []
    assert faults == []


@pytest.mark.measures("ring")
@pytest.mark.parametrize("page", ["Today", "People", "Settings"])
def test_a_ring_shows_at_every_stop(seen: Seen, page: str):
    seen.press(PAGES[page])
    seen.wait_for(page)
    weak = []
    first = _stop_of(seen.focus("Tab"))
    with_ring = seen.desktop.picture()
    for _stop in range(8):
        here = seen.focus("Tab")
        after = seen.desktop.picture()
        if ring_around(with_ring, after, here) < 3:
            weak.append(here.name)
        with_ring = after
        if _stop_of(here) == first:
            break
    assert weak == []


def ring_around(before: Image.Image, after: Image.Image, thing: Thing) -> float:
    """Return the contrast of what changed around a thing when the keyboard came to it.

    0 if fewer pixels changed than a ring of three pixels has on two of its sides.
    """
    left, top, wide, high = thing.place
    box = (max(0, left - 5), max(0, top - 5), left + wide + 5, top + high + 5)
    one, other = before.crop(box), after.crop(box)
    changed = ImageChops.difference(one, other).convert("L").point(lambda p: 255 if p else 0)
    if changed.histogram()[255] < 3 * (wide + high):
        return 0.0
    pairs = zip(*(part.get_flattened_data() for part in (one, other, changed)), strict=True)
    return max(ratio(was, now) for was, now, is_changed in pairs if is_changed)


@pytest.mark.measures("reached")
def test_f6_goes_between_the_parts_of_the_window(seen: Seen):
    seen.press(PAGES["People"])
    seen.wait_for("People")
    there = seen.focus("F6")
    assert there.role == "list item"
    assert there.name == "People"
    assert seen.focus("F6").role == "text"


@pytest.mark.measures("reached")
def test_f10_goes_to_the_menus_and_escape_comes_back(seen: Seen):
    seen.press(PAGES["People"])
    seen.wait_for("People")
    told = seen.press("F10")
    assert any(event.thing.role in {"menu item", "menu"} for event in told)
    seen.press("Escape", "Escape")


@pytest.mark.measures("reached")
def test_shift_f10_on_the_register_opens_its_menu_on_the_first_entry(seen: Seen):
    open_register(seen)
    here = seen.focus("shift+F10")
    assert here.role == "menu item"
    seen.press("Escape")


@pytest.mark.measures("reached")
def test_after_undo_a_page_and_a_dialog_the_keyboard_is_somewhere_named(seen: Seen):
    open_register(seen)
    seen.press("a", "ctrl+z")
    assert seen.focus("Down").name
    seen.press("F2")
    assert seen.focus("Escape").name
    assert seen.focus("alt+Left").name
    seen.press(PAGES["People"])
    seen.wait_for("People")
    assert seen.focus("ctrl+f", "Down").name
