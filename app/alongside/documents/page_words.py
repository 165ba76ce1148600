"""The words of each page by itself, as plain text has them: they stand beside its picture."""

import re
from collections.abc import Iterable, Sequence

from alongside.documents.document import Document
from alongside.documents.editions.plain_text import lines_of
from alongside.documents.letters import tidied
from alongside.domain.marks import PageMarks, Text
from alongside.i18n import _, speaking

_ENOUGH = 16
"""Letters of a line that tell where it begins; later ones may stand in another column."""


def page_words(document: Document, pages: Sequence[PageMarks]) -> tuple[str, ...]:
    """Return the words of each of `pages`, which are those of `document`.

    A line that goes over to the next page stands where it begins. No line is lost, and none is
    there twice.
    """
    with speaking(document.language):
        document = tidied(document)
        kept: list[list[str]] = [[] for _page in pages]
        inked = [_run_together(mark.words for mark in page.marks if isinstance(mark, Text))
                 for page in pages]  # fmt: skip
        page, at = 0, 0
        for line in [line for part in document.parts for line in lines_of(part)]:
            if start := _start_of(line):
                found = next(
                    ((later, place) for later in range(page, len(pages))
                     if (place := inked[later].find(start, at if later == page else 0)) >= 0),
                    None,
                )  # fmt: skip
                if found:
                    page, at = found[0], found[1] + 1
            kept[page].append(line)
        numbered = _("Page {number} of {of}")
        return tuple(
            _joined([
                document.banner, *lines, "",
                document.foot, numbered.format(number=number, of=len(pages)),
            ])
            for number, lines in enumerate(kept, 1)
        )  # fmt: skip


def _start_of(line: str) -> str:
    """Return how a line begins on paper: a box is drawn there, and an amount has no name."""
    for said in (_("Box to tick: {words}"), _("Line to write on: {words}")):
        line = line.removeprefix(said.format(words=""))
    line = line.removeprefix(_("Amount: {amount}").format(amount=""))
    return _run_together([line])[:_ENOUGH]


def _run_together(words: Iterable[str]) -> str:
    return re.sub(r"\s", "", "".join(words))


def _joined(lines: Sequence[str]) -> str:
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"
