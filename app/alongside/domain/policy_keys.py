"""Describes every table of a policy file and its keys, once, for the reader and the form alike.

The reader takes no other keys than these, and the form has a field for each, so that whatever a
file can say can be written without knowing how a file is written.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib import import_module
from typing import Any

from alongside.i18n import _, language


class Holds(StrEnum):
    """What a key holds, which is also how its field is filled in."""

    WORDS = "words"
    MONEY = "money"
    LENGTH = "length"
    NUMBER = "number"
    MILES = "miles"
    DAY = "day"
    TIME = "time"
    DAYS = "days"
    NAMES = "names"
    CHOICE = "choice"
    SOME = "some"
    TICK = "tick"
    TABLES = "tables"


LEFT_OUT = ""
"""The choice of what stands for a key that is not in the file."""
Choices = tuple[tuple[Any, str], ...]
"""What a key can be: as it is in the file, and in words."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a table. `label` and `hint` are words for people.

    The first of the `choices` of a key that is not needed stands for leaving it out. `most` is
    the largest number. `only_for` are the deciding words that give the key a meaning, none for all.
    `keys` are those of the tables inside of it, and `none` says what an empty list means, where
    that is something else than leaving the key out.
    """

    name: str
    label: str
    holds: Holds
    hint: str = ""
    is_needed: bool = False
    choices: Choices = ()
    most: int = 0
    only_for: frozenset[Any] = frozenset()
    none: str = ""
    keys: tuple["Key", ...] = ()


@dataclass(frozen=True, slots=True)
class TableKind:
    """One kind of table: its name in the file, its words, what it is for, and its keys.

    `decider` is the key that says which of the others have a meaning, "" if all always have.
    """

    name: str
    words: str
    about: str
    keys: tuple[Key, ...]
    decider: str = ""

    def key(self, name: str) -> Key | None:
        """Return the key with this name, or None."""
        return next((key for key in self.keys if key.name == name), None)

    def keys_for(self, decided: object) -> tuple[Key, ...]:
        """Return the keys that have a meaning where the decider is `decided`."""
        return tuple(key for key in self.keys if not key.only_for or decided in key.only_for)

    def has_meaning(self, name: str, decided: object) -> bool:
        """Return whether the key with this name has a meaning where the decider is `decided`."""
        key = self.key(name)
        return key is None or not key.only_for or decided in key.only_for


def table_kinds() -> tuple[TableKind, ...]:
    """Return every kind of table, as it is read in the help: time, money, then examples."""
    return _in(language())


def kind_of(name: str) -> TableKind:
    """Return the kind of table with this name in the file."""
    return next(kind for kind in table_kinds() if kind.name == name)


def key_names(kind: str) -> tuple[str, ...]:
    """Return the names of the keys that a table of this kind may have."""
    return tuple(key.name for key in kind_of(kind).keys)


def inner_names(kind: str, key: str) -> tuple[str, ...]:
    """Return the names of the keys of the tables inside of a `key` of this kind."""
    found = kind_of(kind).key(key)
    return tuple(each.name for each in found.keys) if found else ()


def from_day() -> Key:
    """Return the key that every rule starts with."""
    hint = _("Like 1 April 2026. Days before keep the rule that they had.")
    return Key("from", _("From which day"), Holds.DAY, hint, is_needed=True)


def some(name: str, label: str, members: Iterable[Any], hint: str, **more: Any) -> Key:
    """Return a key with some of the members of an enumeration, each with its `words`."""
    choices = tuple((each.value, each.words) for each in members)
    return Key(name, label, Holds.SOME, hint, choices=choices, **more)


@lru_cache(maxsize=8)
def _in(_language: str) -> tuple[TableKind, ...]:
    """Describe once for each language: reading a policy asks for every table."""
    found: list[TableKind] = []
    for name in ("time", "money", "example"):  # they import this module
        found += import_module(f"alongside.domain.policy_keys_{name}").kinds()
    return tuple(found)
