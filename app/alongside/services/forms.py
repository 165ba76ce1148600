"""Claim forms: as sheets, as pages to look at or print, as files in a folder."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from alongside.domain.claims import ClaimState
from alongside.domain.marks import PageMarks
from alongside.domain.sheets import ClaimSheet
from alongside.services.claim_sheets import make_sheet
from alongside.services.kept_sheets import read_sheet
from alongside.services.open_claims import fetch
from alongside.store.file import DataFile
from alongside.store.work import reading


@dataclass(frozen=True, slots=True)
class Printed:
    """What printing to a folder did. `is_whole` is false if it was stopped on the way."""

    files: Sequence[Path]
    wanted: int

    @property
    def is_whole(self) -> bool:
        """Whether every form that was asked for is there."""
        return len(self.files) == self.wanted


@dataclass(frozen=True, slots=True)
class Form:
    """A form ready to look at: its pages as marks, and the same in words."""

    number: str
    person: str
    pages: Sequence[PageMarks]
    words: str


class FormService:
    """Make claim forms. Printing changes nothing: an issued claim gives the sheet it kept."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def sheet(self, claim_id: UUID) -> ClaimSheet:
        """Return the finished sheet of one claim. Raise UserError if the claim is gone."""
        with reading(self._store) as session:
            claim = fetch(session, claim_id)
            if claim.issued_sheet and claim.state is not ClaimState.DRAFT:
                return read_sheet(claim.issued_sheet)
            return make_sheet(session, claim, self._store.now().date(), is_draft=True)

    def form(self, claim_id: UUID) -> Form:
        """Return one form as pages and as words. Raise UserError for a letter no font has."""
        from alongside.documents.claim_form import lay_out  # paper is loaded when it is needed
        from alongside.documents.page_text import claim_form_text

        sheet = self.sheet(claim_id)
        return Form(sheet.number, sheet.person, lay_out(sheet), claim_form_text(sheet))

    def to_folder(
        self,
        claim_ids: Sequence[UUID],
        folder: Path,
        progress: Callable[[int, int, str], None] = lambda *_: None,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> Printed:
        """Write one PDF for each claim to `folder`, made if need be.

        `progress` hears how many of how many are done, and the last form's number. Raise
        WorldError when the disk will not take a form; those written before stay.
        """
        from alongside.documents import folder as files
        from alongside.documents.pdf import draw_claim_form

        files.make(folder)
        written: list[Path] = []
        for done, claim_id in enumerate(claim_ids, 1):
            if is_cancelled():
                break
            sheet = self.sheet(claim_id)
            place = folder / files.file_name(sheet.number)
            files.write(place, draw_claim_form(sheet))
            written.append(place)
            progress(done, len(claim_ids), sheet.number)
        return Printed(written, len(claim_ids))
