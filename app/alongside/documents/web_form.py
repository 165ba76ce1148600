"""The claim form as one web page: for email, and for the small screen that somebody reads it on.

Its size, colours and theme are its reader's own (WCAG 2.2 AA: reflow, text spacing, contrast).
"""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from alongside.documents.claim_parts import claim_parts, draft_words, foot_words, tidied
from alongside.documents.parts import (
    Blanks,
    Entry,
    Heading,
    Letterhead,
    Named,
    Paragraph,
    Part,
    Tick,
    Title,
    Totals,
)
from alongside.domain.sheets import ClaimSheet
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


def web_form(sheet: ClaimSheet) -> str:
    """Return `sheet`'s form as HTML, its style inside it. It has every word of plain text."""
    with speaking(sheet.language):
        sheet = tidied(sheet)
        parts = claim_parts(sheet)
        head: list[Part] = [Paragraph(draft_words(), is_bold=True)] if sheet.is_draft else []
        head += [part for part in parts if isinstance(part, Letterhead)]
        title = _("Claim {number}").format(number=sheet.number)
        return _PAGE.format(
            # translators: the code of the language that these words are in
            language=escape(_("en-GB")),
            title=escape(f"{title}, {sheet.organisation}".rstrip(", ")),
            style=path("help/web_page.css").read_text(encoding="utf-8"),
            head="\n".join(_all(head)),
            main="\n".join(_all([p for p in parts if not isinstance(p, Letterhead)])),
            foot=f"<p>{escape(foot_words(sheet, 1, 1)[0])}</p>",
        )


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
        case Heading(words):
            return f"<h2>{escape(words)}</h2>"
        case Paragraph(words, is_bold):
            inner = escape(words)
            return f"<p><strong>{inner}</strong></p>" if is_bold else f"<p>{inner}</p>"
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
        case Tick(words):
            box = _("Box to tick: {words}").format(words=words)
            return f"<li>{escape(box)}</li>"
        case Blanks(labels):
            blanks = [_("Line to write on: {words}").format(words=label) for label in labels]
            return "\n".join(f'<p class="blank">{escape(line)}</p>' for line in blanks)
        case _:
            raise TypeError(type(part).__name__)
