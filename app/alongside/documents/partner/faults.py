"""Why a PDF cannot be a partner's form: each a sentence that says what to do."""

from alongside.documents.foreign.faults import LARGEST, PdfFault
from alongside.domain.errors import UserError
from alongside.i18n import _

MOST_PAGES = 20
HELP = "printing#files-that-cannot-be-used"


def error_of(fault: PdfFault, name: str) -> UserError:
    """Return a fault as an error at the field `file`; `name` is that of the file."""
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
    }[fault]
    return UserError(
        "file", words.format(name=name, most=LARGEST // 1_000_000, pages=MOST_PAGES), HELP
    )
