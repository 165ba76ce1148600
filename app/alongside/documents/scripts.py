"""Which letters belong to which script, and where in a line their runs begin and end.

Scripts here are those that reportlab cannot print: their letters join, change places, or stand
in fonts too large to carry with every form. Latin, Greek and Cyrillic are not among them.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

JOINERS = "\u200c\u200d"
"""They part and join letters without being seen (Unicode 16, 23.2); names in Persian have them."""

_VIRAMA = 9
"""The combining class of the sign that makes one letter of two (Unicode 16, 12.1)."""
_BESIDE = re.compile(r"[\s\d'’‘\"“”()\-–./&]*")
"""What may stand between two words of one name without ending it."""
_CLOSING = "'’\"”"
_WITH_TRAILS = re.compile(r"[.!?…]*")

_ONLY_IN = {
    "ar": (("ur", re.compile("[ٹڈڑںےہھ]")), ("fa", re.compile("[پچژگکی]"))),
    "zh": (("ja", re.compile("[\u3041-\u30ff\uff66-\uff9f]")),),
}


@dataclass(frozen=True, slots=True, eq=False)
class Script:
    """One font and the letters that it is for: ranges, as they stand inside [ ] of a pattern.

    `language` is the one (BCP 47) that a name in this script is spoken in when nothing else is
    known. Those that read from the right are `is_rtl`.
    """

    family: str
    language: str
    letters: str
    is_rtl: bool = False
    has_bold: bool = True

    def file(self, *, is_bold: bool) -> str:
        """Return the name of the font's file, without its ending."""
        return f"{self.family}-{'Bold' if is_bold and self.has_bold else 'Regular'}"

    def language_of(self, words: str) -> str:
        """Return the language to speak `words` in, told by letters that only one of them has."""
        own = (each for each, letters in _ONLY_IN.get(self.language, ()) if letters.search(words))
        return next(own, self.language)


SCRIPTS = (
    Script("NotoSansArabic", "ar",
           "\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc", is_rtl=True),
    Script("NotoSansHebrew", "he", "\u0591-\u05f4\ufb1d-\ufb4f", is_rtl=True),
    Script("NotoSansDevanagari", "hi", "\u0900-\u097f\ua8e0-\ua8ff"),
    Script("NotoSansBengali", "bn", "\u0980-\u09ff"),
    Script("NotoSansGurmukhi", "pa", "\u0a00-\u0a7f"),
    Script("NotoSansGujarati", "gu", "\u0a80-\u0aff"),
    Script("NotoSansTamil", "ta", "\u0b80-\u0bff"),
    Script("NotoSansTelugu", "te", "\u0c00-\u0c7f"),
    Script("NotoSansKannada", "kn", "\u0c80-\u0cff"),
    Script("NotoSansMalayalam", "ml", "\u0d00-\u0d7f"),
    Script("NotoSansSinhala", "si", "\u0d80-\u0dff"),
    Script("NotoSansThai", "th", "\u0e00-\u0e7f"),
    Script("NotoSansEthiopic", "am", "\u1200-\u139f\u2d80-\u2ddf\uab00-\uab2f"),
    Script("NotoSansArmenian", "hy", "\u0530-\u058f\ufb13-\ufb17"),
    Script("NotoSansGeorgian", "ka", "\u10a0-\u10ff\u1c90-\u1cbf\u2d00-\u2d2f"),
    Script("NotoSansKR", "ko", "\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3", has_bold=False),
    Script("NotoSansCJK", "zh", "\u3000-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff"
           "\uff01-\uff9f\U00020000-\U0003ffff", has_bold=False),
)  # fmt: skip

ANY = "".join(script.letters for script in SCRIPTS)


@cache
def _any() -> re.Pattern[str]:
    return re.compile(f"[{ANY}]")


@cache
def _runs() -> re.Pattern[str]:
    """Return the pattern of a run in each script: slow to make, and most papers have none."""
    letters = (each.letters for each in SCRIPTS)
    return re.compile("|".join(f"([{each}][{each}{JOINERS}]*)" for each in letters))


@dataclass(slots=True)
class _Found:
    script: Script
    start: int
    end: int


def script_of(letter: str) -> Script | None:
    """Return the script that `letter` belongs to; None for Latin, Greek, Cyrillic and signs."""
    if not _any().match(letter):
        return None
    found = _runs().match(letter)
    return SCRIPTS[found.lastindex - 1] if found and found.lastindex else None


def cut(words: str) -> list[tuple[Script | None, str]]:
    """Return `words` in runs of one script each, in the order that they are typed.

    The line runs from the left, as its language does, and each name in another script stands in
    it as if it were isolated (UAX #9, 2.7): several words of one name are one run, but a number
    or a comma after it keeps its place. Only words that have no letter from the left at all are
    one run with the full stop at their end.
    """
    if words.isascii() or not _any().search(words):
        return [(None, words)] if words else []
    runs: list[tuple[Script | None, str]] = []
    place = 0
    for found in _found(words):
        if found.start > place:
            runs.append((None, words[place : found.start]))
        runs.append((found.script, words[found.start : found.end]))
        place = found.end
    return [*runs, (None, words[place:])] if place < len(words) else runs


def _found(words: str) -> list[_Found]:
    """Return the runs of `words`, those that belong together joined."""
    each = [
        _Found(SCRIPTS[match.lastindex - 1], match.start(), match.end())
        for match in _runs().finditer(words)
        if match.lastindex
    ]
    joined = each[:1]
    for before, found in pairwise(each):
        gap = words[before.end : found.start]
        last = joined[-1]
        may_join = gap.isspace() or not gap or (last.script.is_rtl and _BESIDE.fullmatch(gap))
        if found.script is last.script and may_join:
            last.end = found.end
        else:
            joined.append(found)
    for found in joined:
        if found.script.is_rtl:
            found.end = _closed(words, found)
    if len(joined) == 1 and joined[0].script.is_rtl and joined[0].start == 0:
        rest = _WITH_TRAILS.match(words, joined[0].end)
        if rest and rest.end() == len(words):
            joined[0].end = rest.end()
    return joined


def _closed(words: str, found: _Found) -> int:
    """Return where a run from the right ends with the quote or bracket that closes in it."""
    end = found.end
    while end < len(words):
        inside = words[found.start : end]
        is_bracket = words[end] == ")" and inside.count("(") > inside.count(")")
        if not is_bracket and words[end] not in _CLOSING:
            break
        end += 1
    return end


def segments(words: str, script: Script) -> list[str]:
    """Return a run in the pieces that are shaped apart, in the order that they are seen.

    Spaces and signs of other fonts are pieces of their own; in a run from the right, so are
    numbers, which are read from the left there too.
    """
    found = re.findall(
        rf"\d+(?:[.,:/]\d+)*|(?:(?!\d)[{script.letters}{JOINERS}])+|."
        if script.is_rtl else rf"[{script.letters}{JOINERS}]+|.", words
    )  # fmt: skip
    return found[::-1] if script.is_rtl else found


def clusters(words: str) -> list[str]:
    """Return `words` in the least pieces that a line may break between."""
    if words.isascii():
        return list(words)
    pieces: list[str] = []
    for letter in words:
        is_loose = letter in JOINERS or unicodedata.category(letter)[0] == "M"
        before = pieces[-1].rstrip(JOINERS)[-1:] if pieces else ""
        is_half = before and unicodedata.combining(before) == _VIRAMA and _any().match(letter)
        if pieces and (is_loose or is_half):
            pieces[-1] += letter
        else:
            pieces.append(letter)
    return pieces
