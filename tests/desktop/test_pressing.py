"""Everything can be pressed by its accessibility action, as voice control and switches do it."""

import pytest

from desktop.seen import Seen
from desktop.test_what_a_reader_gets import PAGES, open_register

pytestmark = pytest.mark.long


@pytest.mark.measures("pressed")
def test_boxes_of_the_register_are_pressed_by_the_words_that_are_seen(seen: Seen):
    open_register(seen)
    seen.find("check box", "Show as boxes to tick").do()
    seen.reader.heard()
    try:
        boxes = [t for t in seen.window().walk() if t.role == "check box"]
        box = next(t for t in boxes if t.name.endswith(", not yet marked"))
        name = box.name.partition(",")[0]
        box.do()
        told = seen.hear("attended")
        seen.press("ctrl+z")
    finally:
        seen.find("check box", "Show as boxes to tick").do()
        seen.reader.heard()
    assert any(event.words.startswith(f"{name}, attended") for event in told)


@pytest.mark.measures("pressed")
def test_a_button_is_pressed_by_its_action_and_its_dialog_opens(seen: Seen):
    seen.press(PAGES["People"])
    seen.wait_for("People")
    seen.find("push button", "Add a person").do()
    seen.wait_for("Add a person")
    seen.find("push button", "Cancel").do()
    seen.wait_for("People")


@pytest.mark.measures("pressed")
def test_the_buttons_of_easy_words_mark_whoever_is_chosen(seen: Seen):
    seen.press("ctrl+e")
    try:
        open_register(seen)
        name = seen.focus("Down").name.partition(",")[2].strip()
        seen.find("push button", "Came").do()
        told = seen.hear("saved")
        seen.press("ctrl+z")
    finally:
        seen.press("ctrl+e")
    assert name
    assert any(name in event.words and "saved" in event.words for event in told)
