"""Papers as plain text: what stands beside the picture, and what a screen reader says."""

import re
from collections.abc import Iterable, Iterator

from alongside.documents.claim_parts import claim_parts, draft_words, foot_words, tidied
from alongside.documents.history_list import history_parts
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
    Word,
)
from alongside.domain.sheets import ClaimSheet, HistorySheet
from alongside.i18n import _, speaking


def claim_form_text(sheet: ClaimSheet) -> str:
    """Return the words of `sheet`'s form in reading order, each heading on a line of its own."""
    with speaking(sheet.language):
        return _text(tidied(sheet))


def _text(sheet: ClaimSheet) -> str:
    lines = [draft_words(), ""] if sheet.is_draft else []
    form, _page = foot_words(sheet, 1, 1)
    return _joined([*lines, *_all_lines(claim_parts(sheet)), "", form, ""])


def history_text(sheet: HistorySheet) -> str:
    """Return the words of the list in reading order."""
    return _joined([*_all_lines(history_parts(tidied(sheet))), ""])


def _joined(lines: list[str]) -> str:
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).lstrip("\n")


def _all_lines(parts: Iterable[Part]) -> Iterator[str]:
    return (words for part in parts for words in lines_of(part))


def lines_of(part: Part) -> Iterator[str]:
    """Yield the lines of one part."""
    match part:
        case Letterhead(organisation, address):
            yield from (words for words in (organisation, address) if words)
        case Title(words) | Heading(words):
            yield from ("", words, "")
        case Paragraph(words):
            yield words
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
