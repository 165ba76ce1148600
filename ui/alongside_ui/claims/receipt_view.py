"""A receipt looked at: its pages grow and turn by keys; what is on them can be read as words."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from alongside.domain.errors import UserError
from alongside.i18n import _
from alongside.services.receipt_rows import ReceiptRow
from alongside.services.receipt_sheets import ReceiptSheets
from alongside.services.receipts import SaveCopy, TurnReceipt
from alongside_ui.announce import speak
from alongside_ui.operations import Operations
from alongside_ui.widgets.dialog import Dialog, FormDialog, Verb
from alongside_ui.widgets.fields import needed
from alongside_ui.widgets.picture_view import PictureView, read_picture
from alongside_ui.widgets.save_field import SaveField

_HELP = "claims#look-at-a-receipt"

_TURNS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}

_LETTERS = 140
"""Letters that a screen has beside one another where picture and words go side by side."""


class ViewDialog(Dialog):
    """One receipt: its pages as pictures, and beside them the words of those that have any."""

    help = _HELP

    def __init__(
        self, operations: Operations, parent: QWidget, row: ReceiptRow,
        shown: ReceiptSheets | UserError,
    ) -> None:  # fmt: skip
        problem = shown.words if isinstance(shown, UserError) else shown.note
        title = _("Receipt {number}: {name}").format(number=row.number, name=row.name)
        super().__init__(parent, title, problem)
        self._operations, self._row = operations, row
        self._sheets = () if isinstance(shown, UserError) else shown.sheets
        self._page = 0
        self._words: QPlainTextEdit | None = None
        if self._sheets:
            self._first: QWidget = self._show_picture()
            if len(self._sheets) > 1:
                self._offer_pages()
            self._turn_to(0)
        save = self.add_button(_("Save a copy…"), self._save, is_main=not self._sheets)
        if not self._sheets:
            self._first = save
        self.add_button(_("Close"), self.accept)

    def start(self) -> None:
        """Open, with the keyboard on the picture."""
        self._first.setFocus()
        self.open()

    def _show_picture(self) -> PictureView:
        picture = PictureView("", read_picture(self._sheets[0].picture), self._row.turned)
        self._picture, self._state = picture, QLabel(picture.words)
        self.body.addWidget(self._state)
        letters = self.screen().availableSize().width() // self.fontMetrics().averageCharWidth()
        side_by_side = QHBoxLayout() if letters > _LETTERS else QVBoxLayout()
        side_by_side.addWidget(picture, 2)
        if any(sheet.words for sheet in self._sheets):
            self._words = QPlainTextEdit()
            self._words.setReadOnly(True)
            self._words.setTabChangesFocus(True)
            name = _("Words of receipt {number}").format(number=self._row.number)
            self._words.setAccessibleName(name)
            side_by_side.addWidget(self._words, 1)
        self.body.addLayout(side_by_side, 1)
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
        picture.shown.connect(lambda _words: self._say_state())
        return picture

    def _offer_pages(self) -> None:
        self.add_button(_("Next page (Ctrl+Page Down)"), partial(self._turn_by, 1))
        self.add_button(_("Previous page (Ctrl+Page Up)"), partial(self._turn_by, -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the page, wherever the keyboard is."""
        by = _TURNS.get(Qt.Key(event.key()))
        if by and event.modifiers() == Qt.KeyboardModifier.ControlModifier and self._sheets:
            self._turn_by(by)
        else:
            super().keyPressEvent(event)

    def _turn_by(self, by: int) -> None:
        """Go so many pages on; where there is none, say again which it is."""
        self._turn_to(min(max(self._page + by, 0), len(self._sheets) - 1))
        speak(self._which())

    def _turn_to(self, page: int) -> None:
        self._page = page
        sheet = self._sheets[page]
        self._picture.show_picture(read_picture(sheet.picture))
        name = _("Receipt {number} as a picture").format(number=self._row.number)
        if len(self._sheets) > 1:
            # translators: what a picture is of, and which page of it
            name = _("{receipt}, {page}").format(receipt=name, page=self._which())
        self._picture.setAccessibleName(name)
        if self._words:
            self._words.setPlainText(sheet.words or _("There are no words on this page."))
        self._say_state()

    def _say_state(self) -> None:
        parts = [self._which()] if len(self._sheets) > 1 else []
        self._state.setText(", ".join([*parts, self._picture.words]))

    def _which(self) -> str:
        return _("page {page} of {of}").format(page=self._page + 1, of=len(self._sheets))

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
