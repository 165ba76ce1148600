"""The language chosen in Settings by keyboard: it counts from the next start, and says so."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox

from alongside import settings
from alongside_ui.main_window import MainWindow
from ui.hands import choose, description_of, go_to, press


@pytest.fixture
def page(window: MainWindow) -> MainWindow:
    press("Ctrl+8")
    return window


def test_the_choices_say_which_language_nobody_has_checked_yet(page: MainWindow):
    box = go_to("Language")
    assert isinstance(box, QComboBox)
    choices = [box.itemText(row) for row in range(box.count())]
    assert choices == ["English", "Cymraeg (Welsh), a start, not yet checked"]
    assert box.currentText() == "English"
    assert "a Welsh speaker must still check it" in description_of(box)
    assert "so is help" in description_of(box)


def test_a_language_is_kept_for_the_next_start_and_that_is_said(
    page: MainWindow, settings_file: Path
):
    choose("Language", "Cymraeg")
    assert settings.load(settings_file).language == "cy"
    assert page.announcer.text() == "The language changes when Alongside starts again"
    assert page.page().title.text() == "Settings"
    press("Ctrl+1", "Ctrl+8")
    assert go_to("Language").currentText().startswith("Cymraeg")
    choose("Language", "English")
    assert settings.load(settings_file).language == "en"


def test_without_a_choice_none_is_written_down(page: MainWindow, settings_file: Path):
    choose("Theme", "dark")
    assert settings.load(settings_file).language == ""
    choose("Theme", "light")


@pytest.mark.parametrize(
    ("chosen", "title"), [("cy", "Hawliad am ffioedd"), ("en", "Claim for fees"), ("", "Claim for")]
)
def test_a_start_speaks_the_language_that_was_chosen(tmp_path: Path, chosen: str, title: str):
    """With Welsh as the system's language: it is a start only, so it does not come by itself."""
    code = (
        "import sys; from pathlib import Path; from alongside import command, i18n, paths;"
        "paths.settings_file = lambda: Path(sys.argv[1]); command.main = lambda *_given: 0;"
        "from alongside_ui.main import main; main([]);"
        "print(i18n._('Claim for fees and expenses'))"
    )
    settings.save(tmp_path / "settings.json", settings.Settings(language=chosen))
    said = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "settings.json")],
        env=os.environ | {"LANG": "cy_GB.UTF-8", "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert said.stdout.startswith(title)
