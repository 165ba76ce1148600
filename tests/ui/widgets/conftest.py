"""A stage for one piece of furniture at a time."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alongside_ui.look import Look
from alongside_ui.theme import Choice
from ui.hands import settle

Show = Callable[..., QWidget]


@pytest.fixture
def stage(no_stray_windows: None, look: Look) -> Iterator[Show]:
    """Return a function that shows widgets one under another, with the keyboard on the first."""
    look.choose(Choice("light"))
    window = QWidget()
    window.setWindowTitle("Stage")
    column = QVBoxLayout(window)

    def show(*widgets: QWidget) -> QWidget:
        for widget in widgets:
            column.addWidget(widget)
        window.resize(640, 480)
        window.show()
        window.activateWindow()
        settle()
        widgets[0].setFocus()
        settle()
        return window

    yield show
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
