"""Slots are handed out and taken back: computers, new words, a second key while locking anew."""

import json
import os
import signal
import subprocess
import sys
from datetime import date

import pytest

from alongside import keys
from alongside.domain.errors import WorldError
from conftest import WORDS, MemoryKeyring

DAY = date(2026, 5, 12)
OTHER = "zoom zone zombie zoning zookeeper zoologist abdomen"


@pytest.fixture
def key(data_file):
    (found,) = keys.by_words(keys.KeyFile.read(data_file), WORDS)
    return found


def test_a_computer_that_is_remembered_opens_by_itself(data_file, key):
    laptop = MemoryKeyring()
    assert keys.remember(data_file, key, laptop, DAY)
    assert keys.by_keyring(keys.KeyFile.read(data_file), laptop) == (key,)
    found = keys.computers(data_file, key, laptop)
    assert [computer.is_this for computer in found].count(True) == 1


def test_a_computer_remembered_twice_has_one_slot(data_file, key):
    laptop = MemoryKeyring()
    keys.remember(data_file, key, laptop, DAY)
    laptop.secrets.clear()
    keys.remember(data_file, key, laptop, DAY)
    assert len(keys.computers(data_file, key, laptop)) == 1


def test_a_computer_that_is_taken_away_asks_for_the_words(data_file, key, keyring):
    (mine,) = keys.computers(data_file, key, keyring)
    keys.forget(data_file, mine.id)
    with pytest.raises(keys.WrongKeyError, match="does not have the key"):
        keys.by_keyring(keys.KeyFile.read(data_file), keyring)
    assert keys.by_words(keys.KeyFile.read(data_file), WORDS) == (key,)


def test_the_words_cannot_be_taken_away(data_file):
    file = keys.KeyFile.read(data_file)
    for slot in file.slots:
        if slot.kind == "words":
            with pytest.raises(WorldError, match="only changed"):
                keys.forget(data_file, slot.id)
    assert keys.KeyFile.read(data_file) == file


def test_changed_words_open_and_the_old_ones_do_not(data_file, key, keyring):
    keys.change_words(data_file, key, OTHER, DAY)
    file = keys.KeyFile.read(data_file)
    assert keys.by_words(file, OTHER) == (key,)
    with pytest.raises(keys.WrongKeyError):
        keys.by_words(file, WORDS)
    assert keys.by_keyring(file, keyring) == (key,)


def test_while_it_is_locked_anew_both_keys_are_there(data_file, key, keyring):
    new = bytes(range(32))
    keys.add_key(data_file, new, OTHER, keyring, DAY)
    file = keys.KeyFile.read(data_file)
    assert keys.by_keyring(file, keyring) == (new, key)
    assert (keys.by_words(file, WORDS), keys.by_words(file, OTHER)) == ((key,), (new,))
    keys.keep_only(data_file, new)
    assert keys.by_keyring(keys.KeyFile.read(data_file), keyring) == (new,)
    kept = keys.KeyFile.before(data_file).read_text(encoding="utf-8")
    assert len(json.loads(kept)["slots"]) == 2
    with pytest.raises(keys.WrongKeyError):
        keys.by_words(keys.KeyFile.read(data_file), WORDS)


def test_the_name_of_a_computer_is_not_in_plain_sight(data_file, key, keyring):
    (mine,) = keys.computers(data_file, key, keyring)
    assert mine.name
    text = keys.KeyFile.beside(data_file).read_text(encoding="utf-8")
    assert not any(part.strip() in text for part in mine.name.split(",") if len(part.strip()) > 3)


@pytest.mark.skipif(os.name != "posix", reason="Windows has no SIGKILL")
def test_a_key_file_can_be_read_after_any_end_while_it_was_written(data_file):
    program = (
        "import sys; from pathlib import Path; from alongside.keys import KeyFile\n"
        "place = Path(sys.argv[1]); file = KeyFile.read(place); print('go', flush=True)\n"
        "while True: file.save(place)\n"
    )
    told = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    for _round in range(12):
        with subprocess.Popen(
            [sys.executable, "-c", program, str(data_file)], env=told, stdout=subprocess.PIPE
        ) as child:
            assert child.stdout is not None
            child.stdout.readline()
            child.send_signal(signal.SIGKILL)
        assert len(keys.KeyFile.read(data_file).slots) == 2


def test_a_folder_that_cannot_be_written_is_said_and_nothing_is_lost(data_file, key, monkeypatch):
    def full(_opened: int) -> None:
        raise OSError(28, "No space left on device")

    before = keys.KeyFile.beside(data_file).read_text(encoding="utf-8")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WorldError, match="could not be written"):
        keys.change_words(data_file, key, OTHER, DAY)
    assert keys.KeyFile.beside(data_file).read_text(encoding="utf-8") == before
