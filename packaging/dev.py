r"""One command to set up, open, test, measure and lock Alongside, with the standard library only.

    python3 packaging/dev.py run [-- what Alongside is given]    set up and open Alongside
    python3 packaging/dev.py test [-- what pytest is given]      set up and check everything
    python3 packaging/dev.py bench [-- what it is given]         set up and measure
    python3 packaging/dev.py faults [-- ROUNDS]                  crash, cut and damage it all
    python3 packaging/dev.py orca [-- what it is given]          listen to a real screen reader
    python3 packaging/dev.py report       measure, and write the conformance report
    python3 packaging/dev.py words        take out every text, and compile the other languages
    python3 packaging/dev.py lock [-- --upgrade]                 write the lock files anew
On Windows: py packaging\dev.py run
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import checkout
import machine
from checkout import PYTHON, VERSION, WINDOWS, set_up
from machine import (
    OFFICE,
    QT_LIBRARIES,
    ROOT,
    SCREEN_READER,
    TEST_PROGRAMS,
    TOOLS,
    SetUpError,
    is_ci,
    say,
    show,
    step,
)

RUN_LOCK = ROOT / "requirements.lock"
TEST_LOCK = ROOT / "requirements-test.lock"

OLDEST, NEWEST = (3, 11), (3, 14)
MEASURING = ("tests/app/documents", "tests/ui", "tests/desktop")
UV = "uv==0.13.9"
# Where the locked packages must have ready-made wheels. PySide6 6.12 asks for glibc 2.34.
WHEEL_PLATFORMS = ("windows", "x86_64-manylinux_2_34")


def opens_a_window(arguments: Sequence[str]) -> bool:
    """Return whether Alongside, given these arguments, wants a screen."""
    quiet = {"-h", "--help", "--version", "--self-test"}
    is_verb = bool(arguments) and not arguments[0].startswith("-")
    return not is_verb and not quiet & set(arguments)


def has_display() -> bool:
    """Return whether there is a screen, or Qt was told to do without."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in names)


def run(arguments: Sequence[str]) -> int:
    """Set up, open Alongside, and return its exit code."""
    window = opens_a_window(arguments)
    if window and not has_display():
        raise SetUpError("This machine has no display, so Alongside cannot open its window.")
    if window or "--self-test" in arguments:
        machine.require(QT_LIBRARIES)
    set_up(RUN_LOCK)
    if window:
        say("Opening Alongside.")
    return show([PYTHON, "-m", "alongside_ui.main", *arguments])


def set_up_tests() -> None:
    """Set up all that tests and measurements ask for; off CI, a real desktop is optional."""
    machine.require(QT_LIBRARIES)
    try:
        machine.require(TEST_PROGRAMS)
    except SetUpError as lack:
        if is_ci():
            raise
        say(f"Tests on a real desktop will be skipped. {lack}")
    set_up(RUN_LOCK, TEST_LOCK)


def test(arguments: Sequence[str]) -> int:
    """Set up, run every check to its end, and return 0 only when all of them passed."""
    set_up_tests()
    cores = os.cpu_count() or 1
    # One more than there are cores: tests of a real desktop mostly wait. Long tests come first,
    # and whoever has nothing left to do takes over from whoever has most.
    workers = ["-n", str(min(cores + 1, 4)), "--dist", "worksteal"] if cores > 1 else []
    checks: dict[str, list[str]] = {
        "ruff check": ["check", "."],
        "ruff format --check": ["format", "--check", "."],
        "mypy": [],
        "pytest": [*workers, *arguments],
    }
    failed = []
    for name, words in checks.items():
        say(f"Running {name}.")
        told = {
            "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM") or "offscreen",
            # Compiled modules are kept, whatever this computer says: tests start many programs.
            "PYTHONDONTWRITEBYTECODE": "",
        }
        if show([PYTHON, "-m", name.split()[0], *words], told):
            failed.append(name)
    say(f"Not passed: {', '.join(failed)}." if failed else "All checks passed.")
    return 1 if failed else 0


def bench(arguments: Sequence[str]) -> int:
    """Set up and measure; the table is the measuring program's own."""
    measure = ROOT / "tests" / "bench" / "run.py"
    if not measure.exists():
        raise SetUpError("There is nothing to measure with: tests/bench/run.py is missing.")
    set_up_tests()
    machine.require(OFFICE)
    return show([PYTHON, measure, *arguments], {"PYTHONPATH": str(ROOT / "tests")})


