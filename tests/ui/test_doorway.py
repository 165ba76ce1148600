"""The way in by keyboard: new records, a keyring that is lost, files that cannot be opened."""

import os
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from sqlalchemy import text

from alongside import keys, paths
from alongside.store import mounts
from alongside_ui.doorway import Doorway
from alongside_ui.main_window import MainWindow
from ui.hands import (
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
    words_of,
)


@pytest.fixture
def keyring(keyring, monkeypatch: pytest.MonkeyPatch):
    """Stand at the outer door: the login's keyring keeps its secrets in memory."""
    monkeypatch.setattr(keys, "SystemKeyring", lambda: keyring)
    return keyring


@pytest.fixture
def come_in(bare_window: MainWindow, keyring) -> Callable[[Path], Doorway]:
    def come(file: Path) -> Doorway:
        doorway = Doorway(bare_window, file)
        doorway.open()
        settle()
        return doorway

    return come


def words(window: MainWindow) -> str:
    return window.page().accessibleName()


def test_the_usual_records_open_with_the_keyring_and_nothing_is_asked(
    come_in, bare_window: MainWindow, data_file: Path
):
    come_in(data_file)
    assert bare_window.has_office
    assert bare_window.page().title.text() == "Welcome"


def test_with_no_records_yet_a_start_is_offered_by_keyboard(come_in, bare_window: MainWindow):
    come_in(paths.usual_file())
    assert "What would you like to do?" in words(bare_window)
    assert name_of(focus()) == "Start new records…"


def test_new_records_wait_until_the_words_are_written_down(come_in, bare_window: MainWindow):
    come_in(paths.usual_file())
    press("Return")
    shown = go_to("Recovery words").text()
    assert len(shown.split()) == keys.WORDS
    press("Return")
    assert not paths.usual_file().exists()
    assert "Write the words down first" in error_under("I have written the seven words down")
    press("Space", "Return")
    QTest.qWait(0)
    settle()
    assert bare_window.has_office
    assert keys.by_words(keys.KeyFile.read(paths.usual_file()), shown)


def test_the_words_can_be_copied(come_in):
    come_in(paths.usual_file())
    press("Return")
    shown = go_to("Recovery words").text()
    go_to("Copy the words")
    press("Return")
    board = QGuiApplication.clipboard()
    assert board.text() == shown
    assert bytes(board.mimeData().data("x-kde-passwordManagerHint")) == b"secret"
    go_to("Recovery words")
    assert "leaves the clipboard after 30 seconds" in description_of(focus())
    press("Escape")


def test_a_lost_keyring_asks_for_the_words_and_keeps_a_wrong_try(
    come_in, bare_window: MainWindow, data_file: Path, keyring, fresh
):
    keyring.secrets.clear()
    come_in(data_file)
    assert name_of(focus()) == "Recovery words"
    type_in("not the right words at all here")
    press("Return")
    assert "Those are not the recovery words" in error_under("Recovery words")
    assert focus().text() == "not the right words at all here"
    fill("Recovery words", fresh.words.upper())
    press("Return")
    assert bare_window.has_office
    assert dialog() is None
    assert keyring.secrets, "this computer was to remember the key"


def test_a_key_need_not_be_remembered(
    come_in, bare_window: MainWindow, data_file: Path, keyring, fresh
):
    keyring.secrets.clear()
    come_in(data_file)
    type_in(fresh.words)
    go_to("Let this computer remember the key")
    press("Space", "Return")
    assert bare_window.has_office
    assert not keyring.secrets


def test_records_that_are_open_elsewhere_are_said_to_be_so(
    come_in, bare_window: MainWindow, data_file: Path, office
):
    come_in(data_file)
    assert not bare_window.has_office
    assert "is open in another Alongside" in words(bare_window)
    assert name_of(focus()) == "Try again"


def test_trying_again_works_when_the_other_window_is_closed(
    come_in, bare_window: MainWindow, data_file: Path, office
):
    come_in(data_file)
    office.close()
    press("Return")
    assert bare_window.has_office


def test_a_file_that_is_not_ours_is_said_to_be_so(
    come_in, bare_window: MainWindow, data_file: Path
):
    data_file.unlink()
    with sqlite3.connect(data_file) as other:
        other.execute("CREATE TABLE theirs (id)")
    other.close()
    come_in(data_file)
    assert "is not a data file of Alongside" in words(bare_window)
    assert name_of(focus()) == "Try again"


def test_a_file_that_a_newer_alongside_made_is_said_to_be_newer(
    come_in, bare_window: MainWindow, data_file: Path, office
):
    with office.store.session(is_writing=True) as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        session.commit()
    office.close()
    come_in(data_file)
    assert "was made by a newer Alongside than this one" in words(bare_window)
    assert name_of(focus()) == "Try again"


def test_a_file_that_cannot_be_changed_is_said_to_be_read_only(
    come_in, bare_window: MainWindow, data_file: Path, monkeypatch: pytest.MonkeyPatch
):
    may = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK and may(path, mode))
    come_in(data_file)
    assert "cannot be changed: it or its folder is read-only" in words(bare_window)
    assert name_of(focus()) == "Try again"


def test_a_missing_key_file_is_said_by_its_name(come_in, bare_window: MainWindow, data_file: Path):
    keys.KeyFile.beside(data_file).unlink()
    keys.KeyFile.before(data_file).unlink()
    come_in(data_file)
    assert "its key file records.alongside.keys.json is missing" in words(bare_window)


@pytest.fixture
def on_disk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], None]:
    """Let Linux tell that the test's own folder lies on something else."""

    def tell(kind: str) -> None:
        table = tmp_path / "mountinfo"
        table.write_text(f"1 0 0:1 / / rw - ext4 x rw\n2 1 0:9 / {tmp_path} rw - {kind} far rw\n")
        monkeypatch.setattr(mounts, "TABLE", table)

    return tell


@pytest.mark.skipif(sys.platform != "linux", reason="reads Linux’s own table")
def test_records_on_a_network_are_not_opened_and_it_is_said_what_to_do(
    come_in, bare_window: MainWindow, data_file: Path, on_disk
):
    on_disk("nfs4")
    come_in(data_file)
    assert not bare_window.has_office
    assert "is shared over a network" in words(bare_window)
    assert "move records.alongside and the key file beside it" in words(bare_window)
    assert name_of(focus()) == "Try again"


@pytest.mark.skipif(sys.platform != "linux", reason="reads Linux’s own table")
def test_records_in_a_place_that_nobody_can_tell_about_open_with_a_warning(
    come_in, bare_window: MainWindow, data_file: Path, on_disk
):
    on_disk("fuse.newthing")
    come_in(data_file)
    assert bare_window.has_office
    assert "cannot tell what the folder" in words_of(dialog())
    press("Escape")
    assert dialog() is None


def test_the_demo_organisation_opens_from_the_doorway(come_in, bare_window: MainWindow):
    come_in(paths.usual_file())
    go_to("Look round the demo organisation")
    press("Return")
    assert bare_window.has_office
    assert bare_window.page().title.text().startswith("Today")
