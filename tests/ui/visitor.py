"""Goes to every page and opens every dialog, for tests that hold all of the screen to a rule."""

from collections.abc import Callable
from pathlib import Path

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

from alongside.domain.errors import WorldError
from alongside.domain.payments import RunState
from alongside_ui.keys.lock_dialogs import LockDialog, WarningDialog
from alongside_ui.keys.new_words import AskWordsDialog, Occasion, SheetFacts, ShowWordsDialog
from alongside_ui.keys.sheet import SheetDialog
from alongside_ui.keys.type_words import TypeWordsDialog
from alongside_ui.main_window import MainWindow
from alongside_ui.pages import PAGES
from ui.hands import settle

CONTROLS = (
    QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QTextBrowser,
)  # fmt: skip
NO_DIALOG = frozenset({"quit", "undo", "redo"})
EVERYWHERE = ("palette", "shortcuts", "save_help_page", "save_help_pdf", "who", "keys")
WORDS = "walnut harbor kettle velvet anchor pebble quilt"


def visit(window: MainWindow, look_at: Callable[[QWidget, str], None]) -> int:
    """Look at every page, and at every dialog that its commands open; return how many dialogs."""
    office = window.operations.office
    meeting = next(row for row in office.meetings.list_() if row.attended)
    subjects = {"register": meeting.id, "claim": office.claims.list_()[0].id}
    runs = sorted(office.payments.list_(), key=lambda row: row.state is not RunState.OPEN)
    subjects |= {"run": runs[0].id} if runs else {}
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
            if window.stack.place != (name, subjects.get(name)):
                window.go(name, subjects.get(name))
                settle()
    return dialogs + visit_doors(window, look_at)


def visit_doors(window: MainWindow, look_at: Callable[[QWidget, str], None]) -> int:
    """Look at the dialogs that stand before the records; return how many there are."""
    facts = SheetFacts(Path("records.alongside"), "Riverside Network")
    occasion = Occasion("Your records will be locked", "Write the words down.", "Start", facts)
    others = [("Try again", str), ("Restore a backup…", str), ("Close Alongside", str)]
    shown = ShowWordsDialog(window, occasion, WORDS, str)
    spelled = ShowWordsDialog(window, occasion, WORDS, str)
    spelled.list.spell()
    wrong = AskWordsDialog(window, occasion, WORDS, then=str, back=str)
    typing = TypeWordsDialog(window, "Recovery words", "Type them.", "Open", print, others)
    slip = TypeWordsDialog(window, "Recovery words", "Type them.", "Open", print, others)
    locked = LockDialog(print, others[:1], str, print, asks_words=False)
    doors = {
        "new words": shown, "new words spelled": spelled, "two words": wrong,
        "recovery sheet": SheetDialog(window, WORDS, facts), "typing words": typing,
        "a slip": slip, "locked": locked, "warning": WarningDialog(window, 60, str),
    }  # fmt: skip
    for place, box in doors.items():
        box.show() if box is locked else box.open()
        settle()
        if box is wrong:
            wrong._check()
        if box is slip:
            slip.refused(WorldError("“walnot” is not in the list.", "Try again."))
        if box is typing:
            typing.field.line.setText("walnut ve")
        settle()
        look_at(box, place)
        box.done(0)
        settle()
    return len(doors)


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
