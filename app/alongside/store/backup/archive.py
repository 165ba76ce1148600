"""The zip that a backup is: the data file, its key file, what is in them, and how to use it.

Nothing is packed tighter: encrypted pages cannot be, and a zip that unpacks to more than its own
size is refused unread.
"""

import json
import os
import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from alongside.disk import keep_folder
from alongside.domain.errors import WorldError
from alongside.i18n import _
from alongside.store.backup.copying import Copy, digest

_FORMAT = 1
_DATA, _KEYS, _MANIFEST, _READ_ME = "data.db", "keys.json", "manifest.json", "READ ME.txt"
_LARGEST = {_KEYS: 262_144, _MANIFEST: 65_536, _READ_ME: 65_536}
_CHUNK = 1 << 20

Parsed = TypeVar("Parsed")


class BackupError(WorldError):
    """A backup that cannot be used: it is damaged, or is none of ours."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself, without the key. Nobody is named in it.

    `file_id` is that of the key file, `why` a word of `Why`, `counts` are rows by table, `saves`
    how many saves the data file had seen. `sha256` is that of the data file.
    """

    file_id: str
    made: datetime
    why: str
    app: str
    schema: str
    saves: int
    counts: Mapping[str, int]
    sha256: str

    def written(self) -> str:
        """Return it as text."""
        kept = asdict(self) | {"format": _FORMAT, "made": self.made.isoformat()}
        return json.dumps(kept, indent=1)

    @classmethod
    def parse(cls, text: bytes) -> "Manifest":
        """Return what `written` gave. Raise ValueError, TypeError or KeyError for anything else."""
        kept = json.loads(text)
        if kept.pop("format") != _FORMAT:
            raise ValueError("a backup of another kind")
        manifest = cls(made=datetime.fromisoformat(kept.pop("made")), **kept)
        words = (manifest.file_id, manifest.why, manifest.app, manifest.schema, manifest.sha256)
        numbers = (manifest.saves, *manifest.counts.values())
        if not all(isinstance(w, str) for w in words) or not all(type(n) is int for n in numbers):
            raise TypeError("a part of another kind")
        return manifest


@dataclass(frozen=True, slots=True)
class Archive:
    """A backup that was looked into: its place, what it says of itself, and its key file."""

    place: Path
    manifest: Manifest
    keys: str

    def unpack(self, place: Path) -> None:
        """Write the data file to a new file at `place`, on the disk itself.

        Raise BackupError, and leave nothing, if it is not what was packed.
        """
        descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(descriptor, "wb") as fresh, _opened(self.place) as zipped:
                if _sum_of(zipped, fresh.write) != self.manifest.sha256:
                    raise is_damaged(self.place)
                fresh.flush()
                os.fsync(fresh.fileno())
        except BaseException:
            place.unlink(missing_ok=True)
            raise


def write(place: Path, data: Copy, keys: str, manifest: Manifest) -> Archive:
    """Write a backup to `place`, read it back, and return it; or leave what was there.

    It takes its name only when it is whole and on the disk. Raise OSError if that cannot be done,
    BackupError if the disk gives back something else than it was given.
    """
    beside = place.with_name(f".{place.name}.part")
    try:
        descriptor = os.open(beside, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as zipped:
                zipped.writestr(_MANIFEST, manifest.written())
                zipped.writestr(_READ_ME, _read_me())
                zipped.writestr(_KEYS, keys)
                zipped.write(data.place, _DATA)
            file.flush()
            os.fsync(file.fileno())
        with _opened(beside) as zipped:
            if _sum_of(zipped) != data.sha256 or zipped.read(_KEYS).decode() != keys:
                raise is_damaged(place)
        os.replace(beside, place)
        keep_folder(place.parent)
    except BaseException:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
    return Archive(place, manifest, keys)


def read(place: Path) -> Archive:
    """Look into the backup at `place`; its data is checked when it is unpacked.

    Raise BackupError for a file that is damaged or no backup of ours, WorldError for one that a
    newer Alongside made or that cannot be read.
    """
    with _opened(place) as zipped:
        try:
            manifest = Manifest.parse(zipped.read(_MANIFEST))
            return Archive(place, manifest, zipped.read(_KEYS).decode())
        except (zipfile.BadZipFile, ValueError, TypeError, KeyError, AttributeError, EOFError):
            raise is_damaged(place) from None
        except OSError as error:
            raise _unreadable(place) from error


def keys_in(archive: Archive, parse: Callable[[str, str], Parsed]) -> Parsed:
    """Return the key file of a backup as `parse` reads it. Raise BackupError if it cannot."""
    try:
        return parse(archive.keys, archive.place.name)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise is_damaged(archive.place) from None


def is_damaged(place: Path) -> BackupError:
    """Return the error for a backup that is not what was packed."""
    return BackupError(
        _("{name} is damaged, or is not a backup of Alongside. Nothing was changed.").format(
            name=place.name
        ),
        _("Choose another backup."),
    )


def _opened(place: Path) -> zipfile.ZipFile:
    """Open a zip that has exactly our parts, none of which unpacks to more than there is."""
    try:
        zipped = zipfile.ZipFile(place)
    except (zipfile.BadZipFile, ValueError, EOFError, RuntimeError):
        raise is_damaged(place) from None
    except OSError as error:
        raise _unreadable(place) from error
    parts = {part.filename: part for part in zipped.infolist()}
    is_ours = sorted(parts) == sorted((_DATA, *_LARGEST)) == sorted(zipped.namelist())
    if not is_ours or any(
        part.compress_type != zipfile.ZIP_STORED
        or part.file_size != part.compress_size
        or part.file_size > _LARGEST.get(name, place.stat().st_size)
        for name, part in parts.items()
    ):
        zipped.close()
        raise is_damaged(place)
    return zipped


def _sum_of(zipped: zipfile.ZipFile, also: Callable[[bytes], object] = lambda _chunk: None) -> str:
    """Return the SHA-256 of the data file in a zip, each piece of it handed on to `also`."""
    try:
        with zipped.open(_DATA) as data:
            return digest(iter(lambda: data.read(_CHUNK), b""), also)
    except (zipfile.BadZipFile, EOFError):
        return ""


def _unreadable(place: Path) -> WorldError:
    return WorldError(
        _("{name} cannot be read. Nothing was changed.").format(name=place.name),
        _("Put the disk back if it was taken out, or choose another backup."),
    )


def _read_me() -> str:
    return _(
        "This is a backup of records kept with Alongside.\n\n"
        "It is locked: nobody can read it without the recovery words, or the computer that it was "
        "made on.\n\n"
        "To use it: open Alongside, choose “Restore a backup…” in the File menu, and choose this "
        "file.\nAlongside then asks for the seven recovery words, if this computer does not have "
        "the key.\n"
    )
