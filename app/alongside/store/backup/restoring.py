"""Putting a backup back: everything is made ready beside the records, then takes their place.

What is replaced is kept, in a folder beside. However far a restore got when the computer stopped,
`finish` takes it to its end: until then nobody finds half of the one and half of the other.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from alongside.disk import keep_file, keep_folder
from alongside.domain.errors import WorldError
from alongside.i18n import _
from alongside.store import troubles
from alongside.store.backup.archive import Archive, is_damaged
from alongside.store.backup.copying import look_through
from alongside.store.file import SCHEMA, beside, take_lock

_FRESH = ".restoring"
_KEYS, _OLD_KEYS = ".keys.json", ".keys.old.json"


def restore(archive: Archive, data_file: Path, key: bytes, aside: Path) -> None:
    """Put `archive` in the place of `data_file`, whose own files go to the new folder `aside`.

    `key` is that of the backup. Raise BackupError for one that is damaged, WorldError if the
    records are open or the disk says no; then everything is as it was.
    """
    if archive.manifest.schema > SCHEMA:
        raise troubles.is_newer(archive.place)
    fresh, keys = _fresh(data_file), _fresh(_named(data_file, _KEYS))
    data_file.parent.mkdir(parents=True, exist_ok=True)
    lock = take_lock(data_file)
    try:
        finish(data_file)
        with _all_or_nothing(data_file, fresh, keys, aside):
            archive.unpack(fresh)
            _check(archive, fresh, key)
            keys.write_text(archive.keys, encoding="utf-8")
            keep_file(keys)
            aside.mkdir()
            _marker(data_file).write_text(aside.name, encoding="utf-8")
            keep_file(_marker(data_file))
            keep_folder(data_file.parent)
        finish(data_file)
    finally:
        lock.release()


def is_cut_off(data_file: Path) -> bool:
    """Return whether a restore of `data_file` was begun and did not come to its end."""
    return _marker(data_file).exists()


def resume(data_file: Path) -> None:
    """Take a restore of `data_file` that was cut off to its end, before anything is opened.

    Raise WorldError if the records are open elsewhere, or the disk says no.
    """
    lock = take_lock(data_file)
    try:
        finish(data_file)
    except OSError as error:
        raise troubles.is_read_only(data_file) from error
    finally:
        lock.release()


def finish(data_file: Path) -> bool:
    """Go on with a restore of `data_file` that was cut off; return whether there was one.

    Call it before the file is opened, with its lock held.
    """
    marker = _marker(data_file)
    try:
        aside = data_file.parent / Path(marker.read_text(encoding="utf-8")).name
    except (OSError, ValueError):
        return False
    aside.mkdir(exist_ok=True)
    if _fresh(data_file).exists():  # the data file goes last: without it here, all is done
        for old in (*beside(data_file), _named(data_file, _OLD_KEYS)):
            _move(old, aside / old.name)
        for place in (_named(data_file, _KEYS), data_file):
            if _fresh(place).exists():
                _move(place, aside / place.name)
                keep_folder(aside)
                os.replace(_fresh(place), place)
                keep_folder(place.parent)
    marker.unlink()
    with suppress(OSError):
        aside.rmdir()  # nothing was there to be kept
    return True


@contextmanager
def _all_or_nothing(data_file: Path, fresh: Path, keys: Path, aside: Path) -> Iterator[None]:
    """Begin with nothing left of an earlier try; leave nothing of one that fails."""
    for left in (fresh, keys):
        left.unlink(missing_ok=True)
    try:
        yield
    except BaseException as error:
        for left in (_marker(data_file), fresh, keys):
            with suppress(OSError):
                left.unlink(missing_ok=True)
        with suppress(OSError):
            aside.rmdir()
        if isinstance(error, OSError):
            raise WorldError(
                _("The backup could not be put back: the disk that holds {name} is full, or cannot "
                  "be written. Nothing was changed.").format(name=data_file.name),
                _("Make room on the disk, then try again."),
            ) from error  # fmt: skip
        raise


def _check(archive: Archive, fresh: Path, key: bytes) -> None:
    """Open what was unpacked, and hold it against what the backup says of itself."""
    try:
        found = look_through(fresh, key)
    except sqlcipher.Error:
        raise is_damaged(archive.place) from None
    if found.counts != archive.manifest.counts:
        raise is_damaged(archive.place)


def _move(place: Path, to: Path) -> None:
    if place.exists():
        os.replace(place, to)


def _fresh(place: Path) -> Path:
    return _named(place, _FRESH)


def _marker(data_file: Path) -> Path:
    """Return the file that names where what is replaced goes: a restore is under way."""
    return _named(data_file, ".restore")


def _named(place: Path, ending: str) -> Path:
    return place.with_name(place.name + ending)
