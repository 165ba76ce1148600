"""A document as a .brf: contracted braille in pages of 25 lines of 40 cells, for any embosser."""

from collections.abc import Iterator

from alongside.documents.braille import braille
from alongside.documents.document import Document
from alongside.documents.editions.plain_text import lines_of
from alongside.documents.letters import tidied
from alongside.documents.parts import Heading, Title
from alongside.i18n import speaking

CELLS, LINES = 40, 25
_RUNOVER = 2
"""A line that goes on begins this far in, so that a finger finds where the next one starts."""


def braille_file(document: Document) -> bytes:
    """Return `document` in braille, each page with its number at the end of its first line.

    Raise WorldError if this computer cannot make braille.
    """
    with speaking(document.language):
        document = tidied(document)
        lines = list(_lines(document))
    pages: list[list[str]] = [[]]
    for line in lines:
        if len(pages[-1]) == LINES - 1:
            pages.append([])
        if line or pages[-1]:
            pages[-1].append(line)
    return "\f".join(
        "\r\n".join([_number(place, document.language), *page, ""])
        for place, page in enumerate(pages, 1)
    ).encode("ascii")


def _lines(document: Document) -> Iterator[str]:
    """Yield lines of cells: headings in the middle, all else from the edge."""
    language = document.language
    if document.banner:
        yield from _wrapped(braille(document.banner, language))
    for part in document.parts:
        if isinstance(part, Title | Heading):
            yield ""
            yield from (line.center(CELLS).rstrip() for line in
                        _wrapped(braille(part.words, language), CELLS - 8, 0))  # fmt: skip
            continue
        for words in lines_of(part):
            yield from _wrapped(braille(words, language)) if words else ("",)
    yield ""
    yield from _wrapped(braille(document.foot, language))


def _number(page: int, language: str) -> str:
    return braille(str(page), language).rjust(CELLS)


def _wrapped(cells: str, room: int = CELLS, runover: int = _RUNOVER) -> list[str]:
    """Return `cells` in lines of at most `room`, broken at spaces, else anywhere."""
    lines: list[str] = []
    line = ""
    for word in cells.split(" "):
        edge = " " * runover if lines else ""
        longer = f"{line} {word}" if line else edge + word
        if len(longer) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        line = " " * runover + word
        while len(line) > room:
            lines.append(line[:room])
            line = " " * runover + line[room:]
    return [*lines, line]
