"""The way in: opens the records, asks for the words that open them, or starts new ones."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QVBoxLayout, QWidget

from alongside import keys, paths
from alongside.domain.errors import AlongsideError, WorldError
from alongside.i18n import _
from alongside_ui.announce import speak
from alongside_ui.main_window import MainWindow
from alongside_ui.theme import LARGE, MEDIUM, SMALL
from alongside_ui.widgets.button import Button
from alongside_ui.widgets.headings import Title
from alongside_ui.widgets.mnemonics import Mnemonics

if TYPE_CHECKING:
    from alongside.office import Office  # the database is loaded after the window is shown
    from alongside_ui.keys.type_words import TypeWordsDialog


class Doorway(QWidget):
    """What the window shows while no records are open."""

    def __init__(self, window: MainWindow, file: Path) -> None:
        super().__init__()
        self._window = window
        self._file = file
        self._keyring = keys.SystemKeyring()
        self.restore_backup: Callable[[], object] | None = None
        """Restores a backup in the place of records that cannot be opened; None offers nothing."""
        self._dialog: TypeWordsDialog | None = None
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
        from alongside_ui.keys.new_words import NewWords, Occasion, SheetFacts

        self._file.parent.mkdir(parents=True, exist_ok=True)
        occasion = Occasion(
            _("Your records will be locked"),
            _("A thief of this computer sees nothing. You need not type anything from day to day: "
              "this computer keeps the key. If it cannot, these seven words open your records, and "
              "nothing else does. Write them down or print them, and keep them safe."),
            _("Start"), SheetFacts(self._file),
        )  # fmt: skip
        NewWords(self._window, occasion, self._create).show()

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
        self._window.operations.run(make, None, then=self._window.show_office, failed=failed)

    def _failed(self, error: AlongsideError) -> None:
        remedy = error.remedy if isinstance(error, WorldError) else ""
        words = f"{error.words} {remedy}".strip()
        self._say(words)
        if isinstance(error, keys.WrongKeyError):
            self._ask_for_words(words)
        self._offer((_("Try again"), self.open), *self._restoring(), *self._elsewhere())

    def _ask_for_words(self, why: str) -> None:
        from alongside_ui.keys.type_words import TypeWordsDialog

        leave = (_("Close Alongside"), self._window.close)
        dialog = TypeWordsDialog(
            self._window, _("Recovery words"), why, _("Open"), self._open_by_words,
            [(_("Try again"), self._again), *self._restoring(), leave],
        )  # fmt: skip
        self._window.opened.connect(dialog.accept)
        self._dialog = dialog
        dialog.open()

    def _again(self) -> None:
        """Ask the keyring once more, now that it may have been unlocked."""
        if self._dialog is not None:
            self._dialog.reject()
        self.open()

    def _restoring(self) -> tuple[tuple[str, Callable[[], object]], ...]:
        """Offer to restore a backup, where there is somebody who can."""
        if self.restore_backup is None:
            return ()
        return ((_("Restore a backup…"), self.restore_backup),)

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

    def _offer(self, *choices: tuple[str, Callable[[], object]]) -> None:
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