def faults(arguments: Sequence[str]) -> int:
    """Set up, try the long versions of all faults, and return 1 if anything was lost."""
    set_up_tests()
    return show([PYTHON, "-m", "faults.run", *arguments], {"PYTHONPATH": str(ROOT / "tests")})


def orca(arguments: Sequence[str]) -> int:
    """Set up, do every task with a real Orca, and return 1 if what it says has changed."""
    set_up_tests()
    machine.require(SCREEN_READER)
    return show([PYTHON, "-m", "orca.run", *arguments], {"PYTHONPATH": str(ROOT / "tests")})


def report(arguments: Sequence[str]) -> int:
    """Set up, measure what the conformance report speaks of, and write the report anew."""
    set_up_tests()
    conformance = ROOT / "packaging" / "conformance"
    told = {
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM") or "offscreen",
        "ALONGSIDE_MEASURED": str(conformance / "measured.json"),
    }
    say("Measuring.")
    found = show([PYTHON, "-m", "pytest", "-q", "-m", "measures", *MEASURING, *arguments], told)
    show([PYTHON, conformance / "report.py"])
    say("The report is written: resources/alongside_resources/help/en/accessibility.md.")
    return found


def words(arguments: Sequence[str]) -> int:
    """Write the template of all texts anew, bring every language up to date and compile it."""
    set_up(RUN_LOCK, TEST_LOCK)
    return show([PYTHON, ROOT / "packaging" / "catalogues.py", *arguments])


def lock(arguments: Sequence[str]) -> int:
    """Write both lock files anew for every Python and system we serve, and check the wheels.

    uv works this out, because pip can only answer for the machine it runs on.
    """
    if not checkout.is_sound():
        checkout.make_venv()
    home = TOOLS / "uv"
    step(f"Fetching {UV}", [PYTHON, "-m", "pip", "install", "-qU", "--target", home, UV])
    uv: list[str | Path] = [home / "bin" / ("uv.exe" if WINDOWS else "uv"), "pip"]
    own = ["--no-config", "--cache-dir", ".tools/uv-cache", "--quiet"]
    oldest = f"{OLDEST[0]}.{OLDEST[1]}"
    compiled = ["--universal", "--generate-hashes", "--python-version", oldest, *own]
    told = ["--custom-compile-command", "python3 packaging/dev.py lock", *arguments]
    for name, source in (
        (RUN_LOCK.name, ["pyproject.toml"]),
        (TEST_LOCK.name, ["--group", "test", "-c", RUN_LOCK.name]),
    ):
        step(f"Writing {name}", [*uv, "compile", *compiled, *told, *source, "-o", name])
    for minor in range(OLDEST[1], NEWEST[1] + 1):
        for system in WHEEL_PLATFORMS:
            target = ["--python-platform", system, "--python-version", f"3.{minor}", *own]
            checked = ["--dry-run", "--require-hashes", "--no-deps", "--only-binary", ":all:"]
            files = ["-r", RUN_LOCK.name, "-r", TEST_LOCK.name, "--target", ".tools/wheels"]
            doing = f"Checking that every package has a wheel for Python 3.{minor} on {system}"
            step(doing, [*uv, "install", *target, *checked, *files])
    say("Both lock files are written; run the tests before they are committed.")
    return 0


VERBS: dict[str, Callable[[Sequence[str]], int]] = {
    "run": run,
    "test": test,
    "bench": bench,
    "faults": faults,
    "orca": orca,
    "report": report,
    "words": words,
    "lock": lock,
}


def main(words: Sequence[str]) -> int:
    """Do what the words say and return the exit code; every failure is one sentence."""
    if not words or words[0] in {"-h", "--help", "help"}:
        say((__doc__ or "").strip())
        return 0 if words else 2
    verb, rest = words[0], words[1:]
    try:
        if verb not in VERBS:
            raise SetUpError(f"There is no “{verb}” here; choose {', '.join(VERBS)}.")
        if rest and rest[0] != "--":
            raise SetUpError(
                f"Write -- before what is passed on: dev.py {verb} -- {' '.join(rest)}"
            )
        if not OLDEST <= sys.version_info[:2] <= NEWEST:
            raise SetUpError(
                f"Alongside runs on Python 3.11 to 3.14, and this is Python {VERSION}."
            )
        return VERBS[verb](rest[1:])
    except SetUpError as stop:
        print(stop, file=sys.stderr)
        return 2
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        print(f"The computer refused: {error.strerror or error}{where}.", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        # A Windows console that lacks a letter shows a question mark rather than a traceback.
        getattr(stream, "reconfigure", lambda **_: None)(errors="replace")
    sys.exit(main(sys.argv[1:]))
