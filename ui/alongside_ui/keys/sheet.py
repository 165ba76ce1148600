"""The recovery sheet: read before it is printed, to a printer or as a PDF file."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF, QStandardPaths
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QLabel, QPlainTextEdit, QWidget

from alongside import keys
from alongside.domain.errors import AlongsideError, WorldError
from alongside.domain.marks import PageMarks
from alongside.i18n import _
from alongside_ui import errors
from alongside_ui.announce import speak
from alongside_ui.keys.new_words import SheetFacts
from alongside_ui.widgets.dialog import Dialog
from alongside_ui.widgets.paper import paint
from alongside_ui.widgets.printer_dialog import ask_printer

_POINTS_TO_AN_INCH = 72


class SheetDialog(Dialog):
    """The sheet as text, with the ways onto paper."""

    help = "recovery-words#the-recovery-sheet"

    def __init__(self, parent: QWidget, words: str, facts: SheetFacts) -> None:
        from alongside.office import now  # the office's clock, and paper, when they are needed
        from alongside.services.recovery_sheet import make_sheet, recovery_paper

        super().__init__(
            parent, _("Recovery sheet"),
            _("One page to print and put away safely. A PDF file is not locked: whoever finds it "
              "can read the words. Keep it on a stick with the paper, not on the computer."),
        )  # fmt: skip
        self._sheet = make_sheet(
            words, organisation=facts.organisation, computer=keys.this_computer(),
            file=facts.file.name, day=now().date(),
        )  # fmt: skip
        paper = recovery_paper(self._sheet)
        self._pages = paper.pages
        label = QLabel()
        self.text = QPlainTextEdit(paper.words)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("The sheet as text"))
        label.setBuddy(self.text)
        label.setText(self.letters.give(_("The sheet as text")))
        self.text.setMinimumHeight(self.fontMetrics().lineSpacing() * 8)
        self.body.addWidget(label)
        self.body.addWidget(self.text, 1)
        self._main = self.add_button(_("Print…"), self._ask_printer, is_main=True)
        self.add_button(_("Save as a PDF file…"), self._save)
        self.add_button(_("Close"), self.accept)
        self.take_room(72, 20)
        self._main.setFocus()

    def _ask_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        remedy = _("Write the words down by hand, or save them as a PDF file.")
        ask_printer(self, printer, lambda _orders: self._print(printer), remedy=remedy,
                    has_pages=False)  # fmt: skip

    def _print(self, printer: QPrinter) -> None:
        if print_pages(printer, self._pages):
            speak(_("Recovery sheet printed"))
        else:
            errors.show(WorldError(
                _("The printer {name} does not take the sheet.").format(name=printer.printerName()),
                _("See that it is on and has paper, or write the words down by hand."),
            ), self)  # fmt: skip

    def _save(self) -> None:
        from alongside.services.recovery_sheet import write_recovery_pdf

        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        usual = str(Path(folder) / _("Recovery words.pdf"))
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Save the recovery sheet"), usual, _("PDF files (*.pdf)")
        )
        if not chosen:
            return
        try:
            write_recovery_pdf(self._sheet, Path(chosen))
        except AlongsideError as error:
            errors.show(error, self)
        else:
            speak(_("Recovery sheet saved to {file}").format(file=chosen))


def print_pages(printer: QPrinter, pages: Sequence[PageMarks]) -> bool:
    """Paint A4 `pages` on `printer`, black on white; return whether it took them."""
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    printer.setDocName(_("Recovery words"))
    painter = QPainter()
    if not painter.begin(printer):
        return False
    try:
        for number, page in enumerate(pages):
            if number and not printer.newPage():
                return False
            paint(painter, page, printer.resolution() / _POINTS_TO_AN_INCH)
    finally:
        painter.end()
    return True
