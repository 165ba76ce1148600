"""Papers of a payment run as files: an advice for each person, a list for the office."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from alongside.domain.change import Change
from alongside.domain.errors import AlongsideError, UserError, WorldError
from alongside.domain.payment_sheets import RemittanceSheet, RunListSheet
from alongside.domain.payments import PayMethod
from alongside.domain.people import Format
from alongside.i18n import _, ngettext
from alongside.services.looks import USUAL, Look
from alongside.services.payment_sheets import by_person, remittance, run_list
from alongside.store import payments
from alongside.store.file import DataFile
from alongside.store.tables import PaymentRun
from alongside.store.work import Session, note, reading


@dataclass(frozen=True, slots=True)
class WriteAdvices:
    """Ask for a remittance advice for each person of a run, as files in `folder`.

    Files that are there already are written over only if that `may` be.
    """

    run_id: UUID
    folder: Path
    look: Look = USUAL
    may_replace: bool = False


@dataclass(frozen=True, slots=True)
class SaveRunList:
    """Ask for the cheque list, cash sheet or voucher sheet of a run as `file`.

    It is in standard print unless the `look` says otherwise.
    """

    run_id: UUID
    file: Path
    look: Look = USUAL
    may_replace: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """What writing to a folder did: the files, out of how many that were `wanted`.

    `left_out` says of each that could not be made why. `change` is its line in the history.
    """

    files: Sequence[Path]
    wanted: int
    left_out: Sequence[str] = ()
    change: Change | None = None

    @property
    def is_whole(self) -> bool:
        """Whether it came to the end: nobody stopped it on the way."""
        return len(self.files) + len(self.left_out) == self.wanted


class PaymentPaperService:
    """Write papers of payment runs. They change no payment, and leave a line in the history."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def remittances(self, run_id: UUID) -> list[RemittanceSheet]:
        """Return the finished advice for each person of a run, by name.

        Raise UserError if the run is gone, or nothing of it goes out.
        """
        with reading(self._store) as session:
            run = _fetch(session, run_id)
            today = self._store.now().date()
            return [remittance(session, own, today) for own in by_person(run)]

    def list_sheet(self, run_id: UUID) -> RunListSheet:
        """Return the finished list of a run. Raise UserError for a run that is paid by bank."""
        with reading(self._store) as session:
            run = _fetch(session, run_id)
            if run.method is PayMethod.BANK:
                raise UserError("", _("A run that is paid by bank transfer needs no list."))
            return run_list(session, run, self._store.now().date())

    def in_the_way(self, request: WriteAdvices) -> list[str]:
        """Return the names of files in the folder that these advices would write over."""
        names = _names(self.remittances(request.run_id), request.look)
        return [name for name in names if (request.folder / name).exists()]

    def to_folder(
        self,
        request: WriteAdvices,
        progress: Callable[[int, int, str], None] = lambda *_: None,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> Written:
        """Write one file for each person to the folder, made if need be.

        What cannot be made for a person leaves them out, not the others. `progress` hears how
        many of how many are done, and the last name. Raise UserError rather than write over a
        file, WorldError when the disk will not take one; those written before stay.
        """
        from alongside.documents import folder as files  # paper is loaded when it is needed
        from alongside.documents.editions import write
        from alongside.documents.remittance import remittance_advice

        sheets = self.remittances(request.run_id)
        folder, look = request.folder, request.look
        names = _names(sheets, look)
        if not request.may_replace:
            for name in names:
                files.check_free(folder / name, "folder")
        files.make(folder)
        written: list[Path] = []
        left_out: list[str] = []
        try:
            for done, (sheet, name) in enumerate(zip(sheets, names, strict=True), 1):
                if is_cancelled():
                    break
                try:
                    edition = look.edition_for(sheet.edition)
                    made = write(remittance_advice(sheet), edition, look.tint)
                except (UserError, WorldError) as error:  # braille needs what may not be there
                    left_out.append(_("{person}: {words}").format(
                        person=sheet.person, words=error.words))  # fmt: skip
                else:
                    files.write(folder / name, made)
                    written.append(folder / name)
                progress(done, len(sheets), sheet.person)
        except AlongsideError:
            with suppress(WorldError):  # what stopped the files is what has to be said
                self._note(sheets[0].run, len(written), folder)
            raise
        change = self._note(sheets[0].run, len(written), folder)
        return Written(written, len(sheets), left_out, change)

    def save_list(self, request: SaveRunList) -> Change:
        """Write the list of a run as a file.

        Raise UserError rather than write over a file, WorldError when the disk will not take it.
        """
        from alongside.documents import folder as files
        from alongside.documents.editions import write
        from alongside.documents.run_list import run_list as list_of

        sheet = self.list_sheet(request.run_id)
        if not request.may_replace:
            files.check_free(request.file, "file")
        look = request.look
        made = write(list_of(sheet), look.edition_for(Format.STANDARD), look.tint)
        files.make(request.file.parent)
        files.write(request.file, made)
        words = _("{title} of payment run {run} saved as {file}")
        said = words.format(title=sheet.title, run=sheet.run, file=request.file)
        return note(self._store, said)

    def _note(self, run: str, number: int, folder: Path) -> Change | None:
        """Leave a line in the history that says how many advices were written where."""
        if not number:
            return None
        words = ngettext(
            "{n} remittance advice of payment run {run} written to the folder {folder}",
            "{n} remittance advices of payment run {run} written to the folder {folder}",
            number,
        )
        return note(self._store, words.format(n=number, run=run, folder=folder))


def _fetch(session: Session, run_id: UUID) -> PaymentRun:
    run = payments.find_run(session, run_id)
    if run is None:
        raise UserError("", _("That payment run is no longer here."))
    if not by_person(run):
        words = _("Nothing of payment run {number} goes out, so there is nothing to print.")
        raise UserError("", words.format(number=run.number))
    return run


def _names(sheets: Sequence[RemittanceSheet], look: Look) -> list[str]:
    """Return a name for the file of each sheet; two people of one name have two files."""
    from alongside.documents.folder import free_name

    taken: set[str] = set()
    words = _("Payment {run} {person}")
    return [
        free_name(
            words.format(run=each.run, person=each.person),
            look.ending_for(each.edition), taken,
        )
        for each in sheets
    ]  # fmt: skip
