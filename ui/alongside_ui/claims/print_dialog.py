"""Printing claim forms: one or many, seen first, to a folder or to the printer."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from alongside.domain.claims import ClaimState
from alongside.domain.errors import UserError
from alongside.domain.people import EDITIONS
from alongside.domain.tints import Tint, tint_of
from alongside.i18n import _, ngettext
from alongside.services.claim_rows import ClaimRow
from alongside.services.claims import IssueClaims
from alongside.services.forms import Form
from alongside_ui.claims.folder_run import print_to_folder
from alongside_ui.claims.paper_run import PaperRun
from alongside_ui.desk import Desk
from alongside_ui.theme import LARGE, NARROW, SMALL
from alongside_ui.widgets.dialog import FormDialog, Verb
from alongside_ui.widgets.flow import FlowLayout
from alongside_ui.widgets.folder_field import FolderField
from alongside_ui.widgets.paper import PaperView

_ADJUST = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
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
        tint = tint_of(desk.preferences.settings.tint)
        hint = _("Of the files. For the printer, put coloured paper in it.")
        self.form.choice(
            "tint", _("Colours"), [(each, each.words) for each in Tint], hint=hint,
            value=tint,
        )  # fmt: skip
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
        for name in ("edition", "tint", "to"):
            self.form[name].currentIndexChanged.connect(self._look)
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
        self._edition = values["edition"]
        self._tint = values.get("tint", Tint.WHITE)
        ids = tuple(row.id for row in self._chosen)
        if values.get("issue") and any(row.state is ClaimState.DRAFT for row in self._chosen):
            return self.operations.office.claims.issue, IssueClaims(ids)
        return (lambda _ids: None), ids

    def saved(self, result: Any) -> None:
        """Close, and print."""
        super().saved(result)
        if self._place is None:
            PaperRun(self._desk, self.parentWidget(), self._chosen,
                     edition=self._edition).start()  # fmt: skip
        else:
            kept = "" if self._tint is Tint.WHITE else self._tint.value
            self._desk.preferences.change(last_folder=str(self._place), tint=kept)
            print_to_folder(self._desk, self.parentWidget(), self._chosen, self._place,
                            edition=self._edition, tint=self._tint)  # fmt: skip

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
        beside = QWidget()
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        self._whose = QComboBox()
        for row in self._claims:
            self._whose.addItem(f"{row.person}, {row.number}", row.id)
        self._whose.setSizeAdjustPolicy(_ADJUST)
        self._whose.setMinimumContentsLength(12)
        self._whose.setCurrentIndex([r.id for r in self._claims].index(self._current.id))
        self._whose.currentIndexChanged.connect(self._look)
        self._how = QComboBox()
        self._how.setSizeAdjustPolicy(_ADJUST)
        self._how.setMinimumContentsLength(12)
        for words in (_("as a picture"), _("as text")):
            self._how.addItem(words)
        top = FlowLayout(spacing=SMALL)
        for label_words, box in ((_("Form of"), self._whose), (_("Show"), self._how)):
            label = QLabel()
            label.setBuddy(box)
            label.setText(self.form.letters.give(label_words))
            box.setAccessibleName(label_words)
            top.addWidget(label)
            top.addWidget(box)
        column.addLayout(top)
        self._paper = PaperView(_("The form as a picture"))
        self._scroll_paper = QScrollArea()
        self._scroll_paper.setWidget(self._paper)
        self._scroll_paper.setAccessibleName(_("The form as a picture"))
        letters = self.fontMetrics()
        self._scroll_paper.setMinimumHeight(12 * letters.lineSpacing())
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(_("The form as text"))
        self._text.hide()
        column.addWidget(self._scroll_paper, 1)
        column.addWidget(self._text, 1)
        self._how.currentIndexChanged.connect(self._swap)
        is_wide = self.screen().availableSize().width() > 2 * NARROW * letters.averageCharWidth()
        row = QHBoxLayout() if is_wide else QVBoxLayout()
        self.body.removeWidget(self.form)
        row.addWidget(self.form, 2, Qt.AlignmentFlag.AlignTop)
        row.addWidget(beside, 3)
        self.body.takeAt(self.body.count() - 1)  # the preview takes what room is left
        self.body.addLayout(row, 1)
        self.take_room(140, 40)

    def _swap(self, row: int) -> None:
        self._scroll_paper.setVisible(row == 0)
        self._text.setVisible(row == 1)

    def _look(self) -> None:
        edition = (None, *EDITIONS)[self.form["edition"].currentIndex()]
        tint = tuple(Tint)[self.form["tint"].currentIndex()] if self._is_to_folder else Tint.WHITE
        form = partial(self.operations.office.forms.form, edition=edition, tint=tint)
        self.operations.run(form, self._whose.currentData(), then=self._show_form)

    def _show_form(self, form: Form) -> None:
        width = max(page.width for page in form.pages)
        bar = self._scroll_paper.verticalScrollBar().sizeHint().width()
        room = self._scroll_paper.width() - bar - LARGE - SMALL
        self._paper.set_scale(max(0.5, room / width))
        self._paper.set_pages(form.pages)
        self._text.setPlainText(form.words)
