"""A document in the edition that its reader prefers: as a file, and as pages to look at.

All editions are made from the same parts, so no fact is in one and missing from another. Who
prefers a format that has no edition of its own gets standard print. An edition is loaded when it
is first wanted: most offices use two or three.
"""

from collections.abc import Sequence

from alongside.documents.document import Document
from alongside.documents.editions import standard
from alongside.domain.marks import PageMarks
from alongside.domain.people import Format
from alongside.domain.tints import Tint

_ENDINGS = {
    Format.PLAIN_TEXT: ".txt",
    Format.WEB_PAGE: ".html",
    Format.WORD_FILE: ".docx",
    Format.BRAILLE: ".brf",
}
_MARK = "\ufeff"
"""Tells a program of any age that a text is UTF-8: Windows' own needed it for years."""


def ending_of(edition: Format) -> str:
    """Return the ending of the file that a document in this format is."""
    return _ENDINGS.get(edition, ".pdf")


def write(document: Document, edition: Format, tint: Tint = Tint.WHITE) -> bytes:
    """Return `document` as a file, paper of it in the colours of `tint`.

    Text, web pages and Word files have the colours of whoever reads them. Raise UserError for a
    letter that cannot be printed, WorldError if this computer cannot make the edition.
    """
    if edition is Format.PLAIN_TEXT:
        from alongside.documents.editions.plain_text import plain_text

        return (_MARK + plain_text(document).replace("\n", "\r\n")).encode()
    if edition is Format.WEB_PAGE:
        from alongside.documents.editions.web_page import web_page

        return web_page(document).encode()
    if edition is Format.WORD_FILE:
        from alongside.documents.editions.word_file import word_file

        return word_file(document)
    if edition is Format.BRAILLE:
        from alongside.documents.editions.braille_file import braille_file

        return braille_file(document)
    if edition is Format.EASY_READ:
        from alongside.documents.editions import easy_read

        return easy_read.draw(document, tint)
    if edition.is_large:
        from alongside.documents.editions import large_print

        return large_print.draw(document, edition.points, tint)
    return standard.draw(document, tint)


def pages_of(document: Document, edition: Format, tint: Tint = Tint.WHITE) -> Sequence[PageMarks]:
    """Return `document` as pages for a screen or a printer. Raise UserError as for writing."""
    if edition is Format.EASY_READ:
        from alongside.documents.editions import easy_read

        return easy_read.lay_out(document, tint)
    if edition.is_large:
        from alongside.documents.editions import large_print

        return large_print.lay_out(document, edition.points, tint)
    return standard.lay_out(document, tint)
