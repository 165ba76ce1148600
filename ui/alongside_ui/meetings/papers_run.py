"""Papers of a meeting on their way: one file after another, or pages to the printer."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from alongside.domain.errors import AlongsideError
from alongside.i18n import _, ngettext
from alongside.services.meeting_paper_requests import PaperPages, WritePapers
from alongside_ui import errors
from alongside_ui.desk import Desk
from alongside_ui.operations import Operations
from alongside_ui.widgets.paper_files import write_files
from alongside_ui.widgets.print_orders import PrintOrders
from alongside_ui.widgets.printer import new_printer, print_pages
from alongside_ui.widgets.printer_dialog import ask_printer
from alongside_ui.widgets.progress import ProgressDialog


def write_papers(desk: Desk, parent: QWidget, request: WritePapers) -> ProgressDialog:
    """Write the papers, showing how far it is; return the dialog that shows it."""
    papers = desk.operations.office.meeting_papers
    step = _("{done} of {of}: {person}")
    return write_files(
        desk.operations, parent, request.folder,
        lambda progress, is_stopped: papers.to_folder(request, progress, is_stopped),
        step=lambda done, of, person: step.format(done=done, of=of, person=person),
        said=lambda n: ngettext("{n} paper printed to {folder}", "{n} papers printed to {folder}",
                                n),
    )  # fmt: skip


def print_papers(operations: Operations, parent: QWidget, papers: Sequence[PaperPages]) -> None:
    """Ask which printer, then print the papers one after another."""
    printer = new_printer(_("Papers for a meeting"))
    ask_printer(
        parent, printer, partial(to_printer, operations, parent, papers, printer),
        remedy=_("Print to a folder instead, and take the files to a printer."),
    )  # fmt: skip


def to_printer(
    operations: Operations, parent: QWidget, papers: Sequence[PaperPages], printer: QPrinter,
    orders: PrintOrders | None = None,
) -> None:  # fmt: skip
    """Print the pages that `orders` say of each on `printer`; say how many, or what it refused."""
    orders = orders or PrintOrders(printer.printerName())
    chosen = [paper.pages[number] for paper in papers for number in orders.taken_of(paper.pages)]
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
