"""Receipts: pictures and PDFs kept with a claim, numbered, each on the line that it proves."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from alongside.domain.change import Change, Kind
from alongside.domain.claims import ClaimState
from alongside.domain.errors import UserError
from alongside.domain.receipt_files import (
    OPEN_FOR_RECEIPTS,
    TURNS,
    say_numbers,
)
from alongside.i18n import _, ngettext
from alongside.services import receipt_doubles, receipt_scans
from alongside.services.open_claims import fetch
from alongside.services.receipt_files import CheckedFile, ReceiptFile, read
from alongside.services.receipt_rows import ReceiptContent, ReceiptRow, receipt_row
from alongside.services.receipt_sheets import ReceiptSheets, sheets_of
from alongside.store import claim_lines, receipts
from alongside.store.file import DataFile
from alongside.store.tables import Claim, ClaimLine, Receipt
from alongside.store.work import Session, reading, work

_CLAIM = frozenset({Kind.CLAIM})


@dataclass(frozen=True, slots=True)
class AddReceipts:
    """Ask for files to be receipts of a claim: all of them, or none if one cannot be.

    `line_id` is the line that they prove; None leaves that open.
    """

    claim_id: UUID
    files: tuple[ReceiptFile, ...]
    line_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class PlaceReceipt:
    """Ask for a receipt to prove the line `line_id`, or no line yet."""

    id: UUID
    line_id: UUID | None


@dataclass(frozen=True, slots=True)
class TurnReceipt:
    """Ask for a receipt to be shown turned by so many degrees to the right."""

    id: UUID
    turned: int


@dataclass(frozen=True, slots=True)
class SaveCopy:
    """Ask for what a receipt holds to be written to `file`, where it is not encrypted."""

    id: UUID
    file: Path


class ReceiptService:
    """Add receipts to claims, place, turn, remove and show them, and point out doubles."""

    def __init__(self, store: DataFile) -> None:
        self._store = store
        self._doubles = receipt_doubles.Doubles()

    def list_for(self, claim_id: UUID) -> list[ReceiptRow]:
        """Return a claim's receipts by number."""
        with reading(self._store) as session:
            return [receipt_row(receipt) for receipt in receipts.of_claim(session, claim_id)]

    def content(self, receipt_id: UUID) -> ReceiptContent:
        """Return what a receipt holds. Raise UserError if it is gone."""
        with reading(self._store) as session:
            receipt = _fetch(session, receipt_id)
            return ReceiptContent(receipt_row(receipt), receipts.content(session, receipt.sha256))

    def sheets(self, receipt_id: UUID) -> ReceiptSheets:
        """Return the pages of a receipt. Raise UserError if it is gone, or cannot be shown."""
        found = self.content(receipt_id)
        return sheets_of(found.data, found.row.kind)

    def duplicates(self, claim_id: UUID) -> list[receipt_doubles.Double]:
        """Return which receipts of a claim stand elsewhere too, the very file or one like it.

        Claims that were withdrawn or returned do not count: others have their receipts now.
        """
        with reading(self._store) as session:
            return self._doubles.of_claim(session, claim_id)

    def scan_folder(self, folder: Path) -> list[receipt_scans.ScannedFile]:
        """Return the files of a folder that may be receipts and are none yet, newest first.

        Raise UserError for a folder that is not there.
        """
        with reading(self._store) as session:
            return receipt_scans.found_in(session, folder)

    def add(self, request: AddReceipts) -> Change:
        """Add receipts to a claim that nobody has approved yet, each with the next number.

        A draft's line says the numbers, unless something else was typed there. Raise UserError for
        a file that is no receipt, or none at all.
        """
        checked = [read(file) for file in request.files]
        if not checked:
            raise UserError("files", _("Choose a file."))
        with work(self._store) as w:
            claim = _fetch_open(w.session, request.claim_id)
            line = _line_of(w.session, claim, request.line_id)
            seen = receipts.attached(w.session, [file.sha256 for file in checked])
            added = [self._add(w.session, claim, line, file) for file in checked]
            words = ngettext("Receipt {numbers} added to claim {claim}",
                             "Receipts {numbers} added to claim {claim}", len(added))  # fmt: skip
            if seen:
                words = ngettext(
                    "Receipt {numbers} added to claim {claim}. The same file was there before.",
                    "Receipts {numbers} added to claim {claim}. Some were there before.",
                    len(added),
                )
            numbers = say_numbers(receipt.number for receipt in added)
            said = words.format(numbers=numbers, claim=claim.number)
            return w.done(Change(said, _CLAIM, added[0].id))

    def place(self, request: PlaceReceipt) -> Change:
        """Say which line a receipt proves. Raise UserError once the claim is approved."""
        with work(self._store) as w:
            receipt = _fetch(w.session, request.id)
            claim = _fetch_open(w.session, receipt.claim_id)
            _put(receipt, _line_of(w.session, claim, request.line_id))
            words = _("Receipt {number} of claim {claim} is for no line yet")
            if receipt.line:
                words = _("Receipt {number} of claim {claim} is for: {line}")
            line = receipt.line.words if receipt.line else ""
            said = words.format(number=receipt.number, claim=claim.number, line=line)
            return w.done(Change(said, _CLAIM, receipt.id))

    def turn(self, request: TurnReceipt) -> Change:
        """Remember how far a receipt is turned to be read. Its file stays as it is."""
        with work(self._store) as w:
            receipt = _fetch(w.session, request.id)
            receipt.turned = request.turned % 360
            assert receipt.turned in TURNS
            words = _("Receipt {number} of claim {claim} turned")
            said = words.format(number=receipt.number, claim=receipt.claim.number)
            return w.done(Change(said, _CLAIM, receipt.id))

    def remove(self, receipt_id: UUID) -> Change:
        """Take a receipt off a claim. Raise UserError once the claim is approved.

        What it holds leaves the file when the file is closed: until then, Undo brings it back.
        """
        with work(self._store) as w:
            receipt = _fetch(w.session, receipt_id)
            claim = _fetch_open(w.session, receipt.claim_id)
            _put(receipt, None)
            w.session.delete(receipt)
            words = _("Receipt {number} removed from claim {claim}")
            return w.done(Change(words.format(number=receipt.number, claim=claim.number), _CLAIM))

    def save_copy(self, request: SaveCopy) -> Change:
        """Write what a receipt holds to a file that only this login may read. It is noted.

        Raise WorldError if the disk does not take it.
        """
        from alongside.documents import folder

        found = self.content(request.id)
        folder.write(request.file, found.data)
        with work(self._store) as w:
            claim = _fetch(w.session, request.id).claim
            words = _("Copy of receipt {number} of claim {claim} saved, not encrypted")
            return w.note(Change(words.format(number=found.row.number, claim=claim.number), _CLAIM))

    def _add(
        self, session: Session, claim: Claim, line: ClaimLine | None, file: CheckedFile
    ) -> Receipt:
        receipts.keep(session, file.sha256, file.content)
        receipt = Receipt(
            claim_id=claim.id, number=receipts.next_number(session, claim.id), name=file.name,
            kind=file.kind, size=len(file.content), sha256=file.sha256, looks=file.looks,
            added_on=self._store.now().date(),
        )  # fmt: skip
        session.add(receipt)
        receipt.claim = claim
        _put(receipt, line)
        session.flush()
        return receipt


