"""Takes out of a picture’s file what tells more than the picture: where, when, on whose telephone.

Not one dot changes: the picture itself is copied as it is packed. Which way up it is held stays.
"""

import re
import struct

_MARKER = re.compile(rb"\xff+([^\x00\xff\xd0-\xd7])")
"""What ends a run of packed dots in a JPEG (ITU T.81, B.1.1)."""

_SCAN, _END = 0xDA, 0xD9
_UPRIGHT = 1
_KEPT_CHUNKS = frozenset({
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB",
    b"bKGD", b"pHYs", b"cICP",
})  # fmt: skip


def bare_jpeg(data: bytes) -> bytes:
    """Return a JPEG file with its picture and nothing else. Raise ValueError if it is broken."""
    kept, orientation, place = [b"\xff\xd8"], _UPRIGHT, 2
    while True:
        found = _MARKER.match(data, place)
        if found is None:
            raise ValueError("no marker where one must be")
        marker, start = found[1][0], found.end()
        if marker == _END:
            kept.append(b"\xff\xd9")
            break
        length = int.from_bytes(data[start : start + 2], "big")
        place = start + length
        if length < 2 or place > len(data):
            raise ValueError("a part is longer than the file")
        part = data[start + 2 : place]
        if marker == 0xE1 and part.startswith(b"Exif\0\0"):
            orientation = _orientation(part[6:]) or orientation
        if _is_of_the_picture(marker, part):
            kept.append(b"\xff" + found[1] + data[start:place])
        if marker == _SCAN:
            ended = _MARKER.search(data, place)
            if ended is None:
                raise ValueError("the picture does not end")
            kept.append(data[place : ended.start()])
            place = ended.start()
    if orientation != _UPRIGHT:
        kept.insert(1, _exif(orientation))
    return b"".join(kept)


def bare_png(data: bytes) -> bytes:
    """Return a PNG file with its picture and nothing else. Raise ValueError if it is broken."""
    kept, place = [data[:8]], 8
    while place + 12 <= len(data):
        end = place + 12 + int.from_bytes(data[place : place + 4], "big")
        if end > len(data):
            break
        name = data[place + 4 : place + 8]
        if name in _KEPT_CHUNKS:
            kept.append(data[place:end])
        if name == b"IEND":
            return b"".join(kept)
        place = end
    raise ValueError("the picture does not end")


def _is_of_the_picture(marker: int, part: bytes) -> bool:
    """Return whether a part is needed to show the picture: tables, sizes and colours are."""
    if marker == 0xE2:
        return part.startswith(b"ICC_PROFILE\0")
    return marker in {0xE0, 0xEE} or not (0xE0 <= marker <= 0xEF or marker == 0xFE)


def _orientation(tiff: bytes) -> int:
    """Return how the camera was held (TIFF tag 274, 1 to 8), 0 where that is not to be read."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None or len(tiff) < 8:
        return 0
    (place,) = struct.unpack_from(f"{order}L", tiff, 4)
    if place + 2 > len(tiff):
        return 0
    (entries,) = struct.unpack_from(f"{order}H", tiff, place)
    for start in range(place + 2, min(place + 2 + 12 * entries, len(tiff) - 11), 12):
        tag, kind, _count, value = struct.unpack_from(f"{order}HHLH", tiff, start)
        if tag == 0x0112 and kind == 3 and 1 <= value <= 8:
            return int(value)
    return 0


def _exif(orientation: int) -> bytes:
    """Return the part of a JPEG that says how the camera was held, and nothing else."""
    tiff = struct.pack(">2sHLHHHLHHL", b"MM", 42, 8, 1, 0x0112, 3, 1, orientation, 0, 0)
    part = b"Exif\0\0" + tiff
    return b"\xff\xe1" + struct.pack(">H", len(part) + 2) + part
