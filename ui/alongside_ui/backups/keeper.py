"""Keeps the records safe by itself: folds them in, backs them up, rescues them if the disk goes."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from alongside import paths
from alongside.domain.change import Change, Kind
from alongside.domain.errors import AlongsideError, WorldError
from alongside.domain.keeping import Why
from alongside.i18n import _
from alongside.services.backups import BackupState, MakeBackup
from alongside_ui import errors
from alongside_ui.operations import Operations
from alongside_ui.preferences import Preferences

QUIET = 2_000
"""Milliseconds after the last save until the log is folded in: little depends on it then."""

FIRST, ROUND = 4_000, 60_000
"""Milliseconds until the first look whether a backup is due, and between looks from then on."""


class Keeper(QObject):
    """Looks after the records of one office while they are open; `finish` before they are closed.

    Backups have a queue of their own: a slow stick keeps nobody from marking the register. The
    demo organisation is thrown away when it is closed, so it has none.
    """

    state_changed = Signal(str)
    """How safe the records are, in words for the foot of the window."""

    def __init__(self, operations: Operations, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._operations, self._preferences = operations, preferences
        self._office = operations.office
        self._queue = Operations(self)
        self._queue.changed.connect(operations.changed)
        self._told = ""
        self._quiet = _timer(self, QUIET, self._fold_in, is_once=True)
        self._first = _timer(self, FIRST, self.look, is_once=True)
        self._round = _timer(self, ROUND, self.look)
        operations.changed.connect(self._after)
        operations.rescue = self.rescue
        if not self._office.is_demo:
            self._first.start()
            self._round.start()

    @property
    def folders(self) -> list[Path]:
        """Where backups go: beside the records, and to the second place if there is one."""
        second = self._preferences.settings.backup_folder
        return [paths.backup_folder(self._office.path), *([Path(second)] if second else [])]

    def look(self) -> None:
        """Back up what changed, if it is time; and look how safe the records are."""
        if not self._office.is_locked:
            self._make_if(self._office.backups.is_due, Why.CHANGES)

    def back_up(self) -> None:
        """Make a backup now, and say so."""
        if self._office.is_demo:
            self._operations.say(_("The demo is thrown away when it is closed: it has no backups"))
            return
        self._told = ""
        self._make_if(lambda _state: True, Why.ASKED, self._operations.say)

    def rescue(self, error: WorldError, tell: Callable[[AlongsideError], None]) -> None:
        """Save what the open file still has elsewhere, and tell of both: the trouble, the place."""

        def tell_both(what: Change | AlongsideError) -> None:
            tell(WorldError(error.words, f"{what.words} {error.remedy}"))

        folders = [*self.folders, paths.rescue_folder()]
        rescue = self._office.backups.rescue
        self._queue.run(rescue, folders, then=tell_both, failed=tell_both, is_spoken=False)

    def finish(self) -> None:
        """Make a last backup if anything changed since the one before, and stop."""
        for timer in (self._quiet, self._first, self._round):
            timer.stop()
        if not self._office.is_demo and not self._office.is_locked:
            self._make_if(self._office.backups.is_behind, Why.EXIT)
        self._operations.rescue = None
        self._queue.close()

    def _make_if(
        self, is_wanted: Callable[[BackupState], bool], why: Why,
        said: Callable[[str], object] = lambda _words: None,
    ) -> None:  # fmt: skip
        """Make a backup if it is wanted, on the queue of backups, and show how things stand."""

        def make(folders: list[Path]) -> Change | None:
            backups = self._office.backups
            if not is_wanted(backups.state(folders)):
                return None
            self.state_changed.emit(_("Making a backup…"))
            made = backups.make(MakeBackup(folders, why))
            backups.state(folders)
            return made

        def ended(made: Change | None) -> None:
            state = self._office.backups.latest
            self.state_changed.emit(state.words if state else "")
            if made:
                self._told = ""
                said(made.words)

        self._queue.run(make, self.folders, then=ended, failed=self._failed, is_spoken=False)

    def _failed(self, error: AlongsideError) -> None:
        self.state_changed.emit(_("The last backup failed"))
        if error.words != self._told:  # what fails each minute is said once
            self._told = error.words
            errors.show(error)

    @Slot(object)
    def _after(self, change: Change) -> None:
        if change.kinds - {Kind.BACKUP}:
            self._quiet.start()

    def _fold_in(self) -> None:
        self._operations.run(self._office.backups.fold_in, None)


def _timer(
    parent: QObject, milliseconds: int, ended: Callable[[], object], *, is_once: bool = False
) -> QTimer:
    timer = QTimer(parent, interval=milliseconds, singleShot=is_once)
    timer.timeout.connect(ended)
    return timer
