"""Long work: what is happening, how far it is, and a way to stop it."""

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QWidget

from alongside.i18n import _
from alongside_ui.announce import speak
from alongside_ui.widgets.dialog import Dialog

_SAID_AT = (25, 50, 75)


class ProgressDialog(Dialog):
    """Shows how far work on another thread is; `Stop` asks it to end after the present step."""

    help = "printing"
    _moved = Signal(int, int, str)

    def __init__(
        self, parent: QWidget | None, title: str, words: Callable[[int, int, str], str]
    ) -> None:
        super().__init__(parent, title)
        self._words = words
        self._stopped = Event()
        self._said = 0
        self._label = QLabel(title)
        self._label.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setAccessibleName(title)
        self.body.addWidget(self._label)
        self.body.addWidget(self._bar)
        self._stop = self.add_button(_("Stop"), self.reject, is_main=True)
        self._moved.connect(self._show)

    def move_on(self, done: int, of: int, what: str) -> None:
        """Hear that `done` of `of` steps are done. May be called on any thread."""
        self._moved.emit(done, of, what)

    def is_stopped(self) -> bool:
        """Whether the person asked to stop. May be called on any thread."""
        return self._stopped.is_set()

    def reject(self) -> None:
        """Ask the work to stop; the dialog closes when the work has."""
        self._stopped.set()
        self._stop.setEnabled(False)
        self._label.setText(_("Stopping…"))

    def finish(self) -> None:
        """Close: the work has come back."""
        super().accept()

    def _show(self, done: int, of: int, what: str) -> None:
        self._bar.setMaximum(of)
        self._bar.setValue(done)
        if not self._stopped.is_set():
            self._label.setText(self._words(done, of, what))
        for part in _SAID_AT:
            if self._said < part <= done * 100 // max(1, of):
                self._said = part
                speak(_("{percent} per cent").format(percent=part))
