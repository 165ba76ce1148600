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
from ui.hands import settle
from ui.rest_of_screen import visit_rest
from ui.survey import faults
from ui.visitor import visit


def main(folder: Path, language: str, *looks: str) -> None:
    """Look at every page and dialog in a language, once for each of `looks`.

    “right-to-left” is English, with everything the other way round. A look is the size of text in
    per cent, and “usual” or “easy” words: “200 easy”.
    """
    set_language(language)
    application = make_application()
    if language == "right-to-left":
        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    preferences = Preferences(folder / "settings.json", Look.of(application))
    preferences.change(theme="light")
    window = MainWindow(preferences)
    window.show()
    window.activateWindow()
    window.show_office(Office.demo())
    for look in looks:
        size, words = look.split()
        preferences.change(text_size=int(size), easy_words=words == "easy")
        settle()
        found: list[str] = []

        def look_at(box: QWidget, place: str, found: list[str] = found, look: str = look) -> None:
            found.extend(faults(box, f"{look}: {place}"))

        print(f"{visit(window, look_at) + visit_rest(window, look_at)} dialogs")
        print("\n".join(found))
    window.close()


main(Path(sys.argv[1]), *sys.argv[2:])
