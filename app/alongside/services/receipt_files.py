"""Receipts as they come in: a file, or what was pasted; checked, and bare of what else it tells."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from alongside.domain import picture_facts
from alongside.domain.errors import UserError
from alongside.domain.receipt_files import LARGEST, ReceiptKind, check_size, kind_of, safe_name
from alongside.i18n import _
from alongside.services.receipt_looks import look_at, looks_of_pdf


@dataclass(frozen=True, slots=True)
class ReceiptFile:
    """A file at `path`, or else the bytes `content` that were pasted, called `name`."""

    path: Path | None = None
    content: bytes = b""
    name: str = ""


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file that may be a receipt: what is kept of it, and how it is found again."""

    name: str
    kind: ReceiptKind
    content: bytes
    sha256: str
    looks: str


def read(file: ReceiptFile) -> CheckedFile:
    """Return a file as it is kept. Raise UserError, in a sentence, for one that is no receipt."""
    kind, bare, name = _bare(file)
    try:
        looks = look_at(bare, kind, name) if kind.is_picture else looks_of_pdf(bare)
    except ValueError:
        raise _is_damaged(name) from None
    return CheckedFile(safe_name(name, kind), kind, bare, _hash(bare), looks)


def hash_of(path: Path) -> str:
    """Return the hash that a file would be kept by. Raise UserError for one that is no receipt."""
    return _hash(_bare(ReceiptFile(path))[1])


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _bare(file: ReceiptFile) -> tuple[ReceiptKind, bytes, str]:
    """Return a file’s kind, what is kept of it, and its name.

    Pictures lose what their file tells besides: place, time, camera. PDFs stay as they are.
    """
    data, name = file.content, file.name or _("receipt")
    if file.path is not None:
        data, name = _read_path(file.path), file.path.name
    kind = kind_of(data, name)
    try:
        if kind is ReceiptKind.JPEG:
            data = picture_facts.bare_jpeg(data)
        elif kind is ReceiptKind.PNG:
            data = picture_facts.bare_png(data)
    except ValueError:
        raise _is_damaged(name) from None
    return kind, data, name


def _is_damaged(name: str) -> UserError:
    words = _("“{name}” cannot be shown: it is too large, cut off or damaged. Take it again.")
    return UserError("files", words.format(name=name))


def _read_path(path: Path) -> bytes:
    """Return what a file holds, and never more than a receipt may have."""
    try:
        if not path.is_file():  # a pipe or a device would never end
            raise UserError("files", _("There is no file “{path}”.").format(path=path))
        check_size(path.stat().st_size, path.name)
        with path.open("rb") as opened:
            return opened.read(LARGEST + 1)
    except (OSError, ValueError):
        words = _("“{name}” could not be read.")
        raise UserError("files", words.format(name=path.name)) from None
