"""How a wide paper for the office begins: what it is, what it is of, and what is known of that."""

from collections.abc import Iterable

from alongside.documents.document import Document
from alongside.documents.meeting_facts import with_pictures
from alongside.documents.parts import Letterhead, Named, Paragraph, Part, Title
from alongside.domain.meeting_sheets import SignInSheet, SummarySheet
from alongside.i18n import _


def office_paper(
    sheet: SignInSheet | SummarySheet, title: str, of: str, words: str, parts: Iterable[Part]
) -> Document:
    """Return the paper called `title` with `parts`, the long side of A4 across.

    `of` is what it is made for, like a meeting; `words` say what to do with it.
    """
    # translators: {paper} is “Sign-in register”, {of} the meeting that it is of
    whole = _("{paper}, {of}").format(paper=title, of=of)
    start: tuple[Part, ...] = (
        Letterhead(sheet.organisation), Title(title), Paragraph(words),
        *with_pictures(sheet.facts), Named(_("Printed on"), sheet.printed_on, "print"),
    )  # fmt: skip
    return Document(
        title=whole, organisation=sheet.organisation, parts=(*start, *parts), foot=whole,
        language=sheet.language, is_wide=True, style=sheet.style,
    )  # fmt: skip
