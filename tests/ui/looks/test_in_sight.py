"""What has the keyboard is in sight: pages and dialogs scroll to it, from wherever it came."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea, QWidget

from alongside_ui.main_window import MainWindow
from ui.hands import dialog, focus, go_to, press


def is_in_sight(widget: QWidget) -> bool:
    """Return whether all of `widget` can be seen in what scrolls around it."""
    around: QWidget | None = widget.parentWidget()
    while not isinstance(around, QScrollArea):
        assert around is not None
        around = around.parentWidget()
    port = around.viewport()
    at = widget.mapTo(port, QPoint(0, 0))
    return at.y() >= 0 and at.y() + widget.height() <= port.height()


def test_tab_from_the_ways_through_back_to_the_top_of_a_page(full_window: MainWindow):
    full_window.resize(1000, 700)
    full_window.preferences.change(text_size=200)
    press("Ctrl+4")
    go_to("Remove the member…")
    press("Tab", "Tab")
    assert focus() is full_window.page().table
    assert is_in_sight(focus())
    full_window.preferences.change(text_size=100)


def test_f6_into_a_page_that_was_scrolled_away(full_window: MainWindow):
    full_window.resize(1000, 700)
    full_window.preferences.change(text_size=200)
    press("Ctrl+4")
    go_to("Remove the member…")
    press("F6", "F6")
    assert focus() is full_window.page().table
    assert is_in_sight(focus())
    full_window.preferences.change(text_size=100)


def test_shift_tab_from_the_buttons_of_a_dialog_to_its_last_field(full_window: MainWindow):
    full_window.preferences.change(text_size=200)
    press("Ctrl+3", "Ctrl+N")
    go_to("Cancel")
    press("Tab")
    assert is_in_sight(focus())
    press("Shift+Tab", "Shift+Tab", "Shift+Tab")
    assert is_in_sight(focus())
    box = dialog()
    assert box is not None
    box.done(0)
    full_window.preferences.change(text_size=100)
