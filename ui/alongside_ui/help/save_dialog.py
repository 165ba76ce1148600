"""Saving help as one file, to keep, print or send."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from alongside.domain.errors import UserError
from alongside.i18n import _
from alongside.services.help_files import PDF, SavedHelp, SaveHelp, save_help
from alongside_ui.operations import Operations
from alongside_ui.widgets.dialog import FormDialog, Verb, ask
from alongside_ui.widgets.save_field import SaveField


class SaveHelpDialog(FormDialog):
    """Where to save help: as `ending` says, a web page or a PDF. `say` hears where it went."""

    help = "index#take-help-with-you"

    def __init__(
        self, operations: Operations, parent: QWidget, ending: str, keyboard: str,
        say: Callable[[str], object],
    ) -> None:  # fmt: skip
        is_pdf = ending == PDF
        title = _("Save help as PDF") if is_pdf else _("Save help as a web page")
        sentence = _(
            "All of help goes into one file. You can read it without Alongside, print it or send "
            "it to somebody."
        )
        super().__init__(operations, parent, title, sentence)
        self._ending = ending
        self._keyboard = keyboard
        self._say = say
        self._may_replace = False
        self._folder = Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        )
        kinds = _("PDF files (*.pdf)") if is_pdf else _("Web pages (*.html)")
        usual = self._folder / (_("Help with Alongside") + ending)
        self._file = SaveField(_("Choose a place…"), kinds, str(usual))
        self.form.custom("file", _("File"), self._file, self._read_file,
                         typed=lambda: self._file.path)  # fmt: skip

    def collect(self, values: dict[str, Any]) -> tuple[Verb, SaveHelp]:
        """Return what saves help there."""
        return save_help, SaveHelp(values["file"], self._keyboard)

    def save(self) -> None:
        """Save; ask first if that would write over another file."""
        typed = self._file.path
        if typed and not self._may_replace and self._place(typed).exists():
            ask(
                self,
                _("Write over {file}?").format(file=self._place(typed).name),
                _("There is a file of that name in this folder already."),
                yes=_("Write over it"),
                no=_("Keep it"),
                then=self._replace,
            )
        else:
            super().save()

    def saved(self, result: SavedHelp) -> None:
        """Close, then say where help is: the keyboard is back on the page by then."""
        super().saved(result)
        self._say(result.words)

    def _replace(self) -> None:
        self._may_replace = True
        self.save()
        self._may_replace = False

    def _read_file(self) -> Path:
        if not self._file.path:
            raise UserError("file", _("Type the name of the file, or choose a place."))
        return self._place(self._file.path)

    def _place(self, typed: str) -> Path:
        """Return the file that was meant: in Documents if no folder is named, with its ending."""
        place = self._folder / Path(typed).expanduser()
        is_named = place.suffix.casefold() == self._ending
        return place if is_named else place.with_name(f"{place.name}{self._ending}")
