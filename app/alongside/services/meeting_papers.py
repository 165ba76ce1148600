"""Papers of a meeting: the register to sign, the access sheet, invitations, claims to approve."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from alongside.domain.change import Change
from alongside.domain.errors import AlongsideError, UserError, WorldError
from alongside.domain.meeting_sheets import MeetingPaper, Sheet
from alongside.domain.people import Format
from alongside.domain.tints import Tint
from alongside.i18n import _, ngettext
from alongside.services import meeting_words
from alongside.services.claim_sheets import blank_sheet
from alongside.services.claim_summaries import summary_sheet
from alongside.services.invitation_sheets import Added, invitation_sheets
from alongside.services.meeting_paper_requests import PaperPages, PrintPaper, WritePapers
from alongside.services.meeting_sheets import access_sheet, meeting_facts, sign_in_sheet
from alongside.services.payment_papers import Written
from alongside.store import claims
from alongside.store.file import DataFile
from alongside.store.tables import Meeting
from alongside.store.work import Session, note, reading

if TYPE_CHECKING:
    from alongside.documents.document import Document

_BEFORE_THE_DAY = frozenset({MeetingPaper.SIGN_IN, MeetingPaper.ACCESS, MeetingPaper.INVITATIONS})
"""A meeting that is cancelled needs none of these; people may still claim for it."""


@dataclass(frozen=True, slots=True)
class _Paper:
    """A paper before it is drawn, how it is wanted, and whom it is for: "" for the office."""

    sheet: Sheet
    edition: Format
    tint: Tint
    person: str = ""


class MeetingPaperService:
    """Make papers of meetings. They change nothing; files leave a line in the history."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def people(self, request: PrintPaper) -> list[str]:
        """Return whom the papers are for, in their order; [""] for one that is for the office.

        Raise UserError if the meeting is gone or cancelled, or nobody is expected.
        """
        return [paper.person for paper in self._papers(request)]

    def check(self, request: PrintPaper) -> PrintPaper:
        """Return the request. Raise UserError as above, and for what is not typed yet."""
        if request.paper is MeetingPaper.ACCESS and not request.in_charge.strip():
            words = _("Say who is in charge of access that day: nobody else gets this sheet.")
            raise UserError("in_charge", words)
        self._papers(request)
        return request

    def sheets(self, request: PrintPaper) -> list[Sheet]:
        """Return the finished sheet of each paper. Raise UserError as `look`."""
        return [paper.sheet for paper in self._papers(request)]

    def look(self, request: PrintPaper, number: int = 0) -> PaperPages:
        """Return one of the papers to look at, also while something it needs is not typed yet.

        Raise UserError as above, and for a letter no font has.
        """
        papers = self._papers(request)
        return _drawn(papers[min(number, len(papers) - 1)])

    def for_printer(self, request: PrintPaper) -> list[PaperPages]:
        """Return all the papers as pages. Raise UserError as above, and for what is not typed."""
        self.check(request)
        return [_drawn(paper) for paper in self._papers(request)]

    def in_the_way(self, request: WritePapers) -> list[str]:
        """Return the names of files in the folder that these papers would write over."""
        names = self._names(request.paper, self._papers(request.paper))
        return [name for name in names if (request.folder / name).exists()]

    def to_folder(
        self,
        request: WritePapers,
        progress: Callable[[int, int, str], None] = lambda *_: None,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> Written:
        """Write the papers to the folder, made if need be; each in its edition.

        What cannot be made for a person leaves them out, not the others. `progress` hears
        how many of how many are done, and for whom the last was. Raise UserError rather than write
        over a file, WorldError when the disk will not take one; those written before stay.
        """
        from alongside.documents import folder as files  # paper is loaded when it is needed
        from alongside.documents.editions import write

        self.check(request.paper)
        papers = self._papers(request.paper)
        names = self._names(request.paper, papers)
        if not request.may_replace:
            for name in names:
                files.check_free(request.folder / name, "folder")
        files.make(request.folder)
        written: list[Path] = []
        left_out: list[str] = []
        try:
            for done, (paper, name) in enumerate(zip(papers, names, strict=True), 1):
                if is_cancelled():
                    break
                try:
                    made = write(_document(paper.sheet), paper.edition, paper.tint)
                except (UserError, WorldError) as error:  # braille needs what may not be there
                    if not paper.person:
                        raise
                    left_out.append(_("{person}: {words}").format(
                        person=paper.person, words=error.words))  # fmt: skip
                else:
                    files.write(request.folder / name, made)
                    written.append(request.folder / name)
                progress(done, len(papers), paper.person)
        except AlongsideError:
            with suppress(WorldError):  # what stopped the files is what has to be said
                self._note(request, len(written))
            raise
        return Written(written, len(papers), left_out, self._note(request, len(written)))

    def _papers(self, request: PrintPaper) -> list[_Paper]:
        with reading(self._store) as session:
            meeting = meeting_words.fetch(session, request.meeting_id)
            if meeting.is_cancelled and request.paper in _BEFORE_THE_DAY:
                words = _("{meeting} is cancelled, so it needs no {paper}.")
                raise UserError("paper", words.format(
                    meeting=meeting_words.words(meeting), paper=request.paper.words))  # fmt: skip
            return self._made(session, meeting, request)

    def _made(self, session: Session, meeting: Meeting, request: PrintPaper) -> list[_Paper]:
        today, look = self._store.now().date(), request.look
        match request.paper:
            case MeetingPaper.INVITATIONS:
                added = Added(request.reply_by, request.more)
                found = invitation_sheets(session, meeting, today, added)
                if not found:
                    raise UserError("paper", _("Nobody is invited to this meeting yet."))
                return [_Paper(s, look.edition_for(s.edition), look.tint, s.person) for s in found]
            case MeetingPaper.SIGN_IN:
                sheet: Sheet = sign_in_sheet(
                    session, meeting, today, asks_times=request.asks_times,
                    asks_journey=request.asks_journey,
                )  # fmt: skip
            case MeetingPaper.ACCESS:
                sheet = access_sheet(session, meeting, today, request.in_charge)
            case MeetingPaper.BLANK_FORM:
                sheet = blank_sheet(session, meeting, today)
            case MeetingPaper.SUMMARY:
                rows = claims.list_(session, state=None, meeting_id=meeting.id, most=None)
                sheet = summary_sheet(
                    session, [row[0].id for row in rows], meeting_words.words(meeting),
                    meeting_facts(meeting), today,
                )  # fmt: skip
        return [_Paper(sheet, look.edition_for(Format.STANDARD), look.tint)]

    def _names(self, request: PrintPaper, papers: Sequence[_Paper]) -> list[str]:
        """Return a name for each file; two people of one name have two files."""
        from alongside.documents.editions import ending_of
        from alongside.documents.folder import free_name

        with reading(self._store) as session:
            meeting = meeting_words.fetch(session, request.meeting_id)
            what = _("{paper} {meeting}").format(
                paper=request.paper.words, meeting=meeting_words.words(meeting)
            )
        what = what[:1].upper() + what[1:]
        taken: set[str] = set()
        return [
            free_name(f"{what} {paper.person}".strip(), ending_of(paper.edition), taken)
            for paper in papers
        ]

    def _note(self, request: WritePapers, number: int) -> Change | None:
        """Leave a line in the history that says which papers were written where."""
        if not number:
            return None
        with reading(self._store) as session:
            meeting = meeting_words.words(
                meeting_words.fetch(session, request.paper.meeting_id)
            )  # fmt: skip
        words = ngettext(
            "Papers of {meeting}: {paper}, {n} file, written to the folder {folder}",
            "Papers of {meeting}: {paper}, {n} files, written to the folder {folder}",
            number,
        )
        return note(self._store, words.format(
            meeting=meeting, paper=request.paper.paper.words, n=number, folder=request.folder,
        ))  # fmt: skip


def _drawn(paper: _Paper) -> PaperPages:
    from alongside.documents.editions import pages_of
    from alongside.documents.editions.plain_text import plain_text
    from alongside.documents.page_words import page_words

    document = _document(paper.sheet)
    pages = pages_of(document, paper.edition, paper.tint)
    return PaperPages(paper.person, pages, plain_text(document), page_words(document, pages))


def _document(sheet: Sheet) -> "Document":
    """Return the paper of a sheet, part by part."""
    from alongside.documents.meeting_papers import paper_of

    return paper_of(sheet)
