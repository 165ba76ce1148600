"""The recovery words: shown before new records are made, asked for when the keyring has no key."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from alongside import keys
from alongside.domain.errors import AlongsideError, UserError, WorldError
from alongside.i18n import _
from alongside_ui.announce import speak
from alongside_ui.clipboard import copy_secret
from alongside_ui.main_window import MainWindow
from alongside_ui.widgets.dialog import Dialog
from alongside_ui.widgets.fields import Fields
from alongside_ui.widgets.mnemonics import Mnemonics
from alongside_ui.widgets.secret_line import said_of_copies


class NewRecordsDialog(Dialog):
    """Shows the recovery words before anything is kept, and asks whether they are written down."""

    help = "data-file"

    def __init__(self, parent: QWidget, file: Path, create: Callable[[str], None]) -> None:
        super().__init__(
            parent,
            _("Start new records"),
            _("Your records are locked, so that a thief of this computer sees nothing. This "
              "computer remembers the key. If it is ever lost, these seven words open your "
              "records, and nothing else does. Write them on paper and keep it safe."),
        )  # fmt: skip
        self._words = keys.new_words()
        self._create = create
        self.form = Fields(letters="sc")
        shown = self.form.secret("words", _("Recovery words"), self._words, said_of_copies())
        shown.setReadOnly(True)
        where = self.form.text("file", _("The file that is made"), str(file))
        where.setReadOnly(True)
        self._kept = self.form.tick("kept", _("I have written the seven words down"))
        self.body.addWidget(self.form)
        self.letters = Mnemonics("rtiw")
        self.add_button(_("Start"), self._start, is_main=True)
        self.add_button(_("Copy the words"), self._copy)
        self.add_button(_("Cancel"), self.reject)
        self.take_room(80, 0)
        shown.setFocus()

    def _copy(self) -> None:
        copy_secret(self._words)
        speak(_("Copied. {what}").format(what=said_of_copies()))

    def _start(self) -> None:
        if not self._kept.isChecked():
            words = _("Write the words down first, then tick this box.")
            self.form.show_problems([UserError("kept", words)])
            return
        self.accept()
        self._create(self._words)


class WordsDialog(Dialog):
    """Asks for the recovery words; a wrong try says so and keeps what was typed."""

    help = "data-file"

    def __init__(
        self, parent: MainWindow, error: keys.WrongKeyError,
        try_words: Callable[[str, bool, Callable[[AlongsideError], None]], None],
    ) -> None:  # fmt: skip
        super().__init__(parent, _("Recovery words"), f"{error.words} {error.remedy}")
        self._try = try_words
        self.form = Fields(letters="oc")
        self._line: QLineEdit = self.form.secret("words", _("Recovery words"))
        self._remember = self.form.tick(
            "remember", _("Let this computer remember the key"), value=True
        )
        self.body.addWidget(self.form)
        self.add_button(_("Open"), self._open, is_main=True)
        self.add_button(_("Cancel"), self.reject)
        self.take_room(72, 0)
        self._line.setFocus()
        parent.opened.connect(self.accept)

    def _open(self) -> None:
        self.form.clear_problems()
        if not self._line.text().strip():
            self.form.show_problems([UserError("words", _("Type the seven words."))])
            return
        self._try(self._line.text(), self._remember.isChecked(), self._refused)

    def _refused(self, error: AlongsideError) -> None:
        remedy = error.remedy if isinstance(error, WorldError) else ""
        self.form.show_problems([UserError("words", f"{error.words} {remedy}".strip())])
