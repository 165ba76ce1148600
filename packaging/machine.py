"""So that set-up can ask things of the machine: run a program, say a sentence, bring a package.

Windows has every library that Qt asks for; the tables are for Debian, Ubuntu and Fedora.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".tools"
LOG = TOOLS / "last-failure.log"


class SetUpError(Exception):
    """Something that only the person can put right, told in one sentence."""


def say(sentence: str) -> None:
    """Print one sentence at once, so that it stands before what the next program prints."""
    print(sentence, flush=True)


def is_ci() -> bool:
    """Return whether this is a checking machine, where a missing piece is a failure."""
    return os.environ.get("CI", "").lower() in {"true", "1"}


def step(doing: str, command: Sequence[str | Path], env: Mapping[str, str] | None = None) -> None:
    """Say what is being done and run a program without its chatter.

    Args:
        doing: what the program is for, as the start of a sentence without a full stop.
        command: the program and its arguments.
        env: variables to add to those of this process.

    Raises:
        SetUpError: the program failed; its last line is in the sentence, all of it in `LOG`.
    """
    say(f"{doing}.")
    done = subprocess.run(
        [str(part) for part in command],
        cwd=ROOT,
        env={**os.environ, **(env or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode == 0:
        return
    TOOLS.mkdir(exist_ok=True)
    LOG.write_text(done.stdout, encoding="utf-8")
    if is_ci():
        say(done.stdout)
    lines = [line.strip() for line in done.stdout.splitlines() if line.strip()]
    last = lines[-1].rstrip(".") if lines else f"exit code {done.returncode}"
    raise SetUpError(
        f"That did not work: it ended with “{last}”, and all it said is in {LOG.relative_to(ROOT)}."
    )


def show(command: Sequence[str | Path], env: Mapping[str, str] | None = None) -> int:
    """Run a program that speaks for itself, from the top of the checkout, and return its exit code.

    A program that the system ended counts as the shell counts it: 128 and the signal’s number.
    Ctrl+C reaches the program too; it is left to close its files, however long that takes.

    Raises:
        KeyboardInterrupt: the person pressed Ctrl+C, and the program has ended.
    """
    words = [str(part) for part in command]
    stopped = None
    with subprocess.Popen(words, cwd=ROOT, env={**os.environ, **(env or {})}) as program:
        while program.poll() is None:
            try:
                program.wait()
            except KeyboardInterrupt as pressed:
                stopped = pressed
    if stopped:
        raise stopped
    return program.returncode if program.returncode >= 0 else 128 - program.returncode


class Piece(NamedTuple):
    """What to look for (a library, a program or a file), and the packages that bring it."""

    what: str
    debian: str
    fedora: str


# What Qt6Gui, Qt6DBus and the xcb platform of PySide6 6.12 load (by `ldd`) and do not carry.
QT_LIBRARIES = (
    Piece("libEGL.so.1", "libegl1", "libglvnd-egl"),
    Piece("libGL.so.1", "libgl1", "libglvnd-glx"),
    Piece("libX11.so.6", "libx11-6", "libX11"),
    Piece("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb"),
    Piece("libdbus-1.so.3", "libdbus-1-3", "dbus-libs"),
    Piece("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    Piece("libfreetype.so.6", "libfreetype6", "freetype"),
    Piece("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    Piece("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    Piece("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    Piece("libxcb-image.so.0", "libxcb-image0", "xcb-util-image"),
    Piece("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    Piece("libxcb-randr.so.0", "libxcb-randr0", "libxcb"),
    Piece("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil"),
    Piece("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    Piece("libxcb-sync.so.1", "libxcb-sync1", "libxcb"),
    Piece("libxcb-util.so.1", "libxcb-util1", "xcb-util"),
    Piece("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb"),
    Piece("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb"),
    Piece("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
    Piece("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
)

# A real desktop for the tests: a screen in memory, a message bus, and screen readers’ registry;
# another’s eyes on our PDF files, and a print server whose paper is PDF files.
TEST_PROGRAMS = (
    Piece("Xvfb", "xvfb", "xorg-x11-server-Xvfb"),
    Piece("xauth", "xauth", "xorg-x11-xauth"),
    Piece("openbox", "openbox", "openbox"),
    Piece("xdotool", "xdotool", "xdotool"),
    Piece("dbus-run-session", "dbus", "dbus-daemon"),
    Piece("dbus-launch", "dbus-x11", "dbus-x11"),
    Piece("gnome-keyring-daemon", "gnome-keyring", "gnome-keyring"),
    Piece("/usr/libexec/at-spi2-registryd", "at-spi2-core", "at-spi2-core"),
    Piece("pdfinfo", "poppler-utils", "poppler-utils"),
    Piece("/usr/sbin/cupsd", "cups", "cups"),
    Piece("/usr/lib/cups/backend/cups-pdf", "printer-driver-cups-pdf", "cups-pdf"),
    Piece("liblouis.so.20", "liblouis20", "liblouis"),
    Piece("hb-view", "libharfbuzz-bin", "harfbuzz-devel"),
)

# What `dev.py bench` sets our paper beside: what an office would do without us.
OFFICE = (Piece("soffice", "libreoffice-writer-nogui", "libreoffice-writer"),)

# What `dev.py orca` listens with: a screen reader, and a voice that needs no sound card.
SCREEN_READER = (
    Piece("orca", "orca", "orca"),
    Piece("speech-dispatcher", "speech-dispatcher", "speech-dispatcher"),
)


def is_here(piece: Piece) -> bool:
    """Return whether the loader finds the library, or the search path the program."""
    if ".so." not in piece.what:
        return Path(piece.what).exists() or shutil.which(piece.what) is not None
    try:
        ctypes.CDLL(piece.what)
    except OSError:
        return False
    return True


def missing_from(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces that this machine lacks; on other systems than Linux, none."""
    return [piece for piece in pieces if sys.platform == "linux" and not is_here(piece)]


