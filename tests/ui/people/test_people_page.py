"""People by keyboard: found as a name is typed, added with only a name, corrected, rewarded."""

import pytest
from PySide6.QtWidgets import QTableView

from alongside.domain.claims import Category
from alongside.domain.money import Money
from alongside.office import Office
from alongside_ui.main_window import MainWindow
from builders import add_bank_details, add_group, add_person, add_usual_cost
from ui.hands import (
    answer,
    choose,
    description_of,
    dialog,
    error_under,
    fill,
    focus,
    go_to,
    name_of,
    press,
    spoken_cell,
    type_in,
    words_of,
)


@pytest.fixture
def people(window: MainWindow, office: Office) -> MainWindow:
    """Show the page of people, with four on it."""
    ann = add_person(office, "Ann Lee", nickname="Annie", phone="0115 496 0001")
    for name in ("Bo Larsen", "Carys Ŵyn", "José Núñez"):
        add_person(office, name)
    add_group(office, ann)
    press("Ctrl+3")
    return window


def names(window: MainWindow) -> list[str]:
    return [row.name for row in window.page().table.rows.rows]


def everything_shown(table: QTableView) -> str:
    model = table.model()
    cells = [
        str(model.index(row, column).data())
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]
    return " ".join(cells)


def test_the_keyboard_starts_where_a_name_is_typed(people: MainWindow) -> None:
    assert name_of(focus()) == "Name to find"
    assert people.page().count.text() == "4 people"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("wyn", ["Carys Ŵyn"]),
        ("ŴYN", ["Carys Ŵyn"]),
        ("nunez", ["José Núñez"]),
        ("annie", ["Ann Lee"]),
        ("la bo", ["Bo Larsen"]),
        ("nobody", []),
    ],
)
def test_people_are_found_as_a_name_is_typed(
    people: MainWindow, typed: str, found: list[str]
) -> None:
    type_in(typed)
    assert names(people) == found


def test_how_many_were_found_is_shown(people: MainWindow) -> None:
    type_in("wyn")
    assert people.page().count.text() == "1 person"


def test_escape_clears_what_was_typed(people: MainWindow) -> None:
    type_in("wyn")
    press("Escape")
    assert len(names(people)) == 4
    assert name_of(focus()) == "Name to find"


@pytest.mark.parametrize("key", ["Down", "Return"])
def test_down_and_enter_go_to_the_list(people: MainWindow, key: str) -> None:
    type_in("wyn")
    press(key)
    assert focus() is people.page().table
    assert spoken_cell(people.page().table).startswith("Carys Ŵyn")


def test_ctrl_f_goes_back_to_finding(people: MainWindow) -> None:
    press("Down", "Ctrl+F")
    assert name_of(focus()) == "Name to find"


def test_a_row_says_the_name_first_and_then_what_is_in_the_list(people: MainWindow) -> None:
    press("Down")
    spoken = spoken_cell(people.page().table)
    assert spoken == "Ann Lee (Annie), active, Transport Design Group"


def test_a_person_is_added_with_only_a_name(people: MainWindow, office: Office) -> None:
    press("Ctrl+N")
    assert name_of(focus()) == "Name"
    type_in("Dee Dunn")
    press("Return")
    assert "Dee Dunn" in names(people)
    assert people.page().table.current.name == "Dee Dunn"
    assert focus() is people.page().table
    assert people.announcer.text() == "Dee Dunn added, and joined Transport Design Group, member"


def test_a_person_can_be_added_without_joining_a_group(people: MainWindow) -> None:
    press("Ctrl+N")
    type_in("Dee Dunn")
    choose("Joins", "no group for now")
    press("Return")
    assert people.announcer.text() == "Dee Dunn added"


def test_a_new_person_is_seen_even_while_another_name_is_typed(people: MainWindow) -> None:
    type_in("wyn")
    press("Ctrl+N")
    type_in("Dee Dunn")
    press("Return")
    assert people.page().table.current.name == "Dee Dunn"


def test_a_person_without_a_name_is_refused_under_the_name(people: MainWindow) -> None:
    press("Ctrl+N", "Return")
    assert error_under("Name").startswith("Type the name the person uses.")
    press("Escape")
    assert dialog() is None


def test_a_bad_email_is_said_under_its_field_and_nothing_typed_is_lost(
    people: MainWindow, office: Office
) -> None:
    press("Ctrl+N")
    type_in("Dee Dunn")
    fill("Email", "dee at example.org")
    press("Return")
    assert error_under("Email").startswith("“dee at example.org” is not an email address.")
    assert focus().text() == "dee at example.org"
    assert "Dee Dunn" not in names(people)
    fill("Email", "dee@example.org")
    press("Return")
    assert dialog() is None
    assert office.people.find(people.page().table.current.id).email == "dee@example.org"


