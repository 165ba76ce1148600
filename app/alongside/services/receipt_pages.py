"""The receipts of a claim as pages after its form, each numbered to the line that it proves."""

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from alongside.domain.dates import say_date
from alongside.domain.receipt_files import ReceiptPages
from alongside.i18n import _, speaking
from alongside.store import receipts
from alongside.store.tables import Receipt
from alongside.store.work import Session

if TYPE_CHECKING:
    from alongside.documents.document import Document


def with_receipts(
    session: Session, document: "Document", claim_id: UUID, pages: ReceiptPages
) -> "Document":
    """Return `document` with a claim's receipts at its end, in the order of their numbers.

    One that is no picture, or cannot be shown, is named there; it stops nothing. Only one at a
    time is unpacked.
    """
    from alongside.documents.parts import Photo, Photos
    from alongside.documents.receipt_picture import prepared

    photos, notes = [], []
    with speaking(document.language):
        for receipt in receipts.of_claim(session, claim_id):
            words = _named(receipt)
            if not receipt.kind.is_picture:
                said = _("{receipt}. This is a PDF file. Print it from the claim’s receipts.")
                notes.append(said.format(receipt=words))
                continue
            try:
                data = receipts.content(session, receipt.sha256)
                picture, wide, high = prepared(data, receipt.kind, receipt.turned, pages)
            except ValueError:
                said = _("{receipt}. Its picture is too large or damaged, so it is not shown here.")
                notes.append(said.format(receipt=words))
                continue
            shows = _("Picture of receipt {number}").format(number=receipt.number)
            photos.append(Photo(words, shows, picture, wide, high))
        if not photos and not notes:
            return document
        made = Photos(_("Receipts"), tuple(notes), tuple(photos), int(pages))
    return replace(document, parts=(*document.parts, made))


def _named(receipt: Receipt) -> str:
    line = receipt.line if receipt.line and not receipt.line.is_removed else None
    if line is None:
        return _("Receipt {number}, for no line yet").format(number=receipt.number)
    words = _("Receipt {number}: {line}, {amount}")
    if line.day:
        words = _("Receipt {number}, {day}: {line}, {amount}")
    day = say_date(line.day) if line.day else ""
    return words.format(number=receipt.number, day=day, line=line.words, amount=line.amount)
