"""A printer of one’s own: a print server (CUPS) in a folder; its paper is PDF files (cups-pdf)."""

import os
import random
import re
import shutil
import subprocess
import tempfile
import time
from contextlib import suppress
from itertools import count
from pathlib import Path

from desktop.own_desktop import wait_until

SERVER = "/usr/sbin/cupsd"
BACKEND = Path("/usr/lib/cups/backend/cups-pdf")
DRIVER = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd")
PAPER = Path("/var/spool/cups-pdf/ANONYMOUS")
"""Where cups-pdf puts the paper of somebody whom the computer does not know."""
NOBODY = "alongside-tests"
NAME = "Office"
LONGEST = 60.0

_FILES = """\
ServerRoot {folder}/etc
RequestRoot {folder}/spool
TempDir {folder}/spool/tmp
CacheDir {folder}/cache
StateDir {folder}/state
AccessLog {folder}/log/access
ErrorLog {folder}/log/error
PageLog {folder}/log/pages
SystemGroup root
FatalErrors none
"""
_SERVER = """\
Listen {folder}/socket
LogLevel info
PageLogFormat job=%j copies=%{{copies}} sides=%{{sides}} ranges=%{{page-ranges}}
Browsing No
WebInterface No
DefaultAuthType None
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order allow,deny
Allow all
</Limit>
</Policy>
"""
_QUEUE = f"""\
<DefaultPrinter {NAME}>
Info {NAME}
DeviceURI cups-pdf:/
State Idle
Accepting Yes
Shared No
OpPolicy default
ErrorPolicy abort-job
</DefaultPrinter>
"""
_BOTH_SIDES = """\
*OpenUI *Duplex/Two sides: PickOne
*DefaultDuplex: None
*Duplex None/Off: ""
*Duplex DuplexNoTumble/Long edge: ""
*Duplex DuplexTumble/Short edge: ""
*CloseUI: *Duplex

"""


def missing() -> list[str]:
    """Return what a printer needs and this computer does not have."""
    needed = {"cups": Path(SERVER), "printer-driver-cups-pdf": BACKEND, "its driver": DRIVER}
    lacks = [name for name, place in needed.items() if not place.exists()]
    return lacks if _as_root() is not None else [*lacks, "root, or a sudo that does not ask"]


class OwnPrinter:
    """A print server with one queue that prints on both sides. Use it with `with`.

    `environ` is for every program that shall print there.
    """

    def __enter__(self) -> "OwnPrinter":
        self._root = _as_root() or []
        self._first = random.randrange(10_000, 900_000)
        self.jobs = count(1)  # tests come in any order: each takes the number of its own job
        self.folder = Path(tempfile.mkdtemp(prefix="alongside-printer-"))
        self.folder.chmod(0o755)  # the server works as somebody else
        for name in ("etc/ppd", "spool/tmp", "cache", "state", "log"):
            place = self.folder / name
            place.mkdir(parents=True)
            place.chmod(0o777)
        etc = self.folder / "etc"
        driver = DRIVER.read_text(encoding="latin-1")
        driver = driver.replace("*DefaultTitlePref: 0", "*DefaultTitlePref: 1")
        driver = driver.replace("*OpenUI *Resolution", f"{_BOTH_SIDES}*OpenUI *Resolution", 1)
        (etc / f"ppd/{NAME}.ppd").write_text(driver, encoding="latin-1")
        (etc / "printers.conf").write_text(_QUEUE)
        # Jobs have numbers that no other run has: paper of all runs lies in one folder.
        (self.folder / "cache/job.cache").write_text(f"NextJobId {self._first}\n")
        files, server = self.folder / "cups-files.conf", self.folder / "cupsd.conf"
        files.write_text(_FILES.format(folder=self.folder))
        server.write_text(_SERVER.format(folder=self.folder))
        socket = self.folder / "socket"
        self.environ = {"CUPS_SERVER": str(socket), "CUPS_USER": NOBODY}
        command = [*self._root, SERVER, "-f", "-c", str(server), "-s", str(files)]
        log = (self.folder / "server.log").open("wb")
        self._server = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        log.close()
        try:
            wait_until(socket.exists, f"a print server: {self.log()}")
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_error: object) -> None:
        end = ["kill", str(self._server.pid)]
        subprocess.run([*self._root, *end], check=False, capture_output=True)
        with suppress(subprocess.TimeoutExpired):
            self._server.wait(10)
        paper = [str(place) for job in range(self._first, self._first + 20)
                 for place in PAPER.glob(f"*job_{job}*")]  # fmt: skip
        subprocess.run([*self._root, "rm", "-rf", str(self.folder), *paper], check=False)

    def paper(self, number: int) -> Path:
        """Return the paper of the job with this `number`, from 1, once all of it is out."""
        job = self._first + number - 1
        end = time.monotonic() + LONGEST
        while time.monotonic() < end:
            if f"[Job {job}] Job completed" in self.log():
                (made,) = PAPER.glob(f"*job_{job}*")
                return made
            time.sleep(0.1)
        raise AssertionError(f"nothing came out of the printer: {self.log()[-3000:]}")

    def told(self, number: int) -> dict[str, str]:
        """Return what the queue was told of a job: copies, sides, ranges."""
        pages = (self.folder / "log/pages").read_text()
        line = next(each for each in pages.splitlines()
                    if each.startswith(f"job={self._first + number - 1} "))  # fmt: skip
        return dict(re.findall(r"(\w+)=(\S+)", line))

    def log(self) -> str:
        """Return what the server wrote."""
        place = self.folder / "log/error"
        return place.read_text(errors="replace") if place.exists() else ""


def _as_root() -> list[str] | None:
    """Return what to write before a command, or None where we may not be root."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and not subprocess.run([sudo, "-n", "true"], capture_output=True).returncode:
        return [sudo, "-n"]
    return None
