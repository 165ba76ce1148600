"""How a name is found: whatever the accents, capitals and spaces."""

import unicodedata

_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "’": "'",
        "‘": "'",
        "-": " ",
    }
)


def plain(text: str) -> str:
    """Return `text` as it is searched: lower case, no accents, single spaces ("ŵyn" is "wyn")."""
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    kept = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return " ".join(kept.translate(_LETTERS).split())
