"""The lock by keyboard: everything is hidden and let go, and all stands where it stood after."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

import builders as b
from alongside.domain.errors import WorldError
from alongside.office import Office
from alongside_ui.keys.lock_dialogs import LockDialog, WarningDialog
from alongside_ui.main_window import MainWindow
from ui.hands import (
    answer,
    description_of,
    dialog,
    error_under,
    fill,
    focus,
    go_to,
    name_of,
    press,
    settle,
    type_in,
)


def shown() -> set[QWidget]:
    return {each for each in QApplication.topLevelWidgets() if each.isVisible()}


def warning() -> WarningDialog | None:
    return next((each for each in shown() if isinstance(each, WarningDialog)), None)


@pytest.fixture
def wait(window: MainWindow) -> Callable[[int], None]:
    """Return a function that lets seconds pass in which nobody is there."""
    idle = window.locker.idle
    now = [0.0]
    idle.clock = lambda: now[0]
    idle.somebody_is_there()

    def wait(seconds: int) -> None:
        now[0] += seconds
        idle.look()
        settle()

    return wait


def test_ctrl_l_hides_every_window_and_lets_the_records_go(
    window: MainWindow, office: Office, data_file: Path
):
    press("Ctrl+L")
    assert office.is_locked
    assert [type(each) for each in shown()] == [LockDialog]
    assert not list(data_file.parent.glob("*-wal"))
    with pytest.raises(WorldError):
        office.people.list_()
    press("Return")
    assert not office.is_locked
    assert shown() == {window}


def test_the_page_its_list_and_the_place_in_it_are_as_they_were(window: MainWindow, office: Office):
    for name in ("Ann Lee", "Bo Larsen", "Carys Wyn"):
        b.add_person(office, name)
    press("Ctrl+3", "Down", "Down")
    page, table = window.page(), window.page().table
    assert focus() is table
    was = table.current
    press("Ctrl+L", "Return")
    assert window.page() is page
    assert focus() is table
    assert table.current == was
    press("Ctrl+1")
    assert window.page().title.text().startswith("Today")


def test_a_dialog_keeps_what_was_typed_and_saves_it_afterwards(window: MainWindow, office: Office):
    press("Ctrl+3", "Ctrl+N")
    fill("Name", "Ann Lee")
    go_to("Telephone")
    type_in("0161 496")
    box, field = dialog(), focus()
    press("Ctrl+L")
    assert office.is_locked
    assert not box.isVisible()
    type_in("")
    press("Return")
    assert dialog() is box
    assert focus() is field
    type_in(" 0000")
    press("Ctrl+Return")
    assert dialog() is None
    row = office.people.list_()[0]
    assert office.people.find(row.id).phone == "0161 496 0000"


def test_dialogs_upon_dialogs_come_back_in_their_order(window: MainWindow):
    press("Ctrl+3", "Ctrl+N")
    fill("Name", "Ann Lee")
    below = dialog()
    press("Escape")
    question = dialog()
    assert question is not below
    press("Ctrl+L", "Return")
    assert dialog() is question
    assert below.isVisible()
    answer("Throw away")
    assert dialog() is None


def test_escape_opens_nothing_and_closes_nothing(window: MainWindow, office: Office):
    press("Ctrl+L", "Escape", "Escape")
    assert office.is_locked
    assert isinstance(dialog(), LockDialog)
    press("Return")


def test_words_unlock_and_wrong_ones_do_no_harm(window: MainWindow, office: Office, fresh):
    press("Ctrl+L")
    fill("Recovery words", "acorn acorn acorn acorn acorn acorn acorn")
    for _try in range(3):
        press("Return")
        assert "Those are not the recovery words" in error_under("Recovery words")
    fill("Recovery words", fresh.words.upper())
    press("Return")
    assert not office.is_locked
    assert office.history.list_()[0].words == "Unlocked with the recovery words"


def test_a_keyring_that_lost_the_key_says_so_and_the_words_still_unlock(
    window: MainWindow, office: Office, keyring, fresh
):
    press("Ctrl+L")
    keyring.secrets.clear()
    press("Return")
    assert "This computer does not have the key" in error_under("Recovery words")
    type_in(fresh.words)
    press("Return")
    assert not office.is_locked
    assert keyring.secrets, "this computer was to remember the key again"


def test_only_the_words_unlock_where_that_was_chosen(window: MainWindow, office: Office, fresh):
    window.preferences.change(asks_words=True)
    press("Ctrl+L")
    assert name_of(focus()) == "Recovery words"
    assert "Open with this computer’s keyring" not in [name_of(b) for b in dialog().others]
    press("Return")
    assert "Type the seven words" in error_under("Recovery words")
    assert office.is_locked
    type_in(fresh.words)
    press("Return")
    assert not office.is_locked


def test_help_is_there_while_it_is_locked(window: MainWindow):
    press("Ctrl+L", "F1")
    pages = [each for each in shown() if not isinstance(each, LockDialog)]
    assert len(pages) == 1
    pages[0].close()
    settle()
    press("Return")


def test_closing_while_it_is_locked_asks_first_if_something_is_typed(
    window: MainWindow, office: Office, data_file: Path, keyring
):
    press("Ctrl+3", "Ctrl+N")
    fill("Name", "Ann Lee")
    press("Ctrl+L")
    answer("Close Alongside")
    press("Return")  # the safe answer
    assert isinstance(dialog(), LockDialog)
    answer("Close Alongside")
    answer("Close Alongside")
    settle()
    assert not [each for each in shown() if isinstance(each, LockDialog)]
    Office.open(data_file, keyring).close()


def test_work_under_way_is_finished_before_it_locks(window: MainWindow, office: Office):
    press("Ctrl+3", "Ctrl+N")
    fill("Name", "Ann Lee")
    box = dialog()
    box.save()
    window.locker.lock()
    settle()
    assert office.is_locked
    press("Return")
    assert [row.name for row in office.people.list_()] == ["Ann Lee"]
    assert dialog() is None


def test_the_demo_does_not_lock(bare_window: MainWindow):
    bare_window.show_office(Office.demo())
    settle()
    press("Ctrl+L")
    assert not bare_window.locker.is_locked
    assert "does not lock" in bare_window.announcer.text()


def test_nobody_there_is_warned_and_then_it_locks(
    window: MainWindow, office: Office, wait: Callable[[int], None]
):
    wait(8 * 60)
    assert warning() is None
    wait(60)
    assert "locks in 1 minute" in warning().accessibleDescription()
    wait(40)
    assert "locks in 20 seconds" in warning().accessibleDescription()
    wait(21)
    assert office.is_locked
    assert warning() is None
    press("Return")
    assert not office.is_locked


def test_any_key_puts_it_off_and_is_typed_where_it_was_meant_to_be(
    window: MainWindow, office: Office, wait: Callable[[int], None]
):
    press("Ctrl+3", "Ctrl+N")
    name = go_to("Name")
    type_in("An")
    wait(9 * 60 + 30)
    assert warning() is not None
    assert focus() is name
    type_in("n")
    assert warning() is None
    assert name.text() == "Ann"
    wait(9 * 60 - 1)
    assert warning() is None
    wait(5)
    assert warning() is not None
    press("Shift")
    assert warning() is None
    press("Escape")
    answer("Throw away")


@pytest.mark.parametrize("times", [1, 12])
def test_the_button_puts_it_off_as_often_as_it_is_pressed(
    window: MainWindow, office: Office, wait: Callable[[int], None], times: int
):
    for _time in range(times):
        wait(9 * 60 + 10)
        button = next(b for b in warning().findChildren(QWidget) if name_of(b) == "Stay open")
        button.click()  # as voice control and switches do
        settle()
        assert warning() is None
    assert not office.is_locked


def test_moving_the_pointer_puts_it_off_but_a_window_that_comes_up_does_not(
    window: MainWindow, wait: Callable[[int], None]
):
    def pointer_at(x: int) -> None:
        at = window.mapToGlobal(window.rect().center())
        at.setX(at.x() + x)
        event = QMouseEvent(
            QEvent.Type.MouseMove, window.rect().center().toPointF(), at.toPointF(),
            Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(window, event)

    pointer_at(0)
    wait(9 * 60 + 10)
    pointer_at(0)
    assert warning() is not None
    pointer_at(5)
    assert warning() is None


def test_never_is_never_and_other_times_count(window: MainWindow, wait: Callable[[int], None]):
    window.preferences.change(lock_after=0)
    wait(100 * 3600)
    assert warning() is None
    assert not window.locker.is_locked
    window.preferences.change(lock_after=30, lock_warning=180)
    wait(26 * 60)
    assert warning() is None
    wait(60)
    assert "locks in 3 minutes" in warning().accessibleDescription()
    press("Shift")


def test_what_is_chosen_in_settings_counts_and_is_kept(window: MainWindow, settings_file: Path):
    from alongside import settings
    from ui.hands import choose

    press("Ctrl+8")
    choose("Lock when nobody is there for", "never")
    choose("Warn", "120")
    answer("Ask for the words to unlock")
    kept = settings.load(settings_file)
    assert (kept.lock_after, kept.lock_warning, kept.asks_words) == (0, 120, True)


def test_the_lock_says_what_it_is_to_a_screen_reader(window: MainWindow):
    press("Ctrl+L")
    assert dialog().windowTitle() == "Alongside is locked"
    assert "this computer’s keyring has the key" in dialog().accessibleDescription()
    assert name_of(focus()) == "Open with this computer’s keyring"
    go_to("Recovery words")
    assert "Capitals do not matter" in description_of(focus())
    go_to("Open with this computer’s keyring")
    press("Return")
