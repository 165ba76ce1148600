"""A claim form of a sheet, in whatever edition a test asks for."""

from collections.abc import Sequence

from alongside.documents.claim_form import claim_form
from alongside.documents.editions import pages_of, write
from alongside.documents.editions.plain_text import plain_text
from alongside.domain.marks import PageMarks
from alongside.domain.people import Format
from alongside.domain.sheets import ClaimSheet


def lay_out(sheet: ClaimSheet, edition: Format = Format.STANDARD) -> Sequence[PageMarks]:
    return pages_of(claim_form(sheet), edition)


def draw(sheet: ClaimSheet, edition: Format = Format.STANDARD) -> bytes:
    return write(claim_form(sheet), edition)


def text_of(sheet: ClaimSheet) -> str:
    return plain_text(claim_form(sheet))
