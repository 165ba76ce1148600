"""A backup is made, opened to see that it is good, listed in plain words, and can be put back."""

import json
import os
import random
import shutil
import stat
import threading
import zipfile
from datetime import date, time, timedelta

import pytest

import builders as b
from alongside import keys
from alongside.domain.change import Kind
from alongside.domain.errors import WorldError
from alongside.domain.keeping import Why
from alongside.office import Office
from alongside.services.backups import MakeBackup, backups_in
from alongside.services.checking import faults
from alongside.store.backup import BackupError
from conftest import WORDS, MemoryKeyring, snapshot

NAME = "Zanzibarina Quibblethwaite"


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "Backups"


def back_up(office, folder, why=Why.ASKED):
    office.backups.make(MakeBackup([folder], why))
    return office.backups.list_([folder])[0]


def names(office):
    return {row.name for row in office.people.list_()}


def files_in(folder):
    return {
        file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()
    }


def test_a_backup_says_when_why_and_how_many(office, folder, clock):
    group = b.add_group(office)
    b.add_person(office, NAME)
    b.add_meeting(office, group)
    row = back_up(office, folder, Why.EXIT)
    assert row.when == "today 16:00"
    assert row.why == "when Alongside was closed"
    assert row.holds == "1 person, 1 meeting, 0 claims"
    clock.set(date(2026, 5, 13))
    assert office.backups.list_([folder])[0].when == "yesterday 16:00"
    clock.set(date(2026, 5, 20))
    assert office.backups.list_([folder])[0].when == "12 May 2026, 16:00"


def test_a_change_tells_the_pages_that_show_backups(office, folder):
    change = office.backups.make(MakeBackup([folder]))
    assert change.words == "Backup made and checked: records 2026-05-12 16.00.00.zip"
    assert change.kinds == {Kind.BACKUP}
    assert office.history.steps().undo == ""


def test_nothing_in_a_backup_can_be_read_without_the_key(office, folder):
    b.add_person(office, NAME)
    row = back_up(office, folder)
    data = row.place.read_bytes()
    for plain in (NAME.split()[0], NAME.split()[1].lower(), WORDS.split()[0], "SQLite format"):
        assert plain.encode() not in data
    assert stat.S_IMODE(row.place.stat().st_mode) == 0o600
    assert [file.name for file in folder.iterdir()] == [row.place.name]


def test_a_new_computer_needs_only_the_backup_and_the_words(office, folder, tmp_path, clock):
    b.add_person(office, NAME)
    before = snapshot(office)
    place = back_up(office, folder).place
    office.close()
    there = tmp_path / "new computer" / "records.alongside"
    keyring = MemoryKeyring()
    with pytest.raises(keys.WrongKeyError):
        Office.restore(place, there, keyring, clock=clock)
    assert not there.exists()
    restored = Office.restore(place, there, keyring, words=WORDS.upper(), clock=clock)
    assert snapshot(restored) == before
    assert restored.history.list_()[0].words == "Restored the backup made on 12 May 2026, 16:00"
    restored.close()
    again = Office.open(there, keyring, clock=clock)  # it remembers the key from now on
    assert names(again) == {NAME}
    again.close()


def test_what_is_replaced_is_kept_and_can_be_opened(office, folder, data_file, keyring, clock):
    place = back_up(office, folder).place
    b.add_person(office, NAME)
    office.close()
    restored = Office.restore(place, data_file, keyring, clock=clock)
    assert names(restored) == set()
    restored.close()
    aside = data_file.with_name("records.alongside replaced 2026-05-12 16.00.00")
    kept = Office.open(aside / data_file.name, keyring, clock=clock)
    assert names(kept) == {NAME}
    kept.close()


def test_restoring_over_a_crashed_file_takes_its_log_away_too(
    office, folder, data_file, keyring, clock
):
    place = back_up(office, folder).place
    wal = data_file.with_name(f"{data_file.name}-wal")
    office.close()
    wal.write_bytes(b"the log of a computer that stopped")
    restored = Office.restore(place, data_file, keyring, clock=clock)
    assert faults(restored.store) == []
    restored.close()
    (aside,) = data_file.parent.glob("*replaced*")
    assert (aside / wal.name).read_bytes().startswith(b"the log")