def _put(receipt: Receipt, line: ClaimLine | None) -> None:
    """Let a receipt prove `line`; lines of a draft that say the numbers of receipts keep up."""
    for each, does_come in ((receipt.line, False), (line, True)):
        if each is None or receipt.claim.state is not ClaimState.DRAFT:
            continue
        there = {other.number for other in each.receipts}
        wanted = there | {receipt.number} if does_come else there - {receipt.number}
        if does_come:
            each.instead = None
        if each.receipt in {"", say_numbers(there)}:
            each.receipt = say_numbers(wanted)
    receipt.line = line


def _fetch(session: Session, receipt_id: UUID) -> Receipt:
    receipt = receipts.find(session, receipt_id)
    if receipt is None:
        raise UserError("", _("That receipt is no longer here."))
    return receipt


def _fetch_open(session: Session, claim_id: UUID) -> Claim:
    claim = fetch(session, claim_id)
    if claim.state not in OPEN_FOR_RECEIPTS:
        words = _("Claim {number} is {state}, so its receipts stay as they are.")
        raise UserError("", words.format(number=claim.number, state=claim.state.words))
    return claim


def _line_of(session: Session, claim: Claim, line_id: UUID | None) -> ClaimLine | None:
    if line_id is None:
        return None
    line = claim_lines.find(session, line_id)
    if line is None or line.is_removed or line.claim_id != claim.id:
        raise UserError("line_id", _("That line is no longer here."))
    return line
