"""What a filled field of somebody else's PDF looks like, as its maker wanted it, in our fonts.

Programs that only print, and many that show, draw what is kept here and nothing else.
"""

import re
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from alongside.documents.fonts import width
from alongside.documents.partner.lettering import Lines, Stamps, adopt, fitted, numbers
from alongside.documents.partner.refusals import no_such_option, too_long, too_wide
from alongside.documents.partner.widgets import COMB, MULTILINE, Widget
from alongside.domain.marks import Font
from alongside.domain.partner_map import LEAST_LETTERS, FieldKind, Filling

_SIZE = re.compile(r"([\d.]+)\s+Tf")
_LARGEST = 12.0
"""Points of letters where the form leaves the size open."""
_EDGE = 2.0
"""Points between the edge of a field and its letters, as other programs keep."""
_TURNS = {90: (0, 1, -1, 0), 180: (-1, 0, 0, -1), 270: (0, -1, 1, 0)}


class FieldLooks:
    """Fills fields, and remembers which stamp is to be put where once all are drawn."""

    def __init__(self, stamps: Stamps) -> None:
        self._stamps = stamps
        self._drawn: list[tuple[Widget, int]] = []

    def fill(self, widget: Widget, filling: Filling, whose: str) -> None:
        """Give one place of a field its value. Raise UserError if it cannot be there."""
        if widget.kind is FieldKind.TICK:
            if isinstance(filling.value, bool):
                _tick(widget, is_on=filling.value)
        elif widget.kind.takes_facts and isinstance(filling.value, str):
            kept = self._kept(widget, filling, whose)
            widget.field[NameObject("/V")] = TextStringObject(kept)
            widget.annotation.pop("/RV", None)
            self._draw(widget, filling, whose)

    def put(self, writer: Any, stamps: list[Any]) -> None:
        """Put the stamps into the fields that they were drawn for."""
        for widget, number in self._drawn:
            stamp = stamps[number]
            turned, (across, high) = _turned(widget), _size(widget)
            if turned:
                x, y = {90: (across, 0), 180: (across, high), 270: (0, high)}[turned]
                stamp[NameObject("/Matrix")] = numbers((*_TURNS[turned], x, y))
            looks = DictionaryObject({NameObject("/N"): adopt(writer, stamp)})
            widget.annotation[NameObject("/AP")] = looks

    def _kept(self, widget: Widget, filling: Filling, whose: str) -> str:
        words = str(filling.value)
        if widget.kind is FieldKind.CHOICE and words:
            kept = [kept for kept, shown in widget.options if words in (kept, shown)]
            if not kept and not widget.takes_any_words:
                raise no_such_option(filling, whose)
            return kept[0] if kept else words
        most = int(widget.inherited("/MaxLen") or 0)
        if most and len(words) > most:
            raise too_long(filling, whose, most)
        return words

    def _draw(self, widget: Widget, filling: Filling, whose: str) -> None:
        across, high = _size(widget)
        if _turned(widget) in (90, 270):
            across, high = high, across
        words = str(filling.value)
        self._stamps.begin(across, high)
        self._frame(widget, across, high)
        most = int(widget.inherited("/MaxLen") or 0)
        if words and widget.flags & COMB and most:
            self._comb(words, across, high, most)
        elif words:
            is_tall = bool(widget.flags & MULTILINE)
            room, wanted = across - 2 * _EDGE, _letters(widget, high, is_tall=is_tall)
            fit = fitted(words, wanted, room, high - _EDGE if is_tall else None)
            if fit is None:
                raise too_wide(filling, whose)
            align = int(widget.inherited("/Q") or 0)
            if is_tall:
                self._stamps.write_lines(_top(fit, across, high), fit, align)
            else:
                self._stamps.write_lines((_EDGE, 0, room, high), fit, align)
        self._drawn.append((widget, self._stamps.end()))

    def _frame(self, widget: Widget, across: float, high: float) -> None:
        """Draw the ground and edge of a field, which are part of what it looks like."""
        character = widget.annotation.get("/MK")
        looks = character.get_object() if character is not None else {}
        canvas = self._stamps.canvas
        if ground := _colour(looks.get("/BG")):
            _fill_colour(canvas, ground)
            canvas.rect(0, 0, across, high, stroke=0, fill=1)
        if edge := _colour(looks.get("/BC")):
            style = widget.annotation.get("/BS")
            thick = float(style.get_object().get("/W", 1)) if style is not None else 1.0
            if thick > 0:
                _stroke_colour(canvas, edge)
                canvas.setLineWidth(thick)
                canvas.rect(thick / 2, thick / 2, across - thick, high - thick, stroke=1, fill=0)
        canvas.setFillGray(0)

    def _comb(self, words: str, across: float, high: float, most: int) -> None:
        """Write a letter into each of the cells of a field."""
        cell = across / most
        size = max(LEAST_LETTERS, min(_LARGEST, high * 0.7))
        for place, letter in enumerate(words):
            x = place * cell + (cell - width(letter, Font.REGULAR, size)) / 2
            self._stamps.write(x, (high - size * 0.72) / 2, letter, size)


def _tick(widget: Widget, *, is_on: bool) -> None:
    """Mark a box or leave it; of several boxes, one that is left changes no other."""
    on, off = NameObject(f"/{widget.state}"), NameObject("/Off")
    widget.annotation[NameObject("/AS")] = on if is_on else off
    if is_on or not widget.is_radio:
        widget.field[NameObject("/V")] = on if is_on else off


def _size(widget: Widget) -> tuple[float, float]:
    x1, y1, x2, y2 = widget.rect
    return max(1.0, x2 - x1), max(1.0, y2 - y1)


def _turned(widget: Widget) -> int:
    character = widget.annotation.get("/MK")
    turned = int(character.get_object().get("/R", 0)) if character is not None else 0
    return turned % 360 if turned % 360 in _TURNS else 0


def _letters(widget: Widget, high: float, *, is_tall: bool) -> float:
    """Return how large the letters are to be: as the form says, or as the field is high."""
    found = _SIZE.search(str(widget.inherited("/DA") or ""))
    wanted = float(found[1]) if found else 0.0
    if not wanted:
        wanted = _LARGEST if is_tall else min(_LARGEST, high * 0.75)
    return max(float(LEAST_LETTERS), wanted)


def _top(fit: Lines, across: float, high: float) -> tuple[float, float, float, float]:
    """Return the part of a tall field, from its top, that lines are written into."""
    if len(fit.lines) == 1:
        line = fit.size * 1.4
        return _EDGE, high - line - _EDGE / 2, across - 2 * _EDGE, line
    return _EDGE, 0, across - 2 * _EDGE, high - _EDGE / 2


def _colour(given: Any) -> list[float]:
    found = given.get_object() if given is not None else None
    if not isinstance(found, ArrayObject) or len(found) not in (1, 3, 4):
        return []
    return [min(1.0, max(0.0, float(each))) for each in found]


def _fill_colour(canvas: Any, colour: list[float]) -> None:
    {1: canvas.setFillGray, 3: canvas.setFillColorRGB, 4: canvas.setFillColorCMYK}[len(colour)](
        *colour
    )


def _stroke_colour(canvas: Any, colour: list[float]) -> None:
    set_colour = {
        1: canvas.setStrokeGray, 3: canvas.setStrokeColorRGB, 4: canvas.setStrokeColorCMYK,
    }  # fmt: skip
    set_colour[len(colour)](*colour)
