"""An office is made where there is nothing yet, opened where there is, and left in order."""

import pytest

from alongside import keys
from alongside.domain.errors import WorldError
from alongside.office import Office
from conftest import WORDS, MemoryKeyring


def test_a_new_office_is_empty_and_opens_again_from_this_computer(tmp_path, clock):
    path, keyring = tmp_path / "new.alongside", MemoryKeyring()
    office = Office.create(path, keys.new_words(), keyring, clock=clock)
    assert office.people.list_() == []
    assert office.organisation.find() is None
    office.close()
    Office.open(path, keyring).close()


@pytest.mark.parametrize("there", ["records.alongside", "records.alongside.keys.json"])
def test_nothing_is_written_over(tmp_path, there):
    (tmp_path / there).write_text("mine")
    with pytest.raises(WorldError, match="here already"):
        Office.create(tmp_path / "records.alongside", WORDS, MemoryKeyring())
    assert [file.read_text() for file in tmp_path.iterdir()] == ["mine"]


def test_a_folder_that_is_not_there_is_said_to_be(tmp_path):
    with pytest.raises(WorldError, match="cannot be written to"):
        Office.create(tmp_path / "no" / "records.alongside", WORDS, MemoryKeyring())


def test_a_start_that_fails_leaves_nothing_behind(tmp_path):
    (tmp_path / "records.alongside.lock").mkdir()
    with pytest.raises(WorldError):
        Office.create(tmp_path / "records.alongside", WORDS, MemoryKeyring())
    assert [file.name for file in tmp_path.iterdir()] == ["records.alongside.lock"]


def test_a_data_file_without_its_name_in_the_folder_is_said_to_be_missing(tmp_path):
    with pytest.raises(WorldError, match="There is no file"):
        Office.open(tmp_path / "records.alongside", MemoryKeyring())


def test_closing_twice_does_no_harm(office):
    office.close()
    office.close()
