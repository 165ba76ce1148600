"""Fields: label, name, hint and error belong together, for the eye and for a screen reader."""

from datetime import date, time

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from alongside.domain.errors import UserError
from alongside.domain.money import Money
from alongside_ui.widgets.fields import Fields
from alongside_ui.widgets.form import Problems
from ui.hands import (
    choose,
    description_of,
    error_under,
    fill,
    focus,
    go_to,
    name_of,
    press,
    type_in,
)


@pytest.fixture
def form(stage) -> Fields:
    """Return a form with one field of every kind, on the stage."""
    form = Fields()
    form.text("name", "Name", "Ann", "The name the person uses")
    form.long_text("address", "Address")
    form.choice("way", "Preferred way", [(1, "post"), (2, "email")], 2)
    form.date("day", "Day", date(2026, 5, 9), is_wanted=True)
    form.time("start", "Starts at", time(13, 0))
    form.length("preparation", "Preparation", 90)
    form.money("amount", "Amount", Money(1250))
    form.miles("miles", "Miles", 125)
    form.tick("online", "People can join online")
    stage(form)
    form.first_field().setFocus()
    return form


def shown_errors(form: QWidget) -> list[str]:
    labels = form.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible() and label.property("is_error")]


def test_every_field_gives_its_value(form: Fields):
    assert form.values() == {
        "name": "Ann", "address": "", "way": 2, "day": date(2026, 5, 9), "start": time(13),
        "preparation": 90, "amount": Money(1250), "miles": 125, "online": False,
    }  # fmt: skip


def test_fields_are_filled_by_keyboard(form: Fields):
    fill("Name", "Bo")
    choose("Preferred way", "post")
    fill("Day", "31/12/26")
    fill("Starts at", "9.30 am")
    fill("Preparation", "45 min")
    fill("Amount", "£1,200")
    fill("Miles", "3")
    go_to("People can join online")
    press("Space")
    found = form.values()
    assert (found["name"], found["way"], found["day"]) == ("Bo", 1, date(2026, 12, 31))
    assert (found["start"], found["preparation"]) == (time(9, 30), 45)
    assert (found["amount"], found["miles"], found["online"]) == (Money(120_000), 30, True)


def test_a_field_has_the_name_of_its_label_and_its_hint_as_description(form: Fields):
    assert name_of(form["name"]) == "Name"
    assert description_of(form["name"]) == "The name the person uses"
    assert "9 May 2026" in description_of(form["day"])


def test_alt_with_its_letter_goes_to_a_field(form: Fields):
    press("Alt+D")
    assert name_of(focus()) == "Day"


def test_everything_wrong_is_found_at_once(form: Fields):
    fill("Day", "32/1/2026")
    fill("Amount", "1.234")
    fill("Miles", "far")
    with pytest.raises(Problems) as caught:
        form.values()
    assert [error.field for error in caught.value.errors] == ["day", "amount", "miles"]


def test_an_empty_field_is_none_unless_it_is_wanted(form: Fields):
    fill("Starts at", "")
    fill("Amount", " ")
    assert (form.values()["start"], form.values()["amount"]) == (None, None)
    fill("Day", "")
    with pytest.raises(Problems) as caught:
        form.values()
    assert [error.words for error in caught.value.errors] == ["Type the day."]


def test_a_problem_is_shown_under_its_field_and_the_keyboard_goes_there(form: Fields):
    assert form.show_problems([UserError("amount", "That is too much.")])
    assert error_under("Amount").startswith("That is too much.")
    assert shown_errors(form) == ["Error: That is too much."]
    assert "12.50" in description_of(focus()), "the hint must still be there"


def test_what_was_wrong_is_marked_so_that_typing_puts_it_right(form: Fields):
    form.show_problems([UserError("name", "Too short.")])
    type_in("Bo")
    assert form["name"].text() == "Bo"


def test_the_keyboard_goes_to_the_first_of_several_problems(form: Fields):
    form.show_problems([UserError("day", "No such day."), UserError("miles", "Too far.")])
    assert name_of(focus()) == "Day"
    assert shown_errors(form) == ["Error: No such day.", "Error: Too far."]


def test_a_problem_with_no_field_here_is_left_to_whoever_asked(form: Fields):
    assert not form.show_problems([UserError("", "The group is gone.")])
    assert shown_errors(form) == []


def test_problems_go_when_they_are_cleared(form: Fields):
    form.show_problems([UserError("name", "Too short.")])
    form.clear_problems()
    assert shown_errors(form) == []
    assert description_of(form["name"]) == "The name the person uses"


def test_a_field_that_does_not_matter_now_is_neither_seen_nor_read(form: Fields):
    form["day"].setText("nonsense")
    form.show_only("start", among=("day", "start"))
    assert "day" not in form.values()
    assert not form["day"].isVisible()
    assert not [
        label for label in form.findChildren(QLabel)
        if label.isVisible() and label.buddy() is form["day"]
    ]  # fmt: skip
    form.show_only("day", "start", among=("day", "start"))
    assert form["day"].isVisible()


def test_a_field_with_a_problem_that_stops_mattering_takes_the_problem_with_it(form: Fields):
    form.show_problems([UserError("day", "No such day.")])
    form.show_only(among=("day",))
    assert shown_errors(form) == []


def test_what_was_typed_can_be_told_from_what_was_there(form: Fields):
    before = form.raw()
    assert form.raw() == before
    fill("Name", "Bo")
    assert form.raw() != before


def test_a_line_may_be_as_long_as_anybody_likes(form: Fields):
    long = "Ann " * 2000
    line = form["name"]
    assert isinstance(line, QLineEdit)
    line.setText(long)
    assert form.values()["name"] == long
