"""A document as plain text: what stands beside its picture, and what a screen reader says."""

import re
from collections.abc import Iterator

from alongside.documents.document import Document
from alongside.documents.letters import tidied
from alongside.documents.parts import (
    Blanks,
    Entry,
    Heading,
    Letterhead,
    Named,
    Paragraph,
    Part,
    Photos,
    Points,
    Table,
    Tick,
    Title,
    Totals,
    Word,
)
from alongside.i18n import _, speaking


def plain_text(document: Document) -> str:
    """Return its words in reading order, each heading on a line of its own."""
    with speaking(document.language):
        document = tidied(document)
        lines = [document.banner, ""] if document.banner else []
        for part in document.parts:
            lines += lines_of(part)
        lines += ["", document.foot, ""]
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).lstrip("\n")


def lines_of(part: Part) -> Iterator[str]:
    """Yield the lines of one part."""
    match part:
        case Letterhead(organisation, address):
            yield from (words for words in (organisation, address) if words)
        case Title(words) | Heading(words):
            yield from ("", words, "")
        case Paragraph(words):
            yield words
        case Points(sentences):
            yield from (*sentences, "")
        case Named(name, value):
            yield _("{name}: {value}").format(name=name, value=value)
        case Entry(words, amount, details):
            yield words
            if amount:
                yield _("Amount: {amount}").format(amount=amount)
            yield from (*details, "")
        case Totals(totals):
            for total in totals:
                yield _("{name}: {value}").format(name=total.name, value=total.amount)
        case Word(number, word, spelled):
            yield _("{number}, {word}: {letters}").format(number=number, word=word, letters=spelled)
        case Tick(words):
            yield _("Box to tick: {words}").format(words=words)
        case Blanks(labels):
            for label in labels:
                yield _("Line to write on: {words}").format(words=label)
        case Table():
            yield from _rows(part)
        case Photos(title, notes, photos):
            yield from ("", title, "", *notes, *(photo.words for photo in photos))
        case _:
            raise TypeError(type(part).__name__)


def _rows(table: Table) -> Iterator[str]:
    """Yield each row of a table as a line for each of its cells."""
    for row in table.titled():
        yield from ("", row.name)
        for title, cell in row.filled:
            yield _("{name}: {value}").format(name=title, value=cell)
        for title in row.to_write:
            yield _("Line to write on: {words}").format(words=title)
