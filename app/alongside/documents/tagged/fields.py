"""Fields of a PDF that can be filled in on a screen: a box to tick, a line to write on.

ISO 32000-1, 12.7; ISO 14289-1, 7.18. Their letters are embedded: without, a viewer would take any
font, or none.
"""

import zlib
from functools import cache

from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import FF_NONSYMBOLIC, FF_SYMBOLIC

from alongside.documents.fonts import load
from alongside.documents.tagged.fonts import letter_map
from alongside.documents.tagged.text import Field
from alongside.documents.tagged.written import add, add_stream, said
from alongside.domain.marks import Font
from alongside.domain.tints import BLACK

Rectangle = tuple[float, float, float, float]

_PRINTED = 4
"""The flag of an annotation that is printed with its page."""
_LATIN_1 = (*range(32, 127), *range(161, 256))
"""What can be typed: the codes that a viewer uses for these letters are the letters' own."""
_LOOK = "/Letters 14 Tf {ink}"
_IN = 0.22
"""How far the mark of a tick keeps from the edges of its box, as a share of it."""


class Fields:
    """The fields of one document, in the order that they were added.

    What is typed into them is in `font` and in `ink`, a #rrggbb.
    """

    def __init__(self, document: PDFDocument, ink: str = BLACK, font: Font = Font.REGULAR) -> None:
        self._document, self._font = document, font
        self._lines = "" if ink == BLACK else f"{shares(ink)} RG "
        self._look = _LOOK.format(ink="0 g" if ink == BLACK else f"{shares(ink)} rg")
        self._made: list[str] = []
        self._names: dict[str, int] = {}
        self._ticks: dict[float, str] = {}

    def add(self, field: Field, box: Rectangle, owner: int) -> str:
        """Return a new field in `box` (left, foot, right, top); `owner` is its StructParent."""
        width, height = box[2] - box[0], box[3] - box[1]
        if field.is_tick:
            kind = f"/FT /Btn /V /Off /AS /Off /AP << /N {self._looks_of_tick(width)} >>"
        else:
            empty = _drawing(self._document, "/Tx BMC EMC", width, height)
            kind = f"/FT /Tx /DA ({self._look}) /AP << /N {empty} >>"
        place = " ".join(f"{edge:.2f}" for edge in box)
        name = said(self._name(field.label), self._document)
        label = said(field.label, self._document)
        made = add(
            self._document,
            f"<< /Type /Annot /Subtype /Widget /Rect [{place}] /F {_PRINTED} /T {name} "
            f"/TU {label} /StructParent {owner} {kind} >>",
        )
        self._made.append(made)
        return made

    def form(self) -> str:
        """Return the form for the catalogue, "" if nothing can be filled in."""
        if not self._made:
            return ""
        letters = _embed(self._document, self._font)
        return add(
            self._document,
            f"<< /Fields [{' '.join(self._made)}] /DA ({self._look}) "
            f"/DR << /Font << /Letters {letters} >> >> >>",
        )

    def _name(self, label: str) -> str:
        """Return a name that no other field has; a full stop would part it."""
        name = label.replace(".", "")
        self._names[name] = number = self._names.get(name, 0) + 1
        return name if number == 1 else f"{name} ({number})"

    def _looks_of_tick(self, size: float) -> str:
        """Return the looks of a box `size` wide, ticked and empty; boxes of a size share them."""
        size = round(size, 2)
        if size not in self._ticks:
            low, middle, high = size * _IN, size * 0.42, size * (1 - _IN)
            tick = (
                f"q {self._lines}{size * 0.13:.2f} w 1 J 1 j {low:.2f} {size / 2:.2f} m "
                f"{middle:.2f} {low:.2f} l {high:.2f} {high:.2f} l S Q"
            )
            ticked = _drawing(self._document, tick, size, size)
            empty = _drawing(self._document, "", size, size)
            self._ticks[size] = f"<< /Yes {ticked} /Off {empty} >>"
        return self._ticks[size]


def shares(colour: str) -> str:
    """Return a colour (#rrggbb) as a PDF has it: its red, green and blue, each from 0 to 1."""
    return " ".join(f"{int(colour[at : at + 2], 16) / 255:.4g}" for at in (1, 3, 5))


def _drawing(document: PDFDocument, content: str, width: float, height: float) -> str:
    box = f"/BBox [0 0 {width:.2f} {height:.2f}]"
    kind = f"/Type /XObject /Subtype /Form /Resources << >> {box}"
    return add_stream(document, content.encode("ascii"), kind)


def _embed(document: PDFDocument, font: Font) -> str:
    """Put the letters of `font` that can be typed into `document`; return what others call them."""
    name = f"AAAAAA+{font.value}-Typed"
    file, length, letters, widths, face = _letters(font)
    kept = add_stream(document, file, f"/Filter /FlateDecode /Length1 {length}")
    names = add_stream(document, letters, "/Filter /FlateDecode")
    described = add(
        document, f"<< /Type /FontDescriptor /FontName /{name} {face} /FontFile2 {kept} >>"
    )
    return add(
        document,
        f"<< /Type /Font /Subtype /TrueType /BaseFont /{name} /FirstChar 0 /LastChar 255 "
        f"/Widths [{widths}] /ToUnicode {names} /FontDescriptor {described} >>",
    )


@cache
def _letters(font: Font) -> tuple[bytes, int, bytes, str, str]:
    """Return the file, its length, the map, the widths and the measures: the same in every PDF."""
    face = load(font).face
    codes = [0] * 256
    for code in _LATIN_1:
        codes[code] = code if code in face.charToGlyph else 0
    made = face.makeSubset(codes)
    letters = letter_map({code: code for code in codes if code})
    widths = " ".join(f"{face.getCharWidth(code):.0f}" for code in codes)
    box = " ".join(f"{edge:.0f}" for edge in face.bbox)
    measures = (
        f"/Flags {face.flags & ~FF_NONSYMBOLIC | FF_SYMBOLIC} /FontBBox [{box}] "
        f"/Ascent {face.ascent:.0f} /Descent {face.descent:.0f} /CapHeight {face.capHeight:.0f} "
        f"/ItalicAngle {face.italicAngle:.0f} /StemV {face.stemV:.0f}"
    )
    return zlib.compress(made), len(made), zlib.compress(letters), widths, measures
