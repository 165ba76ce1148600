"""Objects of a PDF written by ourselves: of thousands, reportlab's dictionaries are slow."""

from functools import lru_cache

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject, PDFString

_SIGNS = frozenset("()\\")


class Written(PDFObject):  # type: ignore[misc]
    """One object in its own bytes, which may still be filled in after others know its name."""

    def __init__(self, content: bytes = b"") -> None:
        self.content = content

    def format(self, document: PDFDocument) -> bytes:  # noqa: ARG002
        """Return its bytes, as reportlab asks every object for them."""
        return self.content


def name_of(value: object, document: PDFDocument) -> str:
    """Return what other objects of `document` call `value` ("12 0 R"); it is added to it."""
    return str(document.Reference(value).format(document), "latin-1")


def add(document: PDFDocument, content: str) -> str:
    """Add an object to `document` and return its name."""
    return name_of(Written(content.encode("latin-1")), document)


def add_stream(document: PDFDocument, data: bytes, entries: str) -> str:
    """Add a stream of `data`, with `entries` in its dictionary; return its name."""
    head = f"<< {entries} /Length {len(data)} >>\nstream\n".encode("latin-1")
    return name_of(Written(head + data + b"\nendstream"), document)


def said(words: str, document: PDFDocument) -> str:
    """Return `words` as a string of a PDF, whatever letters are in them."""
    return _said(words) or str(PDFString(words).format(document), "latin-1")


@lru_cache(maxsize=4096)
def _said(words: str) -> str:
    """Return plain words as reportlab writes them, and nothing for others: most labels are."""
    return (
        f"({words})" if words.isascii() and words.isprintable() and not _SIGNS & set(words) else ""
    )
