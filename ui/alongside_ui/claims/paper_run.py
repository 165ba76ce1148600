"""Forms on paper: each is made off the screen's thread, then painted on the printer."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QWidget

from alongside.domain.errors import AlongsideError, WorldError
from alongside.i18n import _, ngettext
from alongside.services.claim_rows import ClaimRow
from alongside.services.forms import Form
from alongside_ui import errors
from alongside_ui.claims import papers
from alongside_ui.desk import Desk
from alongside_ui.widgets.printer import begin, new_printer, paint_pages
from alongside_ui.widgets.progress import ProgressDialog


class PaperRun(QObject):
    """One run to the printer: asks which, then prints form after form until done or stopped."""

    def __init__(
        self, desk: Desk, parent: QWidget, claims: Sequence[ClaimRow], *,
        edition: papers.Choice = None, is_completed: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._desk = desk
        self._window = parent
        self._claims = claims
        self._edition = edition
        self._form = papers.maker(desk.operations.office, edition, is_completed=is_completed)
        self._done = 0
        self._painter: QPainter | None = None
        self.printer = new_printer(_("Claim forms"))

    def start(self) -> None:
        """Ask which printer, then print."""
        dialog = QPrintDialog(self.printer, self._window)
        dialog.setWindowTitle(_("Printer"))
        dialog.accepted.connect(self.run)
        dialog.open()

    def run(self) -> None:
        """Print to the printer as it is set."""
        self._dialog = ProgressDialog(
            self._window, _("Printing"),
            lambda done, of, number: _("{done} of {of}: claim {number}").format(
                done=done, of=of, number=number),
        )  # fmt: skip
        try:
            remedy = _("See that it is on and has paper, or print to a folder instead.")
            self._painter = begin(self.printer, remedy)
        except WorldError as error:
            self._failed(error)
            return
        self._dialog.open()
        self._next()

    def _next(self) -> None:
        if self._done == len(self._claims) or self._dialog.is_stopped():
            self._finish()
            return
        self._desk.operations.run(
            self._form, self._claims[self._done].id, then=self._print, failed=self._failed,
        )  # fmt: skip

    def _print(self, form: Form) -> None:
        assert self._painter is not None
        try:
            paint_pages(self.printer, self._painter, form.pages, is_first=not self._done)
        except WorldError as error:
            self._failed(error)
            return
        self._done += 1
        self._dialog.move_on(self._done, len(self._claims), form.number)
        self._next()

    def _finish(self) -> None:
        self._end()
        words = ngettext("{n} claim form printed", "{n} claim forms printed", self._done)
        said = words.format(n=self._done)
        done = tuple(row.id for row in self._claims[: self._done])
        use = papers.use_of(self._edition, done)
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
