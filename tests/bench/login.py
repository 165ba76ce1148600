"""Measures what a real keyring adds to a start, beside how long a bare window takes to open."""

import shutil
from pathlib import Path
from statistics import median

from alongside import keys
from bench import KEY, NO_LIBRARY, windows
from bench.measure import Row, milliseconds
from gnome_keyring.own_session import PROGRAMS, Session

ROUNDS = 15
KEEP = """
import sys
from alongside import keys
assert keys.SystemKeyring().set(sys.argv[2], sys.argv[3])
"""


def measure(file: Path, key: str) -> list[Row]:
    """Return the rows for the keyring, or raise SystemExit where a program for it is missing.

    The window is usable before the keyring is asked; what asking takes delays the records. Most
    of that is arithmetic of the library, which agrees on a key of its own with the keyring.
    """
    lacks = [name for name in PROGRAMS if shutil.which(name) is None]
    if lacks:
        raise SystemExit(f"{', '.join(lacks)} missing: install dbus and gnome-keyring to measure.")
    found: dict[str, list[tuple[float, float]]] = {"asked": [], "at hand": [], "bare": []}
    with windows.screen() as display, Session() as login:
        login.log_in()
        login.run(KEEP, keys.KeyFile.read(file).file_id, key)
        asked = login.environ | display | {"ALONGSIDE_SAY_READY": "1"}
        at_hand = asked | {KEY: key}
        for number in range(ROUNDS + 1):
            for name, command, environment in (
                ("asked", windows.ours(file), asked),
                ("at hand", windows.ours(file), at_hand | {NO_LIBRARY: "1"}),
                ("bare", windows.BARE, asked),
            ):
                figures = windows.start(command, environment)
                if number:  # the first round fills the disk cache and the compiled files
                    found[name].append(figures)
    medians = {
        name: [median(column) for column in zip(*rounds, strict=True)]
        for name, rounds in found.items()
    }
    bare = medians["bare"][0]
    return [
        _row(what, medians["asked"][index] - medians["at hand"][index], bare, limit)
        for index, what, limit in ((0, "a usable window", 0.15), (1, "the first page", None))
    ]


def _row(what: str, added: float, bare: float, limit: float | None) -> Row:
    words = f"{milliseconds(added)} against {milliseconds(bare)}"
    return Row(f"The keyring adds to {what}, beside a bare window", words, added / bare, limit, "×")
