"""Reads a list out of a spreadsheet, as text; what is wicked or far too large is refused first."""

import csv
import io
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import IO, Any

from alongside.domain.dates import say_date
from alongside.domain.errors import UserError
from alongside.i18n import _

MOST_BYTES, MOST_UNPACKED = 10 * 2**20, 200 * 2**20
MOST_ROWS, MOST_COLUMNS, MOST_LETTERS = 5_000, 60, 4_000
"""More is no list of people: it would only keep the computer busy, or fill its memory."""

_BROKEN = (
    ArithmeticError, AttributeError, EOFError, LookupError, OSError, RuntimeError, StopIteration,
    SyntaxError, TypeError, ValueError, zipfile.BadZipFile, zlib.error,
)  # fmt: skip
"""What a broken or wicked workbook makes the library raise."""

_CHUNK = 2**20
_LOCAL_HEADER = 30
"""Bytes before the name in what stands before each part of a zip (PKWARE's APPNOTE, 4.3.7)."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row as text, as wide as the headings; `number` is what the spreadsheet shows beside it."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list: what stands over its columns, and its rows that are not empty."""

    headings: tuple[str, ...]
    rows: tuple[SheetRow, ...]


def read(path: Path) -> Sheet:
    """Return the first list in an .xlsx or .csv file. Raise UserError on `path` in a sentence."""
    readers = {".xlsx": _workbook, ".xlsm": _workbook, ".csv": _text, ".txt": _text, ".tsv": _text}
    reader = readers.get(path.suffix.casefold())
    if reader is None:
        words = _("{name} is no spreadsheet that can be read. Save it as .xlsx or .csv first.")
        raise _refused(words.format(name=path.name or str(path)))
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _too_large(path)
        with path.open("rb") as file:
            return _sheet(path, reader(path, file))
    except OSError as error:
        words = _("{name} cannot be read: it is not there, or is kept from you.")
        raise _refused(words.format(name=path.name)) from error


def _sheet(path: Path, rows: Iterable[list[str]]) -> Sheet:
    """Take the first row of several cells for the headings: above it stands at most a title."""
    wide = [(number, _cut(row)) for number, row in enumerate(rows, 1) if any(row)]
    if not wide:
        raise _refused(_("There is nothing in {name}.").format(name=path.name))
    top = next((at for at, (_number, row) in enumerate(wide) if len(row) > 1), 0)
    (_above, headings), *below = wide[top:]
    width = max(len(row) for _number, row in wide)
    if width > MOST_COLUMNS:
        raise _too_large(path)

    def widened(row: list[str]) -> tuple[str, ...]:
        return (*row, *[""] * (width - len(row)))

    return Sheet(widened(headings), tuple(SheetRow(number, widened(row)) for number, row in below))


def _cut(row: list[str]) -> list[str]:
    while row and not row[-1]:
        row.pop()
    return row


def _text(path: Path, file: IO[bytes]) -> Iterator[list[str]]:
    """Read what Excel, LibreOffice and online forms save: three codes, and any of four marks."""
    text = _decoded(file.read())
    try:
        dialect: Any = csv.Sniffer().sniff(text[:10_000], delimiters=",;\t|")
    except csv.Error:
        dialect = csv.excel
    try:
        rows = list(islice(csv.reader(io.StringIO(text, newline=""), dialect), MOST_ROWS + 1))
    except csv.Error as error:
        raise _refused(_("{name} is no list with columns.").format(name=path.name)) from error
    if len(rows) > MOST_ROWS:
        raise _too_large(path)
    return ([cell.strip()[:MOST_LETTERS] for cell in row] for row in rows)


def _decoded(kept: bytes) -> str:
    for code in (
        ("utf-8-sig", "utf-16") if kept[:2] in {b"\xff\xfe", b"\xfe\xff"} else ("utf-8-sig",)
    ):
        try:
            return kept.decode(code)
        except UnicodeDecodeError:
            continue
    return kept.decode("cp1252", errors="replace")


def _workbook(path: Path, file: IO[bytes]) -> list[list[str]]:
    """Read the first sheet that is not hidden: what its formulas came to, not the formulas."""
    from openpyxl import load_workbook  # slow, and seldom needed

    with warnings.catch_warnings(action="ignore"):  # of what it leaves out: colours, rules, charts
        try:
            if _unpacked(file) > MOST_UNPACKED:
                raise _too_large(path)
            file.seek(0)
            book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
            sheet = next(each for each in book.worksheets if each.sheet_state == "visible")
            found = sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS + 1)
            rows = [[_as_text(cell) for cell in row] for row in islice(found, MOST_ROWS + 1)]
        except _BROKEN as error:
            words = _("{name} is damaged, or is no spreadsheet.").format(name=path.name)
            raise _refused(words) from error
    if len(rows) > MOST_ROWS:
        raise _too_large(path)
    return rows


def _unpacked(file: IO[bytes]) -> int:
    """Count how large the parts of a zip are, whatever it says of itself; stop when too large."""
    total = 0
    with zipfile.ZipFile(file) as parts:
        for part in parts.infolist():
            file.seek(part.header_offset)
            header = file.read(_LOCAL_HEADER)
            name, extra = (int.from_bytes(header[at : at + 2], "little") for at in (26, 28))
            file.seek(part.header_offset + _LOCAL_HEADER + name + extra)
            kept = file.read(part.compress_size)
            if part.compress_type == zipfile.ZIP_STORED:
                total += len(kept)
                continue
            unpack = zlib.decompressobj(-zlib.MAX_WBITS)
            while kept and total <= MOST_UNPACKED:
                total += len(unpack.decompress(kept, _CHUNK))
                kept = unpack.unconsumed_tail
    return total


def _as_text(value: object) -> str:
    """Return a cell as a person reads it; a number that is whole without its nought behind."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return say_date(value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip()[:MOST_LETTERS]


def _too_large(path: Path) -> UserError:
    words = _("{name} is too large for a list of people. Keep only their rows, and save it again.")
    return _refused(words.format(name=path.name))


def _refused(words: str) -> UserError:
    return UserError("path", words)