def test_an_error_is_gone_once_it_was_put_right(people: MainWindow) -> None:
    press("Ctrl+N")
    type_in("Dee Dunn")
    fill("Email", "dee")
    fill("Ask again on", "31/2/2027")
    press("Return")
    assert error_under("Ask again on").startswith("There is no such day as 31/2/2027.")
    fill("Ask again on", "28/2/2027")
    press("Return")
    assert error_under("Email").startswith("“dee” is not an email address.")
    assert not description_of(go_to("Ask again on")).startswith("Error")
    press("Escape")
    answer("Throw away")


def test_everything_that_is_wrong_is_said_at_once_and_the_keyboard_is_on_the_first(
    people: MainWindow,
) -> None:
    press("Ctrl+N")
    type_in("Dee Dunn")
    fill("Ask again on", "someday")
    choose("Choice", "a smaller fee")
    fill("At most, each time", "ten")
    press("Return")
    assert error_under("Ask again on").startswith("“someday” is not a date.")
    assert description_of(go_to("At most, each time")).startswith("Error: “ten” is not an amount.")
    press("Escape")
    answer("Throw away")


def test_escape_asks_before_it_throws_away_what_was_typed(
    people: MainWindow, office: Office
) -> None:
    press("Ctrl+N")
    type_in("Dee")
    press("Escape")
    assert words_of(dialog()).startswith("Throw away what you typed?")
    press("Escape")
    assert name_of(focus()) == "Name", "Esc must be the safe answer"
    assert focus().text() == "Dee"
    press("Escape", "Return")
    assert focus().text() == "Dee", "Enter must be the safe answer"
    press("Escape")
    answer("Throw away")
    assert dialog() is None
    assert len(office.people.list_()) == 4


def test_escape_asks_nothing_when_nothing_was_typed(people: MainWindow) -> None:
    press("Ctrl+N", "Escape")
    assert dialog() is None


def test_a_person_is_corrected(people: MainWindow, office: Office) -> None:
    press("Down", "Return")
    assert dialog().windowTitle() == "Ann Lee"
    fill("Pronouns", "they")
    choose("Preferred format", "large print")
    fill("Access requirements", "A quiet room")
    press("Ctrl+Return")
    known = office.people.find(people.page().table.current.id)
    assert (known.pronouns, known.access_requirements) == ("they", "A quiet room")
    assert focus() is people.page().table
    assert people.page().table.current.name == "Ann Lee"


def test_tab_leaves_a_field_of_several_lines(people: MainWindow) -> None:
    press("Ctrl+N")
    go_to("Address")
    type_in("1 High Street")
    press("Return")
    type_in("Beeston")
    assert focus().toPlainText() == "1 High Street\nBeeston"
    press("Tab")
    assert name_of(focus()) == "Good to know"
    press("Escape")
    answer("Throw away")


def test_what_people_are_paid_at_most_is_asked_only_of_those_who_chose_less(
    people: MainWindow, office: Office
) -> None:
    press("Down", "Return")
    choose("Choice", "a smaller fee")
    fill("At most, each time", "-5")
    press("Return")
    assert "less than nothing" in error_under("At most, each time")
    fill("At most, each time", "20.505")
    press("Return")
    assert "more than two figures after the point" in error_under("At most, each time")
    fill("At most, each time", "20")
    press("Return")
    assert office.people.find(people.page().table.current.id).pay_at_most == Money(2000)


def test_only_active_people_can_be_shown(people: MainWindow, office: Office) -> None:
    press("Down", "Return")
    choose("Status", "left")
    press("Return")
    go_to("Only who is active")
    press("Space")
    assert "Ann Lee" not in names(people)


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
    assert office.bank_details.find(ann).account_number == "31926834"
    for place in ("Ctrl+3", "Ctrl+6"):
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


def test_removing_is_asked_and_can_be_undone(people: MainWindow) -> None:
    press("Down", "Down", "Ctrl+Del")
    assert words_of(dialog()).startswith("Remove Bo Larsen?")
    answer("Remove")
    assert "Bo Larsen" not in names(people)
    assert focus() is people.page().table
    press("Ctrl+Z")
    assert "Bo Larsen" in names(people)


def test_somebody_in_a_group_is_not_removed_and_a_sentence_says_why(people: MainWindow) -> None:
    press("Down", "Ctrl+Del")
    answer("Remove")
    assert "is in a group" in words_of(dialog())
    press("Escape")
    assert "Ann Lee" in names(people)


def test_a_command_with_nobody_in_the_list_says_what_to_do_first(people: MainWindow) -> None:
    type_in("nobody")
    press("Ctrl+U")
    assert dialog() is None
    assert people.announcer.text() == "Choose a person in the list first."


def test_an_empty_list_says_what_to_do_next(people: MainWindow) -> None:
    type_in("nobody")
    assert "Ctrl+N adds a person" in description_of(people.page().table)


def test_usual_costs_known_are_read_out_with_their_amount(
    people: MainWindow, office: Office
) -> None:
    press("Down")
    add_usual_cost(office, people.page().table.current.id)
    press("Ctrl+U")
    assert spoken_cell(focus()) == "taxi, £9.20, reimburse"
    press("Escape")
