"""A document as a Word file in large print, for people who use their own software.

Headings, lists and language are Word's own, so that readers, magnifiers and its reading view know
them; nothing stands in columns. Its letters are the font that was chosen; where a computer has not
got that, one that every computer has.
"""

import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from itertools import groupby
from typing import Any

from alongside.documents.document import Document
from alongside.documents.letters import tidied
from alongside.documents.parts import (
    Blanks,
    Entry,
    Heading,
    Letterhead,
    Named,
    Paragraph,
    Part,
    Photos,
    Points,
    Table,
    Tick,
    Title,
    Totals,
    Word,
)
from alongside.domain.paper_style import PaperStyle
from alongside.domain.tints import BLACK
from alongside.i18n import _, speaking

_POINTS = 18
_FONT = "Arial"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip file knows: with the day of today in it, no two were the same."""
_NAMESPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BOX = "☐"
_FALLBACK = (
    '<w:font w:name="{family}"><w:altName w:val="{other}"/><w:charset w:val="00"/>'
    '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
)
"""ISO/IEC 29500-1, 17.8.3.1: the other name of a font."""


def word_file(document: Document) -> bytes:
    """Return `document` as a .docx; the same document gives the same bytes.

    It has every word of plain text, in its order.
    """
    with speaking(document.language):
        document = tidied(document)
        # translators: the code of the language that these words are in
        file = _File(_("en-GB"), document.style)
        if document.banner:
            file.paragraph(document.banner, is_bold=True)
        for kind, group in groupby(document.parts, key=type):
            for part in group:
                file.put(part)
            if kind is Named:
                file.gap()
        file.foot(document.foot)
        return file.written(document.title, document.organisation, document.subject)


class _File:
    """A Word file, put together part by part."""

    def __init__(self, language: str, look: PaperStyle) -> None:
        import docx  # a heavy one, only when it is needed
        from docx.enum.text import WD_LINE_SPACING
        from docx.shared import Pt, RGBColor

        self._pt: Any = Pt
        self._made = docx.Document()
        self._colour = None
        if look.colour != BLACK:
            self._colour = RGBColor.from_string(look.colour[1:].upper())
        family = look.font.family if look.font else _FONT
        for name in ("Normal", "Title", "Heading 1", "Heading 2", "Heading 3", "List Bullet"):
            style = self._made.styles[name]
            style.font.name = family
            style.font.size = Pt(_SIZES.get(name, _POINTS))
            style.font.color.rgb = self._colour if name.startswith("Heading") else None
            style.font.italic = False
            style.paragraph_format.space_after = Pt(8)
            style.paragraph_format.line_spacing_rule = WD_LINE_SPACING.ONE_POINT_FIVE
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for of in list(fonts.attrib):
                if of.endswith("Theme"):
                    del fonts.attrib[of]
            for of in ("ascii", "hAnsi", "cs", "eastAsia"):
                fonts.set(f"{_NAMESPACE}{of}", family)
        for said in self._made.styles.element.iter(f"{_NAMESPACE}lang"):
            said.set(f"{_NAMESPACE}val", language)
        if look.font:
            self._name_fallback(family)
        self._language = language

    def put(self, part: Part) -> None:
        """Add one part."""
        match part:
            case Photos(title, notes, photos):
                self._made.add_heading(title, 2)
                for words in (*notes, *(photo.words for photo in photos)):
                    self.paragraph(words)
            case Letterhead(organisation, address):
                self._whose(organisation)
                self.paragraph(address)
            case Title(words):
                self._made.add_heading(words, 1)
            case Heading(words, level):
                self._made.add_heading(words, level)
            case Paragraph(words, is_bold):
                self.paragraph(words, is_bold=is_bold)
            case Points(sentences):
                self._points(sentences)
            case Named(name, value):
                self._named(name, value)
            case Entry(words, amount, details):
                said = [_("Amount: {amount}").format(amount=amount)] if amount else []
                self.paragraph(words, is_bold=True, is_kept=True)
                self._points([*said, *details])
            case Totals(totals):
                for total in totals:
                    self._named(total.name, total.amount, is_bold=total.is_main)
                self.gap()
            case Tick(words):
                box = _("Box to tick: {words}").format(words=words)
                self.paragraph(f"{_BOX} {box}")
            case Blanks(labels):
                self._blanks(labels)
            case Word(number, word, spelled):
                words = _("{number}, {word}: {letters}")
                self.paragraph(words.format(number=number, word=word, letters=spelled))
            case Table():
                for row in part.titled():
                    self.paragraph(row.name, is_bold=True, is_kept=True)
                    for name, value in row.filled:
                        self._named(name, value)
                    self._blanks(row.to_write)
            case _:
                raise TypeError(type(part).__name__)

    def paragraph(self, words: str, *, is_bold: bool = False, is_kept: bool = False) -> None:
        """Add a sentence or some; one that `is_kept` stays on the page of the next."""
        if words:
            made = self._made.add_paragraph()
            made.add_run(words).bold = is_bold
            made.paragraph_format.keep_with_next = is_kept

    def gap(self) -> None:
        """Leave more room before what comes next."""
        self._made.paragraphs[-1].paragraph_format.space_after = self._pt(_POINTS)

    def foot(self, words: str) -> None:
        """Say at the foot of each page which paper it is, and once more at the end."""
        self._made.sections[0].footer.paragraphs[0].text = words
        self.paragraph(words)

    def written(self, title: str, author: str, subject: str) -> bytes:
        """Return the file, each of its parts as old as the others."""
        kept = self._made.core_properties
        kept.title, kept.author, kept.subject = title, author, subject
        kept.language, kept.comments, kept.last_modified_by = self._language, "", ""
        kept.created = kept.modified = datetime(*_LONG_AGO, tzinfo=UTC)
        first, second = BytesIO(), BytesIO()
        self._made.save(first)
        with zipfile.ZipFile(first) as packed, zipfile.ZipFile(second, "w") as again:
            for entry in packed.infolist():
                same = zipfile.ZipInfo(entry.filename, _LONG_AGO)
                same.compress_type = zipfile.ZIP_DEFLATED
                again.writestr(same, packed.read(entry))
        return second.getvalue()

    def _whose(self, organisation: str) -> None:
        """Add whose paper it is, in the colour of headings."""
        self.paragraph(organisation, is_bold=True)
        if organisation and self._colour:
            self._made.paragraphs[-1].runs[0].font.color.rgb = self._colour

    def _name_fallback(self, family: str) -> None:
        """Say which font stands in for `family` where a computer has not got it."""
        from docx.opc.constants import RELATIONSHIP_TYPE

        table = self._made.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
        entry = _FALLBACK.format(family=family, other=_FONT).encode()
        table._blob = table.blob.replace(b"</w:fonts>", entry + b"</w:fonts>")  # noqa: SLF001

    def _named(self, name: str, value: str, *, is_bold: bool = False) -> None:
        made = self._made.add_paragraph()
        made.paragraph_format.space_after = self._pt(2)
        made.add_run(_("{name}:").format(name=name) + " ").bold = True
        made.add_run(value).bold = is_bold

    def _points(self, sentences: Sequence[str]) -> None:
        for words in sentences:
            self._made.add_paragraph(words, style="List Bullet")

    def _blanks(self, labels: Sequence[str]) -> None:
        """Add lines to write on, each under its label: room with an edge, not a row of signs."""
        from docx.oxml import OxmlElement

        for label in labels:
            words = _("Line to write on: {words}").format(words=label)
            self.paragraph(words, is_kept=True)
            room = self._made.add_paragraph()
            room.paragraph_format.space_before = self._pt(_POINTS)
            edges, edge = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
            for name, value in _EDGE.items():
                edge.set(f"{_NAMESPACE}{name}", value)
            edges.append(edge)
            room.paragraph_format.element.get_or_add_pPr().append(edges)


_EDGE = {"val": "single", "sz": "12", "space": "1", "color": "000000"}
"""A line of one and a half points."""
_SIZES = {"Heading 1": 28, "Heading 2": 23, "Heading 3": 20}
"""How large headings are, in points; all else is large print."""
