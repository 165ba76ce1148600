"""The way in: opens the records, asks for the words that open them, or starts new ones."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QLabel, QVBoxLayout, QWidget

from alongside import keys, paths
from alongside.domain.errors import AlongsideError, SavesLostError, WorldError
from alongside.i18n import _
from alongside_ui import errors
from alongside_ui.announce import speak
from alongside_ui.main_window import MainWindow
from alongside_ui.restoring import offer_backups
from alongside_ui.theme import LARGE, MEDIUM
from alongside_ui.widgets.choices import Choice, Choices
from alongside_ui.widgets.headings import Title

if TYPE_CHECKING:
    from alongside.office import Office  # the database is loaded after the window is shown
    from alongside_ui.keys.type_words import TypeWordsDialog


TryWords = Callable[[str, bool, Callable[[AlongsideError], None]], None]
"""Told the words, whether this computer is to remember the key, and whom to tell of an error."""

_PATIENCE = 3000
"""Milliseconds that the keyring has to answer before another way is offered."""


class Doorway(QWidget):
    """What the window shows while no records are open."""

    def __init__(self, window: MainWindow, file: Path) -> None:
        super().__init__()
        self.main = window
        self.file = file
        self.keyring = keys.SystemKeyring()
        self._is_loss_known = False
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
        self._choices = Choices()
        column.addWidget(self._choices)
        column.addStretch(1)
        self._is_leaving = False
        window.closing.connect(self._leave)
        window.show_doorway(self)
        window.actions.answer_always(
            {"open_file": self.choose_file, "restore": self.restore_backup}
        )

    def open(self) -> None:
        """Open the file with this computer's keyring; offer what to do if that cannot be."""
        self._wait_here()
        if not self.file.exists() and self.file == paths.usual_file():
            self._offer_start()
            return
        self.run(self._open_by_keyring, self.failed)
        QTimer.singleShot(_PATIENCE, self, self._offer_words)

    def _offer_words(self) -> None:
        """Offer a way on while the keyring is asking for its password, perhaps in vain."""
        if not self.keyring.is_asking:
            return
        self.say(
            _("The keyring of this computer is locked. It may be asking for its password in a "
              "window of its own. You can also type your recovery words.")
        )  # fmt: skip
        self._offer((_("Type the recovery words"), self.keyring.give_up))

    def open_demo(self) -> None:
        """Open a fresh demo organisation."""

        def demo(_request: None) -> "Office":
            from alongside.office import Office

            return Office.demo()

        self._wait_here()
        self.say(_("Making the demo organisation…"))
        self.run(demo, self.failed)

    def choose_file(self) -> None:
        """Open records from another file."""
        chosen, _kind = QFileDialog.getOpenFileName(
            self.main, _("Open records"), str(self.file.parent),
            _("Records of Alongside ({ending})").format(ending=f"*{paths.ENDING}"),
        )  # fmt: skip
        if not chosen:
            return
        self.leave_records()
        self.file = Path(chosen)
        self.open()

    def restore_backup(self) -> None:
        """Put a backup in the place of the records: from the list, or another file."""
        offer_backups(self)

    def leave_records(self) -> None:
        """Close the records that are open, if any, and show the doorway again."""
        if self.main.has_office:
            self.main.close_office()
            self.main.show_doorway(self)

    def start_new(self) -> None:
        """Make new records, after showing the words that can always open them."""
        from alongside_ui.keys.new_words import NewWords, Occasion, SheetFacts

        self.file.parent.mkdir(parents=True, exist_ok=True)
        occasion = Occasion(
            _("Your records will be locked"),
            _("A thief of this computer sees nothing. You need not type anything from day to day: "
              "this computer keeps the key. If it cannot, these seven words open your records, and "
              "nothing else does. Write them down or print them, and keep them safe."),
            _("Start"), SheetFacts(self.file),
        )  # fmt: skip
        NewWords(self.main, occasion, self._create).show()

    def _create(self, words: str) -> None:
        def create(_request: None) -> "Office":
            from alongside.office import Office

            return Office.create(
                self.file, words, self.keyring, who=self.main.preferences.signature
            )

        self.run(create, self.failed)

    def _open_by_keyring(self, _request: None) -> "Office":
        from alongside.office import Office

        who = self.main.preferences.signature
        return Office.open(self.file, self.keyring, who=who, is_loss_known=self._is_loss_known)

    def _open_anyway(self) -> None:
        self._is_loss_known = True
        self.open()

    def run(
        self, make: Callable[[None], "Office"], failed: Callable[[AlongsideError], None]
    ) -> None:
        """Open records with `make`, off the screen's thread, and show them."""
        self.main.operations.run(make, None, then=self._opened, failed=failed)

    def _opened(self, office: "Office") -> None:
        self.main.show_office(office)
        if office.doubt:
            errors.show(office.doubt, self.main)

    def _leave(self) -> None:
        """Wait for nothing any more: the window closes."""
        self._is_leaving = True
        self.keyring.give_up()

    def failed(self, error: AlongsideError, *, is_asking: bool = True) -> None:
        """Say why the records are not open, ask for the words if they would help, and what next."""
        if self._is_leaving:
            return
        remedy = error.remedy if isinstance(error, WorldError) else ""
        words = f"{error.words} {remedy}".strip()
        self.say(words)
        if isinstance(error, keys.WrongKeyError) and is_asking:
            self.ask_for_words(words, self._open_by_words)
        restore = (_("Restore a backup…"), self.restore_backup)
        anyway = (_("Open it as it is"), self._open_anyway)
        self._offer(
            (_("Try again"), self.open), restore,
            *([anyway] if isinstance(error, SavesLostError) else []), *self._elsewhere(),
        )  # fmt: skip

    def ask_for_words(self, why: str, try_words: TryWords) -> None:
        """Ask for the recovery words, saying `why`; `try_words` is told them."""
        from alongside_ui.keys.type_words import TypeWordsDialog

        dialog = TypeWordsDialog(
            self.main, _("Recovery words"), why, _("Open"), try_words,
            [(_("Try again"), self._again), (_("Restore a backup…"), self._restore_instead),
             (_("Close Alongside"), self.main.close)],
        )  # fmt: skip
        self.main.opened.connect(dialog.accept)
        self._dialog = dialog
        dialog.open()

    def _again(self) -> None:
        """Ask the keyring once more, now that it may have been unlocked."""
        if self._dialog is not None:
            self._dialog.reject()
        self.open()

    def _restore_instead(self) -> None:
        if self._dialog is not None:
            self._dialog.reject()
        self.restore_backup()

    def _open_by_words(
        self, words: str, is_remembered: bool, failed: Callable[[AlongsideError], None]
    ) -> None:
        def opened(_request: None) -> "Office":
            from alongside.office import Office

            who = self.main.preferences.signature
            return Office.open(
                self.file, self.keyring, words=words, is_remembered=is_remembered, who=who,
                is_loss_known=self._is_loss_known,
            )  # fmt: skip

        self.run(opened, failed)

    def _offer_start(self) -> None:
        self.say(
            _("Welcome. Alongside goes from the register of a meeting to fees, expenses and "
              "printed claim forms, with no internet. What would you like to do?")
        )  # fmt: skip
        self._offer((_("Start new records…"), self.start_new), *self._elsewhere())

    def _elsewhere(self) -> tuple[Choice, ...]:
        return (
            (_("Open records from a file…"), self.choose_file),
            (_("Look round the demo organisation"), self.open_demo),
        )

    def _wait_here(self) -> None:
        """Let the words have the keyboard until there is something to press, or a page."""
        self._words.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._words.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, words: str) -> None:
        """Show what is going on here, and have it spoken."""
        self._words.setText(words)
        self.setAccessibleName(words)
        speak(words)

    def _offer(self, *choices: Choice) -> None:
        self._words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._choices.offer(choices, self._words.text(), self.main.actions.menu_letters)
