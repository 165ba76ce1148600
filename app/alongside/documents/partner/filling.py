"""Fills a partner's PDF: its fields, which stay fields, and places where it has none."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
)

from alongside.documents.claim_form import draft_words
from alongside.documents.fonts import printable
from alongside.documents.partner.field_looks import FieldLooks
from alongside.documents.partner.geometry import POINTS, PageShape, shape_of
from alongside.documents.partner.lettering import Stamps, adopt, fitted, numbers
from alongside.documents.partner.refusals import too_wide
from alongside.documents.partner.widgets import widgets_of
from alongside.domain.errors import UserError
from alongside.domain.partner_map import LEAST_LETTERS, Filling

_NAME = "/AlongsideStamp"
_DRAFT_SIZE = 12
_DRAFT_FROM_TOP = 20.0


def fill(data: bytes, filled: Sequence[Filling], whose: str, *, is_draft: bool = False) -> bytes:
    """Return a copy of the PDF `data` that says what `filled` has; a draft says that it is one.

    Raise UserError, naming the person `whose` it is and the fact, for what does not fit even in 8
    point, is none of the options of a choice, or has a letter that cannot be printed.
    """
    writer = PdfWriter(clone_from=BytesIO(data))
    _let_ours_be_seen(writer)
    stamps = Stamps()
    looks = FieldLooks(stamps)
    by_field = {(f.entry.field, f.entry.state): f for f in filled if f.entry.field}
    for widget in list(widgets_of(writer.pages)):
        state = widget.state if widget.is_radio else ""
        filling = by_field.get((widget.name, state))
        if filling is not None:
            looks.fill(widget, _checked(filling, whose), whose)
    shapes = [shape_of(page) for page in writer.pages]
    sheets: list[tuple[int, int]] = []
    for number, shape in enumerate(shapes):
        placed = [f for f in filled if not f.entry.field and f.entry.page == number + 1]
        if placed or is_draft:
            stamps.begin(shape.seen_width, shape.seen_height)
            for filling in placed:
                _place(stamps, shape, _checked(filling, whose), whose)
            if is_draft:
                _say_draft(stamps, shape)
            sheets.append((number, stamps.end()))
    made = stamps.finish(writer)
    looks.put(writer, made)
    for number, stamp in sheets:
        _lay_over(writer, writer.pages[number], shapes[number], made[stamp])
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _let_ours_be_seen(writer: Any) -> None:
    """Take away what would make a program draw the fields anew, or call the file tampered with."""
    root = writer.root_object
    if "/Perms" in root:
        del root["/Perms"]
    form = root.get("/AcroForm")
    if form is not None:
        form.get_object()[NameObject("/NeedAppearances")] = BooleanObject(False)


def _checked(filling: Filling, whose: str) -> Filling:
    """Return a filling whose words can all be printed, tidied."""
    if isinstance(filling.value, bool):
        return filling
    try:
        return Filling(filling.entry, printable(filling.value), filling.words)
    except UserError as error:
        raise UserError("", f"{whose}: {error.words}", error.help) from None


def _place(stamps: Stamps, shape: PageShape, filling: Filling, whose: str) -> None:
    """Write one value at its place; `top` is where its letters begin."""
    entry = filling.entry
    value = filling.value if isinstance(filling.value, str) else "X" if filling.value else ""
    if not value:
        return
    fit = fitted(value, entry.letters, entry.width * POINTS)
    if fit is None:
        raise too_wide(filling, whose)
    baseline = shape.seen_height - entry.top * POINTS - entry.letters * 0.8
    stamps.write(entry.left * POINTS, baseline, value, fit.size)


def _say_draft(stamps: Stamps, shape: PageShape) -> None:
    words = draft_words()
    fit = fitted(words, _DRAFT_SIZE, shape.seen_width) or fitted(words, LEAST_LETTERS, 1e6)
    assert fit is not None
    box = (0.0, shape.seen_height - _DRAFT_FROM_TOP, shape.seen_width, _DRAFT_SIZE * 1.5)
    stamps.write_lines(box, fit, 1)


def _lay_over(writer: Any, page: Any, shape: PageShape, stamp: Any) -> None:
    """Lay a stamp over a page; what the page says itself stays as it is, byte for byte."""
    stamp[NameObject("/Matrix")] = numbers(shape.matrix)
    if "/Resources" in page:
        resources = DictionaryObject(page["/Resources"].get_object())
    else:
        resources = DictionaryObject(_inherited_resources(page))
    named = resources.get("/XObject")
    objects = DictionaryObject(named.get_object() if named is not None else {})
    objects[NameObject(_NAME)] = adopt(writer, stamp)
    resources[NameObject("/XObject")] = objects
    page[NameObject("/Resources")] = resources
    was = page.get("/Contents")
    there = was.get_object() if was is not None else None
    between = list(there) if isinstance(there, ArrayObject) else [was] if was is not None else []
    before = adopt(writer, _stream(b"q\n"))
    after = adopt(writer, _stream(f"\nQ\nq {_NAME} Do Q\n".encode()))
    page[NameObject("/Contents")] = ArrayObject([before, *between, after])


def _inherited_resources(page: Any) -> Any:
    parent, steps = page.get("/Parent"), 0
    while parent is not None and steps < 32:
        each = parent.get_object()
        if "/Resources" in each:
            return each["/Resources"].get_object()
        parent, steps = each.get("/Parent"), steps + 1
    return {}


def _stream(data: bytes) -> DecodedStreamObject:
    made = DecodedStreamObject()
    made.set_data(data)
    return made
