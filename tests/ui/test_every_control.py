"""Every page and every dialog: each control has a name and a place in the tab order.

This is the house's rule for the screen, so it is held against all of it at once.
"""

from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QTextBrowser,
    QWidget,
)

from alongside.demo import fill
from alongside.office import Office
from alongside_ui.actions import Section
from alongside_ui.main_window import MainWindow
from alongside_ui.pages import PAGES
from alongside_ui.widgets.paper import PaperView
from ui.hands import focus, name_of, settle, strike

CONTROLS = (
    QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QTextBrowser,
)  # fmt: skip
NO_DIALOG = frozenset({"quit", "undo", "redo"})
OLD_LAPTOP = 1366


@pytest.fixture
def full_window(office: Office, bare_window: MainWindow) -> MainWindow:
    """Give the window on the demo organisation: every list has something in it."""
    fill(office.store)
    bare_window.show_office(office)
    settle()
    return bare_window


def visit(window: MainWindow, look_at: Callable[[QWidget, str], None]) -> int:
    """Look at every page, and at every dialog that its commands open; return how many dialogs."""
    office = window.operations.office
    meeting = next(row for row in office.meetings.list_() if row.attended)
    subjects = {"register": meeting.id, "claim": office.claims.list_()[0].id}
    dialogs = 0
    for name in PAGES:
        window.go(name, subjects.get(name))
        settle()
        look_at(window.page(), name)
        for command in window.page().answers():
            if command in NO_DIALOG or command.startswith("make_"):
                continue
            window.actions.perform(command)
            settle()
            while (box := QApplication.activeModalWidget()) is not None:
                look_at(box, f"{name}: {command}")
                box.done(0) if isinstance(box, QDialog) else box.close()
                dialogs += 1
                settle()
            window.go(name, subjects.get(name))
            settle()
    return dialogs


def controls(box: QWidget) -> list[QWidget]:
    """Return what can be worked in `box`, but not the parts that Qt puts inside of it."""
    return [
        widget
        for widget in box.findChildren(QWidget)
        if isinstance(widget, CONTROLS)
        and widget.isVisible()
        and not isinstance(widget.parent(), QScrollBar | QComboBox | QAbstractItemView)
        and widget.window() is box.window()
    ]


def test_every_control_has_a_name_and_can_have_the_keyboard(full_window: MainWindow):
    nameless, out_of_reach = [], []

    def look_at(box: QWidget, place: str) -> None:
        for widget in controls(box):
            if not name_of(widget).strip():
                nameless.append(f"{place}: {type(widget).__name__} {widget.objectName()}")
            if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                out_of_reach.append(f"{place}: {name_of(widget)}")

    assert visit(full_window, look_at) > 25
    assert nameless == []
    assert out_of_reach == []


def test_tab_goes_round_through_every_control_and_back_the_same_way(full_window: MainWindow):
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

    visit(full_window, look_at)
    assert trapped == []
    assert missed == []
    assert other_way == []


def test_no_two_things_in_sight_share_a_letter_for_alt(full_window: MainWindow):
    twice = []
    menus = "".join(action.text().partition("&")[2][:1].casefold()
                    for action in full_window.menuBar().actions())  # fmt: skip
    assert len(set(menus)) == len(Section)

    def look_at(box: QWidget, place: str) -> None:
        taken = "" if isinstance(box, QDialog) else menus
        letters = [*taken, *(
            widget.text().replace("&&", "").partition("&")[2][:1].casefold()
            for widget in box.findChildren(QWidget)
            if isinstance(widget, QLabel | QAbstractButton) and widget.isVisible()
            and widget.window() is box.window()
        )]  # fmt: skip
        twice.extend(
            f"{place}: {letter}" for letter, n in Counter(letters).items() if letter and n > 1
        )

    visit(full_window, look_at)
    assert twice == []


@pytest.mark.parametrize("size", [100, 200])
def test_no_words_of_a_button_or_box_are_cut_at_any_size_of_text(
    full_window: MainWindow, size: int
):
    full_window.preferences.change(text_size=size)
    cut, wide = [], []

    def look_at(box: QWidget, place: str) -> None:
        for widget in controls(box):
            if isinstance(widget, QAbstractButton) and widget.text():
                needs = widget.sizeHint().width()
                if widget.width() < needs and not isinstance(widget, QCheckBox):
                    cut.append(f"{place}: {widget.text()} {widget.width()} < {needs}")
                if widget.height() < 24:
                    cut.append(f"{place}: {widget.text()} is {widget.height()} high")
        for area in box.findChildren(QScrollArea):
            inside = area.widget()
            if area.isVisible() and not isinstance(inside, PaperView):
                lost = inside.width() - area.viewport().width()
                if lost > 0:
                    wide.append(f"{place}: {lost} pixels of its fields are out of sight")
        if box.window().width() > OLD_LAPTOP:
            wide.append(f"{place}: {box.window().width()}")

    visit(full_window, look_at)
    assert cut == []
    assert wide == []
