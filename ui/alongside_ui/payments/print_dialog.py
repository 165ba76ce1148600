"""Papers of a payment run: an advice for each person into a folder, or a list as a file."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from alongside.domain.errors import UserError
from alongside.domain.payments import PayMethod
from alongside.domain.people import Format
from alongside.i18n import _, ngettext
from alongside.services.looks import Look
from alongside.services.payment_papers import SaveRunList, WriteAdvices
from alongside.services.payment_rows import RunRow
from alongside_ui.desk import Desk
from alongside_ui.widgets import look_fields
from alongside_ui.widgets.dialog import Verb
from alongside_ui.widgets.fields import needed
from alongside_ui.widgets.folder_field import FolderField
from alongside_ui.widgets.paper_files import write_files
from alongside_ui.widgets.progress import ProgressDialog
from alongside_ui.widgets.writing_dialog import FileToWrite, WritingDialog, documents

_ADVICES, _LIST = "advices", "list"


class PrintRunDialog(WritingDialog):
    """Which papers of a run, and where they go."""

    help = "payments#print-a-run"

    def __init__(self, desk: Desk, parent: QWidget, row: RunRow) -> None:
        super().__init__(
            desk.operations, parent, _("Print payment run {number}").format(number=row.number),
            _("A remittance advice says to one person what they are paid, in their own format."),
            desk.words(_("Print"), easy=_("Print")),
        )  # fmt: skip
        self._desk, self._row = desk, row
        which = [(_ADVICES, _("remittance advices"))]
        if row.method is not PayMethod.BANK:
            which.append((_LIST, _list_words(row.method)))
        self.form.choice("which", _("Which"), which)
        look_fields.add_usual_edition(self.form)
        look_fields.add_tint(self.form, desk.preferences.settings.tint)
        folder = desk.preferences.settings.last_folder or documents()
        self._folder = FolderField(_("Choose a folder…"), folder)
        self.form.custom("folder", _("Folder"), self._folder, self._read_folder, needed(),
                         typed=lambda: self._folder.path)  # fmt: skip
        self._file: FileToWrite | None = None
        if row.method is not PayMethod.BANK:
            name = _("{list} {run}").format(list=_list_words(row.method), run=row.number)
            self._file = FileToWrite(self, folder, f"{name[:1].upper()}{name[1:]}.pdf")
        self.form["which"].currentIndexChanged.connect(self._show_what_matters)
        self.form["edition"].currentIndexChanged.connect(self._follow)
        self._show_what_matters()

    @property
    def _is_list(self) -> bool:
        return self.form["which"].currentIndex() == 1

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the list; advices are begun when the dialog has closed."""
        self._wanted = look_fields.look_of(values)
        if self._is_list:
            request = SaveRunList(
                self._row.id, values["file"], self._wanted, may_replace=self.may_replace
            )
            return self.operations.office.payment_papers.save_list, request
        advices = WriteAdvices(
            self._row.id, values["folder"], self._wanted, may_replace=self.may_replace
        )
        return (lambda request: request), advices

    def in_the_way(self) -> str:
        """Return the name of the first file that would be written over, or ""."""
        if self._is_list and self._file:
            return self._file.in_the_way()
        if not self._folder.path:
            return ""
        look = Look(look_fields.edition_now(self.form))
        wanted = WriteAdvices(self._row.id, self._read_folder(), look)
        return next(iter(self.operations.office.payment_papers.in_the_way(wanted)), "")

    def saved(self, result: Any) -> None:
        """Close; what goes into a folder is written now, one file after another."""
        folder = result.folder if isinstance(result, WriteAdvices) else None
        if folder is None and self._file:
            folder = self._file.read().parent
        super().saved(result)
        tint = look_fields.to_keep(self._wanted.tint)
        self._desk.preferences.change(last_folder=str(folder), tint=tint)
        if isinstance(result, WriteAdvices):
            write_advices(self._desk, self.parentWidget(), result)

    def _read_folder(self) -> Path:
        if not self._folder.path:
            raise UserError("folder", _("Choose the folder for the papers."))
        return Path(self._folder.path).expanduser()

    def _follow(self) -> None:
        """Give the file of a list the ending of its format."""
        if self._file:
            look = Look(look_fields.edition_now(self.form))
            self._file.follow(look.ending_for(Format.STANDARD))

    def _show_what_matters(self) -> None:
        if self._file:
            self.form.show_only("file" if self._is_list else "folder", among=("folder", "file"))


def write_advices(desk: Desk, parent: QWidget, request: WriteAdvices) -> ProgressDialog:
    """Write the advices, showing how far it is; return the dialog that shows it."""
    papers = desk.operations.office.payment_papers
    step = _("{done} of {of}: {person}")
    return write_files(
        desk.operations, parent, request.folder,
        lambda progress, is_stopped: papers.to_folder(request, progress, is_stopped),
        step=lambda done, of, person: step.format(done=done, of=of, person=person),
        said=lambda n: ngettext("{n} remittance advice printed to {folder}",
                                "{n} remittance advices printed to {folder}", n),
    )  # fmt: skip


def _list_words(method: PayMethod) -> str:
    return {
        PayMethod.CHEQUE: _("cheque list"),
        PayMethod.CASH: _("cash sheet"),
        PayMethod.VOUCHER: _("voucher sheet"),
    }[method]
