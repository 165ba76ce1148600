"""The keyring of a Linux desktop (GNOME, KDE and others), over the bus that they all share.

Asked with secretstorage itself: the keyring library around it takes six times as long to load.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager

import secretstorage
from jeepney import DBusErrorResponse
from jeepney.io.blocking import DBusConnection
from secretstorage.exceptions import ItemNotFoundException, SecretStorageException

from alongside.i18n import _
from alongside.keys.doors import ClosedError


class SecretService:
    """The keyring at the other end of the session's bus."""

    @classmethod
    def find(cls) -> "SecretService | None":
        """Return the keyring of this desktop, or None where there is none to answer."""
        try:
            with closing(secretstorage.dbus_init()) as bus:
                return cls() if secretstorage.check_service_availability(bus) else None
        except (SecretStorageException, DBusErrorResponse, OSError):
            return None

    def get_password(self, service: str, name: str) -> str | None:
        """Return the secret, or None. Raise ClosedError if it is locked and stays so."""
        with _asked() as bus:
            try:
                # Not the library's own way to it, which makes a missing one and asks for a password
                collection = secretstorage.Collection(bus)
            except ItemNotFoundException:
                return None
            _unlock(collection)
            found = next(collection.search_items({"service": service, "username": name}), None)
            return found.get_secret().decode() if found else None

    def set_password(self, service: str, name: str, secret: str) -> None:
        """Keep the secret, in place of what was there. Raise ClosedError if it stays locked."""
        with _asked() as bus:
            collection = secretstorage.get_default_collection(bus)
            _unlock(collection)
            collection.create_item(
                _("The key to your records in Alongside"),
                {"service": service, "username": name}, secret.encode(), replace=True,
            )  # fmt: skip


@contextmanager
def _asked() -> Iterator[DBusConnection]:
    """Give a connection of its own; what goes wrong on it means that the keyring is closed."""
    try:
        with closing(secretstorage.dbus_init()) as bus:
            yield bus
    except (SecretStorageException, DBusErrorResponse, OSError) as error:
        raise ClosedError from error


def _unlock(collection: secretstorage.Collection) -> None:
    """Have the desktop ask for the password, if it must. It waits for as long as a person does."""
    if collection.is_locked() and (collection.unlock() or collection.is_locked()):
        raise ClosedError
