"""Measures starting and memory: Alongside on twenty years beside a bare window with a table."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from bench import KEY
from bench.measure import Row, milliseconds

ROUNDS = 9
SETTLE = 1.0
"""Seconds after "ready" until memory is read: both windows have painted by then."""
LONGEST = 60.0
HERE = Path(__file__).parent
BARE = [sys.executable, str(HERE / "bare_window.py")]
MEGABYTE = 1024.0


def measure(file: Path, key: str, scratch: Path) -> list[Row]:
    """Return the rows for starting and for memory.

    The window is usable when it answers keys: menus, help, text size, themes. The records follow
    it; the database library alone takes as long to load as the bare window takes to open, so the
    first page is shown in the table without a limit.
    """
    with screen() as display:
        settings = {"HOME": str(scratch), "XDG_CONFIG_HOME": str(scratch / "config"),
                    "XDG_DATA_HOME": str(scratch / "data"),
                    "XDG_STATE_HOME": str(scratch / "state")}  # fmt: skip
        environment = os.environ | display | settings | {"ALONGSIDE_SAY_READY": "1", KEY: key}
        found: dict[str, list[tuple[float, ...]]] = {"ours": [], "bare": []}
        for number in range(ROUNDS + 1):
            for name, command in (("ours", ours(file)), ("bare", BARE)):
                figures = _start_and_weigh(command, environment)
                if number:  # the first round fills the disk cache and the compiled files
                    found[name].append(figures)
    columns = {name: list(zip(*rounds, strict=True)) for name, rounds in found.items()}
    usable, filled, peak, share = (
        (median(columns["ours"][index]), median(columns["bare"][index])) for index in range(4)
    )
    return [
        Row("Start to a usable window: it answers keys", _beside(milliseconds, usable),
            usable[0] / usable[1], 3.0, "×"),
        Row("Start to the first page of 20 years", _beside(milliseconds, filled),
            filled[0] / filled[1], None, "×"),
        Row("Memory at its peak (RSS)", _beside(_megabytes, peak), peak[0] / peak[1], 2.5, "×"),
        Row("Memory of its own share (PSS)", _beside(_megabytes, share),
            share[0] / share[1], 2.5, "×"),
    ]  # fmt: skip


def ours(file: Path) -> list[str]:
    """Return the command that opens our window on `file`."""
    return [sys.executable, str(HERE / "our_window.py"), "--file", str(file)]


def start(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Return seconds until a window said "usable" and "filled"."""
    with _started(command, environment) as (taken, _pid):
        return taken


def _start_and_weigh(command: list[str], environment: dict[str, str]) -> tuple[float, ...]:
    """Return seconds until it said "usable" and "filled", then its peak RSS and PSS in kB."""
    with _started(command, environment) as (taken, pid):
        time.sleep(SETTLE)
        return *taken, _kilobytes(pid, "status", "VmHWM:"), _kilobytes(pid, "smaps_rollup", "Pss:")


@contextmanager
def _started(
    command: list[str], environment: dict[str, str]
) -> Iterator[tuple[tuple[float, float], int]]:
    began = time.perf_counter()
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            taken: dict[str, float] = {}
            for line in process.stdout or ():
                taken[line.strip()] = time.perf_counter() - began
                if "filled" in taken:
                    break
            else:
                raise SystemExit(f"{command[1]} ended: {(process.stderr or sys.stdin).read()}")
            yield (taken["usable"], taken["filled"]), process.pid
        finally:
            process.kill()


def _kilobytes(pid: int, name: str, field: str) -> float:
    text = Path(f"/proc/{pid}/{name}").read_text(encoding="ascii")
    return float(next(line.split()[1] for line in text.splitlines() if line.startswith(field)))


def _megabytes(kilobytes: float) -> str:
    return f"{kilobytes / MEGABYTE:.0f} MB"


def _beside(words, pair: tuple[float, float]) -> str:
    return f"{words(pair[0])} against {words(pair[1])}"


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """Give a screen of its own (Xvfb), so that no desktop's speed is part of the figures."""
    server = shutil.which("Xvfb")
    if server is None:
        raise SystemExit("Xvfb is missing: install the package xvfb to measure windows.")
    reading, writing = os.pipe()
    process = subprocess.Popen(
        [server, "-displayfd", str(writing), "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
        pass_fds=[writing], stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    try:
        with os.fdopen(reading) as said:
            number = said.readline().strip()
        yield {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        process.terminate()
        process.wait()
