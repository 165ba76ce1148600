"""The printer is chosen by keyboard: which, what pages, how many copies, on which sides."""

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QCheckBox

from alongside.domain.claims import ClaimState
from alongside.office import Office
from alongside_ui.main_window import MainWindow
from alongside_ui.widgets.print_orders import PrinterFacts, PrintOrders, Sides
from alongside_ui.widgets.printer import new_printer
from alongside_ui.widgets.printer_dialog import PrinterDialog
from ui.hands import choose, dialog, error_under, fill, focus, go_to, name_of, press

FACTS = {
    "Office": PrinterFacts("Office", does_both_sides=True),
    "Old printer": PrinterFacts("Old printer"),
}


@pytest.fixture
def asked(window: MainWindow) -> tuple[QPrinter, list[PrintOrders]]:
    """Ask for one of two printers; give the printer that is told, and the orders that come out."""
    printer, orders = new_printer("Claim forms"), []
    PrinterDialog(window, printer, orders.append, list(FACTS), FACTS.__getitem__).start()
    return printer, orders


def test_enter_prints_one_copy_of_all_pages_on_the_usual_printer(asked):
    assert name_of(focus()) == "Printer"
    press("Return")
    assert dialog() is None
    assert asked[1] == [PrintOrders("Office")]


def test_pages_copies_and_both_sides_are_set_by_keyboard(asked):
    printer, orders = asked
    choose("Pages", "only some")
    fill("From page", "2")
    fill("To page", "3")
    fill("Copies", "4")
    assert isinstance(go_to("Print on both sides"), QCheckBox)
    press("Space", "Return")
    assert orders == [PrintOrders("Office", copies=4, sides=Sides.LONG_EDGE, first=2, last=3)]
    assert printer.copyCount() == 4


def test_a_printer_for_one_side_does_not_offer_both(asked):
    choose("Printer", "Old printer")
    assert not dialog().form["both_sides"].isVisible()
    assert not dialog().form["first"].isVisible()
    press("Return")
    assert asked[1] == [PrintOrders("Old printer")]


def test_what_cannot_be_is_said_at_its_field_and_nothing_is_printed(asked):
    choose("Pages", "only some")
    fill("From page", "3")
    fill("To page", "2")
    press("Return")
    assert error_under("To page").startswith("The last page cannot come before the first.")
    fill("To page", "0")
    press("Return")
    assert error_under("To page").startswith("The first page is page 1.")
    fill("To page", "3")
    fill("Copies", "many")
    press("Return")
    assert error_under("Copies").startswith("“many” is not a whole number.")
    assert asked[1] == []
    press("Escape")
    assert dialog() is None


def test_without_a_printer_the_way_to_a_folder_is_said_before_anything_is_issued(
    claims: MainWindow, office: Office, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("alongside_ui.claims.print_dialog.known_printers", list)
    press("Ctrl+P")
    choose("To", "the printer")
    press("Return")
    assert error_under("To").startswith("This computer knows of no printer.")
    assert {row.state for row in office.claims.list_()} == {ClaimState.DRAFT}
    press("Escape")
    if dialog() is not None:
        go_to("Throw away")
        press("Space")
