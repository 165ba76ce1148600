"""Help as one web page that needs nothing beside it: colours, size and theme are its reader's."""

from collections.abc import Iterable, Sequence
from html import escape

from alongside.documents.help_book.blocks import (
    Block,
    Code,
    Heading,
    Line,
    Listing,
    Paragraph,
    Table,
    Words,
)
from alongside.documents.help_book.book import CONTENTS, LANGUAGE, Book
from alongside.i18n import _
from alongside_resources import path

_PAGE = """\
<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<a class="skip" href="#main">{skip}</a>
<header>
{opening}
</header>
<nav aria-labelledby="{contents_place}">
{contents}
</nav>
<main id="main" tabindex="-1">
{closing}
{pages}
</main>
</body>
</html>
"""


def web_page(book: Book) -> str:
    """Return `book` as HTML, its style inside it."""
    return _PAGE.format(
        language=LANGUAGE,
        title=escape(book.title),
        style=path("help/web_page.css").read_text(encoding="utf-8"),
        skip=escape(_("Go past the contents")),
        opening=_blocks(book.opening),
        contents_place=CONTENTS,
        contents=_blocks(book.contents),
        closing=_blocks(book.closing),
        pages="\n".join(_section(page) for page in book.pages),
    )


def _section(page: Sequence[Block]) -> str:
    words = escape(_("Back to the contents"))
    back = f'<p class="back"><a href="#{CONTENTS}">{words}</a></p>'
    return f"<section>\n{_blocks(page)}\n{back}\n</section>"


def _blocks(blocks: Iterable[Block]) -> str:
    made, above = [], ""
    for block in blocks:
        if isinstance(block, Heading):
            above = block.place
        made.append(_block(block, above))
    return "\n".join(made)


def _block(block: Block, above: str) -> str:
    """Return one block. `above` is the place of the heading over it, which names a table."""
    match block:
        case Heading(level, line, place):
            return f'<h{level} id="{escape(place)}">{_line(line)}</h{level}>'
        case Paragraph(line):
            return f"<p>{_line(line)}</p>"
        case Listing(items, is_numbered):
            tag = "ol" if is_numbered else "ul"
            return f"<{tag}>\n{''.join(map(_item, items))}</{tag}>"
        case Table():
            return _table(block, escape(above))
        case Code(lines):
            return f"<pre><code>{escape(chr(10).join(lines))}</code></pre>"


def _item(blocks: Sequence[Block]) -> str:
    match blocks:
        case [Paragraph(line)]:
            return f"<li>{_line(line)}</li>\n"
        case _other:
            return f"<li>{_blocks(blocks)}</li>\n"


def _table(table: Table, named_by: str) -> str:
    """Return a table that may scroll sideways on a small screen, also from the keyboard."""
    head = "".join(f'<th scope="col">{_line(cell)}</th>' for cell in table.head)
    rows = [
        f'<tr><th scope="row">{_line(first)}</th>'
        + "".join(f"<td>{_line(cell)}</td>" for cell in others)
        + "</tr>\n"
        for first, *others in table.rows
    ]
    return (
        f'<div class="wide" role="region" aria-labelledby="{named_by}" tabindex="0">\n'
        f'<table aria-labelledby="{named_by}">\n<thead>\n<tr>{head}</tr>\n</thead>\n'
        f"<tbody>\n{''.join(rows)}</tbody>\n</table>\n</div>"
    )


def _line(line: Line) -> str:
    return "".join(map(_words, line))


def _words(words: Words) -> str:
    made = escape(words.words, quote=False)
    if words.is_code:
        made = f"<code>{made}</code>"
    if words.is_bold:
        made = f"<strong>{made}</strong>"
    if words.link:
        made = f'<a href="{escape(words.link)}">{made}</a>'
    return made
