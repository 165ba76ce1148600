"""The parts of a paper as ideas: what Easy Read says on one line beside one picture.

The rules are those of Easy Read's own guidance (Department of Health 2010, “Making written
information easier to understand for people with learning disabilities”): one idea in a sentence,
help first, full words. Facts are those of the parts; only what is ours is said more shortly.
"""

import re
from collections.abc import Iterator, Sequence

from alongside.documents.document import Document
from alongside.documents.letters import each_word
from alongside.documents.parts import (
    Entry,
    Heading,
    Letterhead,
    Paragraph,
    Part,
    Points,
    Table,
    Title,
    Total,
)
from alongside.domain.ideas import Idea
from alongside.domain.number_words import spelled_out
from alongside.i18n import _

HELP = "help"
_SENTENCES = re.compile(r"(?:(?<=\w{3}[.?!])|(?<=\d\d[.?!]))\s+(?=[^\W\d_a-zŵŷ])")
"""Where one sentence ends and the next begins: not after “Sam P.” or “St”."""


def easy_parts(document: Document) -> list[Part]:
    """Return the parts in the order of Easy Read, every amount in them also in words."""
    head: list[Part] = []
    asked: list[Part] = []
    others: list[Part] = []
    is_help = False
    for part in document.parts:
        if isinstance(part, Heading) and part.level == 2:
            is_help = part.picture == HELP
        if isinstance(part, Letterhead | Title):
            head.append(part)
        else:
            (asked if is_help else others).append(part)
    if asked and others and not isinstance(others[0], Heading):
        asked.append(Heading(_("About this paper"), picture="form"))
    return [each_word(part, spelled_out) for part in (*head, *asked, *others)]


def sentences(words: str) -> list[str]:
    """Return the sentences of `words`, each by itself."""
    return [each for each in _SENTENCES.split(words) if each]


def ideas_of(part: Paragraph | Points | Entry | Total | Table) -> list[list[Idea]]:
    """Return the ideas of `part`; those of one list stay together."""
    match part:
        case Paragraph(words, is_bold, easy):
            ideas = easy or tuple(Idea(each, is_bold=is_bold) for each in sentences(words))
            return [[idea] for idea in ideas]
        case Points(points):
            return [[Idea(each) for each in sentences(words)] for words in points]
        case Entry(words, amount, details, easy):
            return [list(easy or _entry(words, amount, details))]
        case Total(name, amount, is_main, easy):
            said = easy or _("{name}: {value}").format(name=name, value=amount)
            return [[Idea(said, "", is_main)]]
        case Table():
            return [list(_row(row.name, row.filled)) for row in part.titled()]


def _entry(words: str, amount: str, details: Sequence[str]) -> Iterator[Idea]:
    yield Idea(words, is_bold=True)
    if amount:
        yield Idea(_("Amount: {amount}").format(amount=amount), "money")
    yield from (Idea(each) for line in details for each in sentences(line))


def _row(name: str, filled: Sequence[tuple[str, str]]) -> Iterator[Idea]:
    yield Idea(name, "person", is_bold=True)
    for title, cell in filled:
        shown = "money" if cell.startswith("£") else ""
        yield Idea(_("{name}: {value}").format(name=title, value=cell), shown)
