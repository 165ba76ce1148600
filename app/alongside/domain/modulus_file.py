"""Reads the two tables of modulus checking as they are published, and refuses what is not so.

Each row of `valacdos` is a range of sort codes, a method, fourteen weights and perhaps an
exception; each row of `scsubtab` two sort codes. Neither comes with Alongside: their licence is
not known to allow it, and they are issued anew several times a year.
"""

import re
from collections.abc import Iterator

from alongside.domain.errors import UserError
from alongside.domain.modulus import Method, ModulusTable, Weights
from alongside.i18n import _

LAST_EXCEPTION = 14
MOST_ROWS = 20_000
"""Of one table: the real one has some 1,150, and more is another file."""

_SORT_CODE = re.compile(r"[0-9]{6}")
_WEIGHT = re.compile(r"-?[0-9]{1,3}")
_EXCEPTION = re.compile(r"[0-9]{1,2}")


def read_tables(weights_text: str, substitutions_text: str, edition: str = "") -> ModulusTable:
    """Return the table that the texts of both files make.

    Empty lines are passed over, and lines that begin with “#”. The first of those says which
    edition it is, unless `edition` does: the published files do not say, but their names do.
    Raise UserError on `weights` or `substitutions`, naming the line.
    """
    rows, said = [], edition.strip()
    for number, line in _lines(weights_text, "weights"):
        if not line.startswith("#"):
            rows.append(_weights(number, line))
        elif not said:
            said = line.strip("# \t")
    if not rows:
        raise UserError("weights", _("There are no rows in the table of weights."))
    _check_ranges(rows)
    substitutes: dict[str, str] = {}
    for number, line in _lines(substitutions_text, "substitutions"):
        if line.startswith("#"):
            continue
        codes = line.split()
        if len(codes) != 2 or not all(map(_SORT_CODE.fullmatch, codes)):
            words = _("Line {line} should be two sort codes of six figures each.")
            raise UserError("substitutions", words.format(line=number))
        if codes[0] in substitutes:
            words = _("Line {line} exchanges the sort code {code} a second time.")
            raise UserError("substitutions", words.format(line=number, code=codes[0]))
        substitutes[codes[0]] = codes[1]
    return ModulusTable(tuple(row for _number, row in rows), substitutes, said)


def _lines(text: str, field: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that are not empty with their numbers; old files end in a mark of DOS."""
    lines = text.removeprefix("\ufeff").rstrip("\x1a\r\n \t").splitlines()
    if len(lines) > MOST_ROWS:
        raise UserError(field, _("This is too long for a table of modulus checking."))
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield number, line.strip()


def _weights(number: int, line: str) -> tuple[int, Weights]:
    parts = line.split()
    if len(parts) not in (17, 18):
        words = _(
            "Line {line} should be two sort codes, a method, fourteen weights, "
            "and after them an exception or nothing."
        )
        raise _fault(words, number)
    first, last, method = parts[:3]
    for code in (first, last):
        if not _SORT_CODE.fullmatch(code):
            raise _fault(
                _("On line {line}, “{text}” is no sort code of six figures."), number, code
            )
    if first > last:
        raise _fault(_("On line {line}, the range ends before it begins."), number)
    if method not in set(Method):
        words = _("On line {line}, “{text}” is none of MOD10, MOD11 and DBLAL.")
        raise _fault(words, number, method)
    for weight in parts[3:17]:
        if not _WEIGHT.fullmatch(weight):
            words = _("On line {line}, “{text}” is no weight: they are whole numbers.")
            raise _fault(words, number, weight)
    exception = parts[17] if len(parts) == 18 else "0"
    is_known = _EXCEPTION.fullmatch(exception) and int(exception) <= LAST_EXCEPTION
    if not is_known or (len(parts) == 18 and int(exception) == 0):
        words = _("On line {line}, “{text}” is no exception: they are numbered 1 to 14.")
        raise _fault(words, number, exception)
    weights = tuple(map(int, parts[3:17]))
    return number, Weights(first, last, Method(method), weights, int(exception))


def _check_ranges(rows: list[tuple[int, Weights]]) -> None:
    """Refuse a third row for any sort code: the specification has one check or two."""
    reached: list[str] = []
    for number, row in sorted(rows, key=lambda each: (each[1].first, each[0])):
        reached = [last for last in reached if last >= row.first]
        if len(reached) == 2:
            words = _("Line {line} is the third row for the sort code {text}: there may be two.")
            raise _fault(words, number, row.first)
        reached.append(row.last)


def _fault(words: str, number: int, text: str = "") -> UserError:
    return UserError("weights", words.format(line=number, text=text))
