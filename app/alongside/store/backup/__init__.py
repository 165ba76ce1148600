"""Copies of the records that can be trusted: made, opened to see that they are good, put back.

A backup is a plain zip of the data file, encrypted as it is, and its key file; nothing in it can be
read without the key or the recovery words. It counts once it has been read back and opened.
"""

from alongside.store.backup.archive import Archive, BackupError, Manifest, keys_in, read
from alongside.store.backup.folder import found
from alongside.store.backup.making import make
from alongside.store.backup.restoring import finish, is_cut_off, restore, resume

__all__ = [
    "Archive",
    "BackupError",
    "Manifest",
    "finish",
    "found",
    "is_cut_off",
    "keys_in",
    "make",
    "read",
    "restore",
    "resume",
]
