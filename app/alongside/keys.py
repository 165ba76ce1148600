"""The two ways into a data file: this computer's keyring, and recovery words for any other.

The data file is locked with a random key of 32 bytes. The keyring of the person's own login keeps
it, so there is nothing to type from day to day. Beside the data file lies NAME.keys.json, where
the same key is wrapped by seven recovery words: without them a lost keyring would be lost records.
"""

import base64
import hashlib
import hmac
import json
import os
import secrets
import sys
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from alongside.domain.errors import WorldError
from alongside.i18n import _
from alongside_resources import path as resource

WORDS = 7
"""Seven words of a list of 7,776 are about 90 bits: more than can be tried."""

_SERVICE = "Alongside"
_TRUSTED = {
    "win32": (("Windows", "WinVaultKeyring"),),
    "darwin": (("macOS", "Keyring"),),
    "linux": (("SecretService", "Keyring"), ("libsecret", "Keyring"), ("kwallet", "DBusKeyring")),
}
"""The keyrings of each system that keep secrets encrypted, the likeliest first."""

_FORMAT = 1
_MEMORY_KIB, _PASSES, _LANES = 65_536, 3, 4


class WrongKeyError(WorldError):
    """The key was not to be had: ask for the words. Never start afresh over an existing file."""


class Keyring(Protocol):
    """A place that keeps one secret text for each name."""

    def get(self, name: str) -> str | None:
        """Return the secret, or None if there is none or the keyring will not give it."""

    def set(self, name: str, secret: str) -> bool:
        """Keep the secret; return whether that worked."""


class SystemKeyring:
    """The keyring of this computer; only kinds that keep secrets encrypted are trusted."""

    def get(self, name: str) -> str | None:
        """Return the secret, or None: with no keyring, or a closed one, words are asked for."""
        door = self._door()
        if door is None:
            return None
        from keyring.errors import KeyringError

        try:
            return str(found) if (found := door.get_password(_SERVICE, name)) else None
        except KeyringError:
            return None

    def set(self, name: str, secret: str) -> bool:
        """Keep the secret; False where there is no keyring, or it is closed."""
        door = self._door()
        if door is None:
            return False
        from keyring.errors import KeyringError

        try:
            door.set_password(_SERVICE, name, secret)
        except KeyringError:
            return False
        return True

    def _door(self) -> Any:
        """Return the first of this system's keyrings that can be used, or None.

        They are named here. To look for any that is installed takes twice as long, and could
        find one that keeps secrets in plain sight. The library's own switch to go without one
        is honoured.
        """
        if os.environ.get("PYTHON_KEYRING_BACKEND", "").endswith(".null.Keyring"):
            return None
        for module, name in _TRUSTED.get(sys.platform, ()):
            try:
                backend = getattr(import_module(f"keyring.backends.{module}"), name)
            except ImportError:
                continue
            if backend.viable:
                door = backend()
                if hasattr(door, "persist"):
                    door.persist = "local machine"  # Windows: the key stays on this computer
                return door
        return None


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What lies beside a data file: which it is, how to tell its key, the key wrapped in words."""

    file_id: str
    check: str
    salt: str
    nonce: str
    wrapped: str

    @classmethod
    def beside(cls, data_file: Path) -> Path:
        """Return where the key file of `data_file` lies."""
        return data_file.with_name(data_file.name + ".keys.json")

    @classmethod
    def read(cls, data_file: Path) -> "KeyFile":
        """Return the key file of `data_file`. Raise WorldError if it is missing or damaged."""
        place = cls.beside(data_file)
        try:
            kept = json.loads(place.read_text(encoding="utf-8"))
            if kept.pop("format") != _FORMAT:
                raise WorldError(
                    _("{name} was made by a newer Alongside than this one.").format(name=place.name)
                )
            file = cls(**kept)
            for part in (file.salt, file.nonce, file.wrapped):
                _data(part)
            return file
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            raise WorldError(
                _("{name} cannot be opened: its key file {key} is missing or damaged.").format(
                    name=data_file.name, key=place.name
                ),
                _("Look for the key file in the folder where the data file came from."),
            ) from None  # fmt: skip

    def write(self, data_file: Path) -> None:
        """Write the key file whole and safely to disk, or leave what is there."""
        place = self.beside(data_file)
        fresh = place.with_name(place.name + ".new")
        values = {"format": _FORMAT} | {name: getattr(self, name) for name in self.__slots__}
        with open(fresh, "w", encoding="utf-8") as file:
            json.dump(values, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        os.replace(fresh, place)


def make(data_file: Path, words: str) -> bytes:
    """Make a new key for `data_file`, write its key file wrapped in `words`, return the key."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    key, salt, nonce = secrets.token_bytes(32), secrets.token_bytes(16), secrets.token_bytes(12)
    file_id = secrets.token_hex(16)
    wrapped = AESGCM(_from_words(words, salt)).encrypt(nonce, key, file_id.encode())
    KeyFile(file_id, _check(key), _text(salt), _text(nonce), _text(wrapped)).write(data_file)
    return key


def by_keyring(file: KeyFile, keyring: Keyring) -> bytes:
    """Return the key from this computer's keyring. Raise WrongKeyError if it is not there."""
    kept = keyring.get(file.file_id)
    try:
        key = bytes.fromhex(kept or "")
    except ValueError:
        key = b""
    if not hmac.compare_digest(_check(key), file.check):
        raise WrongKeyError(
            _("This computer does not have the key to your records."),
            _("Type your recovery words."),
        )
    return key


def by_words(file: KeyFile, words: str) -> bytes:
    """Return the key from the recovery words. Raise WrongKeyError if they are not right."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    wrapping = _from_words(words, _data(file.salt))
    try:
        return AESGCM(wrapping).decrypt(
            _data(file.nonce), _data(file.wrapped), file.file_id.encode()
        )
    except InvalidTag:
        raise WrongKeyError(
            _("Those are not the recovery words of these records."),
            _("Type all seven words in their order. Capitals and spaces do not matter."),
        ) from None


def new_words() -> str:
    """Return seven recovery words, chosen at random from the EFF's long list."""
    return " ".join(secrets.choice(_list()) for _number in range(WORDS))


@cache
def _list() -> tuple[str, ...]:
    return tuple(resource("words/eff-long.txt").read_text(encoding="utf-8").split())


def _from_words(words: str, salt: bytes) -> bytes:
    """Stretch words to a wrapping key; however they are typed, the same words give the same key."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    typed = unicodedata.normalize("NFKD", words).casefold().replace(",", " ").split()
    stretch = Argon2id(
        salt=salt, length=32, iterations=_PASSES, lanes=_LANES, memory_cost=_MEMORY_KIB
    )
    return stretch.derive(" ".join(typed).encode())


def _check(key: bytes) -> str:
    """Return a value that tells a right key from a wrong one, and nothing about either."""
    return hmac.new(key, b"Alongside key check", hashlib.sha256).hexdigest()[:32]


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _data(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
