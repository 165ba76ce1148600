"""What can be wrong with a PDF from elsewhere; who asked for it puts it into a sentence."""

from enum import StrEnum

LARGEST = 10_000_000
"""Bytes. The forms of public bodies have a few hundred thousand."""

_HEAD = 1024
"""Bytes in which a PDF must say that it is one."""


class PdfFault(StrEnum):
    """What is wrong with a PDF."""

    NOT_A_PDF = "not-a-pdf"
    LOCKED = "locked"
    DAMAGED = "damaged"
    XFA = "xfa"
    TOO_LARGE = "too-large"
    TOO_MANY_PAGES = "too-many-pages"
    TOO_SLOW = "too-slow"


class BadPdfError(Exception):
    """A PDF that cannot be used, and why."""

    def __init__(self, fault: PdfFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def look_at_bytes(data: bytes) -> None:
    """Raise BadPdfError for what can be told without reading a file."""
    if len(data) > LARGEST:
        raise BadPdfError(PdfFault.TOO_LARGE)
    if b"%PDF-" not in data[:_HEAD]:
        raise BadPdfError(PdfFault.NOT_A_PDF)
