"""Knows what a spreadsheet would take for a formula, so that no name in a file ever runs as one."""

import unicodedata

_SIGNS = frozenset("=+-−@")
_BREAKS = frozenset("\t\r\n")
_UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})


def is_formula(text: str) -> bool:
    """Return whether a spreadsheet may calculate `text` instead of showing it (OWASP's list).

    Wide forms of the signs count too, and signs behind what cannot be seen.
    """
    if text[:1] in _BREAKS:
        return True
    for letter in unicodedata.normalize("NFKC", text):
        if unicodedata.category(letter) not in _UNSEEN:
            return letter in _SIGNS
    return False


def guarded(text: str) -> str:
    """Return `text` with an apostrophe before it if a spreadsheet would calculate it.

    Not for what a bank reads: the apostrophe would be part of the name.
    """
    return f"'{text}" if is_formula(text) else text