@pytest.mark.parametrize("step", range(5))
def test_a_restore_that_was_cut_off_is_taken_to_its_end(
    office, folder, data_file, keyring, clock, monkeypatch, step
):
    place = back_up(office, folder).place
    b.add_person(office, NAME)
    office.close()
    moves = iter(range(100))

    def stop(*places):
        if next(moves) == step:
            raise KeyboardInterrupt
        return real(*places)

    real = os.replace
    with monkeypatch.context() as patch:
        patch.setattr("alongside.store.backup.restoring.os.replace", stop)
        with pytest.raises(KeyboardInterrupt):
            Office.restore(place, data_file, keyring, clock=clock)
    opened = Office.open(data_file, keyring, clock=clock)
    assert names(opened) == set()
    opened.close()
    assert not list(data_file.parent.glob("*.restor*"))
    (aside,) = data_file.parent.glob("*replaced*")
    kept = Office.open(aside / data_file.name, keyring, clock=clock)
    assert names(kept) == {NAME}
    kept.close()


def test_records_that_are_open_are_not_replaced(office, folder, data_file, keyring, clock):
    place = back_up(office, folder).place
    with pytest.raises(WorldError, match="open in another Alongside"):
        Office.restore(place, data_file, keyring, clock=clock)


def test_wrong_words_leave_everything_as_it_was(office, folder, data_file, clock):
    place = back_up(office, folder).place
    office.close()
    before = files_in(data_file.parent)
    with pytest.raises(keys.WrongKeyError):
        Office.restore(place, data_file, MemoryKeyring(), words="wrong " * 7, clock=clock)
    assert files_in(data_file.parent) == before


def test_a_damaged_backup_is_refused_and_nothing_is_changed(
    office, folder, data_file, keyring, clock
):
    b.add_person(office, NAME)
    place = back_up(office, folder).place
    office.close()
    whole, chance = place.read_bytes(), random.Random(7)
    damaged = place.with_name("damaged.zip")
    before = files_in(data_file.parent)
    refused = 0
    for number in range(60):
        data = bytearray(whole)
        if number % 3 == 0:
            data = data[: chance.randrange(len(data))]
        elif number % 3 == 1:
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        else:
            start = chance.randrange(len(data) - 64)
            data[start : start + 64] = bytes(64)
        damaged.write_bytes(bytes(data))
        try:
            opened = Office.restore(damaged, data_file.parent / "try" / "t.alongside", keyring,
                                    clock=clock)  # fmt: skip
        except WorldError:
            refused += 1
        else:  # only what nobody needs was hit: the read me, a date of the zip
            assert names(opened) == {NAME}
            opened.close()
        shutil.rmtree(data_file.parent / "try", ignore_errors=True)
        damaged.unlink()
    assert refused >= 50
    assert files_in(data_file.parent) == before


@pytest.mark.parametrize("trick", ["bomb", "another part", "out of the folder", "a claim of more"])
def test_a_zip_that_is_not_ours_is_refused_unread(office, folder, data_file, keyring, trick):
    place = back_up(office, folder).place
    office.close()
    with zipfile.ZipFile(place) as zipped:
        parts = {name: zipped.read(name) for name in zipped.namelist()}
    packing = zipfile.ZIP_STORED
    if trick == "bomb":
        parts["data.db"], packing = bytes(20_000_000), zipfile.ZIP_DEFLATED
    elif trick == "another part":
        parts["more.txt"] = b"more"
    elif trick == "out of the folder":
        parts["../data.db"] = parts.pop("data.db")
    else:
        manifest = json.loads(parts["manifest.json"])
        manifest["counts"]["person"] = 12
        parts["manifest.json"] = json.dumps(manifest).encode()
    with zipfile.ZipFile(place, "w", packing) as zipped:
        for name, data in parts.items():
            zipped.writestr(name, data)
    with pytest.raises(BackupError, match="damaged, or is not a backup of Alongside"):
        Office.restore(place, data_file, keyring)


def test_a_backup_of_a_newer_alongside_is_refused(office, folder, data_file, keyring):
    place = back_up(office, folder).place
    office.close()
    with zipfile.ZipFile(place) as zipped:
        parts = {name: zipped.read(name) for name in zipped.namelist()}
    manifest = json.loads(parts["manifest.json"])
    manifest["schema"] = "9999"
    with zipfile.ZipFile(place, "w") as zipped:
        for name, data in parts.items():
            zipped.writestr(name, json.dumps(manifest) if name == "manifest.json" else data)
    with pytest.raises(WorldError, match="newer Alongside"):
        Office.restore(place, data_file, keyring)


