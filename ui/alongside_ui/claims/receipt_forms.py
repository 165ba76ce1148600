"""Dialogs about one or a few receipts: added, put on another line, or why there is none."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alongside.domain.change import Change
from alongside.domain.errors import UserError
from alongside.i18n import _, ngettext
from alongside.services.claim_lines import CorrectLine
from alongside.services.claim_rows import ClaimRecord
from alongside.services.line_rows import LineRow
from alongside.services.receipt_files import ReceiptFile
from alongside.services.receipt_rows import ReceiptRow
from alongside.services.receipts import AddReceipts, PlaceReceipt
from alongside_ui.operations import Operations
from alongside_ui.widgets.dialog import FormDialog, Verb
from alongside_ui.widgets.fields import Choices, needed
from alongside_ui.widgets.file_field import FileField


class AddReceiptsDialog(FormDialog):
    """Files that become receipts, chosen here or given already, and the line that they prove."""

    help = "claims#receipts"
    added = Signal(object)
    """The id of the first receipt that was added."""

    def __init__(
        self, operations: Operations, parent: QWidget, claim: ClaimRecord,
        files: Sequence[ReceiptFile] = (), line_id: UUID | None = None,
    ) -> None:  # fmt: skip
        title = ngettext("Add a receipt", "Add {n} receipts", len(files) or 1)
        names = ", ".join(file.path.name if file.path else file.name for file in files)
        super().__init__(operations, parent, title.format(n=len(files)), names, save_words=_("Add"))
        self._claim, self._files = claim, tuple(files)
        if not files:
            choose = self.form.letters.give(_("Choose a file…"))
            field = FileField(choose, _("Receipts (*.jpg *.jpeg *.png *.pdf)"))
            self.form.custom(
                "files", _("File"), field, lambda: field.path,
                needed(_("A JPEG or PNG picture, or a PDF, of 10 megabytes at most.")),
            )  # fmt: skip
        self.form.choice("line_id", _("For the line"), lines_of(claim), line_id)

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the receipts to be added."""
        files = self._files
        if not files:
            if not values["files"]:
                raise UserError("files", _("Choose a file."))
            files = (ReceiptFile(Path(values["files"]).expanduser()),)
        request = AddReceipts(self._claim.row.id, files, values["line_id"])
        return self.operations.office.receipts.add, request

    def saved(self, result: Change) -> None:
        """Tell which was added, and close."""
        self.added.emit(result.id)
        super().saved(result)


class PlaceDialog(FormDialog):
    """Which line a receipt proves."""

    help = "claims#receipts"

    def __init__(
        self, operations: Operations, parent: QWidget, claim: ClaimRecord, row: ReceiptRow
    ) -> None:
        title = _("Receipt {number}: to another line").format(number=row.number)
        super().__init__(operations, parent, title, row.name)
        self._row = row
        self.form.choice("line_id", _("For the line"), lines_of(claim), row.line_id)

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the receipt to be placed."""
        request = PlaceReceipt(self._row.id, values["line_id"])
        return self.operations.office.receipts.place, request


class NoReceiptDialog(FormDialog):
    """What there is instead of a receipt, as far as the policy goes; else the approver decides."""

    help = "claims#no-receipt"

    def __init__(self, operations: Operations, parent: QWidget, lines: Sequence[LineRow]) -> None:
        super().__init__(
            operations, parent, _("No receipt because"),
            _("It is printed on the form, where the number of the receipt would be."),
        )  # fmt: skip
        self._lines = list(lines)
        line = self.form.choice("line", _("Line"), [(line, said_line(line)) for line in lines])
        self.form.choice("instead", _("What there is instead"), [])
        self.form.text("receipt", _("Why there is none"), "",
                       _("Needed if nothing stands in for it: the machine gave none"))  # fmt: skip
        line.currentIndexChanged.connect(self._offer)
        self._offer()

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for what stands in, or the reason, to be kept with the line."""
        instead = self.form["instead"].currentData()
        if instead is None and not values["receipt"].strip():
            raise UserError("receipt", _("Say why there is no receipt."))
        line: LineRow = values["line"]
        details = replace(line.details, receipt=values["receipt"], instead=instead)
        return self.operations.office.claim_lines.correct, CorrectLine(line.id, details)

    def _offer(self) -> None:
        """Offer what the policy takes for the line that is chosen, and always something else."""
        box = self.form["instead"]
        box.clear()
        line = self._lines[self.form["line"].currentIndex()] if self._lines else None
        for each, words in line.instead if line else ():
            box.addItem(words, each)
        box.addItem(_("nothing: the approver decides"), None)


def lines_of(claim: ClaimRecord) -> Choices:
    """Return the lines that a receipt may prove, expenses first, and none."""
    lines = [(line.id, said_line(line)) for line in (*claim.expenses, *claim.fees)]
    return [(None, _("no line yet")), *lines]


def said_line(line: LineRow) -> str:
    """Return a line as a choice: what it is for, its day and its amount."""
    return f"{line.words}, {line.when}, {line.amount}"
