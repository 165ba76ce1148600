"""The hands of the tests of the screen: they have a keyboard and nothing else."""

import re
from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QTableView, QWidget

from alongside_ui.main_window import MainWindow

_MOST_STOPS = 80


def focus() -> QWidget:
    """Return what has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None, "nothing has the keyboard"
    return found


def strike(keys: str) -> None:
    """Press one key, or one key with others ("Ctrl+N"), and wait for nothing."""
    modal, target = QApplication.activeModalWidget(), QApplication.focusWidget()
    if modal is not None and (target is None or target.window() is not modal):
        target = modal
    target = QApplication.activePopupWidget() or target or QApplication.activeWindow()
    assert target is not None, "no window is active"
    combination = QKeySequence(keys)[0]
    QTest.keyClick(target, combination.key(), combination.keyboardModifiers())


def press(*keys: str) -> None:
    """Press keys one after another, each when what the last one started has come back."""
    for each in keys:
        strike(each)
        settle()


def type_in(text: str) -> None:
    """Type text where the keyboard is; letters without a key come as an input method's."""
    for letter in text:
        if letter.isascii():
            QTest.keyClicks(focus(), letter)
        else:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(focus(), event)
    settle()


def settle() -> None:
    """Wait until everything asked for has come back and is shown."""
    QApplication.processEvents()
    for window in QApplication.topLevelWidgets():
        if isinstance(window, MainWindow):
            window.operations.settle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    if QApplication.activeWindow() is None:  # where there is no desktop to see to it
        left = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
        for window in (QApplication.activeModalWidget(), *left):
            if window is not None:
                window.activateWindow()
                QApplication.processEvents()
                break


def dialog() -> QWidget | None:
    """Return the dialog that has to be answered, or None."""
    return QApplication.activeModalWidget()


def words_of(box: QWidget) -> str:
    """Return what a dialog that asks or tells says, with what may be tried."""
    return f"{box.text()} {box.informativeText()}".strip()


def interface(widget: QWidget) -> QAccessibleInterface:
    """Return what a screen reader is given for a widget."""
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None, f"no screen reader can see {widget}"
    return found


def name_of(widget: QWidget) -> str:
    """Return the name a screen reader speaks; a combo box's own is where Windows looks for it."""
    if isinstance(widget, QComboBox):
        return widget.accessibleName()
    return interface(widget).text(QAccessible.Text.Name)


def description_of(widget: QWidget) -> str:
    """Return what a screen reader adds to the name."""
    return interface(widget).text(QAccessible.Text.Description)


def spoken_cell(table: QTableView) -> str:
    """Return what a screen reader speaks for the cell that the keyboard is on."""
    cell = interface(table).focusChild()
    assert cell is not None, "the keyboard is on no cell"
    return cell.text(QAccessible.Text.Name)


def said_in(table: QTableView) -> str:
    """Return what a screen reader has been told in the cell that the keyboard is on."""
    cell = interface(table).focusChild()
    assert cell is not None, "the keyboard is on no cell"
    return cell.text(QAccessible.Text.Description)


def go_to(name: str) -> QWidget:
    """Press Tab until the keyboard is on what is called `name`, and return it."""
    return tab_until(lambda widget: name_of(widget) == name, name)


def tab_until(is_found: Callable[[QWidget], bool], what: str) -> QWidget:
    """Press Tab until `is_found` is content, and return where the keyboard is then."""
    seen = []
    for _stop in range(_MOST_STOPS):
        if is_found(focus()):
            return focus()
        seen.append(name_of(focus()))
        strike("Tab")
    raise AssertionError(f"Tab does not reach “{what}”; it went {seen}")


def fill(name: str, text: str) -> None:
    """Go to a field and type `text` over what is there."""
    go_to(name)
    press("Ctrl+A", "Del")
    type_in(text)


def choose(name: str, start: str) -> None:
    """Go to a choice and move to the first one that begins with `start`."""
    box = go_to(name)
    assert isinstance(box, QComboBox)
    press("Home")
    for _row in range(box.count()):
        if box.currentText().startswith(start):
            return
        press("Down")
    raise AssertionError(f"“{start}” is not among the choices of “{name}”")


def answer(words: str) -> None:
    """Press the button with these words."""
    go_to(words)
    press("Space")


def error_under(name: str) -> str:
    """Return the error said of the field with the keyboard, which must be called `name`.

    How many errors there are is said after the first, and left out here.
    """
    assert name_of(focus()) == name, f"the keyboard is on “{name_of(focus())}”"
    assert description_of(focus()).startswith("Error: "), description_of(focus())
    said = description_of(focus()).removeprefix("Error: ")
    return re.sub(r" \d+ things to put right\.", "", said)
