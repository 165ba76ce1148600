"""Goes to every page and opens every dialog, for tests that hold all of the screen to a rule."""

from collections.abc import Callable

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTextBrowser,
    QWidget,
)

from alongside_ui.main_window import MainWindow
from alongside_ui.pages import PAGES
from ui.hands import settle

CONTROLS = (
    QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QTextBrowser,
)  # fmt: skip
NO_DIALOG = frozenset({"quit", "undo", "redo"})
EVERYWHERE = ("palette", "shortcuts", "save_help_page", "save_help_pdf", "who", "keys")


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
        everywhere = EVERYWHERE if name == "today" else ()
        for command in (*window.page().answers(), *everywhere):
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
