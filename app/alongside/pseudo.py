"""A language that nobody speaks, longer than English by half: whatever cuts its words cuts Welsh.

Every word keeps its letters with accents, so that a person who tests can still read it; what
stands in {braces} stays as it is, and what is added shows where a sentence was cut or put together.
"""

import gettext
import re

_ACCENTS = str.maketrans("aceinouyACEINOUY", "àçéïñöûÿÀÇÉÏÑÖÛŸ")
_KEPT = re.compile(r"(\{[^}]*\}|\*\.\w+)")
_MORE = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]


def lengthen(words: str) -> str:
    """Return `words` with accents and at least 40 per cent longer; braces are left alone."""
    if not words.strip():
        return words
    parts = _KEPT.split(words)
    told = "".join(
        part if number % 2 else part.translate(_ACCENTS) for number, part in enumerate(parts)
    )
    wanted, more = len(words) * 0.4, ""
    for number in range(len(words)):
        if len(more) >= wanted:
            break
        more = f"{more} {_MORE[number % len(_MORE)]}"
    return f"{told}{more}"


class Pseudo(gettext.NullTranslations):
    """The catalogue of that language."""

    def gettext(self, message: str) -> str:
        """Return a sentence made longer."""
        return lengthen(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return one or many, made longer."""
        return lengthen(msgid1 if n == 1 else msgid2)
