"""What opening the records takes beside the data file: a key that fits, a backup in good time."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from alongside import __version__, keys, paths
from alongside.domain.keeping import Why
from alongside.services.backups import BackupService, MakeBackup
from alongside.store import backup
from alongside.store.file import DataFile
from alongside.store.troubles import NotOursError

Used = TypeVar("Used")


def with_first_that_fits(found: tuple[bytes, ...], use: Callable[[bytes], Used]) -> Used:
    """Use the first key that fits: there are two while a file is locked anew."""
    *others, last = found
    for key in others:
        try:
            return use(key)
        except (NotOursError, backup.BackupError):
            continue
    return use(last)


def _key_text(path: Path) -> tuple[str, str]:
    """Return the id and the text of the key file of the data file at `path`, for a backup."""
    file = keys.KeyFile.read(path)
    return file.file_id, file.written()


def backups_of(store: DataFile) -> BackupService:
    """Return the service that backs up `store` and its key file."""
    return BackupService(store, lambda: _key_text(store.path), __version__)


def back_up_before_upgrade(store: DataFile) -> None:
    """Make a backup beside the file, before a newer Alongside changes it."""
    folder = paths.backup_folder(store.path)
    backups_of(store).make(MakeBackup([folder], Why.UPGRADE))


class NoKeyring:
    """The demo organisation's key is kept nowhere: it goes with the window."""

    trouble = ""

    def get(self, name: str) -> str | None:  # noqa: ARG002
        """Return nothing."""
        return None

    def set(self, name: str, secret: str) -> bool:  # noqa: ARG002
        """Keep nothing."""
        return False
