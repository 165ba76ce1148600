"""Saving help as one file, to keep, print or send."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from alongside.i18n import _
from alongside.services.help_files import PDF, SavedHelp, SaveHelp, save_help
from alongside_ui.operations import Operations
from alongside_ui.widgets.dialog import Verb
from alongside_ui.widgets.writing_dialog import FileToWrite, WritingDialog, documents


class SaveHelpDialog(WritingDialog):
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
        self._keyboard = keyboard
        self._say = say
        kinds = _("PDF files (*.pdf)") if is_pdf else _("Web pages (*.html)")
        name = _("Help with Alongside") + ending
        self._file = FileToWrite(self, documents(), name, ending=ending, kinds=kinds)

    def collect(self, values: dict[str, Any]) -> tuple[Verb, SaveHelp]:
        """Return what saves help there."""
        return save_help, SaveHelp(values["file"], self._keyboard)

    def in_the_way(self) -> str:
        """Return the name of the file that would be written over, or ""."""
        return self._file.in_the_way()

    def saved(self, result: SavedHelp) -> None:
        """Close, then say where help is: the keyboard is back on the page by then."""
        super().saved(result)
        self._say(result.words)
