"""Partners' PDFs as they come in: read up to what a form may have, then looked at apart."""

from pathlib import Path

from alongside.domain.errors import UserError
from alongside.domain.partner_map import PartnerPaper
from alongside.i18n import _

_DOTS = 110
"""To an inch, of the picture that a map is made on: it can be shown larger."""


def read(file: Path) -> bytes:
    """Return what a file holds, and never much more than a form may have."""
    from alongside.documents.foreign.faults import LARGEST

    try:
        if not file.is_file():  # a pipe or a device would never end
            raise UserError("file", _("There is no file “{path}”.").format(path=file))
        with file.open("rb") as opened:
            return opened.read(LARGEST + 1)
    except (OSError, ValueError):
        raise UserError("file", _("“{name}” could not be read.").format(name=file.name)) from None


def look_at(data: bytes, name: str) -> PartnerPaper:
    """Return what a PDF has. Raise UserError on `file` for one that cannot be filled."""
    from alongside.documents.foreign import apart
    from alongside.documents.foreign.faults import BadPdfError
    from alongside.documents.partner.faults import error_of

    try:
        return apart.look_at(data)
    except BadPdfError as error:
        raise error_of(error.fault, name) from None


def picture(data: bytes, name: str, page: int) -> bytes:
    """Return a page, counted from 1, as a PNG. Raise UserError on `file` if it cannot be drawn."""
    from alongside.documents.foreign import apart
    from alongside.documents.foreign.faults import BadPdfError
    from alongside.documents.partner.faults import error_of

    try:
        return apart.picture_of(data, page, _DOTS)
    except BadPdfError as error:
        raise error_of(error.fault, name) from None
