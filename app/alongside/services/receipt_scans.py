"""The folder that a scanner or telephone puts its files in: those that are no receipts yet."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from alongside.domain.dates import say_moment
from alongside.domain.errors import UserError
from alongside.domain.receipt_files import LARGEST, say_size
from alongside.i18n import _
from alongside.services.receipt_files import hash_of
from alongside.store import receipts
from alongside.store.work import Session

_ENDINGS = frozenset({".jpg", ".jpeg", ".png", ".pdf"})
_MOST = 100
"""Files looked at, the newest first: each is read, to know whether it is a receipt already."""


@dataclass(frozen=True, slots=True)
class ScannedFile:
    """A file in the folder for scans. `id` is its path, in words."""

    id: str
    path: Path
    name: str
    when: str
    size: str


def found_in(session: Session, folder: Path) -> list[ScannedFile]:
    """Return what may become a receipt, newest first. Raise UserError for no such folder."""
    try:
        files = [(file.stat(), file) for file in folder.iterdir() if _may_be(file)]
    except (OSError, ValueError):
        words = _("The folder “{folder}” is not there, or cannot be read.")
        raise UserError("folder", words.format(folder=folder)) from None
    files = sorted(files, key=lambda pair: pair[0].st_mtime, reverse=True)[:_MOST]
    hashes = {}
    for facts, file in files:
        if facts.st_size <= LARGEST:
            try:
                hashes[file] = hash_of(file)
            except UserError:
                continue  # it is said what is wrong with it when somebody chooses it
    attached = receipts.attached(session, hashes.values())
    return [
        ScannedFile(
            str(file), file, file.name, say_moment(datetime.fromtimestamp(facts.st_mtime)),  # noqa: DTZ006
            say_size(facts.st_size),
        )
        for facts, file in files
        if hashes.get(file) not in attached
    ]  # fmt: skip


def _may_be(file: Path) -> bool:
    return file.suffix.casefold() in _ENDINGS and file.is_file() and not file.name.startswith(".")
