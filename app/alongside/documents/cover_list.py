"""The list on top of many forms: for whom, in which format, what is still to be done by hand."""

from collections import Counter
from collections.abc import Iterable, Iterator

from alongside.documents.document import Document
from alongside.documents.fonts import printable
from alongside.documents.parts import Heading, Named, Paragraph, Part, Points, Title
from alongside.domain.cover_sheet import FILES, CoverLine, CoverSheet
from alongside.domain.errors import UserError
from alongside.domain.people import Format
from alongside.i18n import _, speaking

_NOT_PRINTABLE = "?"


def cover_list(sheet: CoverSheet) -> Document:
    """Return the list of `sheet`. A letter that no font has is a question mark in it."""
    with speaking(sheet.language):
        title = _("Claim forms: cover list")
        return Document(
            title=title,
            organisation=_legible(sheet.organisation),
            parts=tuple(_parts(sheet, title)),
            foot=title,
            language=sheet.language,
            style=sheet.style,
        )


def _parts(sheet: CoverSheet, title: str) -> Iterator[Part]:
    made = [line for line in sheet.lines if not line.why_not]
    yield Title(title)
    yield Named(_("Printed on"), sheet.printed_on)
    yield Named(_("Forms"), str(len(made)))
    for edition, number in sorted(Counter(line.made for line in made).items()):
        yield Named(edition.words[:1].upper() + edition.words[1:], str(number))
    yield from _section(_("On paper"), "", (x for x in made if x.made not in FILES))
    yield from _section(
        _("As files"), _("Send these by email, or emboss them."),
        (line for line in made if line.made in FILES),
    )  # fmt: skip
    yield from _section(
        _("Still to do"),
        _("These people prefer a format that is not in this pile: make it, send it, or ring them."),
        (line for line in made if line.made is not line.format and not _is_print(line.format)),
        has_wish=True,
    )  # fmt: skip
    left_out = [line for line in sheet.lines if line.why_not]
    if left_out:
        yield Heading(_("Could not be made"))
        said = _("{person}, claim {number}: {words}")
        yield Points(tuple(
            _legible(said.format(person=line.person, number=line.number, words=line.why_not))
            for line in left_out
        ))  # fmt: skip


def _is_print(wish: Format) -> bool:
    return wish is Format.STANDARD or wish.is_large


def _section(
    title: str, sentence: str, lines: Iterable[CoverLine], *, has_wish: bool = False
) -> Iterator[Part]:
    points = [_said(line, has_wish=has_wish) for line in lines]
    if points:
        yield Heading(title)
        if sentence:
            yield Paragraph(sentence)
        yield Points(tuple(points))


def _said(line: CoverLine, *, has_wish: bool) -> str:
    words = _("{person}, claim {number}: {format}")
    shown = line.format if has_wish else line.made
    return _legible(words.format(person=line.person, number=line.number, format=shown.words))


def _legible(words: str) -> str:
    """Return `words` with a mark for each letter that no font has."""
    try:
        printable(words)
    except UserError:
        return "".join(_legible(each) if len(words) > 1 else _NOT_PRINTABLE for each in words)
    return words
