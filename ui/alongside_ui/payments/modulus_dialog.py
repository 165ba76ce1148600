"""The table by which account numbers are checked: put in by the organisation, never by us."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from alongside.domain.errors import UserError
from alongside.i18n import _
from alongside.services.modulus import KeepTables
from alongside_ui.operations import Operations
from alongside_ui.widgets.dialog import FormDialog, Verb
from alongside_ui.widgets.fields import needed
from alongside_ui.widgets.file_field import FileField


class ModulusDialog(FormDialog):
    """Which table is there, and another one in its place."""

    help = "payments#check-account-numbers"

    def __init__(self, operations: Operations, parent: QWidget) -> None:
        state = operations.office.modulus.state()
        super().__init__(
            operations, parent, _("Check of account numbers"),
            _("{state} Pay.UK gives the table out free of charge, under “modulus checking”. A "
              "number that does not fit its sort code is said, and never refused.").format(
                state=state),
            _("Use these"),
        )  # fmt: skip
        letters, kinds = self.form.letters, _("Tables (*.txt)")
        weights = FileField(letters.give(_("Choose a file…")), kinds)
        others = FileField(letters.give(_("Choose a second file…")), kinds)
        self.form.custom("weights", _("Table of weights"), weights, lambda: weights.path,
                         needed(_("Its name begins with valacdos")))  # fmt: skip
        self.form.custom("substitutions", _("Table of substitutions"), others,
                         lambda: others.path, _("scsubtab.txt, if you have it"))  # fmt: skip

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the tables to be kept."""
        if not values["weights"]:
            raise UserError("weights", _("Choose the file that has the table."))
        others = values["substitutions"]
        request = KeepTables(Path(values["weights"]), Path(others) if others else None)
        return self.operations.office.modulus.keep, request
