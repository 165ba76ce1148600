"""Groups by keyboard: a partner, a policy from a template, members with role and dates."""

from datetime import date

import pytest

from alongside.domain.meetings import Role
from alongside.office import Office
from alongside_ui.main_window import MainWindow
from builders import add_group, add_meeting, add_person
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
    words_of,
)


@pytest.fixture
def groups(window: MainWindow, office: Office) -> MainWindow:
    """Show the page of groups, with one of which Ann Lee is a member."""
    add_group(office, add_person(office))
    press("Ctrl+4")
    return window


def test_a_group_is_added_with_a_policy_from_a_template(groups: MainWindow, office: Office) -> None:
    press("Ctrl+N")
    assert name_of(focus()) == "Name"
    type_in("Access Reference Group")
    fill("Partner", "Riverside Transport")
    fill("Budget code", "A-7")
    choose("Pay policy", "template: ")
    press("Return")
    row = groups.page().table.current
    assert (row.name, row.partner, row.budget_code) == (
        "Access Reference Group", "Riverside Transport", "A-7",
    )  # fmt: skip
    assert row.policy
    assert row.policy in [policy.name for policy in office.policies.list_()]
    assert focus() is groups.page().table
    assert "Access Reference Group" in groups.announcer.text()


def test_adding_a_group_is_undone_in_one_step(groups: MainWindow, office: Office) -> None:
    before = office.policies.list_()
    press("Ctrl+N")
    type_in("Access Reference Group")
    choose("Pay policy", "template: ")
    press("Return", "Ctrl+Z")
    assert [group.name for group in office.groups.list_()] == ["Transport Design Group"]
    assert office.policies.list_() == before


def test_a_name_that_is_taken_is_refused_under_the_name(groups: MainWindow) -> None:
    press("Ctrl+N")
    type_in("transport design group")
    press("Return")
    assert error_under("Name").startswith("There is a group called")
    assert focus().text() == "transport design group"
    press("Escape")
    answer("Throw away")


def test_a_group_is_corrected(groups: MainWindow, office: Office) -> None:
    press("Return")
    fill("Budget code", "T-2")
    press("Return")
    assert office.groups.list_()[0].budget_code == "T-2"
    assert groups.page().table.current.budget_code == "T-2"


def test_a_member_is_added_by_typing_part_of_a_name(groups: MainWindow, office: Office) -> None:
    add_person(office, "Carys Ŵyn")
    press("Ctrl+Shift+N")
    assert name_of(focus()) == "Person"
    type_in("wyn")
    choose("Role", "co-chair")
    fill("From", "1 March 2026")
    press("Return")
    assert dialog() is None
    members = office.members.list_for(groups.page().table.current.id)
    found = next(member for member in members if member.name == "Carys Ŵyn")
    assert (found.details.role, found.details.first) == (Role.CO_CHAIR, date(2026, 3, 1))
    assert [row.name for row in groups.page().members.rows.rows] == ["Ann Lee", "Carys Ŵyn"]
    assert groups.page().table.current.members == 2


def test_someone_who_is_a_member_on_those_days_already_is_refused(
    groups: MainWindow, office: Office
) -> None:
    press("Ctrl+Shift+N")
    type_in("ann")
    press("Return")
    assert error_under("Person").startswith("Ann Lee is in Transport Design Group already.")
    assert focus().text() == "ann"
    assert len(office.members.list_for(groups.page().table.current.id)) == 1
    press("Escape")
    answer("Throw away")


def test_a_name_nobody_has_is_refused_under_the_person(groups: MainWindow) -> None:
    press("Ctrl+Shift+N")
    type_in("zed")
    press("Return")
    assert error_under("Person").startswith("Nobody has that name yet.")
    press("Escape")
    answer("Throw away")


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("From", "", "Type the day."),
        ("From", "30/2/2026", "There is no such day as 30/2/2026."),
        ("Until", "1/1/2019", "The last day cannot be before the first."),
    ],
)
def test_a_day_that_cannot_be_is_refused_under_its_field(
    groups: MainWindow, field: str, typed: str, words: str
) -> None:
    press("Ctrl+Shift+E")
    fill(field, typed)
    press("Return")
    assert error_under(field).startswith(words)
    assert focus().text() == typed
    press("Escape")
    answer("Throw away")


def test_somebody_who_leaves_gets_a_last_day_and_is_shown_on_request(
    groups: MainWindow, office: Office
) -> None:
    press("Ctrl+Shift+E")
    fill("Until", "30 April 2026")
    press("Return")
    page = groups.page()
    assert list(page.members.rows.rows) == []
    go_to("Only who is a member today")
    press("Space")
    assert [row.until for row in page.members.rows.rows] == ["30 April 2026"]


def test_the_list_of_members_says_whose_it_is(groups: MainWindow) -> None:
    members = go_to("Members of Transport Design Group")
    assert spoken_cell(members) == "Ann Lee, member"


def test_members_of_the_group_the_list_is_on_are_shown(groups: MainWindow, office: Office) -> None:
    add_group(office, add_person(office, "Bo Larsen"), name="Zoo Access Group")
    press("F5", "Down")
    assert groups.page().heading.text() == "Members of Zoo Access Group"
    assert [row.name for row in groups.page().members.rows.rows] == ["Bo Larsen"]


def test_a_place_entered_by_mistake_is_removed_after_a_question(
    groups: MainWindow, office: Office
) -> None:
    press("Ctrl+Shift+Del")
    assert words_of(dialog()).startswith("Remove Ann Lee from the group?")
    answer("Remove")
    assert office.members.list_for(groups.page().table.current.id) == []
    press("Ctrl+Z")
    assert len(office.members.list_for(groups.page().table.current.id)) == 1


def test_a_group_that_has_met_stays_and_a_sentence_says_why(
    groups: MainWindow, office: Office
) -> None:
    add_meeting(office, groups.page().table.current.id)
    press("Ctrl+Del")
    answer("Remove")
    assert "has meetings or claims, so it stays here" in words_of(dialog())
    press("Escape")
    assert len(office.groups.list_()) == 1


def test_a_command_without_a_group_says_what_to_do_first(
    window: MainWindow, office: Office
) -> None:
    press("Ctrl+4", "Ctrl+Shift+N")
    assert dialog() is None
    assert window.announcer.text() == "Choose a group in the list first, or add one."
