"""The fonts of tagged paper: every letter that is printed says which letter it is.

reportlab's own TrueType fonts print an empty box for a letter that they lack, and tell readers
that unused codes are U+0000, which ISO 14289-1, 7.21.7 forbids.
"""

from functools import cache
from itertools import groupby
from weakref import WeakKeyDictionary

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFStream, PDFZCompress
from reportlab.pdfbase.ttfonts import TTFont

from alongside.documents.fonts import load
from alongside.documents.tagged.refused import RefusedError

_MAP = """\
/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
_LETTERS_IN_A_BLOCK = 100


class TrueFont(TTFont):  # type: ignore[misc]
    """One of our fonts, which refuses letters it lacks and maps only letters that were used."""

    def __init__(self, file: str) -> None:
        """Share the letters of the plain font: a file is read once."""
        plain = load(file)
        self.__dict__.update(plain.__dict__)
        self.fontName = f"{file}-Tagged"
        self.state: WeakKeyDictionary[PDFDocument, TTFont.State] = WeakKeyDictionary()
        self._asciiReadable = False

    def splitString(self, text: str, doc: PDFDocument, encoding: str = "utf-8") -> list[object]:  # noqa: N802
        """Return `text` in the codes of this font. Refuse a letter that it does not have."""
        known = self.state[doc].assignments if doc in self.state else {}
        try:
            codes = [known[ord(letter)] for letter in text]
        except KeyError:  # a letter that this document has not had yet
            for letter in text:
                if ord(letter) not in self.face.charToGlyph:
                    raise RefusedError(f"{self.fontName} has no “{letter}”, in “{text}”") from None
            return list(super().splitString(text, doc, encoding))
        return [
            (subset, bytes(code & 0xFF for code in same))
            for subset, same in groupby(codes, key=lambda code: code >> 8)
        ]

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802
        """Add the font to `doc`, with our own map from codes to letters."""
        state = self.state[doc]
        codes = {code: letter for letter, code in state.assignments.items() if letter}
        super().addObjects(doc)
        for number in range(len(state.subsets)):
            made = doc.idToObject["BasicFonts"].dict[f"{state.internalName}+{number}"]
            used = {code & 0xFF: letter for code, letter in codes.items() if code >> 8 == number}
            stream = PDFStream(content=letter_map(used), filters=[PDFZCompress])
            made.ToUnicode = doc.Reference(stream)


def letter_map(used: dict[int, int]) -> bytes:
    """Return the map that gives each code in use its letter (ISO 32000-1, 9.10.3)."""
    return _MAP.format(blocks="\n".join(_blocks(used))).encode("ascii")


def _blocks(used: dict[int, int]) -> list[str]:
    """Return the lines that give each code its letter, in blocks as long as a map allows."""
    lines = [f"<{code:02X}> <{chr(used[code]).encode('utf-16-be').hex()}>" for code in sorted(used)]
    blocks = []
    for start in range(0, len(lines), _LETTERS_IN_A_BLOCK):
        block = lines[start : start + _LETTERS_IN_A_BLOCK]
        blocks += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return blocks


def true_font(file: str) -> str:
    """Return the name that a canvas knows the tagged edition of a font by (no ending)."""
    return _true_font(str(file))  # for a cache, a Font is another key than its name


@cache
def _true_font(file: str) -> str:
    made = TrueFont(file)
    # registerFont() would hand out whichever edition of a typeface came first, and issued claims,
    # whose pages must never change, are printed with the plain one.
    pdfmetrics._fonts[made.fontName] = made  # noqa: SLF001
    return str(made.fontName)
