"""One table of a policy file, read so strictly that no slip of the finger pays anybody wrong.

Every fault is one sentence that names the table, the key and, where it can be found, the line.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, TypeVar

from alongside.domain.dates import parse_minutes, parse_time
from alongside.domain.errors import UserError
from alongside.domain.money import Money
from alongside.domain.policy_error import PolicyError
from alongside.i18n import _

TOP_KEYS = ("name", "summary", "note", "mileage")
"""What stands at the top of a policy file, above its tables."""

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")


class Number(str):
    """A number with a point, as it was typed: money must never pass through a float."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a policy file. `place` names it in words; `lines` holds the line of each key.

    `at` is its kind and its number among them; `inside` is the key of the table that holds it.
    """

    place: str
    values: Mapping[str, Any]
    line: int | None = None
    lines: Mapping[str, int] = field(default_factory=dict, hash=False)
    at: tuple[str, int] = ("", 1)
    inside: str = ""

    def fault(self, words: str, key: str = "") -> PolicyError:
        """Return the error that says `words` of this table, and on which line."""
        line = self.lines.get(key, self.line)
        said = _("In {place}, {words}").format(place=self.place, words=words)
        if line:
            said = _("{words} See line {line}.").format(words=said, line=line)
        return PolicyError(said, [self.at], self.inside or key, words)

    def only(self, keys: Sequence[str]) -> None:
        """Raise UserError for a key that is not among `keys`, naming the nearest that is."""
        for key in self.values:
            if key in keys:
                continue
            near = nearest(key, keys)
            if key in TOP_KEYS:
                near = _("it belongs at the top of the file, above the first [[table]].")
            raise self.fault(
                _("“{key}” is not a key: {nearest}").format(key=key, nearest=near), key
            )

    def text(self, key: str, default: str | None = None) -> str:
        """Return words in quotes; `default` None means that they must be there."""
        if key not in self.values and default is not None:
            return default
        value = self._given(key)
        if type(value) is not str:
            raise self.fault(_("“{key}” must be words in straight quotes.").format(key=key), key)
        if not value.strip() and default is None:
            raise self.fault(_("“{key}” is empty.").format(key=key), key)
        return value.strip()

    def money(self, key: str) -> Money:
        """Return pounds and pence, given as text so that "12.50" is exactly that."""
        value = self._given(key)
        if isinstance(value, Number) or type(value) is int:
            raise self.fault(
                _("“{key}” must be in quotes, with pounds and pence, like {key} = \"75.00\".")
                .format(key=key),
                key,
            )  # fmt: skip
        return self._read(key, lambda text: Money.parse(text, "file"))

    def minutes(self, key: str) -> int:
        """Return a length of time in minutes, given like "1:30", "45 min" or 4 (hours)."""
        value = self._given(key)
        if type(value) not in (int, str):
            raise self.fault(
                _('“{key}” must be a length of time in quotes, like {key} = "1:30".').format(
                    key=key
                ),
                key,
            )
        return self._parsed(key, str(value), lambda text: parse_minutes(text, "file"))

    def whole(self, key: str, most: int, default: int | None = None) -> int:
        """Return a whole number from 0 to `most`; `default` None means that it must be there."""
        if key not in self.values and default is not None:
            return default
        value = self._given(key)
        if type(value) is not int or not 0 <= value <= most:
            raise self.fault(
                _("“{key}” must be a whole number from 0 to {most}, without quotes.").format(
                    key=key, most=f"{most:,}"
                ),
                key,
            )
        return value

    def yes(self, key: str, *, default: bool) -> bool:
        """Return whether something is so, given as true or false without quotes."""
        value = self.values.get(key, default)
        if type(value) is not bool:
            words = _("“{key}” must be true or false, without quotes.")
            raise self.fault(words.format(key=key), key)
        return value

    def words_list(self, key: str) -> tuple[str, ...]:
        """Return words in quotes in a list in square brackets; none if the key is not there."""
        values = self.values.get(key, [])
        if not isinstance(values, list) or not all(type(v) is str and v.strip() for v in values):
            words = _("“{key}” must be a list of words in quotes, in square brackets.")
            raise self.fault(words.format(key=key), key)
        return tuple(value.strip() for value in values)

    def days(self, key: str) -> frozenset[date]:
        """Return days in a list in square brackets: [2026-05-04]; none if the key is not there."""
        values = self.values.get(key, [])
        if not isinstance(values, list) or not all(type(value) is date for value in values):
            words = _("“{key}” must be a list of days, like {key} = [2026-05-04].")
            raise self.fault(words.format(key=key), key)
        return frozenset(values)

    def day(self, key: str) -> date:
        """Return a day, given as a TOML date: 2026-04-06."""
        value = self._given(key)
        if type(value) is not date:
            raise self.fault(
                _("“{key}” must be a day without quotes, year first, like {key} = 2026-04-06.")
                .format(key=key),
                key,
            )  # fmt: skip
        return value

    def clock(self, key: str) -> time | None:
        """Return a time of day, given like "13:40", or None if it is not there."""
        value = self.values.get(key)
        if value is None or type(value) is time:
            return value
        return self._read(key, lambda text: parse_time(text, "file"))

    def choice(self, key: str, kind: type[E], default: E | None = None) -> E:
        """Return one of the words of `kind`, with spaces or underscores between them."""
        if key not in self.values and default is not None:
            return default
        return self._choose(key, self._given(key), kind)

    def choices(self, key: str, kind: type[E]) -> frozenset[E]:
        """Return some of the words of `kind`; none if the key is not there."""
        values = self.values.get(key)
        if values is None:
            return frozenset()
        if not isinstance(values, list) or not values:
            raise self.fault(
                _("“{key}” must be a list in square brackets, like {key} = [\"{word}\"].").format(
                    key=key, word=next(iter(kind)).value
                ),
                key,
            )  # fmt: skip
        return frozenset(self._choose(key, value, kind) for value in values)

    def read(self, key: str, parse: Callable[[str], T]) -> T:
        """Return what `parse` makes of words in quotes or a number; its UserError says where."""
        value = self._given(key)
        if type(value) is int or isinstance(value, Number):
            return self._parsed(key, str(value), parse)
        return self._read(key, parse)

    def rows(self, key: str) -> list["Table"]:
        """Return the tables in a list in brackets: [{ … }, { … }]."""
        values = self._given(key)
        if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
            raise self.fault(
                _("“{key}” must be a list of curly brackets, like {key} = [{{ … }}, {{ … }}].")
                .format(key=key),
                key,
            )  # fmt: skip
        line = self.lines.get(key, self.line)
        place = _("{place}, {key} number {number}")
        return [
            Table(
                place.format(place=self.place, key=key, number=number),
                value,
                line,
                at=self.at,
                inside=key,
            )
            for number, value in enumerate(values, 1)
        ]

    def _given(self, key: str) -> Any:
        if key not in self.values:
            raise self.fault(_("“{key}” is missing.").format(key=key), key)
        return self.values[key]

    def _choose(self, key: str, value: object, kind: type[E]) -> E:
        words = {plain(member.value): member for member in kind}
        found = words.get(plain(value)) if isinstance(value, str) else None
        if found is None:
            raise self.fault(
                _("“{value}” cannot be “{key}”: {nearest}").format(
                    value=value, key=key, nearest=nearest(str(value), list(kind))
                ),
                key,
            )
        return found

    def _read(self, key: str, parse: Callable[[str], T]) -> T:
        return self._parsed(key, self.text(key), parse)

    def _parsed(self, key: str, text: str, parse: Callable[[str], T]) -> T:
        try:
            return parse(text)
        except UserError as error:
            raise self.fault(f"“{key}”: {error.words}", key) from None


def nearest(word: str, words: Sequence[str]) -> str:
    """Return which of `words` someone who wrote `word` meant, or all of them, as a question."""
    close = get_close_matches(word.casefold(), words, 1)
    if close:
        return _("did you mean “{word}”?").format(word=close[0])
    return _("it can be {words}.").format(words=", ".join(f"“{each}”" for each in words))


def plain(words: str) -> str:
    """Return a word of a policy file as it is compared: however its parts are joined."""
    return " ".join(words.casefold().replace("_", " ").replace("-", " ").split())
