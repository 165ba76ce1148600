"""Names, requirements, bank numbers and recovery words stand in the encrypted file only."""

import os
import subprocess
import sys
from pathlib import Path

from ui import marked_day as day

MARKS = (
    *day.NAME.split(), day.REQUIRES.split()[0], day.ACCOUNT, day.ROLL, day.NOTE.split()[0],
    "17-26-35", day.WORDS, "zookeeper yodel",
)  # fmt: skip


def found_in(data: bytes) -> set[str]:
    """Return the marks that stand in `data`, in either way that text is written."""
    small = data.lower()
    return {
        mark
        for mark in MARKS
        for letters in (mark.encode(), mark.encode("utf-16-le"))
        if letters.lower() in small
    }


def leaks(folder: Path) -> dict[str, set[str]]:
    files = [each for each in folder.rglob("*") if each.is_file()]
    assert {"alongside.log", "records.alongside", "records.alongside-wal"} <= {
        f.name for f in files
    }
    found = {str(each.relative_to(folder)): found_in(each.read_bytes()) for each in files}
    return {name: marks for name, marks in found.items() if marks}


def test_a_day_on_which_everything_fails_leaves_no_word_of_anybody(tmp_path):
    told = os.environ | {
        "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen", "PYTHONWARNINGS": "",
        "PYTHONPATH": os.pathsep.join([*sys.path, str(Path(__file__).parents[1])]),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
    }  # fmt: skip
    for name in ("CONFIG_HOME", "DATA_HOME", "STATE_HOME", "CACHE_HOME", "RUNTIME_DIR"):
        told[f"XDG_{name}"] = str(tmp_path / name)
        (tmp_path / name).mkdir(mode=0o700)
    for name in ("TMPDIR", "TEMP", "TMP", "APPDATA", "LOCALAPPDATA"):
        told[name] = str(tmp_path / "temp")
    (tmp_path / "temp").mkdir()
    run = subprocess.Popen(
        [sys.executable, day.__file__], env=told, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    with run:
        first = run.stdout.readline()
        assert first == "look\n", run.stderr.read()
        open_leaks = leaks(tmp_path)
        said, complained = run.communicate("\n", timeout=60)
    assert open_leaks == {}
    assert found_in(said.encode() + complained.encode()) == set()
    log = (tmp_path / "STATE_HOME" / "Alongside" / "log" / "alongside.log").read_text()
    kinds = ("IntegrityError", "KeyError", "RuntimeError", "ValueError")
    assert [kind for kind in kinds if kind not in log] == []
    assert found_in(log.encode()) == set()


def test_a_mark_would_be_found():
    assert found_in(f"…{day.NAME.upper()}…".encode()) == set(day.NAME.split())
    assert found_in(day.ACCOUNT.encode("utf-16-le")) == {day.ACCOUNT}
