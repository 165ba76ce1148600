"""What pictures of receipts look like: how large they are, and whether two are of one receipt.

Receipts of one shop differ by a few figures only, so a hash finds what may be the same, and a
closer look decides. Measured over drawn receipts, scanned and photographed, and those of one shop:
saved anew, half as large, lighter, darker or blurred, the hash differs by 9 of 256 bits at most and
the closer look by 46 of 255; different ones differ by 58 at least in the closer look.

A PDF that has words is known by them. One without is the scan of a sheet, and looked at.
"""

import hashlib
from io import BytesIO
from typing import Any

from alongside.domain.errors import UserError
from alongside.domain.receipt_files import ReceiptKind, check_dots
from alongside.services.receipt_sheets import ReceiptSheet, sheets_of

_SIDE = 16
_STEP = 4
"""Of 255: a difference that is less is no mark on the paper."""

_CLOSE_SIDE, _BLOCK, _CLOSE = 192, 4, 52
"""Dots of the closer look, how many of them make a block, and by how much the block that differs
most may differ."""


def look_at(data: bytes, kind: ReceiptKind, name: str) -> str:
    """Return a hash of what a picture looks like, having looked at its size first.

    Raise UserError for one that is too large once unpacked, ValueError for one that is damaged.
    """
    from PIL import Image  # Pillow is slow to load, and receipts are rare

    try:
        with Image.open(BytesIO(data), formats=(kind.name,)) as picture:
            check_dots(picture.width, picture.height, name)  # only its head is read yet
        return looks(data, kind)
    except (
        OSError, ValueError, SyntaxError, Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ):  # fmt: skip
        raise ValueError("not a picture that can be shown") from None


def looks_of_pdf(data: bytes) -> str:
    """Return 256 bits in hexadecimal that say what a PDF shows, "" for one that cannot be shown."""
    try:
        sheet = _face(data)
    except UserError:
        return ""
    if sheet.words:
        return hashlib.sha256(sheet.words.encode()).hexdigest()
    return looks(sheet.picture, ReceiptKind.PNG)


def looks(data: bytes, kind: ReceiptKind) -> str:
    """Return where a picture grows darker from left to right, as 256 bits in hexadecimal.

    "" for one in which nothing can be seen: all empty sheets look the same.
    """
    from PIL import ImageOps

    dots = ImageOps.autocontrast(_small(data, kind, _SIDE + 1, _SIDE)).tobytes()
    steps = [
        dots[place] - dots[place + 1] > _STEP
        for row in range(_SIDE)
        for place in range(row * (_SIDE + 1), (row + 1) * (_SIDE + 1) - 1)
    ]
    if not any(steps):
        return ""
    return f"{int(''.join('1' if each else '0' for each in steps), 2):0{_SIDE * _SIDE // 4}x}"


def are_of_one_receipt(one: tuple[bytes, ReceiptKind], other: tuple[bytes, ReceiptKind]) -> bool:
    """Return whether two receipts are the same but for how they were saved."""
    from PIL import Image, ImageChops

    words, pictures = [], []
    for data, kind in (one, other):
        sheet = ReceiptSheet(data, "") if kind.is_picture else _face(data)
        words.append(sheet.words)
        pictures.append(_close(sheet.picture, kind if kind.is_picture else ReceiptKind.PNG))
    if any(words):
        return words[0] == words[1]
    apart = ImageChops.difference(*pictures)
    blocks = apart.resize([_CLOSE_SIDE // _BLOCK] * 2, Image.Resampling.BOX)
    return max(bytes(blocks.tobytes())) <= _CLOSE


def _face(data: bytes) -> ReceiptSheet:
    """Return the first page of a PDF, with the words of all that is shown of it."""
    shown = sheets_of(data, ReceiptKind.PDF).sheets
    return ReceiptSheet(shown[0].picture, "\n".join(each.words for each in shown).strip())


def _close(data: bytes, kind: ReceiptKind) -> Any:
    from PIL import ImageFilter, ImageOps

    small = _small(data, kind, _CLOSE_SIDE, _CLOSE_SIDE)
    return ImageOps.autocontrast(small.filter(ImageFilter.BoxBlur(1)))


def _small(data: bytes, kind: ReceiptKind, width: int, height: int) -> Any:
    """Return a picture small, grey and the right way up, on white paper."""
    from PIL import Image, ImageOps

    with Image.open(BytesIO(data), formats=(kind.name,)) as picture:
        picture.draft("L", (4 * width, 4 * height))  # a JPEG need not be unpacked whole
        upright = ImageOps.exif_transpose(picture)
        if "A" in upright.getbands() or "transparency" in upright.info:
            clear = upright.convert("RGBA")
            upright = Image.new("RGBA", clear.size, "white")
            upright.alpha_composite(clear)
        return upright.convert("L").resize((width, height), Image.Resampling.BOX)
