"""A line of text that is a secret: what is copied from it leaves the clipboard after a while."""

from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from alongside.i18n import _
from alongside_ui.announce import speak
from alongside_ui.clipboard import SECONDS, copy_secret

_KILLS = (
    QKeySequence.StandardKey.DeleteEndOfLine,
    QKeySequence.StandardKey.DeleteCompleteLine,
)
"""Keys of X11 that cut to the clipboard without saying so."""


def said_of_copies() -> str:
    """Return what the screen says wherever a secret can be copied."""
    return _("What you copy leaves the clipboard after {number} seconds.").format(number=SECONDS)


class SecretLine(QLineEdit):
    """A line whose text goes to the clipboard by `copy_secret` only."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy and cut as a secret; every other key does what it does in any line."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self._cut()
        elif not any(event.matches(key) for key in _KILLS):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the usual menu; its entries copy and cut as a secret."""
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            instead = {"edit-copy": self._copy, "edit-cut": self._cut}.get(action.objectName())
            if instead:
                action.triggered.disconnect()
                action.triggered.connect(instead)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def _copy(self) -> None:
        if self.hasSelectedText():
            copy_secret(self.selectedText())
            speak(_("Copied. {what}").format(what=said_of_copies()))

    def _cut(self) -> None:
        if self.hasSelectedText() and not self.isReadOnly():
            self._copy()
            self.del_()
