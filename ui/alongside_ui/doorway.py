"""The way in: opens the records, asks for the words that open them, or starts new ones."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QLabel, QVBoxLayout, QWidget

from alongside import keys, paths
from alongside.domain.errors import AlongsideError, WorldError
from alongside.i18n import _
from alongside_ui import errors
from alongside_ui.announce import speak
from alongside_ui.main_window import MainWindow
from alongside_ui.recovery import NewRecordsDialog, WordsDialog
from alongside_ui.theme import LARGE, MEDIUM, SMALL
from alongside_ui.widgets.button import Button
from alongside_ui.widgets.headings import Title
from alongside_ui.widgets.mnemonics import Mnemonics

if TYPE_CHECKING:
    from alongside.office import Office  # the database is loaded after the window is shown


_PATIENCE = 3000
"""Milliseconds that the keyring has to answer before another way is offered."""


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
        self._is_leaving = False
        window.closing.connect(self._leave)
        window.show_doorway(self)
        window.actions.answer_always({"open_file": self.choose_file})

    def open(self) -> None:
        """Open the file with this computer's keyring; offer what to do if that cannot be."""
        if not self._file.exists() and self._file == paths.usual_file():
            self._offer_start()
            return
        self._run(self._open_by_keyring, self._failed)
        QTimer.singleShot(_PATIENCE, self, self._offer_words)

    def _offer_words(self) -> None:
        """Offer a way on while the keyring is asking for its password, perhaps in vain."""
        if not self._keyring.is_asking:
            return
        self._say(
            _("The keyring of this computer is locked. It may be asking for its password in a "
              "window of its own. You can also type your recovery words.")
        )  # fmt: skip
        self._offer((_("Type the recovery words"), self._keyring.give_up))

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
                self._file, words, self._keyring, who=self._window.preferences.settings.who
            )

        self._run(create, self._failed)

    def _open_by_keyring(self, _request: None) -> "Office":
        from alongside.office import Office

        who = self._window.preferences.settings.who
        return Office.open(self._file, self._keyring, who=who)

    def _run(
        self, make: Callable[[None], "Office"], failed: Callable[[AlongsideError], None]
    ) -> None:
        self._window.operations.run(make, None, then=self._opened, failed=failed)

    def _opened(self, office: "Office") -> None:
        self._window.show_office(office)
        if office.doubt:
            errors.show(office.doubt, self._window)

    def _leave(self) -> None:
        """Wait for nothing any more: the window closes."""
        self._is_leaving = True
        self._keyring.give_up()

    def _failed(self, error: AlongsideError) -> None:
        if self._is_leaving:
            return
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

            who = self._window.preferences.settings.who
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
