"""A folder of this run's own for what must not stay: the demo's file, drawings, trial prints.

Nobody else may look into it. It goes when the program ends; what a crash left goes at the next
start, unless the program that it belongs to is running still.
"""

import atexit
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import IO

from alongside import paths

if sys.platform == "win32":
    import msvcrt

    def _hold(file: IO[bytes], *, is_patient: bool) -> None:
        """Hold the lock on an open file, or raise OSError if somebody else does."""
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if is_patient else msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _hold(file: IO[bytes], *, is_patient: bool) -> None:
        """Hold the lock on an open file, or raise OSError if somebody else does."""
        fcntl.flock(file, fcntl.LOCK_EX | (0 if is_patient else fcntl.LOCK_NB))


_LOCK = "in-use"
_RUN = "run-"


@cache
def folder() -> Path:
    """Return the folder, made the first time; what crashes left beside it is thrown away."""
    try:
        mine, lock = _moved_in(paths.private_folder())
    except OSError:  # a home that cannot be written: the system's own place must do
        mine, lock = Path(tempfile.mkdtemp(prefix="alongside-")), None
    atexit.register(_leave, mine, lock)
    return mine


def wipe(around: Path) -> None:
    """Throw away what runs that have ended left in the folder `around` them all."""
    for left in around.glob(f"{_RUN}*"):
        if not _is_in_use(left):
            shutil.rmtree(left, ignore_errors=True)


def _moved_in(around: Path) -> tuple[Path, IO[bytes]]:
    """Make a folder in `around`, with a lock that tells others that it is in use."""
    around.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.name == "posix":
        around.chmod(0o700)
    with _alone_in(around):
        wipe(around)
        mine = Path(tempfile.mkdtemp(prefix=_RUN, dir=around))  # closed to others from the start
        lock = open(mine / _LOCK, "wb")  # noqa: SIM115  held until the program ends
        _hold(lock, is_patient=False)
        return mine, lock


@contextmanager
def _alone_in(around: Path) -> Iterator[None]:
    """Wait for others who are making or wiping folders here at this moment."""
    with open(around / "lock", "wb") as lock:
        _hold(lock, is_patient=True)
        yield


def _is_in_use(run: Path) -> bool:
    try:
        with open(run / _LOCK, "r+b") as lock:
            _hold(lock, is_patient=False)
    except FileNotFoundError:
        return False  # it ended before it had a lock
    except OSError:
        return True
    return False


def _leave(mine: Path, lock: IO[bytes] | None) -> None:
    with suppress(OSError):
        if lock:
            lock.close()
    shutil.rmtree(mine, ignore_errors=True)
