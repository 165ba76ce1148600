"""While the file is shut nothing can be read, nobody else can have it, and nothing is forgotten."""

import os
import subprocess
import sys

import pytest

import builders as b
from alongside import keys
from alongside.domain.errors import WorldError
from alongside.office import Office
from alongside.services.checking import faults
from alongside.store.troubles import NotOursError
from conftest import WORDS


def test_while_it_is_locked_nothing_can_be_read_or_saved(office):
    b.add_person(office, "Ann Lee")
    office.lock()
    assert office.is_locked
    for ask in (office.people.list_, office.history.steps, lambda: b.add_person(office, "Bo")):
        with pytest.raises(WorldError, match="are locked"):
            ask()
    assert faults(office.store) == ["The records in records.alongside are locked."]


def test_the_log_is_gone_the_key_is_forgotten_and_no_handle_is_left(office, data_file):
    b.add_person(office, "Ann Lee")
    office.lock()
    assert office.store.key == b""
    assert not [f.name for f in data_file.parent.iterdir() if f.name.endswith(("-wal", "-shm"))]
    if sys.platform == "linux":
        held = {os.path.realpath(f"/proc/self/fd/{fd}") for fd in os.listdir("/proc/self/fd")}
        assert str(data_file.resolve()) not in held


def test_nobody_else_can_open_the_file_meanwhile(office, data_file):
    office.lock()
    code = """
import sys, pathlib
from alongside.office import Office
from alongside.domain.errors import WorldError
from faults.records import Keyring
try:
    Office.open(pathlib.Path(sys.argv[1]), Keyring({}), words=sys.argv[2])
except WorldError as error:
    print(error.words)
"""
    done = subprocess.run(
        [sys.executable, "-c", code, data_file, WORDS], capture_output=True, text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}, check=False,
    )  # fmt: skip
    assert "is open in another Alongside" in done.stdout, done.stderr


@pytest.mark.parametrize("words", ["", WORDS.upper()])
def test_it_goes_on_where_it_was_and_undo_still_reaches_back(office, words):
    b.add_person(office, "Ann Lee")
    office.lock()
    office.unlock(words)
    assert [row.name for row in office.people.list_()] == ["Ann Lee"]
    assert office.history.steps().undo == "Ann Lee added"
    office.history.undo()
    assert office.people.list_() == []


def test_wrong_words_leave_it_locked_however_often_they_are_typed(office):
    office.lock()
    for _try in range(3):
        with pytest.raises(keys.WrongKeyError, match="not the recovery words"):
            office.unlock("oak oak oak oak oak oak oak")
    assert office.is_locked
    office.unlock(WORDS)
    assert not office.is_locked


def test_without_the_key_in_the_keyring_the_words_are_asked_for(office, keyring):
    office.lock()
    keyring.secrets.clear()
    with pytest.raises(keys.WrongKeyError, match="does not have the key"):
        office.unlock()
    office.unlock(WORDS, is_remembered=True)
    office.lock()
    office.unlock()


def test_another_key_does_not_open_it_again(office):
    key = office.store.key
    office.lock()
    with pytest.raises(NotOursError):
        office.store.open_again(bytes(32))
    assert office.is_locked
    office.store.open_again(key)


def test_what_is_locked_can_be_closed(office, data_file, keyring):
    office.lock()
    office.lock()
    office.close()
    Office.open(data_file, keyring).close()
