"""Printing claim forms: one or many, seen first, to a folder or to the printer."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from alongside.domain.claims import ClaimState
from alongside.domain.errors import UserError
from alongside.domain.people import EDITIONS, Format
from alongside.domain.receipt_files import ReceiptPages
from alongside.i18n import _, ngettext
from alongside.services.claim_rows import ClaimRow
from alongside.services.claims import IssueClaims
from alongside.services.forms import Printed
from alongside_ui import errors
from alongside_ui.claims.paper_run import PaperRun
from alongside_ui.claims.print_preview import PrintPreview
from alongside_ui.desk import Desk
from alongside_ui.theme import NARROW
from alongside_ui.widgets.dialog import FormDialog, Verb
from alongside_ui.widgets.folder_field import FolderField
from alongside_ui.widgets.printer import known_printers
from alongside_ui.widgets.progress import ProgressDialog

_WIDE = 140
"""Letters that the dialog has beside one another where picture and text go side by side."""
_ALL, _ONE = "all", "one"
_FOLDER, _PRINTER = "folder", "printer"


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
        own: list[tuple[Any, str]] = [(None, _("each person’s own"))]
        self.form.choice("edition", _("Format"), own + [(e, e.words) for e in EDITIONS])
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
        self.form["to"].currentIndexChanged.connect(self._show_what_matters)
        for shown in ("edition", "receipts"):
            self.form[shown].currentIndexChanged.connect(self._look)
        self._add_preview()
        self._show_what_matters()

    def start(self) -> None:
        """Open, and show the first form."""
        super().start()
        self.resize(max(self.width(), 1040), max(self.height(), 680))
        room = self.screen().availableSize()
        self.resize(self.size().boundedTo(room))
        self._look()

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Issue drafts first if that is wanted; printing itself starts when that is saved."""
        self._chosen = self._claims if values["which"] == _ALL else [self._current]
        self._place = values.get("folder") if values["to"] == _FOLDER else None
        if self._place is None and not known_printers():
            words = _("This computer knows of no printer. Choose a folder instead.")
            raise UserError("to", words)
        self._how = {
            "edition": values["edition"],
            "receipts": values["receipts"],
            "has_cover": values.get("cover", False) and len(self._chosen) > 1,
        }
        ids = tuple(row.id for row in self._chosen)
        if values.get("issue") and any(row.state is ClaimState.DRAFT for row in self._chosen):
            return self.operations.office.claims.issue, IssueClaims(ids)
        return (lambda _ids: None), ids

    def saved(self, result: Any) -> None:
        """Close, and print."""
        super().saved(result)
        if self._place is None:
            PaperRun(self._desk, self.parentWidget(), self._chosen, **self._how).start()
        else:
            self._desk.preferences.change(last_folder=str(self._place))
            print_to_folder(self._desk, self.parentWidget(), self._chosen, self._place, **self._how)

    def _read_folder(self) -> Path:
        if not self._folder.path:
            raise UserError("folder", _("Choose the folder for the forms."))
        return Path(self._folder.path).expanduser()

    def _show_what_matters(self) -> None:
        is_folder = self.form["to"].currentIndex() == 0
        self.form.show_only(*(("folder",) if is_folder else ()), among=("folder",))

    def _add_preview(self) -> None:
        """Put the form's picture and its text beside the fields."""
        room = self.screen().availableSize().width()
        letter = self.fontMetrics().averageCharWidth()
        self._preview = PrintPreview(
            self.form.letters, self._claims, self._current, has_room=room > _WIDE * letter
        )
        self._preview.wanted.connect(self._look)
        row = QHBoxLayout() if room > 2 * NARROW * letter else QVBoxLayout()
        self.body.removeWidget(self.form)
        row.addWidget(self.form, 2, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._preview, 3)
        self.body.takeAt(self.body.count() - 1)  # the preview takes what room is left
        self.body.addLayout(row, 1)
        self.take_room(140, 40)

    def _look(self) -> None:
        edition = (None, *EDITIONS)[self.form["edition"].currentIndex()]
        receipts = tuple(ReceiptPages)[self.form["receipts"].currentIndex()]
        form = partial(self.operations.office.forms.form, edition=edition, receipts=receipts)
        self.operations.run(form, self._preview.claim_id, then=self._preview.show_form)


def print_to_folder(
    desk: Desk, parent: QWidget, claims: Sequence[ClaimRow], folder: Path, *,
    edition: Format | None = None, receipts: ReceiptPages = ReceiptPages.NONE,
    has_cover: bool = False,
) -> ProgressDialog:  # fmt: skip
    """Write the forms as files, showing how far it is; return the dialog that shows it."""
    dialog = ProgressDialog(
        parent, _("Printing to {folder}").format(folder=folder.name or folder),
        lambda done, of, number: _("{done} of {of}: claim {number}").format(
            done=done, of=of, number=number),
    )  # fmt: skip
    ids = [row.id for row in claims]
    forms = desk.operations.office.forms

    def done(printed: Printed) -> None:
        dialog.finish()
        if printed.change:
            desk.operations.changed.emit(printed.change)
        written = len(printed.files)
        words = ngettext(
            "{n} claim form printed to {folder}", "{n} claim forms printed to {folder}", written
        ).format(n=written, folder=folder)
        if not printed.is_whole:
            left = printed.wanted - written - len(printed.left_out)
            words = _("{words}; stopped before the other {left}").format(words=words, left=left)
        desk.operations.say(words)
        if printed.left_out:
            errors.show(UserError("", "\n\n".join(printed.left_out)), parent)

    def failed(error: Any) -> None:
        dialog.finish()
        errors.show(error, parent)

    dialog.open()
    desk.operations.run(
        lambda _request: forms.to_folder(
            ids, folder, dialog.move_on, dialog.is_stopped, edition=edition, receipts=receipts,
            has_cover=has_cover),
        None, then=done, failed=failed,
    )  # fmt: skip
    return dialog
