"""Breaking words into lines that fit, however long a word is."""

import re
from itertools import chain, repeat

from alongside.documents.fonts import width
from alongside.documents.scripts import clusters
from alongside.domain.marks import Font

_AFTER_HYPHEN = re.compile(r"(?<=[^\W\d_][-–/])(?=[^\W\d_])")
_ELLIPSIS = "…"


def wrap(words: str, font: Font, size: float, room: float) -> list[str]:
    """Return `words` (tidied) as lines no wider than `room` points; [] for no words.

    Lines break at spaces, else after a hyphen between letters, else inside a word.
    """
    lines: list[str] = []
    line = ""
    for word in words.split(" "):
        for glue, piece in zip(chain(" ", repeat("")), _AFTER_HYPHEN.split(word), strict=False):
            joined = line + glue + piece if line else piece
            if width(joined, font, size) <= room:
                line = joined
                continue
            if line:
                lines.append(line)
            *full, line = _cut(piece, font, size, room)
            lines += full
    return [*lines, line] if line else lines


def shorten(words: str, font: Font, size: float, room: float) -> str:
    """Return `words`, cut with an ellipsis if they are wider than `room` points."""
    if width(words, font, size) <= room:
        return words
    first = _cut(words, font, size, room - width(_ELLIPSIS, font, size))[0]
    return first.rstrip() + _ELLIPSIS


def _cut(word: str, font: Font, size: float, room: float) -> list[str]:
    """Return `word` in pieces that fit; an accent stays with its letter, a piece is never empty."""
    pieces: list[str] = []
    piece = ""
    for letter in clusters(word):
        if piece and width(piece + letter, font, size) > room:
            pieces.append(piece)
            piece = ""
        piece += letter
    return [*pieces, piece]
