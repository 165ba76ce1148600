"""So that the .venv beside pyproject.toml is what the lock files say, and sees the rooms.

A stamp in the .venv makes the second time quick; a half-made, moved or copied .venv is made anew.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import machine
from machine import ROOT, Piece, SetUpError, say, step

VENV = ROOT / ".venv"
STAMP = VENV / "alongside-set-up.json"
ROOMS = ("app", "ui", "resources")

WINDOWS = sys.platform == "win32"
BIN = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = BIN / ("python.exe" if WINDOWS else "python")
VERSION = f"{sys.version_info[0]}.{sys.version_info[1]}"
SITE = VENV / ("Lib" if WINDOWS else f"lib/python{VERSION}") / "site-packages"

LAUNCHERS = (
    {
        "alongside.cmd": '@"%~dp0python.exe" -m alongside_ui.main %*\n',
        "alongside-window.cmd": '@start "" "%~dp0pythonw.exe" -m alongside_ui.main %*\n',
    }
    if WINDOWS
    else {
        "alongside": '#!/bin/sh\nhere=$(dirname "$(readlink -f "$0")")\n'
        'exec "$here/python" -m alongside_ui.main "$@"\n'
    }
)


def packages_in(lock: Path) -> list[str]:
    """Return the requirements that a lock file pins, each as `name==version`."""
    return re.findall(r"^[\w.-]+==[^\s;\\]+", lock.read_text(encoding="utf-8"), re.MULTILINE)


def fingerprint(lock: Path) -> str:
    """Return the SHA-256 of a lock file's text, the same whatever the line ends.

    Raises:
        SetUpError: the file is not there.
    """
    try:
        return hashlib.sha256(lock.read_text(encoding="utf-8").encode()).hexdigest()
    except FileNotFoundError:
        raise SetUpError(
            f"{lock.name} is missing; bring it back, or make it with the verb lock."
        ) from None


def read_stamp() -> dict[str, str]:
    """Return what the last set-up noted down, or nothing where none was finished here.

    A stamp from another Python or another folder counts as none: a moved or copied .venv still
    points at its old place.
    """
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    here = isinstance(stamp, dict) and (stamp.get("python"), stamp.get("root"))
    return stamp if here == (VERSION, str(ROOT)) else {}


def write_stamp(noted: dict[str, str]) -> None:
    """Note down what is set up: the lock files' fingerprints by name, the Python, the folder."""
    text = json.dumps({**noted, "python": VERSION, "root": str(ROOT)}, indent=1)
    STAMP.write_text(text + "\n", encoding="utf-8")


def is_sound() -> bool:
    """Return whether .venv was made here, by this version of Python, and has a pip that answers."""
    try:
        made = (VENV / "pyvenv.cfg").read_text(encoding="utf-8")
    except OSError:
        return False
    if not re.search(rf"^version\s*=\s*{re.escape(VERSION)}\b", made, re.MULTILINE):
        return False
    if STAMP.exists() and not read_stamp():
        return False
    asked = [str(PYTHON), "-c", "import pip"]
    try:
        return subprocess.run(asked, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def make_venv() -> None:
    """Make .venv anew, with pip in it.

    Raises:
        SetUpError: Python came without the part that makes one and we may not install it, or what
            is called .venv is something that we had better not empty.
    """
    if VENV.is_symlink() or VENV.is_file():
        raise SetUpError("There is a .venv here that is not a folder of ours; move it away first.")
    if importlib.util.find_spec("ensurepip") is None:
        ensurepip = f"{os.path.dirname(os.__file__)}/ensurepip"
        machine.require([Piece(ensurepip, f"python{VERSION}-venv", "python3-libs")])
        importlib.invalidate_caches()
    # The base Python, because a .venv cannot empty itself while it runs this very file.
    base = getattr(sys, "_base_executable", sys.executable)
    step(f"Making .venv with Python {VERSION}", [base, "-m", "venv", "--clear", VENV])


def set_up(*locks: Path) -> None:
    """Bring .venv to what the lock files say; without any pip call when it is there already."""
    wanted = {lock.name: fingerprint(lock) for lock in locks}
    noted = read_stamp()
    if not (wanted.items() <= noted.items() and PYTHON.exists()):
        if not is_sound():
            make_venv()
            noted = {}
        # No stamp while pip is at work: what it leaves half done is never taken for done.
        STAMP.unlink(missing_ok=True)
        pip: list[str | Path] = [
            PYTHON,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--no-input",
            "--no-cache-dir",
        ]
        checked = ["--no-deps", "--require-hashes", "--only-binary", ":all:"]
        for lock in locks:
            if noted.get(lock.name) != wanted[lock.name]:
                doing = f"Fetching {len(packages_in(lock))} packages of {lock.name}, hashes checked"
                step(doing, [*pip, *checked, "-r", lock])
        write_stamp({**noted, **wanted})
        say("Set up.")
    link_checkout()


def link_checkout() -> None:
    """Let the .venv see the rooms where they stand, and give it the commands of the project."""
    # Paths from the .pth file's own folder: plain letters, whatever the folders above are called.
    rooms = "".join(f"{os.path.relpath(ROOT / room, SITE)}\n" for room in ROOMS)
    written = {SITE / "alongside-checkout.pth": rooms}
    written.update({BIN / name: text for name, text in LAUNCHERS.items()})
    for path, text in written.items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            path.chmod(0o755 if path.parent == BIN else 0o644)
