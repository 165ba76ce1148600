"""Papers of a meeting: which, seen first as a picture or as text, then to files or a printer."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from alongside.domain.dates import parse_date
from alongside.domain.errors import AlongsideError, UserError
from alongside.domain.meeting_sheets import MeetingPaper
from alongside.domain.tints import Tint
from alongside.i18n import _
from alongside.services.looks import Look
from alongside.services.meeting_paper_requests import PaperPages, PrintPaper, WritePapers
from alongside.services.meetings import MeetingRow
from alongside_ui import errors
from alongside_ui.desk import Desk
from alongside_ui.meetings.papers_run import write_papers
from alongside_ui.widgets import look_fields
from alongside_ui.widgets.dialog import Verb
from alongside_ui.widgets.fields import needed
from alongside_ui.widgets.folder_field import FolderField
from alongside_ui.widgets.paper_preview import (
    PaperPreview,
    PreviewWords,
    beside,
    take_room_for_paper,
)
from alongside_ui.widgets.paper_to_printer import print_papers
from alongside_ui.widgets.writing_dialog import WritingDialog, documents

_FOLDER, _PRINTER = "folder", "printer"
_OF_SOME = ("asks_times", "asks_journey", "in_charge", "reply_by", "more", "folder", "tint")
"""Fields that only some papers have."""
_TO_ANSWER = timedelta(days=14)
"""How long before a meeting people are asked to answer: interpreters are still free then."""
_PAUSE = 400
"""Milliseconds without a key until what is typed is looked at."""


class MeetingPapersDialog(WritingDialog):
    """Which paper of a meeting, what it asks or says, in which format, and where it goes."""

    help = "meetings#print-papers"

    def __init__(self, desk: Desk, parent: QWidget, meeting: MeetingRow) -> None:
        super().__init__(
            desk.operations, parent,
            desk.words(_("Print papers for the meeting"), easy=_("Papers for the day")), "",
            _("Print"),
        )  # fmt: skip
        self._desk, self._meeting = desk, meeting
        self._papers = desk.operations.office.meeting_papers
        form = self.form
        form.choice("paper", _("Paper"), [(p, _capital(p.words)) for p in MeetingPaper])
        form.tick("asks_times", _("Ask for times"),
                  hint=_("Adds places for the time in and the time out."))  # fmt: skip
        form.tick("asks_journey", _("Ask about the journey"),
                  hint=_("Adds a place to say whether the journey was as usual."))  # fmt: skip
        form.text("in_charge", _("Who is in charge of access"), "",
                  needed(_("The paper is for this person only, and says so.")))  # fmt: skip
        form.date("reply_by", _("Answer by"), self._reply_by())
        form.long_text("more", _("Getting there, breaks, anything else"), "",
                       _("Stands on each invitation as you type it."))  # fmt: skip
        look_fields.add_usual_edition(form)
        form.choice("to", desk.words(_("To"), easy=_("Where to")),
                    [(_FOLDER, desk.words(_("a folder, as files"), easy=_("keep in a folder"))),
                     (_PRINTER, desk.words(_("the printer"), easy=_("print on paper")))],
                    )  # fmt: skip
        self._folder = FolderField(
            _("Choose a folder…"), desk.preferences.settings.last_folder or documents()
        )
        form.custom("folder", _("Folder"), self._folder, self._read_folder, needed(),
                    typed=lambda: self._folder.path)  # fmt: skip
        hint = _("Of the files. For the printer, put coloured paper in it.")
        look_fields.add_tint(form, desk.preferences.settings.tint, hint)
        words = PreviewWords(_("For"), _("The paper as a picture"), _("The paper as text"))
        self._preview = PaperPreview(words, form.letters)
        beside(self, self._preview)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._connect()
        self._show_what_matters()

    def start(self) -> None:
        """Open, and show the first paper."""
        super().start()
        take_room_for_paper(self)
        self._look_anew()

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for pages, or for files; these are begun when the dialog has closed."""
        request = replace(self._as_typed(), reply_by=values.get("reply_by"))
        if values["to"] == _PRINTER:
            return self._papers.for_printer, request
        wanted = WritePapers(request, values["folder"], may_replace=self.may_replace)
        return self._checked, wanted

    def in_the_way(self) -> str:
        """Return the name of the first file that would be written over, or ""."""
        if self.form["to"].currentIndex() or not self._folder.path:
            return ""
        with suppress(UserError):
            wanted = WritePapers(self._as_typed(), self._read_folder())
            return next(iter(self._papers.in_the_way(wanted)), "")
        return ""

    def saved(self, result: Any) -> None:
        """Close; then print, or write one file after another."""
        super().saved(result)
        if isinstance(result, WritePapers):
            tint = look_fields.to_keep(result.paper.look.tint)
            self._desk.preferences.change(last_folder=str(result.folder), tint=tint)
            write_papers(self._desk, self.parentWidget(), result)
        else:
            name, papers = _("Papers for a meeting"), [paper.pages for paper in result]
            print_papers(self._desk.operations, self.parentWidget(), name, papers)

    def _checked(self, wanted: WritePapers) -> WritePapers:
        self._papers.check(wanted.paper)
        return wanted

    def _connect(self) -> None:
        form = self.form
        form["paper"].currentIndexChanged.connect(self._show_what_matters)
        form["to"].currentIndexChanged.connect(self._show_what_matters)
        for name in ("paper", "edition"):
            form[name].currentIndexChanged.connect(self._look_anew)
        for name in ("to", "tint"):
            form[name].currentIndexChanged.connect(self._look)
        for name in ("asks_times", "asks_journey"):
            form[name].toggled.connect(self._look)
        for name in ("in_charge", "reply_by", "more"):
            form[name].textChanged.connect(lambda *_typed: self._pause.start())
        self._pause.timeout.connect(self._look)
        self._preview.chosen.connect(self._look)

    @property
    def _paper(self) -> MeetingPaper:
        return list(MeetingPaper)[self.form["paper"].currentIndex()]

    def _reply_by(self) -> date | None:
        """Return two weeks before the meeting, if that is still to come."""
        day = self._meeting.day - _TO_ANSWER
        return day if day > self.operations.office.now().date() else None

    def _as_typed(self) -> PrintPaper:
        """Return what is asked for so far; a day that is half typed is left out."""
        form, reply_by = self.form, None
        with suppress(UserError):
            typed = form["reply_by"].text().strip()
            reply_by = parse_date(typed, "reply_by") if typed else None
        tint = Tint.WHITE if form["to"].currentIndex() else look_fields.tint_now(form)
        return PrintPaper(
            self._meeting.id, self._paper, Look(look_fields.edition_now(form), tint),
            form["asks_times"].isChecked(), form["asks_journey"].isChecked(),
            form["in_charge"].text(), reply_by, form["more"].toPlainText(),
        )  # fmt: skip

    def _read_folder(self) -> Path:
        if not self._folder.path:
            raise UserError("folder", _("Choose the folder for the papers."))
        return Path(self._folder.path).expanduser()

    def _show_what_matters(self) -> None:
        own = {
            MeetingPaper.SIGN_IN: ("asks_times", "asks_journey"),
            MeetingPaper.ACCESS: ("in_charge",),
            MeetingPaper.INVITATIONS: ("reply_by", "more"),
        }.get(self._paper, ())
        of_files = () if self.form["to"].currentIndex() else ("folder", "tint")
        self.form.show_only(*own, *of_files, among=_OF_SOME)

    def _look_anew(self) -> None:
        """Read whom this paper is for, then show the first."""
        self.operations.run(
            self._papers.people, self._as_typed(), then=self._offer, failed=self._cannot_look
        )

    def _offer(self, people: Sequence[str]) -> None:
        self._preview.set_whose([name for name in people if name])
        self._look()

    def _look(self) -> None:
        look = partial(self._papers.look, number=self._preview.number)
        self.operations.run(look, self._as_typed(), then=self._show, failed=self._cannot_look)

    def _show(self, paper: PaperPages) -> None:
        self._preview.show_pages(paper.pages, paper.words, paper.page_words)

    def _cannot_look(self, error: AlongsideError) -> None:
        """Say in place of the paper why there is none: nothing was asked to be printed yet."""
        if not isinstance(error, UserError):
            errors.show(error, self)
            return
        self._preview.set_whose(())
        self._preview.show_pages((), error.words)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
