"""Chosen claims on one paper for whoever approves them: to look at, to print, as a file."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from alongside.domain.change import Change
from alongside.domain.meeting_sheets import SummarySheet
from alongside.domain.people import Format
from alongside.domain.sheets import Fact
from alongside.i18n import _, ngettext
from alongside.services.claim_summaries import summary_sheet
from alongside.services.looks import USUAL, Look
from alongside.services.meeting_paper_requests import PaperPages
from alongside.services.open_claims import fetch
from alongside.store.file import DataFile
from alongside.store.work import note, reading

if TYPE_CHECKING:
    from alongside.documents.document import Document


@dataclass(frozen=True, slots=True)
class PrintSummary:
    """Ask for these claims on one paper, in standard print unless the `look` says otherwise."""

    claim_ids: tuple[UUID, ...]
    look: Look = USUAL


@dataclass(frozen=True, slots=True)
class SaveSummary:
    """Ask for that paper as `file`; one that is there is written over only if that `may` be."""

    paper: PrintSummary
    file: Path
    may_replace: bool = False


class ApproverPaperService:
    """Make papers for the approver. They change no claim; a file leaves a line in the history."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def sheet(self, request: PrintSummary) -> SummarySheet:
        """Return the finished summary. Raise UserError if a claim is gone, or none counts."""
        with reading(self._store) as session:
            chosen = [fetch(session, claim_id) for claim_id in request.claim_ids]
            groups = sorted({claim.group.name for claim in chosen}, key=str.casefold)
            title = ngettext("{n} claim", "{n} claims", len(chosen)).format(n=len(chosen))
            facts = (Fact(_("Groups"), ", ".join(groups)),)
            today = self._store.now().date()
            return summary_sheet(session, request.claim_ids, title, facts, today)

    def pages(self, request: PrintSummary) -> PaperPages:
        """Return the paper as pages and as words. Raise UserError as `sheet`."""
        from alongside.documents import editions  # paper is loaded when it is needed
        from alongside.documents.editions.plain_text import plain_text
        from alongside.documents.page_words import page_words

        document, look = self._document(request), request.look
        pages = editions.pages_of(document, look.edition_for(Format.STANDARD), look.tint)
        return PaperPages("", pages, plain_text(document), page_words(document, pages))

    def save(self, request: SaveSummary) -> Change:
        """Write the paper as a file.

        Raise UserError as `sheet` and rather than write over a file, WorldError when the disk will
        not take it or this computer cannot make the format.
        """
        from alongside.documents import folder as files
        from alongside.documents.editions import write

        document, look = self._document(request.paper), request.paper.look
        if not request.may_replace:
            files.check_free(request.file, "file")
        made = write(document, look.edition_for(Format.STANDARD), look.tint)
        files.make(request.file.parent)
        files.write(request.file, made)
        number = len(request.paper.claim_ids)
        words = ngettext(
            "{n} claim for the approver saved as {file}",
            "{n} claims for the approver saved as {file}", number,
        )  # fmt: skip
        return note(self._store, words.format(n=number, file=request.file))

    def _document(self, request: PrintSummary) -> "Document":
        from alongside.documents.claims_summary import claims_summary

        return claims_summary(self.sheet(request))
