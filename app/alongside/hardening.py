"""So that a crash leaves nothing of the records behind: no image of the memory, no values in words.

On Linux the usual switch for this, PR_SET_DUMPABLE, is left alone: the desktop's portal does not
answer a program that has it set, and with the portal go the dialogs for files, and what a person
asked of the desktop: more contrast, dark, nothing that moves.
"""

import logging
import sys
import threading
import warnings
from contextlib import suppress
from pathlib import Path, PureWindowsPath

from alongside import log

_NO_BOXES = 0x0001 | 0x0002 | 0x8000
"""SEM_FAILCRITICALERRORS, SEM_NOGPFAULTERRORBOX, SEM_NOOPENFILEERRORBOX."""
_NO_HEAP = 1
"""WER_FAULT_REPORTING_FLAG_NOHEAP: a report of a crash without what was in memory."""
_LEAST_CORE = 1
"""Bytes. 0 would still start a program that collects crashes; on 1 Linux starts none (coredump.c),
and a file of one byte is too small to be written."""


def harden() -> None:
    """Keep memory out of crash reports, and what libraries say out of logs and off the screen."""
    if sys.platform == "linux":
        _leave_no_core()
    elif sys.platform == "win32":
        _leave_no_report()
    threading.excepthook = _as_anywhere
    sys.unraisablehook = _only_logged
    logging.getLogger().addHandler(logging.NullHandler())  # libraries quote what they were given
    logging.raiseExceptions = False
    if not sys.warnoptions:
        warnings.simplefilter("ignore")


def name_to_exclude(executable: str) -> str | None:
    """Return the program's name for Windows' list of those that it makes no reports about.

    None where the program is Python itself: the list would hold for all that Python runs.
    """
    name = PureWindowsPath(executable).name
    return name if name.casefold().startswith("alongside") else None


def _as_anywhere(thrown: threading.ExceptHookArgs) -> None:
    """Meet what a thread did not catch as what nobody caught; Python would print it all."""
    if thrown.exc_value is not None and not isinstance(thrown.exc_value, SystemExit):
        sys.excepthook(thrown.exc_type, thrown.exc_value, thrown.exc_traceback)


def _only_logged(thrown: "sys.UnraisableHookArgs") -> None:
    """Log what could not be raised, by kind and place; Python would print the thing itself."""
    if thrown.exc_value is not None:
        log.mistake(thrown.exc_value)


if sys.platform == "linux":
    import resource

    def _leave_no_core() -> None:
        with suppress(OSError, ValueError):
            _soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
            least = _LEAST_CORE if hard == resource.RLIM_INFINITY else min(_LEAST_CORE, hard)
            resource.setrlimit(resource.RLIMIT_CORE, (least, least))
        with suppress(OSError):  # whoever takes a core all the same finds none of our memory in it
            Path("/proc/self/coredump_filter").write_text("0", encoding="ascii")


if sys.platform == "win32":
    import ctypes

    def _leave_no_report() -> None:
        ctypes.windll.kernel32.SetErrorMode(_NO_BOXES)
        ctypes.windll.kernel32.WerSetFlags(_NO_HEAP)
        name = name_to_exclude(sys.executable)
        if name:
            ctypes.windll.wer.WerAddExcludedApplication(ctypes.c_wchar_p(name), False)
