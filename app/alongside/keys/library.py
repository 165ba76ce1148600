"""The keyrings that the keyring library knows: Windows, macOS, and KDE’s own of older days."""

import sys
from importlib import import_module
from typing import Any

from alongside.keys.doors import ClosedError, Door

_TRUSTED = {
    "win32": (("Windows", "WinVaultKeyring"),),
    "darwin": (("macOS", "Keyring"),),
    "linux": (("kwallet", "DBusKeyring"),),
}
"""Those that keep secrets encrypted. They are named: to look for any that is installed takes twice
as long, and could find one that keeps secrets in plain sight."""


class LibraryKeyring:
    """One of the library's keyrings."""

    def __init__(self, backend: Any) -> None:
        self._backend = backend

    def get_password(self, service: str, name: str) -> str | None:
        """Return the secret, or None. Raise ClosedError."""
        return self._ask("get_password", service, name)

    def set_password(self, service: str, name: str, secret: str) -> None:
        """Keep the secret. Raise ClosedError."""
        self._ask("set_password", service, name, secret)

    def _ask(self, what: str, *words: str) -> str | None:
        from keyring.errors import KeyringError

        try:
            found = getattr(self._backend, what)(*words)
        except KeyringError as error:
            raise ClosedError from error
        return None if found is None else str(found)


def find() -> Door | None:
    """Return this system's keyring, or None if it has none that is trusted."""
    for module, name in _TRUSTED.get(sys.platform, ()):
        try:
            kind = getattr(import_module(f"keyring.backends.{module}"), name)
        except ImportError:
            continue
        if kind.viable:
            backend = kind()
            if hasattr(backend, "persist"):
                backend.persist = "local machine"  # Windows: the key stays on this computer
            return LibraryKeyring(backend)
    return None
