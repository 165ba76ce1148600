"""Which commands fit what was typed: every word, in any order, accents or not, the best first."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to do. `id` is the command's.

    `words` are shown, `says` are other words for it; `can` says whether it can be done now.
    """

    id: str
    words: str
    says: str
    place: str
    keys: str
    can: bool


def find(typed: str, entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries that fit `typed`, what can be done now and fits best first.

    Each word that was typed must begin a word of the entry. Typed nothing, all of them fit.
    """
    wanted = _plain(typed).split()
    fitting = []
    for place, entry in enumerate(entries):
        shown, others = _plain(entry.words).split(), _plain(f"{entry.says} {entry.place}").split()
        in_shown = [any(word.startswith(each) for word in shown) for each in wanted]
        in_others = [any(word.startswith(each) for word in others) for each in wanted]
        if all(a or b for a, b in zip(in_shown, in_others, strict=True)):
            is_start = bool(wanted) and shown[:1] != [] and shown[0].startswith(wanted[0])
            rank = (not entry.can, in_shown.count(False), not is_start, place)
            fitting.append((rank, entry))
    return [entry for _rank, entry in sorted(fitting, key=lambda found: found[0])]


def _plain(words: str) -> str:
    """Return small letters and digits without accents, everything else a space."""
    parted = unicodedata.normalize("NFKD", words.casefold())
    kept = (letter if letter.isalnum() else " " for letter in parted
            if not unicodedata.combining(letter))  # fmt: skip
    return "".join(kept)
