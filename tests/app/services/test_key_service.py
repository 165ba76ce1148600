"""Who can open the records: seen, taken off, given other words, each with its line in history."""

import json

import pytest

from alongside import keys
from alongside.domain.errors import UserError
from conftest import WORDS, MemoryKeyring

OTHER = "zoom zone zombie zoning zookeeper zoologist abdomen"


@pytest.fixture
def laptop(office, data_file, clock, monkeypatch):
    """Return the keyring of a second computer that opens the records by itself."""
    found = MemoryKeyring()
    with monkeypatch.context() as other:
        other.setattr("socket.gethostname", lambda: "blue-laptop")
        keys.remember(data_file, office.store.key, found, clock().date())
    return found


def test_computers_are_named_with_their_day_and_which_is_this_one(office, laptop):
    mine, other = sorted(office.keys.computers(), key=lambda row: not row.is_this)
    assert mine.named.endswith("(this computer)")
    assert other.named.startswith("blue-laptop")
    assert other.since == "12 May 2026"


def test_a_computer_that_is_removed_asks_for_the_words(office, data_file, laptop, keyring):
    other = next(row for row in office.keys.computers() if not row.is_this)
    said = office.keys.remove(other.id)
    assert said.words == f"Removed computer {other.name}"
    assert office.history.list_()[0].words == said.words
    assert [row.is_this for row in office.keys.computers()] == [True]
    with pytest.raises(keys.WrongKeyError):
        keys.by_keyring(keys.KeyFile.read(data_file), laptop)
    kept = json.loads(keys.KeyFile.before(data_file).read_text(encoding="utf-8"))
    assert other.id not in [slot["id"] for slot in kept["slots"]]


def test_a_computer_that_was_removed_already_is_said_to_be_gone(office):
    with pytest.raises(UserError, match="not on the list any more"):
        office.keys.remove("0000")


def test_changed_words_open_and_the_old_ones_do_not_even_by_the_key_file_before(office, data_file):
    said = office.keys.change_words(OTHER)
    assert said.words == "Recovery words changed"
    assert office.history.list_()[0].words == said.words
    place = (keys.KeyFile.beside(data_file), keys.KeyFile.before(data_file))
    for each in place:
        file = keys.KeyFile.parse(each.read_text(encoding="utf-8"), each.name)
        assert keys.by_words(file, OTHER) == (office.store.key,)
        with pytest.raises(keys.WrongKeyError):
            keys.by_words(file, WORDS)


def test_none_of_it_can_be_undone(office):
    office.keys.change_words(OTHER)
    assert office.history.steps().undo == ""
