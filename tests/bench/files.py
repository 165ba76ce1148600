"""The data files that are measured: the demo organisation with one year and with twenty."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from alongside import keys
from alongside.demo import fill
from alongside.office import Office, now

FOLDER = "ALONGSIDE_BENCH_FOLDER"
"""Names a folder in which the files are kept from one run to the next; writing twenty years takes
most of a minute."""


class OneKey:
    """A keyring with one key in it."""

    trouble = ""

    def __init__(self, key: str = "") -> None:
        self.key = key

    def get(self, name: str) -> str | None:  # noqa: ARG002
        return self.key or None

    def set(self, name: str, secret: str) -> bool:  # noqa: ARG002
        self.key = secret
        return True


@contextmanager
def folder() -> Iterator[Path]:
    """Give the folder for data files: the one that was named, or one that is thrown away."""
    named = os.environ.get(FOLDER)
    if named:
        Path(named).mkdir(parents=True, exist_ok=True)
        yield Path(named)
        return
    with tempfile.TemporaryDirectory(prefix="alongside-bench-", ignore_cleanup_errors=True) as made:
        yield Path(made)


def make(place: Path, years: int) -> tuple[Path, str]:
    """Return the file with `years` of meetings around today and its key; write it if need be."""
    file = place / f"{years}-{date.today()}.alongside"  # noqa: DTZ011  what the window calls today
    kept = file.with_suffix(".key")
    if kept.exists():
        return file, kept.read_text(encoding="ascii")
    for broken in place.glob(f"{file.name}*"):
        broken.unlink()
    keyring = OneKey()
    office = Office.create(file, keys.new_words(), keyring, who="Sam (demo)")
    try:
        fill(office.store, years=years)
    finally:
        office.close()
    kept.write_text(keyring.key, encoding="ascii")
    return file, keyring.key


@contextmanager
def opened(file: Path, key: str) -> Iterator[Office]:
    """Give an open office, closed at the end."""
    office = Office.open(file, OneKey(key), clock=now, who="Sam (demo)")
    try:
        yield office
    finally:
        office.close()
