"""Contracted braille by liblouis, where this computer has it: words in, braille ASCII out.

liblouis is a library of the system, not of Python: on Linux it comes with the screen reader.
"""

import ctypes
import ctypes.util
import re
import sys
import unicodedata
from functools import cache, lru_cache

from alongside.documents.scripts import cut
from alongside.domain.errors import UserError, WorldError
from alongside.i18n import _

_TABLES = {"en": "en-ueb-g2.ctb", "cy": "cy-cy-g2.ctb"}
"""Unified English Braille grade 2 (the UK's since 2015), and Welsh grade 2."""
_OTHERS = {
    "ar": "ar-ar-g1.utb", "fa": "fa-ir-g1.utb", "ur": "ur-pk-g1.utb", "he": "he-IL.utb",
    "hi": "hi-in-g1.utb", "bn": "bn.tbl", "pa": "pa.tbl", "gu": "gu-in-g1.utb",
    "ta": "ta-ta-g1.ctb", "te": "te.tbl", "kn": "kn.tbl", "ml": "ml.tbl", "si": "sin.cti",
    "am": "ethio-g1.ctb", "ko": "ko-g1.ctb", "zh": "zh-chn.ctb",
}  # fmt: skip
"""The braille of languages that names in other scripts are in, uncontracted where there is it."""
_OTHER_BEGINS, _OTHER_ENDS = "\"('", ',")'
"""Around what is in another braille code (The Rules of Unified English Braille 2013, 14.3)."""
_ASCII = "en-us-brf.dis"
"""North American braille ASCII, which is what embossers and displays read in a .brf."""
_NAMES = {"win32": ("liblouis.dll", "louis.dll"), "linux": ("liblouis.so.20",)}
_INSTEAD = {"•": "*", "…": "...", "–": "-", "—": "-"}
"""Signs that not every language's table has."""
_LATIN = re.compile(r"LATIN (SMALL|CAPITAL) LETTER (?:DOTLESS )?([A-Z])(?: WITH .*)?")
"""What Unicode calls a letter that is another one with something about it."""
_SHORT = 2
"""Bytes that a letter has where liblouis was built for 16 bits."""
_NO_UNDEFINED = 128
"""liblouis' own number for “leave out what is not known”."""
_LONGER = 6
"""A letter can take signs of its own before it: no text grows to more than this."""


def is_here() -> bool:
    """Return whether this computer can make braille."""
    return _library() is not None


def how_to_get() -> str:
    """Return what to do on a computer that cannot."""
    if sys.platform == "win32":
        return _("To make braille, install liblouis from liblouis.io, and start Alongside again.")
    return _("To make braille, install the package liblouis, and start Alongside again. It comes "
             "with the screen reader Orca.")  # fmt: skip


def braille(words: str, language: str) -> str:
    """Return one line of `words` in contracted braille, as braille ASCII.

    `language` is a code; what has no table is written as English. A name in another script is
    written in the braille of its own language, and marked so. Raise WorldError if this computer
    has no liblouis, UserError for a letter that braille has not.
    """
    table, cells = _TABLES.get(language, _TABLES["en"]), ""
    for script, part in cut(words):
        own = _in_its_own(part, script.language_of(part)) if script else ""
        known = own or "".join(_known(letter, table, words) for letter in part)
        cells += own or _translated(known, table)
    return cells


def _in_its_own(words: str, language: str) -> str:
    """Return a name in the braille of its language; "" where that is not here, or lacks a letter.

    Of what letters are made of, tables know the whole letter: Bengali’s য় as one, for example.
    """
    table = _OTHERS.get(language)
    if table is None:
        return ""
    whole = unicodedata.normalize("NFC", words)
    for parts, letter in _letters_with_dots().items():
        whole = whole.replace(parts, letter)
    try:
        cells = _translated(whole, table)
    except WorldError:  # an old liblouis has fewer tables
        return ""
    is_whole = cells.isascii() and cells == _translated(whole, table, _NO_UNDEFINED)
    return f"{_OTHER_BEGINS}{cells}{_OTHER_ENDS}" if is_whole else ""


@cache
def _letters_with_dots() -> dict[str, str]:
    """Return letters of Indian scripts by what Unicode leaves them apart in."""
    letters = map(chr, range(0x0900, 0x0D80))
    parts = ((unicodedata.normalize("NFC", letter), letter) for letter in letters)
    return {apart: letter for apart, letter in parts if apart != letter}


def _known(letter: str, table: str, words: str) -> str:
    """Return `letter`, or what it is made of if only that is known: accents may be lost."""
    if letter.isascii() or _is_known(letter, table):
        return letter
    if letter in _INSTEAD:
        return _INSTEAD[letter]
    parts = [part for part in unicodedata.normalize("NFD", letter) if _is_known(part, table)]
    if not parts and (found := _LATIN.fullmatch(unicodedata.name(letter, ""))):
        return found[2] if found[1] == "CAPITAL" else found[2].lower()
    if not parts:
        refused = _("The letter “{letter}” in “{words}” cannot be written in braille. Write it in "
                    "another way for the form, for example in Latin letters.")  # fmt: skip
        raise UserError("", refused.format(letter=letter, words=words))
    return "".join(parts)


@lru_cache(maxsize=4096)
def _is_known(letter: str, table: str) -> bool:
    return letter.isascii() or bool(_translated(letter, table, _NO_UNDEFINED))


def _translated(words: str, table: str, mode: int = 0) -> str:
    library = _library()
    if library is None:
        raise WorldError(_("Braille cannot be made on this computer."), how_to_get())
    tables = f"{_ASCII},{table}".encode("ascii")
    size = library.lou_charSize()
    wide = "utf-16-le" if size == _SHORT else "utf-32-le"
    data = words.encode(wide)
    taken = ctypes.c_int(len(data) // size)
    given = ctypes.c_int(taken.value * _LONGER + 16)
    made = ctypes.create_string_buffer(given.value * size)
    is_done = library.lou_translateString(
        tables, ctypes.c_char_p(data), ctypes.byref(taken), made, ctypes.byref(given), None, None,
        mode,
    )  # fmt: skip
    if not is_done:
        raise WorldError(_("Braille cannot be made on this computer."), how_to_get())
    return made.raw[: given.value * size].decode(wide)


@cache
def _library() -> ctypes.CDLL | None:
    found = ctypes.util.find_library("louis") or ctypes.util.find_library("liblouis")
    for name in filter(None, (found, *_NAMES.get(sys.platform, ()))):
        try:
            library = ctypes.CDLL(name)
        except OSError:
            continue
        library.lou_registerLogCallback(_silent)  # it would write the words that it fails at
        if library.lou_getTable(f"{_ASCII},{_TABLES['en']}".encode("ascii")):
            return library
    return None


_silent = ctypes.CFUNCTYPE(None, ctypes.c_int, ctypes.c_char_p)(lambda _level, _words: None)
"""Takes what liblouis would log, and says nothing: names are never in a log."""
