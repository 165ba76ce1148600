"""The structure tree: what a screen reader walks through, in the order that things are painted.

ISO 32000-1, 14.7 and 14.8; ISO 14289-1, 7. An element takes its place in the tree when something
is first painted in it, so the order of the tree is the order of the paper.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObjectReference

from alongside.documents.tagged.refused import RefusedError
from alongside.documents.tagged.written import Written, add, name_of, said
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
    """An annotation, by its name in the file: what can be pressed or filled in on a page."""

    page: PDFObjectReference
    annotation: str


@dataclass(eq=False, slots=True)
class Element:
    """One element: its kind (a standard structure type), where it stands, what is in it.

    `attributes` are those of its kind, each a name: {"Scope": "Row"} of a TH. `alt` says what a
    Figure shows. One that `shows` words as outlines says them, and their language.
    """

    kind: str
    parent: "Element | None" = None
    attributes: Mapping[str, str] = field(default_factory=dict)
    kids: "list[Element | Painted | Pressed]" = field(default_factory=list)
    is_placed: bool = False
    alt: str = ""
    shows: Shaped | None = None

    def inside(self, kind: str, **attributes: str) -> "Element":
        """Return a new element that will stand in this one."""
        return Element(kind, self, attributes)

    def figure(self, alt: str) -> "Element":
        """Return a new picture that will stand in this one; `alt` says what it shows."""
        return Element("Figure", self, alt=alt)

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
        if element.kind == "Figure" and not element.alt.strip():
            raise RefusedError("a picture says what it shows")
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

    def write(self, document: PDFDocument) -> str:
        """Add the tree to `document`; return the name of its root, for the catalogue."""
        written: dict[Element, str] = {}
        root = Written()
        name = name_of(root, document)
        whole = self._write(document, self.root, name, written)
        numbers = []
        for number, owners in enumerate(self._owners):
            if isinstance(owners, Element):
                numbers.append(f"{number} {written[owners]}")
            else:
                numbers.append(f"{number} [{' '.join(written[each] for each in owners)}]")
        parents = add(document, f"<< /Nums [{' '.join(numbers)}] >>")
        root.content = (
            f"<< /Type /StructTreeRoot /K [{whole}] /ParentTree {parents} "
            f"/ParentTreeNextKey {len(self._owners)} >>"
        ).encode("ascii")
        return name

    def _write(
        self, document: PDFDocument, element: Element, parent: str, written: dict[Element, str]
    ) -> str:  # fmt: skip
        """Write `element` and all that is in it; return its name."""
        made = Written()
        written[element] = name = name_of(made, document)
        page = next((kid.page for kid in element.kids if not isinstance(kid, Element)), None)
        kids = " ".join(
            self._write(document, kid, name, written)
            if isinstance(kid, Element)
            else _kid(kid, page, document)
            for kid in element.kids
        )
        more = f" /Pg {name_of(page, document)}" if page else ""
        if element.alt:
            more += f" /Alt {said(element.alt, document)}"
        if element.shows:
            more += f" /ActualText {said(element.shows.words, document)}"
            more += f" /Lang {said(element.shows.language, document)}"
        if element.attributes:
            values = " ".join(f"/{name} /{value}" for name, value in element.attributes.items())
            more += f" /A << /O /{_owner(element)} {values} >>"
        content = f"<< /S /{element.kind} /P {parent} /K [{kids}]{more} >>"
        made.content = content.encode("latin-1")
        return name


def _kid(
    kid: Painted | Pressed, usual: PDFObjectReference | None, document: PDFDocument
) -> str:  # fmt: skip
    """Return what an element says of a kid; only one on another than its `usual` page names it."""
    if isinstance(kid, Painted) and usual is not None and kid.page.name == usual.name:
        return str(kid.number)
    page = name_of(kid.page, document)  # only now: a page has its name when it is whole
    if isinstance(kid, Painted):
        return f"<< /Type /MCR /Pg {page} /MCID {kid.number} >>"
    return f"<< /Type /OBJR /Pg {page} /Obj {kid.annotation} >>"


def _owner(element: Element) -> str:
    return "List" if element.kind == "L" else "Table"
