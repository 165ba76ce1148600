"""What is seen of the lock: the warning that it is near, and the way back in."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from alongside.i18n import _, ngettext
from alongside_ui.announce import speak
from alongside_ui.keys.type_words import Choice, Try, TypeWordsDialog
from alongside_ui.widgets.dialog import Dialog

_MINUTE = 60


class WarningDialog(Dialog):
    """Stands beside what is being typed in and does not take the keyboard from it.

    Any key, anywhere in Alongside, puts the lock off; so does its button.
    """

    help = "recovery-words#lock"

    def __init__(self, parent: QWidget, seconds: int, stay: Callable[[], None]) -> None:
        self._had_keyboard: QWidget | None = None
        super().__init__(parent, _("Alongside will lock"))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._label = QLabel()
        self._label.setWordWrap(True)
        self.body.addWidget(self._label)
        self.add_button(_("Stay open"), stay, is_main=True)
        self.say(seconds)

    def show_beside(self) -> None:
        """Show it, and leave the keyboard where it is."""
        self._had_keyboard = QApplication.focusWidget()
        self.show()

    def event(self, event: QEvent) -> bool:
        """Give the keyboard back at once where a desktop hands it to every new window."""
        field = self._had_keyboard
        if event.type() == QEvent.Type.WindowActivate and field is not None:
            self._had_keyboard = None
            QTimer.singleShot(0, field, lambda: _give_back(field))
        return super().event(event)

    def say(self, seconds: int) -> None:
        """Say how long there is left, where the keyboard is."""
        words = _("Alongside locks in {time}. Press any key to stay open. Nothing that you typed "
                  "is lost.").format(time=_time_of(seconds))  # fmt: skip
        self._label.setText(words)
        self.setAccessibleDescription(words)
        speak(words, is_urgent=True)


class LockDialog(TypeWordsDialog):
    """All that can be seen while the records are locked. It has no parent: that one is hidden."""

    def __init__(
        self, try_words: Try, others: list[Choice], quit_: Callable[[], None],
        give_help: Callable[[str], None], *, asks_words: bool,
    ) -> None:  # fmt: skip
        sentence = _("Everything is as you left it. Type your recovery words to go on.")
        if not asks_words:
            sentence = _("Everything is as you left it. Press Enter to go on: this computer’s "
                         "keyring has the key. Or type your recovery words.")  # fmt: skip
        super().__init__(
            None, _("Alongside is locked"), sentence, _("Unlock"), try_words,
            [*others, (_("Close Alongside"), quit_)],
        )  # fmt: skip
        self._quit = quit_
        self.show_help = give_help
        self.setModal(True)
        if not asks_words:
            self.others[0].setFocus()

    def reject(self) -> None:
        """Stay: Esc must not open what is locked, nor close it by a slip."""

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close Alongside, if that is what the window's own button was meant for."""
        if self.isVisible() and event.spontaneous():
            event.ignore()
            self._quit()
        else:
            super().closeEvent(event)


def _give_back(field: QWidget) -> None:
    field.activateWindow()
    field.setFocus(Qt.FocusReason.ActiveWindowFocusReason)


def _time_of(seconds: int) -> str:
    if seconds % _MINUTE == 0:
        minutes = seconds // _MINUTE
        return ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)
    return ngettext("{n} second", "{n} seconds", seconds).format(n=seconds)
