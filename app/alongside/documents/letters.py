"""The words of a whole document as they are printed, each letter of them one that can be."""

from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from alongside.documents.document import Document
from alongside.documents.fonts import printable, tidy

T = TypeVar("T")


def tidied(document: Document) -> Document:
    """Return `document` with all its words as they are printed."""
    return _each_word(document, must_print=False)


def checked(document: Document) -> Document:
    """Return `document` tidied. Raise UserError, naming the words, for a letter no font has."""
    return _each_word(document, must_print=True)


def _each_word(value: T, *, must_print: bool) -> T:
    """Return `value` with every text inside it tidied, however deep."""
    changed: object = value
    if isinstance(value, str):
        changed = printable(value) if must_print else tidy(value)
    elif isinstance(value, tuple):
        changed = tuple(_each_word(inner, must_print=must_print) for inner in value)
    elif is_dataclass(value) and not isinstance(value, type):
        inside = {field.name: getattr(value, field.name) for field in fields(value)}
        changed = replace(
            value, **{n: _each_word(v, must_print=must_print) for n, v in inside.items()}
        )
    return changed  # type: ignore[return-value]  # each branch gives back what it was given
