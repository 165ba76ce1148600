"""Where data, settings and logs live on each system."""

import os
import sys
from pathlib import Path

import platformdirs

ENDING = ".alongside"


def data_folder() -> Path:
    """Return the folder for data files, made if need be."""
    return platformdirs.user_data_path("Alongside", appauthor=False, ensure_exists=True)


def settings_file() -> Path:
    """Return where this person's settings are kept; the file may not be there yet."""
    folder = platformdirs.user_config_path("Alongside", appauthor=False, ensure_exists=True)
    return folder / "settings.json"


def log_folder() -> Path:
    """Return the folder for logs, made if need be."""
    return platformdirs.user_log_path("Alongside", appauthor=False, ensure_exists=True)


def private_folder() -> Path:
    """Return the folder for what must not stay; it may not be there yet.

    On Linux it is in memory, where the login has such a folder of its own.
    """
    own = os.environ.get("XDG_RUNTIME_DIR", "")
    if sys.platform == "linux" and own and os.access(own, os.W_OK):
        return Path(own) / "alongside"
    return platformdirs.user_cache_path("Alongside", appauthor=False) / "private"


def usual_file() -> Path:
    """Return the data file that is opened when no other is named."""
    return data_folder() / f"records{ENDING}"


def backup_folder(data_file: Path) -> Path:
    """Return the first place for the backups of `data_file`: a folder beside it."""
    return data_file.parent / "Backups"


def rescue_folder() -> Path:
    """Return where records are rescued to when their own disk is gone; it may not be there yet."""
    return data_folder() / "Rescued"
