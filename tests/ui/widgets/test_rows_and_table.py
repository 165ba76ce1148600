"""Lists: what is shown and spoken comes from one place, and the keyboard never loses its row."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QLineEdit

from alongside_ui.widgets.rows import Column
from alongside_ui.widgets.table import Table
from ui.hands import description_of, focus, go_to, name_of, press, said_in, spoken_cell


@dataclass(frozen=True)
class Cake:
    """A row of the list."""

    id: int
    name: str
    price: str = "£1.00"


CAKES = [Cake(1, "Eccles"), Cake(2, "Parkin"), Cake(3, "Bakewell")]


@pytest.fixture
def table(stage) -> Table[Cake]:
    table: Table[Cake] = Table(
        "Cakes",
        [
            Column("Cake", lambda row: row.name, lambda row: f"{row.name} for {row.price}",
                   is_whole=True),
            Column("Price", lambda row: row.price, is_amount=True),
        ],
        empty="No cakes yet. Bake one.",
    )  # fmt: skip
    line = QLineEdit()
    line.setAccessibleName("After the list")
    table.set_rows(CAKES)
    stage(table, line)
    return table


def test_a_cell_speaks_its_own_words(table: Table[Cake]):
    assert name_of(table) == "Cakes"
    assert spoken_cell(table) == "Eccles for £1.00"
    press("Right")
    assert spoken_cell(table) == "£1.00"


def test_amounts_stand_on_the_right(table: Table[Cake]):
    model: QAbstractItemModel = table.model()
    side = model.index(0, 1).data(Qt.ItemDataRole.TextAlignmentRole)
    assert side & Qt.AlignmentFlag.AlignRight
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Price"


def test_arrows_move_and_enter_opens(table: Table[Cake], qtbot):
    press("Down")
    with qtbot.waitSignal(table.opened) as opened:
        press("Return")
    assert opened.args == [CAKES[1]]


def test_enter_with_ctrl_or_alt_opens_nothing(table: Table[Cake], qtbot):
    with qtbot.assertNotEmitted(table.opened):
        press("Ctrl+Return", "Alt+Return")


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_tab_leaves_the_list(table: Table[Cake], key: str):
    press(key)
    assert name_of(focus()) == "After the list"


def test_a_list_is_never_entered_on_nothing(table: Table[Cake]):
    press("Tab")
    table.set_rows([])
    table.set_rows(CAKES)
    go_to("Cakes")
    assert spoken_cell(table) == "Eccles for £1.00"


def test_new_rows_leave_the_keyboard_on_the_same_thing(table: Table[Cake]):
    press("Down")
    table.set_rows([Cake(9, "Simnel"), *CAKES])
    assert table.current == CAKES[1]


def test_when_its_row_goes_the_keyboard_stays_near(table: Table[Cake]):
    press("Down", "Down")
    table.set_rows(CAKES[:2])
    assert table.current == CAKES[1]


def test_the_column_is_kept_when_rows_change(table: Table[Cake]):
    press("Right")
    table.set_rows([Cake(9, "Simnel"), *CAKES])
    assert table.currentIndex().column() == 1


def test_only_what_changed_is_told_when_the_same_things_stay(table: Table[Cake], qtbot):
    model = table.model()
    with qtbot.assertNotEmitted(model.modelReset):
        table.set_rows([CAKES[0], Cake(2, "Parkin", "£2.00"), CAKES[2]])
    assert model.index(1, 1).data() == "£2.00"


def test_words_said_in_a_cell_are_its_description_until_the_keyboard_moves_on(
    table: Table[Cake],
):
    table.say_here("Eccles, eaten, saved")
    assert said_in(table) == "Eccles, eaten, saved"
    press("Down")
    assert said_in(table) == ""
    press("Up")
    assert said_in(table) == ""


def test_words_said_are_gone_after_leaving_the_list_and_coming_back(table: Table[Cake]):
    table.say_here("Eccles, eaten, saved")
    press("Tab", "Shift+Tab")
    assert said_in(table) == ""


def test_an_empty_list_says_what_to_do(table: Table[Cake]):
    table.set_rows([])
    assert description_of(table) == "No cakes yet. Bake one."
    assert table.current is None
    table.set_rows(CAKES)
    assert description_of(table) == ""


def test_landing_on_a_thing_makes_it_current(table: Table[Cake]):
    assert table.land_on(3)
    assert table.current == CAKES[2]
    assert not table.land_on(99)


def test_a_name_is_never_cut(table: Table[Cake]):
    long = "A cake with a name that goes on and on, as cakes of this kind do"
    table.set_rows([Cake(4, long)])
    assert table.columnWidth(0) >= table.fontMetrics().horizontalAdvance(long)
