"""A login of one's own: a home, a session bus, and on it a real gnome-keyring or none."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from pathlib import Path

from desktop.own_desktop import wait_until

PROGRAMS = ("dbus-daemon", "gnome-keyring-daemon")
PASSWORD = b"a password of a login"
_BUS = """\
<busconfig>
  <type>session</type><listen>unix:tmpdir={folder}</listen><auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
  </policy>
</busconfig>
"""
"""A bus that starts nothing by itself: what a test wants on it, it starts."""
_PROMPTER = Path(__file__).with_name("silent_prompter.py")


class Session:
    """A login. Use it with `with`; its programs end when it does."""

    def __enter__(self) -> "Session":
        self._exits = ExitStack()
        self.folder = Path(self._exits.enter_context(
            tempfile.TemporaryDirectory(prefix="alongside-login-", ignore_cleanup_errors=True)
        ))  # fmt: skip
        self.environ = {
            name: value for name, value in os.environ.items()
            if name not in {"DISPLAY", "WAYLAND_DISPLAY", "PYTHON_KEYRING_BACKEND"}
        } | {"HOME": str(self.folder), "PYTHONPATH": os.pathsep.join(sys.path),
             "QT_QPA_PLATFORM": "offscreen"}  # fmt: skip
        for name in ("CONFIG_HOME", "DATA_HOME", "STATE_HOME", "CACHE_HOME", "RUNTIME_DIR"):
            self.environ[f"XDG_{name}"] = str(self.folder / name)
            (self.folder / name).mkdir(mode=0o700)
        config = self.folder / "bus.conf"
        config.write_text(_BUS.format(folder=self.folder), encoding="utf-8")
        self._start("dbus-daemon", f"--config-file={config}", "--nofork",
                    f"--address=unix:path={self.folder}/bus")  # fmt: skip
        wait_until((self.folder / "bus").exists, "a session bus")
        self.environ["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={self.folder}/bus"
        self._daemon: subprocess.Popen[bytes] | None = None
        return self

    def __exit__(self, *_error: object) -> None:
        self._exits.close()

    @property
    def records(self) -> Path:
        return self.folder / "records.alongside"

    def log_in(self, password: bytes | None = PASSWORD) -> None:
        """Start a keyring: unlocked with `password`, or locked."""
        how = [] if password is None else ["--unlock"]
        self._daemon = self._start(
            "gnome-keyring-daemon", "--foreground", "--components=secrets", *how, given=password
        )
        self._wait_for("org.freedesktop.secrets")

    def log_out(self) -> None:
        """End the keyring; what it keeps stays in its file."""
        assert self._daemon is not None
        self._daemon.terminate()
        self._daemon.wait(10)

    def wipe_keyring(self) -> None:
        """Delete the file of the keyring, as whoever tidies a home does."""
        files = list((self.folder / "DATA_HOME" / "keyrings").iterdir())
        assert any(each.suffix == ".keyring" for each in files)
        for each in files:
            each.unlink()

    def let_nobody_answer(self) -> None:
        """Have the desktop ask for the keyring's password where nobody ever answers."""
        self._start(sys.executable, str(_PROMPTER))
        self._wait_for("org.gnome.keyring.SystemPrompter")

    def run(self, code: str, *words: str, told: Mapping[str, str] | None = None) -> str:
        """Run Python in this login, and return what it printed."""
        done = subprocess.run(
            [sys.executable, "-c", code, str(self.records), *words],
            env=self.environ | dict(told or {}), capture_output=True, text=True, timeout=60,
            check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def _wait_for(self, name: str) -> None:
        from jeepney.bus_messages import message_bus
        from jeepney.io.blocking import Proxy, open_dbus_connection

        with open_dbus_connection(self.environ["DBUS_SESSION_BUS_ADDRESS"]) as bus:
            asked = Proxy(message_bus, bus)
            wait_until(lambda: asked.NameHasOwner(name)[0], f"{name} on the bus")

    def _start(self, *command: str, given: bytes | None = None) -> subprocess.Popen[bytes]:
        log = self._exits.enter_context((self.folder / "programs.log").open("ab"))
        process = subprocess.Popen(
            command, env=self.environ, stdin=subprocess.PIPE, stdout=log, stderr=log,
            start_new_session=True,
        )  # fmt: skip
        assert process.stdin is not None
        with suppress(BrokenPipeError), process.stdin as told:
            told.write(given or b"")
        self._exits.callback(_end, process)
        return process


def _end(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
