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
    has_two_keys,
    is_newest_key,
    keep_only,
    make,
    new_key,
    remember,
    this_computer,
)
from alongside.keys.words import WORDS, completions, nearest, new_words, spelled, unknown

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
    "has_two_keys",
    "is_newest_key",
    "keep_only",
    "make",
    "nearest",
    "new_key",
    "new_words",
    "remember",
    "spelled",
    "this_computer",
    "unknown",
]
