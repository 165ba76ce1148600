"""A document as one web page: for email, and for the small screen that somebody reads it on.

Its size and theme are its reader's own (WCAG 2.2 AA: reflow, text spacing, contrast); so are all
colours in a dark theme, and its font on a computer that has not the one that was chosen.
"""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

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
from alongside.domain.paper_style import PaperStyle
from alongside.domain.tints import BLACK
from alongside.i18n import _, speaking
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
<header>
{head}
</header>
<main>
{main}
</main>
<footer>
{foot}
</footer>
</body>
</html>
"""

_FONT = 'html {{ font-family: "{family}", system-ui, sans-serif; }}\n'
_COLOUR = """\
@media (prefers-color-scheme: light), print {{
  h1, h2, h3, header p:last-child strong {{ color: {colour}; }}
  header p:last-child {{ border-bottom: 3px solid {colour}; padding-bottom: 0.5em; }}
}}
"""


def web_page(document: Document) -> str:
    """Return `document` as HTML, its style inside it. It has every word of plain text."""
    with speaking(document.language):
        document = tidied(document)
        head: list[Part] = [Paragraph(document.banner, is_bold=True)] if document.banner else []
        head += [part for part in document.parts if isinstance(part, Letterhead)]
        rest = [part for part in document.parts if not isinstance(part, Letterhead)]
        return _PAGE.format(
            # translators: the code of the language that these words are in
            language=escape(_("en-GB")),
            title=escape(f"{document.title}, {document.organisation}".rstrip(", ")),
            style=path("help/web_page.css").read_text(encoding="utf-8") + _own(document.style),
            head="\n".join(_all(head)),
            main="\n".join(_all(rest)),
            foot=f"<p>{escape(document.foot)}</p>",
        )


def _own(style: PaperStyle) -> str:
    """Return what the page looks like besides, where that was chosen.

    The colour has its contrast on white, so it is for light themes alone.
    """
    font = _FONT.format(family=style.font.family) if style.font else ""
    return font if style.colour == BLACK else font + _COLOUR.format(colour=style.colour)


def _all(parts: Sequence[Part]) -> Iterator[str]:
    """Yield the parts; names and values that follow one another are one list, as ticks are."""
    for kind, group in groupby(parts, key=type):
        inside = "\n".join(filter(None, map(_part, group)))
        if kind is Named:
            yield f"<dl>\n{inside}\n</dl>"
        elif kind is Tick:
            yield f'<ul class="ticks">\n{inside}\n</ul>'
        else:
            yield inside


def _part(part: Part) -> str:
    match part:
        case Letterhead(organisation, address):
            bold = f"<strong>{escape(organisation)}</strong>" if organisation else ""
            whose = "<br>".join(filter(None, (bold, escape(address))))
            return f"<p>{whose}</p>" if whose else ""
        case Title(words):
            return f"<h1>{escape(words)}</h1>"
        case Heading(words, level):
            return f"<h{level}>{escape(words)}</h{level}>"
        case Paragraph(words, is_bold):
            inner = escape(words)
            return f"<p><strong>{inner}</strong></p>" if is_bold else f"<p>{inner}</p>"
        case Points(sentences):
            return f"<ul>{''.join(f'<li>{escape(words)}</li>' for words in sentences)}</ul>"
        case Named(name, value):
            return f"<div><dt>{escape(name)}</dt> <dd>{escape(value)}</dd></div>"
        case Entry(words, amount, details):
            said = [_("Amount: {amount}").format(amount=amount)] if amount else []
            under = "".join(f"<li>{escape(line)}</li>" for line in [*said, *details])
            return f"<h3>{escape(words)}</h3>\n<ul>{under}</ul>"
        case Totals(totals):
            sums = "".join(
                f"<div><dt>{escape(each.name)}</dt> <dd>{escape(each.amount)}</dd></div>"
                for each in totals
            )
            return f'<dl class="totals">{sums}</dl>'
        case Word(number, word, spelled):
            words = _("{number}, {word}: {letters}")
            return f"<p>{escape(words.format(number=number, word=word, letters=spelled))}</p>"
        case Table():
            return _table(part)
        case Photos(title, notes, photos):
            named = "\n".join(
                f"<p>{escape(words)}</p>" for words in (*notes, *(each.words for each in photos))
            )
            return f"<h2>{escape(title)}</h2>\n{named}"
        case Tick(words):
            box = _("Box to tick: {words}").format(words=words)
            return f"<li>{escape(box)}</li>"
        case Blanks(labels):
            return "\n".join(_blanks(labels))
        case _:
            raise TypeError(type(part).__name__)


def _table(table: Table) -> str:
    """Return rows under one another, each cell after its title: a small screen has no columns."""
    made = []
    for row in table.titled():
        cells = "".join(
            f"<div><dt>{escape(title)}</dt> <dd>{escape(cell)}</dd></div>"
            for title, cell in row.filled
        )
        made += [f"<h3>{escape(row.name)}</h3>", f"<dl>{cells}</dl>", *_blanks(row.to_write)]
    return "\n".join(made)


def _blanks(labels: Sequence[str]) -> list[str]:
    said = _("Line to write on: {words}")
    return [f'<p class="blank">{escape(said.format(words=label))}</p>' for label in labels]
