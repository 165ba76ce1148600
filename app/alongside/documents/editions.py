"""A claim form in the format that its reader prefers: as a file, and as pages to look at.

All editions are made from the same parts of one finished sheet. Who prefers a format that has no
edition of its own gets standard print.
"""

from collections.abc import Sequence

from alongside.documents.claim_form import lay_out
from alongside.documents.large_form import draw_large_form, lay_out_large
from alongside.documents.page_text import claim_form_text
from alongside.documents.pdf import draw_claim_form
from alongside.documents.web_form import web_form
from alongside.domain.marks import PageMarks
from alongside.domain.people import Format
from alongside.domain.sheets import ClaimSheet

_ENDINGS = {Format.PLAIN_TEXT: ".txt", Format.WEB_PAGE: ".html"}
_MARK = "\ufeff"
"""Tells a program of any age that a text is UTF-8: Windows' own needed it for years."""


def ending_of(edition: Format) -> str:
    """Return the ending of the file that a form in this format is."""
    return _ENDINGS.get(edition, ".pdf")


def write(sheet: ClaimSheet, edition: Format) -> bytes:
    """Return `sheet`'s form as a file. Raise UserError for a letter that cannot be printed."""
    if edition is Format.PLAIN_TEXT:
        return (_MARK + claim_form_text(sheet).replace("\n", "\r\n")).encode()
    if edition is Format.WEB_PAGE:
        return web_form(sheet).encode()
    if edition.is_large:
        return draw_large_form(sheet, edition.points)
    return draw_claim_form(sheet)


def pages_of(sheet: ClaimSheet, edition: Format) -> Sequence[PageMarks]:
    """Return `sheet`'s form as pages for a screen or a printer. Raise UserError as for writing."""
    if edition.is_large:
        return lay_out_large(sheet, edition.points)
    return lay_out(sheet)
