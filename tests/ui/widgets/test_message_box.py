"""A box that asks or tells: its words are read, its buttons are the only stops."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

from alongside_ui.look import Look
from alongside_ui.widgets.dialog import ask
from ui.hands import dialog, name_of, settle


@pytest.fixture
def box(qtbot, look: Look) -> QMessageBox:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    ask(parent, "Remove it?", "Undo brings it back.", yes="Remove", no="Keep", then=parent.hide)
    settle()
    shown = dialog()
    assert isinstance(shown, QMessageBox)
    yield shown
    shown.done(0)
    settle()


def test_its_words_are_no_place_for_the_keyboard(box: QMessageBox):
    words = [each for each in box.findChildren(QLabel) if each.text()]
    assert {each.text() for each in words} == {"Remove it?", "Undo brings it back."}
    assert {each.focusPolicy() for each in words} == {Qt.FocusPolicy.NoFocus}


def test_its_picture_has_a_name(box: QMessageBox):
    pictures = [each for each in box.findChildren(QLabel) if not each.pixmap().isNull()]
    assert [name_of(each) for each in pictures] == ["Question"]
