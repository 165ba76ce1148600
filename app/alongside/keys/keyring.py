"""The door to this computer's keyring; only kinds that keep secrets encrypted are trusted."""

import os
import sys
from importlib import import_module
from typing import Any, Protocol

from alongside.i18n import _

_SERVICE = "Alongside"
_TRUSTED = {
    "win32": (("Windows", "WinVaultKeyring"),),
    "darwin": (("macOS", "Keyring"),),
    "linux": (("SecretService", "Keyring"), ("libsecret", "Keyring"), ("kwallet", "DBusKeyring")),
}
"""The keyrings of each system that keep secrets encrypted, the likeliest first."""


class Keyring(Protocol):
    """A place that keeps one secret text for each name."""

    trouble: str
    """Why it gave or kept nothing the last time, as a sentence; empty if it only had nothing."""

    def get(self, name: str) -> str | None:
        """Return the secret, or None if there is none or the keyring will not give it."""

    def set(self, name: str, secret: str) -> bool:
        """Keep the secret; return whether that worked."""


class SystemKeyring:
    """The keyring of this computer. Ask it off the screen's thread: a desktop may ask a person."""

    def __init__(self) -> None:
        self.trouble = ""

    def get(self, name: str) -> str | None:
        """Return the secret, or None: with no keyring, or a closed one, words are asked for."""
        return self._ask("get_password", _SERVICE, name) or None

    def set(self, name: str, secret: str) -> bool:
        """Keep the secret; False where there is no keyring, or it is closed."""
        self._ask("set_password", _SERVICE, name, secret)
        return not self.trouble

    def _ask(self, what: str, *words: str) -> str | None:
        door = self._door()
        if door is None:
            self.trouble = _("This computer has no keyring that keeps secrets safe.")
            return None
        from keyring.errors import KeyringError

        try:
            found = getattr(door, what)(*words)
        except KeyringError:
            self.trouble = _("The keyring of this computer is locked.")
            return None
        self.trouble = ""
        return None if found is None else str(found)

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
