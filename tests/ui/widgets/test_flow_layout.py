"""Widgets side by side wrap as words do, so that large text never pushes one off the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from alongside_ui.widgets.flow import FlowLayout
from ui.hands import settle


@pytest.fixture
def row(stage) -> QWidget:
    """Show six buttons in a row that wraps."""
    box = QWidget()
    flow = FlowLayout(box)
    for number in range(6):
        flow.addWidget(QPushButton(f"Button number {number}"))
    stage(box)
    return box


def buttons(row: QWidget) -> list[QPushButton]:
    return row.findChildren(QPushButton)


def widen(row: QWidget, width: int) -> None:
    row.window().resize(width, 600)
    settle()


def test_with_room_everything_stands_on_one_line(row: QWidget):
    widen(row, 1300)
    assert len({button.y() for button in buttons(row)}) == 1


def test_without_room_the_next_line_starts_and_nothing_is_cut(row: QWidget):
    widen(row, 320)
    assert len({button.y() for button in buttons(row)}) > 1
    for button in buttons(row):
        assert row.rect().contains(button.geometry())
        assert button.width() >= button.minimumSizeHint().width()


def test_widgets_keep_their_order_and_never_overlap(row: QWidget):
    widen(row, 320)
    places = [(button.y(), button.x()) for button in buttons(row)]
    assert places == sorted(places)
    for number, one in enumerate(buttons(row)):
        for other in buttons(row)[number + 1 :]:
            assert not one.geometry().intersects(other.geometry())


def test_more_lines_ask_for_more_height(row: QWidget):
    flow = row.layout()
    assert flow.heightForWidth(200) > flow.heightForWidth(2000)


def test_a_hidden_widget_takes_no_room(row: QWidget):
    flow = row.layout()
    before = flow.sizeHint().width()
    buttons(row)[0].hide()
    assert flow.sizeHint().width() < before


def test_words_too_long_for_a_line_are_wrapped(stage):
    box = QWidget()
    flow = FlowLayout(box)
    label = QLabel("Everything can be done from the keyboard. " * 5)
    label.setWordWrap(True)
    flow.addWidget(label)
    window = stage(box)
    window.resize(300, 400)
    settle()
    assert label.width() <= box.width()
    assert label.height() >= label.heightForWidth(label.width())


def test_what_was_put_in_can_be_taken_out(row: QWidget):
    flow = row.layout()
    assert flow.count() == 6
    item = flow.takeAt(0)
    assert item is not None
    item.widget().hide()
    assert flow.count() == 5
    assert flow.itemAt(9) is None
    assert flow.takeAt(9) is None


def test_the_other_way_round_the_first_stands_on_the_right(row: QWidget):
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    widen(row, 1300)
    places = [button.x() for button in buttons(row)]
    assert places == sorted(places, reverse=True)
    assert buttons(row)[0].geometry().right() == row.rect().right()