def test_saves_go_on_while_a_backup_is_made_and_it_is_of_one_moment(office, folder):
    people = [b.add_person(office, f"Person {number}") for number in range(5)]
    assert people
    stop = threading.Event()
    added = []

    def work():
        while not stop.is_set():
            added.append(b.add_person(office, f"Another {len(added)}"))

    worker = threading.Thread(target=work)
    worker.start()
    rows = [back_up(office, folder) for _number in range(3)]
    stop.set()
    worker.join()
    assert added
    assert [row.saves for row in rows] == sorted(row.saves for row in rows)
    assert all(row.saves <= office.store.saves.number for row in rows)


def test_two_places_get_a_backup_each_and_a_missing_one_is_named(office, folder, tmp_path):
    stick = tmp_path / "stick"
    office.backups.make(MakeBackup([folder, stick]))
    assert len(office.backups.list_([folder, stick])) == 2
    shutil.rmtree(stick)
    stick.write_text("not a folder")
    words = office.backups.make(MakeBackup([folder, stick])).words
    assert words.startswith("Backup made and checked")
    assert "stick" in words
    with pytest.raises(WorldError, match="could not be made"):
        office.backups.make(MakeBackup([stick]))


def test_a_backup_is_due_once_something_changed_and_half_an_hour_has_gone_by(office, folder, clock):
    def is_due():
        return office.backups.is_due(office.backups.state([folder]))

    def is_behind():
        return office.backups.is_behind(office.backups.state([folder]))

    b.add_person(office, NAME)
    assert is_due()
    back_up(office, folder)
    clock.time += timedelta(hours=3)
    assert not is_due()
    assert not is_behind()
    b.add_person(office, "Ann Larsen")
    assert is_due()
    assert is_behind()
    back_up(office, folder)
    b.add_person(office, "Bo Larsen")
    assert not is_due()
    assert is_behind()


def test_the_state_names_the_last_good_backup_and_warns_of_one_disk(office, folder, clock):
    assert office.backups.state([folder]).words == "No backup yet"
    b.add_person(office, NAME)
    back_up(office, folder)
    clock.set(date(2026, 5, 12), time(18, 0))
    state = office.backups.state([folder])
    assert state.words == "Last good backup: today 16:00"
    assert "same disk" in state.advice


def test_old_backups_are_dropped_and_those_of_other_records_left_alone(
    office, folder, clock, tmp_path
):
    for day in range(1, 29):
        clock.set(date(2026, 2, day))
        back_up(office, folder)
    clock.set(date(2026, 5, 12))
    other = Office.create(tmp_path / "other.alongside", WORDS, MemoryKeyring(), clock=clock)
    other.backups.make(MakeBackup([folder]))
    (folder / "holiday.zip").write_bytes(b"somebody's own")
    row = back_up(office, folder)
    left = [each.made.date() for each in office.backups.list_([folder])]
    assert left == [row.made.date(), date(2026, 2, 28)]
    assert len(backups_in([folder], clock())) == 3
    assert (folder / "holiday.zip").exists()
    other.close()


def test_a_full_disk_leaves_the_old_backups_good(office, folder, monkeypatch):
    row = back_up(office, folder)
    usage = shutil.disk_usage(folder)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: usage._replace(free=1000))
    with pytest.raises(WorldError, match="no room for a backup"):
        office.backups.make(MakeBackup([folder]))
    assert [each.place for each in office.backups.list_([folder])] == [row.place]
    assert [file.name for file in folder.iterdir()] == [row.place.name]


@pytest.mark.parametrize("trouble", ["deleted", "replaced", "renamed"])
def test_what_the_open_file_still_has_is_rescued(office, folder, data_file, tmp_path, trouble):
    b.add_person(office, NAME)
    if trouble == "deleted":
        data_file.unlink()
    elif trouble == "renamed":
        data_file.rename(tmp_path / "elsewhere")
    else:
        (tmp_path / "other").write_bytes(b"another file")
        os.replace(tmp_path / "other", data_file)
    with pytest.raises(WorldError, match="moved, replaced or deleted") as caught:
        b.add_person(office, "Bo Larsen")
    assert caught.value.can_be_rescued
    keys.KeyFile.beside(data_file).unlink()  # its whole folder may be gone
    (tmp_path / "in the way").write_text("no folder")
    words = office.backups.rescue([tmp_path / "in the way" / "Backups", folder]).words
    assert str(folder) in words
    (place,) = folder.iterdir()
    there = tmp_path / "there" / "records.alongside"
    rescued = Office.restore(place, there, MemoryKeyring(), words=WORDS)
    assert names(rescued) == {NAME}
    rescued.close()
