"""What must not stay goes with the program, and after a crash at the next start."""

import os
import subprocess
import sys

import pytest

from alongside import paths, private

CODE = """
import os, pathlib, sys
from alongside import paths, private
paths.private_folder = lambda: pathlib.Path(sys.argv[1])
mine = private.folder()
(mine / "Ann Lee.pdf").write_text("Ann Lee")
print(mine, flush=True)
sys.stdin.readline()
if sys.argv[2] == "crash":
    os._exit(1)
"""


def start(around, end):
    """Start a program that leaves something in its private folder; give it and the folder."""
    run = subprocess.Popen(
        [sys.executable, "-c", CODE, str(around), end], stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    return run, run.stdout.readline().strip()


def names(around) -> set[str]:
    return {each.name for each in around.glob("run-*")}


@pytest.fixture
def around(tmp_path):
    return tmp_path / "private"


def test_it_goes_when_the_program_ends(around):
    with start(around, "well")[0] as run:
        assert len(names(around)) == 1
        run.communicate("\n")
    assert names(around) == set()


def test_what_a_crash_left_goes_at_the_next_start(around):
    with start(around, "crash")[0] as run:
        run.communicate("\n")
    assert len(names(around)) == 1
    after, mine = start(around, "well")
    with after:
        assert names(around) == {os.path.basename(mine)}
        after.communicate("\n")


def test_another_alongside_that_is_running_keeps_its_own(around):
    first, its = start(around, "well")
    with first:
        second, other = start(around, "well")
        with second:
            assert names(around) == {os.path.basename(its), os.path.basename(other)}
            second.communicate("\n")
        assert names(around) == {os.path.basename(its)}
        first.communicate("\n")


@pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no such modes; the profile is shut"
)
def test_nobody_else_may_look_into_it(around):
    run, mine = start(around, "well")
    with run:
        assert [oct(os.stat(each).st_mode & 0o777) for each in (around, mine)] == ["0o700"] * 2
        run.communicate("\n")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems give no such folder")
def test_on_linux_it_is_in_memory_where_the_login_has_a_place_there(tmp_path):
    place = subprocess.run(
        [sys.executable, "-c", "from alongside import paths; print(paths.private_folder())"],
        env=os.environ
        | {"PYTHONPATH": os.pathsep.join(sys.path), "XDG_RUNTIME_DIR": str(tmp_path)},
        capture_output=True, text=True, check=True,
    ).stdout.strip()  # fmt: skip
    assert place == str(tmp_path / "alongside")


def test_the_demo_lies_in_it():
    from alongside.office import Office

    office = Office.demo()
    try:
        assert office.path.is_relative_to(private.folder())
        assert private.folder().is_relative_to(paths.private_folder())
    finally:
        office.close()
    assert not office.path.exists()
