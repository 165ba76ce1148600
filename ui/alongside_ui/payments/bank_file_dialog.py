"""The file for the bank: in which layout, and where it is saved."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from alongside.domain.errors import UserError
from alongside.i18n import _
from alongside.services.bank_files import SaveBankFile
from alongside.services.payment_rows import RunRow
from alongside_ui.operations import Operations
from alongside_ui.widgets.dialog import FormDialog, Verb
from alongside_ui.widgets.fields import needed
from alongside_ui.widgets.save_field import SaveField


class BankFileDialog(FormDialog):
    """Save the file of a run. From then on the run is sent, and nothing can be taken out of it."""

    help = "payments#send"

    def __init__(self, operations: Operations, parent: QWidget, run: RunRow, times: int) -> None:
        again = _("This file was saved before. Make sure that the bank has it once.")
        super().__init__(
            operations, parent, _("Save the bank file of run {number}").format(number=run.number),
            again if times else
            _("Once it is saved, the run is sent: nothing can be taken out of it any more. The "
              "file is not locked: take it to the bank, then delete it."),
            _("Save the file"),
        )  # fmt: skip
        self._run = run
        layouts = operations.office.bank_layouts.list_()
        self.form.choice("layout", _("Layout"), [(row.layout, row.name) for row in layouts],
                         None, _("As the bank wants it"))  # fmt: skip
        place = Path.home() / f"{run.number}.csv"
        field = SaveField(self.form.letters.give(_("Choose a place…")),
                          _("Bank files (*.csv *.txt)"), str(place))  # fmt: skip
        self.form.custom("path", _("File"), field, lambda: field.path, needed())

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the file to be written."""
        if not values["path"]:
            raise UserError("path", _("Say where the file is saved."))
        request = SaveBankFile(self._run.id, values["layout"], Path(values["path"]))
        return self.operations.office.bank_files.save, request
