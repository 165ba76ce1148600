"""One run of the window: show it first, then open the records behind it."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from alongside import __version__, paths
from alongside.i18n import ENGLISH, language
from alongside_resources import path
from alongside_ui.doorway import Doorway
from alongside_ui.errors import LastResort
from alongside_ui.look import Look
from alongside_ui.main_window import MainWindow
from alongside_ui.patience import settle_down
from alongside_ui.preferences import Preferences
from alongside_ui.widgets.context_keys import ContextKeys
from alongside_ui.widgets.focus_ring import FocusRings
from alongside_ui.widgets.in_sight import InSight


def run_window(file: Path | None, *, is_demo: bool) -> int:
    """Open the window on `file`, the usual records or the demo; return the exit code."""
    application = make_application()
    window = MainWindow(Preferences(paths.settings_file(), Look.of(application)))
    doorway = Doorway(window, file or paths.usual_file())
    window.show()
    window.opened.connect(settle_down)
    if os.environ.get("ALONGSIDE_SAY_READY"):  # for measuring how long starting takes
        QTimer.singleShot(0, lambda: os.write(1, b"usable\n"))
        window.opened.connect(lambda: QTimer.singleShot(0, lambda: os.write(1, b"filled\n")))
    start = doorway.open_demo if is_demo else doorway.open
    QTimer.singleShot(0, start)
    return application.exec()


def make_application() -> QApplication:
    """Return the Qt application: its names, Qt's own words translated, the last resort."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Alongside")
    application.setApplicationDisplayName("Alongside")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("alongside")
    application.setWindowIcon(QIcon(str(path("icons/app.svg"))))
    speak_as_chosen(application)
    Look.of(application)
    FocusRings(application, Look.of(application))
    ContextKeys(application)
    InSight(application)
    LastResort(application).install()
    return application


def speak_as_chosen(application: QApplication) -> None:
    """Let Qt use the language that our own words are in, and read in its direction."""
    spoken = QLocale(f"{ENGLISH}_GB" if language() == ENGLISH else language())
    QLocale.setDefault(spoken)
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(spoken, "qtbase", "_", folder):
        application.installTranslator(translator)
    application.setLayoutDirection(spoken.textDirection())
