"""Restoring: the backups that were found, in plain words, and which of them is put back."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from alongside.i18n import _
from alongside.services.backups import BackupRow
from alongside_ui.widgets.dialog import Dialog, ask
from alongside_ui.widgets.rows import Column
from alongside_ui.widgets.table import Table


class RestoreDialog(Dialog):
    """A list of backups; `restore` is told which file was chosen, once that was agreed to."""

    help = "data-file#restore-a-backup"

    def __init__(
        self, parent: QWidget, rows: Sequence[BackupRow], data_file: Path,
        restore: Callable[[Path], object],
    ) -> None:  # fmt: skip
        super().__init__(
            parent, _("Restore a backup"),
            _("The backup takes the place of the records that are here now. Those are kept, in a "
              "folder beside."),
        )  # fmt: skip
        self._data_file, self._restore = data_file, restore
        self.table: Table[BackupRow] = Table(
            _("Backups"),
            [
                Column(_("Made"), lambda row: row.when,
                       lambda row: f"{row.when}: {row.holds}, {row.why}", is_whole=True),
                Column(_("Holds"), lambda row: row.holds, is_whole=True),
                Column(_("Why"), lambda row: row.why),
                Column(_("Folder"), lambda row: str(row.place.parent)),
            ],
            empty=_("No backup was found here. Choose one from another folder or a stick."),
        )  # fmt: skip
        self.table.opened.connect(lambda row: self._agree(row.place, row.when))
        self.body.addWidget(self.table, 1)
        self._main = self.add_button(_("Restore…"), self._restore_current, is_main=True)
        self.add_button(_("Choose another file…"), self._choose)
        self.add_button(_("Cancel"), self.reject)
        self.take_room(96, 20)
        self.table.set_rows(rows)
        self._main.setEnabled(bool(rows))
        self.table.setFocus()

    def _restore_current(self) -> None:
        row = self.table.current
        if row is not None:
            self._agree(row.place, row.when)

    def _choose(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(
            self, _("Choose a backup"), str(self._data_file.parent), _("Backups (*.zip)")
        )
        if chosen:
            self._agree(Path(chosen), Path(chosen).name)

    def _agree(self, place: Path, what: str) -> None:
        def agreed() -> None:
            self.accept()
            self._restore(place)

        ask(
            self,
            _("Restore the backup of {when}?").format(when=what),
            _("What was changed since then is not in it. The records as they are now stay in a "
              "folder beside {file}.").format(file=self._data_file),
            yes=_("Restore"), no=_("Leave everything as it is"), then=agreed,
        )  # fmt: skip
