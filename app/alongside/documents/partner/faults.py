"""Why a PDF cannot be a partner's form: each a sentence that says what to do."""

from enum import StrEnum

from alongside.domain.errors import UserError
from alongside.i18n import _

LARGEST = 10_000_000
"""Bytes. The forms of public bodies have a few hundred thousand."""

MOST_PAGES = 20
_HEAD = 1024
"""Bytes in which a PDF must say that it is one."""
HELP = "printing#files-that-cannot-be-used"


class PdfFault(StrEnum):
    """What is wrong with a PDF."""

    NOT_A_PDF = "not-a-pdf"
    LOCKED = "locked"
    DAMAGED = "damaged"
    XFA = "xfa"
    TOO_LARGE = "too-large"
    TOO_MANY_PAGES = "too-many-pages"
    TOO_SLOW = "too-slow"

    def error(self, name: str) -> UserError:
        """Return it as an error at the field `file`; `name` is that of the file."""
        words = {
            PdfFault.NOT_A_PDF: _("“{name}” is no PDF. Save the form as PDF first."),
            PdfFault.LOCKED: _(
                "“{name}” is locked with a password or against changes. Ask the partner for one "
                "that is not, or print it to a new PDF."
            ),
            PdfFault.DAMAGED: _("“{name}” is damaged. Ask the partner for it again."),
            PdfFault.XFA: _(
                "“{name}” is an Adobe LiveCycle form (XFA), which only Adobe’s own program can "
                "fill. Ask the partner for an ordinary PDF, or print it to a new PDF."
            ),
            PdfFault.TOO_LARGE: _("“{name}” is larger than {most} megabytes."),
            PdfFault.TOO_MANY_PAGES: _("“{name}” has more than {pages} pages."),
            PdfFault.TOO_SLOW: _(
                "“{name}” takes too long to read. It may be damaged: print it to a new PDF."
            ),
        }[self]
        words = words.format(name=name, most=LARGEST // 1_000_000, pages=MOST_PAGES)
        return UserError("file", words, HELP)


class BadPdfError(Exception):
    """A PDF that cannot be a partner's form, and why."""

    def __init__(self, fault: PdfFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def look_at_bytes(data: bytes) -> None:
    """Raise BadPdfError for what can be told without reading a file."""
    if len(data) > LARGEST:
        raise BadPdfError(PdfFault.TOO_LARGE)
    if b"%PDF-" not in data[:_HEAD]:
        raise BadPdfError(PdfFault.NOT_A_PDF)
