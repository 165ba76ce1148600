"""The window in Welsh: the words of the real catalogue in the menus, the register and the form."""

from datetime import date

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from alongside.office import Office
from alongside_ui.application import speak_as_chosen
from alongside_ui.main_window import MainWindow
from alongside_ui.widgets.mnemonics import without_mnemonic
from builders import add_group, add_meeting, add_person
from ui.hands import dialog, fill, press, said_in, spoken_cell

pytestmark = pytest.mark.usefixtures("welsh")


@pytest.fixture
def register(office: Office, window: MainWindow) -> MainWindow:
    """Open the register of a meeting with Carys on it."""
    add_meeting(office, add_group(office, add_person(office, "Carys Ŵyn")))
    press("Ctrl+2", "Return")
    return window


def test_menus_and_ways_are_in_welsh(window: MainWindow):
    menus = [without_mnemonic(action.text()) for action in window.menuBar().actions()]
    assert menus == [
        "Ffeil", "Golygu", "Mynd", "Cyfarfod", "Cofrestr", "Hawliad", "Taliad", "Gweld", "Cymorth",
    ]  # fmt: skip
    ways = [window.ways.item(row).text() for row in range(window.ways.count())]
    assert ways == [
        "Heddiw", "Cyfarfodydd", "Pobl", "Grwpiau", "Hawliadau", "Taliadau", "Hanes", "Gosodiadau",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("A", "yn bresennol"), ("O", "ar-lein"), ("Y", "ymddiheuriadau"), ("N", "heb ddod"),
        ("C", "wedi canslo’n hwyr"),
    ],
)  # fmt: skip
def test_marks_are_shown_spoken_and_undone_in_welsh(register: MainWindow, key: str, words: str):
    table = register.page().table
    assert spoken_cell(table).startswith("heb farc eto, Carys Ŵyn")
    press(key)
    assert spoken_cell(table).startswith(f"{words}, Carys Ŵyn")
    assert said_in(table) == f"Carys Ŵyn, {words}, cadwyd"
    undo = register.actions.words_of("undo")
    assert undo == f"Dadwneud: Carys Ŵyn, {words}"
    press("Ctrl+Z")
    assert spoken_cell(table).startswith("heb farc eto, Carys Ŵyn")
    assert register.actions.words_of("redo") == f"Ailwneud: Carys Ŵyn, {words}"


def test_the_count_of_the_register_and_its_columns_are_in_welsh(register: MainWindow):
    press("A")
    page = register.page()
    assert page.count.text() == "Wedi’u marcio: 1, ar ôl: 0, yn bresennol: 1"
    model = page.table.model()
    titles = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(7)]
    assert titles == ["Marc", "Enw", "Yma", "Rôl heddiw", "Paratoi", "Gyda", "Gofynion"]


def test_the_preview_of_a_claim_form_is_in_welsh(register: MainWindow):
    press("A", "Ctrl+M", "Ctrl+P")
    box = dialog()
    assert box is not None
    assert box.windowTitle() == "Argraffu ffurflenni hawlio"
    assert "Hawliad am ffioedd a threuliau" in box.findChild(QPlainTextEdit).toPlainText()
    press("Escape")


def test_a_day_is_typed_in_welsh(register: MainWindow, office: Office):
    press("Ctrl+2", "Ctrl+N")
    fill("Diwrnod", "16 Mai 2026")
    fill("Starts at", "13:00")
    fill("Ends at", "15:00")
    press("Return")
    assert dialog() is None
    assert date(2026, 5, 16) in [row.day for row in office.meetings.list_()]


def test_qt_reads_in_the_direction_of_the_language(qapp: QApplication):
    before = QLocale()
    speak_as_chosen(qapp)
    try:
        assert QLocale().language() == QLocale.Language.Welsh
        assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight
    finally:
        QLocale.setDefault(before)
