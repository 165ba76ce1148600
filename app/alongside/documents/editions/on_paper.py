"""A document put on paper, part by part, in the look of whatever paper is given."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from alongside.documents.document import Document
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
    is_kept_with,
)
from alongside.documents.picture import printed
from alongside.documents.tagged.paper import Paper
from alongside.documents.tagged.photos import put_photos
from alongside.domain.marks import Picture
from alongside.i18n import _

_LOGO = (140.0, 64.0)
"""The room for a logo, in points."""


def put(document: Document, paper: Paper) -> None:
    """Put every part of `document` on `paper`; names and values that follow are one list."""
    if document.banner:
        paper.banner(document.banner)
    for kind, group in groupby(with_next(document.parts), key=lambda pair: type(pair[0])):
        if kind is Named:
            paper.facts([(part.name, part.value) for part, _kept in group if type(part) is Named])
        else:
            for part, is_kept in group:
                if isinstance(part, Photos):
                    put_photos(part, paper, paper.high_for(document))
                else:
                    put_part(part, paper, is_kept=is_kept)


def with_next(parts: Sequence[Part]) -> Iterator[tuple[Part, bool]]:
    """Yield each part, and whether it stays on the page of the next."""
    for part, after in pairwise([*parts, None]):
        if part is not None:
            yield part, after is not None and is_kept_with(part, after)


def put_part(part: Part, paper: Paper, *, is_kept: bool) -> None:
    """Put one part on `paper`; one that `is_kept` stays on the page of the next."""
    match part:
        case Letterhead(organisation, address, logo, logo_words):
            paper.letterhead(organisation, address, _logo(logo), logo_words or _words(organisation))
        case Title(words):
            paper.heading(1, words)
        case Heading(words, level):
            paper.heading(level, words)
        case Paragraph(words, is_bold):
            paper.paragraph(words, is_bold=is_bold)
        case Points(sentences):
            paper.points(sentences)
        case Entry(words, amount, details):
            paper.entry(words, amount, details, is_kept=is_kept)
        case Totals(totals):
            paper.amounts(totals)
        case Tick(words):
            paper.tick(words, is_kept=is_kept)
        case Blanks(labels):
            paper.blanks(labels, is_kept=is_kept)
        case Word(number, word, spelled):
            paper.word(number, word, spelled)
        case Table():
            paper.table(part)
        case _:
            raise TypeError(type(part).__name__)


def _logo(data: bytes | None) -> Picture | None:
    if data is None:
        return None
    made, w, h = printed(data, *_LOGO)
    return Picture(0.0, 0.0, w, h, made)


def _words(organisation: str) -> str:
    if not organisation:
        return _("Logo")
    return _("Logo of {organisation}").format(organisation=organisation)
