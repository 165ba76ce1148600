"""The pages of a receipt, to look at, print or compare: a picture is one, a PDF has several."""

from dataclasses import dataclass

from alongside.domain.errors import UserError
from alongside.domain.receipt_files import ReceiptKind
from alongside.i18n import _

MOST_SHEETS = 10
"""A receipt has one page or two; a file of hundreds must not fill the paper or the memory."""

_DOTS = 150
"""To an inch: small print stays clear on paper, and on the screen when it is larger."""


@dataclass(frozen=True, slots=True)
class ReceiptSheet:
    """A page of a receipt as a picture, and the words on it: "" for a photo or a scan."""

    picture: bytes
    words: str


@dataclass(frozen=True, slots=True)
class ReceiptSheets:
    """The pages of a receipt in order. `note` says that there are more of them, or is ""."""

    sheets: tuple[ReceiptSheet, ...]
    note: str = ""


def sheets_of(data: bytes, kind: ReceiptKind) -> ReceiptSheets:
    """Return the pages of a receipt.

    Raise UserError for a PDF that is locked, damaged or takes too long. A program of its own reads
    PDFs, so that a bad one reaches no records.
    """
    if kind.is_picture:
        return ReceiptSheets((ReceiptSheet(data, ""),))
    from alongside.documents.foreign import apart
    from alongside.documents.foreign.faults import BadPdfError, PdfFault

    try:
        found = apart.sheets_of(data, _DOTS, MOST_SHEETS)
    except BadPdfError as error:
        words = {
            PdfFault.LOCKED: _("This PDF is locked with a password, so it is not shown. "
                               "Save a copy to open it in another program."),
            PdfFault.TOO_SLOW: _("This PDF takes too long to draw, so it is not shown. "
                                 "Save a copy to open it in another program."),
        }  # fmt: skip
        damaged = _("This PDF is damaged, so it is not shown. Ask for it again.")
        raise UserError("", words.get(error.fault, damaged)) from None
    note = ""
    if found.of > len(found.sheets):
        note = _("This PDF has {of} pages. The first {shown} are shown.").format(
            of=found.of, shown=len(found.sheets)
        )
    return ReceiptSheets(tuple(ReceiptSheet(s.picture, s.words) for s in found.sheets), note)
