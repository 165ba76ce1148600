"""The receipts of one claim: added by file, paste, drop or from a folder of scans; looked at."""

from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QLabel, QWidget

from alongside.domain.change import Change
from alongside.domain.claims import ClaimState
from alongside.i18n import _
from alongside.services.line_rows import LineRow
from alongside.services.receipt_doubles import Double
from alongside.services.receipt_files import ReceiptFile
from alongside.services.receipt_rows import ReceiptRow
from alongside_ui.claims.receipt_forms import (
    AddReceiptsDialog,
    NoReceiptDialog,
    PlaceDialog,
    said_line,
)
from alongside_ui.claims.receipt_view import ViewDialog
from alongside_ui.claims.scans_dialog import ScansDialog
from alongside_ui.desk import Desk
from alongside_ui.widgets.dialog import Dialog, ask
from alongside_ui.widgets.picture_view import write_png
from alongside_ui.widgets.rows import Column
from alongside_ui.widgets.table import Table


class ReceiptsDialog(Dialog):
    """The list of a claim’s receipts. Enter shows one; Ctrl+V pastes; files can be dropped."""

    help = "claims#receipts"

    def __init__(
        self, desk: Desk, parent: QWidget, claim_id: UUID, line_id: UUID | None = None
    ) -> None:
        self._operations = desk.operations
        self._claim = desk.operations.office.claims.find(claim_id)
        row = self._claim.row
        super().__init__(
            parent, _("Receipts of claim {number}: {person}").format(
                number=row.number, person=row.person),
            _("Add pictures or PDFs. They are kept inside your encrypted records."),
        )  # fmt: skip
        self._desk, self._line_id = desk, line_id
        self._doubles: dict[UUID, str] = {}
        self._is_open = True
        self.table: Table[ReceiptRow] = Table(
            _("Receipts"),
            [
                Column(_("Number"), lambda row: str(row.number), self._spoken, is_whole=True),
                Column(_("Line"), lambda row: row.line or _("no line yet"), is_whole=True),
                Column(_("File"), lambda row: row.name),
                Column(_("Size"), lambda row: row.size),
                Column(_("Twice"), lambda row: self._doubles.get(row.id, "")),
            ],
            empty=_("No receipts yet. Add a file, paste a picture, or drop files here."),
        )  # fmt: skip
        self.table.opened.connect(self._show)
        self.body.addWidget(self.table, 1)
        self._twice, self._missing = QLabel(), QLabel()
        for label in (self._twice, self._missing):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            self.body.addWidget(label)
        self.take_room(100, 24)
        self.setAcceptDrops(True)
        self._add_button = self.add_button(_("Add…"), lambda: self._add(()), is_main=True)
        self.add_button(_("Paste (Ctrl+V)"), self._paste)
        self.add_button(_("From the scan folder…"), self._scans)
        self._none = self.add_button(_("No receipt because…"), self._say_why)
        self._one = [
            self.add_button(_("Show…"), lambda: self._show(self.table.current)),
            self.add_button(_("To another line…"), self._place),
            self.add_button(_("Remove…"), self._remove),
        ]
        self.add_button(_("Close"), self.accept)
        self.table.moved.connect(self._enable)
        self._operations.changed.connect(self._read)

    def start(self) -> None:
        """Open, with the keyboard in the list, or on Add while it is empty."""
        self._read()
        (self.table if self.table.rows.rows else self._add_button).setFocus()
        self.open()

    def done(self, result: int) -> None:
        """Close; what is still being looked for is not wanted any more."""
        self._is_open = False
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste and remove by their usual keys."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        elif event.key() == Qt.Key.Key_Delete and self.table.hasFocus():
            self._remove()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what may hold a receipt."""
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for which line the files are that were dropped."""
        files = files_in(event.mimeData())
        if files:
            event.acceptProposedAction()
            self._add(files)

    def _read(self, _change: Change | None = None) -> None:
        receipts = self._operations.office.receipts
        self._claim = self._operations.office.claims.find(self._claim.row.id)
        self.table.set_rows(receipts.list_for(self._claim.row.id))
        missing = self._without()
        lines = "; ".join(said_line(line) for line in missing)
        self._missing.setText(_("No receipt yet: {lines}").format(lines=lines) if missing else "")
        self._enable()
        self._operations.run(receipts.duplicates, self._claim.row.id, then=self._point_out)

    def _without(self) -> list[LineRow]:
        """Return the expense lines that still want a receipt, by the policy of the group."""
        return [line for line in self._claim.expenses if line.is_unproved]

    def _point_out(self, doubles: list[Double]) -> None:
        """Say which receipts stand elsewhere too; aloud if that was not known before."""
        if not self._is_open:
            return
        numbers = {row.id: row.number for row in self.table.rows.rows}
        words: dict[UUID, list[str]] = {}
        for double in doubles:
            words.setdefault(double.id, []).append(double.words)
        known = self._doubles
        self._doubles = {each: "; ".join(said) for each, said in words.items()}
        sentences = {
            each: _("Receipt {number}: {words}.").format(number=numbers[each], words=said)
            for each, said in self._doubles.items()
            if each in numbers
        }
        self._twice.setText(" ".join(sentences.values()))
        self.table.say_anew()
        fresh = [said for each, said in sentences.items() if each not in known]
        if fresh:
            self._operations.say(" ".join(fresh))

    def _spoken(self, row: ReceiptRow) -> str:
        parts = (
            _("receipt {number}").format(number=row.number), row.line or _("no line yet"),
            row.name, self._doubles.get(row.id, ""),
        )  # fmt: skip
        return ", ".join(filter(None, parts))

    def _enable(self) -> None:
        for button in self._one:
            button.setEnabled(self.table.current is not None)
        is_draft = self._claim.row.state is ClaimState.DRAFT
        self._none.setEnabled(is_draft and bool(self._without()))

    def _add(self, files: tuple[ReceiptFile, ...]) -> None:
        missing = [line.id for line in self._without()]
        line_id = missing[0] if len(missing) == 1 else self._line_id
        dialog = AddReceiptsDialog(self._operations, self, self._claim, files, line_id)
        dialog.added.connect(self._land)
        dialog.start()

    def _land(self, receipt_id: UUID) -> None:
        self.table.land_on(receipt_id)
        self.table.setFocus()

    def _paste(self) -> None:
        files = files_in(QGuiApplication.clipboard().mimeData())
        if files:
            self._add(files)
        else:
            self._operations.say(_("There is no picture and no file to paste."))

    def _scans(self) -> None:
        ScansDialog(self._desk, self, self._add).start()

    def _say_why(self) -> None:
        NoReceiptDialog(self._operations, self, self._without()).start()

    def _show(self, row: ReceiptRow | None) -> None:
        if row is None:
            return

        def show(found: Any) -> None:  # its pages, or why they cannot be shown
            if self._is_open:
                ViewDialog(self._operations, self, row, found).start()

        self._operations.run(
            self._operations.office.receipts.sheets, row.id, then=show, failed=show
        )

    def _place(self) -> None:
        if self.table.current:
            PlaceDialog(self._operations, self, self._claim, self.table.current).start()

    def _remove(self) -> None:
        row = self.table.current
        if row is None:
            return
        ask(
            self, _("Remove receipt {number}?").format(number=row.number),
            _("Undo brings it back until Alongside is closed."),
            yes=_("Remove"), no=_("Keep"),
            then=lambda: self._operations.run(self._operations.office.receipts.remove, row.id),
        )  # fmt: skip


def files_in(data: QMimeData | None) -> tuple[ReceiptFile, ...]:
    """Return what was pasted or dropped: files, or else a picture. None is an empty clipboard."""
    if data is None:
        return ()
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if paths:
        return tuple(ReceiptFile(path) for path in paths)
    picture: Any = data.imageData() if data.hasImage() else None
    if isinstance(picture, QImage) and not picture.isNull():
        return (ReceiptFile(content=write_png(picture), name=_("pasted picture")),)
    return ()
