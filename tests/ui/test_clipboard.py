"""A secret that was copied leaves the clipboard again, and nothing keeps it for later."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from alongside_ui.clipboard import SecretClipboard, hints
from alongside_ui.main_window import MainWindow
from alongside_ui.widgets.secret_line import SecretLine
from ui.hands import settle, strike

ACCOUNT = "31926834"


@pytest.fixture
def board(qapp: QApplication) -> QClipboard:
    found = QGuiApplication.clipboard()
    found.clear()
    return found


@pytest.fixture
def line(bare_window: MainWindow) -> SecretLine:
    """Return a line with an account number in it, all of it selected."""
    made = SecretLine(ACCOUNT, bare_window)
    made.show()
    made.setFocus()
    made.selectAll()
    settle()
    return made


def time_it_has(qapp: QApplication) -> int:
    """Return the milliseconds that the secret on the clipboard was given; 0 if none is there."""
    timer = SecretClipboard.of(qapp).findChild(QTimer)
    return timer.interval() if timer.isActive() else 0


def is_kept_out_of_lists(board: QClipboard) -> bool:
    return bytes(board.mimeData().data("x-kde-passwordManagerHint")) == b"secret"


def test_a_secret_leaves_the_clipboard_by_itself(qapp: QApplication, board: QClipboard):
    secrets = SecretClipboard(qapp, milliseconds=30)
    secrets.copy(ACCOUNT)
    assert board.text() == ACCOUNT
    QTest.qWait(60)
    assert board.text() == ""
    secrets.setParent(None)


def test_what_was_copied_since_stays(qapp: QApplication, board: QClipboard):
    secrets = SecretClipboard(qapp, milliseconds=30)
    secrets.copy(ACCOUNT)
    board.setText("the time of the tram")
    QTest.qWait(60)
    assert board.text() == "the time of the tram"
    secrets.setParent(None)


def test_a_second_copy_begins_its_own_time(qapp: QApplication, board: QClipboard):
    secrets = SecretClipboard(qapp, milliseconds=200)
    secrets.copy("first")
    QTest.qWait(120)
    secrets.copy(ACCOUNT)
    QTest.qWait(120)
    assert board.text() == ACCOUNT
    QTest.qWait(160)
    assert board.text() == ""
    secrets.setParent(None)


def test_a_secret_goes_when_alongside_is_closed(qapp: QApplication, board: QClipboard):
    SecretClipboard.of(qapp).copy(ACCOUNT)
    qapp.aboutToQuit.emit()
    assert board.text() == ""


@pytest.mark.parametrize("keys", ["Ctrl+C", "Ctrl+Ins", "Ctrl+X", "Shift+Del"])
def test_keys_copy_from_a_secret_line_for_half_a_minute(
    line: SecretLine, qapp: QApplication, board: QClipboard, keys: str
):
    strike(keys)
    assert board.text() == ACCOUNT
    assert time_it_has(qapp) == 30_000
    assert is_kept_out_of_lists(board)
    assert line.text() == ("" if keys in {"Ctrl+X", "Shift+Del"} else ACCOUNT)


@pytest.mark.parametrize(("entry", "left"), [("edit-copy", ACCOUNT), ("edit-cut", "")])
def test_the_menu_copies_so_too(
    line: SecretLine, qapp: QApplication, board: QClipboard, entry: str, left: str
):
    strike("Shift+F10")
    settle()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(each for each in menu.actions() if each.objectName() == entry).trigger()
    assert is_kept_out_of_lists(board)
    assert time_it_has(qapp) == 30_000
    assert (board.text(), line.text()) == (ACCOUNT, left)
    strike("Escape")
    settle()


def test_a_line_that_is_read_only_is_not_cut(line: SecretLine, board: QClipboard):
    line.setReadOnly(True)
    strike("Ctrl+X")
    assert line.text() == ACCOUNT
    assert board.text() == ""


def test_each_system_is_asked_in_its_own_words_to_keep_it_out_of_lists():
    assert hints("linux") == {"x-kde-passwordManagerHint": b"secret"}
    names = [name.rpartition('value="')[2].rstrip('"') for name in hints("win32")]
    assert names == [
        "ExcludeClipboardContentFromMonitorProcessing", "CanIncludeInClipboardHistory",
        "CanUploadToCloudClipboard",
    ]  # fmt: skip
    assert hints("win32")[
        'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"'
    ] == bytes(4)