def installer() -> str | None:
    """Return the program that installs system packages here, if it is one we know."""
    return next((name for name in ("apt-get", "dnf") if shutil.which(name)), None)


def packages_for(missing: Sequence[Piece], program: str) -> list[str]:
    """Return the names of the packages that bring the missing pieces, each once, in order."""
    names = (piece.fedora if program == "dnf" else piece.debian for piece in missing)
    return list(dict.fromkeys(names))


def advice(missing: Sequence[Piece], program: str | None) -> str:
    """Return one sentence that says what is missing and, where we know it, what to type."""
    named = ", ".join(piece.what for piece in missing)
    if program is None:
        return f"This machine lacks {named}; install that with its own package program."
    command = f"sudo {program} install -y {' '.join(packages_for(missing, program))}"
    if program == "apt-get":
        command = f"sudo apt-get update && {command}"
    return f"This machine lacks {named}; to install that, type: {command}"


def prefix() -> list[str] | None:
    """Return what to write before an installing command, or None where we may not install."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    # -n never asks: a password is typed by the person, in a command they have read.
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode:
        return None
    return [sudo, "-n"] if sudo else None


def require(pieces: Sequence[Piece]) -> None:
    """Install the pieces that are missing when that is allowed without asking.

    Raises:
        SetUpError: some are missing still; the sentence names them and what to type.
    """
    missing = missing_from(pieces)
    if not missing:
        return
    program = installer()
    before = prefix()
    if program is None or before is None:
        raise SetUpError(advice(missing, program))
    packages = packages_for(missing, program)
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive"]
    if program == "apt-get":
        # A stale or failing source that we do not use must not stop us: the install decides.
        subprocess.run([*before, program, "update", "-qq"], capture_output=True, check=False)
        quiet = [*quiet, program, "install", "-y", "--no-install-recommends"]
    else:
        quiet = [*quiet, program, "install", "-y"]
    step(f"Installing system packages: {' '.join(packages)}", [*before, *quiet, *packages])
    missing = missing_from(pieces)
    if missing:
        raise SetUpError(advice(missing, program))
