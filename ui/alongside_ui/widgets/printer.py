"""The printer: pages go to it with our own margins, and what it refuses is said in a sentence."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

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


def choose_printer(printer: QPrinter, parent: QWidget, then: Callable[[], object]) -> None:
    """Ask which printer it is to be; `then` prints."""
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(_("Printer"))
    dialog.accepted.connect(lambda: then())
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def print_pages(printer: QPrinter, pages: Sequence[PageMarks], remedy: str) -> None:
    """Print `pages`, the way round that the first has. Raise WorldError with `remedy` if not."""
    is_wide = pages[0].width > pages[0].height
    way = QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(way)
    try:
        painter = begin(printer, remedy)
        paint_pages(printer, painter, pages, is_first=True)
        painter.end()
    except WorldError:
        printer.abort()
        raise


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
