"""The printer: pages go to it with our own margins, and what it refuses is said in a sentence."""

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from alongside.domain.errors import WorldError
from alongside.domain.marks import PageMarks
from alongside.i18n import _
from alongside_ui.widgets.paper import paint

_POINTS_TO_AN_INCH = 72


def new_printer(name: str) -> QPrinter:
    """Return a printer for A4 in shades of grey; `name` is what it calls the job."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    printer.setDocName(name)
    return printer


def begin(printer: QPrinter, remedy: str) -> QPainter:
    """Return a painter on `printer`. Raise WorldError with `remedy` if it takes nothing."""
    painter = QPainter()
    if not painter.begin(printer):
        name = printer.printerName()
        raise WorldError(_("The printer {name} does not take the forms.").format(name=name), remedy)
    return painter


def paint_pages(
    printer: QPrinter, painter: QPainter, pages: Sequence[PageMarks], *, is_first: bool
) -> None:
    """Paint `pages` one after another. Raise WorldError if the printer stops taking them."""
    for number, page in enumerate(pages):
        if (number or not is_first) and not printer.newPage():
            raise WorldError(_("The printer stopped taking pages."))
        paint(painter, page, printer.resolution() / _POINTS_TO_AN_INCH)
