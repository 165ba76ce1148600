"""Partners' own forms: the list of them, one that is added, one that is corrected."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from alongside.domain.change import Change
from alongside.domain.errors import UserError
from alongside.i18n import _
from alongside.services.partner_form_rows import (
    PartnerFormDetails,
    PartnerFormRecord,
    PartnerFormRow,
)
from alongside.services.partner_forms import AddPartnerForm, CorrectPartnerForm
from alongside_ui.operations import Operations
from alongside_ui.settings.partner_map_dialog import PartnerMapDialog
from alongside_ui.widgets.dialog import FormDialog, Verb
from alongside_ui.widgets.fields import Fields, needed
from alongside_ui.widgets.file_field import FileField
from alongside_ui.widgets.list_dialog import EditedListDialog
from alongside_ui.widgets.rows import Column
from alongside_ui.widgets.table import Table

_HELP = "printing#a-partners-own-form"


class PartnerFormsDialog(EditedListDialog):
    """The forms that can be used: each with whose it is, its date, and how much is filled in."""

    help = _HELP

    def __init__(self, operations: Operations, parent: QWidget) -> None:
        table: Table[PartnerFormRow] = Table(
            _("Partners’ forms"),
            [
                Column(_("Form"), lambda row: row.name, _spoken, is_whole=True),
                Column(_("Partner"), lambda row: row.partner),
                Column(_("Date of the form"), lambda row: row.dated),
                Column(_("What it has"), lambda row: row.paper),
                Column(_("What goes where"), lambda row: row.mapped),
            ],
            empty=_("No forms yet. Add the PDF of a partner with the button below."),
        )
        super().__init__(
            operations, parent, _("Partners’ forms"),
            _("Some partners want their own claim form. Add its PDF, say once what goes where, "
              "and Alongside fills it for one claim or many. It stays as accessible as they made "
              "it, which may not be much: give people ours beside it."),
            table, remove_words=_("Withdraw"),
        )  # fmt: skip
        self.add_for_one(_("What goes where…"), self._open_map)

    def rows(self) -> Sequence[PartnerFormRow]:
        """Return the forms that are not withdrawn."""
        return self._operations.office.partner_forms.list_()

    def open_row(self, row: PartnerFormRow | None) -> None:
        """Add a form, or correct one."""
        if row is None:
            AddPartnerFormDialog(self._operations, self).start()
        else:
            record = self._operations.office.partner_forms.find(row.id)
            CorrectPartnerFormDialog(self._operations, self, record).start()

    def remove_row(self, row: PartnerFormRow) -> None:
        """Withdraw a form: it can be taken back with Undo."""
        self._operations.run(self._operations.office.partner_forms.withdraw, row.id)

    def open_map_of(self, change: Change) -> None:
        """Show what was guessed of a form that was just added."""
        if change.id:
            self.table.land_on(change.id)
            self.table.setFocus()
            self._open_map(self.table.current)

    def _open_map(self, row: PartnerFormRow | None) -> None:
        if row:
            record = self._operations.office.partner_forms.find(row.id)
            PartnerMapDialog(self._operations, self, record).start()


class AddPartnerFormDialog(FormDialog):
    """A form from the PDF of a partner. When it is kept, what was guessed is shown."""

    help = _HELP

    def __init__(self, operations: Operations, parent: PartnerFormsDialog) -> None:
        super().__init__(
            operations, parent, _("Add a partner’s form"),
            _("The file is kept in your records as it is. Nothing on it is sent anywhere."),
        )  # fmt: skip
        self._list = parent
        self._file = FileField(self.form.letters.give(_("Choose a file…")),
                               _("PDF files (*.pdf *.PDF)"))  # fmt: skip
        self.form.custom(
            "file", _("PDF"), self._file, self._read_file,
            needed(_("At most 10 megabytes and 20 pages")), typed=lambda: self._file.path,
        )  # fmt: skip
        _add_details(self.form, operations, None)

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the form to be added."""
        file = values.pop("file")
        request = AddPartnerForm(PartnerFormDetails(**values), file)
        return self.operations.office.partner_forms.add, request

    def saved(self, result: Change) -> None:
        """Close, and open what goes where."""
        super().saved(result)
        self._list.open_map_of(result)

    def _read_file(self) -> Path:
        if not self._file.path:
            raise UserError("file", _("Choose the PDF of the form."))
        return Path(self._file.path).expanduser()


class CorrectPartnerFormDialog(FormDialog):
    """What a form is called, whose it is, its date."""

    help = _HELP

    def __init__(self, operations: Operations, parent: QWidget, record: PartnerFormRecord) -> None:
        words = _("This form was used, so it stays as it is: a new one takes its place.")
        super().__init__(operations, parent, _("Correct a partner’s form"),
                         words if record.is_used else "")  # fmt: skip
        self._id = record.row.id
        _add_details(self.form, operations, record.details)

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the form to be corrected."""
        request = CorrectPartnerForm(self._id, PartnerFormDetails(**values))
        return self.operations.office.partner_forms.correct, request


def _add_details(form: Fields, operations: Operations, known: PartnerFormDetails | None) -> None:
    partners = ", ".join(operations.office.groups.partners())
    hint = _("One you have: {names}").format(names=partners) if partners else ""
    form.text("name", _("Name of the form"), known.name if known else "",
              needed(_("For example: City claim form")))  # fmt: skip
    form.text("partner", _("Partner"), known.partner if known else "", hint)
    form.date("dated", _("Date of the form"), known.dated if known else None, is_wanted=True,
              hint=_("As it stands on the form, or when you got it: like 9 May 2026"))  # fmt: skip


def _spoken(row: PartnerFormRow) -> str:
    parts = [row.name, row.partner, row.dated, row.paper, row.mapped]
    return ", ".join(part for part in parts if part)
