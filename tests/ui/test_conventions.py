"""Keys that people know from other programs: help, menus, pages, the menu of a list."""

from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

import builders as b
from alongside.office import Office
from alongside_ui.help.dialog import HelpDialog
from alongside_ui.main_window import MainWindow
from ui.hands import dialog, focus, press, type_in


def open_menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def register(office: Office, window: MainWindow):
    meeting = b.add_meeting(office, b.add_group(office, b.add_person(office, "Ann Lee")))
    window.go("register", meeting)
    return meeting


def test_shift_f10_opens_the_menu_of_a_list_on_its_first_entry(office: Office, window: MainWindow):
    register(office, window)
    press("Shift+F10")
    menu = open_menu()
    assert menu.activeAction() is menu.actions()[0]
    assert {"Attended", "Make claims…"} <= {a.text().replace("&", "") for a in menu.actions()}
    press("Escape")
    assert focus() is window.page().table


def test_shift_f10_opens_the_menu_of_a_line_of_text(window: MainWindow):
    press("Ctrl+3")
    assert isinstance(focus(), QLineEdit)
    type_in("ann")
    press("Shift+F10")
    assert open_menu().activeAction() is not None
    press("Escape")


def test_pages_follow_one_another_by_ctrl_page_down(window: MainWindow):
    window.go("today")
    press("Ctrl+PgDown")
    assert window.page().title.text() == "Meetings"
    press("Ctrl+PgUp", "Ctrl+PgUp")
    assert window.page().title.text() == "Settings"


def test_f1_in_the_register_opens_the_help_of_its_list(office: Office, window: MainWindow):
    register(office, window)
    press("F1")
    shown = next(w for w in QApplication.topLevelWidgets() if isinstance(w, HelpDialog))
    assert shown.browser.textCursor().block().text() == "Mark who came"
    shown.close()


def test_redo_answers_both_of_its_keys(office: Office, window: MainWindow):
    register(office, window)
    press("A", "Ctrl+Z", "Ctrl+Shift+Z")
    assert window.page().table.current.state.words == "attended"


def test_f2_opens_what_the_list_is_on(office: Office, window: MainWindow):
    register(office, window)
    press("F2")
    assert dialog() is not None
    press("Escape")


def test_escape_leaves_the_menus_for_where_the_keyboard_was(office: Office, window: MainWindow):
    register(office, window)
    press("F10")
    assert open_menu().title().replace("&", "") == "File"
    press("Escape", "Escape")
    assert focus() is window.page().table
