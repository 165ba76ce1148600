"""What a printer is told, for printers of any system: decided without one."""

import pytest

from alongside.domain.errors import UserError
from alongside_ui.widgets.print_orders import PrintChoice, PrinterFacts, PrintOrders, Sides, decide

PLAIN = PrinterFacts("Office")
BOTH = PrinterFacts("Copier on the first floor", does_both_sides=True)
ONE_AT_A_TIME = PrinterFacts("HP LaserJet (Copy 1)", makes_copies=False)
"""As Windows tells of a driver that knows nothing of copies."""


def test_the_printer_makes_the_copies_if_it_can():
    assert decide(PrintChoice(copies=3), PLAIN) == PrintOrders("Office", copies=3)


def test_a_printer_that_makes_no_copies_is_sent_each_form_again():
    orders = decide(PrintChoice(copies=3), ONE_AT_A_TIME)
    assert (orders.copies, orders.repeats) == (1, 3)


def test_both_sides_are_turned_like_a_book_and_wide_pages_like_a_block():
    asked = PrintChoice(is_both_sides=True)
    assert decide(asked, BOTH).sides is Sides.LONG_EDGE
    assert decide(asked, BOTH, is_wide=True).sides is Sides.SHORT_EDGE
    assert decide(PrintChoice(), BOTH).sides is Sides.ONE


def test_a_printer_for_one_side_is_never_told_to_print_on_both():
    assert decide(PrintChoice(is_both_sides=True), PLAIN).sides is Sides.ONE


@pytest.mark.parametrize(
    ("first", "last", "pages"),
    [(1, 0, "abcd"), (2, 3, "bc"), (3, 0, "cd"), (3, 9, "cd"), (5, 9, ""), (4, 4, "d")],
)
def test_only_the_pages_that_were_chosen_are_sent(first: int, last: int, pages: str):
    orders = decide(PrintChoice(first=first, last=last), PLAIN)
    assert "".join("abcd"[number] for number in orders.taken_of("abcd")) == pages


def test_on_both_sides_each_form_begins_on_a_sheet_of_its_own():
    both = decide(PrintChoice(is_both_sides=True), BOTH)
    assert both.needs_empty_page(3)
    assert not both.needs_empty_page(4)
    assert not decide(PrintChoice(), BOTH).needs_empty_page(3)


@pytest.mark.parametrize(
    ("choice", "field"),
    [
        (PrintChoice(copies=0), "copies"),
        (PrintChoice(copies=100), "copies"),
        (PrintChoice(first=0, last=2), "first"),
        (PrintChoice(first=3, last=2), "last"),
    ],
)
def test_copies_and_pages_that_cannot_be_are_said_at_their_field(choice: PrintChoice, field: str):
    with pytest.raises(UserError) as caught:
        decide(choice, PLAIN)
    assert caught.value.field == field
