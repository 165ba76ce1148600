"""The map of a partner's form as a file: read from one, and saved for other organisations."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from alongside.domain.errors import UserError
from alongside.domain.partner_map import PartnerMap
from alongside.i18n import _
from alongside.services.partner_forms import SaveMap
from alongside_ui.operations import Operations
from alongside_ui.widgets.dialog import FormDialog, Verb
from alongside_ui.widgets.fields import needed
from alongside_ui.widgets.file_field import FileField
from alongside_ui.widgets.save_field import SaveField

_HELP = "printing#share-a-map"


class ReadMapDialog(FormDialog):
    """A map from a file, in the place of what is in the list; nothing is kept before Save."""

    help = _HELP

    def __init__(
        self, operations: Operations, parent: QWidget, then: Callable[[PartnerMap], object]
    ) -> None:
        super().__init__(
            operations, parent, _("Read a map"),
            _("It takes the place of what is in the list. Nothing is kept before you save."),
            _("Read it"),
        )  # fmt: skip
        self._then = then
        field = FileField(self.form.letters.give(_("Choose a file…")), _("Maps (*.json)"))
        self.form.custom("file", _("File"), field, lambda: field.path, needed())

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the file to be read."""
        if not values["file"]:
            raise UserError("file", _("Choose a file."))
        return self.operations.office.partner_forms.read_map, Path(values["file"]).expanduser()

    def saved(self, result: PartnerMap) -> None:
        """Close, and show the map."""
        super().saved(result)
        self._then(result)


class SaveMapDialog(FormDialog):
    """A map to a file that can be given to others: it names nobody."""

    help = _HELP

    def __init__(self, operations: Operations, parent: QWidget, mapped: PartnerMap) -> None:
        super().__init__(
            operations, parent, _("Save the map"),
            _("Others who fill the same form can read it. No person is named in it."),
            _("Save the file"),
        )  # fmt: skip
        self._mapped = mapped
        place = Path.home() / "form-map.json"
        field = SaveField(self.form.letters.give(_("Choose a place…")), _("Maps (*.json)"),
                          str(place))  # fmt: skip
        self.form.custom("file", _("File"), field, lambda: field.path, needed())

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the file to be written."""
        if not values["file"]:
            raise UserError("file", _("Say where the file is saved."))
        request = SaveMap(self._mapped, Path(values["file"]).expanduser())
        return self.operations.office.partner_forms.save_map, request
