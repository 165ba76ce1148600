"""Backups by keyboard: by themselves, asked for, put back; what is rescued when the file goes."""

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

import builders as b
from alongside import paths
from alongside.office import Office
from alongside.services.backups import MakeBackup, backups_in
from alongside_ui.backups import keeper
from alongside_ui.main_window import MainWindow
from ui.hands import (
    answer,
    dialog,
    fill,
    focus,
    go_to,
    name_of,
    press,
    settle,
    spoken_cell,
    words_of,
)

NOW = datetime.fromisoformat("2026-05-12 16:00")


@pytest.fixture
def folder(data_file: Path) -> Path:
    return paths.backup_folder(data_file)


def wait_for(is_so: Callable[[], bool]) -> None:
    for _wait in range(200):
        if is_so():
            return
        QTest.qWait(10)
    raise AssertionError("waited in vain")


def test_a_backup_is_made_from_the_keyboard_and_the_foot_says_so(
    window: MainWindow, office: Office, folder: Path
):
    press("Ctrl+Shift+B")
    wait_for(lambda: window.foot.safety.text().startswith("Last good backup"))
    assert window.announcer.text().startswith("Backup made and checked: records ")
    assert len(backups_in([folder], NOW)) == 1


def test_a_backup_is_made_by_itself_when_something_changed(
    window: MainWindow, office: Office, folder: Path
):
    b.add_person(office, "Ann Larsen")
    window._keeper.look()
    wait_for(lambda: window.foot.safety.text() == "Last good backup: today 16:00")
    window._keeper.look()
    wait_for(lambda: not window._keeper._queue.is_busy)
    assert len(backups_in([folder], NOW)) == 1, "nothing changed since"


def test_closing_makes_a_last_backup(bare_window: MainWindow, office: Office, folder: Path):
    bare_window.show_office(office)
    settle()
    b.add_person(office, "Ann Larsen")
    bare_window.close()
    (row,) = backups_in([folder], NOW)
    assert row.why == "when Alongside was closed"
    assert row.holds.startswith("1 person")


def test_the_log_is_folded_in_a_moment_after_the_last_save(window: MainWindow, office: Office):
    wal = office.path.with_name(f"{office.path.name}-wal")
    b.add_group(office)
    press("Ctrl+3", "Ctrl+N")
    fill("Name", "Ann Larsen")
    press("Return")
    assert wal.stat().st_size
    assert window._keeper._quiet.interval() == keeper.QUIET == 2000
    window._keeper._quiet.start(10)  # nobody waits two seconds in a test
    wait_for(lambda: not wal.stat().st_size)


def test_a_place_that_cannot_be_had_is_told_once(window: MainWindow, office: Office, folder: Path):
    folder.write_text("in the way")
    b.add_person(office, "Ann Larsen")
    window._keeper.look()
    wait_for(lambda: dialog() is not None)
    assert "A backup could not be made" in words_of(dialog())
    press("Escape")
    assert window.foot.safety.text() == "The last backup failed"
    window._keeper.look()
    wait_for(lambda: not window._keeper._queue.is_busy)
    assert dialog() is None
    folder.unlink()


def test_today_says_that_every_backup_is_on_one_disk_and_leads_to_settings(
    window: MainWindow, office: Office
):
    press("Ctrl+Shift+B")
    wait_for(lambda: office.backups.latest is not None and not window._keeper._queue.is_busy)
    press("Ctrl+1", "Ctrl+End", "Home")
    assert "same disk" in spoken_cell(focus())
    press("Return")
    assert window.page().title.text() == "Settings"


def test_a_second_place_is_chosen_in_settings_and_used(
    window: MainWindow, office: Office, tmp_path: Path
):
    stick = tmp_path / "stick"
    press("Ctrl+8")
    fill("Second place for backups", str(stick))
    press("Tab")
    assert window.preferences.settings.backup_folder == "", "there is no such folder"
    if sys.platform == "linux":
        fill("Second place for backups", "/dev/shm")
        press("Tab")
        assert window.preferences.settings.backup_folder == "", "what is in memory is gone soon"
    stick.mkdir()
    fill("Second place for backups", str(stick))
    press("Tab")
    assert window.announcer.text() == f"Backups go to {stick} too"
    press("Ctrl+Shift+B")
    wait_for(lambda: bool(backups_in([stick], NOW)))
    wait_for(lambda: not window._keeper._queue.is_busy)


def test_a_backup_is_restored_by_keyboard_and_what_was_there_is_kept(
    come_in, bare_window: MainWindow, data_file: Path, folder: Path, office: Office
):
    b.add_person(office, "Ann Larsen")
    office.backups.make(MakeBackup([folder]))
    b.add_person(office, "Bo Larsen")
    office.close()
    come_in(data_file)
    press("Ctrl+F9")
    wait_for(lambda: dialog() is not None)
    assert "1 person, 0 meetings, 0 claims, asked for" in spoken_cell(focus())
    press("Return")
    assert "Restore the backup of" in words_of(dialog())
    answer("Restore")
    wait_for(lambda: bare_window.has_office and not bare_window.operations.is_busy)
    assert [row.name for row in bare_window.operations.office.people.list_()] == ["Ann Larsen"]
    assert len(list(data_file.parent.glob("*replaced*"))) == 1


def test_a_restore_can_be_left(come_in, bare_window: MainWindow, data_file: Path, office: Office):
    office.backups.make(MakeBackup([paths.backup_folder(data_file)]))
    office.close()
    come_in(data_file)
    press("Ctrl+F9")
    wait_for(lambda: dialog() is not None)
    press("Return", "Escape")
    assert bare_window.has_office
    press("Escape")
    assert dialog() is None
    assert not list(data_file.parent.glob("*replaced*"))


def test_an_older_copy_is_said_to_be_one_and_can_be_opened_all_the_same(
    come_in, bare_window: MainWindow, data_file: Path, office: Office, keyring
):
    b.add_person(office, "Ann Larsen")
    office.close()
    counter = data_file.with_name(f"{data_file.name}.saves")
    counter.write_bytes(b"%020d\n" % 99)
    come_in(data_file)
    assert "lacks the last 98 changes" in bare_window.page().accessibleName()
    assert name_of(focus()) == "Try again"
    go_to("Open it as it is")
    press("Return")
    wait_for(lambda: bare_window.has_office)


def test_records_that_vanish_while_open_are_rescued_and_the_place_is_said(
    window: MainWindow, office: Office, data_file: Path, folder: Path
):
    b.add_person(office, "Ann Larsen")
    data_file.unlink()
    press("Ctrl+3", "Ctrl+N")
    fill("Name", "Bo Larsen")
    press("Return")
    wait_for(lambda: isinstance(dialog(), QMessageBox))
    said = words_of(dialog())
    assert "was moved, replaced or deleted" in said
    assert "Everything that was saved is in the backup" in said
    (row,) = backups_in([folder], NOW)
    assert row.holds.startswith("1 person")
    press("Escape")
    assert go_to("Name").text() == "Bo Larsen", "nothing that was typed is lost"
    assert go_to("Save").isEnabled()
    press("Escape")
    answer("Throw away")


def test_the_demo_has_no_backups_and_says_why(window: MainWindow, office: Office):
    window._keeper._office.is_demo = True
    press("Ctrl+Shift+B")
    assert "it has no backups" in window.announcer.text()
