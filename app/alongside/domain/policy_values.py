"""Says what a key of a policy file holds as people type it, and reads what they typed back."""

import re
from collections.abc import Callable, Mapping
from datetime import date, time
from typing import Any

from alongside.domain.dates import parse_date, parse_minutes, parse_time, say_date, say_time
from alongside.domain.errors import UserError
from alongside.domain.money import Money
from alongside.domain.policy_keys import LEFT_OUT, Holds, Key
from alongside.domain.policy_table import plain
from alongside.i18n import _

_BETWEEN = "; "


def say_value(key: Key, value: Any) -> str:
    """Return the text in the field of a key that holds `value`; None is an empty field."""
    if value is None:
        return ""
    return _SAY.get(key.holds, str)(value).strip()


def say_some(key: Key, value: Any) -> str:
    """Return what an example holds in the words of its form: all that would be ticked, or a number.

    A list is in the order of the form, and an empty one is what its key says that it means.
    """
    if key.holds is not Holds.SOME:
        return say_value(key, value)
    return ", ".join(words for each, words in key.choices if each in value) or key.none


def how_to_type(key: Key) -> str:
    """Return the hint of a key's field: its own, or how what it holds is typed."""
    return key.hint or {
        Holds.MONEY: _("Pounds and pence, like 12.50"),
        Holds.LENGTH: _("Hours, like 1.5 or 1:30"),
        Holds.NUMBER: _("A whole number"),
        Holds.MILES: _("Miles, like 12.5"),
        Holds.DAY: _("For example 9 May 2026 or 9/5/2026"),
        Holds.TIME: _("For example 13:30"),
        Holds.DAYS: _("Days with a semicolon between"),
        Holds.NAMES: _("Names with a semicolon between"),
    }.get(key.holds, "")


def read_value(key: Key, text: str, field: str) -> Any:
    """Return what the file holds for the `text` in a field. Raise UserError on `field`."""
    read = _READ.get(key.holds)
    if key.holds is Holds.NUMBER:
        return _number(text, field, key.most)
    return read(text, field) if read else text.strip()


def chosen(key: Key, value: Any) -> Any:
    """Return which of the key's choices `value` is, as they are spelled in `choices`."""
    known = [each for each, _words in key.choices]
    if isinstance(value, str):
        return next((each for each in known if plain(str(each)) == plain(value)), value)
    return known[0] if value is None and known else value


def without_empty(keys: Mapping[str, Key], values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the `values` of a form as the file has them, without what stands for nothing."""
    found = {}
    for name, value in values.items():
        key = keys[name]
        is_first = key.holds is Holds.CHOICE and value == key.choices[0][0]
        is_default = not key.is_needed and (
            is_first or (value is False and key.holds is Holds.TICK)
        )
        is_nothing = value is None or (value == [] and not key.is_needed and not key.none)
        if not is_default and not is_nothing and value != LEFT_OUT:
            found[name] = value
    return found


def as_length(minutes: int) -> str:
    """Return a length of time as the file has it ("1:30")."""
    return f"{minutes // 60}:{minutes % 60:02}"


def as_money(amount: Money) -> str:
    """Return an amount as the file has it ("12.50")."""
    pounds, pence = divmod(amount.pence, 100)
    return f"{pounds}.{pence:02}"


def _number(text: str, field: str, most: int) -> int:
    typed = text.strip().replace(",", "")
    if not (typed.isascii() and typed.isdigit() and len(typed) <= 9 and int(typed) <= most):
        words = _("Type a whole number from 0 to {most}.")
        raise UserError(field, words.format(most=f"{most:,}"))
    return int(typed)


def _days(text: str, field: str) -> list[date]:
    return [parse_date(each, field) for each in re.split("[,;]", text) if each.strip()]


def _names(text: str, _field: str) -> list[str]:
    return [each.strip() for each in text.split(";") if each.strip()]


def _say_clock(value: str | time) -> str:
    return say_time(parse_time(value, "") if isinstance(value, str) else value)


_SAY: Mapping[Holds, Callable[[Any], str]] = {
    Holds.LENGTH: lambda value: as_length(parse_minutes(str(value), "")),
    Holds.DAY: say_date,
    Holds.TIME: _say_clock,
    Holds.DAYS: lambda days: _BETWEEN.join(map(say_date, days)),
    Holds.NAMES: _BETWEEN.join,
}
_READ: Mapping[Holds, Callable[[str, str], Any]] = {
    Holds.MONEY: lambda text, field: as_money(Money.parse(text, field)),
    Holds.LENGTH: lambda text, field: as_length(parse_minutes(text, field)),
    Holds.DAY: parse_date,
    Holds.TIME: lambda text, field: say_time(parse_time(text, field)),
    Holds.DAYS: _days,
    Holds.NAMES: _names,
}
