"""A canvas on which everything is painted inside a tag, or as an artifact that nobody reads out."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFString,
)
from reportlab.pdfgen.canvas import Canvas

from alongside.documents.outlines import said
from alongside.documents.tagged.fields import Fields, shares
from alongside.documents.tagged.fonts import true_font
from alongside.documents.tagged.metadata import metadata
from alongside.documents.tagged.painted import painted_text
from alongside.documents.tagged.refused import RefusedError
from alongside.documents.tagged.structure import Element, Painted, Pressed, Tree
from alongside.documents.tagged.text import Field
from alongside.documents.tagged.written import name_of
from alongside.domain.marks import Text
from alongside.domain.paper_style import PLAIN, PaperStyle
from alongside.domain.tints import Tint

rl_config.useA85 = 0
"""Bytes as they are: as letters they are a quarter more, and need not be since the last century."""

_PAINTS = re.compile(r"(?<!\S)(Tj|TJ|'|\"|f\*?|F|S|s|B\*?|b\*?|sh|Do|EI)(?!\S)")
_END = "EMC"
_PRINTED = 4
"""The flag of an annotation that is printed with its page."""


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """reportlab's canvas with a structure tree. The same paper always gives the same bytes.

    `tree` may have elements already that were not painted yet: what is laid out before. `tint`
    has the colours of paper and ink, `style` the font and the colour of headings.
    """

    def __init__(
        self, file: BinaryIO, size: tuple[float, float], tree: Tree, *, title: str, author: str,
        language: str, subject: str = "", tint: Tint = Tint.WHITE,
        style: PaperStyle = PLAIN,
    ) -> None:  # fmt: skip
        if not all(words.strip() for words in (title, author, language)):
            raise RefusedError("a document says its title, its language and who it is from")
        super().__init__(
            file, pagesize=size, invariant=1, lang=language, pdfVersion=(1, 7),
            initialFontName=true_font(style.letters.regular),
        )  # fmt: skip
        self.tree = tree
        self.regular = style.letters.regular
        self._fields = Fields(self._doc, tint.ink, self.regular)
        self._tint, self._colour = tint, style.colour_on(tint)
        self._owners: list[Element] = []
        self._inside = ""
        self.setTitle(title)
        self.setSubject(subject or title)
        self.setAuthor(author)
        self.setCreator("Alongside")
        self.setViewerPreference("DisplayDocTitle", "true")
        catalogue = self._doc.Catalog
        catalogue.MarkInfo = PDFDictionary({"Marked": "true"})
        catalogue.Metadata = metadata(title, language)

    @contextmanager
    def tag(self, element: Element) -> Iterator[None]:
        """Paint what follows in `element`, which takes its place in the tree now."""
        self.tree.place(element)
        number = len(self._owners)
        self._owners.append(element)
        element.kids.append(Painted(self._doc.thisPageRef(), number))
        words = f" {said(element.shows)}" if element.shows else ""
        with self._marked(element.kind, f"/{element.kind} <</MCID {number}{words}>> BDC"):
            yield

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """Paint what follows for the eye alone: a rule ("Layout"), a page number ("Pagination")."""
        with self._marked("Artifact", f"/Artifact <</Type /{kind}>> BDC"):
            yield

    @contextmanager
    def _marked(self, kind: str, start: str) -> Iterator[None]:
        if self._inside:
            raise RefusedError(f"{kind} is begun inside {self._inside}")
        self._inside = kind
        self._code.append(start)
        yield
        self._code.append(_END)
        self._inside = ""

    def colour_page(self) -> None:
        """Paint the page in the colour of the paper, and all that follows on it in the ink."""
        if self._tint is Tint.WHITE:
            return
        wide, high = self._pagesize
        place = f"<</Type /Background /BBox [0 0 {wide:.2f} {high:.2f}]>>"
        with self._marked("Artifact", f"/Artifact {place} BDC"):
            self._code.append(f"{shares(self._tint.paper)} rg 0 0 {wide:.2f} {high:.2f} re")
            self._code.append("f")
        self._code.append(f"{shares(self._tint.ink)} rg {shares(self._tint.ink)} RG")

    @contextmanager
    def coloured(self) -> Iterator[None]:
        """Paint what follows in the colour of headings, if that is not the ink itself."""
        is_ink = self._colour == self._tint.ink
        if not is_ink:
            self._code.append(f"{shares(self._colour)} rg {shares(self._colour)} RG")
        yield
        if not is_ink:
            self._code.append(f"{shares(self._tint.ink)} rg {shares(self._tint.ink)} RG")

    def put(self, code: str) -> None:
        """Paint what is in the language of pages already."""
        self._code.append(code)

    def put_text(self, mark: Text, height: float) -> None:
        """Paint words on a page of `height` points. Refuse a letter that its font lacks."""
        self._code.append(painted_text(mark, height, self._doc))

    def link(
        self, element: Element, box: tuple[float, float, float, float], target: str, words: str
    ) -> None:
        """Let `box` (left, foot, right, top) be pressed, as part of the Link `element`.

        `target` is "#" and a place, or an address of the web; `words` say where it leads.
        """
        if element.kind != "Link" or not element.is_placed:
            raise RefusedError("what can be pressed belongs to a Link that was painted")
        if not words.strip():
            raise RefusedError("a link says where it leads")
        pressed = {
            "Type": PDFName("Annot"), "Subtype": PDFName("Link"), "Rect": PDFArray(box),
            "Border": PDFArray([0, 0, 0]), "F": _PRINTED, "Contents": PDFString(words),
            "StructParent": self.tree.own(element),
        }  # fmt: skip
        if target.startswith("#"):
            pressed["Dest"] = self._bookmarkReference(target[1:])
        else:
            action = {"S": PDFName("URI"), "URI": PDFString(target)}
            pressed["A"] = PDFDictionary(action)
        reference = self._doc.Reference(PDFDictionary(pressed))
        self._annotationrefs.append(reference)
        element.kids.append(Pressed(self._doc.thisPageRef(), name_of(reference, self._doc)))

    def field(self, field: Field, box: tuple[float, float, float, float]) -> None:
        """Let `box` (left, foot, right, top) be filled in on a screen."""
        if not field.label.strip():
            raise RefusedError("a field says what belongs into it")
        form = field.inside.inside("Form")
        self.tree.place(form)
        name = self._fields.add(field, box, self.tree.own(form))
        self._annotationrefs.append(name)
        form.kids.append(Pressed(self._doc.thisPageRef(), name))

    def showPage(self) -> None:  # noqa: N802  reportlab's own
        """End the page. Refuse it if anything on it has no tag."""
        if self._inside:
            raise RefusedError(f"a page ends inside {self._inside}")
        self._check_tags()
        name = self._doc.thisPageName()
        super().showPage()
        page = self._doc.idToObject[name]
        page.__NoDefault__ = [*page.__NoDefault__, "Tabs", "StructParents"]
        page.Tabs = PDFName("S")
        page.StructParents = self.tree.own(self._owners)
        self._owners = []

    def save(self) -> None:
        """Write the file, with its tree."""
        if self._code:
            self.showPage()
        catalogue = self._doc.Catalog
        catalogue.StructTreeRoot = self.tree.write(self._doc)
        if form := self._fields.form():
            catalogue.AcroForm = form
        super().save()

    def _check_tags(self) -> None:
        is_inside = False
        for code in self._code:
            if code.endswith("BDC"):
                is_inside = True
            elif code == _END:
                is_inside = False
            elif not is_inside and _PAINTS.search(code):
                raise RefusedError(f"painted outside any tag: {code}")
