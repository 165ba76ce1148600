"""Settings come back as they were saved, and a broken file is as good as none."""

import json

import pytest

from alongside.domain.errors import WorldError
from alongside.settings import LARGEST_TEXT, SMALLEST_TEXT, Settings, load, save


def test_settings_come_back_as_they_were_saved(tmp_path):
    chosen = Settings(language="cy", theme="dark", text_size=200, who="Jo Hart", last_folder="/a")
    save(tmp_path / "settings.json", chosen)
    assert load(tmp_path / "settings.json") == chosen
    assert [file.name for file in tmp_path.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "data", [None, b"", b"{", b"[]", b"7", b"null", b"\xff\xfe", b"[" * 100_000]
)
def test_without_a_readable_file_everything_has_its_default(tmp_path, data):
    file = tmp_path / "settings.json"
    if data is not None:
        file.write_bytes(data)
    assert load(file) == Settings()


def test_a_value_of_the_wrong_kind_has_its_default_and_the_others_stay(tmp_path):
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"theme": 3, "text_size": True, "who": "Jo", "colour": "red"}))
    assert load(file) == Settings(who="Jo")


@pytest.mark.parametrize(
    ("kept", "used"),
    [(-5, SMALLEST_TEXT), (0, SMALLEST_TEXT), (10**9, LARGEST_TEXT), (150, 150)],
)
def test_a_wild_text_size_is_brought_back_to_one_that_can_be_read(tmp_path, kept, used):
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"text_size": kept}))
    assert load(file).text_size == used


def test_settings_that_cannot_be_saved_are_said_to_be(tmp_path):
    with pytest.raises(WorldError, match="could not be saved"):
        save(tmp_path / "no" / "settings.json", Settings())


@pytest.mark.parametrize("kept", [-1, 7, 10**9, "ten", None])
def test_a_wild_time_to_lock_has_its_default(tmp_path, kept):
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"lock_after": kept, "lock_warning": kept}))
    assert load(file) == Settings()
