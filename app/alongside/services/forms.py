"""Claim forms: as sheets, as pages to look at or print, as files in a folder."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from alongside.domain.change import Change
from alongside.domain.claims import ClaimState
from alongside.domain.cover_sheet import FILES, CoverLine, CoverSheet
from alongside.domain.dates import say_date
from alongside.domain.errors import AlongsideError, UserError, WorldError
from alongside.domain.people import EDITIONS, Format
from alongside.domain.receipt_files import ReceiptPages
from alongside.domain.sheets import ClaimSheet
from alongside.domain.tints import Tint
from alongside.i18n import _, language, ngettext, speaking
from alongside.services.claim_outcomes import outcome_of
from alongside.services.claim_sheets import make_sheet
from alongside.services.form_rows import Cover, Form, Printed
from alongside.services.kept_sheets import read_kept
from alongside.services.open_claims import fetch
from alongside.services.paper_styles import style_of
from alongside.services.receipt_pages import with_receipts
from alongside.store import organisation as organisations
from alongside.store.file import DataFile
from alongside.store.work import note, reading

if TYPE_CHECKING:
    from alongside.documents.document import Document


@dataclass(frozen=True, slots=True)
class _Ready:
    """A form ready to be made: what it says, and the format that its person prefers today."""

    sheet: ClaimSheet
    document: "Document"
    preferred: Format

    def line(self, made: Format, why_not: str) -> CoverLine:
        """Return what the list on top says of it: what it was `made` in, or why it was not."""
        made = made if made in EDITIONS else Format.STANDARD
        return CoverLine(self.sheet.person, self.sheet.number, self.preferred, made, why_not)


class FormService:
    """Make claim forms. Printing changes no claim: an issued one gives the sheet it kept.

    Once it is approved, what the office did with it stands after that, with the day of printing.

    Forms that leave the file, into a folder, leave a line in the history.
    """

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def sheet(self, claim_id: UUID) -> ClaimSheet:
        """Return the finished sheet of one claim. Raise UserError if the claim is gone."""
        return self._ready(claim_id).sheet

    def form(
        self, claim_id: UUID, *, edition: Format | None = None, tint: Tint = Tint.WHITE,
        is_completed: bool = False, receipts: ReceiptPages = ReceiptPages.NONE,
    ) -> Form:  # fmt: skip
        """Return one form as pages and as words: in this edition, or the person's own format.

        `tint` has the colours of the pages. One that `is_completed` ends in what the office did
        with the claim, if it is approved. Its receipts come after it as `receipts` says. Raise
        UserError for a letter no font has.
        """
        from alongside.documents import editions  # paper is loaded when it is needed
        from alongside.documents.editions.plain_text import plain_text
        from alongside.documents.page_words import page_words

        ready = self._ready(claim_id, receipts, is_completed=is_completed)
        pages = editions.pages_of(ready.document, edition or ready.preferred, tint)
        sheet, document = ready.sheet, ready.document
        return Form(
            sheet.number, sheet.person, pages, plain_text(document), page_words(document, pages)
        )

    def _ready(
        self, claim_id: UUID, receipts: ReceiptPages = ReceiptPages.NONE, *,
        is_completed: bool = False,
    ) -> "_Ready":  # fmt: skip
        from alongside.documents.claim_form import claim_form
        from alongside.documents.completed_form import completed

        with reading(self._store) as session:
            claim, today = fetch(session, claim_id), self._store.now().date()
            preferred, kept = claim.person.format, claim.issued_sheet
            if not kept or claim.state is ClaimState.DRAFT:
                sheet = make_sheet(session, claim, today, is_draft=True)
                form = claim_form(sheet)
            else:
                sheet, form = read_kept(kept)
                with speaking(form.language):
                    outcome = outcome_of(session, claim, today) if is_completed else None
                form = completed(form, outcome) if outcome else form
            if receipts is not ReceiptPages.NONE:
                form = with_receipts(session, form, claim_id, receipts)
            return _Ready(sheet, form, preferred)

    def to_folder(
        self,
        claim_ids: Sequence[UUID],
        folder: Path,
        progress: Callable[[int, int, str], None] = lambda *_: None,
        is_cancelled: Callable[[], bool] = lambda: False,
        *,
        edition: Format | None = None,
        tint: Tint = Tint.WHITE,
        is_completed: bool = False,
        receipts: ReceiptPages = ReceiptPages.NONE,
        has_cover: bool = False,
    ) -> Printed:
        """Write one file for each claim to `folder`, made if need be.

        All are in this edition, or each is in the person's own format; `tint` has their colours.
        Those that are `is_completed` end in what the office did, where a claim is approved; their
        receipts come after them. A form that cannot be made is left out, and the others go on. If
        it `has_cover`, a list of them all is there too.

        `progress` hears how many of how many are done, and the last form's number. Raise
        WorldError when the disk will not take a form; those written before stay.
        """
        from alongside.documents import editions
        from alongside.documents import folder as files

        files.make(folder)
        written: dict[str, Path] = {}
        lines: list[CoverLine] = []
        cover = None
        try:
            for done, claim_id in enumerate(claim_ids, 1):
                if is_cancelled():
                    break
                ready = self._ready(claim_id, receipts, is_completed=is_completed)
                number, chosen = ready.sheet.number, edition or ready.preferred
                place = folder / files.file_name(number, editions.ending_of(chosen))
                made, why_not = b"", ""
                try:
                    made = editions.write(ready.document, chosen, tint)
                except (UserError, WorldError) as error:  # braille needs what may not be there
                    why_not = error.words
                else:
                    files.write(place, made)
                    written[number] = place
                lines.append(ready.line(chosen, why_not))
                progress(done, len(claim_ids), number)
            if has_cover and lines:
                cover = folder / files.pdf_name(_("Cover list"))
                files.write(cover, editions.write(self._cover(lines), Format.STANDARD))
        except AlongsideError:
            with suppress(WorldError):  # what stopped the forms is what has to be said
                self._note(list(written), folder)
            raise
        change = self._note(list(written), folder)
        return Printed(list(written.values()), len(claim_ids), change, _left_out(lines), cover)

    def cover(
        self, claim_ids: Sequence[UUID], *, edition: Format | None = None,
        receipts: ReceiptPages = ReceiptPages.NONE,
    ) -> Cover:  # fmt: skip
        """Return the list that lies on top of these forms on paper, which are then by name.

        Each is laid out for it, so that what cannot be printed is known before anything is.
        """
        from alongside.documents import editions

        lines: list[tuple[CoverLine, UUID]] = []
        for claim_id in claim_ids:
            ready = self._ready(claim_id, receipts)
            chosen, why_not = edition or ready.preferred, ""
            try:
                editions.pages_of(ready.document, chosen)
            except UserError as error:
                why_not = error.words
            shown = Format.STANDARD if chosen in FILES else chosen
            lines.append((ready.line(shown, why_not), claim_id))
        lines.sort(key=lambda pair: pair[0].person.casefold())
        pages = editions.pages_of(self._cover([line for line, _id in lines]), Format.STANDARD)
        ids = [claim_id for line, claim_id in lines if not line.why_not]
        return Cover(pages, ids, _left_out([line for line, _id in lines]))

    def _cover(self, lines: Sequence[CoverLine]) -> "Document":
        from alongside.documents.cover_list import cover_list

        with reading(self._store) as session:
            organisation = organisations.find(session)
            name = organisation.name if organisation else ""
            style = style_of(organisation)
        by_name = sorted(lines, key=lambda line: line.person.casefold())
        today = say_date(self._store.now().date())
        return cover_list(CoverSheet(name, today, by_name, language(), style))

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


def _left_out(lines: Sequence[CoverLine]) -> list[str]:
    """Return why forms could not be made, whose each is first."""
    said = _("{person}, claim {number}: {words}")
    return [said.format(person=line.person, number=line.number, words=line.why_not)
            for line in lines if line.why_not]  # fmt: skip
