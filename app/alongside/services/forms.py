"""Claim forms: as sheets, as pages to look at or print, as files in a folder."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from alongside.domain.change import Change
from alongside.domain.claims import ClaimState
from alongside.domain.errors import AlongsideError, WorldError
from alongside.domain.marks import PageMarks
from alongside.domain.people import Format
from alongside.domain.sheets import ClaimSheet
from alongside.i18n import ngettext
from alongside.services.claim_sheets import make_sheet
from alongside.services.kept_sheets import read_form, read_sheet
from alongside.services.open_claims import fetch
from alongside.store.file import DataFile
from alongside.store.work import note, reading

if TYPE_CHECKING:
    from alongside.documents.document import Document


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
    """A form ready to look at: its pages as marks, and the same in words.

    `page_words` are those of each page by itself.
    """

    number: str
    person: str
    pages: Sequence[PageMarks]
    words: str
    page_words: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class _Ready:
    """A form ready to be made: what it says, and the format that its person prefers today."""

    sheet: ClaimSheet
    document: "Document"
    preferred: Format


class FormService:
    """Make claim forms. Printing changes no claim: an issued one gives the sheet it kept.

    Forms that leave the file, into a folder, leave a line in the history.
    """

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def sheet(self, claim_id: UUID) -> ClaimSheet:
        """Return the finished sheet of one claim. Raise UserError if the claim is gone."""
        return self._ready(claim_id).sheet

    def form(self, claim_id: UUID, *, edition: Format | None = None) -> Form:
        """Return one form as pages and as words: in this edition, or the person's own format.

        Raise UserError for a letter no font has.
        """
        from alongside.documents import editions  # paper is loaded when it is needed
        from alongside.documents.editions.plain_text import plain_text
        from alongside.documents.page_words import page_words

        ready = self._ready(claim_id)
        pages = editions.pages_of(ready.document, edition or ready.preferred)
        sheet, document = ready.sheet, ready.document
        return Form(
            sheet.number, sheet.person, pages, plain_text(document), page_words(document, pages)
        )

    def _ready(self, claim_id: UUID) -> "_Ready":
        from alongside.documents.claim_form import claim_form

        with reading(self._store) as session:
            claim = fetch(session, claim_id)
            preferred, kept = claim.person.format, claim.issued_sheet
            if kept and claim.state is not ClaimState.DRAFT:
                return _Ready(read_sheet(kept), read_form(kept), preferred)
            sheet = make_sheet(session, claim, self._store.now().date(), is_draft=True)
            return _Ready(sheet, claim_form(sheet), preferred)

    def to_folder(
        self,
        claim_ids: Sequence[UUID],
        folder: Path,
        progress: Callable[[int, int, str], None] = lambda *_: None,
        is_cancelled: Callable[[], bool] = lambda: False,
        *,
        edition: Format | None = None,
    ) -> Printed:
        """Write one file for each claim to `folder`, made if need be.

        All are in this edition, or each is in the person's own format.

        `progress` hears how many of how many are done, and the last form's number. Raise
        WorldError when the disk will not take a form; those written before stay.
        """
        from alongside.documents import editions
        from alongside.documents import folder as files

        files.make(folder)
        written: dict[str, Path] = {}
        try:
            for done, claim_id in enumerate(claim_ids, 1):
                if is_cancelled():
                    break
                ready = self._ready(claim_id)
                number, chosen = ready.sheet.number, edition or ready.preferred
                place = folder / files.file_name(number, editions.ending_of(chosen))
                files.write(place, editions.write(ready.document, chosen))
                written[number] = place
                progress(done, len(claim_ids), number)
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
