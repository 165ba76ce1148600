"""The part of the settings that is about backups: where they go, and how the last one was."""

from pathlib import Path

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from alongside.domain.errors import UserError, WorldError
from alongside.i18n import _
from alongside_ui.desk import Desk
from alongside_ui.theme import SMALL
from alongside_ui.widgets.button import ActionButton
from alongside_ui.widgets.fields import Fields
from alongside_ui.widgets.flow import FlowLayout
from alongside_ui.widgets.folder_field import FolderField
from alongside_ui.widgets.headings import Heading
from alongside_ui.widgets.page import Page


class BackupPart(QWidget):
    """The state of the backups in words, a second place for them, and what can be done now."""

    def __init__(self, desk: Desk, page: Page) -> None:
        super().__init__()
        self._desk = desk
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        self._state = QLabel()
        self._state.setWordWrap(True)
        self._folder = FolderField(
            page.letters.give(_("Choose a folder…")), desk.preferences.settings.backup_folder
        )
        self._form = Fields(letters=page.letters)
        self._form.custom(
            "backup_folder", _("Second place for backups"), self._folder, lambda: self._folder.path,
            _("On another disk: a stick, or a folder of a cloud service. Empty means none."),
        )  # fmt: skip
        self._folder.line.editingFinished.connect(self._keep)
        self._folder.line.textChanged.connect(self._keep_if_chosen)
        buttons = FlowLayout(spacing=SMALL)
        for command, words in (("back_up", _("Back up now")), ("restore", _("Restore a backup…"))):
            buttons.addWidget(ActionButton(desk.actions[command], page.letters.give(words)))
        for widget in (Heading(_("Backups")), self._state, self._form):
            column.addWidget(widget)
        column.addLayout(buttons)

    def refresh(self) -> None:
        """Say how the backups stand."""
        state = self._desk.operations.office.backups.latest
        words = [state.words, state.advice] if state else [_("No backup was looked for yet")]
        self._state.setText(". ".join(filter(None, words)))

    def _keep_if_chosen(self) -> None:
        if not self._folder.line.hasFocus():
            self._keep()

    def _keep(self) -> None:
        """Use another second place from now on, if it is one."""
        chosen, settings = self._folder.path, self._desk.preferences.settings
        self._form.clear_problems()
        if chosen == settings.backup_folder:
            return
        try:
            if chosen:
                self._desk.operations.office.backups.check_place(Path(chosen))
        except WorldError as error:
            self._form.show_problems([UserError("backup_folder", error.words)])
            return
        self._desk.preferences.change(backup_folder=chosen)
        self._desk.operations.say(
            _("Backups go to {folder} too").format(folder=chosen) if chosen
            else _("Backups go to one place only")
        )  # fmt: skip
