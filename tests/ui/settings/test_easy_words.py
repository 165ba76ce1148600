"""Easy words: short words with pictures, chosen in three places, the same everywhere."""

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton

import builders as b
from alongside import settings
from alongside.domain.meetings import State
from alongside.office import Office
from alongside_ui.actions import Section, commands
from alongside_ui.main_window import MainWindow
from alongside_ui.widgets.mnemonics import without_mnemonic
from house.source import RESOURCES
from ui.hands import answer, choose, focus, go_to, name_of, press, spoken_cell, type_in

MARK_BUTTONS = ["Came", "Online", "Came for part", "Left early", "Sorry, cannot come",
                "Did not come", "Cancelled late", "Not yet marked"]  # fmt: skip


@pytest.fixture
def meeting(office: Office, window: MainWindow) -> UUID:
    people = [b.add_person(office, name) for name in ("Ann Lee", "Bo Larsen")]
    meeting = b.add_meeting(office, b.add_group(office, *people))
    window.go("register", meeting)
    return meeting


def buttons(window: MainWindow) -> dict[str, QPushButton]:
    found = window.page().findChildren(QPushButton)
    return {name_of(each): each for each in found if each.isVisible()}


def test_the_box_in_settings_is_used_at_once_kept_and_keeps_the_keyboard(
    window: MainWindow, settings_file: Path
):
    press("Ctrl+8")
    answer("Easy words")
    assert name_of(focus()) == "Easy words"
    assert focus().isChecked()
    assert settings.load(settings_file).easy_words
    assert window.announcer.text() == "Easy words"
    press("Space")
    assert name_of(focus()) == "Easy words"
    assert not settings.load(settings_file).easy_words


def test_it_is_found_by_typing_what_is_wanted_and_so_is_the_way_back(
    window: MainWindow, settings_file: Path
):
    for is_easy in (True, False):
        press("Ctrl+K")
        type_in("easy")
        press("Return")
        assert settings.load(settings_file).easy_words is is_easy


def test_the_welcome_offers_it_first(window: MainWindow, settings_file: Path):
    window.go("welcome")
    answer("Easy words")
    assert settings.load(settings_file).easy_words
    assert name_of(focus()) == "Easy words"
    assert window.page().purpose.text() == "Do these four steps. You can stop and come back."


def test_one_key_turns_words_round_and_the_list_stays_where_it_was(
    meeting: UUID, window: MainWindow
):
    press("Down", "Ctrl+E")
    assert focus() is window.page().table
    assert spoken_cell(window.page().table) == "Not yet marked, Bo Larsen"
    press("Ctrl+E")
    assert spoken_cell(window.page().table) == "not yet marked, Bo Larsen"


def test_back_still_leads_to_the_page_before(meeting: UUID, window: MainWindow):
    press("Ctrl+2", "Ctrl+E", "Alt+Left")
    assert window.page().title.text().startswith("Register")


def test_the_register_has_a_button_with_a_picture_for_each_mark(
    meeting: UUID, window: MainWindow, office: Office
):
    assert not set(MARK_BUTTONS) & set(buttons(window))
    press("Ctrl+E")
    shown = buttons(window)
    assert [name for name in shown if name in MARK_BUTTONS] == MARK_BUTTONS
    assert not [name for name, button in shown.items() if button.icon().isNull()]
    answer("Sorry, cannot come")
    row = office.attendance.list_for(meeting).rows[0]
    assert row.state is State.APOLOGIES
    assert window.announcer.text() == f"{row.name}, Sorry, cannot come, saved"


def test_what_is_shown_is_what_is_spoken(meeting: UUID, window: MainWindow):
    press("Ctrl+E", "A")
    table = window.page().table
    cell = table.rows.index(0, 0)
    assert cell.data() == "Came"
    assert not cell.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert spoken_cell(table).startswith("Came, Ann Lee")
    assert window.page().count.text() == "1 came, 1 to go"
    for name, button in buttons(window).items():
        assert name == without_mnemonic(button.text())


def test_the_boxes_to_tick_say_the_same(meeting: UUID, window: MainWindow):
    press("Ctrl+E")
    answer("Show as boxes to tick")
    box = go_to("Ann Lee, Not yet marked")
    press("Space")
    assert name_of(box).startswith("Ann Lee, Came")
    assert not box.icon().isNull()


def test_menus_and_buttons_have_the_same_words(meeting: UUID, window: MainWindow):
    press("Ctrl+E")
    assert "Make claims" in buttons(window)
    assert window.actions.words_of("make_claims") == "Make claims"
    press("Ctrl+E")
    assert "Make claims…" in buttons(window)
    assert window.actions.words_of("make_claims") == "Make claims…"


def test_the_main_ways_through_have_one_short_sentence(full_window: MainWindow):
    press("Ctrl+E")
    for way in ("today", "meetings", "claims"):
        full_window.go(way)
        sentence = full_window.page().purpose.text()
        assert sentence.count(".") == 1
        assert len(sentence.split()) <= 8


def test_printing_has_easy_words_and_pictures(full_window: MainWindow):
    press("Ctrl+E", "Ctrl+5", "Ctrl+P")
    box = QApplication.activeModalWidget()
    where = go_to("Where to")
    assert isinstance(where, QComboBox)
    assert [where.itemText(n) for n in range(2)] == ["keep in a folder", "print on paper"]
    assert not where.itemIcon(1).isNull()
    choose("Where to", "print")
    pictured = {name_of(each) for each in box.findChildren(QPushButton)
                if not each.icon().isNull()}  # fmt: skip
    assert pictured == {"Print", "Cancel"}
    box.done(0)


def test_easy_words_are_short_without_dots_and_no_two_in_a_menu_are_the_same():
    for section in Section:
        here = [c.easy.words if c.easy else c.words for c in commands() if c.section is section]
        assert len(set(here)) == len(here)
    for command in commands():
        if command.easy:
            assert len(command.easy.words.split()) <= 6
            assert "…" not in command.easy.words


def test_every_picture_of_easy_words_is_there():
    pictures = {c.easy.icon for c in commands() if c.easy and c.easy.icon}
    assert not [name for name in pictures if not (RESOURCES / "icons" / f"{name}.svg").is_file()]
