"""A receipt looked at: a picture grows and turns by keys, a PDF is saved as a copy."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QLabel, QWidget

from alongside.domain.errors import UserError
from alongside.i18n import _
from alongside.services.receipt_rows import ReceiptContent, ReceiptRow
from alongside.services.receipts import SaveCopy, TurnReceipt
from alongside_ui.operations import Operations
from alongside_ui.widgets.dialog import Dialog, FormDialog, Verb
from alongside_ui.widgets.fields import needed
from alongside_ui.widgets.picture_view import PictureView, read_picture
from alongside_ui.widgets.save_field import SaveField

_HELP = "claims#look-at-a-receipt"


class ViewDialog(Dialog):
    """One receipt. A PDF is never opened here: what reads PDFs is a way in for bad ones."""

    help = _HELP

    def __init__(self, operations: Operations, parent: QWidget, content: ReceiptContent) -> None:
        row = content.row
        sentence = "" if row.kind.is_picture else _(
            "This receipt is a PDF. Alongside keeps PDFs and does not open them. Save a copy to "
            "look at it in another program.")  # fmt: skip
        title = _("Receipt {number}: {name}").format(number=row.number, name=row.name)
        super().__init__(parent, title, sentence)
        self._operations, self._row = operations, row
        self.picture: PictureView | None = None
        if row.kind.is_picture:
            self._show_picture(content)
        save = self.add_button(_("Save a copy…"), self._save, is_main=not row.kind.is_picture)
        self._first: QWidget = self.picture or save
        self.add_button(_("Close"), self.accept)

    def start(self) -> None:
        """Open, with the keyboard on the picture."""
        self._first.setFocus()
        self.open()

    def _show_picture(self, content: ReceiptContent) -> None:
        name = _("Receipt {number} as a picture").format(number=self._row.number)
        picture = PictureView(name, read_picture(content.data), self._row.turned)
        self.picture = picture
        self._state = QLabel(picture.words)
        self.body.addWidget(self._state)
        self.body.addWidget(picture, 1)
        self.take_room(110, 34)
        picture.turned.connect(self._keep)
        for words, do in (
            (_("Larger (+)"), lambda: picture.step(1)),
            (_("Smaller (-)"), lambda: picture.step(-1)),
            (_("As wide as its place (0)"), lambda: picture.step(0)),
            (_("Turn right (R)"), lambda: picture.turn(90)),
            (_("Turn left (Shift+R)"), lambda: picture.turn(-90)),
        ):
            self.add_button(words, do)
        picture.shown.connect(self._state.setText)

    def _keep(self, turned: int) -> None:
        self._operations.run(self._operations.office.receipts.turn,
                             TurnReceipt(self._row.id, turned), is_spoken=False)  # fmt: skip

    def _save(self) -> None:
        SaveCopyDialog(self._operations, self, self._row).start()


class SaveCopyDialog(FormDialog):
    """Where a copy of a receipt goes, and a warning that it is not encrypted there."""

    help = _HELP

    def __init__(self, operations: Operations, parent: QWidget, row: ReceiptRow) -> None:
        super().__init__(
            operations, parent, _("Save a copy of receipt {number}").format(number=row.number),
            _("The copy is not encrypted: whoever can open it can read it. Delete it when you have "
              "looked at it."),
            save_words=_("Save the copy"),
        )  # fmt: skip
        self._row = row
        folder = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation)  # fmt: skip
        field = SaveField(
            self.form.letters.give(_("Choose a place…")), f"*{row.kind.ending}",
            str(Path(folder) / row.name),
        )  # fmt: skip
        self.form.custom("file", _("File"), field, lambda: field.path, needed())

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the copy to be written."""
        if not values["file"]:
            raise UserError("file", _("Choose where the copy goes."))
        request = SaveCopy(self._row.id, Path(values["file"]).expanduser())
        return self.operations.office.receipts.save_copy, request
