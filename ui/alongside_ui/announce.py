"""Says things aloud for people who listen, and leaves the same words on the screen."""

import sys
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from alongside.i18n import _


class Announcer(QLabel):
    """The line at the foot of the window: what was done last stays there to be read again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Ready"), parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAccessibleDescription(_("What was done last"))

    def say(self, words: str, *, is_spoken: bool = True) -> None:
        """Show `words`, and have a screen reader speak them unless something else does."""
        self.setText(words)
        if is_spoken and self._is_on_the_way_back():
            QTimer.singleShot(_BACK, self, lambda: speak(words))
        elif is_spoken:
            speak(words)

    def _is_on_the_way_back(self) -> bool:
        """Return whether a dialog has just gone and the keyboard is not back in our window yet.

        A window manager gives it back a moment later. A screen reader then reads the window, and
        drops what it was told before.
        """
        is_managed = QGuiApplication.platformName() in {"xcb", "wayland", "windows"}
        return is_managed and QApplication.activeWindow() is not self.window()


_BACK = 1500
"""Milliseconds that a window manager and a screen reader need on a slow computer until the keyboard
is back and has been spoken of. Told earlier, it is heard twice: by itself, and with its row."""


@runtime_checkable
class SaysHere(Protocol):
    """A piece of furniture that has a way of its own to be heard by who knows no announcements."""

    def say_here(self, words: str) -> None:
        """Have a screen reader speak `words`."""


def speak(words: str, *, is_urgent: bool = False) -> None:
    """Have a screen reader speak `words`; what is urgent is said at once."""
    widget = QApplication.focusWidget() or QApplication.activeWindow()
    if widget is None or not QAccessible.isActive():
        return
    if sys.platform == "linux" and _is_told_here(widget, words):
        return
    event = QAccessibleAnnouncementEvent(widget, words)
    if is_urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


def _is_told_here(widget: QWidget, words: str) -> bool:
    """Tell `words` where the keyboard is, if that is how they are heard; return whether it was.

    A reader that knows announcements leaves out a description that is much like the last one.
    """
    from alongside_ui.listeners import hears_announcements
    from alongside_ui.told_here import tell_here

    if hears_announcements():
        return False
    if isinstance(widget, SaysHere):
        widget.say_here(words)
    else:
        tell_here(widget, words)
    return True
