"""Saves that vanish are noticed: a lost log, an older copy put back. A crash loses none."""

import os
import shutil
import subprocess
import sys

import pytest

import builders as b
from alongside.domain.errors import SavesLostError
from alongside.office import Office
from alongside.store.saves import SaveCounter


@pytest.fixture
def older(office, data_file, tmp_path, keyring, clock):
    """Return a copy of the data file as it was two saves ago; the file itself is closed."""
    b.add_person(office, "Ann Larsen")
    office.close()
    copy = tmp_path / "older copy"
    shutil.copy(data_file, copy)
    again = Office.open(data_file, keyring, clock=clock)
    b.add_person(again, "Bo Larsen")
    b.add_person(again, "Carys Larsen")
    again.close()
    return copy


def test_every_save_is_counted_beside_the_file(office, data_file):
    before = office.store.saves.number
    b.add_person(office, "Ann Larsen")
    office.history.undo()
    office.history.redo()
    assert SaveCounter(data_file).read() == office.store.saves.number == before + 3


def test_an_older_copy_that_is_put_back_is_noticed(older, data_file, keyring, clock):
    shutil.copy(older, data_file)
    with pytest.raises(SavesLostError, match="lacks the last 2 changes") as caught:
        Office.open(data_file, keyring, clock=clock)
    assert "restore a backup" in caught.value.remedy


def test_whoever_knows_of_the_loss_can_go_on_and_the_history_says_so(
    older, data_file, keyring, clock
):
    shutil.copy(older, data_file)
    office = Office.open(data_file, keyring, clock=clock, is_loss_known=True)
    assert office.history.list_()[0].words == "Opened although the last 2 changes were missing"
    office.close()
    Office.open(data_file, keyring, clock=clock).close()  # it is not said again


def test_a_copy_of_the_same_age_is_no_loss(office, data_file, keyring, clock, tmp_path):
    b.add_person(office, "Ann Larsen")
    office.close()
    shutil.copy(data_file, tmp_path / "copy")
    os.replace(tmp_path / "copy", data_file)
    Office.open(data_file, keyring, clock=clock).close()


@pytest.mark.parametrize("kept", [b"", b"12", b"not a number at all.\n", b"\xff" * 21])
def test_a_counter_that_cannot_be_read_alarms_nobody(office, data_file, keyring, clock, kept):
    b.add_person(office, "Ann Larsen")
    office.close()
    data_file.with_name(f"{data_file.name}.saves").write_bytes(kept)
    Office.open(data_file, keyring, clock=clock).close()


def test_a_log_that_was_taken_away_after_a_crash_is_noticed(data_file, keyring, clock, tmp_path):
    kept = tmp_path / "secret"
    kept.write_text(next(iter(keyring.secrets.values())))
    save_and_crash(data_file, kept, 3)
    wal = data_file.with_name(f"{data_file.name}-wal")
    assert wal.stat().st_size
    wal.unlink()
    with pytest.raises(SavesLostError):
        Office.open(data_file, keyring, clock=clock)


def save_and_crash(data_file, secret, number):
    """Save `number` people in another process, which then ends as in a power cut."""
    code = """
import os, sys
import builders as b
from pathlib import Path
from alongside.office import Office
class Keyring:
    trouble = ""
    def get(self, name):
        return Path(sys.argv[2]).read_text()
office = Office.open(Path(sys.argv[1]), Keyring())
for number in range(int(sys.argv[3])):
    b.add_person(office, f"Person {number}")
os._exit(9)
"""
    told = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", code, str(data_file), str(secret), str(number)]
    assert subprocess.run(command, env=told, check=False, timeout=60).returncode == 9
