"""What opening the records takes beside the data file: a key that fits, a backup in good time."""

import getpass
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from alongside import __version__, keys, paths
from alongside.domain.errors import WorldError
from alongside.domain.keeping import Why
from alongside.i18n import _
from alongside.services.backups import BackupService, MakeBackup
from alongside.services.keys import KeyService
from alongside.store import backup, relock
from alongside.store.file import DataFile
from alongside.store.troubles import NotOursError
from alongside.store.work import note

if TYPE_CHECKING:
    from alongside.services.people_import import PeopleImportService

Used = TypeVar("Used")


def find_keys(file: keys.KeyFile, keyring: keys.Keyring, words: str | None) -> tuple[bytes, ...]:
    """Return the key by the recovery `words` if there are any, else by the keyring.

    There are two, the newest first, while a file is locked anew. Raise keys.WrongKeyError.
    """
    return keys.by_words(file, words) if words else keys.by_keyring(file, keyring)


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
    _back_up(store, Why.UPGRADE)


def keys_of(store: DataFile, keyring: keys.Keyring) -> KeyService:
    """Return the service for the keys of `store`: before a new key it makes a backup."""
    return KeyService(store, keyring, lambda file: _back_up(file, Why.RELOCK))


def people_import_of(store: DataFile) -> "PeopleImportService":
    """Return the service that brings people into `store`: before an import it makes a backup."""
    from alongside.services.people_import import PeopleImportService

    return PeopleImportService(store, lambda file: _back_up(file, Why.IMPORT))


def check_may_write(folder: Path) -> None:
    """Raise WorldError if a data file cannot be made in `folder`."""
    if not os.access(folder, os.W_OK):
        raise WorldError(
            _("The folder {folder} cannot be written to.").format(folder=folder),
            _("Choose another folder, or ask whoever looks after this computer."),
        )


def _back_up(store: DataFile, why: Why) -> None:
    backups_of(store).make(MakeBackup([paths.backup_folder(store.path)], why))


def opened_by_words(store: DataFile, keyring: keys.Keyring | None) -> None:
    """Note that the words opened `store`, and let `keyring` remember its key if there is one."""
    if keyring:
        with suppress(WorldError):
            keys.remember(store.path, store.key, keyring, store.now().date())
    note(store, _("Unlocked with the recovery words"))


def login_name() -> str:
    """Return the name this person logs in with, for the history."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return _("somebody")


def finish_locking_anew(store: DataFile) -> str:
    """Finish what was cut off while the file was locked anew; return what to tell of it, or ""."""
    relock.tidy(store.path)
    file = keys.KeyFile.read(store.path)
    if not keys.has_two_keys(file):
        return ""
    words = _("Locking anew was cut off before it was done. The old recovery words still hold.")
    if keys.is_newest_key(file, store.key):
        words = _("Locking anew was cut off, and is finished now. The new recovery words hold.")
    with suppress(WorldError):
        keys.keep_only(store.path, store.key)
        note(store, words)
    return words


class NoKeyring:
    """The demo organisation's key is kept nowhere: it goes with the window."""

    trouble = ""

    def get(self, name: str) -> str | None:  # noqa: ARG002
        """Return nothing."""
        return None

    def set(self, name: str, secret: str) -> bool:  # noqa: ARG002
        """Keep nothing."""
        return False
