"""What a person meets when something goes wrong: one plain sentence, and what to try."""

import sys
from types import TracebackType

from PySide6.QtCore import QObject, QThread, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from alongside import log, paths
from alongside.domain.errors import AlongsideError, WorldError
from alongside.i18n import _
from alongside_ui.widgets.message_box import message_box, open_box
from alongside_ui.widgets.mnemonics import Mnemonics


def show(error: BaseException, parent: QWidget | None = None) -> None:
    """Show `error` in a dialog: in its own words, or calmly as a mistake of ours."""
    parent = parent or QApplication.activeModalWidget() or _window()
    if isinstance(error, AlongsideError):
        remedy = error.remedy if isinstance(error, WorldError) else ""
        box = message_box(parent, QMessageBox.Icon.Warning, error.words, remedy)
        box.addButton(Mnemonics().give(_("Close")), QMessageBox.ButtonRole.RejectRole)
        open_box(box)
        return
    details = log.mistake(error)
    words = _("Something went wrong. Your saved work is safe.")
    remedy = _("You can go on. If it happens again, send the details to whoever looks after "
               "Alongside for you. The log is in {folder}.").format(
                   folder=paths.log_folder())  # fmt: skip
    box = message_box(parent, QMessageBox.Icon.Critical, words, remedy)
    letters = Mnemonics()
    close = box.addButton(letters.give(_("Close")), QMessageBox.ButtonRole.RejectRole)
    copy = box.addButton(letters.give(_("Copy details")), QMessageBox.ButtonRole.ActionRole)
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
    box.setDefaultButton(close)
    open_box(box)


def _window() -> QWidget | None:
    """Return a window to belong to, active or not: a box that belongs to nobody is lost at once."""
    shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    return QApplication.activeWindow() or next(iter(shown), None)


class LastResort(QObject):
    """Catches what nobody caught, on whichever thread, and shows it on the screen's own."""

    _met = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._met.connect(self._show)

    def install(self) -> None:
        """Stand in for the interpreter's own hook."""
        sys.excepthook = self._catch

    def _catch(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        if QThread.currentThread() is self.thread():
            self._show(error)
        else:
            self._met.emit(error)

    def _show(self, error: BaseException) -> None:
        try:
            show(error)
        except Exception as second:
            log.mistake(second)
