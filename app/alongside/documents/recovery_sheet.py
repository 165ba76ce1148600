"""The recovery sheet as pages: seven words that can be read from a step away, and what they do."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from alongside.documents.fonts import printable
from alongside.documents.page_text import lines_of
from alongside.documents.parts import Heading, Named, Paragraph, Part, Title, Word
from alongside.documents.setting import (
    FINE,
    LEFT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RIGHT,
    TEXT,
    Setter,
    line,
    line_to_right,
)
from alongside.domain.marks import Font, Mark, PageMarks, Rule
from alongside.domain.sheets import RecoverySheet
from alongside.i18n import _

_TOP = 42.0
_FOOT = PAGE_HEIGHT - 64.0
_BODY_END = _FOOT - 10.0


def lay_out(sheet: RecoverySheet) -> Sequence[PageMarks]:
    """Return the pages: A4, points. Raise UserError for a letter that cannot be printed."""
    parts = list(recovery_parts(_checked(sheet)))
    setter = Setter(parts)
    bodies: list[list[Mark]] = [[]]
    down = _TOP
    for part in parts:
        block = setter.block(part)
        if bodies[-1] and down + block.above + block.height > _BODY_END:
            bodies.append([])
            down = _TOP
        down += block.above if bodies[-1] else 0.0
        for row in block.rows:
            bodies[-1] += [mark.lowered(down) for mark in row.marks]
            down += row.height
    of = len(bodies)
    return [
        PageMarks(PAGE_WIDTH, PAGE_HEIGHT, [*body, *_foot(sheet, number, of)], number, of)
        for number, body in enumerate(bodies, 1)
    ]


def words_of(sheet: RecoverySheet) -> str:
    """Return the words of the sheet in reading order, as plain text."""
    return "\n".join(words for part in recovery_parts(sheet) for words in lines_of(part)).strip()


def recovery_parts(sheet: RecoverySheet) -> Iterator[Part]:
    """Yield the sheet, part by part. What is not known is left out."""
    yield Title(_("Recovery words"))
    facts = (
        (_("Organisation"), sheet.organisation),
        (_("Data file"), sheet.file),
        (_("Made on"), sheet.computer),
        (_("Date"), sheet.printed_on),
    )
    yield from (Named(name, value) for name, value in facts if value)
    for number, (word, spelled) in enumerate(sheet.words, 1):
        yield Word(str(number), word, spelled)
    yield Heading(_("What the words are for"))
    yield Paragraph(
        _("They open your records when your computer cannot: it is new, broken, lost or stolen, "
          "or it has forgotten its keys. Start Alongside and type the words in this order. "
          "Capitals do not matter.")
    )  # fmt: skip
    yield Paragraph(
        _("Without these words nobody can help you, not even the people who make Alongside."),
        is_bold=True,
    )
    yield Heading(_("Where to keep this sheet"))
    yield Paragraph(
        _("In a safe, or with your chair. Not beside the computer, not in its bag, and not in an "
          "email. Whoever has these words and your data file can read everything in it. When the "
          "words are changed, destroy this sheet.")
    )  # fmt: skip


def _checked(sheet: RecoverySheet) -> RecoverySheet:
    return replace(
        sheet,
        organisation=printable(sheet.organisation),
        computer=printable(sheet.computer),
        file=printable(sheet.file),
    )


def _foot(sheet: RecoverySheet, number: int, of: int) -> list[Mark]:
    page = _("Page {number} of {of}").format(number=number, of=of)
    return [
        Rule(LEFT, _FOOT, RIGHT, _FOOT, FINE),
        *line(_("Recovery words, {date}").format(date=sheet.printed_on), Font.REGULAR, TEXT, LEFT,
              _FOOT + 6.0),
        *line_to_right(page, Font.REGULAR, TEXT, RIGHT, _FOOT + 6.0),
    ]  # fmt: skip
