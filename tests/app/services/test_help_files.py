"""Help in one file: as its ending says, whole or not at all, and a sentence when it cannot be."""

import os
import subprocess
import sys

import pytest

from alongside.domain.errors import UserError, WorldError
from alongside.services.help_files import SaveHelp, save_help

KEYS = "# Keyboard\n\nCtrl+Z takes back.\n"

TOO_BIG = """
import resource, sys
from pathlib import Path
from alongside.domain.errors import WorldError
from alongside.services.help_files import SaveHelp, save_help
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    save_help(SaveHelp(Path(sys.argv[1]), "# Keyboard"))
except WorldError as error:
    sys.stdout.buffer.write(f"{error.words}|{error.remedy}".encode())
"""


@pytest.mark.parametrize(
    ("name", "start"),
    [("help.html", b"<!DOCTYPE html>"), ("HELP.HTML", b"<!DOCTYPE html>"), ("help.pdf", b"%PDF-")],
)
def test_the_ending_says_what_is_made(tmp_path, name, start):
    place = tmp_path / name
    saved = save_help(SaveHelp(place, KEYS))
    assert saved.file == place
    assert saved.words == f"Help saved as {place}"
    assert place.read_bytes().startswith(start)


def test_the_keys_that_were_given_are_in_it(tmp_path):
    place = tmp_path / "help.html"
    save_help(SaveHelp(place, KEYS))
    assert "Ctrl+Z takes back." in place.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["help", "help.txt", "help.docx"])
def test_another_ending_is_refused_at_its_field(tmp_path, name):
    with pytest.raises(UserError) as refused:
        save_help(SaveHelp(tmp_path / name, KEYS))
    assert refused.value.field == "file"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said_to_be(tmp_path):
    with pytest.raises(WorldError, match="gone"):
        save_help(SaveHelp(tmp_path / "gone" / "help.html", KEYS))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on a file's size")
@pytest.mark.parametrize("name", ["help.html", "help.pdf"])
def test_a_full_disk_is_a_sentence_and_leaves_the_old_file(tmp_path, name):
    place = tmp_path / name
    place.write_bytes(b"old")
    run = subprocess.run(
        [sys.executable, "-c", TOO_BIG, str(place)],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True, check=True,
    )  # fmt: skip
    words, remedy = run.stdout.decode().split("|")
    assert words == f"There is no room left in “{tmp_path}” for “{name}”."
    assert "try again" in remedy
    assert place.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [place]
