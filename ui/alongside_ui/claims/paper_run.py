"""Forms on paper: each is made off the screen's thread, then painted on the printer."""

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from alongside.domain.errors import AlongsideError, UserError, WorldError
from alongside.domain.marks import PageMarks
from alongside.i18n import _, ngettext
from alongside.services.claim_rows import ClaimRow
from alongside.services.form_rows import Cover, Form
from alongside_ui import errors
from alongside_ui.claims import papers
from alongside_ui.desk import Desk
from alongside_ui.widgets.print_orders import PrintOrders
from alongside_ui.widgets.printer import begin, new_printer, paint_pages, turn_page
from alongside_ui.widgets.printer_dialog import ask_printer
from alongside_ui.widgets.progress import ProgressDialog


class PaperRun(QObject):
    """One run to the printer: asks which, then prints form after form until done or stopped."""

    def __init__(
        self, desk: Desk, parent: QWidget, claims: Sequence[ClaimRow], asked: papers.Wanted
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = parent
        self._claim_ids = [row.id for row in claims]
        office = desk.operations.office
        self._form_id = asked.form_id
        self._form = papers.maker(office, asked)
        self._cover = partial(office.forms.cover, look=asked.look)
        self._has_cover = asked.look.has_cover
        self._left_out: list[str] = []
        self._made: list[UUID] = []
        self._done = self._printed = self._pages = 0
        self._painter: QPainter | None = None
        self.printer = new_printer(_("Claim forms"))

    def start(self) -> None:
        """Ask which printer, then print."""
        remedy = _("Print to a folder instead, and take the files to a printer.")
        ask_printer(self._window, self.printer, self.run, remedy=remedy)

    def run(self, orders: PrintOrders | None = None) -> None:
        """Print to the printer as it is set; of each form, the pages that `orders` say."""
        self._orders = orders or PrintOrders(self.printer.printerName())
        self._dialog = ProgressDialog(
            self._window, _("Printing"),
            lambda done, of, number: _("{done} of {of}: claim {number}").format(
                done=done, of=of, number=number),
        )  # fmt: skip
        self._dialog.open()
        is_part = self._orders.first > 1 or self._orders.last
        if self._has_cover and not is_part:
            self._desk.operations.run(
                self._cover, self._claim_ids, then=self._print_cover, failed=self._failed
            )
        else:
            self._begin(self._claim_ids)

    def _print_cover(self, cover: Cover) -> None:
        """Print the list on top, then the forms in its order."""
        self._left_out += cover.left_out
        try:
            self._paint(cover.pages)
        except WorldError as error:
            self._failed(error)
            return
        self._begin(cover.claim_ids)

    def _begin(self, claim_ids: Sequence[UUID]) -> None:
        self._claim_ids = list(claim_ids) * self._orders.repeats
        self._next()

    def _next(self) -> None:
        if self._done == len(self._claim_ids) or self._dialog.is_stopped():
            self._finish()
            return
        self._desk.operations.run(
            self._form, self._claim_ids[self._done], then=self._print, failed=self._leave_out,
        )  # fmt: skip

    def _leave_out(self, error: AlongsideError) -> None:
        """Go on without a form that cannot be made; anything else ends the run."""
        if not isinstance(error, UserError):
            self._failed(error)
            return
        self._left_out.append(error.words)
        self._done += 1
        self._next()

    def _print(self, form: Form) -> None:
        pages = [form.pages[number] for number in self._orders.taken_of(form.pages)]
        try:
            if pages:
                self._paint(pages)
                self._printed += 1
        except WorldError as error:
            self._failed(error)
            return
        self._made.append(self._claim_ids[self._done])
        self._done += 1
        self._dialog.move_on(self._done, len(self._claim_ids), form.number)
        self._next()

    def _paint(self, pages: Sequence[PageMarks]) -> None:
        """Paint one paper, on a sheet of its own. Raise WorldError if the printer refuses."""
        if self._painter is None:
            remedy = _("See that it is on and has paper, or print to a folder instead.")
            self._painter = begin(self.printer, remedy)
        elif self._orders.needs_empty_page(self._pages):
            turn_page(self.printer)
            self._pages += 1
        paint_pages(self.printer, self._painter, pages, is_first=not self._pages)
        self._pages += len(pages)

    def _finish(self) -> None:
        self._end()
        words = ngettext("{n} claim form printed", "{n} claim forms printed", self._printed)
        if self._done and not self._printed and not self._left_out:
            words = _("No form has the pages that you chose, so nothing was printed.")
        self._say(words.format(n=self._printed))
        if self._left_out:
            errors.show(UserError("", "\n\n".join(self._left_out)), self._window)

    def _say(self, said: str) -> None:
        """Say what was printed, once a partner's form that was used is noted."""
        use = papers.use_of(self._form_id, tuple(dict.fromkeys(self._made)))
        if use is None:
            self._desk.operations.say(said)
            return
        record = self._desk.operations.office.partner_papers.record_use
        self._desk.operations.run(
            record, use, then=lambda _change: self._desk.operations.say(said), is_spoken=False
        )

    def _failed(self, error: AlongsideError) -> None:
        self.printer.abort()
        self._end()
        errors.show(error, self._window)

    def _end(self) -> None:
        if self._painter is not None and self._painter.isActive():
            self._painter.end()
        if self.printer.outputFileName():  # Qt writes it for everybody's eyes
            with suppress(OSError):
                Path(self.printer.outputFileName()).chmod(0o600)
        self._dialog.finish()
        self.deleteLater()
