"""The fields of a PDF as its file has them: each place where one stands, with what it inherits."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from alongside.domain.partner_map import FieldKind

_DEEPEST = 32
"""How far up the parents of a field are asked: a file may go round in circles."""

_RADIO, _PUSH, _COMBO, _EDITABLE = 1 << 15, 1 << 16, 1 << 17, 1 << 18
MULTILINE, COMB = 1 << 12, 1 << 24
"""Flags of a field (ISO 32000-1, tables 226 to 230)."""


@dataclass(frozen=True, slots=True)
class Widget:
    """One place of one field. `annotation` is the place, `field` what has the value, of pypdf."""

    name: str
    kind: FieldKind
    page: int
    annotation: Any
    field: Any
    flags: int
    state: str

    @property
    def is_radio(self) -> bool:
        """Whether it is one of several boxes of which one is marked."""
        return self.kind is FieldKind.TICK and bool(self.flags & _RADIO)

    @property
    def takes_any_words(self) -> bool:
        """Whether other words than the options of a choice can be put there."""
        return self.kind is FieldKind.TEXT or bool(self.flags & _EDITABLE and self.flags & _COMBO)

    @property
    def rect(self) -> tuple[float, float, float, float]:
        """Its corners in the points of the file: left, bottom, right, top."""
        x1, y1, x2, y2 = (float(each) for each in self.annotation["/Rect"])
        return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)

    def inherited(self, key: str) -> Any:
        """Return what it or its parents say under a key, or None."""
        return _inherited(self.annotation, key)

    @property
    def options(self) -> list[tuple[str, str]]:
        """The options of a choice: what is kept, and what is shown."""
        found = []
        for each in self.inherited("/Opt") or []:
            pair = each.get_object()
            is_pair = isinstance(pair, list)
            kept, shown = (pair[0], pair[1]) if is_pair else (pair, pair)
            found.append((str(kept), str(shown)))
        return found


def widgets_of(pages: Any) -> Iterator[Widget]:
    """Yield every place of every field on these pages of pypdf, in their order on the pages."""
    for number, page in enumerate(pages, 1):
        annotations = page.get("/Annots")
        for each in annotations.get_object() if annotations is not None else []:
            annotation = each.get_object()
            if annotation.get("/Subtype") == "/Widget" and "/Rect" in annotation:
                yield _widget(annotation, number)


def _widget(annotation: Any, page: int) -> Widget:
    flags = int(_inherited(annotation, "/Ff") or 0)
    kind = _kind(_inherited(annotation, "/FT"), flags)
    state = _state(annotation) if kind is FieldKind.TICK else ""
    names = [str(each["/T"]) for each in reversed(list(_upwards(annotation))) if "/T" in each]
    field = next((each for each in _upwards(annotation) if "/T" in each), annotation)
    return Widget(".".join(names), kind, page, annotation, field, flags, state)


def _kind(kind: Any, flags: int) -> FieldKind:
    if kind == "/Tx":
        return FieldKind.TEXT
    if kind == "/Ch":
        return FieldKind.CHOICE
    if kind == "/Btn":
        return FieldKind.BUTTON if flags & _PUSH else FieldKind.TICK
    return FieldKind.SIGNATURE


def _state(annotation: Any) -> str:
    """Return what a box is called when it is marked."""
    looks = annotation.get("/AP")
    normal = looks.get_object().get("/N") if looks is not None else None
    states = normal.get_object() if normal is not None else {}
    return next((str(name)[1:] for name in states if name != "/Off"), "Yes")


def _upwards(annotation: Any) -> Iterator[Any]:
    each, steps = annotation, 0
    while each is not None and steps < _DEEPEST:
        yield each
        parent = each.get("/Parent")
        each, steps = (parent.get_object() if parent is not None else None), steps + 1


def _inherited(annotation: Any, key: str) -> Any:
    for each in _upwards(annotation):
        if key in each:
            return each[key]
    return None
