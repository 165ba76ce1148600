"""Tables: columns as wide as their words ask, rows never parted, their titles on each page."""

from collections.abc import Callable, Sequence

from alongside.documents.parts import TableColumn
from alongside.documents.setting import FINE, STRONG, line_height
from alongside.documents.tagged.pages import Band, as_artifact
from alongside.documents.tagged.refused import RefusedError
from alongside.documents.tagged.structure import Element
from alongside.documents.tagged.text import Piece, Run, set_lines, whole_width, widest_word
from alongside.domain.marks import Rule

_BETWEEN = 14.0
_PAD = 4.0
_ALMOST = 0.01
"""Sums of widths differ in the last places; a column is that much wider than it must be."""

Cell = Callable[[Element], Sequence[Run]]
"""Gives the words of one cell, for the element that they will belong to."""


def table_bands(
    inside: Element, head: Sequence[Cell], rows: Sequence[Sequence[Cell]], size: float,
    x: float, room: float, columns: Sequence[TableColumn] = (), height: float = 0.0,
) -> list[Band]:  # fmt: skip
    """Return a table as bands from `x`: titles, then rows. The first cell of a row names it.

    Rows are `height` points high at least. One to write on has a line under each cell apart, so
    that it is seen where one ends.
    """
    columns = columns or [TableColumn("")] * len(head)
    table = inside.inside("Table")
    titles = table.inside("THead").inside("TR")
    body = table.inside("TBody")
    filled = [[cell(titles.inside("TH", Scope="Column")) for cell in head]]
    for row in rows:
        line = body.inside("TR")
        kinds = [line.inside("TH", Scope="Row"), *(line.inside("TD") for _cell in row[1:])]
        filled.append([cell(kind) for cell, kind in zip(row, kinds, strict=True)])
    widths = column_widths(filled, size, room, columns)
    first, *others = [
        _row(cells, list(zip(columns, widths, strict=True)), size, x,
             *((STRONG, 0.0) if number == 0 else (FINE, height)))
        for number, cells in enumerate(filled)
    ]  # fmt: skip
    again = as_artifact(first)
    return [first, *(Band(band.height, band.pieces, head=again) for band in others)]


def column_widths(
    rows: Sequence[Sequence[Sequence[Run]]], size: float, room: float,
    kinds: Sequence[TableColumn] = (),
) -> list[float]:  # fmt: skip
    """Return a width for each column: all its words in a line if there is room, else a share.

    Refuse a table whose longest words do not fit beside one another.
    """
    columns = list(zip(*rows, strict=True))
    room -= _BETWEEN * (len(columns) - 1)
    kinds = kinds or [TableColumn("")] * len(columns)
    least, most = (
        [max(kind.least, *(measure(cell, size) for cell in column)) + _ALMOST
         for kind, column in zip(kinds, columns, strict=True)]
        for measure in (widest_word, whole_width)
    )  # fmt: skip
    if sum(least) > room:
        raise RefusedError(f"the words of a table ask for {sum(least):.0f} of {room:.0f} points")
    if sum(most) <= room:
        written = sum(kind.is_to_write for kind in kinds)
        share = (room - sum(most)) / max(1, written)
        return [m + share * kind.is_to_write for m, kind in zip(most, kinds, strict=True)]
    wishes = [wanted - must for wanted, must in zip(most, least, strict=True)]
    left = room - sum(least)
    return [must + left * wish / sum(wishes) for must, wish in zip(least, wishes, strict=True)]


def _row(
    cells: Sequence[Sequence[Run]], columns: Sequence[tuple[TableColumn, float]], size: float,
    x: float, rule: float, least: float,
) -> Band:  # fmt: skip
    pieces: list[Piece] = []
    height, left = least, x
    is_to_write = any(not run.words.strip() for cell in cells for run in cell)
    for cell, (column, wide) in zip(cells, columns, strict=True):
        start = left
        if column.is_amount:
            start += max(0.0, wide - whole_width(cell, size))
        lines = set_lines(cell, size, start, wide)
        for number, line in enumerate(lines):
            pieces += [piece.lowered(_PAD + number * line_height(size)) for piece in line]
        height = max(height, _PAD * 2 + len(lines) * line_height(size))
        left += wide + _BETWEEN
    spans, left = [], x
    for _column, wide in columns:
        spans.append((left, left + wide))
        left += wide + _BETWEEN
    if not is_to_write:
        spans = [(x, left - _BETWEEN)]
    rules = [Piece(Rule(start, height, end, height, rule), None) for start, end in spans]
    return Band(height, [*pieces, *rules])
