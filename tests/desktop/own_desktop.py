"""A desktop of one's own: screen, session bus, accessibility bus, window manager and home."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path

from PIL import Image, ImageGrab

LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
PROGRAMS = ("Xvfb", "dbus-daemon", "openbox", "xdotool")
LONGEST = 20.0
_DROPPED = (
    "WAYLAND_DISPLAY", "AT_SPI_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS", "XAUTHORITY",
    "SESSION_MANAGER", "QT_QPA_PLATFORM",
)  # fmt: skip


def missing() -> list[str]:
    """Return what a desktop needs and this computer does not have."""
    lacks = [name for name in PROGRAMS if shutil.which(name) is None]
    return lacks if any(os.path.exists(each) for each in LAUNCHERS) else [*lacks, "at-spi2-core"]


class Desktop:
    """Everything that a program needs to be seen, heard and typed to. Use it with `with`.

    `screen` is its size in pixels, `told` are variables for every program on it.
    """

    def __init__(self, screen: str = "1280x1024", told: Mapping[str, str] | None = None) -> None:
        self.screen = screen
        self.environ = {k: v for k, v in os.environ.items() if k not in _DROPPED}
        self._told = dict(told or {})
        self._exits = ExitStack()
        self._started: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> "Desktop":
        self.folder = Path(self._exits.enter_context(
            tempfile.TemporaryDirectory(prefix="alongside-desktop-", ignore_cleanup_errors=True)
        ))  # fmt: skip
        home, run = self.folder / "home", self.folder / "run"
        home.mkdir()
        run.mkdir(mode=0o700)
        self.environ |= {
            "HOME": str(home), "XDG_RUNTIME_DIR": str(run), "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_DATA_HOME": str(home / "data"), "XDG_STATE_HOME": str(home / "state"),
            "XDG_CACHE_HOME": str(home / "cache"), "GSETTINGS_BACKEND": "memory",
            "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": os.pathsep.join(sys.path), "LANG": "C.UTF-8",
        } | self._told  # fmt: skip
        try:
            # -noreset: the accessibility bus comes and goes; a screen that starts anew when its
            # last program leaves would refuse a window manager that comes in that moment.
            size = ["-screen", "0", f"{self.screen}x24", "-dpi", "96"]
            screen = [*size, "-nolisten", "tcp", "-noreset"]
            self.environ["DISPLAY"] = ":" + self._told_by(["Xvfb", *screen], "-displayfd")
            bus = ["dbus-daemon", "--session", "--nofork", "--nopidfile"]
            self.environ["DBUS_SESSION_BUS_ADDRESS"] = self._told_by(bus, "--print-address=")
            launcher = next(each for each in LAUNCHERS if os.path.exists(each))
            self.start([launcher, "--launch-immediately"])
            # A window that is shown before there is a window manager never gets the keyboard.
            ready = self.folder / "window-manager-is-ready"
            self.start(["openbox", "--startup", f"touch {shlex.quote(str(ready))}"])
            wait_until(ready.exists, "a window manager")
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_error: object) -> None:
        for process in reversed(self._started):
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
        for process in reversed(self._started):
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        self._started.clear()
        self._exits.close()

    def start(self, command: Sequence[str]) -> subprocess.Popen[bytes]:
        """Start a program on this desktop; it ends when the desktop does."""
        log = open(self.folder / f"{Path(command[0]).name}.log", "ab")  # noqa: SIM115
        self._exits.callback(log.close)
        process = subprocess.Popen(
            command, env=self.environ, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            start_new_session=True,
        )  # fmt: skip
        self._started.append(process)
        return process

    def log_of(self, program: str) -> str:
        """Return what a program that was started wrote, the end of it."""
        file = self.folder / f"{program}.log"
        return file.read_text(encoding="utf-8", errors="replace")[-3000:] if file.exists() else ""

    def keys(self, *keys: str) -> None:
        """Press keys as X names them ("ctrl+k", "Tab", "alt+f"), one after another."""
        self._do("xdotool", "key", "--delay", "30", *keys)

    def type(self, text: str) -> None:
        """Type text where the keyboard is."""
        self._do("xdotool", "type", "--delay", "15", text)

    def picture(self) -> Image.Image:
        """Return what is on the screen."""
        return ImageGrab.grab(xdisplay=self.environ["DISPLAY"]).convert("RGB")

    def _do(self, *command: str) -> None:
        subprocess.run(command, env=self.environ, check=True, timeout=LONGEST)

    def _told_by(self, command: list[str], option: str) -> str:
        """Start a program that says a line on a pipe once it is ready, and return that line."""
        reading, writing = os.pipe()
        if option.endswith("="):
            command = [*command, f"{option}{writing}"]
        else:
            command = [*command, option, str(writing)]
        log = open(self.folder / f"{command[0]}.log", "ab")  # noqa: SIM115
        self._exits.callback(log.close)
        process = subprocess.Popen(
            command, env=self.environ, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            start_new_session=True, pass_fds=(writing,),
        )  # fmt: skip
        self._started.append(process)
        os.close(writing)
        with os.fdopen(reading) as said:
            line = said.readline().strip()
        if not line:
            raise RuntimeError(f"{command[0]} did not start: {self.log_of(command[0])}")
        return line


def wait_until(is_so, what: str, longest: float = LONGEST) -> None:
    """Wait until `is_so()` is true; raise AssertionError naming `what` if it never is."""
    end = time.monotonic() + longest
    while not is_so():
        if time.monotonic() > end:
            raise AssertionError(f"waited in vain: {what}")
        time.sleep(0.02)
