"""Gives each label a letter for Alt of its own, so that no two fields of a dialog share one."""


class Mnemonics:
    """The letters of one dialog, menu or page."""

    def __init__(self, taken: str = "") -> None:
        self._taken = set(taken.casefold())

    def give(self, words: str) -> str:
        """Return `words` with & before a letter nobody has yet; first letters of words first."""
        plain = words.replace("&", "&&")
        starts = [n for n, letter in enumerate(words) if n == 0 or words[n - 1] in " -’"]
        for place in (*starts, *range(len(words))):
            letter = words[place].casefold()
            if letter.isascii() and letter.isalpha() and letter not in self._taken:
                self._taken.add(letter)
                shift = words[:place].count("&")
                return f"{plain[: place + shift]}&{plain[place + shift :]}"
        return plain


def without_mnemonic(words: str) -> str:
    """Return `words` as they are read: "&Name" is "Name", "Bread && butter" is "Bread & butter"."""
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&")
