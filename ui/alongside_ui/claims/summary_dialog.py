"""Claims for the approver: which of those in the list, seen first, then to a file or a printer."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from alongside.domain.claims import GONE, ClaimState
from alongside.domain.errors import AlongsideError, UserError
from alongside.domain.people import Format
from alongside.domain.tints import Tint
from alongside.i18n import _
from alongside.services.approver_papers import PrintSummary, SaveSummary
from alongside.services.claim_rows import ClaimRow
from alongside.services.looks import Look
from alongside.services.meeting_paper_requests import PaperPages
from alongside_ui import errors
from alongside_ui.desk import Desk
from alongside_ui.widgets import look_fields
from alongside_ui.widgets.dialog import Verb
from alongside_ui.widgets.paper_preview import (
    PaperPreview,
    PreviewWords,
    beside,
    take_room_for_paper,
)
from alongside_ui.widgets.paper_to_printer import print_papers
from alongside_ui.widgets.tick_list import TickList
from alongside_ui.widgets.writing_dialog import FileToWrite, WritingDialog, documents

_FILE, _PRINTER = "file", "printer"


def for_the_approver(rows: Sequence[ClaimRow]) -> list[ClaimRow]:
    """Return which of these claims an approver can still look at."""
    return [row for row in rows if row.state not in GONE and row.state is not ClaimState.REFUSED]


class SummaryDialog(WritingDialog):
    """Claims of the list to tick, and the paper beside them as it will be."""

    help = "claims#claims-for-the-approver"

    def __init__(
        self, desk: Desk, parent: QWidget, claims: Sequence[ClaimRow], current: ClaimRow | None
    ) -> None:
        super().__init__(
            desk.operations, parent,
            desk.words(_("Claims for the approver"), easy=_("List to check")),
            _("One paper with the claims that you tick. Those that wait for the approver are "
              "ticked at first."), _("Print"),
        )  # fmt: skip
        self._desk = desk
        self._papers = desk.operations.office.approver_papers
        said = _("{person}, {number}, {state}")
        names = [(row.id, said.format(person=row.person, number=row.number, state=row.state.words))
                 for row in claims]  # fmt: skip
        signed = [row.id for row in claims if row.state is ClaimState.SIGNED]
        self._ticks = TickList(names, signed or [(current or claims[0]).id])
        self.form.custom("claims", _("Claims"), self._ticks, self._read_claims,
                         _("Space ticks one."), typed=self._ticks.ticked)  # fmt: skip
        look_fields.add_edition(
            self.form, _("the usual one"), hint=_("The usual one is standard print.")
        )
        to = [(_FILE, desk.words(_("a file"), easy=_("keep in a folder"))),
              (_PRINTER, desk.words(_("the printer"), easy=_("print on paper")))]  # fmt: skip
        self.form.choice("to", desk.words(_("To"), easy=_("Where to")), to)
        folder = desk.preferences.settings.last_folder or documents()
        day = f"{desk.operations.office.now():%Y-%m-%d}"
        name = _("Claims for the approver {day}").format(day=day)
        self._file = FileToWrite(self, folder, f"{name}.pdf")
        look_fields.add_tint(self.form, desk.preferences.settings.tint)
        words = PreviewWords(_("For"), _("The paper as a picture"), _("The paper as text"))
        self._preview = PaperPreview(words, self.form.letters)
        self._preview.set_whose(())
        beside(self, self._preview)
        self.form["edition"].currentIndexChanged.connect(self._follow)
        self.form["to"].currentIndexChanged.connect(self._show_what_matters)
        self.form["tint"].currentIndexChanged.connect(self._look)
        self._ticks.itemChanged.connect(self._look)
        self._show_what_matters()

    def start(self) -> None:
        """Open, and show the paper."""
        super().start()
        take_room_for_paper(self)
        self._look()

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the file, or for the pages that go to the printer."""
        look = look_fields.look_of(values)
        paper = PrintSummary(tuple(values["claims"]), look)
        if values["to"] == _PRINTER:
            return self._papers.pages, paper
        file = values["file"]
        self._desk.preferences.change(
            last_folder=str(file.parent), tint=look_fields.to_keep(look.tint)
        )
        return self._papers.save, SaveSummary(paper, file, may_replace=self.may_replace)

    def in_the_way(self) -> str:
        """Return the name of the file that would be written over, or ""."""
        return self._file.in_the_way() if self._is_file else ""

    def saved(self, result: Any) -> None:
        """Close; what is for the printer goes there."""
        super().saved(result)
        if isinstance(result, PaperPages):
            name = _("Claims for the approver")
            print_papers(self.operations, self.parentWidget(), name, [result.pages])

    @property
    def _is_file(self) -> bool:
        return self.form["to"].currentIndex() == 0

    def _read_claims(self) -> list[UUID]:
        if not self._ticks.ticked():
            raise UserError("claims", _("Tick at least one claim, with Space."))
        return self._ticks.ticked()

    def _follow(self) -> None:
        look = Look(look_fields.edition_now(self.form))
        self._file.follow(look.ending_for(Format.STANDARD))
        self._look()

    def _show_what_matters(self) -> None:
        of_files = ("file", "tint")
        self.form.show_only(*(of_files if self._is_file else ()), among=of_files)
        self._look()

    def _look(self) -> None:
        """Show the paper of what is ticked now."""
        chosen = tuple(self._ticks.ticked())
        if not chosen:
            self._preview.show_pages((), _("Tick at least one claim, with Space."))
            return
        tint = look_fields.tint_now(self.form) if self._is_file else Tint.WHITE
        look = Look(look_fields.edition_now(self.form), tint)
        self.operations.run(
            self._papers.pages, PrintSummary(chosen, look), then=self._show,
            failed=self._cannot_look,
        )  # fmt: skip

    def _show(self, paper: PaperPages) -> None:
        self._preview.show_pages(paper.pages, paper.words, paper.page_words)

    def _cannot_look(self, error: AlongsideError) -> None:
        """Say in place of the paper why there is none: nothing was asked to be printed yet."""
        if isinstance(error, UserError):
            self._preview.show_pages((), error.words)
        else:
            errors.show(error, self)
