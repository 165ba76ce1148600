"""A pay policy is written in a form by keyboard, by somebody who knows no policy files."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget

import builders as b
from alongside.office import Office
from alongside.services.policies import rules_of
from alongside_ui.main_window import MainWindow
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
)


@pytest.fixture
def page(window: MainWindow) -> MainWindow:
    press("Ctrl+8")
    return window


def start(words: str) -> None:
    press("Ctrl+T")
    choose("Start from", words)
    press("Return")


def add_rule(kind: str, **fields: str) -> None:
    """Add a rule: fields that begin with > are choices."""
    answer("Add a rule…")
    choose("Kind of rule", kind)
    press("Return")
    for name, text in fields.items():
        label = name.replace("_", " ")
        choose(label, text[1:]) if text.startswith(">") else fill(label, text)
    press("Ctrl+Return")


def tick(name: str, words: str) -> None:
    box = go_to(name)
    assert isinstance(box, QListWidget)
    press("Home")
    while box.currentItem().text() != words:
        press("Down")
    press("Space")
    assert box.currentItem().data(Qt.ItemDataRole.AccessibleTextRole) == f"{words}, ticked"


def texts(office: Office) -> dict[str, str]:
    return {row.name: office.policies.text_of(row.id) for row in office.policies.list_()}


def write_from_nothing() -> None:
    start("nothing")
    fill("Name", "Ours")
    fill("What it pays", "£30 an hour")
    add_rule("Fee", From_which_day="1 April 2026", How_it_is_worked_out=">an amount for each hour",
             Amount_for_an_hour="30", Minutes_that_time_is_rounded_to="30")  # fmt: skip
    add_rule(
        "Miles",
        From_which_day="6 April 2026",
        A_mile_by_car_or_van="0.45",
        **{"By_car,_after_that_many_miles": "0.25", "Miles_a_year_at_the_full_rate": "10000"},
    )
    add_rule(
        "Cancellation",
        From_which_day="1/4/2026",
        Days_of_notice="2",
        Who_cancelled=">we did",
        Per_cent_of_the_fee="100",
    )
    add_rule("Cap", From_which_day="1 April 2026", What_is_limited=">one meal", The_most="9")


def test_a_newcomer_writes_a_policy_from_nothing_tries_it_and_keeps_it(
    page: MainWindow, office: Office
):
    ann = b.add_person(office)
    b.add_marked_meeting(office, b.add_group(office, ann), ann)
    write_from_nothing()
    table = go_to("Rules")
    press("Ctrl+Home")
    assert spoken_cell(table) == (
        "Fee number 1: £30.00 an hour, rounded up to 30 minutes, from 1 April 2026"
    )
    assert [row.words for row in table.rows.rows][1:] == [
        "we cancel with 2 days of notice or fewer: 100% of the fee, from 1 April 2026",
        "car £0.45 a mile up to 10,000 miles a year, then £0.25, from 6 April 2026",
        "at most £9.00 for a meal, from 1 April 2026",
    ]
    answer("Try it…")
    press("Return")
    assert "1 person, fees £75.00, expenses £0.00." in dialog().accessibleDescription()
    press("Escape", "Escape")
    press("Ctrl+Return")
    assert dialog() is None
    rules = rules_of(texts(office)["Ours"])
    assert (len(rules.fees), len(rules.mileage), len(rules.cancellations), len(rules.caps)) == (
        1, 1, 1, 1,
    )  # fmt: skip


def test_a_new_rate_starts_on_a_day_and_the_old_one_stays(page: MainWindow, office: Office):
    start("Hourly: ")
    go_to("Rules")
    press("Ctrl+Home")
    answer("New from a day…")
    assert name_of(focus()) == "From which day"
    assert focus().text() == ""
    fill("From which day", "1 April 2027")
    fill("Amount for an hour", "16.50")
    press("Ctrl+Return")
    press("Ctrl+Return")
    assert dialog() is None
    fees = rules_of(texts(office)["Hourly"]).fees
    assert [str(fee.amount) for fee in fees][-1] == "£16.50"
    assert len(fees) == 2
    assert fees[0].matter.first < fees[1].matter.first


def test_what_a_rule_is_for_is_ticked_with_space(page: MainWindow, office: Office):
    start("nothing")
    fill("Name", "Ours")
    fill("What it pays", "Chairs")
    answer("Add a rule…")
    press("Return")
    fill("From which day", "1 April 2026")
    tick("For these roles", "chair")
    choose("How it is worked out", "a set amount")
    assert not dialog().form["rate"].isVisible()
    fill("Amount", "40")
    press("Ctrl+Return")
    table = go_to("Rules")
    assert spoken_cell(table).startswith("Fee number 1: chair: £40.00, however long it takes")
    press("Escape")
    answer("Throw away")
    assert texts(office) == {}


def test_a_mistake_in_a_rule_is_said_at_its_field_and_nothing_typed_is_lost(page: MainWindow):
    start("nothing")
    answer("Add a rule…")
    choose("Kind of rule", "Fee")
    press("Return")
    assert "Needed." in description_of(focus())
    fill("From which day", "1 April 2026")
    fill("Amount for an hour", "0")
    press("Ctrl+Return")
    said = error_under("Amount for an hour")
    assert "no fee is offered" in said
    assert '"' not in said
    assert dialog().form["from"].text() == "1 April 2026"
    press("Escape")
    answer("Throw away")
    press("Escape")


def test_rules_that_contradict_each_other_are_named_and_the_list_is_on_one_of_them(
    page: MainWindow, office: Office
):
    start("Hourly: ")
    add_rule("Fee", From_which_day="1 January 2006", Amount_for_an_hour="99")
    press("Ctrl+Return")
    said = error_under("Rules")
    assert said.startswith("“Fee” number 1 and number 2 say different things")
    assert focus().current.id == ("fee", 2)
    answer("Remove the rule")
    press("Tab")
    answer("Try it…")
    press("Escape")
    assert description_of(go_to("Rules")) == ""
    press("Ctrl+Return")
    assert dialog() is None
    assert len(texts(office)) == 1


def test_without_a_fee_and_a_name_nothing_is_kept(page: MainWindow, office: Office):
    start("nothing")
    fill("Name", "Ours")
    fill("What it pays", "Nothing yet")
    press("Ctrl+Return")
    assert error_under("Rules") == "Add a fee. If none is offered, add one that says so."
    press("Escape")
    answer("Throw away")
    assert texts(office) == {}


def test_an_example_that_differs_says_so_before_the_policy_is_kept(
    page: MainWindow, office: Office
):
    write_from_nothing()
    answer("Add an example…")
    fill("What it is about", "two hours")
    fill("Day", "9 May 2026")
    fill("Starts", "10:00")
    fill("Ends", "12:00")
    go_to("What should come of it")
    dialog_of_lines = dialog()
    while name_of(focus()) != "Add…":
        press("Tab")
    press("Space")
    choose("Which line", "attendance")
    fill("Amount", "75")
    press("Ctrl+Return")
    assert dialog() is dialog_of_lines
    press("Ctrl+Return")
    table = go_to("Examples")
    assert "expected attendance £75.00, worked out £60.00" in spoken_cell(table)
    press("Ctrl+Return")
    assert "worked out £60.00" in error_under("Examples")
    press("Return")
    go_to("What should come of it")
    press("Return")
    fill("Amount", "60")
    press("Ctrl+Return", "Ctrl+Return")
    assert spoken_cell(go_to("Examples")).endswith(": right")
    press("Ctrl+Return")
    assert dialog() is None
    assert "two hours" in texts(office)["Ours"]


def test_a_policy_that_is_there_is_changed_in_a_form_and_kept_as_another(
    page: MainWindow, office: Office
):
    office.policies.add_template("block")
    (name,) = texts(office)
    page.page().refresh()
    page.page().table.setFocus()
    press("Return")
    answer("Change in a form…")
    go_to("Rules")
    press("Ctrl+Home", "Return")
    fill("Amount", "25")
    press("Ctrl+Return", "Ctrl+Return")
    assert error_under("Name").startswith("There is a policy with this name already.")
    fill("Name", "Blocks, dearer")
    press("Ctrl+Return")
    assert "worked out" in error_under("Examples")
    press("Escape")
    answer("Throw away")
    assert list(texts(office)) == [name]


def test_the_text_and_the_form_lead_to_one_another_and_lose_nothing(
    page: MainWindow, office: Office
):
    write_from_nothing()
    answer("Change the text…")
    box = dialog().form["text"]
    assert 'rate = "30.00"' in box.toPlainText()
    press("Escape")
    answer("Keep typing")
    box.setPlainText(box.toPlainText().replace("30.00", "31.00"))
    answer("Change in a form…")
    table = go_to("Rules")
    assert "£31.00 an hour" in spoken_cell(table)
    press("Ctrl+Return")
    assert dialog() is None
    assert 'rate = "31.00"' in texts(office)["Ours"]


def test_a_text_with_a_fault_stays_until_it_is_put_right(page: MainWindow, office: Office):
    office.policies.add_template("nil")
    page.page().refresh()
    page.page().table.setFocus()
    press("Return")
    dialog().form["text"].setPlainText('name = "Ours"\nsumary = "x"\n')
    answer("Change in a form…")
    assert "sumary" in error_under("The policy’s text")
    press("Escape")
    answer("Throw away")


def test_a_meeting_that_was_becomes_an_example_that_names_nobody(page: MainWindow, office: Office):
    ann = b.add_person(office)
    b.add_usual_cost(office, ann)
    b.add_marked_meeting(office, b.add_group(office, ann), ann)
    write_from_nothing()
    answer("Try it…")
    press("Return")
    answer("Keep as an example…")
    assert dialog().form["start"].text() == "13:00"
    press("Ctrl+Return")
    table = go_to("Examples")
    assert spoken_cell(table).endswith(": right")
    press("Ctrl+Return")
    assert dialog() is None
    text = texts(office)["Ours"]
    assert 'line = "taxi"' in text
    assert "Ann" not in text


def test_what_came_out_is_agreed_to_after_a_rate_was_changed(page: MainWindow, office: Office):
    start("Hourly: ")
    go_to("Rules")
    press("Ctrl+Home", "Return")
    fill("Amount for an hour", "20")
    press("Ctrl+Return")
    table = go_to("Examples")
    assert "differs: " in spoken_cell(table)
    count = len(table.rows.rows)
    for _example in range(count):
        answer("What came out is right")
        press("Shift+Tab", "Shift+Tab", "Shift+Tab")
        go_to("Examples")
        press("Down")
    assert {row.words for row in table.rows.rows} == {"right"}
    press("Ctrl+Return")
    assert dialog() is None
