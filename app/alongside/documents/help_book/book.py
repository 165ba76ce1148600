"""The whole of help in one piece, in the order of its first page, links leading inside it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from alongside.documents.help_book.blocks import (
    Block,
    Heading,
    Line,
    Listing,
    Paragraph,
    Table,
    Words,
    plain,
)
from alongside.documents.help_book.markdown import Reader
from alongside.i18n import _
from alongside_resources import path

LANGUAGE = "en-GB"
"""What the pages in help/en are written in, as documents tell their readers."""

_FIRST = "index"
CONTENTS = "contents"


@dataclass(frozen=True, slots=True)
class Book:
    """All of help. `contents` are headings with lists of links: the table of contents."""

    title: str
    opening: Sequence[Block]
    contents: Sequence[Block]
    closing: Sequence[Block]
    pages: Sequence[Sequence[Block]]

    def blocks(self) -> Iterator[Block]:
        """Yield every block, in reading order, but for what is inside lists."""
        yield from (*self.opening, *self.contents, *self.closing)
        for page in self.pages:
            yield from page


def read_book(made: Mapping[str, str]) -> Book:
    """Return the whole of help. `made` are pages that stand in no file, as Markdown by name.

    A link that leads nowhere, and a heading that another has the place of, is our mistake.
    """
    first = _read(_FIRST, made)
    sections = list(_sections(first[1:]))
    opening, closing = sections.pop(0), [s for s in sections if not _is_contents(s)]
    contents = [block for section in sections if _is_contents(section) for block in section]
    title, heading = _("Help with Alongside"), Words(_("Contents"))
    book = Book(
        title,
        [Heading(1, [Words(title)], _FIRST), *opening],
        [Heading(2, [heading], CONTENTS), *contents],
        [_raised(block) for section in closing for block in section],
        [_read(name, made) for name in _names(contents)],
    )
    _check(book)
    return book


def _read(name: str, made: Mapping[str, str]) -> list[Block]:
    text = made.get(name) or path(f"help/en/{name}.md").read_text(encoding="utf-8")

    def follow(link: str) -> str:
        if "://" in link:
            return link
        page, _hash, heading = link.partition("#")
        return f"#{'-'.join(filter(None, (page.removesuffix('.md') or name, heading)))}"

    return Reader(name, follow).read(text)


def _sections(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """Yield what comes before the first heading, then each heading with what follows it."""
    section: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            yield section
            section = []
        section.append(block)
    yield section


def _is_contents(section: Sequence[Block]) -> bool:
    return len(section) == 2 and isinstance(section[1], Listing)


def _raised(block: Block) -> Block:
    return replace(block, level=block.level - 1) if isinstance(block, Heading) else block


def _names(contents: Sequence[Block]) -> list[str]:
    """Return the pages that the table of contents leads to, in its order."""
    links = (words.link for line in _lines(contents) for words in line)
    return [link.removeprefix("#") for link in links if link]


def _lines(blocks: Iterable[Block]) -> Iterator[Line]:
    for block in blocks:
        match block:
            case Heading(line=line) | Paragraph(line):
                yield line
            case Listing(items):
                for item in items:
                    yield from _lines(item)
            case Table(head, rows):
                yield from head
                for row in rows:
                    yield from row


def _check(book: Book) -> None:
    places: set[str] = set()
    for block in book.blocks():
        if isinstance(block, Heading):
            if block.place in places:
                raise ValueError(f"two headings of help are at {block.place}")
            places.add(block.place)
    for line in _lines(book.blocks()):
        for words in line:
            if words.link.startswith("#") and words.link[1:] not in places:
                raise ValueError(f"“{plain(line)}” leads to {words.link}, which is not there")
