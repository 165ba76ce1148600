"""Visits everything on a small screen, as its own program: Qt takes a scale at its start only.

Writes what is cut or out of sight, a line each.
"""

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from alongside.i18n import set_language
from alongside.office import Office
from alongside_ui.application import make_application
from alongside_ui.look import Look
from alongside_ui.main_window import MainWindow
from alongside_ui.preferences import Preferences
from ui.rest_of_screen import visit_rest
from ui.survey import faults
from ui.visitor import visit


def main(folder: Path, text_size: int, language: str, words: str) -> None:
    """Look at every page and dialog with text at `text_size` per cent, in a language.

    “right-to-left” is English, with everything the other way round. `words` are “usual” or “easy”.
    """
    set_language(language)
    application = make_application()
    if language == "right-to-left":
        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    preferences = Preferences(folder / "settings.json", Look.of(application))
    preferences.change(theme="light", text_size=text_size, easy_words=words == "easy")
    window = MainWindow(preferences)
    window.show()
    window.activateWindow()
    window.show_office(Office.demo())
    found: list[str] = []

    def look_at(box: QWidget, place: str) -> None:
        found.extend(faults(box, place))

    dialogs = visit(window, look_at) + visit_rest(window, look_at)
    window.close()
    print(f"{dialogs} dialogs")
    print("\n".join(found))


main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4])
