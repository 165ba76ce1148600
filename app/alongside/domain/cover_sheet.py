"""What the list that lies on top of many printed forms has to say, decided."""

from collections.abc import Sequence
from dataclasses import dataclass

from alongside.domain.paper_style import PLAIN, PaperStyle
from alongside.domain.people import Format

FILES = frozenset({Format.PLAIN_TEXT, Format.WEB_PAGE, Format.WORD_FILE, Format.BRAILLE})
"""What is sent or embossed, and not put into an envelope as it is."""


@dataclass(frozen=True, slots=True)
class CoverLine:
    """One form: whose, which, in the `format` that the person prefers, and `made` in another.

    `why_not` says why it could not be made, "" if it was.
    """

    person: str
    number: str
    format: Format
    made: Format
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class CoverSheet:
    """The list for one run: from whom, on which day, its lines by name."""

    organisation: str
    printed_on: str
    lines: Sequence[CoverLine]
    language: str
    style: PaperStyle = PLAIN
