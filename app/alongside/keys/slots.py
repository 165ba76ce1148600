"""A slot of the key file: the key of the data file, sealed so that one secret alone opens it.

Sealed with AES-256 in GCM. Everything else about the slot is sealed with it: a slot that was moved
to another file, or whose stretching was made weaker, does not open.
"""

import base64
import hashlib
import hmac
import json
import secrets
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from alongside.keys.words import plain

_MEMORY_KIB, _PASSES, _LANES = 65_536, 3, 4
_LEAST, _MOST = (8_192, 1, 1), (1_048_576, 10, 16)
"""Memory in KiB, passes, lanes: a file that asks for more would stop the computer, not unlock."""


class Kind(StrEnum):
    """What opens a slot."""

    WORDS = "words"
    COMPUTER = "computer"


@dataclass(frozen=True, slots=True)
class Stretch:
    """How words are stretched to a key: Argon2id, slow on purpose. `salt` is 16 bytes in base64."""

    memory_kib: int
    passes: int
    lanes: int
    salt: str

    def __post_init__(self) -> None:
        """Raise ValueError for what no Alongside would write, or no computer should do."""
        sizes = (self.memory_kib, self.passes, self.lanes)
        if not all(type(size) is int for size in sizes) or len(from_text(self.salt)) != 16:
            raise ValueError("a stretch of another kind")
        if not all(low <= n <= high for low, n, high in zip(_LEAST, sizes, _MOST, strict=True)):
            raise ValueError("a stretch out of bounds")

    @classmethod
    def new(cls) -> "Stretch":
        """Return a stretch with a fresh salt: a quarter of a second on an office computer."""
        return cls(_MEMORY_KIB, _PASSES, _LANES, to_text(secrets.token_bytes(16)))

    def key_from(self, words: str) -> bytes:
        """Return the 32 bytes that `words` stretch to, however they are typed."""
        from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

        stretch = Argon2id(
            salt=from_text(self.salt), length=32, iterations=self.passes, lanes=self.lanes,
            memory_cost=self.memory_kib,
        )  # fmt: skip
        return stretch.derive(plain(words).encode())


@dataclass(frozen=True, slots=True)
class Slot:
    """One way in. `opens` tells which key is inside; `label` names a computer, sealed too."""

    id: str
    kind: Kind
    made: str
    opens: str
    stretch: Stretch | None
    nonce: str
    sealed: str
    label: str = ""

    @classmethod
    def read(cls, kept: dict[str, Any]) -> "Slot":
        """Return the slot that `written` gave. Raise ValueError or TypeError for anything else."""
        stretch = kept.pop("stretch")
        slot = cls(
            stretch=Stretch(**stretch) if stretch else None, kind=Kind(kept.pop("kind")), **kept
        )
        texts = (slot.id, slot.made, slot.opens, slot.nonce, slot.sealed, slot.label)
        if not all(isinstance(text, str) for text in texts):
            raise TypeError("a part that is no text")
        if len(from_text(slot.nonce)) != 12 or not from_text(slot.sealed):
            raise ValueError("a seal of another kind")
        if (slot.kind is Kind.WORDS) != (slot.stretch is not None):
            raise ValueError("a slot of neither kind")
        return slot

    def written(self) -> dict[str, Any]:
        """Return the slot as JSON has it."""
        return asdict(self)

    def open(self, file_id: str, secret: bytes) -> bytes | None:
        """Return the key in this slot, or None if `secret` (32 bytes) does not open it."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        try:
            key = AESGCM(secret).decrypt(
                from_text(self.nonce), from_text(self.sealed), _bound(file_id, self)
            )
        except InvalidTag:
            return None
        return key if hmac.compare_digest(check_value(key), self.opens) else None

    def open_by_words(self, file_id: str, words: str) -> bytes | None:
        """Return the key in this slot of words, or None if these are not the words."""
        return self.open(file_id, self.stretch.key_from(words)) if self.stretch else None

    def name(self, key: bytes) -> str:
        """Return the name of the computer, which only the key can read; empty if it cannot."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        kept = from_text(self.label)
        try:
            return AESGCM(_label_key(key)).decrypt(kept[:12], kept[12:], self.id.encode()).decode()
        except (InvalidTag, ValueError):
            return ""


def words_slot(file_id: str, key: bytes, words: str, made: str) -> Slot:
    """Return a slot for `key` that the recovery `words` open. `made` is a day, as in ISO 8601."""
    stretch = Stretch.new()
    return _seal(file_id, key, stretch.key_from(words), Kind.WORDS, made, stretch, "")


def computer_slot(file_id: str, key: bytes, secret: bytes, made: str, name: str) -> Slot:
    """Return a slot for `key` that `secret` (32 bytes, in the computer's keyring) opens."""
    return _seal(file_id, key, secret, Kind.COMPUTER, made, None, name)


def check_value(key: bytes) -> str:
    """Return a value that tells a right key from a wrong one, and nothing about either."""
    return hmac.new(key, b"Alongside key check", hashlib.sha256).hexdigest()[:32]


def to_text(data: bytes) -> str:
    """Return bytes as base64."""
    return base64.b64encode(data).decode()


def from_text(text: str) -> bytes:
    """Return the bytes of base64. Raise ValueError for anything else."""
    return base64.b64decode(text, validate=True)


def _seal(
    file_id: str, key: bytes, secret: bytes, kind: Kind, made: str, stretch: Stretch | None,
    name: str,
) -> Slot:  # fmt: skip
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce, slot_id, label = secrets.token_bytes(12), secrets.token_hex(8), ""
    if name:
        mark = secrets.token_bytes(12)
        sealed = AESGCM(_label_key(key)).encrypt(mark, name.encode(), slot_id.encode())
        label = to_text(mark + sealed)
    empty = Slot(slot_id, kind, made, check_value(key), stretch, to_text(nonce), "", label)
    sealed = AESGCM(secret).encrypt(nonce, key, _bound(file_id, empty))
    return Slot(slot_id, kind, made, empty.opens, stretch, empty.nonce, to_text(sealed), label)


def _bound(file_id: str, slot: Slot) -> bytes:
    """Return what a slot is sealed together with: all of it, and the file that it is for."""
    about = slot.written()
    del about["sealed"], about["nonce"]
    return json.dumps([file_id, about], sort_keys=True).encode()


def _label_key(key: bytes) -> bytes:
    return hmac.new(key, b"Alongside label", hashlib.sha256).digest()
