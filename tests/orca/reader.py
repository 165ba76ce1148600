"""A real desktop with a real Orca, without a sound card: keys go in, spoken words come out."""

import contextlib
import os
import pty
import re
import shlex
import subprocess
import sys
import tempfile
import threading
import time
import tty
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

QUIET = 1.2
"""Seconds without a word, nor any work that could lead to one, after which nothing more comes."""
LONGEST = 60.0
_RESTING = 0.1
"""How much of a processor programs use while they wait."""
_A_WHILE = 0.2
"""Seconds between two looks."""
_SPEECH = re.compile(r"SPEECH OUTPUT: '(.*?)'\s*(?:\{.*\})?\s*$")
_ECHO = frozenset((
    "left control", "left shift", "left alt", "return", "tab", "escape", "space", "delete",
    "back space", "up", "down", "f10", "page up", "page down", "home", "end",
))  # fmt: skip
"""Orca says which key was pressed. That is its echo, not our words, and can be turned off."""
_KEYSYMS = {
    "Enter": "Return", "Esc": "Escape", "Del": "Delete", "Space": "space", "Backspace": "BackSpace",
    "PgDown": "Next", "PgUp": "Prior",
}  # fmt: skip
_SPEECHD = """LogLevel 1
AudioOutputMethod "alsa"
AddModule "silent" "sd_generic" "silent.conf"
DefaultModule silent
DefaultLanguage "en"
DisableAutoSpawn
"""
_MODULE = """GenericExecuteSynth "true"
AddVoice "en" "MALE1" "x"
GenericLanguage "en" "en" "utf-8"
"""
_NEEDED = ("Xvfb", "dbus-daemon", "openbox", "xdotool", "speech-dispatcher")


def keysym(key: str) -> str:
    """Return what xdotool calls a key that people write as Ctrl+Shift+I."""
    *held, last = key.split("+")
    last = _KEYSYMS.get(last, last.lower() if len(last) == 1 else last)
    return "+".join([*(word.lower() for word in held), last])


class _Speech:
    """Orca's own log of what it sends to the voice; a terminal makes it write each line at once."""

    def __init__(self) -> None:
        self._master, slave = pty.openpty()
        tty.setraw(slave)
        self.path = os.ttyname(slave)
        self._slave = slave
        self._data = bytearray()
        self._read_to = 0
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        with contextlib.suppress(OSError):
            while part := os.read(self._master, 65536):
                self._data += part

    def take(self) -> list[str]:
        """Return what was said since the last time."""
        end = self._data.rfind(b"\n") + 1
        lines = bytes(self._data[self._read_to : end]).decode("utf-8", "replace").splitlines()
        self._read_to = max(end, self._read_to)
        said = (found.group(1).strip() for line in lines if (found := _SPEECH.search(line)))
        return [words for words in said if words and words.lower() not in _ECHO]


