"""What opening the records takes beside the data file: a key that fits, a backup in good time."""

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from alongside import __version__, keys, paths
from alongside.domain.errors import WorldError
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


def backups_of(store: DataFile) -> BackupService:
    """Return the service that backs up `store` and its key file.

    The key file is kept in mind: when its disk goes, what was saved is rescued with it.
    """
    known: list[keys.KeyFile] = []

    def key_text() -> tuple[str, str]:
        try:
            known[:] = [keys.KeyFile.read(store.path)]
        except WorldError:
            if not known:
                raise
        return known[0].file_id, known[0].written()

    with suppress(WorldError):  # whoever needs it is told then
        key_text()

    return BackupService(store, key_text, __version__)


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
