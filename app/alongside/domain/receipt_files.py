"""What a receipt may be: kinds of file, how large, what it is called, and what looks the same."""

import re
import unicodedata
from collections.abc import Iterable
from enum import IntEnum, StrEnum

from alongside.domain.claims import ClaimState
from alongside.domain.errors import UserError
from alongside.i18n import _

LARGEST = 10_000_000
"""Bytes. A telephone’s picture has three to eight million; a scanned page has less."""

MOST_DOTS = 50_000_000
"""Dots of a picture once unpacked: a small file can hide one that fills the memory."""

NEAR = 10
"""Of 256 bits, how many may differ between pictures that deserve a closer look."""

OPEN_FOR_RECEIPTS = frozenset({ClaimState.DRAFT, ClaimState.READY, ClaimState.SIGNED})
"""Until somebody has approved a claim, what proves it may come."""

TURNS = (0, 90, 180, 270)

_LONGEST = 80
_UNSAFE = re.compile(r'[<>:"/\\|?*]')
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?$")
_SAID_SIZE = 100_000


class ReceiptPages(IntEnum):
    """How many receipts stand on a page after a form."""

    NONE = 0
    ONE = 1
    FOUR = 4

    @property
    def words(self) -> str:
        """The choice as people say it."""
        return {
            ReceiptPages.NONE: _("no receipts"),
            ReceiptPages.ONE: _("one to a page"),
            ReceiptPages.FOUR: _("four to a page"),
        }[self]


class ReceiptKind(StrEnum):
    """What kind of file a receipt is, told by how it begins and never by its name."""

    JPEG = "jpeg"
    PNG = "png"
    PDF = "pdf"

    @property
    def words(self) -> str:
        """The kind as people say it."""
        return _("PDF") if self is ReceiptKind.PDF else _("picture")

    @property
    def ending(self) -> str:
        """What the name of such a file ends in."""
        return ".jpg" if self is ReceiptKind.JPEG else f".{self.value}"

    @property
    def is_picture(self) -> bool:
        """Whether it is one picture; a PDF has pages, which are drawn by a program of its own."""
        return self is not ReceiptKind.PDF


def kind_of(data: bytes, name: str) -> ReceiptKind:
    """Return what kind of file `data` is. Raise UserError, naming it, for one that is no receipt.

    Telephones of Apple write HEIC, which few programs can show: it says what to do instead.
    """
    if not data:
        raise UserError("files", _("“{name}” is empty.").format(name=name))
    check_size(len(data), name)
    if data.startswith(b"\xff\xd8\xff"):
        return ReceiptKind.JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return ReceiptKind.PNG
    if data.startswith(b"%PDF-"):
        return ReceiptKind.PDF
    if data[4:8] == b"ftyp":
        words = _("“{name}” is a HEIC picture, which few programs can show. Save it as JPEG first.")
    else:
        words = _("“{name}” is no JPEG or PNG picture and no PDF. Save it as one of these first.")
    raise UserError("files", words.format(name=name))


def check_size(size: int, name: str) -> None:
    """Raise UserError for more bytes than a receipt may have."""
    if size > LARGEST:
        words = _("“{name}” is larger than {most} megabytes. Save it smaller first.")
        raise UserError("files", words.format(name=name, most=LARGEST // 1_000_000))


def check_dots(width: int, height: int, name: str) -> None:
    """Raise UserError for a picture that would be too large once unpacked."""
    if width * height > MOST_DOTS:
        words = _("“{name}” has more than {most} million dots. Save it smaller first.")
        raise UserError("files", words.format(name=name, most=MOST_DOTS // 1_000_000))


def safe_name(name: str, kind: ReceiptKind) -> str:
    """Return a name that a file may have on any system, ending as its kind does.

    No folders, no letters that cannot be seen or turn the direction of reading, no device of
    Windows; what is left over of nothing is “receipt”.
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    seen = "".join(each for each in last if unicodedata.category(each)[0] != "C")
    plain = " ".join(_UNSAFE.sub("-", seen).split())
    stem = plain.rpartition(".")[0] or plain
    stem = stem[:_LONGEST].strip(" .-")
    if not stem or _DEVICES.match(stem):
        stem = _("receipt") + (f" {stem}" if stem else "")
    return stem + kind.ending


def say_size(size: int) -> str:
    """Return how large a file is, as people say it."""
    if size < _SAID_SIZE:
        return _("{n} kB").format(n=max(1, round(size / 1000)))
    return _("{n} MB").format(n=f"{size / 1_000_000:.1f}")


def say_numbers(numbers: Iterable[int]) -> str:
    """Return numbers of receipts as they stand on a line of a claim: “1, 2”."""
    return ", ".join(str(number) for number in sorted(numbers))


def is_near(looks: str, other: str) -> bool:
    """Return whether two pictures look so much alike that they deserve a closer look."""
    return bool(looks and other) and (int(looks, 16) ^ int(other, 16)).bit_count() <= NEAR
