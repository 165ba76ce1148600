"""The list of the history on paper: read first, then to a PDF file or to the printer."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from alongside.domain.errors import UserError
from alongside.domain.people import Format
from alongside.i18n import _
from alongside.services.history import PrintHistory
from alongside.services.history_paper import HistoryPaper
from alongside.services.history_wanted import HistoryFilter
from alongside_ui.desk import Desk
from alongside_ui.widgets import look_fields
from alongside_ui.widgets.dialog import FormDialog, Verb
from alongside_ui.widgets.folder_field import FolderField
from alongside_ui.widgets.paper_to_printer import print_papers

_FILE, _PRINTER = "file", "printer"


class PrintListDialog(FormDialog):
    """Where the list goes, and the list as text under it."""

    help = "history#print-the-list"

    def __init__(self, desk: Desk, parent: QWidget, wanted: HistoryFilter) -> None:
        super().__init__(desk.operations, parent, _("Print the list"), "", _("Print"))
        self._desk = desk
        self._wanted = wanted
        self.form.choice("to", _("To"), [(_FILE, _("a file in a folder")),
                                         (_PRINTER, _("the printer"))])  # fmt: skip
        look_fields.add_edition(
            self.form, _("the usual one"), hint=_("The usual one is standard print.")
        )
        kept = desk.preferences.settings.last_folder or QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation)  # fmt: skip
        self._folder = FolderField(_("Choose a folder…"), kept)
        self.form.custom("folder", _("Folder"), self._folder, self._read_folder,
                         typed=lambda: self._folder.path)  # fmt: skip
        look_fields.add_tint(self.form, desk.preferences.settings.tint)
        self.form["to"].currentIndexChanged.connect(self._show_what_matters)
        label = QLabel()
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(_("The list as text"))
        self._text.setMinimumHeight(8 * self.fontMetrics().lineSpacing())
        label.setBuddy(self._text)
        label.setText(self.form.letters.give(_("The list as text")))
        self.body.takeAt(self.body.count() - 1)  # the text takes what room is left
        self.body.addWidget(label)
        self.body.addWidget(self._text, 1)
        self.take_room(80, 26)
        self._show_what_matters()

    def start(self) -> None:
        """Open, and show the list as text."""
        super().start()
        history = self.operations.office.history
        self.operations.run(history.paper, self._wanted, then=self._show_text)

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the file, or for the pages that go to the printer."""
        history, look = self.operations.office.history, look_fields.look_of(values)
        if values["to"] == _PRINTER:
            return partial(history.paper, look=look), self._wanted
        self._desk.preferences.change(
            last_folder=str(values["folder"]), tint=look_fields.to_keep(look.tint)
        )
        moment = self.operations.office.now()
        name = _("History {moment}").format(moment=f"{moment:%Y-%m-%d %H.%M}")
        place = values["folder"] / f"{name}{look.ending_for(Format.STANDARD)}"
        return history.to_file, PrintHistory(self._wanted, place, look)

    def saved(self, result: Any) -> None:
        """Close; what is for the printer goes there."""
        super().saved(result)
        if isinstance(result, HistoryPaper):
            print_papers(self.operations, self.parentWidget(), _("History"), [result.pages])

    def _read_folder(self) -> Path:
        if not self._folder.path:
            raise UserError("folder", _("Choose the folder for the list."))
        return Path(self._folder.path).expanduser()

    def _show_what_matters(self) -> None:
        is_file = self.form["to"].currentIndex() == 0
        of_files = ("folder", "tint")
        self.form.show_only(*(of_files if is_file else ()), among=of_files)

    def _show_text(self, paper: HistoryPaper) -> None:
        self._text.setPlainText(paper.words)