class Reader:
    """Orca at a desktop of its own. Use it as a context; `hear` after each `press`."""

    def __init__(self, orca: str) -> None:
        self._orca = orca.split()
        self._programs: list[subprocess.Popen[bytes]] = []
        self._speech = _Speech()
        self._folder = tempfile.TemporaryDirectory(prefix="alongside-orca-")
        self.folder = Path(self._folder.name)
        home = self.folder / "home"
        (self.folder / "run").mkdir(mode=0o700)
        (home / "Documents").mkdir(parents=True)
        gone = ("WAYLAND_DISPLAY", "AT_SPI_BUS_ADDRESS", "XAUTHORITY", "PYTHONPATH")
        kept = {name: value for name, value in os.environ.items() if name not in gone}
        self.environ = {
            **kept, "HOME": str(home), "XDG_RUNTIME_DIR": str(self.folder / "run"),
            "XDG_CONFIG_HOME": str(home / ".config"), "XDG_DATA_HOME": str(home / ".local/share"),
            "XDG_CACHE_HOME": str(home / ".cache"), "XDG_STATE_HOME": str(home / ".local/state"),
            "GSETTINGS_BACKEND": "memory", "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "xcb",
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        }  # fmt: skip

    def __enter__(self) -> "Reader":
        screen = ["-screen", "0", "1280x1024x24", "-nolisten", "tcp", "-noreset"]
        self.environ["DISPLAY"] = ":" + self._told("Xvfb", "-displayfd", "{fd}", *screen)
        bus = self._told("dbus-daemon", "--session", "--nofork", "--print-address={fd}")
        self.environ["DBUS_SESSION_BUS_ADDRESS"] = bus
        self._start("/usr/libexec/at-spi-bus-launcher", "--launch-immediately")
        # A window that is shown before there is a window manager never gets the keyboard.
        ready = self.folder / "window-manager-is-ready"
        self._start("openbox", "--startup", f"touch {shlex.quote(str(ready))}")
        self._wait(ready.exists, "a window manager")
        voice = self.folder / "voice"
        (voice / "modules").mkdir(parents=True)
        (voice / "speechd.conf").write_text(_SPEECHD)
        (voice / "modules" / "silent.conf").write_text(_MODULE)
        asound = "pcm.!default { type null }\nctl.!default { type null }\n"
        (self.folder / "home" / ".asoundrc").write_text(asound)
        self._start("speech-dispatcher", "-s", "-C", str(voice), "-t", "0", "-L", str(voice))
        socket = self.folder / "run" / "speech-dispatcher" / "speechd.sock"
        self._wait(socket.exists, "speech-dispatcher")
        quiet = ("-e", "speech", "-d", "braille", "-d", "braille-monitor")
        self._start(*self._orca, "--debug-file", self._speech.path, *quiet)
        started: list[str] = []
        self._wait(lambda: started.extend(self._speech.take()) or bool(started), "Orca")
        self.hear()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:  # fmt: skip
        for program in reversed(self._programs):
            program.terminate()
        for program in reversed(self._programs):
            try:
                program.wait(5)
            except subprocess.TimeoutExpired:
                program.kill()
                program.wait()
        self._folder.cleanup()

    def open(self, *command: str, **environ: str) -> None:
        """Start a program on this desktop."""
        self._start(*command, **environ)

    def press(self, key: str) -> None:
        """Press one key, written as people write it: Ctrl+Shift+I."""
        self._tool("key", keysym(key))

    def type(self, words: str) -> None:
        """Type words, as quickly as people do."""
        self._tool("type", "--delay", "40", words)

    def hear(self, first: float = 0.0) -> list[str]:
        """Return what is said until it is quiet; wait up to `first` seconds for it to begin.

        While programs work it is not quiet yet: on a slow computer words come late.
        """
        said: list[str] = []
        start = last = time.monotonic()
        worked = self._work()
        while (now := time.monotonic()) - start < LONGEST:
            more, work = self._speech.take(), self._work()
            if more or work - worked > _RESTING * _A_WHILE:
                last = now
            said, worked = said + more, work
            if now - last > QUIET and (said or now - start > first):
                break
            time.sleep(_A_WHILE)
        return said

    def _work(self) -> float:
        """Return how many seconds the programs have kept a processor busy so far."""
        ticks = 0
        for program in self._programs:
            with contextlib.suppress(OSError):  # it has ended
                stat = Path(f"/proc/{program.pid}/stat").read_text("ascii", "replace")
                ticks += sum(map(int, stat.rpartition(")")[2].split()[11:13]))
        return ticks / os.sysconf("SC_CLK_TCK")

    def _tool(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self.environ, check=True, timeout=60)

    def _start(self, *command: str, **environ: str) -> None:
        with (self.folder / "programs.log").open("ab") as log:
            self._programs.append(
                subprocess.Popen(
                    command,
                    env={**self.environ, **environ},
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                )
            )

    def _told(self, *command: str) -> str:
        """Start a program that writes one line on a file of ours, and return the line."""
        reading, writing = os.pipe()
        words = [word.format(fd=writing) for word in command]
        with (self.folder / "programs.log").open("ab") as log:
            self._programs.append(
                subprocess.Popen(words, env=self.environ, pass_fds=(writing,), stderr=log)
            )
        os.close(writing)
        with os.fdopen(reading) as lines:
            return lines.readline().strip()

    def _wait(self, is_ready: "object", name: str) -> None:
        end = time.monotonic() + 40
        while not is_ready():  # type: ignore[operator]
            if time.monotonic() > end:
                log = (self.folder / "programs.log").read_text("utf-8", "replace")[-2000:]
                raise RuntimeError(f"{name} did not start: {log}")
            time.sleep(0.1)


def version(orca: str) -> str:
    """Return the number of an Orca before its first point: “43”."""
    command: Sequence[str] = [*orca.split(), "--version"]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    found = re.search(r"\d+", said.stdout)
    if found is None:
        sys.exit(f"That is not Orca: {orca}")
    return found.group()
