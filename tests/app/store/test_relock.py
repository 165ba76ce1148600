"""Locking anew: every row comes along, the old key is useless, and no moment of it is dangerous."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

import builders as b
from alongside import keys, paths
from alongside.domain.errors import WorldError
from alongside.office import Office
from alongside.services.backups import BackupService, backups_in
from alongside.services.checking import faults
from alongside.store import relock
from conftest import WORDS, MemoryKeyring

NEW = "zoom zone zombie zoning zookeeper zoologist abdomen"
BESIDE = {"records.alongside.keys.json", "records.alongside.keys.old.json"}


@pytest.fixture
def full(office):
    for number in range(60):
        b.add_person(office, f"Person {number}")
    return office


def left(data_file):
    names = {file.name for file in data_file.parent.iterdir()}
    return names - {
        "records.alongside",
        "records.alongside.lock",
        "records.alongside.saves",
        "Backups",
        *BESIDE,
    }


def opens_with(path, key):
    opened = sqlcipher.connect(str(path))
    opened.execute("PRAGMA cipher_log_level=NONE")
    opened.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
    try:
        opened.execute("SELECT count(*) FROM person").fetchone()
    except sqlcipher.DatabaseError:
        return False
    finally:
        opened.close()
    return True


def test_every_row_comes_along_and_the_old_key_and_words_are_useless(
    full, data_file, keyring, clock
):
    old = full.store.key
    said = full.keys.lock_anew(NEW)
    assert said.words == "Locked anew with a new key"
    assert len(full.people.list_()) == 60
    assert full.history.list_()[0].words == said.words
    b.add_person(full, "Ann Lee")
    assert faults(full.store) == []
    full.close()
    assert left(data_file) == set()
    assert not opens_with(data_file, old)
    with pytest.raises(keys.WrongKeyError):
        keys.by_words(keys.KeyFile.read(data_file), WORDS)
    for given in ({}, {"words": NEW}):
        again = Office.open(data_file, keyring, clock=clock, **given)
        assert len(again.people.list_()) == 61
        again.close()


def test_a_backup_is_made_first_and_opens_with_the_old_words(
    full, data_file, keyring, clock, tmp_path
):
    full.keys.lock_anew(NEW)
    b.add_person(full, "Ann Lee")
    full.close()
    (made,) = backups_in([paths.backup_folder(data_file)], clock())
    assert made.why == "before the records were locked anew"
    elsewhere = tmp_path / "restored.alongside"
    again = Office.restore(made.place, elsewhere, MemoryKeyring(), words=WORDS, clock=clock)
    assert len(again.people.list_()) == 60
    again.close()


def test_without_room_for_a_backup_nothing_is_locked_anew(full, data_file, monkeypatch):
    old = full.store.key

    def no_room(_request):
        raise WorldError("There is no room left.")

    monkeypatch.setattr(BackupService, "make", lambda _self, request: no_room(request))
    with pytest.raises(WorldError, match="no room"):
        full.keys.lock_anew(NEW)
    assert full.store.key == old
    full.close()
    assert opens_with(data_file, old)


def test_another_computer_that_had_the_key_asks_for_the_words(full, data_file, clock, monkeypatch):
    stolen = MemoryKeyring()
    with monkeypatch.context() as other:
        other.setattr("socket.gethostname", lambda: "blue-laptop")
        keys.remember(data_file, full.store.key, stolen, clock().date())
    assert len(full.keys.computers()) == 2
    full.keys.lock_anew(NEW)
    with pytest.raises(keys.WrongKeyError, match="does not have the key"):
        keys.by_keyring(keys.KeyFile.read(data_file), stolen)
    assert [row.is_this for row in full.keys.computers()] == [True]


def test_an_old_key_file_does_not_open_the_file_that_was_locked_anew(full, data_file):
    old = keys.KeyFile.beside(data_file).read_text(encoding="utf-8")
    (key,) = keys.by_words(keys.KeyFile.parse(old, "old"), WORDS)
    full.keys.lock_anew(NEW)
    full.close()
    assert not opens_with(data_file, key)


def test_what_was_done_before_can_still_be_undone(full):
    b.add_person(full, "Ann Lee")
    full.keys.lock_anew(NEW)
    full.history.undo()
    assert len(full.people.list_()) == 60


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_full_disk_changes_nothing(full, data_file, keyring, clock):
    import resource

    was = keys.KeyFile.read(data_file)
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limit[1]))
    try:
        with pytest.raises(WorldError) as raised:
            full.keys.lock_anew(NEW)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    assert raised.value.remedy
    assert keys.KeyFile.read(data_file) == was
    b.add_person(full, "Ann Lee")
    full.close()
    assert left(data_file) == set()
    again = Office.open(data_file, keyring, clock=clock)
    assert len(again.people.list_()) == 61
    again.close()


def test_a_copy_that_lost_rows_is_not_put_in_the_place_of_the_file(full, data_file, monkeypatch):
    def lose_some(path, old_key, fresh, new_key):
        copy(path, old_key, fresh, new_key)
        opened = sqlcipher.connect(str(fresh), isolation_level=None)
        opened.execute(f"PRAGMA key=\"x'{new_key.hex()}'\"")
        opened.execute("DELETE FROM person WHERE id = (SELECT min(id) FROM person)")
        opened.close()

    copy = relock._copy
    monkeypatch.setattr(relock, "_copy", lose_some)
    with pytest.raises(WorldError, match="is not whole") as raised:
        full.keys.lock_anew(NEW)
    assert "Nothing was changed" in raised.value.remedy
    assert len(full.people.list_()) == 60
    assert keys.by_words(keys.KeyFile.read(data_file), WORDS) == (full.store.key,)


def test_a_copy_with_a_damaged_page_is_not_put_in_the_place_of_the_file(full, monkeypatch):
    def damage(path, old_key, fresh, new_key):
        copy(path, old_key, fresh, new_key)
        with fresh.open("r+b") as file:
            file.seek(fresh.stat().st_size - 2000)
            file.write(b"damage")

    copy = relock._copy
    monkeypatch.setattr(relock, "_copy", damage)
    with pytest.raises(WorldError):
        full.keys.lock_anew(NEW)
    assert len(full.people.list_()) == 60


def test_the_old_file_is_written_over_before_it_goes(full, data_file, monkeypatch):
    seen = []
    unlink = type(data_file).unlink

    def look(path, *args, **kwargs):
        if path.name.endswith(".before-relock") and path.exists():
            seen.append(opens_with(path, old))
        unlink(path, *args, **kwargs)

    old = full.store.key
    monkeypatch.setattr(type(data_file), "unlink", look)
    full.keys.lock_anew(NEW)
    assert seen == [False]


CUT_OFF = """
import os, pathlib, shutil, sys
import cryptography.hazmat.primitives.ciphers.aead, cryptography.hazmat.primitives.kdf.argon2
from alongside.keys import slots
from alongside.office import Office

