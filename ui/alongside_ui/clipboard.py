"""Copies what nobody else should see: the clipboard forgets it, and no list of old clips has it."""

import sys
from collections.abc import Mapping

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication

SECONDS = 30
"""Enough to paste it, also for somebody who is slow to change windows."""

_SKIP = {
    "x-kde-passwordManagerHint": b"secret",
}
_SKIP_ON_WINDOWS = {
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': bytes(4),
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': bytes(4),
}
"""What asks the keepers of old clips, by the names that they have agreed on, to leave this out."""


def hints(platform: str) -> Mapping[str, bytes]:
    """Return what is to lie beside a secret on the clipboard of a system ("win32", "linux")."""
    return _SKIP_ON_WINDOWS if platform == "win32" else _SKIP


class SecretClipboard(QObject):
    """The application's clipboard, for secrets. `milliseconds` is how long it keeps one."""

    def __init__(self, application: QApplication, milliseconds: int = SECONDS * 1000) -> None:
        super().__init__(application)
        self._clipboard = application.clipboard()
        self._text = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(milliseconds)
        self._timer.timeout.connect(self.forget)
        application.aboutToQuit.connect(self.forget)

    @classmethod
    def of(cls, application: QApplication) -> "SecretClipboard":
        """Return the one of `application`, made the first time."""
        return application.findChild(cls) or cls(application)

    def copy(self, text: str) -> None:
        """Put `text` on the clipboard for a while."""
        data = QMimeData()
        data.setText(text)
        for name, value in hints(sys.platform).items():
            data.setData(name, value)
        self._clipboard.setMimeData(data)
        self._text = text
        self._timer.start()

    def forget(self) -> None:
        """Clear the clipboard, if the secret is on it still; whatever else was copied stays."""
        self._timer.stop()
        modes = [QClipboard.Mode.Clipboard]
        if self._clipboard.supportsSelection():  # X11 has what was selected to be copied, too
            modes.append(QClipboard.Mode.Selection)
        for mode in modes:
            if self._text and self._clipboard.text(mode) == self._text:
                self._clipboard.clear(mode)
        self._text = ""


def copy_secret(text: str) -> None:
    """Copy `text` for as long as a secret is kept."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    SecretClipboard.of(application).copy(text)
