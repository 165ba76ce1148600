"""Finished papers into a folder: whole or not at all, and a sentence when the disk says no."""

import errno
import os
import re
from contextlib import suppress
from pathlib import Path

from alongside.domain.errors import UserError, WorldError
from alongside.i18n import _

_NO_ROOM = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG))
_NOT_ALLOWED = frozenset((errno.EACCES, errno.EPERM))
_NOT_A_FOLDER = frozenset((errno.EEXIST, errno.ENOTDIR))
_AS_IT_IS = getattr(os, "O_BINARY", 0)
"""On Windows, without turning the ends of lines into others."""
_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
"""What Windows does not take in the name of a file."""
_LONGEST_NAME = 200
"""Bytes: disks take 255, and a number may come behind."""


def make(folder: Path) -> None:
    """Make `folder`, and those above it, if it is not there. Raise WorldError if that fails."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        if error.errno in _NOT_A_FOLDER:
            words = _("“{folder}” cannot be a folder: a file of that name is in the way.")
        elif error.errno in _NO_ROOM:
            words = _("There is no room on the disk to make the folder “{folder}”.")
        else:
            words = _("The folder “{folder}” cannot be made there.")
        raise WorldError(words.format(folder=folder), _("Choose another folder.")) from error


def write(place: Path, data: bytes) -> None:
    """Write `data` to `place`, taking the place of what was there.

    Either the whole file is there or nothing has changed. Nobody else may open it. Raise
    WorldError, naming the file and the folder, if the disk is full, read-only or closed to us.
    """
    beside = place.with_name(f".{place.name}.part")
    try:
        with suppress(FileNotFoundError):
            beside.unlink()  # a crash left it
        # For nobody else's eyes from the first byte, and never through somebody else's link.
        opened = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _AS_IT_IS, 0o600)
        with open(opened, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, place)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise _world_error(error, place) from error


def check_free(place: Path, field: str) -> None:
    """Raise UserError on `field` if there is a file at `place` already."""
    if place.exists():
        words = _("There is a file “{name}” in this folder already.")
        raise UserError(field, words.format(name=place.name))


def file_name(number: str, ending: str = ".pdf") -> str:
    """Return the file name for the claim `number`. It names nobody: folders are looked over."""
    return named(_("Claim {number}").format(number=number.strip()), ending)


def pdf_name(words: str) -> str:
    """Return `words` as the name of a PDF file that every system takes."""
    return named(words, ".pdf")


def named(words: str, ending: str) -> str:
    """Return `words` as the name of a file that every system takes, with its `ending`."""
    safe = _UNSAFE.sub("-", words).strip()[:100]
    while len(safe.encode("utf-8")) > _LONGEST_NAME:
        safe = safe[:-1]
    return f"{safe.rstrip(' .')}{ending}"


def free_name(words: str, ending: str, taken: set[str]) -> str:
    """Return a name for a file that is not `taken` yet, and take it: others get a number."""
    name, number = named(words, ending), 1
    while name.casefold() in taken:  # some disks take capitals and small letters for one
        number += 1
        name = named(words, f" ({number}){ending}")
    taken.add(name.casefold())
    return name


def _world_error(error: OSError, place: Path) -> WorldError:
    if error.errno in _NO_ROOM:
        words = _("There is no room left in “{folder}” for “{file}”.")
        remedy = _("Make room there, or choose another folder. Then try again.")
    elif error.errno == errno.EROFS:
        words = _("“{folder}” can only be read, so “{file}” was not written there.")
        remedy = _("Choose another folder.")
    elif error.errno in _NOT_ALLOWED:
        words = _("“{file}” could not be written in “{folder}”: it is not allowed, or it is open.")
        remedy = _("Close the file if it is open, or choose another folder.")
    elif error.errno in (errno.ENOENT, errno.ENOTDIR):
        words = _("“{file}” could not be written: the folder “{folder}” is not there.")
        remedy = _("Put the disk back if it was taken out, or choose another folder.")
    else:
        words = _("“{file}” could not be written in “{folder}”.")
        remedy = _("Choose another folder, or try again.")
    return WorldError(words.format(file=place.name, folder=place.parent), remedy)
