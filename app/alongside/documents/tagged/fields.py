"""Fields of a PDF that can be filled in on a screen: a box to tick, a line to write on.

ISO 32000-1, 12.7; ISO 14289-1, 7.18. Their letters are embedded: without, a viewer would take any
font, or none.
"""

from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFStream,
    PDFString,
)
from reportlab.pdfbase.ttfonts import TTFont

from alongside.documents.tagged.fonts import TrueFont
from alongside.documents.tagged.text import Field
from alongside.domain.marks import Font

Rectangle = tuple[float, float, float, float]

_PRINTED = 4
"""The flag of an annotation that is printed with its page."""
_LATIN_1 = (*range(32, 127), *range(161, 256))
"""What can be typed: the codes that a viewer uses for these letters are the letters' own."""
_NAME = "FieldLetters"
_SIZE = 14
_MULTILINE_FROM = 60.0
_MULTILINE = 1 << 12
_IN = 0.22
"""How far the mark of a tick keeps from the edges of its box, as a share of it."""


class _TypedFont(TrueFont):
    """Our regular font with a fixed set of letters, each in the code that a viewer types."""

    def letters_for(self, document: PDFDocument) -> str:
        """Return the name of these letters in `document`, which will embed them."""
        state = TTFont.State(asciiReadable=False, ttf=self)
        codes = [0] * 256
        for code in _LATIN_1:
            if code in self.face.charToGlyph:
                codes[code] = code
        codes[32] = 32
        state.assignments = {code: code for code in codes if code}
        state.subsets = [codes]
        self.state[document] = state
        return str(self.getSubsetInternalName(0, document))[1:]


@cache
def _typed_font() -> _TypedFont:
    made = _TypedFont(Font.REGULAR, "Typed")
    made.face.subfontNameX = b"-Typed"  # beside the letters of the paper, which have the same name
    pdfmetrics._fonts[made.fontName] = made  # noqa: SLF001  as in fonts.true_font
    return made


class Fields:
    """The fields of one document, in the order that they were added."""

    def __init__(self, document: PDFDocument) -> None:
        self._document = document
        self._made: list[PDFObjectReference] = []
        self._names: dict[str, int] = {}
        self._states: dict[float, tuple[PDFObjectReference, PDFObjectReference]] = {}

    def add(self, field: Field, box: Rectangle, owner: int) -> PDFObjectReference:
        """Return a new field in `box` (left, foot, right, top); `owner` is its StructParent."""
        made = {
            "Type": PDFName("Annot"), "Subtype": PDFName("Widget"), "Rect": PDFArray(box),
            "F": _PRINTED, "T": PDFString(self._name(field.label)), "TU": PDFString(field.label),
            "StructParent": owner,
        }  # fmt: skip
        width, height = box[2] - box[0], box[3] - box[1]
        if field.is_tick:
            ticked, empty = self._ticks(width)
            states = PDFDictionary({"Yes": ticked, "Off": empty})
            made |= {"FT": PDFName("Btn"), "V": PDFName("Off"), "AS": PDFName("Off"),
                     "AP": PDFDictionary({"N": states})}  # fmt: skip
        else:
            nothing = self._document.Reference(_drawing("/Tx BMC EMC", width, height))
            made |= {"FT": PDFName("Tx"), "DA": PDFString(f"/{_NAME} {_SIZE} Tf 0 g"),
                     "AP": PDFDictionary({"N": nothing}),
                     "Ff": _MULTILINE if height >= _MULTILINE_FROM else 0}  # fmt: skip
        reference = self._document.Reference(PDFDictionary(made))
        self._made.append(reference)
        return reference

    def form(self) -> PDFDictionary | None:
        """Return the form for the catalogue, or None if nothing can be filled in."""
        if not self._made:
            return None
        letters = PDFObjectReference(_typed_font().letters_for(self._document))
        fonts = PDFDictionary({_NAME: letters})
        return PDFDictionary({
            "Fields": PDFArray(self._made),
            "DR": PDFDictionary({"Font": fonts}),
            "DA": PDFString(f"/{_NAME} {_SIZE} Tf 0 g"),
        })  # fmt: skip

    def _name(self, label: str) -> str:
        """Return a name that no other field has; a full stop would part it."""
        name = label.replace(".", "")
        self._names[name] = number = self._names.get(name, 0) + 1
        return name if number == 1 else f"{name} ({number})"

    def _ticks(self, size: float) -> tuple[PDFObjectReference, PDFObjectReference]:
        """Return the looks of a box `size` wide, ticked and empty; boxes of a size share them."""
        if size not in self._states:
            low, middle, high = size * _IN, size * 0.42, size * (1 - _IN)
            tick = [
                "q", f"{size * 0.13:.2f} w 1 J 1 j", f"{low:.2f} {size / 2:.2f} m",
                f"{middle:.2f} {low:.2f} l", f"{high:.2f} {high:.2f} l S", "Q",
            ]  # fmt: skip
            looks = (_drawing("\n".join(tick), size, size), _drawing("", size, size))
            ticked, empty = (self._document.Reference(look) for look in looks)
            self._states[size] = (ticked, empty)
        return self._states[size]


def _drawing(content: str, width: float, height: float) -> PDFStream:
    kind = {
        "Type": PDFName("XObject"), "Subtype": PDFName("Form"), "Resources": PDFDictionary({}),
        "BBox": PDFArray([0, 0, round(width, 2), round(height, 2)]),
    }  # fmt: skip
    return PDFStream(PDFDictionary(kind), content.encode("ascii"))
