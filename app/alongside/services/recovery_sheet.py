"""The recovery sheet: the seven words on paper, to look at, to print, or as a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from alongside.domain.dates import say_date
from alongside.domain.marks import PageMarks
from alongside.domain.sheets import RecoverySheet


@dataclass(frozen=True, slots=True)
class RecoveryPaper:
    """The sheet ready to look at: its pages as marks, and the same in words."""

    pages: Sequence[PageMarks]
    words: str


def make_sheet(
    words: str, *, organisation: str, computer: str, file: str, day: date
) -> RecoverySheet:
    """Return the sheet for these seven `words`; what is not known yet may be empty."""
    spelled = tuple((word, ", ".join(word)) for word in words.split())
    return RecoverySheet(organisation, computer, file, say_date(day), spelled)


def recovery_paper(sheet: RecoverySheet) -> RecoveryPaper:
    """Return the sheet as pages and as words. Raise UserError for a letter no font has."""
    from alongside.documents.editions import standard  # paper is loaded when it is needed
    from alongside.documents.editions.plain_text import plain_text
    from alongside.documents.recovery_sheet import recovery_sheet

    document = recovery_sheet(sheet)
    return RecoveryPaper(standard.lay_out(document), plain_text(document))


def write_recovery_pdf(sheet: RecoverySheet, place: Path) -> None:
    """Write the sheet as a PDF file to `place`. Raise WorldError when the disk will not take it."""
    from alongside.documents import folder as files
    from alongside.documents.editions import standard
    from alongside.documents.recovery_sheet import recovery_sheet

    files.write(place, standard.draw(recovery_sheet(sheet)))
