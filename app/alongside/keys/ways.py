"""What can be done with the key file: make it, get in, remember, forget, change the words.

Whoever has the key may hand out new slots. While a data file is locked anew with another key, its
key file holds both: whichever the file turns out to be locked with, it opens.
"""

import getpass
import secrets
import socket
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from alongside.domain.errors import WorldError
from alongside.i18n import _
from alongside.keys.key_file import KeyFile
from alongside.keys.keyring import Keyring
from alongside.keys.slots import Kind, Slot, check_value, computer_slot, words_slot


class WrongKeyError(WorldError):
    """The key was not to be had: ask for the words. Never start afresh over an existing file."""


@dataclass(frozen=True, slots=True)
class Computer:
    """A login on a computer that opens the records by itself, since `made`."""

    id: str
    name: str
    made: date
    is_this: bool


def new_key() -> bytes:
    """Return a new key, 32 random bytes."""
    return secrets.token_bytes(32)


def make(data_file: Path, words: str, today: date) -> bytes:
    """Make a new key for `data_file`, write its key file with a slot for `words`, return the key.

    Raise WorldError if the key file cannot be written.
    """
    key, file_id = new_key(), secrets.token_hex(16)
    KeyFile(file_id, (words_slot(file_id, key, words, today.isoformat()),)).save(data_file)
    return key


def by_keyring(file: KeyFile, keyring: Keyring) -> tuple[bytes, ...]:
    """Return the key by this computer's keyring: the newest first, while there are two.

    Raise WrongKeyError if the keyring does not have it.
    """
    found = tuple(key for _slot, key in _mine(file, keyring))
    if not found:
        words = _("This computer does not have the key to your records.")
        raise WrongKeyError(f"{words} {keyring.trouble}".strip(), _("Type your recovery words."))
    return found


def by_words(file: KeyFile, words: str) -> tuple[bytes, ...]:
    """Return the key by the recovery words: the newest first, while there are two.

    Raise WrongKeyError if they are not right.
    """
    slots = [slot for slot in reversed(file.slots) if slot.kind is Kind.WORDS]
    found = tuple(key for slot in slots if (key := slot.open_by_words(file.file_id, words)))
    if not found:
        raise WrongKeyError(
            _("Those are not the recovery words of these records."),
            _("Type all seven words in their order. Capitals and spaces do not matter."),
        )
    return found


def remember(data_file: Path, key: bytes, keyring: Keyring, today: date) -> bool:
    """Let this computer open `data_file` by itself from now on; return whether that worked.

    The slot it had before is replaced. Without a keyring nothing is written.
    """
    file = KeyFile.read(data_file)
    secret = _secret_of(file, keyring)
    if keyring.trouble:
        return False  # a locked one would ask a second time
    secret = secret or secrets.token_bytes(32)
    slot = computer_slot(file.file_id, key, secret, today.isoformat(), this_computer())
    if not keyring.set(file.file_id, secret.hex()):
        return False
    opens, name = check_value(key), this_computer()
    others = [s for s in file.slots if s.opens != opens or s.name(key) != name]
    file.with_slots([*others, slot]).save(data_file)
    return True


def computers(data_file: Path, key: bytes, keyring: Keyring) -> list[Computer]:
    """Return the computers that open `data_file` by themselves, in order of their day."""
    file = KeyFile.read(data_file)
    mine = {slot.id for slot, _key in _mine(file, keyring)}
    return [
        Computer(slot.id, slot.name(key) or _("a computer without a name"),
                 date.fromisoformat(slot.made), slot.id in mine)
        for slot in sorted(file.slots, key=lambda slot: slot.made)
        if slot.kind is Kind.COMPUTER
    ]  # fmt: skip


def forget(data_file: Path, slot_id: str) -> None:
    """Take a computer's slot away: it asks for the words from now on.

    Raise WorldError for the words themselves: without them a lost keyring is lost records.
    """
    file = KeyFile.read(data_file)
    left = [slot for slot in file.slots if slot.id != slot_id]
    if not any(slot.kind is Kind.WORDS for slot in left):
        raise WorldError(_("The recovery words cannot be taken away, only changed."))
    _save_for_good(file.with_slots(left), data_file)


def change_words(data_file: Path, key: bytes, words: str, today: date) -> None:
    """Let these words open `data_file`, and no others. The data file itself is not touched."""
    file = KeyFile.read(data_file)
    slot = words_slot(file.file_id, key, words, today.isoformat())
    others = [s for s in file.slots if s.kind is not Kind.WORDS or s.opens != slot.opens]
    _save_for_good(file.with_slots([*others, slot]), data_file)


def add_key(data_file: Path, key: bytes, words: str, keyring: Keyring, today: date) -> None:
    """Add slots for another `key`: the words, and this computer if it has the file's key now.

    Until `keep_only`, whichever of the two keys the data file is locked with, it opens.
    """
    file = KeyFile.read(data_file)
    slots = [*file.slots, words_slot(file.file_id, key, words, today.isoformat())]
    secret = _secret_of(file, keyring)
    if secret and _mine(file, keyring):
        day, name = today.isoformat(), this_computer()
        slots.append(computer_slot(file.file_id, key, secret, day, name))
    file.with_slots(slots).save(data_file)


def keep_only(data_file: Path, key: bytes) -> None:
    """Drop every slot but those of `key`."""
    file = KeyFile.read(data_file)
    opens = check_value(key)
    left = file.with_slots([slot for slot in file.slots if slot.opens == opens])
    _save_for_good(left, data_file)


def has_two_keys(file: KeyFile) -> bool:
    """Return whether locking anew was begun and is not over: the slots open two keys."""
    return len({slot.opens for slot in file.slots}) > 1


def is_newest_key(file: KeyFile, key: bytes) -> bool:
    """Return whether `key` is the one that was added last."""
    return file.slots[-1].opens == check_value(key)


def _save_for_good(file: KeyFile, data_file: Path) -> None:
    """Save twice, so that the key file before this one does not have what was taken away either."""
    file.save(data_file)
    file.save(data_file)


def _mine(file: KeyFile, keyring: Keyring) -> list[tuple[Slot, bytes]]:
    """Return the slots that this computer's keyring opens with their keys, the newest first."""
    secret = _secret_of(file, keyring)
    if secret is None:
        return []
    slots = [slot for slot in reversed(file.slots) if slot.kind is Kind.COMPUTER]
    return [(slot, key) for slot in slots if (key := slot.open(file.file_id, secret))]


def _secret_of(file: KeyFile, keyring: Keyring) -> bytes | None:
    try:
        secret = bytes.fromhex(keyring.get(file.file_id) or "")
    except ValueError:
        return None
    return secret if len(secret) == 32 else None


def this_computer() -> str:
    """Return how people would know this computer: its name, and who logs in."""
    try:
        who = getpass.getuser()
    except (KeyError, OSError, ImportError):
        who = ""
    return ", ".join(part for part in (socket.gethostname(), who) if part)
