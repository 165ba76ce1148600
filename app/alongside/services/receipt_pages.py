"""The receipts of a claim as pages after its form, each numbered to the line that it proves."""

from collections.abc import Sequence
from dataclasses import replace
from textwrap import shorten
from typing import TYPE_CHECKING
from uuid import UUID

from alongside.domain.dates import say_date
from alongside.domain.errors import UserError
from alongside.domain.receipt_files import ReceiptKind, ReceiptPages
from alongside.i18n import _, speaking
from alongside.services.receipt_sheets import ReceiptSheet, sheets_of
from alongside.store import receipts
from alongside.store.tables import Receipt
from alongside.store.work import Session

if TYPE_CHECKING:
    from alongside.documents.document import Document
    from alongside.documents.parts import Photo

_HEARD = 1000
"""Letters of a picture's words that are heard where it stands: a receipt has a few hundred."""


def with_receipts(
    session: Session, document: "Document", claim_id: UUID, pages: ReceiptPages
) -> "Document":
    """Return `document` with a claim's receipts at its end, in the order of their numbers.

    One that cannot be shown is named there; it stops nothing. Only one at a time is unpacked.
    """
    from alongside.documents.parts import Photos

    photos: list[Photo] = []
    notes = []
    with speaking(document.language):
        for receipt in receipts.of_claim(session, claim_id):
            # translators: a receipt, and what is said of it
            said = _("{receipt}. {words}")
            name = _named(receipt)
            try:
                shown = sheets_of(receipts.content(session, receipt.sha256), receipt.kind)
                photos += _photos(receipt, name, shown.sheets, pages)
                why = shown.note
            except UserError as error:
                why = error.words
            except ValueError:
                why = _("Its picture is too large or damaged, so it is not shown here.")
            if why:
                notes.append(said.format(receipt=name, words=why))
        if not photos and not notes:
            return document
        made = Photos(_("Receipts"), tuple(notes), tuple(photos), int(pages))
    return replace(document, parts=(*document.parts, made))


def _photos(
    receipt: Receipt, name: str, sheets: Sequence[ReceiptSheet], pages: ReceiptPages
) -> list["Photo"]:
    """Return the pages of a receipt, numbered where there are several."""
    from alongside.documents.parts import Photo
    from alongside.documents.receipt_picture import prepared

    kind = receipt.kind if receipt.kind.is_picture else ReceiptKind.PNG
    found = []
    for number, sheet in enumerate(sheets, 1):
        words, shows = name, _("Picture of receipt {number}").format(number=receipt.number)
        if len(sheets) > 1:
            # translators: a receipt, and which of its pages this is
            words = _("{receipt}, page {page} of {of}").format(
                receipt=name, page=number, of=len(sheets))  # fmt: skip
            shows = _("Picture of receipt {number}, page {page}").format(
                number=receipt.number, page=number)  # fmt: skip
        if sheet.words:
            # translators: what a picture shows, and the words in it
            shows = _("{picture}. It says: {words}").format(
                picture=shows, words=shorten(sheet.words, _HEARD, placeholder=" …"))  # fmt: skip
        photos = prepared(sheet.picture, kind, receipt.turned, pages)
        found.append(Photo(words, shows, *photos))
    return found


def _named(receipt: Receipt) -> str:
    line = receipt.line if receipt.line and not receipt.line.is_removed else None
    if line is None:
        return _("Receipt {number}, for no line yet").format(number=receipt.number)
    words = _("Receipt {number}: {line}, {amount}")
    if line.day:
        words = _("Receipt {number}, {day}: {line}, {amount}")
    day = say_date(line.day) if line.day else ""
    return words.format(number=receipt.number, day=day, line=line.words, amount=line.amount)
