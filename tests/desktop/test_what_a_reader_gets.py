"""What a screen reader, voice control or a switch is given, on a real desktop."""

import pytest

from desktop.reader import FOCUSABLE, Thing
from desktop.seen import Seen

pytestmark = pytest.mark.long

PAGES = {
    "Today": "ctrl+1", "Meetings": "ctrl+2", "People": "ctrl+3", "Groups": "ctrl+4",
    "Claims": "ctrl+5", "Payments": "ctrl+6", "History": "ctrl+7", "Settings": "ctrl+8",
}  # fmt: skip
DIALOGS = {
    "Add a person": ("People", "ctrl+n"), "Usual costs": ("People", "ctrl+u"),
    "Bank details": ("People", "ctrl+b"), "Add a group": ("Groups", "ctrl+n"),
    "Add a meeting": ("Meetings", "ctrl+n"), "Repeat": ("Meetings", "ctrl+shift+r"),
    "Print": ("Claims", "ctrl+p"), "Keys for commands": ("Today", "ctrl+shift+k"),
    "What do you want to do": ("Today", "ctrl+k"), "Add a pay policy": ("Settings", "ctrl+n"),
}  # fmt: skip
INTERACTIVE = {"push button", "check box", "radio button", "text", "combo box", "table", "list",
               "menu item", "menu", "spin button", "link"}  # fmt: skip
FIELDS = {"text", "combo box"}


def nameless(window: Thing) -> list[str]:
    """Return what can be worked in a window and has no name, by its role and place."""
    return [
        f"{window.name}: {thing.role} at {thing.place}"
        for thing in window.walk()
        if thing.role in INTERACTIVE and not thing.name.strip()
    ]


def unlabelled(window: Thing) -> list[str]:
    """Return the fields of a window whose label is not tied to them, or says something else."""
    found = []
    for thing in window.walk():
        if thing.role in FIELDS and FOCUSABLE in thing.states:
            labels = [label.name for label in thing.labels]
            is_same = thing.role == "combo box" or thing.name in labels
            if not labels or not is_same:
                found.append(f"{window.name}: {thing.role} “{thing.name}” has labels {labels}")
    return found


@pytest.mark.measures("names", "roles", "labels")
@pytest.mark.parametrize("page", PAGES)
def test_everything_on_a_page_has_a_name_and_its_label(seen: Seen, page: str):
    seen.press(PAGES[page])
    window = seen.wait_for(page)
    assert nameless(window) == []
    assert unlabelled(window) == []


@pytest.mark.measures("names", "roles", "labels")
@pytest.mark.parametrize("dialog", DIALOGS)
def test_everything_in_a_dialog_has_a_name_and_its_label(seen: Seen, dialog: str):
    page, key = DIALOGS[dialog]
    seen.press(PAGES[page])
    seen.wait_for(page)
    seen.press(key)
    window = seen.wait_for(dialog)
    found = [*nameless(window), *unlabelled(window)]
    seen.press("Escape")
    seen.wait_for("Alongside")
    assert found == []


@pytest.mark.measures("rows")
def test_a_row_of_the_register_is_one_sentence_with_the_mark_first(seen: Seen):
    open_register(seen)
    cell = seen.focus("Down", "Up")
    assert cell.role == "cell"
    assert cell.name.startswith("not yet marked, ")


@pytest.mark.measures("spoken")
def test_each_mark_is_announced_once_and_in_no_other_way(seen: Seen):
    open_register(seen)
    seen.focus("Down", "Up")
    for key in ("a", "y", "a"):  # a description so like the last one would not be spoken
        told = [event for event in seen.hear("saved", key) if event.kind != "focused"]
        about = [e.kind for e in told if "saved" in e.words and e.thing.role != "label"]
        said = [(event.kind, event.thing.role, event.words) for event in told]
        assert about == ["announcement"], said
        undone = seen.hear("Undone", "ctrl+z")
        about = [e.kind for e in undone if "Undone: " in e.words and e.thing.role != "label"]
        assert about == ["announcement"]


@pytest.mark.measures("rows")
def test_a_row_that_was_marked_has_its_new_name_when_the_keyboard_has_left_it(seen: Seen):
    open_register(seen)
    here = seen.focus("Down", "Up")
    seen.hear("saved", "a")
    left = seen.press("Down")
    names = [e.words for e in left if e.thing == here and e.kind == "accessible-name"]
    assert [name.partition(",")[0] for name in names] == ["attended"]
    seen.press("Up", "ctrl+z")


@pytest.mark.measures("spoken")
def test_a_reader_that_knows_announcements_gets_one_and_nothing_else(seen: Seen):
    seen.press(PAGES["People"])
    seen.wait_for("People")
    here = seen.focus("shift+Tab", "Tab")
    told = [e for e in seen.hear("does not lock", "ctrl+l") if "does not lock" in e.words]
    about = [event.kind for event in told if event.thing.role != "label"]
    assert (here.role, about) == ("text", ["announcement"])


def open_register(seen: Seen) -> None:
    """Open the register of today's meeting, with the keyboard in its list."""
    seen.press(PAGES["Today"])
    seen.wait_for("Today")
    seen.press("ctrl+Home", "Return")
    seen.wait_for("Register")
