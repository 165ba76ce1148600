"""What is announced reaches the oldest screen readers too, whatever has the keyboard.

Orca before 45 knows no announcements. It speaks a description that changes where the keyboard is.
"""

from collections.abc import Iterator

import pytest

from desktop.own_desktop import Desktop
from desktop.reader import Event, Thing
from desktop.seen import Seen, start
from desktop.test_what_a_reader_gets import PAGES, open_register

pytestmark = pytest.mark.long

DESCRIBED = "accessible-description"
SAID, KEY = "The demo organisation does not lock", "ctrl+l"
LONGEST_WAY = 40


@pytest.fixture(scope="module")
def program(computer: None) -> Iterator[Seen]:
    with Desktop() as desktop:
        yield from start(desktop, is_old=True)


def go_to(seen: Seen, page: str, role: str) -> Thing:
    """Go by Tab to the first thing of a role on a page."""
    seen.press(PAGES[page])
    seen.wait_for(page)
    for _stop in range(LONGEST_WAY):
        here = seen.focus("Tab")
        if here.role == role:
            return here
    raise AssertionError(f"Tab comes to no {role} on {page}")


def spoken(told: list[Event], here: Thing) -> list[str]:
    """Return what Orca 43 speaks of what was told (its default script, `onDescriptionChanged`)."""
    return [e.words for e in told if e.kind == DESCRIBED and e.thing == here and e.words]


@pytest.mark.measures("spoken")
@pytest.mark.parametrize(
    ("page", "role"),
    [
        ("People", "text"), ("People", "push button"), ("People", "list item"),
        ("Settings", "combo box"), ("Settings", "check box"),
    ],
)  # fmt: skip
def test_an_older_reader_is_told_once_where_the_keyboard_is(seen: Seen, page: str, role: str):
    here = go_to(seen, page, role)
    before = here.description
    for _time in range(2):
        told = seen.hear(SAID, KEY)
        assert [words[: len(SAID)] for words in spoken(told, here)] == [SAID]
        assert [event for event in told if event.kind == "announcement"] == []
    left = seen.press("Tab", quiet=0.6)
    moved = [n for n, event in enumerate(left) if event.kind == "focused"]
    assert spoken(left[: moved[0]], here) == []
    assert here.description == before


@pytest.mark.measures("spoken")
def test_what_was_told_in_a_list_is_gone_from_its_entry_when_the_next_one_is_chosen(seen: Seen):
    here = go_to(seen, "People", "list item")
    seen.hear(SAID, KEY)
    assert seen.focus("Down") != here
    assert here.description == ""


@pytest.mark.measures("spoken")
def test_typing_goes_on_where_something_was_told(seen: Seen):
    here = go_to(seen, "People", "text")
    told = seen.hear(SAID, KEY)
    seen.desktop.type("zz")
    told = seen.reader.heard(quiet=1)
    assert not any(SAID in words for words in spoken(told, here))
    found = seen.hear("people", "ctrl+a", "Delete")
    assert not any(SAID in words for words in spoken(found, here))


@pytest.mark.measures("spoken")
def test_what_is_wrong_in_a_field_is_told_once(seen: Seen):
    seen.press(PAGES["People"])
    seen.wait_for("People")
    seen.press("ctrl+n")
    seen.wait_for("Add a person")
    here = seen.focus("shift+Tab", "Tab")
    said = []
    for _time in range(2):
        said.append(spoken(seen.hear("Error", "Return"), here))
        seen.hear("does not lock", "ctrl+l")
    seen.press("Escape")
    first, again = [[words for words in each if "Error" in words] for each in said]
    assert (len(first), len(again)) == (1, 1), said
    assert said[0] == first, said


@pytest.mark.measures("spoken")
def test_a_mark_is_told_once_on_the_cell_that_has_the_keyboard(seen: Seen):
    open_register(seen)
    here = seen.focus("Down", "Up")
    told = [event for event in seen.hear("saved", "a") if event.kind != "focused"]
    about = [e for e in told if "saved" in e.words and e.thing.role != "label"]
    said = [(event.kind, event.thing.role, event.words) for event in told]
    assert [event.thing for event in about] == [here], said
    assert about[0].words.endswith(", attended, saved")
    assert [event.words for event in told if event.kind == "announcement"] == []
    undone = [event.words for event in seen.hear("Undone", "ctrl+z")]
    assert len([words for words in undone if words.startswith("Undone: ")]) <= 2


@pytest.mark.measures("spoken")
def test_a_cell_tells_what_is_announced_in_its_own_way(seen: Seen):
    open_register(seen)
    here = seen.focus("Down", "Up")
    assert len(spoken(seen.hear(SAID, KEY), here)) == 1
