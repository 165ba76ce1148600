"""Finding by typing: arrows reach the list, Esc clears, and what matches is counted aloud."""

from uuid import uuid4

import pytest

from alongside.domain.people import Format, PersonStatus
from alongside.services.people import PersonRow
from alongside_ui.widgets.button import Button
from alongside_ui.widgets.find_line import FindLine
from alongside_ui.widgets.person_field import PersonField
from ui.hands import description_of, focus, name_of, press, type_in


def person(name: str, nickname: str = "", groups: str = "") -> PersonRow:
    return PersonRow(
        uuid4(), name, nickname, PersonStatus.ACTIVE, "telephone", Format.STANDARD, "", groups
    )


PEOPLE = [person("Ann Lee", "Annie"), person("Anna Moss", groups="Trams"), person("Bo Larsen")]


@pytest.fixture
def field(stage) -> PersonField:
    def find(text: str) -> list[PersonRow]:
        return [row for row in PEOPLE if text.casefold() in row.name.casefold()]

    field = PersonField(find, "Name")
    stage(field)
    return field


def words(field: PersonField) -> list[str]:
    return [field.list.item(row).text() for row in range(field.list.count())]


def test_the_keyboard_is_in_the_line_and_everybody_is_listed(field: PersonField):
    assert name_of(focus()) == "Name"
    assert words(field) == ["Ann Lee (Annie)", "Anna Moss, Trams", "Bo Larsen"]
    assert description_of(focus()) == "3 people"


def test_typing_narrows_the_list_to_the_first_who_matches(field: PersonField):
    type_in("anna")
    assert words(field) == ["Anna Moss, Trams"]
    assert field.current == PEOPLE[1]
    assert description_of(focus()) == "1 person"


def test_arrows_move_in_the_list_without_leaving_the_line(field: PersonField):
    type_in("ann")
    press("Down")
    assert field.current == PEOPLE[1]
    press("Down")
    assert field.current == PEOPLE[1], "the last one is the last"
    press("Up", "Up")
    assert field.current == PEOPLE[0]
    assert name_of(focus()) == "Name"


def test_enter_in_the_list_chooses(field: PersonField, qtbot):
    press("Tab")
    assert name_of(focus()) == "People who match"
    press("Down")
    with qtbot.waitSignal(field.chosen) as chosen:
        press("Return")
    assert chosen.args == [PEOPLE[1]]


def test_nobody_who_matches_is_nobody(field: PersonField):
    type_in("zed")
    assert field.id_or_none() is None
    assert field.text == "zed"
    assert description_of(focus()) == "0 people"


def test_spaces_around_a_name_do_not_matter(field: PersonField):
    type_in("  Zed   New ")
    assert field.text == "Zed New"


def test_what_is_wrong_is_heard_in_the_line(field: PersonField):
    field.setAccessibleDescription("Error: That is not a name.")
    assert description_of(focus()) == "Error: That is not a name."
    type_in("b")
    assert description_of(focus()) == "1 person"


@pytest.mark.parametrize("key", ["Down", "Return"])
def test_a_line_to_find_leads_to_its_list(stage, key: str):
    line, target = FindLine(), Button("Target")
    line.down_to(target)
    stage(line, target)
    press(key)
    assert focus() is target


def test_escape_clears_a_line_to_find(stage):
    line = FindLine()
    stage(line)
    type_in("ann")
    press("Escape")
    assert line.text() == ""


@pytest.mark.parametrize("key", ["Return", "Enter", "Space"])
def test_enter_presses_a_button_as_space_does(stage, qtbot, key: str):
    button = Button("&Go on")
    stage(button)
    assert name_of(button) == "Go on"
    with qtbot.waitSignal(button.clicked):
        press(key)
