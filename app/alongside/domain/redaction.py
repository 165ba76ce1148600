"""Takes a name out of sentences, and nothing else: “Ann” is no part of “Annual” or “Ann-Marie”.

A part of a name that others bear too, or that is an ordinary word, is taken out only of what is
about the person: elsewhere it cannot be told apart, and so is no trace of anybody.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable
from functools import lru_cache

from alongside.domain.dates import months
from alongside.domain.search import plain

_NO_NAMES = frozenset(
    """
    mr mrs ms miss mx dr prof sir dame lady lord rev van von de del der da di la le bin ap of the
    bank claim claims demo done form group history meeting pay redacted undone unlocked
    """.split()  # noqa: SIM905  a list of words reads better
)
"""Titles and joining words, and what our own sentences begin with."""

_SHORTEST = 2
_WORD = r"[^\W_]+"
_BEFORE, _AFTER = r"(?<![\w-])(?<!\w['’])", r"(?![\w-])"


class Redactor:
    """Puts `instead` in the place of `names`, and of `marks`: email addresses, numbers.

    `others` are the names of everybody and everything else in the file, and their addresses;
    `ordinary` are words in small letters that mean something by themselves. `private` is what only
    the history tells of the person: where they start from, who is with them.
    """

    def __init__(
        self, instead: str, *, names: Iterable[str], marks: Iterable[str] = (),
        others: Iterable[str] = (), ordinary: Collection[str] = (), private: Iterable[str] = (),
    ) -> None:  # fmt: skip
        self.instead = instead
        whole = {name for name in names if name.strip() and plain(name) != plain(instead)}
        phrases = {name for name in whole if len(name.split()) > 1}
        parts = {part for name in whole for part in parts_of(name) if _may_be_told(part)}
        others = [name for name in others if not _is_about(name, phrases)]
        shared = {plain(part) for name in others for part in parts_of(name)}
        namesakes = {plain(name) for name in others}
        own = {name for name in phrases if plain(name) not in namesakes}
        known = {mark for mark in marks if plain(mark) not in namesakes}
        telling = {p for p in parts if plain(p) not in shared and p.casefold() not in ordinary}
        plain_parts = {plain(part) for part in parts}
        kept = {name for name in others if plain_parts & {plain(p) for p in parts_of(name)}}
        kept -= phrases
        self._signature = _pattern((), own, ())
        self._elsewhere = _pattern(kept, own | known, telling)
        about = phrases | set(marks)
        secret = {p for p in private if plain(p) not in namesakes and p.casefold() not in ordinary}
        self._about = _pattern(kept, about, parts)
        self._told = _pattern(kept, about | secret, parts)

    def about(self, text: str) -> str:
        """Return a text that is about the person without their name."""
        return self._without(self._about, text)

    def told(self, text: str) -> str:
        """Return a line of the history about the person without their name and their life."""
        return self._without(self._told, text)

    def elsewhere(self, text: str) -> str:
        """Return any other text without what can only be their name."""
        return self._without(self._elsewhere, text)

    def signature(self, text: str) -> str:
        """Return a name that something was signed with, unless it is theirs in full."""
        return self._without(self._signature, text)

    def _without(self, pattern: re.Pattern[str] | None, text: str) -> str:
        return _without(pattern, self.instead, text) if pattern else text


@lru_cache(maxsize=1 << 13)
def _without(pattern: re.Pattern[str], instead: str, text: str) -> str:
    """Return `text` without what `pattern` finds; a file says the same things again and again."""
    return pattern.sub(lambda found: found["kept"] or instead, text)


def parts_of(name: str) -> list[str]:
    """Return the parts of a name: "Ann Lee-Hart" has Ann, Lee-Hart, Lee and Hart."""
    whole = [part.strip(".,()“”\"'’") for part in name.split()]
    return [part for each in whole for part in dict.fromkeys((each, *each.split("-"))) if part]


def small_words(texts: Iterable[str]) -> set[str]:
    """Return all words that stand in `texts` in small letters: ordinary ones."""
    return {word for text in texts for word in re.findall(r"[^\W\d_]+", text) if word.islower()}


def _may_be_told(part: str) -> bool:
    return len(part) >= _SHORTEST and part.casefold() not in _NO_NAMES


def _is_about(name: str, phrases: Iterable[str]) -> bool:
    """Return whether a name has one of `phrases` in it, and more (“Ann Lee, the office”)."""
    words = _words(name)
    within = {_words(phrase) for phrase in phrases}
    return any(phrase in words and phrase != words for phrase in within)


def _words(name: str) -> str:
    return f" {' '.join(re.findall(_WORD, plain(name)))} "


def _pattern(
    kept: Iterable[str], phrases: Iterable[str], parts: Iterable[str]
) -> re.Pattern[str] | None:
    """Return what finds phrases in any case, and parts as names are written; longest first."""
    found = [f"(?i:{_spaced(each)})" for each in _longest_first(_variants(phrases))]
    found += [_part(each) for each in _longest_first(_variants(_written(parts)))]
    if not found:
        return None
    keeping = [f"(?i:{_spaced(each)})" for each in _longest_first(kept)]
    kept_words = "|".join(keeping) or "(?!)"
    return re.compile(f"{_BEFORE}(?:(?P<kept>{kept_words})|{'|'.join(found)}){_AFTER}")


def _part(part: str) -> str:
    """Return what finds a part of a name; one that is a month too, but not in “9 May 2026”."""
    is_month = part.casefold() in {month.casefold() for month in months()}
    return rf"(?<!\d ){part}(?! \d)" if is_month else re.escape(part)


def _written(parts: Iterable[str]) -> set[str]:
    return {each for part in parts for each in (part, part.capitalize(), part.upper())}


def _variants(names: Iterable[str]) -> set[str]:
    """Return names as they may be kept: accents joined to their letters or apart, or left out."""
    forms = {unicodedata.normalize(form, name) for name in names for form in ("NFC", "NFD")}
    return forms | {_without_accents(name) for name in forms}


def _without_accents(name: str) -> str:
    apart = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _spaced(name: str) -> str:
    return r"\s+".join(re.escape(part) for part in name.split())


def _longest_first(names: Iterable[str]) -> list[str]:
    return sorted(names, key=lambda name: (-len(name), name))
