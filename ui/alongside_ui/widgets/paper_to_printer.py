"""Papers to a printer: which one is asked, and what came of it is said."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from alongside.domain.errors import AlongsideError
from alongside.domain.marks import PageMarks
from alongside.i18n import _, ngettext
from alongside_ui import errors
from alongside_ui.operations import Operations
from alongside_ui.widgets.print_orders import PrintOrders
from alongside_ui.widgets.printer import new_printer, print_pages
from alongside_ui.widgets.printer_dialog import ask_printer

Papers = Sequence[Sequence[PageMarks]]
"""The pages of each paper."""


def print_papers(operations: Operations, parent: QWidget, name: str, papers: Papers) -> None:
    """Ask which printer, then print the papers one after another; `name` is that of the job."""
    printer = new_printer(name)
    ask_printer(
        parent, printer, partial(to_printer, operations, parent, papers, printer),
        remedy=_("Print to a folder instead, and take the files to a printer."),
    )  # fmt: skip


def to_printer(
    operations: Operations, parent: QWidget, papers: Papers, printer: QPrinter,
    orders: PrintOrders | None = None,
) -> None:  # fmt: skip
    """Print the pages that `orders` say of each on `printer`; say how many, or what it refused."""
    orders = orders or PrintOrders(printer.printerName())
    chosen = [pages[number] for pages in papers for number in orders.taken_of(pages)]
    pages = chosen * orders.repeats
    if not pages:
        operations.say(_("No paper has the pages that you chose, so nothing was printed."))
        return
    remedy = _("See that it is on and has paper, or print to a folder instead.")
    try:
        print_pages(printer, pages, remedy)
    except AlongsideError as error:
        errors.show(error, parent)
        return
    words = ngettext("{n} page printed", "{n} pages printed", len(pages))
    operations.say(words.format(n=len(pages)))
