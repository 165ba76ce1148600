"""Usual costs and bank details by keyboard, each in a dialog of its own."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableView

from alongside.domain.claims import Category
from alongside.domain.money import Money
from alongside.office import Office
from alongside_ui.main_window import MainWindow
from builders import POLICY, add_bank_details, add_group, add_usual_cost
from ui.hands import (
    answer,
    choose,
    dialog,
    error_under,
    fill,
    focus,
    go_to,
    name_of,
    press,
    spoken_cell,
    type_in,
)


def everything_shown(table: QTableView) -> str:
    model = table.model()
    cells = [
        str(model.index(row, column).data())
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]
    return " ".join(cells)


def test_usual_costs_are_added_corrected_and_removed(people: MainWindow, office: Office) -> None:
    press("Down", "Ctrl+U")
    ann = people.page().table.current.id
    assert name_of(focus()) == "Add…"
    press("Return")
    choose("What it is for", "taxi")
    fill("From", "home")
    fill("To", "Town Hall")
    fill("Amount each time", "9.20")
    press("Return")
    assert [row.words for row in office.usual_costs.list_for(ann)] == [
        "taxi, home to Town Hall and back"
    ]
    go_to("Usual costs")
    press("Return")
    fill("Amount each time", "10")
    press("Return")
    assert office.usual_costs.list_for(ann)[0].details.amount == Money(1000)
    assert dialog().windowTitle() == "Usual costs of Ann Lee"
    answer("Remove")
    assert office.usual_costs.list_for(ann) == []
    press("Escape")
    press("Ctrl+Z")
    assert len(office.usual_costs.list_for(ann)) == 1


def test_who_agreed_a_usual_cost_is_typed_and_heard(people: MainWindow, office: Office) -> None:
    press("Down", "Ctrl+U", "Return")
    choose("What it is for", "taxi")
    fill("Amount each time", "9.20")
    fill("Agreed by", "Sam Okafor")
    fill("Agreed on", "3/5/2026")
    fill("Agreed until", "2/5/2026")
    press("Return")
    assert error_under("Agreed until").startswith("That is before the day")
    fill("Agreed until", "1/9/2026")
    press("Return")
    (row,) = office.usual_costs.list_for(people.page().table.current.id)
    assert (row.agreed_by, row.agreed_until) == ("Sam Okafor, 3 May 2026", "1 September 2026")
    go_to("Usual costs")
    assert "agreed by Sam Okafor, 3 May 2026" in spoken_cell(focus())
    press("Escape")


def test_fields_of_a_usual_cost_follow_its_kind(people: MainWindow, office: Office) -> None:
    press("Down", "Ctrl+U", "Return")
    choose("What it is for", "car")
    fill("Miles, one way", "twelve")
    press("Return")
    assert "twelve" in error_under("Miles, one way")
    fill("Miles, one way", "12.5")
    press("Return")
    cost = office.usual_costs.list_for(people.page().table.current.id)[0].details
    assert (cost.category, cost.tenths_of_mile) == (Category.CAR, 125)
    press("Escape")


def test_a_cost_without_an_amount_is_refused_under_the_amount(people: MainWindow) -> None:
    press("Down", "Ctrl+U", "Return")
    choose("What it is for", "parking")
    press("Return")
    assert error_under("Amount each time").startswith("Type what it costs each time")
    press("Escape")
    answer("Throw away")
    press("Escape")
    assert dialog() is None


def test_support_costs_can_be_paid_by_the_hour(people: MainWindow, office: Office) -> None:
    press("Down", "Ctrl+U", "Return")
    choose("What it is for", "personal assistant")
    fill("Rate for an hour", "14.80")
    fill("Hours each time", "2:30")
    press("Return")
    cost = office.usual_costs.list_for(people.page().table.current.id)[0].details
    assert (cost.rate, cost.minutes) == (Money(1480), 150)
    press("Escape")


def test_bank_details_want_a_reason_and_are_never_in_a_list(
    people: MainWindow, office: Office
) -> None:
    press("Down", "Ctrl+B")
    fill("Name on the account", "A Lee")
    fill("Sort code", "00-00-42")
    fill("Account number", "31926834")
    press("Return")
    assert error_under("Why it is added or changed").startswith("Say why the bank details")
    type_in("new account")
    press("Return")
    assert dialog() is None
    ann = people.page().table.current.id
    assert office.bank_details.look(ann).account_number == "31926834"
    for place in ("Ctrl+3", "Ctrl+7"):
        press(place)
        assert "31926834" not in everything_shown(people.page().table)
        assert "00-00-42" not in everything_shown(people.page().table)
    assert "31926834" not in people.announcer.text()


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("Sort code", "12-34", "A sort code is six figures"),
        ("Account number", "12345", "An account number is six to eight figures"),
    ],
)
def test_a_bad_account_is_refused_under_its_field(
    people: MainWindow, office: Office, field: str, typed: str, words: str
) -> None:
    press("Down")
    add_bank_details(office, people.page().table.current.id)
    press("Ctrl+B")
    fill(field, typed)
    fill("Why it is added or changed", "new account")
    press("Return")
    assert error_under(field).startswith(words)
    assert focus().text() == typed
    press("Escape")
    answer("Throw away")


@pytest.mark.parametrize("field", ["Name on the account", "Sort code", "Account number"])
def test_what_is_copied_from_bank_details_is_a_secret_and_the_dialog_says_so(
    people: MainWindow, office: Office, field: str
) -> None:
    press("Down")
    add_bank_details(office, people.page().table.current.id)
    press("Ctrl+B")
    assert "leaves the clipboard after 30 seconds" in dialog().accessibleDescription()
    go_to(field)
    press("Ctrl+A", "Ctrl+C")
    kept = QGuiApplication.clipboard().mimeData()
    assert kept.text() == focus().text() != ""
    assert bytes(kept.data("x-kde-passwordManagerHint")) == b"secret"
    press("Escape")


def test_usual_costs_known_are_read_out_with_their_amount(
    people: MainWindow, office: Office
) -> None:
    press("Down")
    add_usual_cost(office, people.page().table.current.id)
    press("Ctrl+U")
    assert spoken_cell(focus()) == "taxi, £9.20, reimburse"
    press("Escape")


def test_a_car_asks_who_is_carried_and_whether_a_bus_would_suit_where_a_policy_pays_by_it(
    people: MainWindow, office: Office
) -> None:
    press("Down", "Ctrl+U")
    ann = people.page().table.current.id
    press("Return")
    choose("What it is for", "car")
    assert dialog().form["passengers"].isVisible()
    assert not dialog().form["could_go_by_bus"].isVisible()
    press("Escape", "Escape")
    by_bus = POLICY.replace('passenger = "0.05"\n', 'public_transport = "0.25"\n')
    add_group(office, name="Health", policy=by_bus)
    press("Ctrl+U", "Return")
    choose("What it is for", "car")
    fill("Miles, one way", "6.2")
    fill("Who is carried", "Jo Hart, Bo Larsen,")
    go_to("Bus would suit too")
    press("Space", "Return")
    details = office.usual_costs.list_for(ann)[0].details
    assert (details.passengers, details.could_go_by_bus) == ("Jo Hart, Bo Larsen", True)
    go_to("Usual costs")
    press("Return")
    choose("What it is for", "taxi")
    assert not dialog().form["passengers"].isVisible()
