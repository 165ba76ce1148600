"""Recovery words: made at random, read however they are typed, finished and spelled on request."""

import secrets
import unicodedata
from bisect import bisect_left
from difflib import get_close_matches
from functools import cache
from itertools import takewhile

from alongside_resources import path as resource

WORDS = 7
"""Seven words of a list of 7,776 are about 90 bits: more than can be tried."""


def new_words() -> str:
    """Return seven recovery words, chosen at random from the EFF's long list."""
    return " ".join(secrets.choice(word_list()) for _number in range(WORDS))


def plain(typed: str) -> str:
    """Return the letters of `typed` and nothing else: capitals, spaces and hyphens do not count."""
    folded = unicodedata.normalize("NFKD", typed).casefold()
    return "".join(letter for letter in folded if letter.isalnum())


def completions(typed: str, most: int = 8) -> list[str]:
    """Return at most `most` words of the list that begin with `typed`, in order."""
    start = typed.strip().casefold()
    if not start:
        return []
    found = bisect_left(word_list(), start)
    words = takewhile(lambda word: word.startswith(start), word_list()[found : found + most])
    return list(words)


def unknown(typed: str) -> list[str]:
    """Return the words of `typed` that are not in the list: slips, to be pointed out.

    Typed without spaces it cannot be told, and nothing is returned.
    """
    parts = typed.replace(",", " ").split()
    if len(parts) < WORDS:
        return []
    known = {plain(word) for word in word_list()}
    return [part for part in parts if plain(part) not in known]


def nearest(slip: str) -> str:
    """Return the word of the list that `slip` most likely was meant to be, or ""."""
    found = get_close_matches(plain(slip), word_list(), n=1, cutoff=0.6)
    return found[0] if found else ""


def spelled(words: str) -> str:
    """Return each word with its letters one by one, for someone who listens: "oak: o, a, k"."""
    return ". ".join(f"{word}: {', '.join(word)}" for word in words.split())


@cache
def word_list() -> tuple[str, ...]:
    """Return the EFF's long list, in order."""
    return tuple(sorted(resource("words/eff-long.txt").read_text(encoding="utf-8").split()))
