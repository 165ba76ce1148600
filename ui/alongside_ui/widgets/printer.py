"""The printer: pages go to it with our own margins, and what it refuses is said in a sentence."""

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from alongside.domain.errors import WorldError
from alongside.domain.marks import PageMarks
from alongside.i18n import _
from alongside_ui.widgets.paper import paint
from alongside_ui.widgets.print_orders import PrinterFacts, PrintOrders, Sides

_POINTS_TO_AN_INCH = 72
_DUPLEX = {
    Sides.ONE: QPrinter.DuplexMode.DuplexNone,
    Sides.LONG_EDGE: QPrinter.DuplexMode.DuplexLongSide,
    Sides.SHORT_EDGE: QPrinter.DuplexMode.DuplexShortSide,
}


def known_printers() -> list[str]:
    """Return what the system calls the printers that it knows, the usual one first."""
    usual = QPrinterInfo.defaultPrinterName()
    return sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != usual, name))


def facts_of(name: str) -> PrinterFacts:
    """Return what the printer called `name` can do. The system may have to ask it."""
    info = QPrinterInfo.printerInfo(name)
    modes = info.supportedDuplexModes()
    return PrinterFacts(name, QPrinter.DuplexMode.DuplexLongSide in modes)


def new_printer(name: str) -> QPrinter:
    """Return a printer for A4 in shades of grey; `name` is what it calls the job."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    _set_paper(printer)
    printer.setDocName(name)
    return printer


def tell(printer: QPrinter, orders: PrintOrders) -> None:
    """Tell `printer` which one it is, how many copies it makes, and on which sides."""
    printer.setPrinterName(orders.printer)
    _set_paper(printer)  # another printer brings paper and margins of its own
    printer.setCopyCount(orders.copies)
    printer.setCollateCopies(True)
    printer.setDuplex(_DUPLEX[orders.sides])


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
        if number or not is_first:
            turn_page(printer)
        paint(painter, page, printer.resolution() / _POINTS_TO_AN_INCH)


def turn_page(printer: QPrinter) -> None:
    """Begin another page. Raise WorldError if the printer stops taking them."""
    if not printer.newPage():
        raise WorldError(_("The printer stopped taking pages."))


def _set_paper(printer: QPrinter) -> None:
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
