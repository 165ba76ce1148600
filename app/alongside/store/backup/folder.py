"""The backups of one data file in a folder: their names, which there are, which are dropped."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from alongside.domain.errors import WorldError
from alongside.domain.keeping import to_drop
from alongside.store.backup.archive import Archive, read


def name_for(data_file: Path, made: datetime, folder: Path) -> Path:
    """Return where a backup of `data_file` goes: its name and the time, for people to read."""
    name = f"{data_file.stem} {made:%Y-%m-%d %H.%M.%S}"
    place, number = folder / f"{name}.zip", 1
    while place.exists():
        number += 1
        place = folder / f"{name} ({number}).zip"
    return place


def found(folder: Path, file_id: str | None = None) -> list[Archive]:
    """Return the backups in `folder`, the newest first: of one file, or of all.

    What is no backup, or too damaged to say what it is, is passed over: it is not ours to judge.
    """
    archives = []
    with suppress(OSError):
        for place in sorted(folder.glob("*.zip")):
            with suppress(WorldError):
                archive = read(place)
                if file_id in (None, archive.manifest.file_id):
                    archives.append(archive)
    return sorted(archives, key=lambda archive: archive.manifest.made, reverse=True)


def tidy(folder: Path, file_id: str, now: datetime) -> None:
    """Drop the backups of one file that need not be kept any more; leave all else alone."""
    archives = found(folder, file_id)
    dropped = to_drop((archive.manifest.made for archive in archives), now)
    for archive in archives:
        if archive.manifest.made in dropped:
            with suppress(OSError):
                archive.place.unlink()
