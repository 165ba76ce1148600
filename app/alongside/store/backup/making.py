"""Making a backup: a copy of the open file, looked through, packed, and read back from the disk."""

import errno
import shutil
from contextlib import suppress
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy.exc import DBAPIError

from alongside.domain.errors import WorldError
from alongside.domain.keeping import Why
from alongside.i18n import _
from alongside.store.backup.archive import Archive, Manifest, write
from alongside.store.backup.copying import copy
from alongside.store.backup.folder import name_for, tidy
from alongside.store.file import DataFile

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_ROOM = 2.2
"""A backup needs room for the copy and for the zip, and for what is saved meanwhile."""


def make(store: DataFile, folder: Path, *, keys: str, file_id: str, why: Why, app: str) -> Archive:
    """Make a backup of the open data file in `folder`, and drop those that are old enough.

    `keys` is the text of its key file, `app` the version of Alongside. Raise WorldError, and
    change nothing that was there, if the disk says no or the copy is not whole.
    """
    data_file, now = store.path, store.now()
    place = name_for(data_file, now, folder)
    beside = folder / f".{data_file.stem}.copy"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for left in (beside, *folder.glob(f".{data_file.stem} *.zip.part")):
            left.unlink(missing_ok=True)  # of a computer that stopped in the middle
        with suppress(FileNotFoundError):
            if shutil.disk_usage(folder).free < data_file.stat().st_size * _ROOM:
                raise _no_room(folder)
        data = copy(store.engine, beside, store.key)
        about = Manifest(file_id, now, why, app, data.schema, data.saves, data.counts, data.sha256)
        archive = write(place, data, keys, about)
    except (OSError, DBAPIError, sqlcipher.Error) as error:
        raise _failed(folder, error) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    tidy(folder, file_id, now)
    return archive


def _no_room(folder: Path) -> WorldError:
    return WorldError(
        _("There is no room for a backup in {folder}. The backups that are there are still good.")
        .format(folder=folder),
        _("Make room there, or choose another place for backups in Settings."),
    )  # fmt: skip


def _failed(folder: Path, error: Exception) -> WorldError:
    name = getattr(getattr(error, "orig", error), "sqlite_errorname", "")
    if name.startswith("SQLITE_FULL") or getattr(error, "errno", None) in _FULL:
        return _no_room(folder)
    if isinstance(error, OSError):
        return WorldError(
            _("A backup could not be made in {folder}: it is not there, or cannot be written.")
            .format(folder=folder),
            _("Put the disk back if it was taken out, or choose another place in Settings."),
        )  # fmt: skip
    return WorldError(
        _("A backup could not be made: a part of the data file cannot be read."),
        _("Close Alongside and restore the last good backup."),
    )
