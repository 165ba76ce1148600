"""What older screen readers are told: a description of what has the keyboard, and only so long."""

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget

from alongside_ui.told_here import tell_here
from alongside_ui.widgets.button import Button
from ui.hands import press, settle

HINT, SAID = "Pounds and pence, like 12.50", "Zoe Marsh added"
DESCRIPTION = Qt.ItemDataRole.AccessibleDescriptionRole


@pytest.fixture
def line(stage) -> QLineEdit:
    line = QLineEdit("text")
    line.setAccessibleDescription(HINT)
    stage(line, Button("Press"))
    return line


@pytest.fixture
def cakes(stage) -> QListWidget:
    cakes = QListWidget()
    cakes.addItems(["Parkin", "Eccles"])
    cakes.setCurrentRow(0)
    stage(cakes, Button("Press"))
    return cakes


def test_a_field_has_its_hint_again_once_the_keyboard_has_left_it(line: QLineEdit):
    tell_here(line, SAID)
    tell_here(line, "Undone: Zoe Marsh added")
    assert line.accessibleDescription() == "Undone: Zoe Marsh added"
    press("Tab")
    assert line.accessibleDescription() == HINT
    press("Shift+Tab")
    tell_here(line, SAID)
    assert line.accessibleDescription() == SAID
    press("Tab")
    assert line.accessibleDescription() == HINT


def test_what_a_field_says_of_itself_meanwhile_stays(line: QLineEdit):
    tell_here(line, SAID)
    line.setAccessibleDescription("Error: that is no amount.")
    press("Tab")
    assert line.accessibleDescription() == "Error: that is no amount."


def test_what_a_field_says_of_itself_is_not_told_once_more(line: QLineEdit):
    tell_here(line, "like 12.50")
    assert line.accessibleDescription() == HINT


def test_the_same_words_can_be_told_again(line: QLineEdit):
    tell_here(line, SAID)
    first = line.accessibleDescription()
    tell_here(line, SAID)
    assert line.accessibleDescription() != first
    assert line.accessibleDescription().strip() == SAID


def test_an_entry_of_a_list_forgets_when_the_next_is_chosen(cakes: QListWidget):
    tell_here(cakes, SAID)
    assert cakes.item(0).data(DESCRIPTION) == SAID
    press("Down")
    assert not cakes.item(0).data(DESCRIPTION)
    tell_here(cakes, SAID)
    press("Tab")
    assert not cakes.item(1).data(DESCRIPTION)


def test_an_entry_told_of_at_once_is_the_only_one(cakes: QListWidget):
    tell_here(cakes, SAID)
    cakes.setCurrentRow(1)
    tell_here(cakes, "Eccles")
    settle()
    assert [cakes.item(n).data(DESCRIPTION) or "" for n in (0, 1)] == ["", "Eccles"]


def test_a_list_that_is_filled_anew_can_be_told_in(cakes: QListWidget):
    tell_here(cakes, SAID)
    cakes.clear()
    tell_here(cakes, "No cakes")
    assert cakes.accessibleDescription() == "No cakes"
    press("Tab")
    assert cakes.accessibleDescription() == ""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has this bus")
@pytest.mark.parametrize("address", ["unix:path=/nowhere/at/all", "nonsense", "tcp:host=x"])
def test_without_a_bus_nobody_is_said_to_hear_announcements(
    address: str, monkeypatch: pytest.MonkeyPatch
):
    from alongside_ui.listeners import hears_announcements

    monkeypatch.setenv("AT_SPI_BUS_ADDRESS", address)
    assert not hears_announcements()
    monkeypatch.delenv("AT_SPI_BUS_ADDRESS")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    assert not hears_announcements()
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    assert not hears_announcements()
