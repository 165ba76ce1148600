"""The way in: opens the records, asks for the words that open them, or starts new ones."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from alongside import keys, paths
from alongside.domain.errors import AlongsideError, UserError, WorldError
from alongside.i18n import _
from alongside_ui.announce import speak
from alongside_ui.main_window import MainWindow
from alongside_ui.theme import LARGE, MEDIUM, SMALL
from alongside_ui.widgets.button import Button
from alongside_ui.widgets.dialog import Dialog
from alongside_ui.widgets.fields import Fields
from alongside_ui.widgets.headings import Title
from alongside_ui.widgets.mnemonics import Mnemonics

if TYPE_CHECKING:
    from alongside.office import Office  # the database is loaded after the window is shown


class Doorway(QWidget):
    """What the window shows while no records are open."""

    def __init__(self, window: MainWindow, file: Path) -> None:
        super().__init__()
        self._window = window
        self._file = file
        self._keyring = keys.SystemKeyring()
        self._title = Title(_("Alongside"))
        self._words = QLabel(_("Opening your records…"))
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(self._title)
        column.addWidget(self._words)
        self._column = QVBoxLayout()
        self._column.setSpacing(SMALL)
        column.addLayout(self._column)
        column.addStretch(1)
        window.show_doorway(self)
        window.actions.answer_always({"open_file": self.choose_file})

    def open(self) -> None:
        """Open the file with this computer's keyring; offer what to do if that cannot be."""
        if not self._file.exists() and self._file == paths.usual_file():
            self._offer_start()
            return
        self._run(self._open_by_keyring, self._failed)

    def open_demo(self) -> None:
        """Open a fresh demo organisation."""

        def demo(_request: None) -> "Office":
            from alongside.office import Office

            return Office.demo()

        self._say(_("Making the demo organisation…"))
        self._run(demo, self._failed)

    def choose_file(self) -> None:
        """Open records from another file."""
        chosen, _kind = QFileDialog.getOpenFileName(
            self._window, _("Open records"), str(self._file.parent),
            _("Records of Alongside ({ending})").format(ending=f"*{paths.ENDING}"),
        )  # fmt: skip
        if not chosen:
            return
        if self._window.has_office:
            self._window.close_office()
            self._window.show_doorway(self)
        self._file = Path(chosen)
        self.open()

    def start_new(self) -> None:
        """Make new records, after showing the words that can always open them."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        NewRecordsDialog(self._window, self._file, self._create).open()

    def _create(self, words: str) -> None:
        def create(_request: None) -> "Office":
            from alongside.office import Office

            return Office.create(
                self._file, words, self._keyring, who=self._window.preferences.signature
            )

        self._run(create, self._failed)

    def _open_by_keyring(self, _request: None) -> "Office":
        from alongside.office import Office

        who = self._window.preferences.signature
        return Office.open(self._file, self._keyring, who=who)

    def _run(
        self, make: Callable[[None], "Office"], failed: Callable[[AlongsideError], None]
    ) -> None:
        self._window.operations.run(make, None, then=self._window.show_office, failed=failed)

    def _failed(self, error: AlongsideError) -> None:
        if isinstance(error, keys.WrongKeyError):
            WordsDialog(self._window, error, self._open_by_words).open()
        remedy = error.remedy if isinstance(error, WorldError) else ""
        self._say(f"{error.words} {remedy}".strip())
        self._offer((_("Try again"), self.open), *self._elsewhere())

    def _open_by_words(
        self, words: str, is_remembered: bool, failed: Callable[[AlongsideError], None]
    ) -> None:
        def opened(_request: None) -> "Office":
            from alongside.office import Office

            who = self._window.preferences.signature
            return Office.open(
                self._file, self._keyring, words=words, is_remembered=is_remembered, who=who
            )

        self._run(opened, failed)

    def _offer_start(self) -> None:
        self._say(
            _("Welcome. Alongside goes from the register of a meeting to fees, expenses and "
              "printed claim forms, with no internet. What would you like to do?")
        )  # fmt: skip
        self._offer((_("Start new records…"), self.start_new), *self._elsewhere())

    def _elsewhere(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        return (
            (_("Open records from a file…"), self.choose_file),
            (_("Look round the demo organisation"), self.open_demo),
        )

    def _say(self, words: str) -> None:
        self._words.setText(words)
        self.setAccessibleName(words)
        speak(words)

    def _offer(self, *choices: tuple[str, Callable[[], None]]) -> None:
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        letters = Mnemonics(self._window.actions.menu_letters)
        for number, (words, chosen) in enumerate(choices):
            button = Button(letters.give(words), is_main=number == 0)
            button.clicked.connect(lambda _checked=False, each=chosen: each())
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            if number == 0:
                button.setAccessibleDescription(self._words.text())
                button.setFocus()


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
        shown = self.form.text("words", _("Recovery words"), self._words)
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
        QGuiApplication.clipboard().setText(self._words)
        speak(_("Copied"))

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
        self._line: QLineEdit = self.form.text("words", _("Recovery words"))
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
