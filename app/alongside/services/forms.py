"""Claim forms: as sheets, as pages to look at or print, as files in a folder."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from alongside.domain.change import Change
from alongside.domain.claims import ClaimState
from alongside.domain.errors import AlongsideError, WorldError
from alongside.domain.marks import PageMarks
from alongside.domain.people import Format
from alongside.domain.sheets import ClaimSheet
from alongside.domain.tints import Tint
from alongside.i18n import ngettext
from alongside.services.claim_sheets import make_sheet
from alongside.services.kept_sheets import read_sheet
from alongside.services.open_claims import fetch
from alongside.store.file import DataFile
from alongside.store.work import note, reading


@dataclass(frozen=True, slots=True)
class Printed:
    """What printing to a folder did. `is_whole` is false if it was stopped on the way.

    `change` is its line in the history, if any form was written.
    """

    files: Sequence[Path]
    wanted: int
    change: Change | None = None

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
    """Make claim forms. Printing changes no claim: an issued one gives the sheet it kept.

    Forms that leave the file, into a folder, leave a line in the history.
    """

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def sheet(self, claim_id: UUID) -> ClaimSheet:
        """Return the finished sheet of one claim. Raise UserError if the claim is gone."""
        return self._sheet(claim_id)[0]

    def form(
        self, claim_id: UUID, *, edition: Format | None = None, tint: Tint = Tint.WHITE
    ) -> Form:
        """Return one form as pages and as words: in this edition, or the person's own format.

        `tint` has the colours of the pages. Raise UserError for a letter no font has.
        """
        from alongside.documents import editions  # paper is loaded when it is needed
        from alongside.documents.claim_form import claim_form
        from alongside.documents.editions.plain_text import plain_text

        sheet, preferred = self._sheet(claim_id)
        document = claim_form(sheet)
        pages = editions.pages_of(document, edition or preferred, tint)
        return Form(sheet.number, sheet.person, pages, plain_text(document))

    def _sheet(self, claim_id: UUID) -> tuple[ClaimSheet, Format]:
        """Return a claim's sheet, and the format that the person prefers today."""
        with reading(self._store) as session:
            claim = fetch(session, claim_id)
            preferred = claim.person.format
            if claim.issued_sheet and claim.state is not ClaimState.DRAFT:
                return read_sheet(claim.issued_sheet), preferred
            today = self._store.now().date()
            return make_sheet(session, claim, today, is_draft=True), preferred

    def to_folder(
        self,
        claim_ids: Sequence[UUID],
        folder: Path,
        progress: Callable[[int, int, str], None] = lambda *_: None,
        is_cancelled: Callable[[], bool] = lambda: False,
        *,
        edition: Format | None = None,
        tint: Tint = Tint.WHITE,
    ) -> Printed:
        """Write one file for each claim to `folder`, made if need be.

        All are in this edition, or each is in the person's own format; paper has the colours of
        `tint`.

        `progress` hears how many of how many are done, and the last form's number. Raise
        WorldError when the disk will not take a form; those written before stay.
        """
        from alongside.documents import editions
        from alongside.documents import folder as files
        from alongside.documents.claim_form import claim_form

        files.make(folder)
        written: dict[str, Path] = {}
        try:
            for done, claim_id in enumerate(claim_ids, 1):
                if is_cancelled():
                    break
                sheet, preferred = self._sheet(claim_id)
                chosen = edition or preferred
                place = folder / files.file_name(sheet.number, editions.ending_of(chosen))
                files.write(place, editions.write(claim_form(sheet), chosen, tint))
                written[sheet.number] = place
                progress(done, len(claim_ids), sheet.number)
        except AlongsideError:
            with suppress(WorldError):  # what stopped the forms is what has to be said
                self._note(list(written), folder)
            raise
        return Printed(list(written.values()), len(claim_ids), self._note(list(written), folder))

    def _note(self, numbers: Sequence[str], folder: Path) -> Change | None:
        """Leave a line in the history that says which forms were written where."""
        if not numbers:
            return None
        words = ngettext(
            "Claim form {first} printed to the folder {folder}",
            "{n} claim forms, {first} to {last}, printed to the folder {folder}",
            len(numbers),
        )
        return note(
            self._store,
            words.format(n=len(numbers), first=min(numbers), last=max(numbers), folder=folder),
        )
