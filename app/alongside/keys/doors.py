"""What a keyring of any system is to us: it gives, it keeps, or it is closed."""

from typing import Protocol


class ClosedError(Exception):
    """The keyring is there, but will not open: it is locked, or nobody answered its question."""


class Door(Protocol):
    """A keyring that keeps secrets encrypted. Both verbs may wait for a person to unlock it."""

    def get_password(self, service: str, name: str) -> str | None:
        """Return the secret, or None if there is none. Raise ClosedError."""

    def set_password(self, service: str, name: str, secret: str) -> None:
        """Keep the secret. Raise ClosedError."""
