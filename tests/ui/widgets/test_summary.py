"""More than one thing wrong with a form: said at the top, with a way to each field."""

import pytest
from PySide6.QtWidgets import QPushButton

from alongside.domain.errors import UserError
from alongside_ui.widgets.fields import Fields
from ui.hands import answer, description_of, focus, name_of, settle


@pytest.fixture
def form(qapp, no_stray_windows):
    form = Fields()
    form.text("name", "Name")
    form.date("day", "Day")
    form.show()
    form.activateWindow()
    settle()
    yield form
    form.close()
    form.deleteLater()


def buttons(form: Fields) -> list[str]:
    return [b.text() for b in form.findChildren(QPushButton) if b.isVisible()]


def test_two_problems_have_a_summary_and_each_leads_to_its_field(form: Fields):
    form.show_problems([UserError("name", "Type a name."), UserError("day", "Type the day.")])
    assert buttons(form) == ["Name: Type a name.", "Day: Type the day."]
    assert name_of(focus()) == "Name"
    assert description_of(focus()).startswith("Error: Type a name. 2 things to put right.")
    form.setFocus()
    form.findChildren(QPushButton)[0].setFocus()
    answer("Day: Type the day.")
    assert name_of(focus()) == "Day"
    assert description_of(focus()).startswith("Error: Type the day.")


def test_one_problem_needs_no_summary(form: Fields):
    form.show_problems([UserError("name", "Type a name.")])
    assert buttons(form) == []


def test_the_summary_goes_when_all_is_right(form: Fields):
    form.show_problems([UserError("name", "Type a name."), UserError("day", "Type the day.")])
    form.clear_problems()
    assert buttons(form) == []
