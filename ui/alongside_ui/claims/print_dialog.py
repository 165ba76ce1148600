"""Printing claim forms: one or many, seen first, to a folder or to the printer."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget

from alongside.domain.claims import ClaimState
from alongside.domain.errors import AlongsideError, UserError
from alongside.domain.people import EDITIONS
from alongside.domain.receipt_files import ReceiptPages
from alongside.domain.tints import Tint
from alongside.i18n import _, ngettext
from alongside.services.claim_rows import ClaimRow
from alongside.services.claims import IssueClaims
from alongside.services.form_rows import Form
from alongside.services.looks import FormLook
from alongside_ui import errors
from alongside_ui.claims import papers
from alongside_ui.claims.folder_run import print_to_folder
from alongside_ui.claims.paper_run import PaperRun
from alongside_ui.desk import Desk
from alongside_ui.widgets import look_fields
from alongside_ui.widgets.dialog import FormDialog, Verb, ask
from alongside_ui.widgets.folder_field import FolderField
from alongside_ui.widgets.paper_preview import (
    PaperPreview,
    PreviewWords,
    beside,
    take_room_for_paper,
)
from alongside_ui.widgets.printer import known_printers

_ALL, _ONE = "all", "one"
_FOLDER, _PRINTER = "folder", "printer"
_AGREED = frozenset({ClaimState.APPROVED, ClaimState.IN_RUN, ClaimState.PAID})


class PrintDialog(FormDialog):
    """What to print and where, with the form as a picture and as text beside it."""

    help = "printing"

    def __init__(
        self, desk: Desk, parent: QWidget, claims: Sequence[ClaimRow], current: ClaimRow | None
    ) -> None:
        super().__init__(
            desk.operations,
            parent,
            desk.words(_("Print claim forms"), easy=_("Print")),
            "",
            _("Print"),
        )
        self._desk = desk
        self._claims = claims
        self._current = current if current in claims else claims[0]
        drafts = [row for row in claims if row.state is ClaimState.DRAFT]
        count = ngettext("{n} form", "all {n} forms", len(claims)).format(n=len(claims))
        which: list[tuple[Any, str]] = [(_ALL, count)]
        if len(claims) > 1:
            one = _("only that of {person}").format(person=self._current.person)
            which.append((_ONE, one))
        self.form.choice("which", desk.words(_("Which"), easy=_("Which forms")), which)
        theirs = papers.choices_of_theirs(desk.operations.office)
        self._editions: list[papers.Choice] = [None, *EDITIONS, *(each for each, _words in theirs)]
        hint = _("A partner’s form may not work with a screen reader: its tags stay as they are.")
        look_fields.add_edition(
            self.form, _("each person’s own"), more=theirs, hint=hint if theirs else ""
        )
        folder = desk.words(_("a folder, as files"), easy=_("keep in a folder"))
        printer = desk.words(_("the printer"), easy=_("print on paper"))
        to = self.form.choice("to", desk.words(_("To"), easy=_("Where to")),
                              [(_FOLDER, folder), (_PRINTER, printer)])  # fmt: skip
        for row, name in enumerate(("open", "print")):
            to.setItemIcon(row, desk.picture(name) or QIcon())
        for button, name in ((self._save, "print"), (self._cancel, "did-not-come")):
            button.show_picture(name if desk.actions.is_easy else "")
        kept = desk.preferences.settings.last_folder or QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation)  # fmt: skip
        self._folder = FolderField(_("Choose a folder…"), kept)
        self.form.custom("folder", _("Folder"), self._folder, self._read_folder,
                         typed=lambda: self._folder.path)  # fmt: skip
        pages = [(each, each.words) for each in ReceiptPages]
        self.form.choice("receipts", _("Receipts"), pages, hint=_("After each form"))
        if len(claims) > 1:
            self.form.tick("cover", _("Put a list of them all on top"), value=True)
        hint = _("Of the files. For the printer, put coloured paper in it.")
        look_fields.add_tint(self.form, desk.preferences.settings.tint, hint)
        if drafts:
            words = desk.words(
                ngettext("Issue the draft first", "Issue the {n} drafts first", len(drafts)),
                easy=ngettext("Finish the claim first", "Finish {n} claims first", len(drafts)),
            )
            hint = desk.words(
                _("A form can be signed when its claim is issued; then it never changes. Without "
                  "a tick the forms say “Draft: not for signing”."),
                easy=_("People can only sign finished forms."),
            )  # fmt: skip
            self.form.tick("issue", words.format(n=len(drafts)), value=True, hint=hint)
        self._has_agreed = any(row.state in _AGREED for row in claims)
        if self._has_agreed:
            self.form.tick("completed", _("With approval and payment"),
                           hint=_("For the office: who approved it, and how it was paid. Without a "
                                  "tick a form is what was signed."))  # fmt: skip
            self.form["completed"].toggled.connect(self._look)
        self.form["to"].currentIndexChanged.connect(self._show_what_matters)
        for name in ("edition", "tint", "to", "receipts"):
            self.form[name].currentIndexChanged.connect(self._look)
        self._add_preview()
        self._show_what_matters()

    def start(self) -> None:
        """Open, and show the first form."""
        super().start()
        take_room_for_paper(self)
        self._look()

    @property
    def _edition_now(self) -> papers.Choice:
        return self._editions[self.form["edition"].currentIndex()]

    def save(self) -> None:
        """Print; on a partner's form, first say what has no room there, and ask."""
        form_id = self._edition_now
        if not isinstance(form_id, UUID):
            super().save()
            return
        is_all = self.form["which"].currentIndex() == 0
        ids = [row.id for row in (self._claims if is_all else [self._current])]
        check = partial(self.operations.office.partner_papers.check, form_id)
        self.operations.run(check, ids, then=self._ask_about, failed=self._refuse)

    def _ask_about(self, left_out: list[str]) -> None:
        if not left_out:
            super().save()
            return
        ask(
            self, _("Print though not everything has room?"), "\n".join(left_out),
            yes=_("Print all the same"), no=_("Go back"), then=super().save,
        )  # fmt: skip

    def _refuse(self, error: AlongsideError) -> None:
        """Say at the format what cannot be put on a form."""
        if isinstance(error, UserError):
            self.show_problems([UserError("edition", error.words, error.help)])
        else:
            errors.show(error, self)

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Issue drafts first if that is wanted; printing itself starts when that is saved."""
        self._chosen = self._claims if values["which"] == _ALL else [self._current]
        self._place = values.get("folder") if values["to"] == _FOLDER else None
        if self._place is None and not known_printers():
            words = _("This computer knows of no printer. Choose a folder instead.")
            raise UserError("to", words)
        look = FormLook(
            None, values.get("tint", Tint.WHITE), values.get("completed", False),
            values["receipts"], values.get("cover", False) and len(self._chosen) > 1,
        )  # fmt: skip
        self._wanted = papers.wanted(values["edition"], look)
        ids = tuple(row.id for row in self._chosen)
        if values.get("issue") and any(row.state is ClaimState.DRAFT for row in self._chosen):
            return self.operations.office.claims.issue, IssueClaims(ids)
        return (lambda _ids: None), ids

    def saved(self, result: Any) -> None:
        """Close, and print."""
        super().saved(result)
        if self._place is None:
            PaperRun(self._desk, self.parentWidget(), self._chosen, self._wanted).start()
        else:
            tint = look_fields.to_keep(self._wanted.look.tint)
            self._desk.preferences.change(last_folder=str(self._place), tint=tint)
            print_to_folder(
                self._desk, self.parentWidget(), self._chosen, self._place, self._wanted
            )

    def _read_folder(self) -> Path:
        if not self._folder.path:
            raise UserError("folder", _("Choose the folder for the forms."))
        return Path(self._folder.path).expanduser()

    def _show_what_matters(self) -> None:
        of_files = ("folder", "tint")
        self.form.show_only(*(of_files if self._is_to_folder else ()), among=of_files)

    @property
    def _is_to_folder(self) -> bool:
        return self.form["to"].currentIndex() == 0

    def _add_preview(self) -> None:
        """Put the form's picture and its text beside the fields."""
        words = PreviewWords(_("Form of"), _("The form as a picture"), _("The form as text"))
        self._preview = PaperPreview(words, self.form.letters)
        names = [f"{row.person}, {row.number}" for row in self._claims]
        self._preview.set_whose(names, [row.id for row in self._claims].index(self._current.id))
        self._preview.chosen.connect(self._look)
        beside(self, self._preview)

    def _look(self) -> None:
        tint = look_fields.tint_now(self.form) if self._is_to_folder else Tint.WHITE
        is_completed = self._has_agreed and self.form["completed"].isChecked()
        receipts = tuple(ReceiptPages)[self.form["receipts"].currentIndex()]
        wanted = papers.wanted(self._edition_now, FormLook(None, tint, is_completed, receipts))
        claim = self._claims[self._preview.number]
        self.operations.run(
            papers.maker(self.operations.office, wanted), claim.id, then=self._show_form,
            failed=self._refuse,
        )  # fmt: skip

    def _show_form(self, form: Form) -> None:
        self._preview.show_pages(form.pages, form.words, form.page_words)
