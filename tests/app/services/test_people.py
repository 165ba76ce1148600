"""People are found however they are typed, and removed only if nothing hangs on them."""

import pytest

import builders as b
from alongside.domain.claims import Category
from alongside.domain.errors import UserError
from alongside.domain.money import Money
from alongside.domain.people import ContactWay, PayChoice, PersonStatus
from alongside.services.people import CorrectPerson, PersonDetails


def names(office, text="", **kwargs):
    return [row.name for row in office.people.list_(text, **kwargs)]


@pytest.mark.parametrize("typed", ["wyn", "WYN", "ŵyn", "Ŵyn", "carys ŵ", "wyn carys", "  wyn "])
def test_a_name_is_found_whatever_the_accents_capitals_and_spaces(office, typed):
    b.add_person(office, "Carys Ŵyn")
    b.add_person(office, "Bo Larsen")
    assert names(office, typed) == ["Carys Ŵyn"]


@pytest.mark.parametrize("typed", ["%", "_", "100%"])
def test_signs_that_mean_something_to_a_database_find_nobody(office, typed):
    b.add_person(office)
    assert names(office, typed) == []


def test_a_nickname_is_found_too(office):
    b.add_person(office, "Małgorzata Zając", nickname="Gosia")
    assert names(office, "gosia") == ["Małgorzata Zając"]


def test_people_come_by_name_accents_ignored(office):
    for name in ("Zoë Hart", "Éilís Rao", "Devi Rao", "Åsa Goh"):
        b.add_person(office, name)
    assert names(office) == ["Åsa Goh", "Devi Rao", "Éilís Rao", "Zoë Hart"]


def test_those_who_left_can_be_left_out(office):
    b.add_person(office, "Ann Lee", status=PersonStatus.LEFT)
    b.add_person(office, "Bo Larsen")
    assert names(office, is_active_only=True) == ["Bo Larsen"]


def test_a_person_comes_back_as_given_without_stray_spaces(office):
    person = b.add_person(office, "  Ann   Lee ", phone=" 0161 496 0000 ")
    assert office.people.find(person) == PersonDetails("Ann Lee", phone="0161 496 0000")


def test_a_list_says_how_to_reach_them_and_their_groups(office):
    person = b.add_person(office, email="ann@example.org", contact_way=ContactWay.EMAIL)
    b.add_group(office, person)
    (row,) = office.people.list_()
    assert row.contact == "email: ann@example.org"
    assert row.groups == "Transport Design Group"


@pytest.mark.parametrize(
    ("field", "details"),
    [
        ("name", PersonDetails("  ")),
        ("email", PersonDetails("Ann Lee", email="ann at example")),
        ("pay_at_most", PersonDetails("Ann Lee", pay_choice=PayChoice.LESS)),
        ("pay_at_most", PersonDetails("Ann Lee", pay_at_most=Money(-1))),
    ],
)
def test_what_cannot_be_kept_names_its_field_and_keeps_nothing(office, field, details):
    with pytest.raises(UserError) as raised:
        office.people.add(details)
    assert raised.value.field == field
    assert names(office) == []


def test_a_correction_that_changes_nothing_still_answers_but_leaves_no_line(office):
    person = b.add_person(office, "Ann Lee")
    change = office.people.correct(CorrectPerson(person, PersonDetails("Ann Lee")))
    assert change.words == "Ann Lee corrected"
    assert len(office.history.list_()) == 1


def test_somebody_in_a_group_is_not_removed(office):
    person = b.add_person(office)
    b.add_group(office, person)
    with pytest.raises(UserError, match="set their status"):
        office.people.remove(person)


def test_somebody_who_is_gone_is_said_to_be(office):
    person = b.add_person(office)
    office.people.remove(person)
    with pytest.raises(UserError, match="no longer here"):
        office.people.correct(CorrectPerson(person, PersonDetails("Ann")))


def test_a_person_removed_and_brought_back_has_their_costs_and_account_again(office):
    person = b.add_person(office)
    b.add_usual_cost(office, person, Category.CAR, tenths_of_mile=62)
    b.add_bank_details(office, person)
    costs, account = office.usual_costs.list_for(person), office.bank_details.look(person)
    office.people.remove(person)
    office.history.undo()
    assert office.usual_costs.list_for(person) == costs
    assert office.bank_details.look(person) == account
