"""The words of a whole document as they are printed, each letter of them one that can be."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from alongside.documents.document import Document
from alongside.documents.fonts import printable, tidy

T = TypeVar("T")


def tidied(document: Document) -> Document:
    """Return `document` with all its words as they are printed."""
    return each_word(document, tidy)


def checked(document: Document) -> Document:
    """Return `document` tidied. Raise UserError, naming the words, for a letter no font has."""
    return each_word(document, printable)


def each_word(value: T, change: Callable[[str], str]) -> T:
    """Return `value` with every text inside it changed, however deep."""
    changed: object = value
    if isinstance(value, Enum):
        pass  # a name of ours, and no words
    elif isinstance(value, str):
        made = change(value)
        changed = value if made == value else made  # what is the same need not be made anew
    elif isinstance(value, tuple):
        inside = tuple(each_word(inner, change) for inner in value)
        if any(new is not old for new, old in zip(inside, value, strict=True)):
            changed = inside
    elif is_dataclass(value) and not isinstance(value, type):
        held = {name: getattr(value, name) for name in _names(type(value))}
        new = {name: each_word(each, change) for name, each in held.items()}
        if any(new[name] is not each for name, each in held.items()):
            changed = replace(value, **new)
    return changed  # type: ignore[return-value]  # each branch gives back what it was given


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
