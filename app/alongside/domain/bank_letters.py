"""Which letters a bank's file can carry, and how a name is written in those that it can."""

import unicodedata
from enum import StrEnum

from alongside.i18n import _

BACS_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .&/-")
"""What names and references may hold in a BACS file (Pay.UK, Standard 18)."""

_PLAIN = {
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ı": "i",
    "ŋ": "ng", "ß": "ss", "ẞ": "ss",
}  # fmt: skip
"""Letters that are no other letter with a mark, in those of English."""

_PLAIN |= {letter.upper(): plain.upper() for letter, plain in _PLAIN.items() if letter != "ı"}
_MARKS = {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‐": "-", "‑": "-"}
_DROPPED = frozenset("'`´")
_SPACED = frozenset(',;:()[]_"')
"""Marks that BACS has no place for: O’Brien becomes OBRIEN, and a comma becomes a space."""


class Letters(StrEnum):
    """The letters of a file."""

    UTF_8 = "utf-8"
    UTF_8_BOM = "utf-8-bom"
    WINDOWS = "windows-1252"
    BACS = "bacs"

    @property
    def words(self) -> str:
        """What it is called where people choose it."""
        return {
            Letters.UTF_8: _("every letter (UTF-8)"),
            Letters.UTF_8_BOM: _("every letter, marked for Excel (UTF-8 with BOM)"),
            Letters.WINDOWS: _("letters of Western Europe (Windows-1252)"),
            Letters.BACS: _("capitals without accents (BACS)"),
        }[self]

    @property
    def codec(self) -> str:
        """What Python calls the code in which the file is written."""
        codecs = {Letters.UTF_8_BOM: "utf-8-sig", Letters.WINDOWS: "cp1252", Letters.BACS: "ascii"}
        return codecs.get(self, "utf-8")


def spell(text: str, letters: Letters) -> tuple[str, str]:
    """Return `text` in `letters`, and which of its letters cannot be written so ("" if all can).

    Spaces and breaks become single spaces. Accents go only where the file has no such letter.
    """
    given = unicodedata.normalize("NFC", " ".join(text.split()))
    if letters is Letters.BACS:
        given = given.upper()
    spelled, missing = [], []
    for letter in given:
        found = _spelled(letter, letters)
        if found is None:
            missing.append(letter)
        else:
            spelled.append(found)
    return " ".join("".join(spelled).split()), "".join(dict.fromkeys(missing))


def unwritable(text: str, letters: Letters) -> str:
    """Return what of `text` cannot be written as it stands, as a heading is: capitals or not."""
    return "".join(
        dict.fromkeys(
            each
            for each in text
            if not (each.isascii() and each.isprintable()) and not _is_in(each, letters)
        )
    )


def _spelled(letter: str, letters: Letters) -> str | None:
    """Return one letter as it is written, or None if it cannot be."""
    if letters in {Letters.UTF_8, Letters.UTF_8_BOM}:
        return letter if _is_writable(letter) else None
    if _is_in(letter, letters):
        return letter
    if unicodedata.category(letter) in {"Cf", "Mn"}:
        return ""  # not seen by itself, and nothing without the letter that it belongs to
    plain = _PLAIN.get(letter) or _MARKS.get(letter) or _without_marks(letter)
    if letters is Letters.BACS:
        if plain in _DROPPED:
            return ""
        if plain in _SPACED:
            return " "
    return plain if plain and all(_is_in(each, letters) for each in plain) else None


def _without_marks(letter: str) -> str:
    parts = unicodedata.normalize("NFKD", letter)
    return "".join(part for part in parts if not unicodedata.combining(part))


def _is_in(letter: str, letters: Letters) -> bool:
    if letters is Letters.BACS:
        return letter in BACS_LETTERS
    try:
        letter.encode(letters.codec)
    except UnicodeEncodeError:
        return False
    return _is_writable(letter)


def _is_writable(letter: str) -> bool:
    """Return whether it is a letter at all, and no order to a machine or half of a letter."""
    return unicodedata.category(letter) not in {"Cc", "Cs", "Cn"}
