"""The log: what went wrong and where in the code; never a name, an amount or a bank detail."""

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path

_LOG = logging.getLogger("alongside")


def start(folder: Path) -> None:
    """Write the log to `folder`, three files of a quarter megabyte at most."""
    if _LOG.handlers:
        return
    kept = RotatingFileHandler(
        folder / "alongside.log", maxBytes=250_000, backupCount=2, encoding="utf-8", delay=True
    )
    kept.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _LOG.addHandler(kept)
    _LOG.setLevel(logging.INFO)
    _LOG.propagate = False


def mistake(error: BaseException) -> str:
    """Log what kind of mistake it was and where, and return those lines for "Copy details".

    An exception's own message is left out: it may quote what someone typed.
    """
    lines = [f"{type(error).__module__}.{type(error).__qualname__}"]
    lines += [
        f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    said = "\n".join(lines)
    _LOG.error(said)
    return said
