"""Files in a folder: whole or not at all, and a plain sentence when the disk will not have them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from alongside.documents import folder
from alongside.domain.errors import WorldError

TOO_BIG = """
import resource, sys
from pathlib import Path
from alongside.documents import folder
from alongside.domain.errors import WorldError
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    folder.write(Path(sys.argv[1]), bytes(5000))
except WorldError as error:
    sys.stdout.buffer.write(f"{error.words}|{error.remedy}".encode())
"""


def test_a_file_is_written_whole_and_takes_the_place_of_the_old_one(tmp_path):
    place = tmp_path / "Claim 2026-0147.pdf"
    folder.write(place, b"first")
    folder.write(place, b"second")
    assert place.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [place]


@pytest.mark.skipif(sys.platform == "win32", reason="on Windows the folder decides")
def test_a_file_is_for_nobody_elses_eyes(tmp_path):
    place = tmp_path / "Claim 2026-0147.pdf"
    place.write_bytes(b"open to all")
    place.chmod(0o666)
    folder.write(place, b"x")
    assert place.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right on Windows")
def test_what_a_crash_or_somebody_else_left_in_the_way_is_not_written_through(tmp_path):
    place, theirs = tmp_path / "Claim 1.pdf", tmp_path / "theirs"
    place.with_name(f".{place.name}.part").symlink_to(theirs)
    folder.write(place, b"x")
    assert place.read_bytes() == b"x"
    assert not theirs.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on a file's size")
def test_a_full_disk_is_a_sentence_and_leaves_the_old_file_and_no_half_one(tmp_path):
    place = tmp_path / "Claim 2026-0147.pdf"
    place.write_bytes(b"old")
    run = subprocess.run(
        [sys.executable, "-c", TOO_BIG, str(place)],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        check=True,
    )
    words, remedy = run.stdout.decode().split("|")
    assert words == f"There is no room left in “{tmp_path}” for “Claim 2026-0147.pdf”."
    assert "Make room" in remedy
    assert place.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [place]


def test_a_folder_that_has_gone_is_a_sentence_that_names_it(tmp_path):
    with pytest.raises(WorldError) as met:
        folder.write(tmp_path / "gone" / "Claim 1.pdf", b"x")
    assert "Claim 1.pdf" in met.value.words
    assert "gone" in met.value.words
    assert met.value.remedy


def test_a_place_that_cannot_be_replaced_is_a_sentence_and_leaves_no_half_file(tmp_path):
    place = tmp_path / "Claim 1.pdf"
    place.mkdir()
    with pytest.raises(WorldError, match=r"Claim 1\.pdf"):
        folder.write(place, b"x")
    assert list(tmp_path.iterdir()) == [place]


def test_folders_are_made_with_those_above_them_and_may_be_there_already(tmp_path):
    wanted = tmp_path / "2026" / "May"
    folder.make(wanted)
    folder.make(wanted)
    assert wanted.is_dir()


def test_a_file_in_the_way_of_a_folder_is_a_sentence(tmp_path):
    (tmp_path / "forms").write_text("")
    for wanted in (tmp_path / "forms", tmp_path / "forms" / "May"):
        with pytest.raises(WorldError, match="a file of that name is in the way"):
            folder.make(wanted)


def test_a_file_is_named_after_the_claim():
    assert folder.file_name("2026-0147") == "Claim 2026-0147.pdf"


@pytest.mark.parametrize("number", ['a/b\\c:d*e?f"g<h>i|j', "end. ", "\x00\n", "x" * 500, "../up"])
def test_a_file_name_is_safe_on_every_system(number):
    name = folder.file_name(number)
    assert not set(name) & set('<>:"/\\|?*\x00\n')
    assert len(name) <= 104
    assert Path(name).name == name
    assert not name[: -len(".pdf")].endswith((".", " "))
