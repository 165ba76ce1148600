"""Opens Alongside as its shortcut does, by the login's keyring or with the key at hand.

With the key at hand, what asks a real keyring is loaded all the same, because a real start loads
it, unless what a keyring costs is being measured.
"""

import os
import sys
from importlib import import_module

from alongside import keys
from alongside_ui.main import main
from bench import KEY, NO_LIBRARY  # nothing else of the bench: it would be measured too


def _key(_keyring: keys.SystemKeyring, _name: str) -> str:
    if NO_LIBRARY not in os.environ:
        import_module(
            "alongside.keys." + ("secret_service" if sys.platform == "linux" else "library")
        )
    return os.environ[KEY]


if KEY in os.environ:
    keys.SystemKeyring.get = _key  # type: ignore[method-assign]
sys.exit(main(sys.argv[1:]))
