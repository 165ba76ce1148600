"""Every page and every dialog: each control has a name and a place in the tab order.

This is the house's rule for the screen, so it is held against all of it at once.
"""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QWidget

from alongside.i18n import ENGLISH, set_language
from alongside_ui.actions import Section
from alongside_ui.main_window import MainWindow
from ui.hands import focus, name_of, strike
from ui.rest_of_screen import visit_rest
from ui.visitor import controls, visit

pytestmark = pytest.mark.long


@pytest.fixture(params=[ENGLISH, "cy"])
def spoken(request: pytest.FixtureRequest) -> Iterator[None]:
    """Speak each language in turn, from before the window is made."""
    set_language(request.param)
    yield
    set_language(ENGLISH)


@pytest.mark.usefixtures("spoken")
def test_every_control_has_a_name_the_keyboard_and_a_letter_of_its_own(either_window: MainWindow):
    """Going everywhere takes long, and looking does not: so what is looked for is found at once."""
    nameless, out_of_reach, twice = [], [], []
    menus = "".join(action.text().partition("&")[2][:1].casefold()
                    for action in either_window.menuBar().actions())  # fmt: skip
    assert len(set(menus)) == len(Section)

    def look_at(box: QWidget, place: str) -> None:
        for widget in controls(box):
            if not name_of(widget).strip():
                nameless.append(f"{place}: {type(widget).__name__} {widget.objectName()}")
            if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                out_of_reach.append(f"{place}: {name_of(widget)}")
        taken = "" if isinstance(box, QDialog) else menus
        letters = Counter([*taken, *letters_in(box)])
        twice.extend(f"{place}: {letter}" for letter, n in letters.items() if letter and n > 1)

    assert visit(either_window, look_at) + visit_rest(either_window, look_at) > 35
    assert nameless == []
    assert out_of_reach == []
    assert twice == []


def letters_in(box: QWidget) -> list[str]:
    """Return the letter for Alt of each thing in sight in a page or dialog, "" for none."""
    return [
        widget.text().replace("&&", "").partition("&")[2][:1].casefold()
        for widget in box.findChildren(QWidget)
        if isinstance(widget, QLabel | QAbstractButton)
        and widget.isVisible()
        and widget.window() is box.window()
    ]


def test_tab_goes_round_through_every_control_and_back_the_same_way(either_window: MainWindow):
    trapped, missed, other_way = [], [], []

    def walk(key: str, most: int) -> list[QWidget]:
        stops = [focus()]
        for _stop in range(most):
            strike(key)
            if focus() is stops[0]:
                break
            stops.append(focus())
        return stops

    def look_at(box: QWidget, place: str) -> None:
        wanted = [w for w in controls(box)
                  if w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]  # fmt: skip
        stops = walk("Tab", len(wanted) + 40)
        if focus() is not stops[0]:
            trapped.append(f"{place}: {name_of(focus())}")
        missed.extend(f"{place}: {name_of(w)}" for w in wanted if w not in stops)
        if walk("Shift+Tab", len(stops) + 40)[1:] != stops[:0:-1]:
            other_way.append(place)

    visit(either_window, look_at)
    assert trapped == []
    assert missed == []
    assert other_way == []
