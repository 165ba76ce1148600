"""The map of a partner's form as a small JSON file that organisations can give one another."""

import json
from typing import Any

from alongside.domain.errors import UserError
from alongside.domain.partner_facts import FIXED, MOST_LINES, facts, known_keys
from alongside.domain.partner_map import (
    LEAST_LETTERS,
    MOST_LETTERS,
    USUAL_LETTERS,
    MapEntry,
    PartnerMap,
    say_length,
)
from alongside.i18n import _

LONGEST = 500_000
"""Letters: more is another file."""

_MARK = "partner-form-map"
_LARGEST_MM = 2000
_MOST_ENTRIES = 2000
_LONGEST_TEXT = 1000


def to_json(mapped: PartnerMap) -> str:
    """Return a map as text that `from_json` reads; what is as usual is left out."""
    entries = [_kept(entry) for entry in mapped.entries]
    kept = {"alongside": _MARK, "pound_sign": mapped.has_pounds, "entries": entries}
    return json.dumps(kept, ensure_ascii=False, indent=2)


def from_json(text: str) -> PartnerMap:
    """Return the map that `text` keeps. Raise UserError on `file`, naming the entry, if it is none.

    Nothing of a text from elsewhere is used before it was looked at.
    """
    if len(text) > LONGEST:
        raise _fault(_("This is too long for the map of a form."))
    try:
        kept = json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        words = _("This is no map of a form: it is not written as one is on line {line}.")
        raise _fault(words.format(line=error.lineno)) from None
    except (ValueError, RecursionError):
        raise _fault(_("This is no map of a form.")) from None
    if not isinstance(kept, dict) or kept.get("alongside") != _MARK:
        raise _fault(_("This is no map of a form."))
    listed = kept.get("entries")
    if not isinstance(listed, list) or len(listed) > _MOST_ENTRIES:
        raise _fault(_("This is no map of a form: it has no list of entries."))
    entries = tuple(_entry(number, each) for number, each in enumerate(listed, 1))
    return PartnerMap(entries, kept.get("pound_sign") is not False)


def _kept(entry: MapEntry) -> dict[str, Any]:
    kept: dict[str, Any] = {"fact": entry.fact}
    if (fact := facts().get(entry.fact)) and fact.part:
        kept["number"] = entry.number
    if entry.text:
        kept["text"] = entry.text
    if entry.field:
        kept["field"] = entry.field
        if entry.state:
            kept["box"] = entry.state
        return kept | ({"page": entry.page} if entry.page != 1 else {})
    return kept | {
        "page": entry.page, "left_mm": _mm(entry.left), "top_mm": _mm(entry.top),
        "width_mm": _mm(entry.width), "points": entry.letters,
    }  # fmt: skip


def _mm(tenths: int) -> float | int:
    return float(say_length(tenths)) if tenths % 10 else tenths // 10


def _entry(place: int, given: object) -> MapEntry:
    if not isinstance(given, dict):
        raise _wrong(place, "entries")
    fact = _words(place, given, "fact")
    if fact not in known_keys():
        raise _wrong(place, "fact")
    number = _whole(place, given, "number", 1, 1, MOST_LINES)
    text, name = _words(place, given, "text"), _words(place, given, "field")
    if fact == FIXED and not text:
        raise _wrong(place, "text")
    state, page = _words(place, given, "box"), _whole(place, given, "page", 1, 1, 20)
    if name:
        return MapEntry(fact, number, text, name, state, page)
    width = _tenths(place, given, "width_mm", 5 if facts()[fact].is_tick else None)
    return MapEntry(
        fact, number, text, page=page, left=_tenths(place, given, "left_mm", None),
        top=_tenths(place, given, "top_mm", None), width=width,
        letters=_whole(place, given, "points", USUAL_LETTERS, LEAST_LETTERS, MOST_LETTERS),
    )  # fmt: skip


def _words(place: int, given: dict[str, Any], key: str) -> str:
    value = given.get(key, "")
    if not isinstance(value, str) or len(value) > _LONGEST_TEXT:
        raise _wrong(place, key)
    return value


def _whole(place: int, given: dict[str, Any], key: str, usual: int, least: int, most: int) -> int:
    value = given.get(key, usual)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise _wrong(place, key)
    return value


def _tenths(place: int, given: dict[str, Any], key: str, usual: int | None) -> int:
    value = given.get(key, usual)
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise _wrong(place, key)
    if not 0 <= value <= _LARGEST_MM:  # what is no number at all is not between them either
        raise _wrong(place, key)
    return round(value * 10)


def _wrong(place: int, key: str) -> UserError:
    words = _("This map cannot be used: entry {number} has no good “{key}”.")
    return _fault(words.format(number=place, key=key))


def _fault(words: str) -> UserError:
    return UserError("file", words, "printing#a-partners-own-form")
