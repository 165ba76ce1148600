"""Whether an account number fits its sort code, by tables that the organisation puts in itself.

No table comes with Alongside: it is reissued several times a year, and may not be given on. What
does not fit is said, and never stops anybody (domain 8.1).
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from alongside.domain.change import Change, Kind
from alongside.domain.dates import say_date
from alongside.domain.errors import UserError, WorldError
from alongside.domain.modulus import Fit, ModulusTable
from alongside.domain.modulus_file import read_tables
from alongside.i18n import _, ngettext
from alongside.store import bank_layouts
from alongside.store.file import DataFile
from alongside.store.tables import ModulusTables
from alongside.store.work import reading, work

LARGEST_FILE = 2_000_000
"""Bytes. The published table has about 1,200 rows, 60 kilobytes."""


@dataclass(frozen=True, slots=True)
class KeepTables:
    """Ask for the published tables in these files; the substitutions may be left out."""

    weights: Path
    substitutions: Path | None = None


class ModulusService:
    """Keep the published tables, and check account numbers by them."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def state(self) -> str:
        """Return in words which tables are there, and since when."""
        with reading(self._store) as session:
            row = bank_layouts.modulus_tables(session)
            if row is None:
                return _("No table yet: account numbers are not checked.")
            rows = _table(row.weights, row.substitutions).row_count
            words = ngettext("{n} row, added on {day}.", "{n} rows, added on {day}.", rows)
            return words.format(n=rows, day=say_date(row.added_on))

    def check(self, sort_code: str, account_number: str) -> Fit:
        """Return whether an account number fits its sort code, if that can be told."""
        with reading(self._store) as session:
            row = bank_layouts.modulus_tables(session)
            if row is None:
                return Fit.CANNOT_BE_CHECKED
            return _table(row.weights, row.substitutions).check(sort_code, account_number)

    def keep(self, request: KeepTables) -> Change:
        """Keep the tables in the place of those that were there.

        Raise UserError on `weights` or `substitutions` for a file that is no such table, naming
        the line; WorldError if it cannot be read.
        """
        weights = _text(request.weights)
        others = _text(request.substitutions) if request.substitutions else ""
        rows = read_tables(weights, others).row_count
        with work(self._store) as w:
            row = bank_layouts.modulus_tables(w.session)
            if row is None:
                row = ModulusTables()
                w.session.add(row)
            row.weights, row.substitutions = weights, others
            row.added_on = self._store.now().date()
            words = ngettext("Table for account numbers kept: {n} row",
                             "Table for account numbers kept: {n} rows", rows)  # fmt: skip
            return w.done(Change(words.format(n=rows), frozenset({Kind.SETTINGS}), row.id))


@lru_cache(maxsize=2)
def _table(weights: str, substitutions: str) -> ModulusTable:
    return read_tables(weights, substitutions)


def _text(file: Path) -> str:
    try:
        if file.stat().st_size > LARGEST_FILE:
            raise UserError("weights", _("{name} is too large for a table.").format(name=file.name))
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise UserError("weights", _("{name} is not a text file.").format(name=file.name)) from None
    except OSError:
        raise WorldError(_("{name} cannot be read.").format(name=file.name)) from None
