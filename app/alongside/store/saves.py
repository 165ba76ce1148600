"""Counts the saves beside the data file, so that saves that vanish are noticed.

SQLite cannot tell: a file whose log was lost, or an older copy put in its place, is whole to it.
The number in the history and the number here then differ. This one is written after each save, so
it is never ahead of a file that lost nothing.
"""

import os
from contextlib import suppress
from pathlib import Path

_DIGITS = 20


class SaveCounter:
    """The number of saves that this computer saw kept in the data file at `path`."""

    def __init__(self, path: Path) -> None:
        self._place = path.with_name(f"{path.name}.saves")
        self.number = 0

    def read(self) -> int:
        """Return the number that was written last; 0 if there is none that can be read."""
        try:
            kept = self._place.read_bytes()
        except OSError:
            return 0
        is_whole = len(kept) == _DIGITS + 1 and kept[:-1].isdigit() and kept.endswith(b"\n")
        return int(kept) if is_whole else 0

    def write(self, number: int) -> None:
        """Write the number. A disk that says no is left alone: a number that lags harms nobody."""
        self.number = number
        with suppress(OSError):
            place = os.open(self._place, os.O_WRONLY | os.O_CREAT, 0o600)
            try:
                os.write(place, b"%020d\n" % number)
            finally:
                os.close(place)
