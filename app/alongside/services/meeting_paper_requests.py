"""What is asked for when papers of a meeting are printed, and what is given to look at."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from alongside.domain.marks import PageMarks
from alongside.domain.meeting_sheets import MeetingPaper
from alongside.services.looks import USUAL, Look


@dataclass(frozen=True, slots=True)
class PrintPaper:
    """Ask for a kind of paper of a meeting.

    If the `look` names no format, what is for a person is in their own and the rest in standard
    print. `asks_times` and `asks_journey` are for the register to sign,
    `in_charge` says who gets the access sheet, `reply_by` and `more` are for invitations.
    """

    meeting_id: UUID
    paper: MeetingPaper
    look: Look = USUAL
    asks_times: bool = False
    asks_journey: bool = False
    in_charge: str = ""
    reply_by: date | None = None
    more: str = ""


@dataclass(frozen=True, slots=True)
class WritePapers:
    """Ask for papers as files in `folder`; files are written over only if that `may` be."""

    paper: PrintPaper
    folder: Path
    may_replace: bool = False


@dataclass(frozen=True, slots=True)
class PaperPages:
    """A paper ready to look at or print: for whom, its pages as marks, and the same in words.

    `page_words` are those of each page by itself.
    """

    person: str
    pages: Sequence[PageMarks]
    words: str
    page_words: Sequence[str] = ()