slots._MEMORY_KIB, slots._PASSES = slots._LEAST[:2]
start, secrets, words = pathlib.Path(sys.argv[1]), eval(sys.argv[2]), sys.argv[3]
DISK = {"open", "os.rename", "os.link", "os.remove", "os.chmod", "sqlite3.connect"}

class Kept:
    trouble = ""
    def get(self, name): return secrets.get(name)
    def set(self, name, secret): return True

def lock_anew(folder, last):
    count = 0
    def cut(event, about):
        nonlocal count
        if event in DISK and any(str(folder) in os.fsdecode(part) for part in about
                                 if isinstance(part, (str, bytes, pathlib.Path))):
            count += 1
            if count == last:
                os._exit(9)
    office = Office.open(folder / "records.alongside", Kept())
    sys.addaudithook(cut)
    office.keys.lock_anew(words)
    os._exit(0)

for last in range(1, 200):
    folder = start.parent / f"cut {last}"
    shutil.copytree(start, folder)
    child = os.fork()
    if not child:
        lock_anew(folder, last)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    print(folder, flush=True)
    if code != 9:
        sys.exit(code)
"""
"""For each thing that locking anew asks of the disk, ends a program just before it."""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot fork")
def test_cut_off_at_any_step_it_opens_with_whichever_key_fits_and_is_finished(
    full, data_file, keyring, clock, tmp_path_factory
):
    old = full.store.key
    full.close()
    start = tmp_path_factory.mktemp("cut") / "start"
    shutil.copytree(data_file.parent, start)
    done = subprocess.run(
        [sys.executable, "-c", CUT_OFF, start, repr(keyring.secrets), NEW],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    keys_that_held = []
    for folder in map(Path, done.stdout.splitlines()):
        path = folder / data_file.name
        again = Office.open(path, keyring, clock=clock)
        keys_that_held.append("old" if again.store.key == old else "new")
        assert len(again.people.list_()) == 60, folder
        assert faults(again.store) == [], folder
        assert not keys.has_two_keys(keys.KeyFile.read(path)), folder
        again.close()
        # A key file half written goes when the next one is saved.
        assert all(name.startswith("records.alongside.keys.json.") for name in left(path)), folder
    assert len(keys_that_held) > 15, "hardly anything was cut off"
    assert keys_that_held == sorted(keys_that_held, reverse=True)
    assert set(keys_that_held) == {"old", "new"}
    first, last = done.stdout.splitlines()[0], done.stdout.splitlines()[-1]
    for folder, words in ((first, WORDS), (last, NEW)):
        for each in (WORDS, NEW):
            is_open = _opens(Path(folder) / data_file.name, keyring, clock, each)
            assert is_open == (each == words)


def _opens(path, keyring, clock, words):
    """Return whether these words open the file; a person would try them before anything else."""
    try:
        Office.open(path, keyring, words=words, is_remembered=False, clock=clock).close()
    except WorldError:
        return False
    return True


@pytest.mark.parametrize("words_hold", [WORDS, NEW])
def test_who_opens_what_was_cut_off_is_told_which_words_hold(
    full, data_file, keyring, clock, words_hold
):
    key = keys.new_key()
    keys.add_key(data_file, key, NEW, keyring, clock().date())
    if words_hold == NEW:
        relock.relock(full.store, key)
    full.close()
    again = Office.open(data_file, keyring, clock=clock)
    which = "old" if words_hold == WORDS else "new"
    assert f"The {which} recovery words" in again.notice.replace("still ", "")
    assert again.history.list_()[0].words == again.notice
    again.close()
    assert _opens(data_file, keyring, clock, words_hold)
    quiet = Office.open(data_file, keyring, clock=clock)
    assert quiet.notice == ""
    quiet.close()
