"""So that every machine gets the very packages that were tested, on Windows and on Linux."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = (ROOT / "requirements.lock", ROOT / "requirements-test.lock")


def pinned(lock):
    """Return name → text of the entry, hashes included, for each package a lock file pins."""
    text = re.sub(r"^\s*#.*\n", "", lock.read_text(encoding="utf-8"), flags=re.MULTILINE)
    entries = re.split(r"\n(?=\S)", text.strip())
    return {entry.split("==")[0]: entry for entry in entries}


def wanted(requirements):
    """Return the names in a list of requirements, spelt as lock files spell them."""
    names = (re.match(r"[\w.-]+", requirement).group() for requirement in requirements)
    return {re.sub(r"[-_.]+", "-", name).lower() for name in names}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_locked_package_is_pinned_and_has_a_hash(lock):
    entries = pinned(lock)
    assert len(entries) > 10
    for entry in entries.values():
        assert re.match(r"[\w.-]+==[\w.]+( ; [^\\]+)? \\\n", entry), entry
        assert re.search(r"--hash=sha256:[0-9a-f]{64}$", entry), entry


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_no_lock_file_names_a_place_to_fetch_from(lock):
    assert not re.search(r"://|--(extra-)?index|--find-links|file:", lock.read_text("utf-8"))


def test_every_dependency_of_the_project_is_locked():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    run, test = (set(pinned(lock)) for lock in LOCKS)
    assert wanted(project["project"]["dependencies"]) <= run
    assert wanted(project["dependency-groups"]["test"]) <= run | test


def test_the_two_lock_files_agree():
    run, test = (pinned(lock) for lock in LOCKS)
    for name in run.keys() & test.keys():
        assert run[name].split(" ")[0] == test[name].split(" ")[0]


def test_what_only_windows_or_only_linux_takes_is_locked_for_it_alone():
    run = pinned(LOCKS[0])
    assert "; sys_platform == 'win32'" in run["pywin32-ctypes"]
    assert "; sys_platform == 'linux'" in run["secretstorage"]
