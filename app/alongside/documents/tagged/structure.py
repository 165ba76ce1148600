"""The structure tree: what a screen reader walks through, in the order that things are painted.

ISO 32000-1, 14.7 and 14.8; ISO 14289-1, 7. An element takes its place in the tree when something
is first painted in it, so the order of the tree is the order of the paper.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFString,
)

from alongside.documents.tagged.refused import RefusedError
from alongside.domain.marks import Shaped

_INSIDE = {
    "LI": {"L"},
    "Lbl": {"LI"},
    "LBody": {"LI"},
    "TOCI": {"TOC"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TR": {"Table", "THead", "TBody"},
    "TH": {"TR"},
    "TD": {"TR"},
}
"""What these may stand in; everything else may stand anywhere."""
_HEADING = re.compile(r"H([1-6])")


@dataclass(frozen=True, slots=True)
class Painted:
    """Marks on a page, by their number there."""

    page: PDFObjectReference
    number: int


@dataclass(frozen=True, slots=True)
class Pressed:
    """An annotation: what can be pressed on a page."""

    page: PDFObjectReference
    annotation: PDFObjectReference


@dataclass(eq=False, slots=True)
class Element:
    """One element: its kind (a standard structure type), where it stands, what is in it.

    `attributes` are those of its kind, each a name: {"Scope": "Row"} of a TH. One that `shows`
    words as outlines says them, and their language.
    """

    kind: str
    parent: "Element | None" = None
    attributes: Mapping[str, str] = field(default_factory=dict)
    kids: "list[Element | Painted | Pressed]" = field(default_factory=list)
    is_placed: bool = False
    shows: Shaped | None = None

    def inside(self, kind: str, **attributes: str) -> "Element":
        """Return a new element that will stand in this one."""
        return Element(kind, self, attributes)

    def showing(self, mark: Shaped) -> "Element":
        """Return a new element for words in this one that are painted as outlines."""
        return Element("Span", self, shows=mark)


class Tree:
    """The tree of one document, its root a Document."""

    def __init__(self) -> None:
        self.root = Element("Document", is_placed=True)
        self._level = 0
        self._owners: list[Element | list[Element]] = []

    def place(self, element: Element) -> None:
        """Give `element` its place, after all that was placed before. Refuse a wrong one."""
        if element.is_placed:
            return
        if element.parent is None:
            raise RefusedError(f"{element.kind} stands in nothing")
        allowed = _INSIDE.get(element.kind)
        if allowed and element.parent.kind not in allowed:
            raise RefusedError(f"{element.kind} cannot stand in {element.parent.kind}")
        if element.kind == "TH" and "Scope" not in element.attributes:
            raise RefusedError("a TH must say whether it names a row or a column")
        if found := _HEADING.fullmatch(element.kind):
            level = int(found[1])
            if level > self._level + 1:
                raise RefusedError(f"after a heading of level {self._level} comes {level}")
            self._level = level
        self.place(element.parent)
        element.parent.kids.append(element)
        element.is_placed = True

    def own(self, owners: "Element | list[Element]") -> int:
        """Return a number for the parent tree: of one annotation, or of a page's marks."""
        self._owners.append(owners)
        return len(self._owners) - 1

    def write(self, document: PDFDocument) -> PDFDictionary:
        """Return the root of the tree, ready for the catalogue of `document`."""
        written: dict[Element, PDFDictionary] = {}
        root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        self._write(document, self.root, document.Reference(root), written)
        numbers: list[object] = []
        for number, owners in enumerate(self._owners):
            if isinstance(owners, Element):
                found = document.Reference(written[owners])
            else:
                found = PDFArray([document.Reference(written[each]) for each in owners])
            numbers += [number, found]
        root["K"] = PDFArray([document.Reference(written[self.root])])
        root["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
        root["ParentTreeNextKey"] = len(self._owners)
        return root

    def _write(
        self,
        document: PDFDocument,
        element: Element,
        parent: PDFObjectReference,
        written: dict[Element, PDFDictionary],
    ) -> PDFObjectReference:
        made = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(element.kind)})
        written[element] = made
        reference = document.Reference(made)
        made["P"] = parent
        made["K"] = PDFArray([
            self._write(document, kid, reference, written) if isinstance(kid, Element)
            else _kid(kid)
            for kid in element.kids
        ])  # fmt: skip
        if element.shows:
            made["ActualText"] = PDFString(element.shows.words)
            made["Lang"] = PDFString(element.shows.language)
        if element.attributes:
            names = {name: PDFName(value) for name, value in element.attributes.items()}
            made["A"] = PDFDictionary({"O": PDFName(_owner(element)), **names})
        return reference


def _kid(kid: Painted | Pressed) -> PDFDictionary:
    if isinstance(kid, Painted):
        return PDFDictionary({"Type": PDFName("MCR"), "Pg": kid.page, "MCID": kid.number})
    return PDFDictionary({"Type": PDFName("OBJR"), "Pg": kid.page, "Obj": kid.annotation})


def _owner(element: Element) -> str:
    return "List" if element.kind == "L" else "Table"
