"""How papers are wanted: in which format, in which colours, and of forms with what after them."""

from dataclasses import dataclass

from alongside.domain.people import Format
from alongside.domain.receipt_files import ReceiptPages
from alongside.domain.tints import Tint


@dataclass(frozen=True, slots=True)
class Look:
    """Ask for papers in one `edition`, or each in its own: the person's, or the office's.

    `tint` has the colours of files; a printer has the colour of its paper.
    """

    edition: Format | None = None
    tint: Tint = Tint.WHITE

    def edition_for(self, own: Format) -> Format:
        """Return the format of a paper whose own is `own`."""
        return self.edition or own

    def ending_for(self, own: Format) -> str:
        """Return the ending of the file that a paper is whose own format is `own`."""
        from alongside.documents.editions import ending_of  # paper is loaded when it is needed

        return ending_of(self.edition_for(own))


@dataclass(frozen=True, slots=True)
class FormLook(Look):
    """Ask for claim forms so.

    Those that are `is_completed` end in what the office did, where a claim is approved; their
    receipts come after them. If they have a `has_cover`, a list of them all lies on top.
    """

    is_completed: bool = False
    receipts: ReceiptPages = ReceiptPages.NONE
    has_cover: bool = False


USUAL = Look()
"""Each paper in its own format, black on white."""
USUAL_FORM = FormLook()
"""Each form in its person's own format, black on white, with nothing after it."""
