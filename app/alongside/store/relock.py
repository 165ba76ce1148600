"""Locks a data file anew: copied under another key, proved to be whole, put in its place.

An old key file with old words still opens an old copy of the file. After a theft the file itself
must have another key. Whenever this is cut off, the file in its place is whole, and is locked with
the old key or the new one: the key file holds both until it is over.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from alongside.disk import keep_file, keep_folder
from alongside.domain.errors import WorldError
from alongside.i18n import _
from alongside.store import troubles
from alongside.store.backup.copying import counts, is_whole
from alongside.store.cipher import connect_to
from alongside.store.file import DataFile

_FRESH, _OLD = ".relock", ".before-relock"
_BESIDE_FRESH = ("", "-journal", "-wal", "-shm")
_COPIED_AT_ONCE = 1024
"""Pages of 4 KiB: the copy is never far from looking whether there is still room."""

_BLOCK = 1 << 20
_UNCOPIED = ("application_id", "user_version")


def relock(store: DataFile, new_key: bytes) -> None:
    """Put a copy of `store`'s file that is locked with `new_key` in its place, and go on with it.

    The key file must hold both keys already. Nothing can be read or saved meanwhile. Raise
    WorldError, with the file open and locked as it was, if there is no room or the copy is not
    whole.
    """
    path, old_key = store.path, store.key
    fresh = path.with_name(path.name + _FRESH)
    store.shut()
    tidy(path)
    key = old_key
    try:
        with _world(path), troubles.translated(path):
            _copy(path, old_key, fresh, new_key)
            _prove(path, old_key, fresh, new_key)
            _swap(path, fresh)
            key = new_key
    finally:
        store.open_again(key)
        tidy(path)


def tidy(path: Path) -> None:
    """Take away what locking anew left beside the file at `path`, the old file beyond reading.

    What cannot be taken away now is tried again when the file is next opened.
    """
    with suppress(OSError):
        for ending in _BESIDE_FRESH:
            path.with_name(path.name + _FRESH + ending).unlink(missing_ok=True)
        old = path.with_name(path.name + _OLD)
        if old.exists():
            if not old.samefile(path):  # cut off before the swap, it is the file itself
                _overwrite(old)
            old.unlink()


def _copy(path: Path, old_key: bytes, fresh: Path, new_key: bytes) -> None:
    """Write everything in the file to `fresh`, one file with no log beside it, and to the disk."""
    with (
        closing(connect_to(path, old_key, "rw", ())) as old,
        closing(connect_to(fresh, new_key, "rwc", ())) as new,
    ):
        old.backup(new, pages=_COPIED_AT_ONCE)
        new.execute("PRAGMA journal_mode=DELETE")
    shutil.copymode(path, fresh)
    keep_file(fresh)


def _prove(path: Path, old_key: bytes, fresh: Path, new_key: bytes) -> None:
    """Raise WorldError unless the copy opens with its key, is whole, and has every row."""
    with closing(connect_to(path, old_key, "rw", ())) as old:
        wanted = _counts(old)
    with closing(connect_to(fresh, new_key, "ro", ())) as new:
        if not is_whole(new) or _counts(new) != wanted:
            raise WorldError(
                _("The newly locked copy of {name} is not whole.").format(name=path.name),
                _("Nothing was changed. See that the disk is sound, then try again."),
            )


def _counts(opened: Any) -> dict[str, int]:
    """Return how many rows each table has, and what the file says of itself."""
    return counts(opened) | {p: opened.execute(f"PRAGMA {p}").fetchone()[0] for p in _UNCOPIED}


def _swap(path: Path, fresh: Path) -> None:
    """Put `fresh` in the place of the file, in one step; keep the old one under another name.

    A log of the old file would make the new one unreadable, so there must be none.
    """
    for ending in ("-wal", "-shm"):
        if path.with_name(path.name + ending).exists():
            raise troubles.is_busy(path)
    with suppress(OSError):  # a disk without second names: then the old file is just let go
        os.link(path, path.with_name(path.name + _OLD))
    os.replace(fresh, path)
    with suppress(OSError):  # done is done, whether or not the folder can be told to hurry
        keep_folder(path.parent)


def _overwrite(old: Path) -> None:
    """Write noise over the old file: what the disk itself keeps elsewhere is beyond us."""
    left = old.stat().st_size
    with old.open("r+b") as file:
        while left > 0:
            left -= file.write(os.urandom(min(_BLOCK, left)))
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def _world(path: Path) -> Iterator[None]:
    """Say what the disk refused in a sentence: copying does not tell SQLite's own reason."""
    try:
        yield
    except (OSError, sqlcipher.Error):
        raise WorldError(
            _("The newly locked copy of {name} could not be written.").format(name=path.name),
            _("Nothing was changed. Make room on the disk, or close programs that look at the "
              "file, then try again."),
        ) from None  # fmt: skip
