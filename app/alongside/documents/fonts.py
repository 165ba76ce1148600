"""Which letters can be printed and how wide they are: the one place that asks the fonts."""

import re
import unicodedata
from functools import cache, lru_cache
from io import BytesIO

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from alongside.documents.scripts import ANY, JOINERS, Script, cut, script_of, segments
from alongside.documents.shaping import has_letter, shape
from alongside.domain.errors import UserError
from alongside.domain.marks import Font, Shaped, Stroke
from alongside.i18n import _
from alongside_resources import path

ASCENT = 1.07
"""How far a letter may rise above its baseline, for each point of size, in any of our fonts."""
DESCENT = 0.32
"""How far a letter may hang below its baseline, for each point of size."""

_LOOSE_ACCENTS = "\u0300\u0301"
_LOW_LETTERS = frozenset("acemnorsuvwxz")
_INVISIBLE = frozenset(("Cc", "Cf"))
_LONGEST_QUOTE = 60


def load(file: str) -> TTFont:
    """Return a font (no ending) ready for reportlab, read from its file the first time only."""
    return _loaded(str(file))  # for a cache, a Font is another key than its name


@cache
def _loaded(file: str) -> TTFont:
    data = path(f"fonts/{file}.ttf").read_bytes()
    loaded = TTFont(file, BytesIO(data), shapable=False)
    pdfmetrics.registerFont(loaded)
    return loaded


@cache
def _advances(font: Font) -> dict[str, float]:
    """Return how far each letter that `font` has moves the pen, for each point of size."""
    face = load(font).face
    return {chr(code): face.charWidths[code] / 1000 for code in face.charToGlyph}


def tidy(words: str) -> str:
    """Return `words` as they are printed: accents joined to letters, single spaces, no controls."""
    if words.isascii() and words.isprintable() and "  " not in words:
        return words.strip()
    spaced = " ".join(unicodedata.normalize("NFC", words).split())
    kept = (s for s in spaced if s in JOINERS or unicodedata.category(s) not in _INVISIBLE)
    made = "".join(kept)
    if any(joiner in made for joiner in JOINERS):
        made = re.sub(rf"(?<![{ANY}{JOINERS}])[{JOINERS}]+", "", made)
    return made.strip()


@lru_cache(maxsize=8192)
def printable(words: str) -> str:
    """Return `words`, tidied, if every letter can be printed as it should look.

    Raise UserError, naming the letter and the words, if one cannot: letters that no font has,
    and accents that float free, would come out wrong without a warning.
    """
    tidied = tidy(words)
    if tidied.isascii():
        return tidied
    regular = _advances(Font.REGULAR)
    for place, letter in enumerate(tidied):
        if letter in JOINERS:
            continue
        if script := script_of(letter):
            before = tidied[:place].rstrip(JOINERS)[-1:]
            is_mark = unicodedata.category(letter)[0] == "M"
            if is_mark and (not before or script_of(before) is not script):
                raise _refusal(letter, tidied)
            if not has_letter(letter, script.file(is_bold=False)):
                raise _refusal(letter, tidied)
        elif unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Mc", "Me"):
            if not _is_plain_accent(tidied, place):
                raise _refusal(tidied[max(place - 1, 0) : place + 1], tidied)
        elif letter not in regular and letter not in _advances(Font.FALLBACK_REGULAR):
            raise _refusal(letter, tidied)
    return tidied


def width(words: str, font: Font, size: float) -> float:
    """Return how wide `words` are, in points, in `font` at `size` and its fallback."""
    return _em_width(words, font) * size


@lru_cache(maxsize=1024)
def shaped_run(words: str, script: Script, font: Font) -> Shaped:
    """Return one run of `cut`, as heavy as `font` and one point large, at the origin."""
    is_bold = font.is_bold
    language = script.language_of(words)
    x = 0.0
    outline: list[Stroke] = []
    for piece in segments(words, script):
        if piece.isspace():
            x += _em_width(piece, font)
            continue
        own = script_of(piece)
        made = shape(
            piece,
            script.file(is_bold=is_bold) if own else split_runs(piece, font)[0][0].value,
            language,
            is_rtl=script.is_rtl and not piece[0].isdigit(),
            is_emboldened=bool(own) and is_bold and not script.has_bold,
        )
        outline += made.moved(x)
        x += made.width
    file = script.file(is_bold=is_bold)
    return Shaped(0, 0, words, 1, x, tuple(outline), language, file, script.is_rtl)


def split_runs(words: str, font: Font) -> list[tuple[Font, str]]:
    """Return `words` of no other script cut into runs, each with the font that has its letters.

    A word keeps to one font where it can, so that no letter in it looks like a stranger.
    """
    if not _needs_fallback(words, font):
        return [(font, words)] if words else []
    runs: list[tuple[Font, str]] = []
    for word in re.findall(r"\S+|\s+", words):
        if word.isspace() and runs:
            runs[-1] = (runs[-1][0], runs[-1][1] + word)
            continue
        for chosen, letters in _fonts_of_word(word, font):
            if runs and runs[-1][0] is chosen:
                runs[-1] = (chosen, runs[-1][1] + letters)
            else:
                runs.append((chosen, letters))
    return runs


def _fonts_of_word(word: str, font: Font) -> list[tuple[Font, str]]:
    if not _needs_fallback(word, font):
        return [(font, word)]
    other = _advances(font.fallback)
    if all(letter in other for letter in word):
        return [(font.fallback, word)]
    return [(font.fallback if _needs_fallback(sign, font) else font, sign) for sign in word]


def _needs_fallback(words: str, font: Font) -> bool:
    """Whether `font` lacks a letter, or there is a loose accent, which only Noto sets well."""
    if words.isascii():
        return False
    have = _advances(font)
    moved = () if font.is_noto else _LOOSE_ACCENTS
    return any(letter not in have or letter in moved for letter in words)


@lru_cache(maxsize=8192)
def _em_width(words: str, font: Font) -> float:
    total = 0.0
    for script, run in cut(words):
        if script:
            total += shaped_run(run, script, font).width
            continue
        for chosen, letters in split_runs(run, font):
            advances = _advances(chosen)
            total += sum(advances[letter] for letter in letters)
    return total


def _is_plain_accent(words: str, place: int) -> bool:
    """Whether the accent at `place` lands well by itself: tone marks over low letters do."""
    before = unicodedata.normalize("NFD", words[place - 1])[0] if place else ""
    return words[place] in _LOOSE_ACCENTS and before in _LOW_LETTERS


def _refusal(letter: str, words: str) -> UserError:
    shown = words if len(words) <= _LONGEST_QUOTE else words[:_LONGEST_QUOTE] + "…"
    return UserError(
        "",
        _(
            "The letter “{letter}” in “{words}” cannot be printed yet. "
            "Write it in another way for the form, for example in Latin letters."
        ).format(letter=letter, words=shown),
    )
