"""The ways into a data file: this computer's keyring, and recovery words for any other.

The data file is locked with a random key of 32 bytes. Beside it lies NAME.keys.json with slots,
each holding that key wrapped in something else: a secret in the keyring of one person's login on
one computer, or seven recovery words. Without the words a lost keyring would be lost records.
"""

from alongside.keys.key_file import KeyFile
from alongside.keys.keyring import Keyring, SystemKeyring
from alongside.keys.ways import (
    Computer,
    WrongKeyError,
    add_key,
    by_keyring,
    by_words,
    change_words,
    computers,
    forget,
    keep_only,
    make,
    remember,
)
from alongside.keys.words import WORDS, completions, new_words, spelled, unknown

__all__ = [
    "WORDS",
    "Computer",
    "KeyFile",
    "Keyring",
    "SystemKeyring",
    "WrongKeyError",
    "add_key",
    "by_keyring",
    "by_words",
    "change_words",
    "completions",
    "computers",
    "forget",
    "keep_only",
    "make",
    "new_words",
    "remember",
    "spelled",
    "unknown",
]
