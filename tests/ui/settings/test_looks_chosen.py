"""Looks chosen in Settings by keyboard: font, targets, stillness; used at once and kept."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication

from alongside import settings
from alongside_ui.look import Look
from alongside_ui.main_window import MainWindow
from alongside_ui.theme import LARGE_TARGET, TARGET, Choice, fonts
from ui.hands import answer, choose, press


@pytest.fixture
def page(window: MainWindow) -> MainWindow:
    press("Ctrl+8")
    return window


def test_a_font_is_used_at_once_and_kept(page: MainWindow, settings_file: Path, look: Look):
    choose("Font", "Lexend")
    assert QFontInfo(QApplication.font()).family() == "Lexend"
    assert settings.load(settings_file).font == "lexend"
    choose("Font", "Atkinson")
    assert QFontInfo(QApplication.font()).family() == "Atkinson Hyperlegible Next"


@pytest.mark.parametrize("font", [name for name, _words in fonts() if name != "system"])
def test_every_font_has_both_weights_and_the_letters_of_welsh(look: Look, font: str):
    look.choose(Choice("light", font=font))
    chosen = QApplication.font()
    assert QFontInfo(chosen).family() == chosen.family()
    chosen.setBold(True)
    assert QFontInfo(chosen).bold()
    look.choose(Choice("light"))


def test_large_targets_are_used_at_once_and_kept(page: MainWindow, settings_file: Path, look: Look):
    answer("Large targets")
    assert look.target == LARGE_TARGET
    assert settings.load(settings_file).large_targets
    answer("Large targets")
    assert look.target == TARGET


def test_keeping_still_stops_the_blinking(page: MainWindow, settings_file: Path):
    answer("Keep everything still")
    assert QApplication.cursorFlashTime() == 0
    assert settings.load(settings_file).is_still
    answer("Keep everything still")
    assert QApplication.cursorFlashTime() > 0


def test_text_grows_to_300_per_cent_from_the_keyboard(page: MainWindow):
    for _step in range(12):
        press("Ctrl++")
    assert page.preferences.settings.text_size == 300
    press("Ctrl+0")
    assert page.preferences.settings.text_size == 100


def test_where_there_is_little_room_the_ways_fold_and_keys_still_lead(page: MainWindow):
    page.resize(320, 256)
    press("Ctrl+3")
    assert not page.ways.isVisible()
    assert page.page().title.text() == "People"
    press("F6")
    page.resize(1180, 700)
    press("Ctrl+1")
    assert page.ways.isVisible()
