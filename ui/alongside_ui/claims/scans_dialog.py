"""The folder that a scanner or telephone puts its files in, and those in it that are new."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from alongside.domain.errors import AlongsideError, UserError
from alongside.i18n import _, ngettext
from alongside.services.receipt_files import ReceiptFile
from alongside.services.receipt_scans import ScannedFile
from alongside_ui import errors
from alongside_ui.desk import Desk
from alongside_ui.widgets.dialog import Dialog
from alongside_ui.widgets.fields import Fields
from alongside_ui.widgets.folder_field import FolderField
from alongside_ui.widgets.rows import Column
from alongside_ui.widgets.table import Table


class ScansDialog(Dialog):
    """Files that are no receipts yet, newest first. `add` is given those that are chosen."""

    help = "claims#receipts"

    def __init__(
        self, desk: Desk, parent: QWidget, add: Callable[[tuple[ReceiptFile, ...]], object]
    ) -> None:
        super().__init__(
            parent, _("From the scan folder"),
            _("Files that are receipts already are left out. The files stay where they are: delete "
              "them when you need them no more."),
        )  # fmt: skip
        self._desk, self._add = desk, add
        self._is_open = True
        self.form = Fields(letters=self.letters)
        kept = desk.preferences.settings.scan_folder
        self.folder = FolderField(self.letters.give(_("Choose a folder…")), kept)
        self.form.custom("folder", _("Folder"), self.folder, lambda: self.folder.path)
        self.body.addWidget(self.form)
        self.table: Table[ScannedFile] = Table(
            _("Files"),
            [
                Column(_("File"), lambda row: row.name,
                       lambda row: ", ".join((row.name, row.when, row.size)), is_whole=True),
                Column(_("When"), lambda row: row.when),
                Column(_("Size"), lambda row: row.size),
            ],
            empty=_("No new files here."),
        )  # fmt: skip
        self.table.opened.connect(lambda row: self._take([row]))
        self.body.addWidget(self.table, 1)
        self.take_room(80, 24)
        self.add_button(_("Look in the folder"), self.look, is_main=True)
        self._one = self.add_button(_("Add…"), self._take_current)
        self._all = self.add_button(_("Add all…"), lambda: self._take(list(self.table.rows.rows)))
        self.add_button(_("Close"), self.accept)
        self.table.moved.connect(self._enable)
        self._enable()

    def start(self) -> None:
        """Open; look at once if the folder is known."""
        self.folder.setFocus()
        self.open()
        if self.folder.path:
            self.look()

    def done(self, result: int) -> None:
        """Close; what is still being looked for is not wanted any more."""
        self._is_open = False
        super().done(result)

    def look(self) -> None:
        """Show what is new in the folder, and remember which folder it is."""
        self.form.clear_problems()
        if not self.folder.path:
            self.form.show_problems([UserError("folder", _("Choose the folder."))])
            return
        operations, folder = self._desk.operations, Path(self.folder.path).expanduser()
        operations.run(operations.office.receipts.scan_folder, folder,
                       then=self._list, failed=self._failed)  # fmt: skip

    def _list(self, files: list[ScannedFile]) -> None:
        if not self._is_open:
            return
        self._desk.preferences.change(scan_folder=self.folder.path)
        self.table.set_rows(files)
        self._enable()
        if files:
            self.table.setFocus()
        words = ngettext("{n} new file", "{n} new files", len(files))
        self._desk.operations.say(words.format(n=len(files)))

    def _failed(self, error: AlongsideError) -> None:
        if isinstance(error, UserError):
            self.form.show_problems([error])
        else:
            errors.show(error, self)

    def _enable(self) -> None:
        self._one.setEnabled(self.table.current is not None)
        self._all.setEnabled(bool(self.table.rows.rows))

    def _take_current(self) -> None:
        if self.table.current:
            self._take([self.table.current])

    def _take(self, rows: list[ScannedFile]) -> None:
        files = tuple(ReceiptFile(row.path) for row in rows)
        self.accept()
        self._add(files)
