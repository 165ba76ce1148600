"""What has to be said to a disk so that a file is on it, and not only on its way."""

import os
from contextlib import suppress
from pathlib import Path


def keep_file(place: Path) -> None:
    """Have the file at `place` written to the disk itself."""
    with place.open("rb+") as file:
        os.fsync(file.fileno())


def keep_folder(folder: Path) -> None:
    """Have the names in `folder` written to the disk too; Windows does so by itself."""
    if os.name != "posix":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some sticks and shares know nothing of it
            os.fsync(opened)
    finally:
        os.close(opened)
