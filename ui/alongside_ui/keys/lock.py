"""The lock: records let go, every window hidden as it is; unlocked, all stands where it stood."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from shiboken6 import isValid

from alongside.domain.errors import AlongsideError
from alongside.i18n import _
from alongside_ui.keys.idle import Idle
from alongside_ui.watch import Watch

if TYPE_CHECKING:
    from alongside_ui.keys.lock_dialogs import LockDialog, WarningDialog
    from alongside_ui.main_window import MainWindow

_MINUTE = 60


class Locker(QObject):
    """Locks one window, when asked or when nobody is there, and unlocks it.

    What was typed stays where it was: windows are hidden, not closed.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._hidden: list[QWidget] = []
        self._had_keyboard: QWidget | None = None
        self._marked: list[Callable[[], None]] = []
        self._warning: WarningDialog | None = None
        self._dialog: LockDialog | None = None
        self.idle = Idle(self, self._times)
        self.idle.warned.connect(self._warn)
        self.idle.put_off.connect(self._unwarn)
        self.idle.ended.connect(self._nobody_is_there)

    @property
    def is_locked(self) -> bool:
        """Whether the way back in is shown."""
        return self._dialog is not None

    def start(self) -> None:
        """Watch over the records that were opened."""
        Watch.here().listen(self.heard, QKeyEvent)
        self.idle.start()

    def stop(self) -> None:
        """Stop watching: the records are closed, and so is the way back to them."""
        self.idle.stop()
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.accept()
        if QApplication.instance():
            Watch.here().forget(self.heard)

    def lock(self) -> None:
        """Finish what is under way, hide every window, and let go of the records."""
        if self.is_locked or not self._window.has_office:
            return
        operations = self._window.operations
        if operations.office.is_demo:
            operations.say(_("The demo organisation does not lock: nobody in it is real."))
            return
        from alongside_ui.keys.lock_dialogs import LockDialog

        self._unwarn()
        operations.settle()
        self._had_keyboard = QApplication.focusWidget()
        asks_words = self._window.preferences.settings.asks_words
        by_keyring = (_("Open with this computer’s keyring"), self._try_keyring)
        self._dialog = LockDialog(
            self._try_words, [] if asks_words else [by_keyring], self._leave,
            self._window.show_help, asks_words=asks_words,
        )  # fmt: skip
        self._dialog.show()  # first: with no window left Qt would end
        self._hide()
        operations.run(lambda _request: operations.office.lock(), None)

    def heard(self, _watched: QObject, event: QEvent) -> bool:
        """Lock from a dialog too: the window's own keys do not reach into it."""
        if event.type() != QEvent.Type.KeyPress or QApplication.activeModalWidget() is None:
            return False
        assert isinstance(event, QKeyEvent)
        if QKeySequence(event.keyCombination()) not in self._window.actions["lock"].shortcuts():
            return False
        self.lock()
        return True

    def _times(self) -> tuple[int, int]:
        settings, window = self._window.preferences.settings, self._window
        is_watched = window.has_office and not self.is_locked and not window.operations.is_busy
        if not is_watched or window.operations.office.is_demo:
            return 0, 0
        return settings.lock_after * _MINUTE, settings.lock_warning

    def _warn(self, seconds: int) -> None:
        from alongside_ui.keys.lock_dialogs import WarningDialog

        if self._warning is not None:
            self._warning.say(seconds)
            return
        beside = QApplication.activeModalWidget() or self._window
        self._warning = WarningDialog(beside, seconds, self.idle.somebody_is_there)
        self._warning.rejected.connect(self.idle.somebody_is_there)
        self._warning.show_beside()

    def _unwarn(self) -> None:
        warning, self._warning = self._warning, None
        if warning is not None and isValid(warning):
            warning.accept()

    def _nobody_is_there(self) -> None:
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        self.lock()

    def _hide(self) -> None:
        """Hide every window but the way back in, the newest first; remember those that were up."""
        shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        dialogs = [each for each in shown if isinstance(each, QDialog) and each is not self._dialog]
        dialogs.sort(key=_depth)
        self._hidden = [self._window, *dialogs]
        self._marked = [_marked(each.focusWidget()) for each in self._hidden]
        for each in reversed(self._hidden):
            each.hide()

    def _show(self) -> None:
        for each in self._hidden:
            if isValid(each):
                each.show()
        top = next((each for each in reversed(self._hidden) if isValid(each)), self._window)
        self._hidden = []
        top.activateWindow()
        if self._had_keyboard is not None and isValid(self._had_keyboard):
            self._had_keyboard.setFocus()
        self._had_keyboard = None
        for mark in self._marked:
            mark()

    def _try_words(
        self, words: str, is_remembered: bool, failed: Callable[[AlongsideError], None]
    ) -> None:
        office = self._window.operations.office
        self._window.operations.run(
            lambda _request: office.unlock(words, is_remembered=is_remembered), None,
            then=self._unlocked, failed=failed,
        )  # fmt: skip

    def _try_keyring(self) -> None:
        if self._dialog is not None:
            self._dialog.form.clear_problems()
            self._try_words("", False, self._dialog.refused)

    def _unlocked(self, _nothing: None) -> None:
        dialog, self._dialog = self._dialog, None
        self._show()
        if dialog is not None:
            dialog.accept()
        self.idle.somebody_is_there()
        self._window.operations.say(_("Unlocked"))

    def _leave(self) -> None:
        """Close Alongside; ask first if dialogs are open, for what is typed there would go."""
        if len(self._hidden) == 1:
            self._window.close()
            return
        from alongside_ui.widgets.dialog import ask

        ask(
            self._dialog, _("Close Alongside?"),
            _("A dialog was open when it locked. What is typed there and not saved will be lost."),
            yes=_("Close Alongside"), no=_("Stay"), then=self._window.close,
        )  # fmt: skip


def _marked(field: QWidget | None) -> Callable[[], None]:
    """Return what marks in `field` what is marked now, and puts the caret where it is.

    Qt marks everything in the field of a dialog that it shows: the next letter would replace it.
    """
    if not isinstance(field, QLineEdit):
        return lambda: None
    caret, start, length = field.cursorPosition(), field.selectionStart(), field.selectionLength()

    def mark() -> None:
        if not isValid(field):
            return
        field.setCursorPosition(caret)
        if length:
            field.setSelection(start, length)

    return mark


def _depth(widget: QWidget) -> int:
    """Return how many windows a dialog stands on: those below come back first."""
    depth, around = 0, widget.parentWidget()
    while around is not None:
        depth += around.isWindow()
        around = around.parentWidget()
    return depth
