"""A list of people comes in as one step: shown before, backed up before, undone at once."""

import pytest

import builders as b
from alongside import paths
from alongside.domain.errors import UserError, WorldError
from alongside.domain.people import Format
from alongside.domain.people_list import Fact
from alongside.office import Office
from alongside.services.people_import import ImportPeople, ReadList

LIST = """\
Full name,Mobile,Email,Format,Shoe size
Ann Lee,7700900123,ann@example.org,Easy Read,5
Bo Larsen,,,,
,0115 496 0009,,,
Ann Lee,07700 900123,,,
Ann Lee,0115 496 0100,,,
"""


@pytest.fixture
def people_list(office: Office, tmp_path):
    place = tmp_path / "members.csv"
    place.write_text(LIST, encoding="utf-8")
    return office.people_import.read(ReadList(place))


def wanted(people_list, **others) -> ImportPeople:
    return ImportPeople(people_list.rows, tuple(c.seems for c in people_list.columns), **others)


def test_a_list_shows_its_columns_what_they_seem_and_some_of_what_is_in_them(people_list):
    assert people_list.name == "members.csv"
    first, *_others, last = people_list.columns
    assert (first.heading, first.seems) == ("Full name", Fact.NAME)
    assert first.examples == "Ann Lee; Bo Larsen"
    assert (last.heading, last.seems) == ("Shoe size", None)


def test_the_plan_says_of_each_row_what_becomes_of_it(office, people_list):
    plan = office.people_import.plan(wanted(people_list))
    assert [(row.id, row.name, row.fate) for row in plan.rows] == [
        (2, "Ann Lee", "comes in"),
        (3, "Bo Larsen", "comes in"),
        (4, "", "left out: has no name"),
        (5, "Ann Lee", "left out: is here already"),
        (6, "Ann Lee", "left out: somebody of that name is here"),
    ]
    assert plan.new == 2
    assert plan.words == "2 people come in. 1 of them should be looked at. 3 rows are left out."
    assert "first nought" in plan.rows[0].doubts
    assert office.people.list_() == []


def test_people_come_in_with_what_the_list_says_of_them(office, people_list):
    change = office.people_import.import_(wanted(people_list))
    assert change.words == "2 people came in from a list"
    ann, _bo = office.people.list_()
    found = office.people.find(ann.id)
    assert (found.phone, found.email) == ("07700900123", "ann@example.org")
    assert found.format is Format.EASY_READ


def test_one_undo_takes_them_all_out_again_and_one_redo_brings_them_back(office, people_list):
    group = b.add_group(office)
    office.people_import.import_(wanted(people_list, group_id=group))
    assert [row.groups for row in office.people.list_()] == ["Transport Design Group"] * 2
    assert office.history.undo().words == "Undone: 2 people came in from a list"
    assert office.people.list_() == []
    office.history.redo()
    assert len(office.members.list_for(group)) == 2


def test_who_has_the_name_of_somebody_here_comes_in_only_if_that_is_asked_for(office, people_list):
    plan = office.people_import.plan(wanted(people_list, with_namesakes=True))
    assert plan.new == 3
    office.people_import.import_(wanted(people_list, with_namesakes=True))
    assert [row.name for row in office.people.list_()] == ["Ann Lee", "Ann Lee", "Bo Larsen"]


def test_importing_a_list_again_adds_nobody_who_is_surely_here(office, people_list):
    office.people_import.import_(wanted(people_list))
    plan = office.people_import.plan(wanted(people_list))
    assert [row.fate for row in plan.rows][:2] == [
        "left out: is here already", "left out: somebody of that name is here",
    ]  # fmt: skip
    with pytest.raises(UserError, match="Nobody on this list is new"):
        office.people_import.import_(wanted(people_list))


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ((None, Fact.PHONE, None, None, None), "which column has the names"),
        ((Fact.NAME, Fact.PHONE, Fact.PHONE, None, None), "Two columns cannot both be “telephone”"),
    ],
)
def test_columns_that_cannot_be_are_refused(office, people_list, facts, said):
    with pytest.raises(UserError, match=said):
        office.people_import.plan(ImportPeople(people_list.rows, facts))


def test_a_list_of_headings_only_is_refused(office, tmp_path):
    place = tmp_path / "empty.csv"
    place.write_text("Name,Tel\n", encoding="utf-8")
    with pytest.raises(UserError, match="nobody under them"):
        office.people_import.read(ReadList(place))


def test_a_backup_is_made_before_anybody_comes_in(office, people_list):
    office.people_import.import_(wanted(people_list))
    (made,) = office.backups.list_([paths.backup_folder(office.path)])
    assert made.why == "before an import"
    assert made.holds.startswith("0 people")


def test_without_a_backup_nobody_comes_in(office, people_list):
    paths.backup_folder(office.path).write_text("in the way", encoding="utf-8")
    with pytest.raises(WorldError):
        office.people_import.import_(wanted(people_list))
    assert office.people.list_() == []
